#include "kam/git/repository.hpp"

#include <fmt/format.h>

#include "kam/git/run.hpp"
#include "kam/model/error.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

// What git prints, without the line break at its end: a path may have others.
std::string ask_line(const fs::path& directory, const std::vector<std::string>& arguments) {
  auto text = ask_git(directory, arguments);
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

[[noreturn]] void refuse(const fs::path& directory, const std::string& err) {
  const auto reason = git_reason(err);
  if (err.find("dubious ownership") != std::string::npos) {
    const auto begin = reason.find('\'');
    const auto path = begin == std::string::npos ? directory.native()
                                                 : reason.substr(begin + 1, reason.rfind('\'') - begin - 1);
    throw Error(
        fmt::format("git does not read the repository {}: it belongs to another user", path),
        fmt::format("Where you trust its owner, say `git config --global --add safe.directory '{}'`.", path));
  }
  if (reason.starts_with("not a git repository"))
    throw Error(fmt::format("{} is not in a git repository", directory.native()),
                "`git init` makes one, and `git commit` keeps what there is to compare with.");
  throw Error(fmt::format("git cannot open the repository of {}: {}", directory.native(), reason));
}

}  // namespace

Repository open_repository(const fs::path& portfolio) {
  const auto found = run_git(portfolio, {"rev-parse", "--is-inside-work-tree", "--is-shallow-repository"});
  if (found.status != 0) refuse(portfolio, found.err);
  Repository repository;
  if (found.out.ends_with("true\n")) repository.depth = Repository::Depth::shallow;
  if (!found.out.starts_with("true\n")) {
    repository.kind = Repository::Kind::bare;
    repository.root = ask_line(portfolio, {"rev-parse", "--absolute-git-dir"});
    return repository;
  }
  repository.root = ask_line(portfolio, {"rev-parse", "--show-toplevel"});
  repository.prefix = ask_line(portfolio, {"rev-parse", "--show-prefix"});
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
