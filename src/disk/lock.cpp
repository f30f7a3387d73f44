#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <thread>
#include <vector>

#include "disk/leftovers.hpp"
#include "disk/system.hpp"
#include "kam/disk/write.hpp"

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

// In a portfolio and below. What a link leads to is not ours to clean.
std::vector<SavedText> remove_all_leftovers(const std::filesystem::path& root) {
  auto saved = remove_leftovers(root);
  for (const auto* name : {"accounts", ".kam"}) {
    std::error_code ignored;
    if (std::filesystem::is_symlink(root / name, ignored)) continue;
    for (auto& text : remove_leftovers(root / name)) saved.push_back(std::move(text));
  }
  return saved;
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
  // Told by stopping, since it must not be overlooked; it is told once.
  if (const auto saved = remove_all_leftovers(root); !saved.empty())
    throw Error(fmt::format("a save of {} was found that a killed kam had moved away; it is now {}",
                            saved.front().target.native(), saved.front().saved.native()),
                "Compare the two, take over what is missing, remove the second, and run the command again.");
  fd_ = directory.release();
}

DirectoryLock::~DirectoryLock() {
  ::close(fd_);
}

}  // namespace kam
