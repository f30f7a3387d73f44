#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/model/date.hpp"

namespace kam {

// The git repository that a portfolio lies in.
struct Repository {
  enum class Kind { work_tree, bare };
  enum class Depth { whole, shallow };

  std::filesystem::path root;  // the top of the working tree; of a bare repository its own directory
  std::string prefix;  // the portfolio's directory below it: empty, or with a slash at its end, `sales/kam/`
  Kind kind = Kind::work_tree;
  Depth depth = Depth::whole;  // a shallow clone lacks the commits before some
};

// The repository that the directory lies in. Throws Error where it lies in none, where git is not installed,
// and where git refuses to read the repository.
Repository open_repository(const std::filesystem::path& portfolio);

struct Commit {
  std::string id;  // in full
  Date day;        // on which it was committed, where its committer was
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
