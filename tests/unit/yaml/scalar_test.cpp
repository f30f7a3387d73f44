#include "yaml/read/scalar.hpp"

#include <doctest/doctest.h>

#include <string>

#include "kam/yaml/tree.hpp"

using namespace kam;

namespace {

struct Case {
  std::string text;
  std::string block;
  std::string flow;
};

}  // namespace

TEST_CASE("a text is written plain where no reader could take it for anything else") {
  for (const auto& row : std::initializer_list<Case>{
           {"Nordlicht Windkraft GmbH", "Nordlicht Windkraft GmbH", "Nordlicht Windkraft GmbH"},
           {"Müller & Söhne", "Müller & Söhne", "Müller & Söhne"},
           {"24 Stunden", "24 Stunden", "24 Stunden"},
           {"it's", "it's", "it's"},
           {"a#b", "a#b", "a#b"},
           {"10 %", "10 %", "10 %"},
           {"nothing", "nothing", "nothing"},
           {"é", "é", "é"},
           {"a-b", "a-b", "a-b"},
           {"inf", "inf", "inf"},
           {"x..", "x..", "x.."},
           {"..", "..", ".."},
           {"say \"x\"", "say \"x\"", "say \"x\""},
           // in brackets some more signs have a meaning
           {"a, b", "a, b", "\"a, b\""},
           {"http://a/b", "http://a/b", "\"http://a/b\""},
           {"why?", "why?", "\"why?\""},
           {"a[0]", "a[0]", "\"a[0]\""},
           {"a{b", "a{b", "\"a{b\""},
           {"a}b", "a}b", "\"a}b\""},
           {"a]b", "a]b", "\"a]b\""},
       }) {
    CAPTURE(row.text);
    CHECK(format_scalar(row.text, ScalarContext::block) == row.block);
    CHECK(format_scalar(row.text, ScalarContext::flow) == row.flow);
    CHECK(can_be_plain(row.text, ScalarContext::flow) == (row.flow == row.text));
  }
}

TEST_CASE("what some reader takes for a null, a truth value, a number, a date or a merge is quoted") {
  for (const auto* const text : {"~",
                                 "null",
                                 "Null",
                                 "NULL",
                                 "true",
                                 "True",
                                 "false",
                                 "yes",
                                 "Yes",
                                 "no",
                                 "NO",
                                 "on",
                                 "off",
                                 "OFF",
                                 "y",
                                 "Y",
                                 "n",
                                 "N",
                                 "<<",
                                 "=",
                                 ".inf",
                                 "+.Inf",
                                 "-.INF",
                                 ".nan",
                                 ".NaN",
                                 "0",
                                 "5",
                                 "010",
                                 "01067",
                                 "1.10",
                                 "12:30",
                                 "+5",
                                 ".5",
                                 "+.5",
                                 "0x1F",
                                 "0o17",
                                 "0b1",
                                 "1_000",
                                 "1e3",
                                 "1,5",
                                 "5.",
                                 "1.240.000",
                                 "2026-01-31",
                                 "12e03",
                                 "5e-3",
                                 "190:20:30",
                                 "2026-01-31T10:00:00Z",
                                 "2026-01-31 10:00:00 +1",
                                 "10 a"}) {
    CAPTURE(text);
    CHECK(format_scalar(text, ScalarContext::block) == "\"" + std::string(text) + "\"");
    CHECK(format_scalar(text, ScalarContext::flow) == "\"" + std::string(text) + "\"");
  }
}

TEST_CASE("what has a meaning in YAML is quoted") {
  for (const auto* const text :
       {"",    " a", "a ",  "- a", "-",  "--",  "---", "...",  "... a", "? a",   "?",
        ": a", ":a", ",a",  "[a",  "]",  "{a",  "}",   "#a",   "&a",    "*a",    "!a",
        "|",   ">a", "'a'", "%a",  "@a", "`a`", "a:",  "a: b", "a #b",  "a:  b", "\xC2\xA0"}) {
    CAPTURE(text);
    CHECK(format_scalar(text, ScalarContext::block) == "\"" + std::string(text) + "\"");
  }
  CHECK(format_scalar("\"a\"", ScalarContext::block) == R"("\"a\"")");
}

TEST_CASE("a text with a backslash is quoted singly where it needs quotes") {
  CHECK(format_scalar("C:\\x", ScalarContext::block) == "C:\\x");
  CHECK(format_scalar("C:\\x", ScalarContext::flow) == "'C:\\x'");
  CHECK(format_scalar("'C:\\x'", ScalarContext::block) == "'''C:\\x'''");
  CHECK(format_scalar("- \\ \n", ScalarContext::block) == R"("- \\ \n")");
}

TEST_CASE("controls and what cannot be seen are escaped") {
  CHECK(format_scalar("a\nb", ScalarContext::block) == R"("a\nb")");
  CHECK(format_scalar("a\tb\r", ScalarContext::block) == R"("a\tb\r")");
  CHECK(format_scalar(std::string("\0\x1B\x7F", 3), ScalarContext::block) == R"("\x00\x1B\x7F")");
  CHECK(format_scalar("\xC2\x85", ScalarContext::block) == R"("\x85")");
  CHECK(format_scalar("\xE2\x80\xA8\xE2\x80\xAE", ScalarContext::block) == R"("\u2028\u202E")");
  CHECK(format_scalar("\xEF\xBB\xBFx", ScalarContext::block) == R"("\uFEFFx")");
  CHECK(format_scalar("a\xC2\xA0z", ScalarContext::block) == "\"a\xC2\xA0z\"");
  CHECK(format_scalar("\"\\\n", ScalarContext::block) == R"("\"\\\n")");
}

TEST_CASE("quotes of either kind") {
  CHECK(quote_single("it's") == "'it''s'");
  CHECK(quote_single("") == "''");
  CHECK_FALSE(quote_single("a\nb").has_value());
  CHECK_FALSE(quote_single("\xC2\x80").has_value());
  CHECK(quote_double("it's \"x\" \\") == R"("it's \"x\" \\")");
}

TEST_CASE("whatever is written is read again") {
  std::string letters = "ab1.:-,'\"\\# \n\t{}[]?&*!|>%@`~=+_eEnNyY0x";
  unsigned state = 7;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (unsigned length = (state >> 8U) % 7; length-- > 0;) {
      state = state * 1664525U + 1013904223U;
      text += letters[(state >> 8U) % letters.size()];
    }
    state = state * 1664525U + 1013904223U;
    CAPTURE(text);
    const auto block = format_scalar(text, ScalarContext::block);
    const auto flow = format_scalar(text, ScalarContext::flow);
    const auto tree = parse_tree(
        "a: " + block + "\nb: [" + flow + ", {c: " + flow + "}]\nd:\n  - " + block + " # c\n", "x");
    REQUIRE(tree.root.has_value());
    CHECK(tree.root->find("a")->value == text);
    CHECK(tree.root->find("b")->items.at(0).value == text);
    CHECK(tree.root->find("b")->items.at(1).find("c")->value == text);
    CHECK(tree.root->find("d")->items.at(0).value == text);
  }
}

TEST_CASE("a block scalar says whole lines") {
  const auto header = [](std::string_view text, NodeStyle style) {
    const auto block = to_block_text(text, style);
    return block ? block->header : "none";
  };
  CHECK(header("a\nb\n", NodeStyle::literal) == "|");
  CHECK(header("a\n\n b", NodeStyle::literal) == "|-");
  CHECK(header("\na\n", NodeStyle::literal) == "|");
  CHECK(header("a\n", NodeStyle::folded) == ">");
  CHECK(header("a", NodeStyle::folded) == ">-");
  CHECK(header("a\nb\n", NodeStyle::folded) == "|");
  for (const auto* const text : {"", "\n", "\n\n", "a\n\n", " a", "\n a", "\ta", "a\n  \nb", "a \nb", "a\nb ",
                                 "a\r\nb", "\x1B", "\xEF\xBB\xBF"})
    CHECK(header(text, NodeStyle::literal) == "none");
  const auto block = to_block_text("a\n\nb\tc", NodeStyle::literal);
  REQUIRE(block.has_value());
  CHECK(block->lines == std::vector<std::string_view>{"a", "", "b\tc"});
}
