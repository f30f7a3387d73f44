#include "disk/temporary_file.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <cstdio>
#include <utility>

#include <fmt/format.h>

#include "disk/exchange.hpp"
#include "disk/temporary_name.hpp"
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

constexpr std::string_view kBegin = ".kam-";
constexpr std::string_view kEnd = ".tmp";
constexpr std::size_t kLongestName = 255;  // of a file, on Linux
constexpr std::size_t kDigitsOfMark = 16;

// Takes what stands before the next hyphen, or all.
std::string_view take_part(std::string_view& rest) {
  const auto part = rest.substr(0, rest.find('-'));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return part;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<std::uint64_t> read_mark(std::string_view text) {
  std::uint64_t mark = 0;
  constexpr int kBase = 16;
  const auto* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, mark, kBase);
  if (text.size() != kDigitsOfMark || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return mark;
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

std::uint64_t mark_of(std::string_view text) {
  // FNV-1a: good enough to know a text again, which nobody forges for themselves.
  std::uint64_t mark = 0xcbf29ce484222325U;
  constexpr std::uint64_t kPrime = 0x100000001b3U;
  for (const char c : text) mark = (mark ^ static_cast<unsigned char>(c)) * kPrime;
  return mark;
}

std::string make_temporary_name(const TemporaryName& name) {
  static std::atomic<unsigned> counter{0};
  const auto own = fmt::format("{}{}-{}", kBegin, ::getpid(), counter++);
  if (name.kind == TemporaryName::Kind::draft) return fmt::format("{}{}", own, kEnd);
  const auto marks =
      fmt::format("{}-{}-{:016x}-{:016x}-", own, name.kind == TemporaryName::Kind::exchanged ? 'x' : 't',
                  name.old_text, name.new_text);
  const bool fits = marks.size() + name.target.size() + kEnd.size() <= kLongestName;
  return fmt::format("{}{}{}", marks, fits ? name.target : "", kEnd);
}

std::optional<TemporaryName> read_temporary_name(std::string_view text) {
  if (text.size() < kBegin.size() + kEnd.size() || !text.starts_with(kBegin) || !text.ends_with(kEnd))
    return std::nullopt;
  auto rest = text.substr(kBegin.size(), text.size() - kBegin.size() - kEnd.size());
  const auto process = take_part(rest);
  const auto number = take_part(rest);
  if (!is_number(process) || !is_number(number)) return std::nullopt;
  TemporaryName name;
  if (kBegin.size() + process.size() + 1 + number.size() + kEnd.size() == text.size()) return name;
  const auto kind = take_part(rest);
  const auto old_text = read_mark(take_part(rest));
  const auto new_text = read_mark(take_part(rest));
  if ((kind != "x" && kind != "t") || !old_text || !new_text || rest.find('/') != std::string_view::npos)
    return std::nullopt;
  name.kind = kind == "x" ? TemporaryName::Kind::exchanged : TemporaryName::Kind::taken;
  name.old_text = *old_text;
  name.new_text = *new_text;
  name.target = rest;
  return name;
}

}  // namespace kam
