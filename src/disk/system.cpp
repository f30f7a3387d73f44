#include "disk/system.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace kam {

FileDescriptor::~FileDescriptor() {
  close();
}

void FileDescriptor::reset(int fd) {
  close();
  fd_ = fd;
}

int FileDescriptor::release() {
  return std::exchange(fd_, -1);
}

bool FileDescriptor::close() {
  const int fd = release();
  // After EINTR the descriptor is closed all the same: a second call could close another's.
  return fd < 0 || ::close(fd) == 0 || errno == EINTR;
}

ReadFailure read_failure(int error_number) {
  return {fmt::format("cannot be read: {}", system_reason(error_number))};
}

std::variant<std::string, ReadFailure> read_all(int fd, std::size_t most) {
  std::string content;
  std::array<char, std::size_t{1} << 16U> buffer{};
  while (content.size() < most) {
    const std::size_t wanted = std::min(buffer.size(), most - content.size());
    const auto count = retry([&] { return ::read(fd, buffer.data(), wanted); });
    if (count < 0) return read_failure(errno);
    if (count == 0) break;
    content.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return content;
}

std::variant<std::string, ReadFailure> try_read(const std::filesystem::path& file, std::size_t most) {
  const FileDescriptor fd(retry([&] { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC); }));
  if (!fd.is_open()) return read_failure(errno);
  return read_all(fd.get(), most);
}

}  // namespace kam
