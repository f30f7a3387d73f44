#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "draws.hpp"
#include "yaml/edit_rows.hpp"
#include "yaml/random_documents.hpp"

using namespace kam;
using namespace kam::edit_rows;
using namespace kam::random_documents;

// Many documents, each edited at every path it has, with fixed seeds.

namespace {

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
