#pragma once

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include "kam/yaml/edit.hpp"

// Documents drawn at random, in every style that a file may be written in.
namespace kam::random_documents {

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t bound) { return engine_() % bound; }
  template <std::size_t size>
  std::string one_of(const std::array<const char*, size>& choices) {
    return choices[below(size)];
  }

 private:
  std::mt19937 engine_;  // the same numbers everywhere, unlike the distributions
};

inline constexpr std::array<const char*, 6> kKeys{"a", "b", "c", "d", "e", "f"};
inline constexpr std::array<const char*, 12> kScalars{"x",         "'q'",        "\"d # e\"", "5",
                                                      "two words", "2026-01-01", "'it''s'",   "~",
                                                      "no",        "\"two\\n\"", "x-y_z.ä日", ""};
inline constexpr std::array<const char*, 4> kComments{"", "", " # c", "   # 'q'"};
inline constexpr std::array<const char*, 10> kTexts{"x",     "no", "010",    "a: b",   "it's", "two\nlines\n",
                                                    " lead", "",   "[x, y]", "C:\\x #"};

// A value in brackets, or a scalar.
inline std::string make_inline(Random& random, int depth) {
  const auto kind = depth > 0 ? random.below(4) : 0;
  if (kind < 2) return random.one_of(kScalars);
  std::string source = kind == 2 ? "[" : "{";
  for (std::size_t i = 0, count = random.below(3); i <= count; ++i) {
    auto value = make_inline(random, depth - 1);
    if (value.empty()) value = "z";
    source += (i > 0 ? ", " : "") + (kind == 2 ? value : std::string(kKeys[i]) + ": " + value);
  }
  return source + (kind == 2 ? "]" : "}");
}

inline std::string make_map(Random& random, std::size_t column, int depth);

inline std::string make_list(Random& random, std::size_t column, int depth) {
  std::string source;
  for (std::size_t i = 0, count = random.below(3); i <= count; ++i) {
    source += std::string(column, ' ') + "-";
    if (depth > 0 && random.below(2) == 0)
      source += " " + make_map(random, column + 2, depth - 1).substr(column + 2);
    else
      source += " " + make_inline(random, 1) + random.one_of(kComments) + "\n";
  }
  return source;
}

// What follows `key:`, with its line end.
inline std::string make_value(Random& random, std::size_t column, int depth) {
  const std::string indent(column + 2, ' ');
  switch (random.below(depth > 0 ? 8 : 6)) {
    case 0:
      return " |" + random.one_of(kComments) + "\n" + indent + "line\n\n" + indent + " more\n";
    case 1:
      return " >-\n" + indent + "folded\n" + indent + "text\n\n";
    case 2:
      return " [\n" + indent + "u," + random.one_of(kComments) + "\n" + indent + "v" +
             random.one_of(kComments) + "\n" + indent + "]\n";
    case 6:
      return random.one_of(kComments) + "\n" + make_map(random, column + 2, depth - 1);
    case 7:
      return random.one_of(kComments) + "\n" + make_list(random, column + 2 * random.below(2), depth - 1);
    default:
      return " " + make_inline(random, 2) + random.one_of(kComments) + "\n";
  }
}

inline std::string make_map(Random& random, std::size_t column, int depth) {
  std::string source;
  const auto first = random.below(3);
  for (auto i = first; i < first + 1 + random.below(3); ++i) {
    if (i > first && random.below(5) == 0) source += "\n" + std::string(column, ' ') + "# about\n";
    source += std::string(column, ' ') + kKeys[i] + ":" + make_value(random, column, depth);
  }
  return source;
}

inline std::string make_document(Random& random) {
  auto text = (random.below(3) == 0 ? "# head\n\n" : "") + make_map(random, 0, 3);
  if (random.below(5) == 0) text.erase(text.find_last_not_of('\n') + 1);
  if (random.below(5) == 0)
    for (std::size_t pos = 0; (pos = text.find('\n', pos)) != std::string::npos; pos += 2)
      text.insert(pos, "\r");
  if (random.below(8) == 0) text.insert(0, "\xEF\xBB\xBF");
  return text;
}

struct Found {
  Path path;
  const Node* node;
};

inline void collect(const Node& node, const Path& path, std::vector<Found>& found) {
  if (!path.empty()) found.push_back({path, &node});
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    auto inner = path;
    inner.emplace_back(i);
    collect(node.items[i], inner, found);
  }
  for (const auto& entry : node.entries) {
    auto inner = path;
    inner.emplace_back(entry.key.value);
    collect(entry.value, inner, found);
  }
}

}  // namespace kam::random_documents
