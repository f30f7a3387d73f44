#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <algorithm>
#include <filesystem>
#include <system_error>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "disk/exchange.hpp"
#include "disk/system.hpp"
#include "disk/temporary_name.hpp"
#include "kam/disk/write.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

// A save that a killed kam had moved away, and the file beside it to which it belongs.
struct SavedText {
  std::filesystem::path saved;
  std::filesystem::path target;
};

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

using Kind = TemporaryName::Kind;

// A save of which not even the name is known any more, since it was too long.
constexpr const char* kNameless = "account";

constexpr std::size_t kLongestText = std::size_t{64} << 20U;  // what read_file reads

bool is_missing(const fs::path& file) {
  struct stat status = {};
  return ::lstat(file.c_str(), &status) < 0 && errno == ENOENT;
}

KeptFile remove_leftover(const fs::path& leftover, const TemporaryName& name, const fs::path& target) {
  const KnownTexts known{name.old_text, name.new_text, kLongestText};
  const bool has_target = !name.target.empty();
  const bool is_gone = has_target && is_missing(target);
  if (name.kind == Kind::taken && is_gone && move_to_free_name(leftover, target)) return std::nullopt;
  HeldFile file(leftover);
  if (may_go(file, known)) {
    ::unlink(leftover.c_str());
    return std::nullopt;
  }
  if (is_gone && move_to_free_name(leftover, target)) return std::nullopt;
  HeldFile current(target);
  if (has_target && is_as_written(current, known)) return put_back(leftover, target, known);
  return settle(leftover, target, known);
}

std::vector<fs::path> leftovers_in(const fs::path& directory) {
  std::vector<fs::path> found;
  std::error_code ignored;
  for (fs::directory_iterator entry(directory, ignored), end; !ignored && entry != end;
       entry.increment(ignored))
    if (read_temporary_name(entry->path().filename().native())) found.push_back(entry->path());
  // Those of one writer in the order in which it made them.
  std::ranges::sort(found);
  return found;
}

// Takes away what killed writers left in a directory; call it under the lock only. What somebody saved while
// one of them wrote goes back to its place where nothing but that writer's text is there, else it gets a name
// that can be seen and is among those returned.
std::vector<SavedText> remove_leftovers(const fs::path& directory) {
  std::vector<SavedText> saved;
  for (const auto& leftover : leftovers_in(directory)) {
    const auto name = read_temporary_name(leftover.filename().native());
    if (name->kind == Kind::draft) {
      ::unlink(leftover.c_str());
      continue;
    }
    const auto target = directory / (name->target.empty() ? kNameless : name->target);
    if (const auto kept = remove_leftover(leftover, *name, target)) saved.push_back({*kept, target});
  }
  return saved;
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

// Given up by name, too: a close that fails must not keep it from the next lock of the same process.
DirectoryLock::~DirectoryLock() {
  ::flock(fd_, LOCK_UN);
  ::close(fd_);
}

}  // namespace kam
