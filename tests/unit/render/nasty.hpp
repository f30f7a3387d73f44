#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "kam/document/document.hpp"

namespace kam::test {

// Texts that have broken a table, a terminal, a spreadsheet or a parser somewhere.
inline std::vector<std::string> nasty_texts() {
  using namespace std::literals;
  return {"",
          " ",
          "plain",
          "Müller & Söhne GmbH & Co. KG",
          "株式会社",
          "e\u0301 👩‍🚀 🇩🇪 ❤\uFE0F",
          "a|b",
          "a\\|b",
          "a\\",
          "\\\\|",
          "|",
          "--- | ---",
          "<script>alert(1)</script>",
          "</td></table><b>",
          "<!-- comment",
          "&amp; &lt; &#35; &copy",
          "*bold* _it_ **b** __b__ ~~gone~~",
          "`code` ``more`` ```",
          "[link](https://example.com)",
          "![image](x.png)",
          "![",
          "[x] [ ] [^1] [^1]: note",
          "www.example.com",
          "see www.example.com.",
          "http://example.com https://example.com/a?b=c&d",
          "ftp://example.com mailto:a@example.com xmpp:a@example.com",
          "foo@example.com @people @octo/team",
          "#123 org/repo#7 GH-12 gh-3",
          "# heading",
          "> quote",
          "- item",
          "+ item",
          "* item",
          "1. item",
          "1) item",
          "2026. Jahr (1) und 31.12.2026.",
          "===",
          "---",
          "    code",
          ":smile: a: b :c",
          "$x$ {{ y }} ^z^",
          "'single' \"double\" \"\"",
          "=1+2",
          "+49 421 123",
          "-5",
          "@sum",
          "\tcmd",
          "\rcmd",
          "\ncmd",
          "＝1",
          "＋1",
          "－1",
          "＠1",
          "'=1",
          "a,b;c\td",
          "line one\nline two\r\nline three",
          "\x1B[31mred\x1B[0m",
          "\u009B31m",
          "bell \a, del \x7F",
          "\0nul"s,
          "\u202Egnp.exe",
          "\u2066iso\u2069 \u200E\u200F\u061C",
          "a\u2028b\u2029c",
          "\uFEFFbom",
          "broken \xFF\xC3",
          "end\\\\",
          std::string(300, 'x')};
}

inline Table one_column(const std::vector<std::string>& texts) {
  Table table;
  table.columns = {{"text", "Text", Align::left, 0}};
  for (const auto& text : texts) table.rows.push_back({Text{text, ""}});
  return table;
}

}  // namespace kam::test
