#include "kam/disk/write.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "disk/exchange.hpp"
#include "disk/file_traits.hpp"
#include "disk/system.hpp"
#include "disk/temporary_file.hpp"
#include "disk/temporary_name.hpp"

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

// A file that its modes protect is not replaced either, though the directory would allow it; root, whom modes
// do not hold back, respects that nobody may write it.
void check_writable(const fs::path& file, const struct stat& status) {
  constexpr mode_t kWriteBits = 0222;
  constexpr mode_t kPermissions = 0777;
  int reason = (status.st_mode & kWriteBits) == 0 ? EACCES : 0;
  if (reason == 0 && ::faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) < 0) reason = errno;
  if (reason == 0) return;
  if (reason != EACCES) fail_writing(file, reason);
  throw Error(
      fmt::format("{} cannot be written: {}", file.native(), system_reason(reason)),
      fmt::format("Its mode is {:04o}. If it may be changed, its owner can allow it with `chmod u+w`.",
                  status.st_mode & kPermissions));
}

// What replaces one of a file's names would part it from the others.
void check_single(const fs::path& file, const struct stat& status) {
  if (status.st_nlink <= 1) return;
  throw Error(fmt::format("{} has {} names (hard links), and kam would part it from the others",
                          file.native(), status.st_nlink),
              "Put a copy in its place, so that it has one name, or remove its other names.");
}

// The file that is to be replaced, opened, once nothing speaks against that.
int open_replaceable(const fs::path& file) {
  const auto status = regular_file_at(file);
  if (!status) fail_writing(file, ENOENT);
  check_writable(file, *status);
  check_single(file, *status);
  const int fd =
      retry([&] { return ::open(file.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC); });
  if (fd < 0) throw Error(fmt::format("{} cannot be read: {}", file.native(), system_reason(errno)));
  return fd;
}

// The directory of a file, opened before anything is written, so that it can be synced when it is.
class SyncedDirectory {
 public:
  explicit SyncedDirectory(const fs::path& file)
      : file_(file),
        fd_(retry([&] { return ::open(directory_of(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); })) {
    if (!fd_.is_open()) fail_writing(file, errno);
  }

  // Why it cannot be synced, or 0.
  int try_sync() const {
    if (retry([&] { return ::fsync(fd_.get()); }) == 0) return 0;
    return errno == EINVAL ? 0 : errno;  // a file system that has no such thing
  }
  void sync() const { check(try_sync()); }
  void check(int reason) const {
    if (reason == 0) return;
    throw Error(fmt::format("{} is written, but its directory cannot be synced: {}", file_.native(),
                            system_reason(reason)),
                "The file is whole, but might not outlast a power cut.");
  }

 private:
  const fs::path& file_;
  FileDescriptor fd_;
};

using ReadBytes = std::variant<std::string, ReadFailure>;

std::string content_of(const fs::path& file, ReadBytes read) {
  if (const auto* failure = std::get_if<ReadFailure>(&read))
    throw Error(fmt::format("{} {}", file.native(), failure->reason));
  return std::get<std::string>(std::move(read));
}

// Why the file that came out of an exchange is not the one that was read.
enum class Difference { none, changed, being_written, unreadable };

Difference difference_of(HeldFile& came, std::string_view expected, const FileTraits& traits,
                         const fs::path& file) {
  const bool written = came.is_being_written();
  const auto text = came.text(expected.size());
  if (came.error() != 0) return Difference::unreadable;
  if (written) return Difference::being_written;
  if (!text || *text != expected || read_traits(came.fd(), file) != traits) return Difference::changed;
  return Difference::none;
}

std::string kept_hint(const KeptFile& kept) {
  return kept ? fmt::format(" What else was saved meanwhile is in {}.", kept->native()) : "";
}

[[noreturn]] void fail_changed(const fs::path& file, const KeptFile& kept = {}) {
  throw Error(fmt::format("{} was changed meanwhile by somebody else, and was left as it is", file.native()),
              "Run the command again: it starts from what stands there now." + kept_hint(kept));
}

[[noreturn]] void fail_differing(const fs::path& file, Difference difference, int error_number,
                                 const KeptFile& kept) {
  if (difference == Difference::unreadable)
    throw Error(fmt::format("{} cannot be written: {}", file.native(), system_reason(error_number)),
                kept ? kept_hint(kept).substr(1) : "");
  if (difference == Difference::changed) fail_changed(file, kept);
  throw Error(fmt::format("{} is open for writing in another program, and was left as it is", file.native()),
              "Run the command again when the file is saved and closed there." + kept_hint(kept));
}

// The file that came out of the exchange goes, if it is the one that was read; else back.
void finish_exchange(const fs::path& file, const fs::path& came_out, std::string_view expected,
                     const FileTraits& traits, const KnownTexts& known, const SyncedDirectory& directory) {
  HeldFile came(came_out);
  auto difference = Difference::unreadable;
  int unsynced = 0;
  try {
    difference = difference_of(came, expected, traits, file);
    if (difference == Difference::none) unsynced = directory.try_sync();
  } catch (const Error&) {
    put_back(came_out, file, known);
    throw;
  }
  // Who opened it for writing since waits, and writes to what has its name again.
  if (difference == Difference::none && came.is_being_written())
    difference = came.error() != 0 ? Difference::unreadable : Difference::being_written;
  if (difference != Difference::none)
    fail_differing(file, difference, came.error(), put_back(came_out, file, known));
  ::unlink(came_out.c_str());  // what cannot be removed is hidden, and the next kam removes it
  directory.check(unsynced);
}

}  // namespace

std::string read_file(const fs::path& file, std::size_t limit) {
  // One byte more tells, if there is such a number.
  auto content = content_of(file, try_read(file, std::max(limit, limit + 1)));
  if (content.size() > limit) throw Error(fmt::format("{} is larger than {} bytes", file.native(), limit));
  return content;
}

void replace_file(const fs::path& file, std::string_view expected, std::string_view content) {
  const FileDescriptor original(open_replaceable(file));
  const auto traits = read_traits(original.get(), file);
  const SyncedDirectory directory(file);
  TemporaryFile mine(file, traits);
  mine.write(content);
  if (content_of(file, read_all(original.get(), expected.size() + 1)) != expected) fail_changed(file);
  const KnownTexts known{mark_of(expected), mark_of(content), std::max(expected.size(), content.size())};
  mine.rename({TemporaryName::Kind::exchanged, known.old_mark, known.new_mark, file.filename().native()});
  const auto exchanged = exchange(mine.path(), file, known);
  if (exchanged.outcome != Exchange::Outcome::done) fail_changed(file, exchanged.kept);
  const auto came_out = mine.path();
  mine.release();
  finish_exchange(file, came_out, expected, traits, known, directory);
}

void check_replaceable(const fs::path& file) {
  const FileDescriptor opened(open_replaceable(file));
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
  if (!regular_file_at(file)) return create_file(file, content);
  replace_file(file, content_of(file, try_read(file, std::numeric_limits<std::size_t>::max())), content);
}

void remove_file(const fs::path& file, std::string_view expected) {
  const FileDescriptor original(open_replaceable(file));
  const auto mark = mark_of(expected);
  const KnownTexts known{mark, mark, expected.size()};
  const auto taken = directory_of(file) /
                     make_temporary_name({TemporaryName::Kind::taken, mark, mark, file.filename().native()});
  if (retry([&] { return ::rename(file.c_str(), taken.c_str()); }) < 0)
    throw Error(fmt::format("{} cannot be removed: {}", file.native(), system_reason(errno)));
  HeldFile came(taken);
  if (!may_go(came, known))
    fail_changed(file, move_to_free_name(taken, file) ? KeptFile() : settle(taken, file, known));
  ::unlink(taken.c_str());
}

}  // namespace kam
