#include "kam/yaml/tree.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kam;

namespace {

Node read(std::string_view text) {
  const auto tree = parse_tree(text, "kam.yaml");
  CAPTURE(text);
  for (const auto& problem : tree.problems)
    MESSAGE(problem.line << ":" << problem.column << ": " << problem.message);
  REQUIRE(tree.problems.empty());
  REQUIRE(tree.root.has_value());
  return *tree.root;
}

std::string source_of(std::string_view text, const Node& node) {
  return std::string(text.substr(node.place.offset, node.end - node.place.offset));
}

struct Scalar {
  std::string source;  // behind `key: `, and what the span holds
  std::string value;
  NodeStyle style;
};

}  // namespace

TEST_CASE("scalars of every style are decoded and spanned") {
  for (const auto& [source, value, style] : std::initializer_list<Scalar>{
           {"plain text", "plain text", NodeStyle::plain},
           {"01067", "01067", NodeStyle::plain},
           {"a # b"
            "",
            "a", NodeStyle::plain},
           {"a#b:c", "a#b:c", NodeStyle::plain},
           {"-x", "-x", NodeStyle::plain},
           {"?x", "?x", NodeStyle::plain},
           {"two\n  lines", "two lines", NodeStyle::plain},
           {"two \n\n\n  lines", "two\n\nlines", NodeStyle::plain},
           {"''", "", NodeStyle::single_quoted},
           {"'it''s'", "it's", NodeStyle::single_quoted},
           {"' a '", " a ", NodeStyle::single_quoted},
           {"'a\\n'", "a\\n", NodeStyle::single_quoted},
           {"'a\n  b\n\n  c'", "a b\nc", NodeStyle::single_quoted},
           {"\"\"", "", NodeStyle::double_quoted},
           {"\"a # b: c\"", "a # b: c", NodeStyle::double_quoted},
           {"\"\\\"\\\\\\/\"", "\"\\/", NodeStyle::double_quoted},
           {"\"a  \n  b\"", "a b", NodeStyle::double_quoted},
           {"\"a\\\n  b\"", "ab", NodeStyle::double_quoted},
           {"\"a\\\n\n  b\"", "a\nb", NodeStyle::double_quoted},
           {"\"a\\ \n  b\"", "a  b", NodeStyle::double_quoted},
           {"|\n  a\n   b\n\n  c", "a\n b\n\nc\n", NodeStyle::literal},
           {"|-\n  a", "a", NodeStyle::literal},
           {"|2\n   a", " a\n", NodeStyle::literal},
           {">\n  a\n  b\n\n  c", "a b\nc\n", NodeStyle::folded},
           {">-\n  a\n  b", "a b", NodeStyle::folded},
       }) {
    for (const auto* const behind : {"\n", "\nnext: 1\n", "\n\n# comment\nnext: 1\n"}) {
      const auto text = "key: " + source + behind;
      CAPTURE(text);
      const auto root = read(text);
      const auto& node = root.entries.at(0).value;
      CHECK(node.kind == NodeKind::scalar);
      CHECK(node.value == value);
      CHECK(node.style == style);
      if (source != "a # b") CHECK(source_of(text, node) == source);
    }
  }
}

TEST_CASE("escapes are decoded, those of NEL and the no-break space too") {
  const auto root = read(R"(a: "\0\a\b\t\n\v\f\r\e\ \"\/\\\N\_\L\P\x41\u00e4\U0001F600")"
                         "\n");
  CHECK(root.find("a")->value == std::string(1, '\0') +
                                     "\a\b\t\n\v\f\r\x1B \"/\\\xC2\x85\xC2\xA0\xE2\x80\xA8\xE2\x80\xA9"
                                     "Aä😀");
}

TEST_CASE("nulls stand where a value would") {
  const std::string text = "a:\nb: ~ # none\nc: null\nd:   # open\ne: {f: , g: }\nh:\n  -\n  - NULL\n";
  const auto root = read(text);
  for (const auto* const key : {"a", "b", "c", "d"}) CHECK(root.find(key)->is_null());
  CHECK(root.find("a")->place.offset == 2);
  CHECK(root.find("a")->end == 2);
  CHECK(source_of(text, *root.find("b")) == "~");
  CHECK(source_of(text, *root.find("c")) == "null");
  CHECK(root.find("d")->place.offset == text.find("d:") + 2);
  CHECK(root.find("e")->find("f")->place.offset == text.find("f:") + 2);
  CHECK(root.find("e")->find("g")->is_null());
  const auto& list = *root.find("h");
  REQUIRE(list.items.size() == 2);
  CHECK(list.items[0].place.offset == text.find("-\n") + 1);
  CHECK(source_of(text, list.items[1]) == "NULL");
  CHECK(list.end == text.size() - 1);
}

TEST_CASE("collections span from their first byte to their last value's end") {
  const std::string text =
      "list:\n- a\n- b # c\nflow: [x, {y: 1}, 'z',\n  w] # c\nmap:\n    k: v\n\n# end\nempty: {}\nnone: []\n";
  const auto root = read(text);
  CHECK(root.kind == NodeKind::map);
  CHECK(root.style == NodeStyle::block);
  CHECK(source_of(text, root) == text.substr(0, text.size() - 1));
  CHECK(source_of(text, *root.find("list")) == "- a\n- b");
  CHECK(root.find("list")->style == NodeStyle::block);
  CHECK(source_of(text, *root.find("flow")) == "[x, {y: 1}, 'z',\n  w]");
  CHECK(root.find("flow")->style == NodeStyle::flow);
  CHECK(root.find("flow")->items.at(1).find("y")->value == "1");
  CHECK(root.find("flow")->items.at(1).style == NodeStyle::flow);
  CHECK(source_of(text, *root.find("map")) == "k: v");
  CHECK(source_of(text, *root.find("empty")) == "{}");
  CHECK(root.find("empty")->kind == NodeKind::map);
  CHECK(source_of(text, *root.find("none")) == "[]");
  CHECK(root.find("none")->kind == NodeKind::list);
}

TEST_CASE("lines count from one, columns in code points, offsets in bytes with the byte-order mark") {
  const std::string text = "\xEF\xBB\xBFäöü: {ß: grün}\r\n日本: 1\r\n";
  const auto root = read(text);
  const auto& first = root.entries.at(0);
  CHECK(root.place.offset == 3);
  CHECK(first.key.place.line == 1);
  CHECK(first.key.place.column == 1);
  CHECK(first.key.place.offset == 3);
  CHECK(first.key.end == 9);
  CHECK(first.value.place.column == 6);
  CHECK(first.value.place.offset == 11);
  CHECK(first.value.entries.at(0).value.place.column == 10);
  const auto& second = root.entries.at(1);
  CHECK(second.key.value == "日本");
  CHECK(second.value.place.line == 2);
  CHECK(second.value.place.column == 5);
}

TEST_CASE("a file of nothing is a map without entries") {
  for (const auto* const text : {"", "\n\n", "# comment", "# comment\n\n", "---\n", "--- # x\n",
                                 "\xEF\xBB\xBF", "%YAML 1.2\n---\n", "---\n...\n"}) {
    CAPTURE(text);
    const auto root = read(text);
    CHECK(root.kind == NodeKind::map);
    CHECK(root.style == NodeStyle::block);
    CHECK(root.entries.empty());
  }
}

TEST_CASE("a document may be opened and ended by its markers") {
  for (const auto* const text :
       {"---\na: 1\n", "%YAML 1.2\n---\na: 1\n", "# c\n%YAML 1.1\n--- # c\na: 1\n...\n# c\n", "a: 1\n...\n",
        "--- {a: 1}\n", "{a: 1}", "{\"a\":1}", "{a: 1,}"}) {
    CAPTURE(text);
    CHECK(read(text).find("a")->value == "1");
  }
}

TEST_CASE("find looks at maps only") {
  const auto root = read("a: 1\nb: [a]\n");
  CHECK(root.find("c") == nullptr);
  CHECK(root.find_entry("c") == nullptr);
  CHECK(root.find_entry("a")->key.value == "a");
  CHECK(root.find("b")->find("a") == nullptr);
  CHECK(root.find("a")->find("1") == nullptr);
}

TEST_CASE("trees are the same where kind, value, quoting and children are") {
  const auto same = [](std::string_view a, std::string_view b) { return same_content(read(a), read(b)); };
  CHECK(same("a: 1\nb: [x, 'y']\n", "{a: 1, b: [x, \"y\"]}"));
  CHECK(same("a:\n- b: |\n   x\n", "a: [{b: \"x\\n\"}]"));
  CHECK(same("a: ~\n", "a:\n"));
  CHECK_FALSE(same("a: 1\n", "a: 2\n"));
  CHECK_FALSE(same("a: 1\n", "a: '1'\n"));
  CHECK_FALSE(same("a: 1\n", "b: 1\n"));
  CHECK_FALSE(same("a: 1\n", "'a': 1\n"));
  CHECK_FALSE(same("a: ~\n", "a: ''\n"));
  CHECK_FALSE(same("a: []\n", "a: {}\n"));
  CHECK_FALSE(same("a: [1]\n", "a: [1, 2]\n"));
  CHECK_FALSE(same("a: [1, 2]\n", "a: [2, 1]\n"));
  CHECK_FALSE(same("a: 1\nb: 2\n", "b: 2\na: 1\n"));
  CHECK_FALSE(same("a: 1\n", "a: 1\nb: 2\n"));
}
