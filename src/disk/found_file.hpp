#pragma once

#include <sys/stat.h>

#include <cstddef>
#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "disk/system.hpp"

namespace kam {

// Whether reading may wait for somebody who writes to a pipe.
enum class Waiting { never, allowed };

// Whether a name that is a link stands for what it leads to, or for the link.
enum class LastLink { followed, taken };

// What a name leads to, found and held but not opened: no pipe is waited for and no device is touched. Its
// kind and its place are asked of the file itself, so that they hold for what is read, whatever its name
// means by then.
class FoundFile {
 public:
  explicit FoundFile(std::filesystem::path file, LastLink last = LastLink::followed);

  // Why there is nothing, as errno says it; 0 where there is something.
  int error() const { return error_; }
  bool is_regular() const { return S_ISREG(status_.st_mode); }
  bool is_directory() const { return S_ISDIR(status_.st_mode); }
  bool is_link() const { return S_ISLNK(status_.st_mode); }
  // Whether it lies in the directory, and there in no `.git`, which may hold passwords. True, too, for what
  // lies nowhere, such as the pipe of a process substitution.
  bool lies_in(const std::filesystem::path& directory) const;
  // Its first bytes, at most `most` of them.
  std::variant<std::string, ReadFailure> read(std::size_t most, Waiting waiting) const;
  // The names in a directory, but for `.` and `..`.
  std::variant<std::vector<std::string>, ReadFailure> list() const;

 private:
  bool is_same(const struct stat& other) const;
  int open(int flags) const;

  std::filesystem::path file_;
  FileDescriptor fd_;
  struct stat status_ {};
  int error_ = 0;
};

// Whether a link on the way to `path`, which need not be there, leads out of the directory or into a `.git`
// of it. No for what cannot be followed, such as a link to itself: opening it tells why.
bool leads_out(const std::filesystem::path& directory, const std::filesystem::path& path);

}  // namespace kam
