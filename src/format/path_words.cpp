#include "format/path_words.hpp"

#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "format/values.hpp"
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

}  // namespace kam
