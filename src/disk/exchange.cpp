#include "disk/exchange.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <memory>

#include <fmt/format.h>

#include "disk/held_file.hpp"
#include "disk/temporary_file.hpp"
#include "disk/temporary_name.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

int rename_with(const fs::path& from, const fs::path& to, unsigned flags) {
  return retry([&] { return ::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), flags); });
}

int rename_over(const fs::path& from, const fs::path& to) {
  return retry([&] { return ::rename(from.c_str(), to.c_str()); });
}

// A file system, or a kernel, without this way of naming files.
bool is_not_to_be_had(int error_number) {
  constexpr std::array kReasons{EINVAL, ENOSYS, ENOTSUP, EPERM, EMLINK};
  return std::ranges::find(kReasons, error_number) != kReasons.end();
}

bool is_free(const fs::path& name) {
  struct stat status = {};
  return ::lstat(name.c_str(), &status) < 0 && errno == ENOENT;
}

// Like move_to_free_name; the last resort, where there are neither such renames nor links, can overwrite what
// appears in the instant between.
bool fill_gap(const fs::path& from, const fs::path& to) {
  if (rename_with(from, to, RENAME_NOREPLACE) == 0) return true;
  if (is_not_to_be_had(errno)) {
    if (retry([&] { return ::link(from.c_str(), to.c_str()); }) == 0) {
      ::unlink(from.c_str());
      return true;
    }
    if (is_not_to_be_had(errno)) {
      if (!is_free(to)) return false;
      if (rename_over(from, to) == 0) return true;
    }
  }
  if (errno == EEXIST) return false;
  fail_writing(to, errno);
}

// The name under which the target waits while its own is free.
fs::path name_for_taken(const fs::path& mine) {
  auto name = read_temporary_name(mine.filename().native()).value_or(TemporaryName{});
  name.kind = TemporaryName::Kind::taken;
  return directory_of(mine) / make_temporary_name(name);
}

Exchange exchange_by_names(const fs::path& mine, const fs::path& target, const KnownTexts& known) {
  const auto taken = name_for_taken(mine);
  if (rename_over(target, taken) < 0) {
    if (errno == ENOENT) return {Exchange::Outcome::missing};
    fail_writing(target, errno);
  }
  try {
    if (!fill_gap(mine, target)) return {Exchange::Outcome::overtaken, settle(taken, target, known)};
  } catch (const Error&) {
    fill_gap(taken, target);
    throw;
  }
  // From here on as after an exchange in one step.
  if (rename_over(taken, mine) < 0) fail_writing(target, errno);
  return {};
}

// Whether leases are not to be had here at all, as on network file systems.
bool has_no_leases(int error_number) {
  constexpr std::array kReasons{EINVAL, ENOLCK, ENOSYS, ENOTTY, ENOTSUP, EACCES, EPERM};
  return std::ranges::find(kReasons, error_number) != kReasons.end();
}

}  // namespace

bool move_to_free_name(const fs::path& from, const fs::path& to) {
  if (rename_with(from, to, RENAME_NOREPLACE) == 0) return true;
  // Where there is no such rename it gets a second name, and loses the first.
  if ((errno == EINVAL || errno == ENOSYS) && retry([&] { return ::link(from.c_str(), to.c_str()); }) == 0) {
    ::unlink(from.c_str());
    return true;
  }
  if (errno == EEXIST) return false;
  fail_writing(to, errno);
}

Exchange exchange(const fs::path& mine, const fs::path& target, const KnownTexts& known) {
  if (rename_with(mine, target, RENAME_EXCHANGE) == 0) return {};
  if (errno == ENOENT) return {Exchange::Outcome::missing};
  if (errno != EINVAL && errno != ENOSYS) fail_writing(target, errno);
  return exchange_by_names(mine, target, known);
}

bool is_as_written(HeldFile& file, const KnownTexts& known) {
  const auto text = file.text(known.longest);
  return text && mark_of(*text) == known.new_mark && !file.is_being_written();
}

bool may_go(HeldFile& file, const KnownTexts& known) {
  const auto text = file.text(known.longest);
  if (!text || file.is_being_written()) return false;
  const auto mark = mark_of(*text);
  return mark == known.new_mark || mark == known.old_mark;
}

KeptFile settle(const fs::path& mine, const fs::path& target, const KnownTexts& known) {
  HeldFile file(mine);
  // A second name of what is in its place is nobody's loss.
  if (may_go(file, known) || file.is(HeldFile(target))) {
    ::unlink(mine.c_str());  // what cannot be removed is hidden, and the next kam removes it
    return std::nullopt;
  }
  constexpr int kMostNames = 1000;
  for (int number = 1; number < kMostNames; ++number) {
    auto name = target;
    name += number == 1 ? std::string(".saved") : fmt::format(".saved-{}", number);
    if (move_to_free_name(mine, name)) return name;
  }
  return mine;
}

KeptFile put_back(const fs::path& mine, const fs::path& target, const KnownTexts& known) {
  std::unique_ptr<HeldFile> put;  // what went to the target last
  while (true) {
    auto going = std::make_unique<HeldFile>(mine);
    const auto exchanged = exchange(mine, target, known);
    if (exchanged.outcome == Exchange::Outcome::missing) {
      if (fill_gap(mine, target)) return std::nullopt;
      continue;
    }
    if (exchanged.outcome == Exchange::Outcome::overtaken) {
      const auto kept = settle(mine, target, known);
      return kept ? kept : exchanged.kept;
    }
    // What came out is what was put there before, or it is newer than that and goes back in turn.
    HeldFile came(mine);
    if (put ? came.is(*put) : is_as_written(came, known)) return settle(mine, target, known);
    put = std::move(going);
  }
}

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
