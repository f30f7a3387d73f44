#include "kam/git/repository.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "git/call.hpp"
#include "kam/model/error.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

// What git prints of the repository in `directory`, without the line break at its end: a path may have
// others.
std::string ask_line(const fs::path& directory, const std::vector<std::string>& arguments) {
  auto result = run_call(call_in(directory, arguments));
  if (result.status != 0)
    throw Error(
        fmt::format("git cannot open the repository of {}: {}", directory.native(), git_reason(result.err)));
  if (result.out.ends_with('\n')) result.out.pop_back();
  return std::move(result.out);
}

[[noreturn]] void refuse_owner(const std::string& path) {
  throw Error(
      fmt::format("git does not read the repository {}: it belongs to another user", path),
      fmt::format("Where you trust its owner, say `git config --global --add safe.directory '{}'`.", path));
}

[[noreturn]] void refuse(const fs::path& directory, const std::string& err) {
  const auto reason = git_reason(err);
  if (err.find("dubious ownership") != std::string::npos) {
    const auto begin = reason.find('\'');
    refuse_owner(begin == std::string::npos ? directory.native()
                                            : reason.substr(begin + 1, reason.rfind('\'') - begin - 1));
  }
  throw Error(fmt::format("git cannot open the repository of {}: {}", directory.native(), reason));
}

[[noreturn]] void refuse_as_sent(const fs::path& git_dir, std::string_view why) {
  throw Error(fmt::format("git is not asked about {}: {}", git_dir.native(), why),
              "It came with the files, and its settings could run programs. Take it away, or clone anew what "
              "you trust.");
}

// Directories that the search does not go up into, as git has it.
bool is_ceiling(const fs::path& directory) {
  const char* ceilings = std::getenv("GIT_CEILING_DIRECTORIES");
  for (std::string_view rest = ceilings == nullptr ? "" : ceilings; !rest.empty();) {
    const auto one = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    if (one == directory.native()) return true;
  }
  return false;
}

// The nearest directory that has a `.git`, from `directory` on upwards.
std::optional<fs::path> find_top(fs::path directory) {
  for (;;) {
    struct stat status = {};
    if (::lstat((directory / ".git").c_str(), &status) == 0) return directory;
    if (!directory.has_relative_path() || is_ceiling(directory.parent_path())) return std::nullopt;
    directory = directory.parent_path();
  }
}

std::optional<fs::path> find_top_above(const fs::path& directory) {
  if (!directory.has_relative_path() || is_ceiling(directory.parent_path())) return std::nullopt;
  return find_top(directory.parent_path());
}

fs::path real_path(const fs::path& path) {
  std::error_code error;
  auto real = fs::weakly_canonical(path, error);
  return error ? path : real;
}

bool is_within(const fs::path& path, const fs::path& around) {
  return std::ranges::mismatch(around, path).in1 == around.end();
}

// Whether git's own directory lies among the files of the working tree, where a commit or an archive could
// have put it: anywhere in it but at `.git`, which no commit can hold.
bool lies_among_files(const fs::path& git_dir, const fs::path& root) {
  return is_within(git_dir, root) && !is_within(git_dir, root / ".git");
}

// The repository whose `.git` lies in `top`, or nothing where git sees none there.
std::optional<Repository> open_at(const fs::path& top) {
  const auto found = run_call(call_in(
      top, {"rev-parse", "--is-bare-repository", "--is-inside-work-tree", "--is-shallow-repository"}));
  if (found.status != 0) {
    const auto reason = git_reason(found.err);
    if (reason.starts_with("not a git repository") || reason.starts_with("cannot use bare repository"))
      return std::nullopt;
    refuse(top, found.err);
  }
  Repository repository;
  if (found.out.ends_with("true\n")) repository.depth = Repository::Depth::shallow;
  repository.git_dir = ask_line(top, {"rev-parse", "--absolute-git-dir"});
  if (found.out.starts_with("true\n")) {
    repository.kind = Repository::Kind::bare;
    repository.root = repository.git_dir;
    if (real_path(repository.git_dir) == top) return std::nullopt;  // an older git takes the directory itself
    if (lies_among_files(real_path(repository.git_dir), top))
      refuse_as_sent(repository.git_dir,
                     fmt::format("{} leads into the files beside it", (top / ".git").native()));
    return repository;
  }
  if (!found.out.starts_with("false\ntrue\n"))
    throw Error(fmt::format("the repository {} has its working tree elsewhere, not around {}",
                            repository.git_dir.native(), top.native()),
                "`git config core.worktree` says where.");
  repository.root = ask_line(top, {"rev-parse", "--show-toplevel"});
  const fs::path common = ask_line(top, {"rev-parse", "--path-format=absolute", "--git-common-dir"});
  for (const auto& kept_in : {repository.git_dir, common})
    if (lies_among_files(real_path(kept_in), repository.root))
      refuse_as_sent(kept_in, fmt::format("it lies among the files of {}", repository.root.native()));
  return repository;
}

// Whether the repository tracks files below the directory, rather than the directory as a repository of its
// own.
bool tracks_below(const Repository& repository, const fs::path& directory) {
  if (repository.kind == Repository::Kind::bare) return false;
  const auto below = directory.lexically_relative(repository.root).native() + "/";
  return !ask_git(repository, {"ls-files", "-z", "--", below}).empty();
}

// Throws where a repository further up says that `directory` belongs to its files.
void check_not_tracked(const fs::path& directory, const fs::path& git_dir) {
  for (auto top = find_top_above(directory); top; top = find_top_above(*top)) {
    const auto outer = open_at(*top);
    if (!outer) continue;
    if (tracks_below(*outer, directory))
      refuse_as_sent(git_dir,
                     fmt::format("the files beside it belong to the repository {}", outer->root.native()));
    return;
  }
}

// As git judges the owner of a repository that it finds; of one that is named it does not.
bool is_trusted_owner(const fs::path& directory) {
  struct stat status = {};
  if (::stat(directory.c_str(), &status) != 0) return false;
  if (status.st_uid == ::geteuid()) return true;
  const auto trusted = run_git_alone({"config", "--get-all", "safe.directory"}).out;
  bool found = false;
  for (std::string_view rest = trusted; !rest.empty();) {
    const auto one = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    if (one.empty()) found = false;  // takes back what was said before
    if (one == "*" || one == directory.native()) found = true;
  }
  return found;
}

}  // namespace

Repository open_repository(const fs::path& directory) {
  const auto place = real_path(directory);
  for (auto top = find_top(place); top; top = find_top_above(*top)) {
    auto repository = open_at(*top);
    if (!repository) continue;
    if (repository->kind == Repository::Kind::bare) return *std::move(repository);
    if (!is_within(place, repository->root))
      throw Error(fmt::format("the repository {} has its working tree in {}, not around {}",
                              repository->git_dir.native(), repository->root.native(), place.native()),
                  "`git config core.worktree` says where.");
    check_not_tracked(*top, repository->git_dir);
    if (place != repository->root)
      repository->prefix = place.lexically_relative(repository->root).native() + "/";
    return *std::move(repository);
  }
  throw Error(fmt::format("{} is not in a git repository", place.native()),
              "`git init` makes one, and `git commit` keeps what there is to compare with.");
}

std::optional<Repository> open_bare_repository(const fs::path& directory) {
  const auto place = real_path(directory);
  if (!fs::exists(place / "HEAD") || !fs::is_directory(place / "objects")) return std::nullopt;
  Repository repository;
  repository.root = place;
  repository.git_dir = place;
  repository.kind = Repository::Kind::bare;
  check_not_tracked(place, place);
  if (!is_trusted_owner(place)) refuse_owner(place.native());
  const auto found = run_git(repository, {"rev-parse", "--is-bare-repository", "--is-shallow-repository"});
  if (!found.out.starts_with("true\n")) return std::nullopt;
  if (found.out.ends_with("true\n")) repository.depth = Repository::Depth::shallow;
  return repository;
}

RevisionRange parse_revision_range(std::string_view text) {
  using Kind = RevisionRange::Kind;
  const auto dots = text.find("..");
  RevisionRange range;
  const auto put = [](std::string& side, std::string_view name) {
    if (!name.empty()) side = name;
  };
  put(range.first, text.substr(0, dots));
  if (dots == std::string_view::npos) return range;
  range.kind = text.substr(dots).starts_with("...") ? Kind::three_dots : Kind::two_dots;
  put(range.second, text.substr(dots + (range.kind == Kind::three_dots ? 3 : 2)));
  return range;
}

}  // namespace kam
