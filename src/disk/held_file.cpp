#include "disk/held_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

namespace kam {

namespace {

// Whether leases are not to be had here at all, as on network file systems.
bool has_no_leases(int error_number) {
  constexpr std::array kReasons{EINVAL, ENOLCK, ENOSYS, ENOTTY, ENOTSUP, EACCES, EPERM};
  return std::ranges::find(kReasons, error_number) != kReasons.end();
}

}  // namespace

HeldFile::HeldFile(const std::filesystem::path& file) : fd_(-1) {
  // A pipe or a device is not opened, since that alone could do something.
  if (retry([&] { return ::lstat(file.c_str(), &status_); }) < 0) {
    error_ = errno;
    return;
  }
  if (!S_ISREG(status_.st_mode)) return;
  fd_.reset(
      retry([&] { return ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC); }));
  if (!fd_.is_open() || retry([&] { return ::fstat(fd_.get(), &status_); }) < 0) error_ = errno;
  if (error_ == 0 && is_regular()) take_lease();
}

void HeldFile::take_lease() {
  // A lease for reading is one against writers, and other readers do not matter. That somebody wants to write
  // is told by a signal: by one that does nothing, since the usual one would end kam.
  const bool taken = ::fcntl(fd_.get(), F_SETSIG, SIGURG) == 0 &&
                     retry([&] { return ::fcntl(fd_.get(), F_SETLEASE, F_RDLCK); }) == 0;
  if (taken)
    lease_ = Lease::held;
  else if (errno == EAGAIN || errno == EBUSY)
    lease_ = Lease::refused;
  else if (!has_no_leases(errno))
    error_ = errno;
}

bool HeldFile::is_being_written() {
  if (lease_ != Lease::held) return lease_ == Lease::refused;
  const int lease = ::fcntl(fd_.get(), F_GETLEASE);
  if (lease < 0) error_ = errno;
  return lease != F_RDLCK;
}

std::optional<std::string> HeldFile::text(std::size_t most) {
  if (!is_regular() || error_ != 0) return std::nullopt;
  std::string text;
  std::array<char, std::size_t{1} << 16U> buffer{};
  while (text.size() <= most) {
    const auto at = static_cast<off_t>(text.size());
    const auto count = retry([&] { return ::pread(fd_.get(), buffer.data(), buffer.size(), at); });
    if (count < 0) {
      error_ = errno;
      return std::nullopt;
    }
    if (count == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
  return std::nullopt;
}

bool HeldFile::is(const HeldFile& other) const {
  return status_.st_dev == other.status_.st_dev && status_.st_ino == other.status_.st_ino;
}

}  // namespace kam
