#pragma once

#include <cerrno>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>

#include "kam/model/error.hpp"
#include "kam/model/system_reason.hpp"

namespace kam {

// The system's calls, with interruptions retried and failures told by name.

// Owns an open file.
class FileDescriptor {
 public:
  explicit FileDescriptor(int fd) : fd_(fd) {}
  ~FileDescriptor();
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;

  int get() const { return fd_; }
  bool is_open() const { return fd_ >= 0; }
  void reset(int fd);
  int release();
  // Closes it now; false where the system says that something went wrong.
  bool close();

 private:
  int fd_ = -1;
};

// Calls `call` again as long as a signal interrupts it.
template <class Call>
auto retry(Call call) {
  auto result = call();
  while (result < 0 && errno == EINTR) result = call();
  return result;
}

// Why something cannot be read: `cannot be read: Permission denied`.
struct ReadFailure {
  std::string reason;
};
ReadFailure read_failure(int error_number);

// What comes from an open file, at most `most` bytes of it.
std::variant<std::string, ReadFailure> read_all(int fd, std::size_t most);

// The first bytes of a file, at most `most` of them.
std::variant<std::string, ReadFailure> try_read(const std::filesystem::path& file, std::size_t most);

}  // namespace kam
