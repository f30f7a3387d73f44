#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "git/log.hpp"
#include "kam/git/objects.hpp"
#include "kam/git/repository.hpp"
#include "kam/git/run.hpp"
#include "kam/model/error.hpp"

namespace kam {

namespace {

using Arguments = std::vector<std::string>;

enum class Names { tags, none };

// `git log` in a form that no configuration of the user's changes.
Arguments log_command(Names names, const Arguments& which) {
  Arguments arguments{"log",          "-z",
                      "--no-patch",   "--no-color",
                      "--no-notes",   "--no-show-signature",
                      "--no-mailmap", "--encoding=UTF-8"};
  if (names == Names::tags)
    arguments.insert(arguments.end(), {"--decorate=full", "--decorate-refs=refs/tags/*", kLogFormat});
  else
    arguments.insert(arguments.end(), {"--no-decorate", kLogFormatWithoutTags});
  arguments.insert(arguments.end(), which.begin(), which.end());
  return arguments;
}

// git ends at a tag that it cannot read: then the commits without their tags.
std::vector<Commit> read_log(const Repository& repository, const Arguments& which) {
  const auto log = run_git(repository, log_command(Names::tags, which));
  return parse_log(log.status == 0 ? log.out : ask_git(repository, log_command(Names::none, which)));
}

[[noreturn]] void throw_no_revision(const Repository& repository, const std::string& revision,
                                    const std::string& err) {
  const auto where = repository.root.native();
  if (revision == "HEAD")
    throw Error(fmt::format("the repository {} has no commit yet", where), "`git commit` makes one.");
  if (const auto reason = git_reason(err); reason.find("ambiguous") != std::string::npos)
    throw Error(fmt::format("the revision `{}` is not clear in {}: {}", revision, where, reason));
  const auto* hint =
      repository.depth == Repository::Depth::shallow
          ? "The repository is a shallow clone, which lacks older commits: `git fetch --unshallow` gets "
            "them, "
            "in CI a depth of 0."
          : "`git log --oneline --all` lists the commits, `git branch -a` and `git tag` the names.";
  throw Error(fmt::format("there is no revision `{}` in the repository {}", revision, where), hint);
}

std::string after_dots(const CommitRange& range) {
  return range.after ? fmt::format("{}..{}", range.after->id, range.until.id) : range.until.id;
}

// What the portfolio is in a commit, by the ids of kam.yaml and of accounts/; nothing where that cannot be
// read.
std::optional<std::string> portfolio_key(ObjectReader& reader, const Repository& repository,
                                         const std::string& commit) {
  try {
    std::string key;
    for (const auto& entry : find_directory(reader, repository, commit))
      if (entry.name == "kam.yaml" || entry.name == "accounts") key += entry.name + " " + entry.id + "\n";
    return key;
  } catch (const Error&) {
    return std::nullopt;
  }
}

// As git finds the commits that changed the portfolio, but it ends at the first directory that it cannot
// read: such a commit is kept, so that it can be told.
std::vector<Commit> list_changing_commits(const Repository& repository, const CommitRange& range) {
  auto commits = read_log(repository, {"--first-parent", "--reverse", after_dots(range), "--"});
  ObjectReader reader(repository);
  std::optional<std::string> before;
  if (!commits.empty()) before = portfolio_key(reader, repository, commits.front().id + "^");
  std::erase_if(commits, [&](const Commit& commit) {
    auto key = portfolio_key(reader, repository, commit.id);
    const bool same = key && key == (before ? *before : std::string());
    if (key) before = std::move(key);
    return same;
  });
  return commits;
}

std::vector<std::string> split_at_nul(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find('\0'), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// The tags among a commit's names in full, sorted: `tag: refs/tags/v1, grafted`. No name has a blank.
std::vector<std::string> tags_among(std::string_view names) {
  constexpr std::string_view kTag = "tag: refs/tags/";
  constexpr std::string_view kSeparator = ", ";
  std::vector<std::string> tags;
  while (!names.empty()) {
    const auto end = std::min(names.find(kSeparator), names.size());
    if (names.starts_with(kTag)) tags.emplace_back(names.substr(kTag.size(), end - kTag.size()));
    names.remove_prefix(std::min(end + kSeparator.size(), names.size()));
  }
  std::ranges::sort(tags);
  return tags;
}

// `S 100644 ID 0<tab>PATH` of a file that is left out; nothing of any other.
std::optional<CommittedFile> parse_index_entry(std::string_view entry) {
  constexpr std::string_view kLeftOut = "S 100";  // and three digits of who may do what
  const auto mode = entry.find(' ', kLeftOut.size());
  const auto tab = entry.find('\t');
  if (!entry.starts_with(kLeftOut) || tab == std::string_view::npos || mode > tab) return std::nullopt;
  const auto id = entry.substr(mode + 1, tab - mode - 1);
  return CommittedFile{std::string(entry.substr(tab + 1)), std::string(id.substr(0, id.find(' ')))};
}

}  // namespace

Commit find_commit(const Repository& repository, const std::string& revision) {
  const auto found =
      run_git(repository, {"rev-parse", "--verify", "--end-of-options", revision + "^{commit}"});
  if (found.status != 0) throw_no_revision(repository, revision, found.err);
  const auto id = found.out.substr(0, found.out.find('\n'));
  if (id.find_first_not_of("0123456789abcdef") != std::string::npos)
    throw Error(fmt::format("`{}` names no single commit", revision),
                "Name one, as in HEAD~1, v1 or a branch, or a range with two dots, as in v1..HEAD.");
  return std::move(read_log(repository, {"--no-walk", id}).at(0));
}

std::optional<Commit> find_merge_base(const Repository& repository, const Commit& one, const Commit& other) {
  const auto found = run_git(repository, {"merge-base", one.id, other.id});
  if (found.status != 0) return std::nullopt;
  return find_commit(repository, found.out.substr(0, found.out.find('\n')));
}

std::vector<Commit> list_commits(const Repository& repository, const CommitRange& range) {
  const auto log = run_git(
      repository, log_command(Names::tags, {"--first-parent", "--reverse", after_dots(range), "--",
                                            repository.prefix + "kam.yaml", repository.prefix + "accounts"}));
  return log.status == 0 ? parse_log(log.out) : list_changing_commits(repository, range);
}

std::vector<Commit> list_tagged_commits(const Repository& repository, const CommitRange& range) {
  auto commits = parse_log(
      ask_git(repository, log_command(Names::tags, {"--topo-order", "--reverse", after_dots(range), "--"})));
  std::erase_if(commits, [](const Commit& commit) { return commit.tags.empty(); });
  return commits;
}

std::vector<Commit> parse_log(std::string_view text) {
  constexpr std::size_t kFields = 5;
  auto parts = split_at_nul(text);
  if (parts.size() % kFields != 0) throw Error("`git log` prints what kam cannot read");
  std::vector<Commit> commits;
  commits.reserve(parts.size() / kFields);
  for (std::size_t i = 0; i < parts.size(); i += kFields)
    commits.push_back({std::move(parts[i]), parse_date(parts[i + 1]), std::move(parts[i + 2]),
                       std::move(parts[i + 4]), tags_among(parts[i + 3])});
  return commits;
}

std::vector<CommittedFile> parse_left_out(std::string_view text) {
  std::vector<CommittedFile> files;
  for (const auto& entry : split_at_nul(text))
    if (auto file = parse_index_entry(entry)) files.push_back(*std::move(file));
  return files;
}

}  // namespace kam
