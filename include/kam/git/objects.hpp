#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "kam/git/repository.hpp"

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

  explicit ObjectReader(const Repository& repository, std::size_t most = kMost);
  ~ObjectReader();
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;

  // The object's bytes. Throws Error where the repository lacks it.
  std::string read(const std::string& id);
  // The same of many, asked for all at once: `take` gets the place in `ids` and the bytes, in order. After it
  // throws, nothing more can be read.
  void read_each(std::span<const std::string> ids,
                 const std::function<void(std::size_t place, std::string content)>& take);

  // The entries of a directory by its tree's id; each tree is read once. A commit's id is its topmost tree.
  const std::vector<TreeEntry>& read_tree(const std::string& id);

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
  std::map<std::string, std::vector<TreeEntry>> trees_;
};

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
