#include <algorithm>
#include <map>
#include <string_view>

#include <fmt/format.h>

#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/charts/chart_parts.hpp"
#include "render/escape_xml.hpp"
#include "render/pages/html_parts.hpp"
#include "render/pages/verbatim.hpp"

namespace kam {

namespace {

// What the page may do: show its own styles and pictures, and nothing else.
constexpr std::string_view kPolicy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

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
