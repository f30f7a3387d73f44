#include "kam/report/history.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/git/revision.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "kam/git/repository.hpp"
#include "kam/model/error.hpp"
#include "kam/states/score_states.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/history.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

enum class EachState { commit, tag, month };

// The commits of `A..B`, without a range those up to HEAD: the state at A first, then those that changed the
// portfolio, oldest first; of months the last in each. What was committed after `as_of` does not count.
// Throws where none is left.
struct ChosenCommits {
  std::vector<Commit> commits;
  int later = 0;  // left out, since they were committed after as_of
};

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

// Each commit's state, scored by its own kam.yaml as of its day, with all its accounts. Commits before the
// first kam.yaml are no states. What does not read is told on stderr, once; so is a commit that does not, and
// is no state. Company, currency and, where none is asked for, language are those of the newest state that
// reads.
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

struct HistoryOptions {
  std::vector<std::string> accounts;
  bool all = false;
  std::string by;
  std::optional<std::string> revisions;  // a range, or empty
  std::string each;
  FormatOption format{Format::text, Format::markdown, Format::csv, Format::tsv, Format::json};
  bool keep_going = false;
};

// Ids of all states, with the names that they have in the last one.
using KnownAccounts = std::map<std::string, std::string>;

KnownAccounts known_accounts(const RevisionsView& view) {
  KnownAccounts known;
  for (const auto& state : view.states)
    for (const auto& account : state.accounts) {
      auto& name = known[account.id];
      if (account.readable) name = account.name;
    }
  return known;
}

std::string find_past_account(const KnownAccounts& known, const std::string& word) {
  if (known.contains(word)) return word;
  std::vector<std::string> ids;
  std::vector<std::string> named;
  for (const auto& [id, name] : known) {
    ids.push_back(id);
    if (fold_name(name) == fold_name(word)) named.push_back(id);
  }
  if (named.size() == 1) return named.front();
  if (!named.empty())
    throw UsageError(fmt::format("there are several accounts named `{}`", word), "Give the account's id.");
  const auto near = nearest(word, ids);
  throw UsageError(fmt::format("no state of these revisions has an account `{}`", word),
                   near ? fmt::format("Did you mean `{}`?", *near)
                        : "A range of revisions has two dots: `--revisions v1..`.");
}

void choose_accounts(RevisionsView& view, const HistoryOptions& options) {
  const auto known = known_accounts(view);
  for (const auto& [id, name] : known)
    if (options.all) view.accounts.push_back(id);
  for (const auto& word : options.accounts)
    if (const auto id = find_past_account(known, word);
        std::ranges::find(view.accounts, id) == view.accounts.end())
      view.accounts.push_back(id);
  if (options.accounts.empty()) return;
  for (auto& state : view.states)
    std::erase_if(state.accounts, [&](const PastAccount& account) {
      return std::ranges::find(view.accounts, account.id) == view.accounts.end();
    });
}

constexpr std::array<std::string_view, 3> kEach{"commit", "tag", "month"};

// `kam history --revisions`
Exit run_revisions(const HistoryOptions& options, Format format, Context& context) {
  const auto each = options.each.empty() ? 0 : parse_choice(options.each, kEach, "--each");
  const auto repository = open_portfolio_repository();
  const auto [commits, later] =
      choose_commits(repository, *options.revisions, static_cast<EachState>(each), context.today);
  auto view = read_past_states(repository, commits, context);
  view.each = kEach.at(each);
  choose_accounts(view, options);
  context.out += print_as(format,
                          {.document = [&](std::size_t) { return build_revisions(view); },
                           .table = [&] { return build_revisions_table(view); },
                           .data = [&] { return build_revisions_data(view); }},
                          context);
  if (later > 0)
    context.remark(say(later == 1 ? msg::revisions_later_one : msg::revisions_later_many, view.language,
                       {std::to_string(later), format_date(context.today, view.language)}));
  if (repository.depth == Repository::Depth::shallow && !view.states.empty())
    context.remark(
        say(msg::revisions_shallow, view.language, {format_date(view.states.front().day, view.language)}));
  return Exit::done;
}

// `--revisions` takes what follows it for its range; only a range has two dots, so that
// `--revisions weserguss` is about an account.
void take_accounts_from_range(HistoryOptions& options) {
  if (!options.revisions || options.revisions->empty() || options.revisions->find("..") != std::string::npos)
    return;
  options.accounts.insert(options.accounts.begin(), *options.revisions);
  options.revisions->clear();
}

void check_options(const HistoryOptions& options) {
  if (options.revisions && !options.by.empty())
    throw UsageError("--by is for assessments, not for --revisions",
                     "`--each month` and `--each tag` choose among the commits.");
  if (options.revisions && options.keep_going)
    throw UsageError("--keep-going is not for --revisions",
                     "A state whose files have faults is shown as unknown, without it.");
  if (!options.revisions && !options.each.empty())
    throw UsageError("--each is for --revisions", "`--by quarter` and `--by year` choose among assessments.");
  if (options.all && !options.accounts.empty())
    throw UsageError("--all and ACCOUNT contradict each other", "Give one of them.");
}

Exit run_assessments(const HistoryOptions& options, Format format, Context& context) {
  HistoryQuery query;
  if (!options.by.empty())
    query.by = static_cast<Period>(parse_choice(options.by, {"quarter", "year"}, "--by"));
  const auto loaded = load(context, options.keep_going ? Faulty::leave_out : Faulty::refuse, "history");
  if (!loaded) return Exit::failed;
  const auto view = loaded->view();
  query.accounts = options.all ? view.scores.ranking : find_accounts(loaded->portfolio, options.accounts);
  context.out += print_as(format,
                          {.document = [&](std::size_t) { return build_history(view, query); },
                           .table = [&] { return build_history_table(view, query); },
                           .data = [&] { return build_history_data(view, query); }},
                          context);
  return finish(context, *loaded);
}

Exit run_history(const HistoryOptions& options, Context& context) {
  const auto format = options.format.chosen();
  check_options(options);
  return options.revisions ? run_revisions(options, format, context)
                           : run_assessments(options, format, context);
}

}  // namespace

Run add_history(Arguments& arguments) {
  auto options = std::make_shared<HistoryOptions>();
  arguments.argument("ACCOUNT", options->accounts, "Every value of these accounts, by id or name");
  arguments.flag("--all", options->all, "Every value of all accounts");
  arguments.option("--by", options->by, "PERIOD", "Only the last assessment in each quarter or year");
  arguments.bare_option("--revisions", options->revisions, "[REV..REV]",
                        "Score the portfolio at each commit (default: all that HEAD has)");
  arguments.option("--each", options->each, "STEP",
                   "With --revisions: commit, tag or month (default: commit)");
  options->format.add_to(arguments);
  arguments.flag("--keep-going", options->keep_going, "Leave out accounts whose file does not read; exit 1");
  return [options](Context& context) {
    take_accounts_from_range(*options);
    return run_history(*options, context);
  };
}

}  // namespace kam::cli
