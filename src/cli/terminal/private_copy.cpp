#include "cli/terminal/private_copy.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <optional>
#include <system_error>

#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "kam/model/system_reason.hpp"
#include "kam/yaml/annotate.hpp"

namespace kam::cli {

namespace fs = std::filesystem;

namespace {

// What stands beside a copy, and what it says.
constexpr const char* kFile = "of";        // the path of the file
constexpr const char* kBase = "base";      // the text that the copy began with
constexpr const char* kMarker = "marker";  // how kam's comments begin that are in the copy now

constexpr auto kNoWait = std::chrono::milliseconds(0);

[[noreturn]] void fail_making(const fs::path& place, int error_number) {
  throw Error(fmt::format("no directory for a copy can be made in {}: {}", place.native(),
                          system_reason(error_number)),
              "Set XDG_STATE_HOME to a directory that you may write in.");
}

// Its names alone would tell others who the customers are.
void make_private(const fs::path& directory) {
  constexpr mode_t kPrivate = 0700;
  std::error_code error;
  fs::create_directories(directory.parent_path().parent_path(), error);
  if (error) fail_making(directory, error.value());
  for (const auto& each : {directory.parent_path(), directory})
    if (::mkdir(each.c_str(), kPrivate) < 0 && errno != EEXIST) fail_making(directory, errno);
}

std::optional<std::string> text_of(const fs::path& file) {
  try {
    return fs::is_regular_file(fs::symlink_status(file)) ? std::optional(read_file(file)) : std::nullopt;
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::unique_ptr<DirectoryLock> lock_if_free(const fs::path& directory) {
  try {
    return std::make_unique<DirectoryLock>(directory, kNoWait);
  } catch (const Error&) {
    return nullptr;
  }
}

fs::file_time_type time_of(const PrivateCopy& copy) {
  std::error_code ignored;
  return fs::last_write_time(copy.path(), ignored);
}

}  // namespace

PrivateCopy::PrivateCopy(const fs::path& copies, const fs::path& file, const std::string& base)
    : base_(base), seen_(base) {
  make_private(copies);
  const DirectoryLock making(copies);
  auto directory = (copies / (file.stem().native() + "-XXXXXX")).native();
  if (::mkdtemp(directory.data()) == nullptr) fail_making(copies, errno);
  path_ = fs::path(directory) / file.filename();
  try {
    lock_ = std::make_unique<DirectoryLock>(directory, kNoWait);
    create_file(beside(kFile), file.native());
    create_file(beside(kBase), base);
    create_file(path_, base);
  } catch (const Error&) {
    std::error_code ignored;
    fs::remove_all(directory, ignored);
    throw;
  }
}

// Whether an editor left something beside the copy.
bool PrivateCopy::holds_more() const {
  const auto is_ours = [&](const fs::directory_entry& entry) {
    const auto name = entry.path().filename();
    return name == kFile || name == kBase || name == kMarker || name == path_.filename();
  };
  return !std::ranges::all_of(fs::directory_iterator(path_.parent_path()), is_ours);
}

// Whether the directory holds a text of a user's for `file`. A copy that holds none is removed.
bool PrivateCopy::take_up(const fs::path& directory, const fs::path& file, const std::string& current) {
  lock_ = lock_if_free(directory);
  if (!lock_) return false;
  path_ = directory / file.filename();
  const auto of = text_of(beside(kFile));
  if (of && *of != file.native()) return false;
  base_ = text_of(beside(kBase)).value_or("");
  seen_ = text_of(path_).value_or("");
  if (of && is_there() && read_without_notes() != base_ && seen_ != current) return true;
  if (of && is_there() && holds_more()) return true;
  if (of || fs::is_empty(directory)) remove();
  return false;
}

std::vector<PrivateCopy> PrivateCopy::find_left(const fs::path& copies, const fs::path& file,
                                                const std::string& current) {
  std::vector<PrivateCopy> found;
  std::error_code ignored;
  if (!fs::is_directory(copies, ignored)) return found;
  const DirectoryLock looking(copies);
  for (fs::directory_iterator entry(copies, ignored), end; !ignored && entry != end;
       entry.increment(ignored)) {
    if (!fs::is_directory(entry->symlink_status())) continue;
    PrivateCopy copy;
    if (copy.take_up(entry->path(), file, current)) found.push_back(std::move(copy));
  }
  std::ranges::sort(found, std::ranges::greater(), time_of);
  return found;
}

std::string PrivateCopy::read() {
  if (!is_there())
    throw Error(fmt::format("the editor left no copy at {}", path_.native()),
                "The account's file was left as it is; start again with `kam edit`.");
  seen_ = read_file(path_);
  return seen_;
}

std::string PrivateCopy::read_without_notes() {
  const auto text = read();
  const auto marker = text_of(beside(kMarker));
  return marker && !marker->empty() ? without_notes(text, *marker) : text;
}

void PrivateCopy::write(const std::string& content, const std::string& marker) {
  if (!marker.empty()) put_file(beside(kMarker), marker);
  if (is_there())
    replace_file(path_, seen_, content);
  else
    create_file(path_, content);
  seen_ = content;
  std::error_code ignored;
  if (marker.empty()) fs::remove(beside(kMarker), ignored);
}

bool PrivateCopy::is_there() const {
  std::error_code ignored;
  return fs::is_regular_file(path_, ignored);
}

bool PrivateCopy::remove() {
  if (is_there() && text_of(path_) != seen_) return false;
  std::error_code ignored;
  fs::remove_all(path_.parent_path(), ignored);
  return true;
}

}  // namespace kam::cli
