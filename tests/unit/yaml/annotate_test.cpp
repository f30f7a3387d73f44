#include "kam/yaml/annotate.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <random>

#include "kam/disk/write.hpp"
#include "kam/yaml/tree.hpp"

using namespace kam;

namespace {

Annotated with_note(std::string_view text, int line, std::string note = "x") {
  const std::array notes{LineNote{line, std::move(note)}};
  return annotate(text, notes);
}

int count_lines(const std::string& text) {
  return static_cast<int>(std::ranges::count(text, '\n')) + 1;
}

struct Row {
  std::string before;
  int line;
  std::string after;
};

struct Pair {
  std::string before;
  std::string after;
};

// What the readers of files have to cope with, each readable.
const std::array<std::string, 19> kReadable{
    "",
    "a: 1",
    "a: 1\n",
    "\xEF\xBB\xBF"
    "a: 1\nb: 2\n",
    "a: 1\r\nb:\r\n  - x\r\n  - y: |\r\n      t: u\r\n\r\n      v\r\n    z: 1\r\n",
    "a: |\n  one\n\n  b: two\n    - three\nb: 1\n",
    "a: >-  # why\n  one\n  # no comment\n  two\n# a comment\nb: 1\n",
    "a: |2+\n   one\n  two\n\n\nb: 1\n",
    "a:\n- |\n one\n two: x\n- b: >\n    one\n\n    two\n  c: 1\n",
    "a:\n  - - |\n      one\n    - two\n",
    "a: one\n  two\n  three\nb: 1\n",
    "a:\n  one\n  two\nb: 1\n",
    "a: \"one\n  two\n\n  three\"\nb: 1\n",
    "a: 'one\n  two'\nb:\n  - 'three\n    four'\n",
    "a: [one,\n  two,  # why\n  three\n  ]\nb: {c: 1,\n  d: 2}\n",
    "a:\n  b:\n    c: |\n      x\n    d: 1\n  e: 2\n\nf: ~\n",
    "---\na: 1\n...\n",
    "a:\n\n  - b: 1\n\n    c: |\n\n\n      x\n\n      y: |\n        z\n\n  - b: 2\n",
    "# first\na: 1  # kam: mine\n# kam: mine\nb: 2\n",
};

}  // namespace

TEST_CASE("a note stands above its line, indented like it") {
  const std::array<Row, 12> rows{{
      {"a: 1\nb: 2\n", 1, "# kam: x\na: 1\nb: 2\n"},
      {"a: 1\nb: 2\n", 2, "a: 1\n# kam: x\nb: 2\n"},
      {"a:\n  b: 2\n", 2, "a:\n  # kam: x\n  b: 2\n"},
      {"a:\n  - b: 1\n    c: 2\n", 2, "a:\n  # kam: x\n  - b: 1\n    c: 2\n"},
      {"a:\n  - b: 1\n    c: 2\n", 3, "a:\n  - b: 1\n    # kam: x\n    c: 2\n"},
      {"a: 1\r\nb: 2", 2, "a: 1\r\n# kam: x\r\nb: 2"},
      {"\xEF\xBB\xBF"
       "a: 1\n",
       1, "\xEF\xBB\xBF# kam: x\na: 1\n"},
      {"", 1, "# kam: x\n"},
      {"a: 1\n", 0, "# kam: x\na: 1\n"},  // of the file as a whole
      {"a: 1\n", 7, "# kam: x\na: 1\n"},
      {"a: 1\n<<<<<<< HEAD\n", 2, "a: 1\n# kam: x\n<<<<<<< HEAD\n"},
      {"a:\n\t- b\n", 2, "a:\n# kam: x\n\t- b\n"},
  }};
  for (const auto& row : rows) {
    CAPTURE(row.before);
    CAPTURE(row.line);
    const auto annotated = with_note(row.before, row.line);
    CHECK(annotated.text == row.after);
    CHECK(annotated.marker == "# kam:");
  }
}

TEST_CASE("a note on a text of several lines stands above its key, outside of it") {
  const std::array<Row, 9> rows{{
      {"a: |\n  one\n  two\nb: 1\n", 3, "# kam: x\na: |\n  one\n  two\nb: 1\n"},
      {"a: |\n  one\n\n  two\n", 3, "# kam: x\na: |\n  one\n\n  two\n"},
      {"a: >-  # why\n  b: one\n", 2, "# kam: x\na: >-  # why\n  b: one\n"},
      {"a:\n  b: |\n    c: |\n      d\n", 4, "a:\n  # kam: x\n  b: |\n    c: |\n      d\n"},
      {"a:\n  - b: |\n      c\n    d: 1\n", 3, "a:\n  # kam: x\n  - b: |\n      c\n    d: 1\n"},
      {"a:\n  - b: |\n      c\n    d: 1\n", 4, "a:\n  - b: |\n      c\n    # kam: x\n    d: 1\n"},
      {"a: one\n  two\n", 2, "# kam: x\na: one\n  two\n"},
      {"a: \"one\n  two\"\n", 2, "# kam: x\na: \"one\n  two\"\n"},
      {"a: [one,\n  two]\n", 2, "# kam: x\na: [one,\n  two]\n"},
  }};
  for (const auto& row : rows) {
    CAPTURE(row.before);
    CAPTURE(row.line);
    CHECK(with_note(row.before, row.line).text == row.after);
  }
}

TEST_CASE("notes of one line keep their order, and what could drive a terminal is escaped") {
  const std::array notes{LineNote{2, "second"}, LineNote{1, "a\nb\x1B[2J"}, LineNote{2, "third"}};
  CHECK(annotate("a: 1\nb: 2\n", notes).text ==
        "# kam: a\\u{a}b\\u{1b}[2J\na: 1\n# kam: second\n# kam: third\nb: 2\n");
}

TEST_CASE("a comment of the user's that looks like kam's stays") {
  const std::string text = "# kam: x\na: 1\n  # kam 2: x\n";
  const auto annotated = with_note(text, 2);
  CHECK(annotated.text == "# kam: x\n# kam 3: x\na: 1\n  # kam 2: x\n");
  CHECK(without_notes(annotated.text, annotated.marker) == text);
}

TEST_CASE("the comments go, however the editor left them, and nothing else") {
  const std::array<Pair, 9> rows{{
      {"# kam: x\na: 1\n", "a: 1\n"},
      {"a: 1\n\t  # kam: x  \r\nb: 2\n", "a: 1\nb: 2\n"},
      {"# kam: y\n# kam: x\n# kam: x\n", ""},
      {"a: 1\n# kam: x", "a: 1\n"},
      {"# kam: changed by a search and replace\n", ""},
      {"a: 1  # kam: x\n", "a: 1  # kam: x\n"},
      {"# kam 2: x\n", "# kam 2: x\n"},
      {"# kamera: x\n#kam: y\n", "# kamera: x\n#kam: y\n"},
      {"\xEF\xBB\xBF# kam: x\na: 1",
       "\xEF\xBB\xBF"
       "a: 1"},
  }};
  for (const auto& row : rows) {
    CAPTURE(row.before);
    CHECK(without_notes(row.before, "# kam:") == row.after);
  }
}

TEST_CASE("property: with a note at any line a readable text says the same, and without it is as it was") {
  std::vector<std::string> texts(kReadable.begin(), kReadable.end());
  const std::filesystem::path examples = KAM_SOURCE_DIR "/examples/portfolio";
  for (const auto& entry : std::filesystem::directory_iterator(examples / "accounts"))
    texts.push_back(read_file(entry.path()));
  texts.push_back(read_file(examples / "kam.yaml"));
  REQUIRE(texts.size() > kReadable.size() + 5);
  for (const auto& text : texts) {
    const auto before = parse_tree(text, "x");
    REQUIRE_MESSAGE(before.root, text);
    for (int line = 0; line <= count_lines(text) + 1; ++line) {
      const auto annotated = with_note(text, line, "error: a: b");
      CAPTURE(annotated.text);
      const auto after = parse_tree(annotated.text, "x");
      REQUIRE(after.root);
      CHECK(same_content(*before.root, *after.root));
      CHECK(without_notes(annotated.text, annotated.marker) == text);
    }
  }
}

TEST_CASE("property: any text, readable or not, comes out of its comments as it went in") {
  constexpr std::array<std::string_view, 24> kPieces{
      "a: ", "- ", "|\n", ">-\n", "\n", "\r\n", "\r",   "  ",   "\t",           "x",      "#", "# kam:",
      "'",   "\"", "[",   "}",    ": ", " #",   "\xFF", "\0\0", "\xEF\xBB\xBF", "\u2028", "1", "# kam: x"};
  std::mt19937 engine(20261124);  // the same numbers everywhere
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto pieces = engine() % 20; pieces > 0; --pieces) text += kPieces.at(engine() % kPieces.size());
    std::vector<LineNote> notes;
    for (auto count = 1 + engine() % 3; count > 0; --count)
      notes.push_back({static_cast<int>(engine() % 8), engine() % 2 == 0 ? "x" : ""});
    const auto annotated = annotate(text, notes);
    CAPTURE(text);
    CHECK(annotated.text.size() > text.size());
    CHECK(without_notes(annotated.text, annotated.marker) == text);
  }
}
