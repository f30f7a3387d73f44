#include "kam/store/write.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

#include "store/system.hpp"
#include "store/temporary_file.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

// What stands at `file`, or nothing where there is none. A link or a directory is refused.
std::optional<struct stat> regular_file_at(const fs::path& file) {
  struct stat status = {};
  if (retry([&] { return ::lstat(file.c_str(), &status); }) < 0) {
    if (errno != ENOENT) fail_writing(file, errno);
    return std::nullopt;
  }
  if (S_ISLNK(status.st_mode))
    throw Error(fmt::format("{} is a symbolic link, and kam does not write through links", file.native()),
                "Put the file itself in the link's place.");
  if (!S_ISREG(status.st_mode)) throw Error(fmt::format("{} is not a regular file", file.native()));
  return status;
}

// The directory of a file, opened before anything is written, so that it can be synced when it is.
class SyncedDirectory {
 public:
  explicit SyncedDirectory(const fs::path& file)
      : file_(file),
        fd_(retry([&] { return ::open(directory_of(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); })) {
    if (!fd_.is_open()) fail_writing(file, errno);
  }

  void sync() const {
    if (retry([&] { return ::fsync(fd_.get()); }) == 0) return;
    if (errno == EINVAL) return;  // a file system that has no such thing
    throw Error(fmt::format("{} is written, but its directory cannot be synced: {}", file_.native(),
                            system_reason(errno)),
                "The file is whole, but might not outlast a power cut.");
  }

 private:
  const fs::path& file_;
  FileDescriptor fd_;
};

std::string content_of(const fs::path& file, std::size_t most) {
  auto read = try_read(file, most);
  if (const auto* failure = std::get_if<ReadFailure>(&read))
    throw Error(fmt::format("{} {}", file.native(), failure->reason));
  return std::get<std::string>(std::move(read));
}

}  // namespace

std::string read_file(const fs::path& file, std::size_t limit) {
  auto content =
      content_of(file, std::max(limit, limit + 1));  // one byte more tells, if there is such a number
  if (content.size() > limit) throw Error(fmt::format("{} is larger than {} bytes", file.native(), limit));
  return content;
}

void replace_file(const fs::path& file, std::string_view expected, std::string_view content) {
  const auto status = regular_file_at(file);
  if (!status) fail_writing(file, ENOENT);
  const SyncedDirectory directory(file);
  TemporaryFile replacement(file, status);
  replacement.write(content);
  if (content_of(file, expected.size() + 1) != expected)
    throw Error(
        fmt::format("{} was changed meanwhile by somebody else, and was left as it is", file.native()),
        "Run the command again: it starts from what stands there now.");
  replacement.replace_target();
  directory.sync();
}

void check_replaceable(const fs::path& file) {
  if (!regular_file_at(file)) fail_writing(file, ENOENT);
  if (::faccessat(AT_FDCWD, directory_of(file).c_str(), W_OK | X_OK, AT_EACCESS) < 0)
    fail_writing(file, errno);
}

void make_directories(const fs::path& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error)
    throw Error(
        fmt::format("cannot make the directory {}: {}", directory.native(), system_reason(error.value())));
}

void create_file(const fs::path& file, std::string_view content) {
  const SyncedDirectory directory(file);
  {
    TemporaryFile created(file, std::nullopt);
    created.write(content);
    created.become_target();
  }
  directory.sync();
}

void put_file(const fs::path& file, std::string_view content) {
  const auto status = regular_file_at(file);
  const SyncedDirectory directory(file);
  TemporaryFile written(file, status);
  written.write(content);
  written.replace_target();
  directory.sync();
}

}  // namespace kam
