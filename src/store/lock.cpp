#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <thread>

#include "kam/store/write.hpp"
#include "store/system.hpp"

namespace kam {

namespace {

constexpr auto kPause = std::chrono::milliseconds(20);

// Takes the lock, or says why it cannot be had: EWOULDBLOCK where another holds it until `wait` is over.
int take_lock(int fd, std::chrono::milliseconds wait) {
  const auto deadline = std::chrono::steady_clock::now() + wait;
  while (retry([fd] { return ::flock(fd, LOCK_EX | LOCK_NB); }) < 0) {
    if (errno != EWOULDBLOCK || std::chrono::steady_clock::now() >= deadline) return errno;
    std::this_thread::sleep_for(kPause);
  }
  return 0;
}

// Under the lock no writer of ours is at work: such files are what a killed one left behind.
void remove_leftovers(const std::filesystem::path& directory) {
  std::error_code ignored;
  for (std::filesystem::directory_iterator entry(directory, ignored), end; !ignored && entry != end;
       entry.increment(ignored))
    if (is_temporary_name(entry->path().filename().native())) ::unlink(entry->path().c_str());
}

// What a link leads to is not ours to clean.
void remove_leftovers_below(const std::filesystem::path& root, const char* name) {
  std::error_code ignored;
  if (!std::filesystem::is_symlink(root / name, ignored)) remove_leftovers(root / name);
}

}  // namespace

DirectoryLock::DirectoryLock(const std::filesystem::path& root, std::chrono::milliseconds wait) {
  FileDescriptor directory(retry([&] { return ::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
  const int reason = directory.is_open() ? take_lock(directory.get(), wait) : errno;
  if (reason == EWOULDBLOCK)
    throw Error(
        fmt::format("another kam is writing in {} and did not finish in {} ms", root.native(), wait.count()),
        "Try again when it is done; its lock ends with it.");
  if (reason != 0) throw Error(fmt::format("{} cannot be locked: {}", root.native(), system_reason(reason)));
  remove_leftovers(root);
  remove_leftovers_below(root, "accounts");
  remove_leftovers_below(root, ".kam");
  fd_ = directory.release();
}

DirectoryLock::~DirectoryLock() {
  ::close(fd_);
}

}  // namespace kam
