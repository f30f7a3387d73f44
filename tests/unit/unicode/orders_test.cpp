#include "kam/unicode/orders.hpp"

#include <array>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "kam/unicode/unicode.hpp"

using namespace kam;

TEST_CASE("what a runner or a forge would obey is disarmed") {
  struct Row {
    std::string_view text;
    std::string_view disarmed;
  };
  for (const auto& row : std::array{
           Row{"::error::x", "\\u{3a}:error::x"},
           Row{"::add-mask::x", "\\u{3a}:add-mask::x"},
           Row{" \t\u00A0\u3000::stop-commands::x", " \t\u00A0\u3000\\u{3a}:stop-commands::x"},
           Row{"a\n::set-output name=a::b", "a\n\\u{3a}:set-output name=a::b"},
           Row{"a\r::warning::b", "a\r\\u{3a}:warning::b"},  // a lone CR ends a line, too
           Row{"a\r\n::warning::b\r\n", "a\r\n\\u{3a}:warning::b\r\n"},
           Row{"\u200B:\u200B:error::x", "\u200B\\u{3a}\u200B:error::x"},
           Row{"::1a2b::", "\\u{3a}:1a2b::"},  // what ends stop-commands
           Row{"a ##[error]b", "a #\\u{23}[error]b"},
           Row{"##vso[task.setvariable]", "#\\u{23}vso[task.setvariable]"},
           Row{"##teamcity[x] ##[y]", "#\\u{23}teamcity[x] #\\u{23}[y]"},
           Row{"###[x]", "##\\u{23}[x]"},
           Row{"#\u00AD#\uFEFF[error]", "#\u00AD\\u{23}\uFEFF[error]"},
           Row{"/approve", "\\u{2f}approve"},
           Row{"  /merge now", "  \\u{2f}merge now"},
           Row{"/label ~x\n/close\n", "\\u{2f}label ~x\n\\u{2f}close\n"},
           Row{"/remove_due_date\r\n", "\\u{2f}remove_due_date\r\n"},
       }) {
    CAPTURE(row.text);
    CHECK(disarm(row.text) == row.disarmed);
    CHECK(disarm(row.disarmed) == row.disarmed);
  }
}

TEST_CASE("what nobody obeys stays as it is") {
  for (const std::string_view text : {"",
                                      "::",
                                      ":: a",
                                      ":::error::x",
                                      "a ::error::x",
                                      "std::string",
                                      "12:30",
                                      "#1",
                                      "## Heading",
                                      "# [a](b)",
                                      "##1[a]",
                                      "a/b",
                                      "and/or /approve",
                                      "/",
                                      "/home/anna/kam.yaml:3:1: error",
                                      "/a/b",
                                      "// a",
                                      "/1",
                                      "\x1B[1m::error::x",
                                      "ä::b"}) {
    CAPTURE(text);
    CHECK(disarm(text) == text);
  }
}

TEST_CASE("each format writes the sign in its own way") {
  const auto of_xml = [](char sign) { return "&#" + std::to_string(sign) + ";"; };
  CHECK(rewrite_orders("::a ##[b]\n/c", of_xml) == "&#58;:a #&#35;[b]\n&#47;c");
}

TEST_CASE("long rows of signs take time in proportion") {
  const std::string rows = std::string(1 << 20, '#') + std::string(1 << 20, 'a') + std::string(1 << 20, ':');
  CHECK(disarm(rows) == rows);
  std::string unseen;
  for (int i = 0; i < 1 << 18; ++i) unseen += "#\u200B";
  CHECK(disarm(unseen) == unseen);
}
