#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <memory>

#include "fuzz.hpp"
#include "judges.hpp"
#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/cells.hpp"

namespace kam::fuzz {

namespace {

using namespace std::string_view_literals;

struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using Tree = std::unique_ptr<cmark_node, FreeNode>;

Tree read_markdown(std::string_view text) {
  static const bool registered = (cmark_gfm_core_extensions_ensure_registered(), true);
  require(registered, "cmark-gfm knows its extensions");
  auto* const parser = cmark_parser_new(CMARK_OPT_UNSAFE);
  for (const auto* const name : {"table", "autolink", "strikethrough", "tasklist"})
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  cmark_parser_feed(parser, text.data(), text.size());
  Tree tree(cmark_parser_finish(parser));
  cmark_parser_free(parser);
  return tree;
}

std::string_view kind_of(cmark_node* node) {
  return cmark_node_get_type_string(node);
}

std::string_view literal_of(cmark_node* node) {
  const char* const text = cmark_node_get_literal(node);
  return text == nullptr ? ""sv : text;
}

// Runs of blanks as one, none at the ends; what shows nothing or as a blank.
std::string shown(std::string_view text) {
  std::string out;
  for (const char32_t c : decode_utf8(text)) {
    if (c == U'\u200B') continue;
    const bool blank = c == U' ' || c == U'\u00A0' || is_control(c);
    if (!blank)
      append_utf8(out, c);
    else if (!out.empty() && !out.ends_with(' '))
      out += ' ';
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

std::string text_of(cmark_node* node, std::string_view markdown) {
  std::string text;
  for (auto* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
    const auto kind = kind_of(child);
    require(kind == "text" || kind == "link", "a cell holds text, and a link where one is meant", markdown,
            kind);
    text += kind == "text" ? std::string(literal_of(child)) : text_of(child, markdown);
  }
  return text;
}

std::vector<std::string> cells_of(cmark_node* row, std::string_view markdown) {
  std::vector<std::string> cells;
  for (auto* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell))
    cells.push_back(shown(text_of(cell, markdown)));
  return cells;
}

std::vector<std::vector<std::string>> expected_rows(const Table& table) {
  std::vector<std::vector<std::string>> rows(1);
  for (const auto& column : table.columns) rows.front().push_back(shown(column.title));
  for (const auto& row : table.rows) {
    rows.emplace_back();
    for (const auto& cell : row) {
      const auto* const score = std::get_if<Score>(&cell);
      rows.back().push_back(
          shown(cell_text(cell, Language::en) + (score == nullptr ? "" : shown(score->mark))));
    }
  }
  return rows;
}

// Folded parts are the only HTML: the summary's text is all that is not fixed.
bool is_fold(std::string_view html) {
  if (html == "</details>\n") return true;
  constexpr auto kHead = "<details>\n<summary>"sv;
  constexpr auto kTail = "</summary>\n"sv;
  if (!html.starts_with(kHead) || !html.ends_with(kTail)) return false;
  html = html.substr(kHead.size(), html.size() - kHead.size() - kTail.size());
  return html.find_first_of("<>") == std::string_view::npos;
}

void judge_node(cmark_node* node, std::string_view markdown) {
  constexpr std::array kKinds{"document"sv,     "heading"sv,   "paragraph"sv,   "text"sv,
                              "strong"sv,       "code"sv,      "softbreak"sv,   "linebreak"sv,
                              "list"sv,         "item"sv,      "block_quote"sv, "table"sv,
                              "table_header"sv, "table_row"sv, "table_cell"sv};
  constexpr std::array kPages{"page.md"sv, "README.md"sv, "page.matrix.svg"sv};
  const auto kind = kind_of(node);
  if (kind == "html_block") {
    require(is_fold(literal_of(node)), "the only HTML in Markdown is what folds", markdown, literal_of(node));
  } else if (kind == "html_inline") {  // code that an order must not stand in bare
    const std::string_view tag = literal_of(node);
    require(tag == "<code>" || tag == "</code>", "the only HTML in a line is code", markdown, tag);
  } else if (kind == "link" || kind == "image") {
    const std::string_view url = cmark_node_get_url(node);
    require(std::ranges::find(kPages, url) != kPages.end(), "links lead to pages", markdown, url);
  } else if (kind == "code_block") {
    const std::string_view language = cmark_node_get_fence_info(node);
    require(language == "mermaid" || language == "text", "the only code is pictures", markdown, language);
  } else {
    require(std::ranges::find(kKinds, kind) != kKinds.end(), "Markdown has no element but what was meant",
            markdown, kind);
  }
}

}  // namespace

void judge_markdown_table(const Table& table) {
  Document document;
  document.blocks = {table};
  const auto markdown = render_markdown(document);
  judge_orders(markdown, "Markdown");
  const auto tree = read_markdown(markdown);
  auto* const read = cmark_node_first_child(tree.get());
  require(read != nullptr && kind_of(read) == "table" && cmark_node_next(read) == nullptr,
          "a table is one table", markdown);
  std::vector<std::vector<std::string>> rows;
  for (auto* row = cmark_node_first_child(read); row != nullptr; row = cmark_node_next(row))
    rows.push_back(cells_of(row, markdown));
  const auto expected = expected_rows(table);
  require(rows.size() == expected.size(), "each row is one row", markdown);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    require(rows[i].size() == expected[i].size(), "each cell is one cell", markdown);
    for (std::size_t k = 0; k < rows[i].size(); ++k)
      if (rows[i][k] != expected[i][k]) require(false, "a cell shows its text", markdown, expected[i][k]);
  }
}

void judge_markdown(const Document& document) {
  for (const auto pictures : {Pictures::none, Pictures::mermaid, Pictures::svg, Pictures::text}) {
    const auto markdown = render_markdown(document, {pictures, "page"});
    judge_orders(markdown, "Markdown");
    judge_plain_lines(markdown, "Markdown");
    const auto tree = read_markdown(markdown);
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> walk(cmark_iter_new(tree.get()),
                                                                       cmark_iter_free);
    for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(walk.get()))
      if (event == CMARK_EVENT_ENTER) judge_node(cmark_iter_get_node(walk.get()), markdown);
  }
}

}  // namespace kam::fuzz
