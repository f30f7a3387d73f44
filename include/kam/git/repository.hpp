#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/model/date.hpp"

namespace kam {

// The git repository that a portfolio lies in. Whoever sends files must not choose it: a directory that looks
// like a bare repository, or a `.git` that leads into the working tree, came with the files and is not asked.
struct Repository {
  enum class Kind { work_tree, bare };
  enum class Depth { whole, shallow };

  std::filesystem::path root;     // the top of the working tree; of a bare repository its own directory
  std::filesystem::path git_dir;  // where git keeps it, by which every call of git names it
  std::string
      prefix;  // the portfolio's directory below `root`: empty, or with a slash at its end, `sales/kam/`
  Kind kind = Kind::work_tree;
  Depth depth = Depth::whole;  // a shallow clone lacks the commits before some
};

// The repository around the directory: that of the nearest `.git`, at the directory or above it. Throws Error
// where there is none, where git is not installed or refuses to read it, where its working tree is not around
// the directory, and where it came with the files: its `.git` leads into the working tree, or a repository
// further up tracks the files beside it.
Repository open_repository(const std::filesystem::path& directory);

// The bare repository that the directory itself is, or nothing. Throws Error as above, also for one of
// another user.
std::optional<Repository> open_bare_repository(const std::filesystem::path& directory);

struct Commit {
  std::string id;           // in full
  std::optional<Date> day;  // on which it was committed, where its committer was; none where git says none
  std::string author;
  std::string subject;
  std::vector<std::string> tags;  // that name it, sorted
};

// The commit that a revision names as git knows them: `HEAD~3`, `v1`, `main@{2026-06-30}`. Throws Error where
// there is none, with what a shallow clone lacks.
Commit find_commit(const Repository& repository, const std::string& revision);

// `A`, `A..B` or `A...B`, as it is written; a side that is left out is HEAD.
struct RevisionRange {
  enum class Kind { revision, two_dots, three_dots };
  Kind kind = Kind::revision;
  std::string first = "HEAD";
  std::string second = "HEAD";  // of a range only
};
RevisionRange parse_revision_range(std::string_view text);

// The commit that two lines of history last had in common, or nothing.
std::optional<Commit> find_merge_base(const Repository& repository, const Commit& one, const Commit& other);

// Which commits to list: those that `until` has and `after` has not.
struct CommitRange {
  std::optional<Commit> after;
  Commit until;
};

// The commits that changed the portfolio's files, oldest first: the states that the line of `until` went
// through, so of a merged branch the merge.
std::vector<Commit> list_commits(const Repository& repository, const CommitRange& range);

// The commits that tags name, in the order of history, oldest first.
std::vector<Commit> list_tagged_commits(const Repository& repository, const CommitRange& range);

}  // namespace kam
