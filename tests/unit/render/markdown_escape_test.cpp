#include "render/pages/markdown_escape.hpp"

#include <array>
#include <string_view>

#include <doctest/doctest.h>

using namespace kam;

namespace {

struct Row {
  std::string_view text;
  std::string_view markdown;
};

}  // namespace

TEST_CASE("ordinary sentences stay as they are") {
  for (const std::string_view text :
       {"Nordlicht Windkraft GmbH & Co. KG", "Umsatz 3,1 Mio. EUR (2026), davon 40 % offen; wozu? Na!",
        "Key-Account-Manager seit 31.12.2026.", "Ein- und Auszahlung - so ist es", "Ziel: 98,5 %",
        "A+ = B > C", "im Jahr 2026. Danach", "(4 von 21)", "4 von 21)", "4 von 21) mehr", "a -> b",
        "'so' \"oder\" so", "1.240.000", "-5 %", "+4", "und/oder", "株式会社 – …", "S. A.", "Wie bitte?!"}) {
    CAPTURE(text);
    CHECK(escape_markdown(text) == text);
  }
}

TEST_CASE("what could be markup is escaped") {
  for (const auto& row : std::array{
           Row{"a|b", "a\\|b"},
           Row{"x.a x.z x.A x.Z x.0 x.9 x.ä x.", "x\\.a x\\.z x\\.A x\\.Z x\\.0 x\\.9 x\\.ä x."},
           Row{"a\\", "a\\\\"},
           Row{"<b>&amp;", "\\<b>\\&amp;"},
           Row{"R&D", "R\\&D"},
           Row{"&#35;", "\\&\\#&#8203;35;"},
           Row{"*b* _i_ ~s~ `c`", "\\*b\\* \\_i\\_ \\~s\\~ \\`c\\`"},
           Row{"[a](b)", "\\[a\\](b)"},
           Row{"![a]", "\\!\\[a\\]"},
           Row{"!1", "\\!1"},
           Row{"$x$ {y} ^z^", "\\$x\\$ \\{y\\} \\^z\\^"},
           Row{"# h", "\\# h"},
           Row{"> q", "\\> q"},
           Row{"- i", "\\- i"},
           Row{"-", "\\-"},
           Row{"+ i", "\\+ i"},
           Row{"= =", "\\= ="},
           Row{"1. i", "1\\. i"},
           Row{"12.", "12\\."},
           Row{"12) i", "12\\) i"},
           Row{") i", "\\) i"},
           Row{". i", "\\. i"},
           Row{": a", "\\: a"},
           Row{":a:", "\\:a:"},
           Row{"a:b", "a\\:b"},
           Row{"Hinweis:", "Hinweis:"},
       }) {
    CAPTURE(row.text);
    CHECK(escape_markdown(row.text) == row.markdown);
  }
}

TEST_CASE("no link, mention or reference arises") {
  for (const auto& row : std::array{
           Row{"www.example.com", "www\\.example\\.com"},
           Row{"WWW. x", "WWW\\. x"},
           Row{"http://x.de", "http\\:/\\/x\\.de"},
           Row{"a://b", "a\\:/\\/b"},
           Row{"mailto:x", "mailto\\:x"},
           Row{"3.com", "3\\.com"},
           Row{"//localhost", "/\\/localhost"},
           Row{"foo@x.de", "foo@&#8203;x\\.de"},
           Row{"@people", "@&#8203;people"},
           Row{"#123", "\\#&#8203;123"},
           Row{"#ä", "\\#&#8203;ä"},
           Row{"GH-12", "GH\\-&#8203;12"},
           Row{"gh-1", "gh\\-&#8203;1"},
           Row{"gh-x", "gh-x"},
           Row{"xh-1 g-1", "xh-1 g-1"},
       }) {
    CAPTURE(row.text);
    CHECK(escape_markdown(row.text) == row.markdown);
  }
}

TEST_CASE("what follows the text counts") {
  const auto before = [](std::string_view text, char32_t next) {
    return escape_markdown(text, {kLineStart, next});
  };
  CHECK(before("so!", U'[') == "so\\!");
  CHECK(before("a:", U'/') == "a\\:");
  CHECK(before("a:", U'b') == "a\\:");
  CHECK(before("&", U'a') == "\\&");
  CHECK(before("&", U'#') == "\\&");
  CHECK(before("x.", U'd') == "x\\.");
  CHECK(before("#", U'1') == "\\#&#8203;");
  CHECK(before("#", U']') == "\\#");
  CHECK(before("GH-", U'1') == "GH\\-&#8203;");
  CHECK(before("1.", U'2') == "1.");
  CHECK(before("1.", U'a') == "1\\.");
}

TEST_CASE("what stands before the text counts") {
  const auto after = [](char32_t previous, std::string_view text) {
    return escape_markdown(text, {previous, U' '});
  };
  CHECK(after(U')', ".") == ".");
  CHECK(after(U'a', ".") == ".");
  CHECK(after(U'w', ".") == "\\.");
  CHECK(after(U'1', ".") == "\\.");
  CHECK(after(U'1', "2.") == "2\\.");
  CHECK(after(U'a', "2.") == "2.");
  CHECK(after(U'1', ")") == "\\)");
  CHECK(after(U'a', ")") == ")");
  CHECK(after(U'a', "- b") == "- b");
  CHECK(after(U'a', ": b") == ": b");
  CHECK(after(U'/', "/x") == "\\/x");
  CHECK(after(U'g', "h-1") == "h\\-&#8203;1");
  CHECK(after(U'h', "-1") == "-1");
  CHECK(after(kLineStart, "h-1") == "h-1");
}

TEST_CASE("controls become blanks, blanks at the start go") {
  CHECK(escape_markdown("    code") == "code");
  CHECK(escape_markdown("\t\x1B a\nb\u202E\u2028") == "a b  ");
  CHECK(escape_markdown(std::string_view("a\0b", 3)) == "a b");
  CHECK(escape_markdown("   ").empty());
  CHECK(escape_markdown("").empty());
  CHECK(escape_markdown("M\xFC") == "M\uFFFD");
  CHECK(blank_controls("\ta\nä\xFF") == " a ä\uFFFD");
}

TEST_CASE("code spans hold any text") {
  CHECK(markdown_code("kam assess x -i") == "`kam assess x -i`");
  CHECK(markdown_code("a`b") == "``a`b``");
  CHECK(markdown_code("a``b`c") == "```a``b`c```");
  CHECK(markdown_code("`a") == "`` `a ``");
  CHECK(markdown_code("a`") == "`` a` ``");
  CHECK(markdown_code("a\nb") == "`a b`");
  CHECK(markdown_code("").empty());
  CHECK(markdown_code(" \n").empty());
}

TEST_CASE("links go to the pages of a report") {
  CHECK(markdown_link("Name", "weserguss-ag") == "[Name](weserguss-ag.md)");
  CHECK(markdown_link("Alle", "index") == "[Alle](README.md)");
  CHECK(markdown_link("x", "A_z09") == "[x](A_z09.md)");
  CHECK(markdown_link("x", "a) b/ä") == "[x](a%29%20b%2F%C3%A4.md)");
  CHECK(markdown_link("", "weserguss").empty());
}
