#include <doctest/doctest.h>

#include "cli/load.hpp"
#include "support/scratch_directory.hpp"

using namespace kam;
using namespace kam::cli;

namespace {

Problem problem_at(int line, int column) {
  return {"accounts/a.yaml", line, column, Severity::error, "some-code", "something is wrong", {}};
}

// What is printed for one problem in a file with that content.
std::string printed(std::string_view content, const Problem& problem) {
  const ScratchDirectory directory;
  if (!problem.file.empty()) directory.put(problem.file, content);
  Context context;
  print_problems(context, {problem}, directory.path());
  CHECK(context.out.empty());
  return context.err;
}

// The lines under the message: the excerpt and the caret.
std::string excerpt_of(std::string_view content, int line, int column) {
  const auto text = printed(content, problem_at(line, column));
  return text.substr(text.find('\n') + 1);
}

}  // namespace

TEST_CASE("a problem says where, how bad and what, and shows the line and what to do") {
  auto problem = problem_at(2, 3);
  problem.message = "rating 7 is above the scale's 5";
  problem.hint = "Ratings run from 0 to 5.";
  CHECK(printed("kam: 1\n  reference: 7\n", problem) ==
        "accounts/a.yaml:2:3: error: rating 7 is above the scale's 5\n"
        "    2 |   reference: 7\n"
        "      |   ^\n"
        "   Ratings run from 0 to 5.\n");
}

TEST_CASE("severities have their word") {
  auto problem = problem_at(0, 0);
  CHECK(printed("", problem) == "accounts/a.yaml: error: something is wrong\n");
  problem.severity = Severity::warning;
  CHECK(printed("", problem) == "accounts/a.yaml: warning: something is wrong\n");
  problem.severity = Severity::note;
  CHECK(printed("", problem) == "accounts/a.yaml: note: something is wrong\n");
}

TEST_CASE("a line without a column is named but not shown") {
  CHECK(printed("kam: 1\n", problem_at(1, 0)) == "accounts/a.yaml:1: error: something is wrong\n");
}

TEST_CASE("the caret stands under the column, whatever is before it") {
  struct Row {
    const char* line;
    int column;
    const char* expected;
  };
  for (const auto& row : {
           Row{"name: x", 1, "    1 | name: x\n      | ^\n"},
           Row{"name: x", 7, "    1 | name: x\n      |       ^\n"},
           Row{"name: x", 8, "    1 | name: x\n      |        ^\n"},    // at the line's end
           Row{"name: x", 99, "    1 | name: x\n      |        ^\n"},   // never beyond it
           Row{"äöü: x", 6, "    1 | äöü: x\n      |      ^\n"},        // two bytes, one column
           Row{"株式: x", 5, "    1 | 株式: x\n      |       ^\n"},     // one code point, two columns
           Row{"e\u0301: x", 5, "    1 | e\u0301: x\n      |    ^\n"},  // a combining mark takes none
           Row{"😀: x", 4, "    1 | 😀: x\n      |     ^\n"},
           Row{"\tx", 2, "    1 | \\u{9}x\n      |      ^\n"},  // a fault in the indentation
           Row{"a\tb\t株c", 6, "    1 | a    b    株c\n      |             ^\n"},  // elsewhere it is a blank
           Row{"a\x1b[2Jb", 3, "    1 | a\\u{1b}[2Jb\n      |        ^\n"},
           Row{"a\u202eb", 3, "    1 | a\\u{202e}b\n      |          ^\n"},
           Row{"a\xff\xfez", 4, "    1 | a\uFFFD\uFFFDz\n      |    ^\n"},
           Row{"", 1, "    1 | \n      | ^\n"},
       }) {
    CAPTURE(row.line);
    CHECK(excerpt_of(row.line, 1, row.column) == row.expected);
    CHECK(excerpt_of(std::string(row.line) + "\r\nnext\n", 1, row.column) == row.expected);
  }
}

TEST_CASE("the line is the one of that number, with or without a last line break") {
  CHECK(excerpt_of("one\ntwo\nthree", 2, 1) == "    2 | two\n      | ^\n");
  CHECK(excerpt_of("one\ntwo\nthree", 3, 2) == "    3 | three\n      |  ^\n");
  CHECK(excerpt_of("one\r\ntwo\r\n", 2, 1) == "    2 | two\n      | ^\n");
  CHECK(excerpt_of(std::string(122, '\n') + "x", 123, 1) == "  123 | x\n      | ^\n");
  CHECK(excerpt_of("one\n", 3, 1).empty());
}

TEST_CASE("a very long line is left out, so that it does not bury the message") {
  const std::string longest(200, 'x');
  CHECK(excerpt_of(longest, 1, 200) == "    1 | " + longest + "\n      | " + std::string(199, ' ') + "^\n");
  CHECK(excerpt_of(longest + "x", 1, 1).empty());
  std::string wide;
  for (int i = 0; i < 101; ++i) wide += "株";
  CHECK(excerpt_of(wide, 1, 1).empty());
  CHECK(printed(longest + "x", problem_at(1, 1)) == "accounts/a.yaml:1:1: error: something is wrong\n");
}

TEST_CASE("of a file that is gone the problem is told without its line") {
  const ScratchDirectory directory;
  Context context;
  print_problems(context, {problem_at(1, 1)}, directory.path());
  CHECK(context.err == "accounts/a.yaml:1:1: error: something is wrong\n");
}

TEST_CASE("no text of a file drives the terminal") {
  auto problem = problem_at(0, 0);
  problem.file = "accounts/\x1b[31m.yaml";
  problem.message = "key `\x1b]0;x\x07` is unknown";
  problem.hint = "Write `\u202e`.";
  CHECK(printed("", problem) ==
        "accounts/\\u{1b}[31m.yaml: error: key `\\u{1b}]0;x\\u{7}` is unknown\n   Write `\\u{202e}`.\n");
}

TEST_CASE("several problems come in their order, each with its own file's line") {
  const ScratchDirectory directory;
  directory.put("accounts/a.yaml", "first\nsecond\n");
  directory.put("kam.yaml", "settings\n");
  auto of_settings = problem_at(1, 1);
  of_settings.file = "kam.yaml";
  Context context;
  print_problems(context, {problem_at(2, 1), of_settings, problem_at(1, 1)}, directory.path());
  CHECK(context.err ==
        "accounts/a.yaml:2:1: error: something is wrong\n    2 | second\n      | ^\n"
        "kam.yaml:1:1: error: something is wrong\n    1 | settings\n      | ^\n"
        "accounts/a.yaml:1:1: error: something is wrong\n    1 | first\n      | ^\n");
}
