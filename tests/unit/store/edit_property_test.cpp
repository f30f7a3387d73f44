#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <vector>

#include "draws.hpp"
#include "edit_rows.hpp"

using namespace kam;
using namespace kam::edit_rows;

// Many documents, each edited at every path it has, with fixed seeds.

namespace {

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

constexpr std::array<const char*, 6> kKeys{"a", "b", "c", "d", "e", "f"};
constexpr std::array<const char*, 12> kScalars{"x",         "'q'",        "\"d # e\"", "5",
                                               "two words", "2026-01-01", "'it''s'",   "~",
                                               "no",        "\"two\\n\"", "x-y_z.ä日", ""};
constexpr std::array<const char*, 4> kComments{"", "", " # c", "   # 'q'"};
constexpr std::array<const char*, 10> kTexts{"x",     "no", "010",    "a: b",   "it's", "two\nlines\n",
                                             " lead", "",   "[x, y]", "C:\\x #"};

// A value in brackets, or a scalar.
std::string make_inline(Random& random, int depth) {
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

std::string make_map(Random& random, std::size_t column, int depth);

std::string make_list(Random& random, std::size_t column, int depth) {
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
std::string make_value(Random& random, std::size_t column, int depth) {
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

std::string make_map(Random& random, std::size_t column, int depth) {
  std::string source;
  const auto first = random.below(3);
  for (auto i = first; i < first + 1 + random.below(3); ++i) {
    if (i > first && random.below(5) == 0) source += "\n" + std::string(column, ' ') + "# about\n";
    source += std::string(column, ' ') + kKeys[i] + ":" + make_value(random, column, depth);
  }
  return source;
}

std::string make_document(Random& random) {
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

void collect(const Node& node, const Path& path, std::vector<Found>& found) {
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

const Node* find_path(const Node& root, const Path& path) {
  const auto* node = &root;
  for (const auto& step : path) {
    if (node == nullptr) return nullptr;
    if (const auto* const key = std::get_if<std::string>(&step)) {
      node = node->find(*key);
    } else {
      const auto index = std::get<std::size_t>(step);
      node = index < node->items.size() ? &node->items[index] : nullptr;
    }
  }
  return node;
}

// Every scalar of `node` in order, but those in the part at `path`.
void list_scalars(const Node& node, const Node* without, std::vector<std::string>& scalars) {
  if (&node == without) return;
  if (node.kind == NodeKind::scalar) scalars.push_back(node.value);
  for (const auto& item : node.items) list_scalars(item, without, scalars);
  for (const auto& entry : node.entries) {
    if (&entry.value != without) scalars.push_back(entry.key.value);
    list_scalars(entry.value, without, scalars);
  }
}

std::vector<std::string> scalars_without(const Node& root, const Path& path) {
  std::vector<std::string> scalars;
  list_scalars(root, find_path(root, path), scalars);
  return scalars;
}

bool is_subsequence(std::string_view part, std::string_view whole) {
  std::size_t pos = 0;
  for (const char c : whole)
    if (pos < part.size() && part[pos] == c) ++pos;
  return pos == part.size();
}

// The file's habits outlive every edit.
void check_habits(const std::string& before, const std::string& after) {
  CHECK(before.starts_with("\xEF\xBB\xBF") == after.starts_with("\xEF\xBB\xBF"));
  CHECK(before.ends_with('\n') == after.ends_with('\n'));
  if (before.find("\r\n") != std::string::npos)
    for (std::size_t pos = 0; (pos = after.find('\n', pos)) != std::string::npos; ++pos)
      CHECK(after[pos - 1] == '\r');
}

Node parse(const std::string& text) {
  auto tree = parse_tree(text, "x");
  REQUIRE(tree.root.has_value());
  return *tree.root;
}

template <class Check>
void for_each_place(unsigned documents, const Check& check_place) {
  for (unsigned seed = 0; seed < draws(documents); ++seed) {
    Random random(seed);
    const auto document = make_document(random);
    CAPTURE(document);
    const auto root = parse(document);
    std::vector<Found> found;
    collect(root, {}, found);
    for (const auto& place : found) {
      CAPTURE(format_path(place.path));
      check_place(random, document, root, place);
    }
  }
}

}  // namespace

TEST_CASE("a set value is there, and everything else as it was") {
  for_each_place(150, [](Random& random, const std::string& before, const Node& root, const Found& place) {
    const auto value = random.one_of(kTexts);
    const auto result = edited(before, setting(place.path, text(value)));
    REQUIRE(result.refusal.empty());
    const auto after = parse(result.text);
    const auto* const node = find_path(after, place.path);
    REQUIRE(node != nullptr);
    CHECK(node->kind == NodeKind::scalar);
    CHECK(node->value == value);
    CHECK(scalars_without(after, place.path) == scalars_without(root, place.path));
    check_habits(before, result.text);
    const auto line = before.rfind('\n', place.node->place.offset);
    if (place.node->style != NodeStyle::block && line != std::string::npos)
      CHECK(result.text.starts_with(before.substr(0, line)));
    CHECK(edited(result.text, setting(place.path, text(value))).text == result.text);
  });
}

TEST_CASE("adding leaves every byte that was there") {
  for_each_place(150, [](Random& random, const std::string& before, const Node& root, const Found& place) {
    const bool list = place.node->kind == NodeKind::list && !place.node->items.empty();
    const bool map = place.node->kind == NodeKind::map;
    if (!list && !map) return;
    const auto value = random.below(2) == 0 ? text(random.one_of(kTexts))
                                            : rating(random.below(2) == 0 ? Layout::flow : Layout::block);
    auto path = place.path;
    if (list)
      path.emplace_back(place.node->items.size());
    else
      path.emplace_back("new");
    const auto result = edited(before, list ? appending(place.path, value) : setting(path, value));
    REQUIRE(result.refusal.empty());
    CHECK(is_subsequence(before, result.text));
    const auto after = parse(result.text);
    const auto* const node = find_path(after, path);
    REQUIRE(node != nullptr);
    if (value.kind == NewValue::Kind::text)
      CHECK(node->value == value.text);
    else
      CHECK(node->find("note")->value == "a, b");
    CHECK(scalars_without(after, path) == scalars_without(root, path));
    check_habits(before, result.text);
  });
}

TEST_CASE("removing takes out nothing but the part") {
  for_each_place(150, [](Random&, const std::string& before, const Node& root, const Found& place) {
    const auto result = edited(before, removing(place.path));
    REQUIRE(result.refusal.empty());
    const auto after = parse(result.text);
    std::vector<std::string> scalars;
    list_scalars(after, nullptr, scalars);
    CHECK(scalars == scalars_without(root, place.path));
    CHECK(result.text.size() < before.size() + 4);
    if (!result.text.empty() && result.text != "\xEF\xBB\xBF") check_habits(before, result.text);
  });
}
