#include "store/system.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <system_error>
#include <utility>

namespace kam {

namespace {

ReadFailure failure(int error_number) {
  return {fmt::format("cannot be read: {}", system_reason(error_number))};
}

std::string size_text(std::size_t bytes) {
  constexpr std::size_t kMebibyte = std::size_t{1} << 20U;
  return bytes % kMebibyte == 0 ? fmt::format("{} MiB", bytes / kMebibyte) : fmt::format("{} bytes", bytes);
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

bool is_temporary_name(std::string_view name) {
  return name.starts_with(".kam-") && name.ends_with(".tmp");
}

std::variant<std::string, ReadFailure> try_read(const std::filesystem::path& file, std::size_t limit) {
  FileDescriptor fd(retry([&] { return ::open(file.c_str(), O_RDONLY | O_CLOEXEC); }));
  if (!fd.is_open()) return failure(errno);
  std::string content;
  std::array<char, std::size_t{1} << 16U> buffer{};
  for (;;) {
    const auto count = retry([&] { return ::read(fd.get(), buffer.data(), buffer.size()); });
    if (count < 0) return failure(errno);
    if (count == 0) return content;
    content.append(buffer.data(), static_cast<std::size_t>(count));
    if (content.size() > limit) return ReadFailure{fmt::format("is larger than {}", size_text(limit))};
  }
}

}  // namespace kam
