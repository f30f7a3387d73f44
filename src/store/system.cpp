#include "store/system.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace kam {

namespace {

ReadFailure failure(int error_number) {
  return {fmt::format("cannot be read: {}", system_reason(error_number))};
}

}  // namespace

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

std::string system_reason(int error_number) {
  return std::generic_category().message(error_number);
}

std::variant<std::string, ReadFailure> try_read(const std::filesystem::path& file, std::size_t most) {
  FileDescriptor fd(retry([&] { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC); }));
  if (!fd.is_open()) return failure(errno);
  std::string content;
  std::array<char, std::size_t{1} << 16U> buffer{};
  while (content.size() < most) {
    const std::size_t wanted = std::min(buffer.size(), most - content.size());
    const auto count = retry([&] { return ::read(fd.get(), buffer.data(), wanted); });
    if (count < 0) return failure(errno);
    if (count == 0) break;
    content.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return content;
}

}  // namespace kam
