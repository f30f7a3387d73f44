#include "store/temporary_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <utility>

namespace kam {

namespace fs = std::filesystem;

fs::path directory_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

void fail_writing(const fs::path& file, int error_number) {
  throw Error(fmt::format("{} cannot be written: {}", file.native(), system_reason(error_number)));
}

TemporaryFile::TemporaryFile(fs::path target, const std::optional<struct stat>& like)
    : target_(std::move(target)), fd_(-1) {
  constexpr mode_t kPrivate = 0600;
  constexpr mode_t kShared = 0666;  // less the umask
  constexpr mode_t kModeBits = 07777;
  open_unique(like ? kPrivate : kShared);
  if (!like) return;
  // Only root may give a file away; the group can be kept by its members.
  if (::fchown(fd_.get(), like->st_uid, like->st_gid) < 0)
    static_cast<void>(::fchown(fd_.get(), static_cast<uid_t>(-1), like->st_gid));
  if (retry([&] { return ::fchmod(fd_.get(), like->st_mode & kModeBits); }) < 0) {
    const int reason = errno;
    ::unlink(path_.c_str());
    fail(reason);
  }
}

TemporaryFile::~TemporaryFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

void TemporaryFile::open_unique(mode_t mode) {
  static std::atomic<unsigned> counter{0};
  constexpr int kAttempts = 100;  // a killed process of the same number may have left some
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    path_ = directory_of(target_) / fmt::format(".kam-{}-{}.tmp", ::getpid(), counter++);
    fd_.reset(retry(
        [&] { return ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode); }));
    if (fd_.is_open()) return;
    if (errno != EEXIST) break;
  }
  fail(errno);
}

void TemporaryFile::write(std::string_view content) {
  while (!content.empty()) {
    const auto count = retry([&] { return ::write(fd_.get(), content.data(), content.size()); });
    if (count < 0) fail(errno);
    content.remove_prefix(static_cast<std::size_t>(count));
  }
  if (retry([&] { return ::fsync(fd_.get()); }) < 0) fail(errno);
  if (!fd_.close()) fail(errno);
}

void TemporaryFile::replace_target() {
  if (retry([&] { return ::rename(path_.c_str(), target_.c_str()); }) < 0) fail(errno);
  path_.clear();
}

void TemporaryFile::become_target() {
  const auto* from = path_.c_str();
  const auto* to = target_.c_str();
  if (retry([&] { return ::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE); }) == 0) {
    path_.clear();
    return;
  }
  // A file system without such a rename: give it a second name; the destructor takes the first away.
  if ((errno == EINVAL || errno == ENOSYS) && retry([&] { return ::link(from, to); }) == 0) return;
  if (errno != EEXIST) fail(errno);
  throw Error(fmt::format("{} is already there", target_.native()),
              "Choose another name: a new file never replaces one.");
}

void TemporaryFile::fail(int error_number) const {
  fail_writing(target_, error_number);
}

}  // namespace kam
