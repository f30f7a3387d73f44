#include "git/log.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "kam/model/error.hpp"

namespace kam {

namespace {

std::vector<std::string> split_at_nul(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find('\0'), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// The tags among a commit's names in full, sorted: `tag: refs/tags/v1, grafted`. No name has a blank.
std::vector<std::string> tags_among(std::string_view names) {
  constexpr std::string_view kTag = "tag: refs/tags/";
  constexpr std::string_view kSeparator = ", ";
  std::vector<std::string> tags;
  while (!names.empty()) {
    const auto end = std::min(names.find(kSeparator), names.size());
    if (names.starts_with(kTag)) tags.emplace_back(names.substr(kTag.size(), end - kTag.size()));
    names.remove_prefix(std::min(end + kSeparator.size(), names.size()));
  }
  std::ranges::sort(tags);
  return tags;
}

// `S 100644 ID 0<tab>PATH` of a file that is left out; nothing of any other.
std::optional<CommittedFile> parse_index_entry(std::string_view entry) {
  constexpr std::string_view kLeftOut = "S 100";  // and three digits of who may do what
  const auto mode = entry.find(' ', kLeftOut.size());
  const auto tab = entry.find('\t');
  if (!entry.starts_with(kLeftOut) || tab == std::string_view::npos || mode > tab) return std::nullopt;
  const auto id = entry.substr(mode + 1, tab - mode - 1);
  return CommittedFile{std::string(entry.substr(tab + 1)), std::string(id.substr(0, id.find(' ')))};
}

}  // namespace

std::vector<Commit> parse_log(std::string_view text) {
  constexpr std::size_t kFields = 5;
  auto parts = split_at_nul(text);
  if (parts.size() % kFields != 0) throw Error("`git log` prints what kam cannot read");
  std::vector<Commit> commits;
  commits.reserve(parts.size() / kFields);
  for (std::size_t i = 0; i < parts.size(); i += kFields)
    commits.push_back({std::move(parts[i]), parse_date(parts[i + 1]), std::move(parts[i + 2]),
                       std::move(parts[i + 4]), tags_among(parts[i + 3])});
  return commits;
}

std::vector<CommittedFile> parse_left_out(std::string_view text) {
  std::vector<CommittedFile> files;
  for (const auto& entry : split_at_nul(text))
    if (auto file = parse_index_entry(entry)) files.push_back(*std::move(file));
  return files;
}

}  // namespace kam
