#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "kam/yaml/tree.hpp"

using namespace kam;

namespace {

// The problems, one a line: `2:5 code`.
std::string faults(std::string_view text) {
  const auto tree = parse_tree(text, "accounts/x.yaml");
  CHECK(tree.root.has_value() == tree.problems.empty());
  std::string lines;
  for (const auto& problem : tree.problems) {
    CHECK(problem.file == "accounts/x.yaml");
    CHECK(problem.severity == Severity::error);
    CHECK_FALSE(problem.message.empty());
    CHECK(problem.hint.ends_with('.'));
    lines += fmt::format("{}{}:{} {}", lines.empty() ? "" : "\n", problem.line, problem.column, problem.code);
  }
  return lines;
}

struct Fault {
  std::string text;
  std::string expected;
};

void check(std::initializer_list<Fault> table) {
  for (const auto& row : table) {
    CAPTURE(row.text);
    CHECK(faults(row.text) == row.expected);
  }
}

}  // namespace

TEST_CASE("keys that are no plain words") {
  check({
      {"a: 1\nb: 2\na: 3\n", "3:1 duplicate-key"},
      {"a: 1\n\"a\": 2\n'a': 3\n", "2:1 duplicate-key\n3:1 duplicate-key"},
      {"x:\n  - y: {k: 1, l: 2, k: 3}\n", "2:21 duplicate-key"},
      {"b: {a: 1, a: 2}\nb: 1\n", "1:11 duplicate-key\n2:1 duplicate-key"},
      {"<<: {a: 1}\n", "1:1 merge-key"},
      {"a: {<<: b}\n", "1:5 merge-key"},
      {"'<<': b\n", ""},
      {"? a\n: b\n", "1:1 explicit-key"},
      {"x: {? a : b}\n", "1:5 explicit-key"},
      {"a: 1\n?\n", "2:1 explicit-key"},
      {"?a: 1\n", ""},
      {"~: 1\n", "1:1 key-not-text"},
      {": 1\n", "1:1 key-not-text"},
      {"[a]: 1\n", "1:1 key-not-text"},
      {"{a: 1}: 1\n", "1:1 key-not-text"},
      {"a: 1\nfoo\n", "2:1 missing-colon"},
      {"a: 1\nfoo", "2:1 missing-colon"},
      {"a:\nnull b: 1\n~c: 2\n", ""},
      {"a: {b, c: 1}\n", "1:5 missing-colon"},
      {"a: {b:1}\n", "1:5 missing-colon"},
      {"a: {'b\n c': 1}\n", "1:5 key-not-text"},
  });
}

TEST_CASE("what makes one fact stand for another") {
  check({
      {"a: &x 1\nb: *x\n", "1:4 anchor\n2:4 alias"},
      {"a: *bold*\n", "1:4 alias"},
      {"a: &co x\n", "1:4 anchor"},
      {"a: !wichtig x\nb: !!str 1\n", "1:4 tag\n2:4 tag"},
      {"a: !!null\nb: &x\nc: 1\nc: 2\n", "1:4 tag\n2:4 anchor\n4:1 duplicate-key"},
      {"a: [&x 1, *x, !t 2]\n", "1:5 anchor\n1:11 alias\n1:15 tag"},
      {"!t\na: 1\n", "1:1 tag"},
      {"--- &r\na: 1\n", "1:5 anchor"},
      {"a: \"&co *x !t\"\n", ""},
      {"a: x & y * z ! <<\n", ""},
  });
}

TEST_CASE("one document, and nothing behind it") {
  check({
      {"a: 1\n---\nb: 1\n", "2:1 several-documents"},
      {"a: 1\n--- # nothing\n", "2:1 several-documents"},
      {"---\n---\na: 1\n", "2:1 several-documents"},
      {"a: 1\n...\nb: 1\n", "3:1 text-after-end"},
      {"a: 1\n...\n---\nb: 1\n", "3:1 several-documents"},
      {"{a: 1}\nb: 1\n", "2:1 unexpected-text"},
      {"{a: 1} x\n", "1:8 unexpected-text"},
      {",\n", "1:1 unexpected-text"},
      {"- a\n", "1:1 root-not-map"},
      {"- a\nb: 1\n", "1:1 root-not-map"},
      {"[a]\n", "1:1 root-not-map"},
      {"text\n", "1:1 root-not-map"},
      {"~\n", "1:1 root-not-map"},
      {"''\n", "1:1 root-not-map"},
      {"--- a: 1\n", "1:5 root-not-map"},
  });
}

TEST_CASE("directives and text that looks like one") {
  check({
      {"%YAML 1.2\n---\na: 1\n", ""},
      {"%YAML 1.2\na: 1\n", "2:1 directive"},
      {"%YAML 2.0\n---\na: 1\n", "1:1 directive"},
      {"%YAML 1.\n---\na: 1\n", "1:1 directive"},
      {"%YAML 1.2 x\n---\na: 1\n", "1:1 directive"},
      {"%TAG ! x:\n---\na: 1\n", "1:1 directive"},
      {"%YAML 1.2\n%YAML 1.2\n---\na: 1\n", "2:1 directive"},
      {"a: 1\n% of it\n", "2:1 directive"},
      {"a: 1\n%YAML 1.2\n---\n", "2:1 directive"},
      {"a: 5 %\n", ""},
      {"a: %x\n", "1:4 reserved-character"},
      {"a: @x\nb: 1\n", "1:4 reserved-character"},
      {"a: [`x`]\n", "1:5 reserved-character"},
  });
}

TEST_CASE("bytes that no text file holds") {
  check({
      {std::string("a: 1\0\n", 6), "1:5 control-character"},
      {"a: \x1B[0m\x04\n", "1:4 control-character\n1:8 control-character"},
      {"a: 1\x7F\n", ""},
      {"\xFF\xFE"
       "a\1",
       "1:1 utf-16"},
      {"\xFE\xFF", "1:1 utf-16"},
      {"a: gr\xFCn\nb: \xE4\n", "1:6 invalid-utf-8"},
      {"a: \xED\xA0\x80\n", "1:4 invalid-utf-8"},
      {"a: 1\rb: 2\r", "1:5 lone-carriage-return"},
      {"a: 1\r\nb: 2\r", "2:5 lone-carriage-return"},
      {"a: 1\r\nb: 2\r\n", ""},
      {"ä: \xFF\n", "1:4 invalid-utf-8"},
  });
}

TEST_CASE("tabs indent nothing") {
  check({
      {"a:\n\tb: 1\n", "2:1 tab-indentation"},
      {"a:\n\tb\n", "2:1 tab-indentation"},
      {"a:\n  \t- b\n", "2:3 tab-indentation"},
      {"a: b\n \tc\n", "2:2 tab-indentation"},
      {"a: [\n\tb]\n", "2:1 tab-indentation"},
      {"a: 1\n\tb: 2\n", "2:1 tab-indentation"},
      {"a:\n\t~\n", "2:1 tab-indentation"},
      {"a: 1\t# c\n\t\n\t# c\nb:\t2\n", ""},
      {"a: |\n  x\n  \ty\n", ""},
      {"a: \"b\n\tc\"\n", ""},
  });
}

TEST_CASE("quotes and brackets that stay open") {
  check({
      {"a: \"b\nc: 1\n", "1:4 unterminated-quote"},
      {"a: 'b\nc: 1\n", "1:4 unterminated-quote"},
      {"a: \"b\nc: \"d\"\n", "1:4 unterminated-quote"},
      {"a: \"b\" c\n", "1:8 text-after-quote"},
      {"a: 'it's'\n", "1:8 text-after-quote"},
      {"a: \"x\"#c\n", "1:7 comment-without-blank"},
      {"a: \"b\\q\"\n", "1:6 invalid-escape"},
      {"a: \"b\\'\"\n", "1:6 invalid-escape"},
      {"a: \"\\ud800\"\n", "1:5 invalid-escape"},
      {"a: \"\\x4g\"\n", "1:5 invalid-escape"},
      {"a: [1, 2\nb: 3\n", "1:4 unclosed-bracket"},
      {"a: {x: [1\nb: 3\n", "1:8 unclosed-bracket"},
      {"a: {x: 1\nb: 3\n", "1:4 unclosed-bracket"},
      {"a: ]\n", "1:4 unexpected-bracket"},
      {"a: [1,,2]\n", "1:7 empty-item"},
      {"a: [1,  , 2]\n", "1:9 empty-item"},
      {"a: [b: c]\n", "1:5 map-without-braces"},
  });
}

TEST_CASE("lines that do not fit their neighbours") {
  check({
      {"a: 1\n  b: 2\n", "2:4 unexpected-colon"},
      {"a: b: c\n", "1:5 unexpected-colon"},
      {"a: - b\n", "1:4 unexpected-dash"},
      {"a: 1\n- b\n", "2:1 indentation"},
      {"a:\n    b: 1\n  c: 2\n", "3:3 indentation"},
      {"a:\n  - x\n - y\n", "3:2 indentation"},
      {"a:\n[]\n", "2:1 indentation"},
      {"a:\n  b:\n  {}\n", "3:3 indentation"},
      {"a:\n  -\n  []\n", "3:3 indentation"},
      {"a:\n- b\nc:\n []\n", ""},
      {"--- a:\n", "1:5 root-not-map"},
      {"--- - a\n", "1:5 unexpected-dash"},
      {"a: |x\n", "1:5 yaml-syntax"},
  });
}

TEST_CASE("merge conflicts have a message of their own") {
  check({
      {"<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> branch\n", "1:1 merge-conflict"},
      {"a: 1\n<<<<<<<\nb: 1\n||||||| x\n=======\n>>>>>>>\n<<<<<<< y\n", "2:1 merge-conflict"},
      {"a: 1\n=======\n", "2:1 merge-conflict"},
      {"a: 1\n>>>>>>> branch\n", "2:1 merge-conflict"},
      {"a: <<<<<<< x\nb: |\n  <<<<<<< x\n  =======\n", ""},
      {"======: 1\n========: 2\n<<<<<<<<: 1\n", ""},
  });
  const auto problems = parse_tree("a: 1\n<<<<<<< HEAD\n", "x").problems;
  CHECK(problems.at(0).message == "unresolved merge: git left both sides of a conflict here");
  CHECK(problems.at(0).hint ==
        "Keep of each side what is right, delete the lines of <, = and > signs, then `git add` the file.");
  const std::string conflict = "<<<<<<<<< ours\na: 1\n=========\na: 2\n>>>>>>>>> theirs\n";
  CHECK(parse_tree(conflict + conflict, "x").problems.at(0).message ==
        "unresolved merge: git left 2 conflicts in this file, the first of them here");
}

TEST_CASE("the limits are 4 MiB, 64 levels and 100,000 keys and values") {
  const auto comment = [](std::size_t size) { return "#" + std::string(size - 2, 'x') + "\n"; };
  CHECK(faults(comment(std::size_t{4} << 20U)).empty());
  CHECK(faults(comment((std::size_t{4} << 20U) + 1)) == "1:1 file-too-large");

  const auto nested = [](std::size_t lists) {
    return "a: " + std::string(lists, '[') + std::string(lists, ']');
  };
  CHECK(faults(nested(63)).empty());
  CHECK(faults(nested(64)) == "1:67 too-deep");
  CHECK(faults("a: " + std::string(100'000, '[')).ends_with(" too-deep"));

  const auto wide = [](std::size_t items) {
    std::string text = "a:\n";
    for (std::size_t i = 0; i < items; ++i) text += "- 1\n";
    return text;
  };
  CHECK(faults(wide(100'000 - 3)).empty());
  CHECK(faults(wide(100'000 - 2)) == "99999:3 too-many-values");
}
