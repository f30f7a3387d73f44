#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "kam/document/document.hpp"
#include "kam/render/render.hpp"
#include "kam/text/hyphens.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/cells.hpp"
#include "render/charts/chart_parts.hpp"
#include "render/charts/svg_writer.hpp"
#include "render/escape_xml.hpp"
#include "render/pages/verbatim.hpp"

namespace kam {

namespace {

// A table with caption and headings for rows and columns, in a field that scrolls where it has no room. An
// unseen caption is for screen readers alone.
enum class Caption { seen, unseen };

// What the page may do: show its own styles and pictures, and nothing else.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

// A text as HTML, set apart from the direction in which its surroundings are written.
std::string html_words(std::string_view text) {
  return fmt::format("<bdi>{}</bdi>", escape_xml(text));
}

// `<a href="page.html">`, `index` being the portfolio's page `index.html`; `label` is HTML already.
std::string html_link(std::string_view label, std::string_view page) {
  return fmt::format(R"(<a href="{}.html">{}</a>)", escape_xml(page), label);
}

std::string span_html(const Span& span) {
  switch (span.kind) {
    case Span::Kind::strong:
      return fmt::format("<strong>{}</strong>", html_words(span.text));
    case Span::Kind::code:
      return fmt::format("<code>{}</code>", escape_xml(span.text));
    case Span::Kind::link:
      return html_link(html_words(span.text), span.page);
    case Span::Kind::plain:
      break;
  }
  return escape_xml(span.text);
}

std::string line_html(const Line& line) {
  std::string out;
  for (const auto& span : line) out += span_html(span);
  return out;
}

std::string_view tone_class(Tone tone) {
  switch (tone) {
    case Tone::muted:
      return R"( class="muted")";
    case Tone::next_step:
      return R"( class="next")";
    case Tone::normal:
      break;
  }
  return {};
}

// The sections' anchors: from their headings, numbered where two are alike.
class Anchors {
 public:
  std::string of(const Heading& heading) {
    std::string name = "s-" + slug(heading.text);
    if (const int number = ++used_[name]; number > 1) name += fmt::format("-{}", number);
    return name;
  }

 private:
  std::map<std::string, int> used_;
};

bool opens_section(const Block& block) {
  const auto* heading = std::get_if<Heading>(&block);
  return heading != nullptr && heading->level <= 2;
}

// The column that says what a row is about: the first of words.
std::optional<std::size_t> naming_column(const Table& table) {
  const auto named = std::ranges::find(table.columns, Naming::names_row, &Column::naming);
  if (named != table.columns.end()) return static_cast<std::size_t>(named - table.columns.begin());
  const auto words = std::ranges::find(table.columns, Align::left, &Column::align);
  if (words == table.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(words - table.columns.begin());
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

// A table without a head: labels, and what is known of each.
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

struct BlockHtml {
  Language language;
  const HtmlOptions& options;
  Caption caption;  // of a table

  std::string operator()(const Heading& below) const {
    const int level = std::clamp(below.level, 3, 6);
    return fmt::format("<h{0}>{1}</h{0}>\n", level, escape_xml(below.text));
  }
  std::string operator()(const Paragraph& paragraph) const {
    const std::string text = line_html(paragraph.line);
    return text.empty() ? text : fmt::format("<p{}>{}</p>\n", tone_class(paragraph.tone), text);
  }
  std::string operator()(const BulletList& list) const {
    std::string out;
    for (const auto& item : list.items) out += fmt::format("<li>{}</li>\n", line_html(item));
    return out.empty() ? out : fmt::format("<ul>\n{}</ul>\n", out);
  }
  std::string operator()(const Verbatim& verbatim) const {
    std::string out;
    for (const auto& line : verbatim_lines(verbatim.text))
      out += (out.empty() ? "" : "\n") + escape_xml(line);
    return fmt::format("<p class=\"verbatim\" dir=\"auto\">{}</p>\n", out);
  }
  std::string operator()(const Table& table) const {
    return table.head == Table::Head::shown ? html_table(table, language, caption)
                                            : html_facts(table, language);
  }
  std::string operator()(const Chart& chart) const {
    if (options.pictures == HtmlPictures::none) return {};
    return fmt::format(
        "<figure class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{}\">\n{}</figure>\n",
        escape_xml(chart.title), render_svg(chart, SvgStyle::of_page));
  }
  std::string operator()(const FoldBegin& fold) const {
    return fmt::format("<details>\n<summary>{}</summary>\n", html_words(fold.summary));
  }
  std::string operator()(const FoldEnd& /*fold*/) const { return "</details>\n"; }
};

struct Body {
  std::string contents;  // links to the sections
  std::string sections;
};

// The first table below a heading is what the heading says; those that follow have to say what they are.
Caption next_caption(const Block& block, Caption caption) {
  if (std::holds_alternative<Heading>(block) || std::holds_alternative<FoldBegin>(block))
    return Caption::unseen;
  return std::holds_alternative<Table>(block) ? Caption::seen : caption;
}

Body build_body(const Document& document, const HtmlOptions& options) {
  Body body;
  Anchors anchors;
  Caption caption = Caption::seen;
  bool open = false;
  for (const auto& block : document.blocks) {
    if (opens_section(block)) {
      const auto& heading = std::get<Heading>(block);
      const std::string anchor = anchors.of(heading);
      const std::string title = escape_xml(heading.text);
      body.sections += fmt::format("{0}<section aria-labelledby=\"{1}\">\n<h2 id=\"{1}\">{2}</h2>\n",
                                   open ? "</section>\n" : "", anchor, title);
      body.contents += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", anchor, title);
      open = true;
    } else {
      body.sections += std::visit(BlockHtml{document.language, options, caption}, block);
    }
    caption = next_caption(block, caption);
  }
  if (open) body.sections += "</section>\n";
  return body;
}

std::string navigation_html(const Document& document, const std::string& contents) {
  std::string out;
  if (document.parent) out += fmt::format("<p>{}</p>\n", span_html(*document.parent));
  if (!contents.empty()) out += fmt::format("<ul>\n{}</ul>\n", contents);
  return out.empty() ? out : fmt::format("<nav>\n{}</nav>\n", out);
}

std::string header_html(const Document& document) {
  std::string out = fmt::format("<header>\n<h1>{}</h1>\n", html_words(document.title));
  if (!document.aside.empty()) out += fmt::format("<p class=\"aside\">{}</p>\n", escape_xml(document.aside));
  for (const auto& line : document.subtitle) out += fmt::format("<p>{}</p>\n", html_words(line));
  return out + "</header>\n";
}

bool has_chart(const Document& document) {
  return std::ranges::any_of(document.blocks,
                             [](const Block& block) { return std::holds_alternative<Chart>(block); });
}

// Colours are those of the pictures (svg.cpp): text has a contrast of at least 4.5 to 1 with its ground.
// Paper is always light.
constexpr std::string_view kStyle =
    R"(:root{--text:#1f2328;--muted:#57606a;--ground:#fff;--line:#d8dee4;--link:#0550ae;--red:#cf222e;--amber:#9a6700;--green:#1a7f37;--grey:#6e7781;--track:#e4e8ec}
*{box-sizing:border-box}
html{font:100%/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--text);background:var(--ground);-webkit-text-size-adjust:100%}
body{max-width:72rem;margin:0 auto;padding:1.5rem clamp(1rem,4vw,2.5rem) 4rem;overflow-wrap:break-word}
h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem;hyphens:auto}
h2{font-size:1.3rem;line-height:1.25;margin:3rem 0 .75rem;hyphens:auto}
h3{font-size:1.05rem;margin:2rem 0 .5rem;hyphens:auto}
p,ul,dl,figure{margin:0 0 1rem}
main>p,section>p,section>ul,.verbatim{max-width:46rem}
header{margin:0 0 1rem}
header p{margin:0;color:var(--muted)}
nav{margin:1rem 0 2rem;font-size:.925rem}
nav p{margin:0 0 .5rem}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;padding:0;list-style:none}
nav a{display:inline-block;padding:.15rem 0}
a{color:var(--link);text-underline-offset:.15em}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
ul{padding-left:1.25rem}
.muted{color:var(--muted);font-size:.9rem}
.verbatim{white-space:pre-wrap;border-left:3px solid var(--line);padding-left:1rem}
code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;font-size:.9em}
.scroll{overflow-x:auto;margin:0 0 1rem}
table{border-collapse:collapse;font-size:.9rem;line-height:1.4}
caption{text-align:left;color:var(--muted);padding:0 0 .35rem}
th,td{padding:.4rem .75rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
thead th{vertical-align:bottom;font-weight:600;color:var(--muted);border-bottom-color:var(--muted)}
tbody th{font-weight:400}
.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
thead .n{white-space:normal}
.long{overflow-wrap:anywhere;min-width:10rem}
.score{display:inline-flex;align-items:center;justify-content:flex-end;white-space:nowrap}
.value{min-width:1.75em}
.mark{width:.9em;text-align:left}
.meter{width:4rem;height:.5rem;border-radius:2px}
.track{fill:var(--track)}
.meter .red{fill:var(--red)}
.meter .amber{fill:var(--amber)}
.meter .green{fill:var(--green)}
.meter .grey{fill:var(--grey)}
span.red{color:var(--red)}
span.amber{color:var(--amber)}
span.green{color:var(--green)}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(14rem,45%),1fr));gap:.75rem 2rem}
.facts dt{color:var(--muted);font-size:.85rem;line-height:1.3}
.facts div{min-width:0}
.facts dd{margin:0}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.kam-chart{display:block;max-width:100%;min-width:38rem;height:auto}
@media screen and (prefers-color-scheme:dark){
:root{--text:#e6edf3;--muted:#9da7b3;--ground:#0d1117;--line:#30363d;--link:#58a6ff;--red:#ff7b72;--amber:#d29922;--green:#3fb950;--grey:#8b949e;--track:#21262d}
}
@media (max-width:40rem){
h1{font-size:1.4rem}
h2{margin-top:2.25rem}
table{font-size:.85rem}
th,td{padding:.4rem .5rem}
.meter{display:none}
}
@media print{
@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt system-ui,sans-serif;color:#57606a}}
html{font-size:9.5pt;line-height:1.4}
body{max-width:none;padding:0}
nav{display:none}
a{color:inherit;text-decoration:none}
h1{font-size:17pt}
h2{font-size:12.5pt;margin:16pt 0 5pt}
h3{font-size:10.5pt;margin:10pt 0 3pt}
h1,h2,h3,caption{break-after:avoid}
p{orphans:3;widows:3}
p,li,dl>div,tr,figure{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
main>p,section>p,section>ul,.verbatim{max-width:160mm}
table{font-size:7.5pt;line-height:1.3}
th,td{padding:2.5pt 3.5pt;hyphens:auto}
.long{min-width:0}
.meter{width:10mm;height:1.6mm;display:inline}
.facts{grid-template-columns:repeat(3,minmax(0,1fr));gap:5pt 12pt}
.kam-chart{min-width:0;width:125mm}
}
)";

std::string_view html_style_sheet() {
  return kStyle;
}

std::string document_head(const Document& document, const HtmlOptions& options) {
  const bool drawn = options.pictures == HtmlPictures::svg && has_chart(document);
  return fmt::format(
      "<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n"
      "<title>{}</title>\n<style>\n{}{}</style>\n</head>\n",
      kPolicy, escape_xml(document.title), html_style_sheet(),
      drawn ? svg_style_sheet() : std::string_view());
}

}  // namespace

std::string render_html(const Document& document, const HtmlOptions& options) {
  const Body body = build_body(document, options);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n{}<body>\n{}{}<main>\n{}</main>\n</body>\n</html>\n",
      to_id(document.language), document_head(document, options), header_html(document),
      navigation_html(document, body.contents), body.sections);
}

}  // namespace kam
