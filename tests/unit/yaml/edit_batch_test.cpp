#include <doctest/doctest.h>

#include <array>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "draws.hpp"
#include "yaml/edit/edit_step.hpp"
#include "yaml/edit_rows.hpp"
#include "yaml/random_documents.hpp"

using namespace kam;
using namespace kam::edit_rows;
using namespace kam::random_documents;

// Many edits of one text are spliced in together, and say what they say one by one.

namespace {

Step read(const std::string& text) {
  auto tree = parse_tree(text, "x");
  REQUIRE(tree.root.has_value());
  return {text, std::move(*tree.root)};
}

// One edit, carried out and read by itself; nothing where it is refused.
std::optional<Step> alone(const Step& step, const Edit& edit) {
  auto result = change_text(step, edit, alphabetical, find_file_style(step.text, step.root));
  if (auto* const next = std::get_if<Step>(&result)) return std::move(*next);
  return std::nullopt;
}

NewValue draw_value(Random& random) {
  switch (random.below(7)) {
    case 0:
      return rating(random.below(2) == 0 ? Layout::flow : Layout::block);
    case 1:
      return NewValue::of_list({text("u"), number(5)}, random.below(2) == 0 ? Layout::flow : Layout::block);
    case 2:
      return number(static_cast<double>(random.below(9)));
    case 3:
      return in_flow(text(random.one_of(kTexts)));
    default:
      return text(random.one_of(kTexts));
  }
}

// An edit somewhere in what the text says now: mostly one that can be done.
Edit draw_edit(Random& random, const Node& root) {
  std::vector<Found> found;
  collect(root, {}, found);
  Path path;
  const Node* node = &root;
  if (!found.empty() && random.below(6) > 0) {
    const auto& place = found[random.below(3) > 0 ? random.below(found.size()) : found.size() - 1];
    path = place.path;
    node = place.node;
  }
  if (node->kind == NodeKind::map && random.below(4) > 0) {
    path.emplace_back(random.one_of(kKeys));
    if (random.below(4) == 0) path.emplace_back(random.one_of(kKeys));
    if (random.below(5) == 0) return appending(path, draw_value(random));
    return setting(path, draw_value(random));
  }
  if (node->kind == NodeKind::list && random.below(4) > 0) return appending(path, draw_value(random));
  if (path.empty()) path.emplace_back("f");
  if (random.below(5) == 0) return removing(path);
  return setting(path, draw_value(random));
}

// As accounts are written: a list of people, with what many edits change in it.
std::string make_account(Random& random) {
  std::string document = "a: x\nb:\n";
  for (std::size_t i = 0, count = 1 + random.below(4); i < count; ++i) {
    if (i > 0 && random.below(6) == 0) document += "\n";
    document += "  - a: P" + std::to_string(i) + random.one_of(kComments) + "\n";
    if (random.below(2) == 0) document += "    c: {a: 1, d: 2}\n";
    if (random.below(3) == 0) document += "    d: two\n      lines\n";
    if (random.below(4) == 0) document += "      # said on the phone\n";
  }
  if (random.below(2) == 0) document += "\nd: [x, y]  # tags\n";
  if (random.below(3) == 0) document += "e: [\n  u,\n  v\n]\n";
  if (random.below(3) == 0) document += "#f: later\n";
  return document;
}

void compare(Random& random, const std::string& document, std::size_t most) {
  CAPTURE(document);
  auto step = read(document);
  std::vector<Edit> edits;
  std::string said;
  bool refused = false;
  for (auto count = 1 + random.below(most); count > 0 && !refused; --count) {
    edits.push_back(draw_edit(random, step.root));
    said += std::to_string(static_cast<int>(edits.back().op)) + " " + format_path(edits.back().path) + " = " +
            edits.back().value.text + "\n";
    auto next = alone(step, edits.back());
    refused = !next;
    if (next) step = std::move(*next);
  }
  CAPTURE(said);
  const auto together = apply_edits(document, edits, alphabetical);
  CHECK(together.refusal.empty() == !refused);
  CHECK(together.text == (refused ? document : step.text));
}

}  // namespace

TEST_CASE("many edits at once write what they write one by one") {
  for (unsigned seed = 0; seed < draws(300); ++seed) {
    Random random(seed);
    compare(random, make_document(random), 9);
    compare(random, make_account(random), 14);
  }
}

TEST_CASE("however many edits there are, the new text is read once") {
  std::vector<Edit> edits;
  std::string added = "a: 1\nb:\n  - a: x\n";
  for (int i = 0; i < 300; ++i) {
    const auto name = "P" + std::to_string(i);
    edits.push_back(appending({"b"}, NewValue::of_map({{"a", text(name)}}, Layout::block)));
    edits.push_back(setting({"b", static_cast<std::size_t>(i) + 1, "c"}, text("user")));
    added += "  - a: " + name + "\n    c: user\n";
  }
  const auto people = apply_edits("a: 1\nb:\n  - a: x\n", edits, alphabetical);
  CHECK(people.text == added);
  CHECK(people.readings == 1);

  std::vector<Edit> changes;
  for (std::size_t i = 0; i < 300; ++i) {
    changes.push_back(setting({"b", i, "a"}, text("Q")));
    changes.push_back(setting({"b", i, "d"}, text("new")));
    changes.push_back(setting({"x_" + std::to_string(i)}, number(1)));
  }
  CHECK(apply_edits(added, changes, alphabetical).readings == 1);

  std::vector<Edit> removals;
  for (std::size_t i = 0; i < 300; ++i) removals.push_back(removing({"b", std::size_t{0}}));
  const auto removed = apply_edits(added, removals, alphabetical);
  CHECK(removed.text == "a: 1\nb:\n  - a: P299\n    c: user\n");
  CHECK(removed.readings == 1);
}

TEST_CASE("of many edits the one that cannot be done is told, and nothing is changed") {
  const std::string before = "a: 1\nb:\n  - x\n";
  std::vector<Edit> edits;
  for (int i = 0; i < 40; ++i) edits.push_back(appending({"b"}, text("y")));
  edits.push_back(setting({"a", "x"}, number(1)));
  for (int i = 0; i < 40; ++i) edits.push_back(appending({"b"}, text("z")));
  const auto result = apply_edits(before, edits, alphabetical);
  CHECK(result.text == before);
  CHECK(result.refusal == "a is a single value, not a map");
  CHECK(result.place.line == 1);

  std::string many = "a:\n";
  for (int item = 0; item < 99'990; ++item) many += "- x\n";
  std::vector<Edit> longer(20, appending({"a"}, text("x")));
  const auto full = apply_edits(many, longer, alphabetical);
  CHECK((full.text == many));
  CHECK(full.refusal == "with this change the file holds more than 100,000 keys and values");
  CHECK(full.readings == 0);
}

TEST_CASE("plans see what those before them left, and the first refusal comes first") {
  const std::string before = "a: 1\nb:\n  - x\n";
  const auto root = read(before).root;
  std::size_t seen = 0;
  const auto add = [](const Node&) { return std::vector{appending({"b"}, text("z"))}; };
  const std::vector<PlanEdits> plans{add, add, [&](const Node& tree) {
                                       seen = tree.find("b")->items.size();
                                       return std::vector{setting({"b", seen - 1}, text("last"))};
                                     }};
  CHECK(apply_plans(before, root, plans, alphabetical).text == "a: 1\nb:\n  - x\n  - z\n  - last\n");
  CHECK(seen == 3);

  const auto stop = [](const Node&) -> std::vector<Edit> { throw std::runtime_error("stop"); };
  const auto refused = [](const Node&) { return std::vector{setting({"b", "x"}, number(1))}; };
  CHECK_THROWS_AS(apply_plans(before, root, std::vector<PlanEdits>{add, stop}, alphabetical),
                  std::runtime_error);
  const auto longer = [](const Node&) {
    return std::vector{setting({"a"}, NewValue::of_list({number(1)}, Layout::block))};
  };
  const std::vector<PlanEdits> both{longer, refused, stop};
  const auto result = apply_plans(before, root, both, alphabetical);
  CHECK(result.refusal == "b is a list, not a map");
  CHECK(result.place.line == 4);  // in the text that the plan before it left
}
