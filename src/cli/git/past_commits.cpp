#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "cli/git/past_states.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

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
