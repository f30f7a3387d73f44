#include "disk/leftovers.hpp"

#include <unistd.h>

#include <algorithm>
#include <system_error>

#include "disk/exchange.hpp"
#include "disk/temporary_name.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

using Kind = TemporaryName::Kind;

constexpr std::size_t kLongestText = std::size_t{64} << 20U;  // what read_file reads

bool is_missing(const fs::path& file) {
  struct stat status = {};
  return ::lstat(file.c_str(), &status) < 0 && errno == ENOENT;
}

// A save of which not even the name is known any more, since it was too long.
constexpr const char* kNameless = "account";

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

}  // namespace

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

}  // namespace kam
