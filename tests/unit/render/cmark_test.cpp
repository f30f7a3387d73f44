// GitHub's own Markdown program as the judge: what it shows is what was meant.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <string>

#include <doctest/doctest.h>
#include <unistd.h>

#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"
#include "nasty.hpp"

using namespace kam;
namespace fs = std::filesystem;

namespace {

bool has_cmark() {
  return std::system("command -v cmark-gfm >/dev/null 2>&1") == 0;
}

std::string read_file(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

std::string to_html(const std::string& markdown) {
  const fs::path base = fs::temp_directory_path() / ("kam-cmark-" + std::to_string(getpid()));
  const fs::path in = base.string() + ".md";
  const fs::path out = base.string() + ".html";
  std::ofstream(in, std::ios::binary) << markdown;
  const std::string command = "cmark-gfm -e table -e autolink -e strikethrough -e tasklist --unsafe '" +
                              in.string() + "' >'" + out.string() + "'";
  REQUIRE(std::system(command.c_str()) == 0);
  std::string html = read_file(out);
  fs::remove(in);
  fs::remove(out);
  return html;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// Runs of blanks as one, none at the ends; what shows nothing or as a blank.
std::string normalised(std::string text) {
  replace_all(text, "\u200B", "");
  std::string out;
  for (const char32_t c : decode_utf8(text)) {
    const bool blank = c == U' ' || c == U'\u00A0' || is_control(c);
    if (!blank)
      append_utf8(out, c);
    else if (!out.empty() && !out.ends_with(' '))
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

struct Page {
  std::vector<std::string> texts;  // of the elements that hold a block's text, in order
  std::set<std::string> tags;
};

// The HTML of cmark-gfm, which is regular enough to be read so.
Page read_page(const std::string& html) {
  Page page;
  std::string text;
  for (std::size_t i = 0; i < html.size(); ++i) {
    if (html[i] != '<') {
      text += html[i];
      continue;
    }
    const auto end = html.find('>', i);
    const std::string tag = html.substr(i + 1, end - i - 1);
    page.tags.insert(tag.starts_with('/') ? tag.substr(1) : tag);
    const std::string name = tag.substr(0, tag.find(' '));
    if (name == "td" || name == "h2" || name == "li" || name == "p") text.clear();
    if (name == "/td" || name == "/h2" || name == "/li" || name == "/p") {
      replace_all(text, "&lt;", "<");
      replace_all(text, "&gt;", ">");
      replace_all(text, "&quot;", "\"");
      replace_all(text, "&amp;", "&");
      page.texts.push_back(normalised(text));
    }
    i = end;
  }
  return page;
}

void check_document(const Document& document, const std::vector<std::string>& expected,
                    const std::set<std::string>& tags) {
  const std::string markdown = render_markdown(document);
  const Page page = read_page(to_html(markdown));
  REQUIRE(page.texts.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(page.texts[i] == normalised(expected[i]));
  CHECK(page.tags == tags);
}

// Texts thrown together from what has a meaning in Markdown; the same ones in each run.
std::vector<std::string> random_texts(std::size_t count) {
  static const std::vector<std::string> kParts{
      "a",       "B",          "w",  "www.", "http",      "://",  ".",    "x.de", "@",    "#",   "12",
      "1",       "GH-",        "-",  "--",   "+",         "=",    "*",    "**",   "_",    "__",  "`",
      "``",      "~~",         "|",  "||",   "\\",        "<",    ">",    "<b>",  "-->",  "&",   "amp;",
      "[",       "]",          "(",  ")",    "![",        "](x)", "[^1]", "[ ]",  "!",    "\"",  "'",
      ":",       "{",          "$",  "^",    "%",         ",",    ";",    "?",    " ",    " ",   "ä",
      "株",      "1.",         "1)", "\t",   "\n",        "# ",   "> ",   "- ",   "    ", "```", "</td>",
      "mailto:", "foo@bar.de", "/",  "//",   "localhost", "&#35;"};
  std::mt19937 random(20261124);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < count; ++i) {
    std::string text = "x";
    if (i % 4 != 0) text.clear();
    for (auto parts = 1 + random() % 7; parts > 0; --parts) text += kParts[random() % kParts.size()];
    texts.push_back(text);
  }
  return texts;
}

std::vector<std::string> all_texts() {
  auto texts = test::nasty_texts();
  for (const auto& text : random_texts(3000)) texts.push_back(text);
  return texts;
}

}  // namespace

TEST_CASE("each table cell shows its value") {
  if (!has_cmark()) {
    MESSAGE("skipped: cmark-gfm is not installed");
    return;
  }
  Document document;
  document.blocks.emplace_back(test::one_column(all_texts()));
  check_document(document, all_texts(), {"table", "thead", "tbody", "tr", "th", "td"});
}

TEST_CASE("headings, paragraphs, list items and quotations show their texts and no more") {
  if (!has_cmark()) {
    MESSAGE("skipped: cmark-gfm is not installed");
    return;
  }
  Document document;
  std::vector<std::string> expected;
  for (const auto& text : all_texts()) {
    if (normalised(text).empty()) continue;
    document.blocks.emplace_back(Heading{2, text});
    document.blocks.emplace_back(plain_paragraph(text));
    document.blocks.emplace_back(BulletList{{{Span{Span::Kind::plain, text, {}}}}});
    std::string one_line = text;
    std::ranges::replace_if(
        one_line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    document.blocks.emplace_back(Verbatim{one_line});
    expected.insert(expected.end(), 4, text);
  }
  check_document(document, expected, {"h2", "p", "ul", "li", "blockquote"});
}

TEST_CASE("spans side by side show their texts and only the markup that was meant") {
  if (!has_cmark()) {
    MESSAGE("skipped: cmark-gfm is not installed");
    return;
  }
  const auto texts = random_texts(6000);
  Document document;
  std::vector<std::string> expected;
  for (std::size_t i = 0; i + 2 < texts.size(); i += 3) {
    const auto kind = i % 2 == 0 ? Span::Kind::strong : Span::Kind::plain;
    const auto other = i % 4 < 2 ? Span::Kind::plain : Span::Kind::link;
    Line line{{kind, texts[i], ""}, {other, texts[i + 1], "page"}, {kind, texts[i + 2], ""}};
    const std::string text = texts[i] + texts[i + 1] + texts[i + 2];
    if (normalised(text).empty()) continue;
    document.blocks.emplace_back(Paragraph{line, Tone::normal});
    expected.push_back(text);
  }
  check_document(document, expected, {"p", "strong", "a", "a href=\"page.md\""});
}

TEST_CASE("free text keeps its lines") {
  if (!has_cmark()) {
    MESSAGE("skipped: cmark-gfm is not installed");
    return;
  }
  Document document;
  document.blocks.emplace_back(Verbatim{"one\\\n  two\n===\n\n- three\n"});
  CHECK(to_html(render_markdown(document)) ==
        "<blockquote>\n<p>one\\<br />\n\u00A0\u00A0two<br />\n===</p>\n<p>- three</p>\n</blockquote>\n");
}

TEST_CASE("what is folded is read as Markdown, and its summary as text") {
  if (!has_cmark()) {
    MESSAGE("skipped: cmark-gfm is not installed");
    return;
  }
  for (const auto& text : all_texts()) {
    if (normalised(text).empty()) continue;
    Document document;
    document.blocks = {FoldBegin{text}, test::one_column({"a", "b"}), FoldEnd{}, plain_paragraph("c")};
    const std::string html = to_html(render_markdown(document));
    CAPTURE(text);
    CHECK(html.starts_with("<details>\n<summary>"));
    const auto summary = html.substr(19, html.find("</summary>\n<table>") - 19);
    CHECK(summary.find('<') == std::string::npos);
    CHECK(html.ends_with("</table>\n</details>\n<p>c</p>\n"));
  }
}
