#include "disk/temporary_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "disk/exchange.hpp"
#include "kam/disk/write.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

// The names of all temporary files there are, for an end at which nothing is destroyed any more. One that
// finds no room is left to the next kam.
constexpr std::size_t kMostAtOnce = 4;
std::array<const char*, kMostAtOnce>
    unfinished{};  // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

void replace_unfinished(const char* before, const char* after) {
  const auto place = std::ranges::find(unfinished, before);
  if (place != unfinished.end()) *place = after;
}

}  // namespace

void abandon_writes() noexcept {
  for (const auto* const path : unfinished)
    if (path != nullptr) ::unlink(path);
}

fs::path directory_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path(".");
}

void fail_writing(const fs::path& file, int error_number) {
  throw Error(fmt::format("{} cannot be written: {}", file.native(), system_reason(error_number)));
}

TemporaryFile::TemporaryFile(fs::path target, std::optional<FileTraits> like)
    : target_(std::move(target)), like_(std::move(like)), fd_(-1) {
  constexpr mode_t kPrivate = 0600;  // until it has what it is to keep
  constexpr mode_t kShared = 0666;   // less the umask
  open_unique(like_ ? kPrivate : kShared);
}

TemporaryFile::~TemporaryFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
  release();
}

// Without asking for memory: a file must not lie under a name that nobody knows.
void TemporaryFile::take_name(fs::path path) {
  const char* const before = path_.empty() ? nullptr : path_.c_str();
  fs::path old = std::exchange(path_, std::move(path));
  replace_unfinished(before, path_.c_str());
}

void TemporaryFile::release() {
  if (path_.empty()) return;
  replace_unfinished(path_.c_str(), nullptr);
  path_.clear();
}

void TemporaryFile::open_unique(mode_t mode) {
  constexpr int kAttempts = 100;  // a killed process of the same number may have left some
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    auto path = directory_of(target_) / make_temporary_name({});
    fd_.reset(retry(
        [&] { return ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode); }));
    if (fd_.is_open()) {
      take_name(std::move(path));
      return;
    }
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
  if (like_) give_traits(fd_.get(), *like_, target_);
  if (retry([&] { return ::fsync(fd_.get()); }) < 0) fail(errno);
  if (!fd_.close()) fail(errno);
}

void TemporaryFile::rename(const TemporaryName& name) {
  auto path = directory_of(target_) / make_temporary_name(name);
  if (retry([&] { return ::rename(path_.c_str(), path.c_str()); }) < 0) fail(errno);
  take_name(std::move(path));
}

void TemporaryFile::become_target() {
  if (!move_to_free_name(path_, target_))
    throw Error(fmt::format("{} is already there", target_.native()),
                "Choose another name: a new file never replaces one.");
  release();
}

void TemporaryFile::fail(int error_number) const {
  fail_writing(target_, error_number);
}

}  // namespace kam
