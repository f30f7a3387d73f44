#include "format/path_words.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "format/item_names.hpp"
#include "format/values.hpp"
#include "kam/format/assign.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

Misfit no_path(std::string_view path, std::string_view why) {
  return {fmt::format("`{}` is no path: {}", shown(path), why),
          "Write keys with dots between them, as in figures.2026.revenue or actions[0].status."};
}

PathWord bracket_word(std::string_view inside) {
  PathWord word{PathWord::Kind::part, std::string(inside), 0};
  if (inside == "+") {
    word.kind = PathWord::Kind::append;
    return word;
  }
  const auto* const end = inside.data() + inside.size();
  const auto [behind, error] = std::from_chars(inside.data(), end, word.index);
  if (error == std::errc{} && behind == end) word.kind = PathWord::Kind::index;
  return word;
}

}  // namespace

std::variant<std::vector<PathWord>, Misfit> parse_path_words(std::string_view path) {
  if (find_invalid_utf8(path)) return no_path(path, "it is not UTF-8");
  std::vector<PathWord> words;
  std::size_t pos = 0;
  while (pos < path.size() || words.empty()) {
    const auto key_end = std::min(path.find_first_of(".[]", pos), path.size());
    if (key_end == pos) return no_path(path, pos < path.size() ? "a key is missing" : "it is empty");
    words.push_back({PathWord::Kind::key, std::string(path.substr(pos, key_end - pos)), 0});
    pos = key_end;
    while (pos < path.size() && path[pos] == '[') {
      const auto close = path.find(']', pos);
      if (close == std::string_view::npos) return no_path(path, "a bracket is not closed");
      if (close == pos + 1) return no_path(path, "the brackets are empty");
      words.push_back(bracket_word(path.substr(pos + 1, close - pos - 1)));
      pos = close + 1;
    }
    if (pos == path.size()) break;
    if (path[pos] != '.') return no_path(path, "a dot is missing");
    if (++pos == path.size()) return no_path(path, "a key is missing");
  }
  return words;
}

std::string format_path_words(const std::vector<PathWord>& words, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count && i < words.size(); ++i) {
    if (words[i].kind == PathWord::Kind::key && i > 0) text += '.';
    text += words[i].shown();
  }
  return text;
}

std::vector<std::string> names_of(const Node& item) {
  // What the items of a list are known by.
  constexpr std::array<std::string_view, 4> kItemNames{"title", "name", "date", "source"};
  std::vector<std::string> names;
  if (item.kind == NodeKind::scalar) names.push_back(item.value);
  for (const auto key : kItemNames)
    if (const auto* const name = item.find(key); name != nullptr) names.push_back(name->value);
  return names;
}

void ItemNames::look_at(List& known, const Node& list, std::size_t index) {
  if (index >= known.items.size()) known.items.resize(index + 1);
  auto& item = known.items[index];
  for (const auto& name : item) known.places[name.folded].erase(index);
  item.clear();
  for (auto& name : names_of(list.items[index])) item.push_back({fold_name(name), std::move(name)});
  for (const auto& name : item) known.places[name.folded].insert(index);
}

std::optional<std::size_t> ItemNames::find(const Path& path, const Node& list, std::string_view part) {
  auto& known = lists_[path];
  if (known.items.size() > list.items.size()) known = {};
  for (const auto index : std::exchange(known.changed, {}))
    if (index < known.items.size()) look_at(known, list, index);
  for (auto index = known.items.size(); index < list.items.size(); ++index) look_at(known, list, index);

  const auto folded = fold_name(part);
  const auto equal = known.places.find(folded);
  const auto count = equal == known.places.end() ? 0 : equal->second.size();
  if (count == 1) return *equal->second.begin();
  if (count > 1) return std::nullopt;
  std::optional<std::size_t> found;
  for (std::size_t index = 0; index < known.items.size(); ++index) {
    const auto has_part =
        [&](const Name& name) {  // the first of the two is fast, and true where the other is
          return name.folded.find(folded) != std::string::npos && contains_folded(name.as_written, part);
        };
    if (std::ranges::none_of(known.items[index], has_part)) continue;
    if (found) return std::nullopt;
    found = index;
  }
  return found;
}

void ItemNames::forget(const Edit& edit) {
  const auto& there = edit.path;
  for (auto entry = lists_.begin(); entry != lists_.end();) {
    auto& [path, known] = *entry;
    const auto common = static_cast<std::ptrdiff_t>(std::min(path.size(), there.size()));
    const bool meets = std::equal(path.begin(), path.begin() + common, there.begin());
    const bool is_list = there.size() <= path.size();
    const bool adds = there.size() == path.size() && edit.op == Edit::Op::append;
    const bool moves = there.size() == path.size() + 1 && edit.op == Edit::Op::remove;
    if (meets && ((is_list && !adds) || moves)) {
      entry = lists_.erase(entry);
      continue;
    }
    const auto* const index = meets && !is_list ? std::get_if<std::size_t>(&there[path.size()]) : nullptr;
    if (index != nullptr) known.changed.insert(*index);
    ++entry;
  }
}

}  // namespace kam
