#include "disk/found_file.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <climits>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

namespace kam {

namespace fs = std::filesystem;

namespace {

std::string name_of(int fd) {
  return fmt::format("/proc/self/fd/{}", fd);
}

// Where an open file lies; nothing where /proc is not mounted.
std::optional<fs::path> place_of(int fd) {
  std::array<char, PATH_MAX> buffer{};
  const auto size = retry([&] { return ::readlink(name_of(fd).c_str(), buffer.data(), buffer.size()); });
  if (size < 0) return std::nullopt;
  return fs::path(std::string(buffer.data(), static_cast<std::size_t>(size)));
}

bool is_below(const fs::path& directory, const fs::path& path) {
  const auto [end, rest] = std::ranges::mismatch(directory, path);
  return end == directory.end() && std::find(rest, path.end(), ".git") == path.end();
}

}  // namespace

FoundFile::FoundFile(fs::path file, LastLink last)
    : file_(std::move(file)), fd_(retry([&] {
        return ::open(file_.c_str(), O_PATH | O_CLOEXEC | (last == LastLink::taken ? O_NOFOLLOW : 0));
      })) {
  if (!fd_.is_open() || ::fstat(fd_.get(), &status_) < 0) error_ = errno;
}

bool FoundFile::is_same(const struct stat& other) const {
  return other.st_dev == status_.st_dev && other.st_ino == status_.st_ino;
}

bool FoundFile::lies_in(const fs::path& directory) const {
  std::error_code error;
  const auto around = fs::canonical(directory, error);
  if (error) return false;
  auto place = place_of(fd_.get());
  if (!place) {
    place = fs::canonical(file_, error);
    struct stat there {};
    if (error || ::lstat(place->c_str(), &there) < 0 || !is_same(there)) return false;
  }
  return place->is_relative() || is_below(around, *place);
}

// Through /proc it is the very file that was found; where that is not mounted, one of the same number.
int FoundFile::open(int flags) const {
  flags |= O_RDONLY | O_CLOEXEC | O_NOCTTY;
  const int fd = retry([&] { return ::open(name_of(fd_.get()).c_str(), flags); });
  if (fd >= 0 || errno != ENOENT) return fd;
  FileDescriptor by_name(retry([&] { return ::open(file_.c_str(), flags); }));
  struct stat there {};
  if (!by_name.is_open() || ::fstat(by_name.get(), &there) < 0) return -1;
  if (is_same(there)) return by_name.release();
  errno = ESTALE;
  return -1;
}

std::variant<std::string, ReadFailure> FoundFile::read(std::size_t most, Waiting waiting) const {
  if (error_ != 0) return read_failure(error_);
  const FileDescriptor fd(open(waiting == Waiting::never ? O_NONBLOCK : 0));
  if (!fd.is_open()) return read_failure(errno);
  return read_all(fd.get(), most);
}

std::variant<std::vector<std::string>, ReadFailure> FoundFile::list() const {
  if (error_ != 0) return read_failure(error_);
  FileDescriptor fd(open(O_DIRECTORY));
  if (!fd.is_open()) return read_failure(errno);
  const std::unique_ptr<DIR, int (*)(DIR*)> directory(::fdopendir(fd.get()), ::closedir);
  if (!directory) return read_failure(errno);
  fd.release();
  std::vector<std::string> names;
  for (;;) {
    errno = 0;
    const auto* const entry = ::readdir(directory.get());
    if (entry == nullptr) break;
    std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(std::move(name));
  }
  if (errno != 0) return read_failure(errno);
  return names;
}

bool leads_out(const fs::path& directory, const fs::path& path) {
  std::error_code error;
  const auto around = fs::weakly_canonical(directory, error);
  if (error) return false;
  const auto real = fs::weakly_canonical(path, error);
  if (error) return false;
  if (is_below(around, real)) return false;
  // Else it is in a `.git`, where no link led that is named so.
  const bool is_inside = std::ranges::mismatch(around, real).in1 == around.end();
  return !is_inside || real != (around / path.lexically_relative(directory)).lexically_normal();
}

}  // namespace kam
