#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "yaml/edit_rows.hpp"

using namespace kam;
using namespace kam::edit_rows;

namespace {

NewValue assessment() {
  return NewValue::of_map(
      {{"date", NewValue::of_id("2026-11-24")},
       {"perspective", NewValue::of_id("customer")},
       {"ratings",
        NewValue::of_map({{"flexibility", NewValue::of_map({{"fulfilment", number(4)}}, Layout::flow)}},
                         Layout::block)}},
      Layout::block);
}

Path path_of(std::string key, std::size_t index) {
  return {std::move(key), index};
}

}  // namespace

TEST_CASE("a new item stands as the items before it") {
  check({
      {"a:\n  - x\nb: 1\n", appending({"a"}, text("v")), "a:\n  - x\n  - v\nb: 1\n"},
      {"a:\n- x # c\n\nb: 1\n", appending({"a"}, text("v")), "a:\n- x # c\n- v\n\nb: 1\n"},
      {"a:\n    -   x\n", appending({"a"}, text("v")), "a:\n    -   x\n    -   v\n"},
      {"a:\n  -   x: 1\n      y: 2\n", appending({"a"}, rating(Layout::block)),
       "a:\n  -   x: 1\n      y: 2\n  -   importance: 5\n      note: a, b\n"},
      {"a:\n  -\n    x: 1\n", appending({"a"}, rating(Layout::block)),
       "a:\n  -\n    x: 1\n  - importance: 5\n    note: a, b\n"},
      {"a:\n  - {x: 1}\n", appending({"a"}, rating(Layout::block)),
       "a:\n  - {x: 1}\n  - {importance: 5, note: \"a, b\"}\n"},
      {"a:\n  - x: 1\n", appending({"a"}, rating(Layout::flow)),
       "a:\n  - x: 1\n  - importance: 5\n    note: a, b\n"},
      {"a:\n  - x\n", appending({"a"}, rating(Layout::flow)),
       "a:\n  - x\n  - {importance: 5, note: \"a, b\"}\n"},
      {"a:\n  - x\n\n  - y\n\nb: 1\n", appending({"a"}, text("z")), "a:\n  - x\n\n  - y\n\n  - z\n\nb: 1\n"},
      {"a:\r\n  - x\r\n\r\n  - y\r\n", appending({"a"}, text("z")),
       "a:\r\n  - x\r\n\r\n  - y\r\n\r\n  - z\r\n"},
      {"a:\n  - x\n\n  - |+\n    y\n\nb: 1\n", appending({"a"}, text("z")),
       "a:\n  - x\n\n  - |+\n    y\n\n  - z\nb: 1\n"},
      {"a:\n  - x\n    # deeper\n  # not\nb: 1\n", appending({"a"}, text("v")),
       "a:\n  - x\n    # deeper\n  - v\n  # not\nb: 1\n"},
      {"a:\n  - x", appending({"a"}, text("v")), "a:\n  - x\n  - v"},
      {"a:\n  -\n", appending({"a"}, text("v")), "a:\n  -\n  - v\n"},
      {"a:\n- - x\n- - y\n", appending(path_of("a", 0), text("z")), "a:\n- - x\n  - z\n- - y\n"},
      {"a: [x]\n", appending({"a"}, text("v")), "a: [x, v]\n"},
      {"a: [x,]\n", appending({"a"}, text("v")), "a: [x, v,]\n"},
      {"a: [ x ] # c\n", appending({"a"}, text("b: c")), "a: [ x, \"b: c\" ] # c\n"},
      {"a: [{x: 1}]\n", appending({"a"}, rating(Layout::block)),
       "a: [{x: 1}, {importance: 5, note: \"a, b\"}]\n"},
      {"a: [x, # one\n    y] # two\n", appending({"a"}, text("z")), "a: [x, # one\n    y,\n    z] # two\n"},
      {"a: [\n  x, # one\n  y # two\n]\n", appending({"a"}, text("z")),
       "a: [\n  x, # one\n  y, # two\n  z\n]\n"},
      {"a: [x, y,\n    z, w]\n", appending({"a"}, text("v")), "a: [x, y,\n    z, w, v]\n"},
      {"a: [x, y,\n    z]\n", appending({"a"}, text("v")), "a: [x, y,\n    z, v]\n"},
  });
}

TEST_CASE("a list is made where there is none") {
  check({
      {"a: []\n", appending({"a"}, text("x")), "a:\n  - x\n"},
      {"a: [] # c\nb:\n- y\n", appending({"a"}, text("x")), "a: # c\n- x\nb:\n- y\n"},
      {"a:\n    []\nb: 1\n", appending({"a"}, text("x")), "a:\n  - x\nb: 1\n"},
      {"a:\n    [] # c\nb: 1\n", appending({"a"}, text("x")), "a:\n     # c\n  - x\nb: 1\n"},
      {"a:   # none yet\n\nb: 1\n", appending({"a"}, text("x")), "a:   # none yet\n  - x\n\nb: 1\n"},
      {"a:", appending({"a"}, text("x")), "a:\n  - x"},
      {"a: ~\n", appending({"a"}, text("x")), "a:\n  - x\n"},
      {"a: {}\n", appending({"a"}, text("x")), "a:\n  - x\n"},
      {"a: {b: []}\n", appending({"a", "b"}, text("x")), "a: {b: [x]}\n"},
      {"a: {c: 1}\n", appending({"a", "b"}, text("x")), "a: {b: [x], c: 1}\n"},
      {"a: 1\n", appending({"b"}, rating(Layout::block)), "a: 1\nb:\n  - importance: 5\n    note: a, b\n"},
      {"a: 1\n", appending({"b", "c"}, text("x")), "a: 1\nb:\n  c:\n    - x\n"},
      {"x:\n- a\ny:\n- a\nz:\n  - a\n", appending({"b"}, text("x")),
       "x:\n- a\ny:\n- a\nz:\n  - a\nb:\n- x\n"},
      {"", appending({"a"}, text("x")), "a:\n  - x\n"},
  });
}

TEST_CASE("an assessment looks as in the handbook") {
  const std::string before =
      "assessments:                   # dated\n"
      "  - date: 2026-03-31\n"
      "    perspective: customer      # whose view this is\n"
      "    ratings:\n"
      "      flexibility: {importance: 4, fulfilment: 2}\n"
      "\n"
      "offerings:                     # white space\n";
  const auto cut = before.find("\noffer");
  CHECK(edited(before, appending({"assessments"}, assessment())).text ==
        before.substr(0, cut) +
            "  - date: 2026-11-24\n    perspective: customer\n    ratings:\n      flexibility: {fulfilment: "
            "4}\n" +
            before.substr(cut));
  CHECK(edited("name: x\n", appending({"assessments"}, assessment())).text ==
        "name: x\nassessments:\n  - date: 2026-11-24\n    perspective: customer\n    ratings:\n      "
        "flexibility: "
        "{fulfilment: 4}\n");
}

TEST_CASE("an entry goes with its lines and its comment") {
  check({
      {"a: 1\nb: 2 # c\nc: 3\n", removing({"b"}), "a: 1\nc: 3\n"},
      {"a: 1\n\n# of b\nb: 2\n  # deeper\n\n# of c\nc: 3\n", removing({"b"}),
       "a: 1\n\n# of b\n\n# of c\nc: 3\n"},
      {"a: 1\nb:\n  x: 1\n  y: 2\n", removing({"b"}), "a: 1\n"},
      {"a: 1 # c\nb: 2", removing({"b"}), "a: 1 # c"},
      {"a: 1\r\nb: 2", removing({"b"}), "a: 1"},
      {"a: 1\r\nb: 2\r\n", removing({"a"}), "b: 2\r\n"},
      {"\xEF\xBB\xBF"
       "a: 1\nb: 2\n",
       removing({"a"}),
       "\xEF\xBB\xBF"
       "b: 2\n"},
      {"a: |+\n  x\n\nb: 2\n", removing({"a"}), "b: 2\n"},
      {"a: 1\n", removing({"a"}), ""},
      {"# head\na: 1 # c\n", removing({"a"}), "# head\n"},
      {"{a: 1}\n", removing({"a"}), "{}\n"},
      {"x:\n  a: 1 # c\nb: 2\n", removing({"x", "a"}), "x: {}\nb: 2\n"},
      {"x: # c\n  # d\n  a: 1\n", removing({"x", "a"}), "x: {} # c\n  # d\n"},
      {"x: {a: 1} # c\n", removing({"x", "a"}), "x: {} # c\n"},
      {"x:\n  - a: 1\n    b: 2\n", removing({"x", std::size_t{0}, "a"}), "x:\n  - b: 2\n"},
      {"x:\n  - a: 1 # c\n    # of b\n    b: 2\n", removing({"x", std::size_t{0}, "a"}),
       "x:\n  -\n    # of b\n    b: 2\n"},
      {"x:\n  - a: 1\n    b: 2\n", removing({"x", std::size_t{0}, "b"}), "x:\n  - a: 1\n"},
      {"x:\n  - a: 1\n", removing({"x", std::size_t{0}, "a"}), "x:\n  - {}\n"},
      {"x: {a: 1, b: 2, c: 3}\n", removing({"x", "a"}), "x: {b: 2, c: 3}\n"},
      {"x: {a: 1, b: 2, c: 3}\n", removing({"x", "b"}), "x: {a: 1, c: 3}\n"},
      {"x: {a: 1, b: 2, c: 3}\n", removing({"x", "c"}), "x: {a: 1, b: 2}\n"},
      {"x: {a: 1, b: 2,}\n", removing({"x", "b"}), "x: {a: 1, }\n"},
      {"x: {\n  a: 1, # c\n  b: 2 # d\n}\n", removing({"x", "a"}), "x: {\n  b: 2 # d\n}\n"},
      {"x: {\n  a: 1, # c\n  b: 2 # d\n}\n", removing({"x", "b"}), "x: {\n  a: 1 # c\n}\n"},
      {"x: {\n  a: 1, # c\n  b: 2, # d\n}\n", removing({"x", "b"}), "x: {\n  a: 1, # c\n}\n"},
      {"x: {a: 1, # c\n    b: 2}\n", removing({"x", "b"}), "x: {a: 1 # c\n    }\n"},
  });
}

TEST_CASE("an item goes with its lines and its comment") {
  check({
      {"a:\n  - x\n  - y # c\n  - z\n", removing(path_of("a", 1)), "a:\n  - x\n  - z\n"},
      {"a:\n  - x\n  - y # c\n", removing(path_of("a", 1)), "a:\n  - x\n"},
      {"a:\n  - x\n  - y", removing(path_of("a", 1)), "a:\n  - x"},
      {"a:\n  - x: 1\n    y: 2\n  - z\n", removing(path_of("a", 0)), "a:\n  - z\n"},
      {"a:\n- x # c\nb: 1\n", removing(path_of("a", 0)), "a: []\nb: 1\n"},
      {"a:\n- - x\n  - y\n", removing({"a", std::size_t{0}, std::size_t{0}}), "a:\n- - y\n"},
      {"a:\n- - x\n", removing({"a", std::size_t{0}, std::size_t{0}}), "a:\n- []\n"},
      {"a: [x, y, z]\n", removing(path_of("a", 0)), "a: [y, z]\n"},
      {"a: [x, y, z]\n", removing(path_of("a", 2)), "a: [x, y]\n"},
      {"a: [x]\n", removing(path_of("a", 0)), "a: []\n"},
      {"a: [x, y,\n    z]\n", removing(path_of("a", 2)), "a: [x, y\n    ]\n"},
      {"a: {b: [1]}\n", removing({"a", "b", std::size_t{0}}), "a: {b: []}\n"},
  });
}

TEST_CASE("what cannot be done is refused with the reason and its place") {
  struct Refused {
    std::string text;
    Edit edit;
    std::string reason;
    int line;
    int column;
  };
  for (const auto& row : std::vector<Refused>{
           {"a: 1\n", setting({}, number(1)), "the whole file cannot be replaced", 1, 1},
           {"a: 1\n", removing({}), "the whole file cannot be replaced", 1, 1},
           {"x: 1\na: 1\n", setting({"a", "b"}, number(1)), "a is a single value, not a map", 2, 4},
           {"x: 1\na:\n  - 1\n", setting({"a", "b"}, number(1)), "a is a list, not a map", 3, 3},
           {"a: [1]\n", setting({"a", std::size_t{1}}, number(1)), "there is no a[1]", 1, 4},
           {"a: {b: 1}\n", setting({"a", std::size_t{0}, "c"}, number(1)), "there is no a[0]", 1, 4},
           {"a: {b: 1}\n", appending({"a"}, number(1)), "a is a map, not a list", 1, 4},
           {"a: x\n", appending({"a"}, number(1)), "a is a single value, not a list", 1, 4},
           {"a: x\n", appending({"a", "b"}, number(1)), "a is a single value, not a map", 1, 4},
           {"a: 1\n", setting({"b"}, NewValue::of_id("x: y")),
            "b stands in a form that kam cannot change without changing something else", 1, 1},
           {"a: 1\nb: [\n", setting({"a"}, number(2)), "the list that begins here is not closed by ]", 2, 4},
       }) {
    CAPTURE(row.text);
    CAPTURE(format_path(row.edit.path));
    const auto result = edited(row.text, row.edit);
    CHECK(result.text == row.text);
    CHECK(result.refusal == row.reason);
    CHECK(result.place.line == row.line);
    CHECK(result.place.column == row.column);
  }
}

TEST_CASE("several edits are done one after the other, or none of them") {
  const std::vector<Edit> edits{setting({"a"}, number(2)), setting({"b", "c"}, number(3)),
                                appending({"d"}, text("x")), appending({"d"}, text("v")), removing({"e"})};
  CHECK(apply_edits("a: 1\ne: 5\n", edits, alphabetical).text == "a: 2\nb:\n  c: 3\nd:\n  - x\n  - v\n");
  auto faulty = edits;
  faulty.push_back(setting({"a", "x"}, number(1)));
  const auto result = apply_edits("a: 1\ne: 5\n", faulty, alphabetical);
  CHECK(result.text == "a: 1\ne: 5\n");
  CHECK(result.refusal == "a is a single value, not a map");
  CHECK(apply_edits("a: 1\n", {}, alphabetical).text == "a: 1\n");
}

TEST_CASE("a value that the style around it cannot take is written in the plainest form") {
  // a map cannot stand in the column of its key, as the list did
  CHECK(edited("a:\n- x\n- y\nb: 1\n", setting({"a"}, rating(Layout::block))).text ==
        "a: {importance: 5, note: \"a, b\"}\nb: 1\n");
}

TEST_CASE("a change that a file has no room for says so, and how to mend it") {
  constexpr std::size_t kMostBytes = std::size_t{4} << 20U;
  const auto full = "a: 1\nb: " + std::string(kMostBytes - 12, 'x') + "\n";
  REQUIRE(full.size() == kMostBytes - 3);
  CHECK((edited(full, setting({"a"}, number(123))).text == "a: 123" + full.substr(4)));
  const std::vector<Edit> larger{setting({"a"}, number(123456))};
  auto result = apply_edits(full, larger, alphabetical);
  CHECK((result.text == full));
  CHECK(result.refusal == "with this change the file is larger than 4 MiB");
  CHECK(result.hint == "Move long texts elsewhere, or take out the oldest entries; git keeps them.");
  CHECK(result.place.line == 1);

  std::string many = "a:\n";
  for (int item = 0; item < 99'996; ++item) many += "- x\n";
  const std::vector<Edit> longer{appending({"a"}, text("x"))};
  result = apply_edits(many, longer, alphabetical);
  CHECK((result.text == many + "- x\n"));
  result = apply_edits(result.text, longer, alphabetical);
  CHECK(result.refusal == "with this change the file holds more than 100,000 keys and values");
  CHECK(result.hint == "Take out the oldest entries, such as assessments; git keeps them.");

  const std::vector<Edit> other{setting({"a", "x"}, number(1))};
  CHECK(apply_edits("a: 1\n", other, alphabetical).hint.empty());
}
