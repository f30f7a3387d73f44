#include "cli/git/past_states.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/git/revision.hpp"
#include "cli/load.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

using Blobs = std::map<std::string, std::string>;  // of the account files, by id

Blobs account_blobs(const std::vector<CommittedFile>& files) {
  Blobs blobs;
  for (const auto& file : files)
    if (file.file.starts_with("accounts/")) blobs.emplace(id_of_account_file(file.file), file.blob);
  return blobs;
}

bool has_portfolio(const std::vector<CommittedFile>& files) {
  return std::ranges::find(files, "kam.yaml", &CommittedFile::file) != files.end();
}

// One state after the other, each seen against the one before.
class StateScorer {
 public:
  PastState score(const Commit& commit, Date day, const std::vector<CommittedFile>& files,
                  const Portfolio& portfolio) {
    PastState state{commit.id, day, commit.tags, commit.subject};
    state.errors = portfolio.errors.size();
    auto blobs = account_blobs(files);
    const bool settings_read = portfolio.errors.empty() || !portfolio.left_out.empty();
    if (settings_read) {
      if (settings_) state.model_changes = list_changed_model_parts(*settings_, portfolio.settings);
      settings_ = portfolio.settings;
    }
    add_accounts(state, portfolio);
    add_unreadable(state, blobs);
    find_renamed(state, blobs);
    blobs_ = std::move(blobs);
    for (const auto& account : state.accounts)
      if (account.readable) names_[account.id] = account.name;
    return state;
  }

  const std::optional<Settings>& settings() const { return settings_; }

 private:
  // With a fault in one file shares and ranks would be wrong, but not what each account has by itself.
  static void add_accounts(PastState& state, const Portfolio& portfolio) {
    if (state.errors > 0) {
      for (const auto& account : portfolio.accounts)
        state.accounts.push_back(
            keep_account(account, score_account(account, portfolio.settings, state.day)));
      return;
    }
    const auto scores = score_portfolio(portfolio.accounts, portfolio.settings, state.day);
    for (std::size_t i = 0; i < portfolio.accounts.size(); ++i)
      state.accounts.push_back(keep_account(portfolio.accounts[i], scores.accounts[i]));
    state.summary = scores.summary;
    state.means = score_means(state.accounts);
  }

  // The accounts of the files that were not scored, each in its place.
  static void add_unreadable(PastState& state, const Blobs& blobs) {
    std::set<std::string_view> known;
    for (const auto& account : state.accounts) known.insert(account.id);
    std::vector<PastAccount> others;
    for (const auto& [id, blob] : blobs)
      if (!known.contains(id)) others.push_back({id, false});
    std::ranges::move(others, std::back_inserter(state.accounts));
    std::ranges::sort(state.accounts, {}, &PastAccount::id);
  }

  // An account that is new while another one with its content or name is gone; of several the last.
  void find_renamed(PastState& state, const Blobs& blobs) const {
    std::map<std::string_view, std::string_view> gone_by_blob;
    std::map<std::string_view, std::string_view> gone_by_name;
    for (const auto& [id, blob] : blobs_) {
      if (blobs.contains(id)) continue;
      gone_by_blob[blob] = id;
      if (const auto name = names_.find(id); name != names_.end()) gone_by_name[name->second] = id;
    }
    for (auto& account : state.accounts) {
      if (blobs_.contains(account.id)) continue;
      const auto same = gone_by_blob.find(blobs.at(account.id));
      const auto named = account.readable ? gone_by_name.find(account.name) : gone_by_name.end();
      const auto from = std::max(same == gone_by_blob.end() ? std::string_view() : same->second,
                                 named == gone_by_name.end() ? std::string_view() : named->second);
      if (!from.empty()) account.renamed_from = std::string(from);
    }
  }

  std::optional<Settings> settings_;          // of the last state whose kam.yaml reads
  Blobs blobs_;                               // of the state before
  std::map<std::string, std::string> names_;  // the last known, by id
};

// Tells each fault once, with the first state that has it.
class FaultTeller {
 public:
  explicit FaultTeller(Context& context) : context_(context) {}

  void tell_unreadable(const std::string& commit, const std::string& why, const std::string& hint) {
    print_problems(context_, {{commit, 0, 0, Severity::warning, "unreadable", why, hint}},
                   TextOfFile([](const std::string&) { return std::nullopt; }));
  }

  void tell(const Problems& problems, std::size_t prefix) {
    Problems unheard;
    for (auto problem : problems) {
      problem.severity = Severity::warning;
      auto place = problem.file.substr(prefix) + fmt::format(":{}:{} ", problem.line, problem.column);
      if (told_.insert(place + problem.message).second) unheard.push_back(std::move(problem));
    }
    print_problems(context_, unheard, TextOfFile([](const std::string&) { return std::nullopt; }));
  }

 private:
  Context& context_;
  std::set<std::string> told_;
};

class StateProgress {
 public:
  StateProgress(const Context& context, std::size_t total)
      : context_(context),
        total_(context.show_progress && context.remarks == Remarks::shown && total >= kMany ? total : 0) {}
  ~StateProgress() {
    if (total_ > 0) context_.show_progress({});
  }
  StateProgress(const StateProgress&) = delete;
  StateProgress& operator=(const StateProgress&) = delete;

  void show(std::size_t done) const {
    if (total_ > 0 && done % kStep == 0)
      context_.show_progress(fmt::format("Reading states: {} of {}", done, total_));
  }

 private:
  static constexpr std::size_t kMany = 50;
  static constexpr std::size_t kStep = 10;
  const Context& context_;
  std::size_t total_;
};

// The portfolio's files in the commit, or nothing where it cannot be read, which is told.
std::optional<std::vector<CommittedFile>> list_or_tell(RevisionReader& reader, const Commit& commit,
                                                       const std::string& name, FaultTeller& faults) {
  if (!commit.day) {
    faults.tell_unreadable(name, "this commit is unreadable: git gives no day for it",
                           "It is passed over; `git fsck` looks for what is broken.");
    return std::nullopt;
  }
  try {
    return reader.list(commit);
  } catch (const Error& error) {
    faults.tell_unreadable(
        name, fmt::format("this commit is unreadable: {}", error.what()),
        error.hint().empty() ? "It is passed over." : "It is passed over. " + error.hint());
    return std::nullopt;
  }
}

}  // namespace

RevisionsView read_past_states(const Repository& repository, const std::vector<Commit>& commits,
                               Context& context) {
  constexpr std::size_t kDigits = 10;
  RevisionsView view;
  view.as_of = context.today;
  ObjectReader objects(repository);
  RevisionReader reader(objects, repository);
  StateScorer scorer;
  FaultTeller faults(context);
  const StateProgress progress(context, commits.size());
  std::size_t unreadable = 0;
  for (std::size_t i = 0; i < commits.size(); ++i) {
    progress.show(i);
    const auto name = commits[i].id.substr(0, kDigits);
    const auto files = list_or_tell(reader, commits[i], name, faults);
    if (!files) ++unreadable;
    if (!files || (view.states.empty() && !has_portfolio(*files))) continue;
    const auto portfolio = reader.load(*files, name);
    faults.tell(portfolio.errors, name.size() + 1);
    view.states.push_back(scorer.score(commits[i], *commits[i].day, *files, portfolio));
  }
  if (view.states.empty() && unreadable == commits.size())
    throw Error("none of these commits can be read", "`git fsck` looks for what is broken.");
  if (view.states.empty())
    throw Error(fmt::format("none of these commits has a kam.yaml in {}",
                            (repository.root / repository.prefix).lexically_normal().native()),
                "The history begins with the first commit that has one there.");
  const auto& settings = scorer.settings();
  view.language = context.language_or(settings ? settings->language : Language::en);
  if (settings) {
    view.company = settings->company;
    view.currency = settings->currency;
  }
  return view;
}

}  // namespace kam::cli
