#include "cli/git/past_states.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "cli/git/revision.hpp"
#include "cli/load.hpp"
#include "kam/model/error.hpp"
#include "kam/states/score_states.hpp"

namespace kam::cli {

namespace {

// What the account files' contents are known by, by id.
StateScorer::Keys account_keys(const std::vector<CommittedFile>& files) {
  StateScorer::Keys keys;
  for (const auto& file : files)
    if (file.file.starts_with("accounts/")) keys.emplace(id_of_account_file(file.file), file.blob);
  return keys;
}

bool has_portfolio(const std::vector<CommittedFile>& files) {
  return std::ranges::find(files, "kam.yaml", &CommittedFile::file) != files.end();
}

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

struct Span {
  CommitRange range;
  std::optional<Commit> start;  // the state that the range begins with
};

Span find_span(const Repository& repository, const std::string& text) {
  if (text.empty()) return {{{}, find_commit(repository, "HEAD")}, {}};
  const auto range = parse_revision_range(text);
  if (range.kind != RevisionRange::Kind::two_dots)
    throw UsageError(fmt::format("--revisions: `{}` is no range of revisions", text),
                     "A range has two dots, as in `v1..v2`, `v1..` (up to HEAD).");
  auto after = find_commit(repository, range.first);
  auto until = find_commit(repository, range.second);
  auto start = find_merge_base(repository, after, until);
  if (start && start->id == until.id && after.id != until.id)
    throw Error(
        fmt::format("the range `{}` is empty: `{}` lies before `{}`", text, range.second, range.first),
        fmt::format("Did you mean `{}..{}`?", range.second, range.first));
  return {{std::move(after), std::move(until)}, std::move(start)};
}

// One without a day is kept, to be told.
std::vector<Commit> last_of_months(std::vector<Commit> commits) {
  std::map<std::chrono::year_month, Commit> last;
  std::vector<Commit> kept;
  for (auto& commit : commits) {
    if (!commit.day)
      kept.push_back(std::move(commit));
    else
      last.insert_or_assign(std::chrono::year_month{commit.day->year(), commit.day->month()},
                            std::move(commit));
  }
  for (auto& [month, commit] : last) kept.push_back(std::move(commit));
  return kept;
}

[[noreturn]] void throw_no_states(const Repository& repository, const std::string& text, EachState each) {
  const auto where = repository.root.native();
  if (each == EachState::tag)
    throw Error(text.empty() ? fmt::format("no tag in {} names a commit up to HEAD", where)
                             : fmt::format("no tag names a commit of the range `{}`", text),
                "`git tag NAME` names one; `--each commit` and `--each month` need no tags.");
  throw Error(fmt::format("no commit in {} has files of the portfolio", where),
              "`git add kam.yaml accounts` and `git commit` keep a first state.");
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
    const auto& commit = commits[i];
    view.states.push_back({commit.id, *commit.day, commit.tags, commit.subject});
    scorer.score(view.states.back(), account_keys(*files), portfolio);
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

ChosenCommits choose_commits(const Repository& repository, const std::string& range, EachState each,
                             Date as_of) {
  auto span = find_span(repository, range);
  auto commits = each == EachState::tag ? list_tagged_commits(repository, span.range)
                                        : list_commits(repository, span.range);
  if (commits.empty() && (!span.start || each == EachState::tag)) throw_no_states(repository, range, each);
  if (span.start) commits.insert(commits.begin(), *std::move(span.start));
  const auto later = std::erase_if(commits, [as_of](const Commit& commit) { return commit.day > as_of; });
  if (commits.empty())
    throw Error(fmt::format("all of these revisions were committed after {}", format_iso_date(as_of)),
                "--as-of says up to which day they count.");
  if (each == EachState::month) commits = last_of_months(std::move(commits));
  return {std::move(commits), static_cast<int>(later)};
}

}  // namespace kam::cli
