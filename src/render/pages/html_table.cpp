#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "kam/text/hyphens.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/cells.hpp"
#include "render/charts/svg_writer.hpp"
#include "render/escape_xml.hpp"
#include "render/pages/html_parts.hpp"

namespace kam {

namespace {

std::string_view band_class(Band band) {
  switch (band) {
    case Band::red:
      return "red";
    case Band::amber:
      return "amber";
    case Band::green:
      return "green";
    case Band::none:
      break;
  }
  return "grey";
}

// The bar says again what the number says, so that only eyes get it. Rounded down: only a full score fills
// it.
std::string score_bar(const Score& score) {
  const int tenths = static_cast<int>(std::floor(std::clamp(score.value, 0.0, 100.0) * 10 + 1e-9));
  return fmt::format(
      R"(<svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">)"
      R"(<rect class="track" width="100" height="8"/><rect class="{}" width="{}" height="8"/></svg>)",
      band_class(score.band), pixels(tenths));
}

struct CellHtml {
  Language language;

  std::string operator()(const Text& text) const {
    const std::string words = html_words(text.text);
    return text.page.empty() ? words : html_link(words, text.page);
  }
  std::string operator()(const Term& term) const {
    std::string label = escape_xml(with_soft_hyphens(term.label, language));
    if (term.band == Band::none) return label;
    return fmt::format(R"(<span class="{}">{}</span>)", band_class(term.band), label);
  }
  std::string operator()(const TextList& list) const {
    std::string out;
    for (const auto& item : list.items) out += (out.empty() ? "" : ", ") + html_words(item);
    return out;
  }
  // A mark has its room also where there is none, so that the numbers stand under each other.
  std::string operator()(const Score& score) const {
    return fmt::format(
        R"(<span class="score">{}<span class="value">{}</span><span class="mark">{}</span></span>)",
        score.bar ? score_bar(score) : std::string(), cell_text(score, language), escape_xml(score.mark));
  }
  template <class Other>
  std::string operator()(const Other& other) const {
    return escape_xml(cell_text(other, language));
  }
};

std::string cell_html(const Cell& cell, Language language) {
  return std::visit(CellHtml{language}, cell);
}

// The column that says what a row is about: the first of words.
std::optional<std::size_t> naming_column(const Table& table) {
  const auto named = std::ranges::find(table.columns, Naming::names_row, &Column::naming);
  if (named != table.columns.end()) return static_cast<std::size_t>(named - table.columns.begin());
  const auto words = std::ranges::find(table.columns, Align::left, &Column::align);
  if (words == table.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(words - table.columns.begin());
}

// A word that no column has room for: it may be broken anywhere.
bool has_long_word(const Cell& cell, Language language) {
  constexpr int kLongest = 28;
  const std::string text = cell_text(cell, language);
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" -/", start), text.size());
    if (display_width(escape_controls(std::string_view(text).substr(start, end - start))) > kLongest)
      return true;
    start = end + 1;
  }
  return false;
}

std::string class_attribute(const Column& column, bool breaks) {
  if (column.align == Align::right) return R"( class="n")";
  return breaks ? R"( class="long")" : "";
}

std::string head_html(const Table& table, Language language) {
  std::string out = "<thead><tr>";
  for (const auto& column : table.columns)
    out += fmt::format(R"(<th scope="col"{}>{}</th>)", class_attribute(column, false),
                       escape_xml(with_soft_hyphens(column.title, language)));
  return out + "</tr></thead>\n";
}

std::string row_html(const Table& table, const std::vector<Cell>& row, std::optional<std::size_t> naming,
                     Language language) {
  std::string out = "<tr>";
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto* text = std::get_if<Text>(&row[i]);
    const bool empty = text != nullptr && text->text.empty();
    const std::string content = empty ? std::string() : cell_html(row[i], language);
    const std::string classes =
        class_attribute(table.columns[i], holds_words(row[i]) && has_long_word(row[i], language));
    out += naming == i && !empty ? fmt::format(R"(<th scope="row"{}>{}</th>)", classes, content)
                                 : fmt::format("<td{}>{}</td>", classes, content);
  }
  return out + "</tr>\n";
}

}  // namespace

std::string html_words(std::string_view text) {
  return fmt::format("<bdi>{}</bdi>", escape_xml(text));
}

std::string html_link(std::string_view label, std::string_view page) {
  return fmt::format(R"(<a href="{}.html">{}</a>)", escape_xml(page), label);
}

std::string html_table(const Table& table, Language language, Caption caption) {
  if (table.columns.empty()) return {};
  const std::string name = escape_xml(table.caption);
  std::string out = "<div class=\"scroll\" tabindex=\"0\">\n<table>\n";
  if (!name.empty())
    out = fmt::format(
        "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{0}\">\n<table>\n"
        "<caption{1}>{0}</caption>\n",
        name, caption == Caption::unseen ? " class=\"unseen\"" : "");
  out += head_html(table, language) + "<tbody>\n";
  const auto naming = naming_column(table);
  for (const auto& row : table.rows) out += row_html(table, row, naming, language);
  return out + "</tbody>\n</table>\n</div>\n";
}

std::string html_facts(const Table& table, Language language) {
  std::string out;
  for (const auto& row : table.rows) {
    if (row.empty()) continue;
    out += fmt::format("<div><dt>{}</dt>", cell_html(row.front(), language));
    for (std::size_t i = 1; i < row.size(); ++i)
      out += fmt::format("<dd>{}</dd>", cell_html(row[i], language));
    out += "</div>\n";
  }
  return out.empty() ? out : fmt::format("<dl class=\"facts\">\n{}</dl>\n", out);
}

}  // namespace kam
