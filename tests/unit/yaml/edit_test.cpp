#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "yaml/edit_rows.hpp"

using namespace kam;
using namespace kam::edit_rows;

TEST_CASE("a path is shown as it is typed") {
  CHECK(format_path({}).empty());
  CHECK(format_path({"a"}) == "a");
  CHECK(format_path({"assessments", std::size_t{0}, "ratings", "flexibility"}) ==
        "assessments[0].ratings.flexibility");
  CHECK(format_path({std::size_t{3}, std::size_t{12}}) == "[3][12]");
}

TEST_CASE("new values") {
  CHECK(text("x").kind == NewValue::Kind::text);
  CHECK(number(0.5).kind == NewValue::Kind::literal);
  CHECK(number(0.5).text == "0.5");
  CHECK(number(1240000).text == "1240000");
  CHECK(NewValue::of_id("customer").kind == NewValue::Kind::literal);
  using namespace std::chrono_literals;
  CHECK(NewValue::of_date(Date{2026y, std::chrono::November, 24d}).text == "2026-11-24");
  CHECK(NewValue::of_list({text("x")}, Layout::flow).items.size() == 1);
  CHECK(NewValue::of_list({}, Layout::flow).layout == Layout::flow);
  CHECK(NewValue::of_map({{"k", text("x")}}, Layout::block).entries.at(0).key == "k");
  CHECK(NewValue::of_map({}, Layout::flow).kind == NewValue::Kind::map);
}

TEST_CASE("a scalar keeps its quotes, its comment and its place") {
  check({
      {"a: x\n", setting({"a"}, text("v")), "a: v\n"},
      {"a:   x   # c\nb: 1\n", setting({"a"}, text("yy")), "a:   yy   # c\nb: 1\n"},
      {"a: x # c\n", setting({"a"}, text("no")), "a: \"no\" # c\n"},
      {"a: 'x'\n", setting({"a"}, text("it's")), "a: 'it''s'\n"},
      {"a: 'x'\n", setting({"a"}, text("two\nlines")), "a: \"two\\nlines\"\n"},
      {"a: \"x\"\n", setting({"a"}, text("v")), "a: \"v\"\n"},
      {"a: \"x\"\n", setting({"a"}, number(4)), "a: 4\n"},
      {"a: 4\n", setting({"a"}, number(4.5)), "a: 4.5\n"},
      {"a:\n  x # c\n", setting({"a"}, text("v")), "a:\n  v # c\n"},
      {"a: two\n  lines # c\nb: 1\n", setting({"a"}, text("one")), "a: one # c\nb: 1\n"},
      {"a: \"two\n  lines\" # c\nb: 1\n", setting({"a"}, text("one")), "a: \"one\" # c\nb: 1\n"},
      {"a: [x, 'y', \"z\"]\n", setting({"a", std::size_t{1}}, text("w")), "a: [x, 'w', \"z\"]\n"},
      {"a: [x]\n", setting({"a", std::size_t{0}}, text("v, w")), "a: [\"v, w\"]\n"},
      {"a: {b: 1, c: 2}\n", setting({"a", "b"}, number(3)), "a: {b: 3, c: 2}\n"},
      {"a:\n- x\n- y # c\n", setting({"a", std::size_t{1}}, text("z")), "a:\n- x\n- z # c\n"},
      {"\xEF\xBB\xBF"
       "a: x\r\nb: y",
       setting({"b"}, text("z")),
       "\xEF\xBB\xBF"
       "a: x\r\nb: z"},
      {"ä: ö # ü\n", setting({"ä"}, text("日本")), "ä: 日本 # ü\n"},
  });
}

TEST_CASE("block scalars") {
  check({
      {"a: |\n   old\n   text\n\nb: 1\n", setting({"a"}, text("new\n\nlines\n")),
       "a: |\n   new\n\n   lines\n\nb: 1\n"},
      {"a: | # c\n  old\nb: 1\n", setting({"a"}, text("new")), "a: |- # c\n  new\nb: 1\n"},
      {"a: |-\n  old", setting({"a"}, text("new\n")), "a: |\n  new"},
      {"a: |+\n  old\n\nb: 1\n", setting({"a"}, text("new\n")), "a: |\n  new\n\nb: 1\n"},
      {"a: |2\n   old\n", setting({"a"}, text("new\n")), "a: |\n  new\n"},
      {"a: |\n\nb: 1\n", setting({"a"}, text("new\n")), "a: |\n  new\n\nb: 1\n"},
      {"a: >\n  old\n  text\n", setting({"a"}, text("new\n")), "a: >\n  new\n"},
      {"a: >\n  old\n  text\n", setting({"a"}, text("new\nlines\n")), "a: |\n  new\n  lines\n"},
      {"a: | # c\n  old\n  text\nb: 1\n", setting({"a"}, text(" x")), "a: \" x\" # c\nb: 1\n"},
      {"a: |\n  old\nb: 1\n", setting({"a"}, number(5)), "a: 5\nb: 1\n"},
      {"a: |\r\n  old\r\nb: 1\r\n", setting({"a"}, text("x\ny\n")), "a: |\r\n  x\r\n  y\r\nb: 1\r\n"},
      {"a:\n- |\n  old\n- x\n", setting({"a", std::size_t{0}}, text("new\n")), "a:\n- |\n  new\n- x\n"},
      {"a: |\n  old\n", setting({"a"}, rating(Layout::flow)), "a: {importance: 5, note: \"a, b\"}\n"},
      {"a: | # c\n  old\nb: 1\n",
       setting(
           {
               "a",
           },
           rating(Layout::block)),
       "a: # c\n  importance: 5\n  note: a, b\nb: 1\n"},
  });
}

TEST_CASE("an edit that says what is there changes nothing") {
  for (const auto& row : std::vector<std::pair<std::string, Edit>>{
           {"a: x\n", setting({"a"}, text("x"))},
           {"a: 'x'\n", setting({"a"}, text("x"))},
           {"a: 5\n", setting({"a"}, text("5"))},
           {"a: 5.0\n", setting({"a"}, number(5))},
           {"a: customer\n", setting({"a"}, NewValue::of_id("customer"))},
           {"a: |\n  x\n", setting({"a"}, text("x\n"))},
           {"a: [x, 5]\n", setting({"a"}, NewValue::of_list({text("x"), number(5)}, Layout::block))},
           {"a: {c: 1, b: x}\n",
            setting({"a"}, NewValue::of_map({{"b", text("x")}, {"c", number(1)}}, Layout::block))},
           {"a: []\n", setting({"a"}, NewValue::of_list({}, Layout::block))},
           {"a: 1\n", removing({"b"})},
           {"a: [1]\n", removing({"a", std::size_t{1}})},
           {"a: 1\n", removing({"a", "b"})},
       }) {
    CAPTURE(row.first);
    const auto result = edited(row.first, row.second);
    CHECK(result.refusal.empty());
    CHECK(result.text == row.first);
  }
  CHECK(edited("a: '5'\n", setting({"a"}, number(5))).text == "a: 5\n");
  CHECK(edited("a: x\n", setting({"a"}, text("X"))).text == "a: X\n");
  CHECK(edited("a: 05\n", setting({"a"}, number(5))).text == "a: 5\n");
  CHECK(edited("a: [x]\n", setting({"a"}, NewValue::of_list({text("x"), text("v")}, Layout::flow))).text ==
        "a: [x, v]\n");
  CHECK(
      edited("a: {b: 1, c: 2}\n", setting({"a"}, NewValue::of_map({{"b", number(1)}}, Layout::flow))).text ==
      "a: {b: 1}\n");
  CHECK(edited("a: {b: 1}\n", setting({"a"}, NewValue::of_map({{"c", number(1)}}, Layout::flow))).text ==
        "a: {c: 1}\n");
  CHECK(edited("a: {b: 1}\n", setting({"a"}, NewValue::of_map({{"b", number(2)}}, Layout::flow))).text ==
        "a: {b: 2}\n");
}

TEST_CASE("a new key takes its place among its neighbours") {
  check({
      {"a: 1\nc: 1\n", setting({"b"}, number(2)), "a: 1\nb: 2\nc: 1\n"},
      {"a: 1 # c\n  # deeper\n# of c\nc: 1\n", setting({"b"}, number(2)),
       "a: 1 # c\n  # deeper\nb: 2\n# of c\nc: 1\n"},
      {"a: 1\n\n# of d\nd: 1\n", setting({"c"}, number(2)), "a: 1\nc: 2\n\n# of d\nd: 1\n"},
      {"x: 1\nc: 1\ny: 2\n", setting({"b"}, number(2)), "x: 1\nb: 2\nc: 1\ny: 2\n"},
      {"x: 1\n# of c\n# too\nc: 1\n", setting({"b"}, number(2)), "x: 1\nb: 2\n# of c\n# too\nc: 1\n"},
      {"# head\nc: 1\n", setting({"b"}, number(2)), "# head\nb: 2\nc: 1\n"},
      {"x:\n  # of c\n  c: 1\n", setting({"x", "b"}, number(2)), "x:\n  b: 2\n  # of c\n  c: 1\n"},
      {"x:\n# head\n  c: 1\n", setting({"x", "b"}, number(2)), "x:\n# head\n  b: 2\n  c: 1\n"},
      {"a: 1\nx: 1\n\n# end\n", setting({"z"}, number(2)), "a: 1\nx: 1\nz: 2\n\n# end\n"},
      {"x: 1\n", setting({"a"}, number(2)), "x: 1\na: 2\n"},
      {"a: 1", setting({"b"}, number(2)), "a: 1\nb: 2"},
      {"a: 1\r\n", setting({"b"}, number(2)), "a: 1\r\nb: 2\r\n"},
      {"a: 1\r\nx: 1", setting({"b"}, number(2)), "a: 1\r\nb: 2\r\nx: 1"},
      {"a:\n    b: 1\nx: 1\n", setting({"a", "c"}, number(2)), "a:\n    b: 1\n    c: 2\nx: 1\n"},
      {"a:\n  - b: 1\n    d: 2\n", setting({"a", std::size_t{0}, "c"}, number(3)),
       "a:\n  - b: 1\n    c: 3\n    d: 2\n"},
      {"a:\n  - b: 1\n", setting({"a", std::size_t{0}, "a"}, number(3)), "a:\n  - a: 3\n    b: 1\n"},
      {"a: |+\n  x\n\n\nc: 1\n", setting({"b"}, number(2)), "a: |+\n  x\n\n\nb: 2\nc: 1\n"},
      {"a: |\n  x\n\n\nc: 1\n", setting({"b"}, number(2)), "a: |\n  x\nb: 2\n\n\nc: 1\n"},
      {"a: |\n  x", setting({"b"}, number(2)), "a: |\n  x\nb: 2"},
      {"---\na: 1\n...\n", setting({"b"}, number(2)), "---\na: 1\nb: 2\n...\n"},
      {"a: 1\n", setting({"no"}, text("no")), "a: 1\n\"no\": \"no\"\n"},
      {"a:\n  2024: 1\n", setting({"a", "2025"}, number(2)), "a:\n  2024: 1\n  2025: 2\n"},
      {"a:\n  2024: 1\n", setting({"a", "0"}, number(2)), "a:\n  2024: 1\n  0: 2\n"},
      {"a:\n  2024: 1\n", setting({"a", "05"}, number(2)), "a:\n  2024: 1\n  \"05\": 2\n"},
      {"a: 1\n", setting({"010"}, number(2)), "a: 1\n\"010\": 2\n"},
  });
  const auto edit = setting({"b"}, number(2));
  CHECK(apply_edits("c: 1\n", std::span(&edit, 1), {}).text == "c: 1\nb: 2\n");
}

TEST_CASE("a new key in a flow map") {
  check({
      {"x: {a: 1}\n", setting({"x", "b"}, number(2)), "x: {a: 1, b: 2}\n"},
      {"x: { a: 1 } # c\n", setting({"x", "b"}, number(2)), "x: { a: 1, b: 2 } # c\n"},
      {"x: {a: 1, c: 2}\n", setting({"x", "b"}, text("u, v")), "x: {a: 1, b: \"u, v\", c: 2}\n"},
      {"x: {b: 1}\n", setting({"x", "a"}, number(2)), "x: {a: 2, b: 1}\n"},
      {"x: {a: 1,}\n", setting({"x", "b"}, number(2)), "x: {a: 1, b: 2,}\n"},
      {"{a: 1}\n", setting({"b"}, rating(Layout::block)), "{a: 1, b: {importance: 5, note: \"a, b\"}}\n"},
      {"x: {\n  a: 1, # c\n  b: 2 # d\n}\n", setting({"x", "c"}, number(3)),
       "x: {\n  a: 1, # c\n  b: 2, # d\n  c: 3\n}\n"},
      {"x: {\n  a: 1, # c\n  b: 2, # d\n}\n", setting({"x", "c"}, number(3)),
       "x: {\n  a: 1, # c\n  b: 2, # d\n  c: 3,\n}\n"},
      {"x: {\n  a: 1, # c\n  d: 2\n}\n", setting({"x", "b"}, number(3)),
       "x: {\n  a: 1, # c\n  b: 3,\n  d: 2\n}\n"},
      {"x: {\n  b: 1,\n  c: 2\n}\n", setting({"x", "a"}, number(3)), "x: {\n  a: 3,\n  b: 1,\n  c: 2\n}\n"},
      {"x: {a: 1,\n    b: 2}\n", setting({"x", "c"}, number(3)), "x: {a: 1,\n    b: 2,\n    c: 3}\n"},
      {"x: {a: 1, b: 2,\n    c: 3, d: 4}\n", setting({"x", "e"}, number(5)),
       "x: {a: 1, b: 2,\n    c: 3, d: 4, e: 5}\n"},
      {"x: {\n  a: 1, b: 2,\n  c: 3, e: 4\n}\n", setting({"x", "d"}, number(5)),
       "x: {\n  a: 1, b: 2,\n  c: 3, d: 5, e: 4\n}\n"},
      {"x: {\r\n  a: 1\r\n}\r\n", setting({"x", "b"}, number(2)), "x: {\r\n  a: 1,\r\n  b: 2\r\n}\r\n"},
      {"x: [{a: 1}]\n", setting({"x", std::size_t{0}, "b"}, number(2)), "x: [{a: 1, b: 2}]\n"},
  });
}

TEST_CASE("maps on the way are made") {
  check({
      {"x: 1\n", setting({"a", "b", "c"}, number(1)), "x: 1\na:\n  b:\n    c: 1\n"},
      {"x: 1\n", setting({"a", "2027", "c"}, in_flow(number(1))), "x: 1\na:\n  2027: {c: 1}\n"},
      {"a: {}\n", setting({"a", "b"}, number(1)), "a:\n  b: 1\n"},
      {"a: {} # c\n", setting({"a", "b"}, in_flow(number(1))), "a: {b: 1} # c\n"},
      {"a:  # c\nb: 1\n", setting({"a", "b"}, number(1)), "a:  # c\n  b: 1\nb: 1\n"},
      {"a: # c\nb: 1\n", setting({"a", "b"}, in_flow(number(1))), "a: {b: 1} # c\nb: 1\n"},
      {"a: ~\n", setting({"a", "b"}, number(1)), "a:\n  b: 1\n"},
      {"a:\n  # example: 1\n\nb: 1\n", setting({"a", "b"}, number(1)),
       "a:\n  # example: 1\n  b: 1\n\nb: 1\n"},
      {"x:\n    y: 1\n", setting({"a", "b"}, number(1)), "x:\n    y: 1\na:\n    b: 1\n"},
      {"a: {b: {}}\n", setting({"a", "b", "c", "d"}, number(1)), "a: {b: {c: {d: 1}}}\n"},
      {"a: {b: }\n", setting({"a", "b", "c"}, number(1)), "a: {b: {c: 1} }\n"},
      {"a:\n  -\n", setting({"a", std::size_t{0}, "b"}, number(1)), "a:\n  - b: 1\n"},
      {"a:\n  - {}\n", setting({"a", std::size_t{0}, "b"}, number(1)), "a:\n  - b: 1\n"},
      {"ratings:\n  x: {importance: 1}\n", setting({"ratings", "z"}, rating(Layout::flow)),
       "ratings:\n  x: {importance: 1}\n  z: {importance: 5, note: \"a, b\"}\n"},
      {"", setting({"a"}, number(1)), "a: 1\n"},
      {"# head", setting({"a", "b"}, number(1)), "# head\na:\n  b: 1"},
      {"# head\n\n", setting({"a"}, number(1)), "# head\n\na: 1\n"},
      {"\xEF\xBB\xBF", setting({"a"}, number(1)),
       "\xEF\xBB\xBF"
       "a: 1\n"},
      {"{}\n", setting({"a"}, number(1)), "{a: 1}\n"},
      {"---\n...\n", setting({"a"}, number(1)), "---\na: 1\n...\n"},
  });
}

TEST_CASE("a null is filled where it stands") {
  check({
      {"a:\nb: 1\n", setting({"a"}, text("x")), "a: x\nb: 1\n"},
      {"a:   # c\n", setting({"a"}, text("x")), "a: x   # c\n"},
      {"a: ~ # c\n", setting({"a"}, text("x")), "a: x # c\n"},
      {"a:", setting({"a"}, text("x")), "a: x"},
      {"a:\n-\n- x\n", setting({"a", std::size_t{0}}, text("v")), "a:\n- v\n- x\n"},
      {"a: {b: , c: ~}\n", setting({"a", "b"}, text("v")), "a: {b: v , c: ~}\n"},
  });
}

TEST_CASE("a value of another kind replaces the old one") {
  const auto list = NewValue::of_list({text("x"), text("v")}, Layout::block);
  check({
      {"a: 1 # c\nb: 1\n", setting({"a"}, rating(Layout::block)),
       "a: # c\n  importance: 5\n  note: a, b\nb: 1\n"},
      {"a: 1 # c\nb: 1\n", setting({"a"}, rating(Layout::flow)),
       "a: {importance: 5, note: \"a, b\"} # c\nb: 1\n"},
      {"a: 1\n", setting({"a"}, list), "a:\n  - x\n  - v\n"},
      {"a: # c\n  x: 1\n  y: 2 # d\n  # e\nb: 1\n", setting({"a"}, number(4)), "a: 4 # c\nb: 1\n"},
      {"a: # c\n- x\n- y\n\nb: 1\n", setting({"a"}, number(4)), "a: 4 # c\n\nb: 1\n"},
      {"a:\n- x\n- y", setting({"a"}, number(4)), "a: 4"},
      {"a:\n  z: 1\nb: 1\n", setting({"a"}, rating(Layout::block)),
       "a:\n  importance: 5\n  note: a, b\nb: 1\n"},
      {"a: [1, 2] # c\n", setting({"a"}, text("x")), "a: x # c\n"},
      {"a:\n  - z: 1\n    y: 2\n  - w\n", setting({"a", std::size_t{0}}, text("x")), "a:\n  - x\n  - w\n"},
      {"a:\n  -\n    z: 1\n  - w\n", setting({"a", std::size_t{0}}, text("x")), "a:\n  - x\n  - w\n"},
      {"a: # c\n  'old'\nb: 1\n", setting({"a"}, rating(Layout::block)),
       "a: # c\n  importance: 5\n  note: a, b\nb: 1\n"},
      {"a: [1]\n", setting({"a"}, NewValue::of_list({}, Layout::block)), "a: []\n"},
      {"a:\n- 1\n", setting({"a"}, NewValue::of_map({}, Layout::block)), "a: {}\n"},
  });
}

TEST_CASE("a section goes to its line of the template") {
  const auto list = NewValue::of_list({text("x")}, Layout::block);
  check({
      {"a: 1\n\n# Prose.\n#b:\n#  - \n\n#c: []\n", setting({"b"}, list),
       "a: 1\n\n# Prose.\nb:\n  - x\n#b:\n#  - \n\n#c: []\n"},
      {"a: 1\n\n#c: []\n\nd: 2\n", setting({"c"}, list), "a: 1\n\nc:\n  - x\n#c: []\n\nd: 2\n"},
      {"a: 1\n#b", setting({"b"}, number(2)), "a: 1\nb: 2\n#b"},          // no colon
      {"a: 1\n# b:\n", setting({"b"}, number(2)), "a: 1\nb: 2\n# b:\n"},  // prose
      {"a: 1\n#b:2\n", setting({"b"}, number(2)), "a: 1\nb: 2\n#b:2\n"},  // no key of YAML
      {"a:\n  - 1\n#b:\n  - 2\n", setting({"b"}, number(2)), "a:\n  - 1\n#b:\n  - 2\nb: 2\n"},  // inside a
      {"a: 1\n#c: # why\n", setting({"c", "d"}, number(2)), "a: 1\nc:\n  d: 2\n#c: # why\n"},
      {"a: 1\r\n#c:\r\n", setting({"c"}, list), "a: 1\r\nc:\r\n  - x\r\n#c:\r\n"},
  });
}

TEST_CASE("a further section has an empty line before it where the others have") {
  const auto list = NewValue::of_list({text("x")}, Layout::block);
  check({
      {"a: 1\n\nb:\n  - y\n", setting({"c"}, list), "a: 1\n\nb:\n  - y\n\nc:\n  - x\n"},
      {"a: 1\nb:\n  - y\n", setting({"c"}, list), "a: 1\nb:\n  - y\nc:\n  - x\n"},
      {"a: 1\n\nb:\n  - y\n\nd: 1\n", setting({"c"}, list), "a: 1\n\nb:\n  - y\n\nc:\n  - x\n\nd: 1\n"},
      {"a: 1\n\nb:\n  - y\n", setting({"c"}, number(2)), "a: 1\n\nb:\n  - y\nc: 2\n"},
      {"a: 1\n\nb: 2\n", setting({"c"}, list), "a: 1\n\nb: 2\nc:\n  - x\n"},
      {"c: 1\n\nd:\n  - y\n", setting({"b"}, list), "b:\n  - x\n\nc: 1\n\nd:\n  - y\n"},
      {"a:\n  c: 1\n\n  d:\n    - y\n", setting({"a", "e"}, list),
       "a:\n  c: 1\n\n  d:\n    - y\n  e:\n    - x\n"},
  });
}
