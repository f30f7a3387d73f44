#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kam/git/repository.hpp"
#include "kam/model/error.hpp"

namespace kam {

// One entry of a directory in a commit.
struct TreeEntry {
  enum class Kind { file, link, directory, other };
  std::string name;
  std::string id;
  Kind kind = Kind::file;
};
std::vector<TreeEntry> parse_tree(std::string_view content, std::size_t id_digits);

// Reads objects through one `git cat-file --batch` that lives as long as the reader. Not for two threads.
class ObjectReader {
 public:
  // Of a larger object the first `most` bytes are kept: one more than the largest file that kam reads.
  static constexpr std::size_t kMost = (std::size_t{4} << 20U) + 1;

  explicit ObjectReader(Repository repository, std::size_t most = kMost);
  ~ObjectReader();
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;

  // The object's bytes. Throws Error where the repository lacks it or cannot read it; others can be read
  // then.
  std::string read(const std::string& id);
  // The same of many, asked for all at once: `take` gets the place in `ids` and the bytes, in order, or why
  // there are none.
  using Content = std::variant<std::string, Error>;
  void read_each(std::span<const std::string> ids,
                 const std::function<void(std::size_t place, Content content)>& take);

  // The entries of a directory by its tree's id; each tree is read once. A commit's id is its topmost tree.
  // Throws Error as `read`, and where the bytes are no directory.
  const std::vector<TreeEntry>& read_tree(const std::string& id);

 private:
  struct Stream;
  // What follows `ids[from]` is asked for; a git that ended before it had answered is started again.
  void start(std::span<const std::string> ids, std::size_t from);

  Repository repository_;
  std::size_t most_;
  std::unique_ptr<Stream> stream_;
  std::map<std::string, std::vector<TreeEntry>> trees_;
};

// What lies in the portfolio's directory in a commit, given by its id; nothing where the commit lacks it.
std::vector<TreeEntry> find_directory(ObjectReader& reader, const Repository& repository,
                                      const std::string& commit);

// A file of the portfolio in a commit.
struct CommittedFile {
  std::string file;  // from the portfolio's directory on: `kam.yaml`, `accounts/weserguss.yaml`
  std::string blob;
  TreeEntry::Kind kind = TreeEntry::Kind::file;

  bool operator==(const CommittedFile&) const = default;
};

// kam.yaml and whatever lies in accounts/; none of them where the commit has no portfolio there.
std::vector<CommittedFile> list_files(ObjectReader& reader, const Repository& repository,
                                      const Commit& commit);

}  // namespace kam
