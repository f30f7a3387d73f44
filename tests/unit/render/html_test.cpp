#include <doctest/doctest.h>

#include "kam/render/render.hpp"
#include "nasty.hpp"

using namespace kam;
using test::nasty_texts;

namespace {

Document page_of(std::vector<Block> blocks) {
  Document document;
  document.title = "Plan";
  document.language = Language::de;
  document.blocks = std::move(blocks);
  return document;
}

// What stands between <main> and </main>.
std::string main_of(const Document& document, const HtmlOptions& options = {}) {
  const std::string html = render_html(document, options);
  const auto start = html.find("<main>\n") + 7;
  return html.substr(start, html.find("</main>") - start);
}

std::string row_of(const Cell& cell, Align align = Align::left) {
  Table table;
  table.columns = {{"value", "Wert", align}, {"name", "Name", Align::left, 0, Naming::names_row}};
  table.rows = {{cell, Text{"A", {}}}};
  const std::string html = main_of(page_of({table}));
  const auto start = html.find("<tbody>\n<tr>") + 12;
  return html.substr(start, html.find("<th", start) - start);
}

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("a page has its language, its title, a policy and its styles") {
  Document document = page_of({});
  document.title = "A & B";
  document.aside = "Stand 24.11.2026";
  document.subtitle = {"Auetal AG"};
  const std::string html = render_html(document);
  CHECK(html.starts_with("<!DOCTYPE html>\n<html lang=\"de\">\n<head>\n<meta charset=\"utf-8\">\n"));
  CHECK(holds(html, "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; "));
  CHECK(holds(html, "<title>A &amp; B</title>\n<style>\n:root{"));
  CHECK(holds(
      html,
      "<h1><bdi>A &amp; B</bdi></h1>\n<p class=\"aside\">Stand 24.11.2026</p>\n<p><bdi>Auetal AG</bdi></p>"));
  CHECK(html.ends_with("</main>\n</body>\n</html>\n"));
}

TEST_CASE("the way back and the sections are linked at the top") {
  Document document =
      page_of({Heading{2, "Ziele"}, plain_paragraph("a"), Heading{3, "Näher"}, Heading{2, "Ziele"}});
  document.parent = Span{Span::Kind::link, "Alle Kunden", "index"};
  CHECK(holds(
      render_html(document),
      "<nav>\n<p><a href=\"index.html\"><bdi>Alle Kunden</bdi></a></p>\n<ul>\n"
      "<li><a href=\"#s-ziele\">Ziele</a></li>\n<li><a href=\"#s-ziele-2\">Ziele</a></li>\n</ul>\n</nav>\n"));
  CHECK(main_of(document) ==
        "<section aria-labelledby=\"s-ziele\">\n<h2 "
        "id=\"s-ziele\">Ziele</h2>\n<p>a</p>\n<h3>Näher</h3>\n</section>\n"
        "<section aria-labelledby=\"s-ziele-2\">\n<h2 id=\"s-ziele-2\">Ziele</h2>\n</section>\n");
  CHECK_FALSE(holds(render_html(page_of({plain_paragraph("a")})), "<nav>"));
}

TEST_CASE("paragraphs, lists and free text") {
  const Line line{{Span::Kind::plain, "a & ", {}},
                  {Span::Kind::strong, "b", {}},
                  {Span::Kind::code, "kam <x>", {}},
                  {Span::Kind::link, "C", "c-ag"}};
  CHECK(main_of(page_of({Paragraph{line, Tone::normal}})) ==
        "<p>a &amp; <strong><bdi>b</bdi></strong><code>kam &lt;x&gt;</code><a "
        "href=\"c-ag.html\"><bdi>C</bdi></a></p>\n");
  CHECK(main_of(page_of({plain_paragraph("a", Tone::muted)})) == "<p class=\"muted\">a</p>\n");
  CHECK(main_of(page_of({plain_paragraph("")})).empty());
  CHECK(main_of(page_of({Paragraph{}})).empty());
  CHECK(main_of(page_of({BulletList{{{Span{Span::Kind::plain, "a", {}}}}}})) == "<ul>\n<li>a</li>\n</ul>\n");
  CHECK(main_of(page_of({BulletList{}})).empty());
  CHECK(main_of(page_of({Verbatim{"one\r\n  <b>two</b>\n"}})) ==
        "<p class=\"verbatim\" dir=\"auto\">one\n  &lt;b&gt;two&lt;/b&gt;</p>\n");
}

TEST_CASE("cells") {
  CHECK(row_of(Unknown{}) == "<td>–</td>");
  CHECK(row_of(Text{"a<b", {}}) == "<td><bdi>a&lt;b</bdi></td>");
  CHECK(row_of(Text{"Weserguss AG", "weserguss"}) ==
        "<td><a href=\"weserguss.html\"><bdi>Weserguss AG</bdi></a></td>");
  CHECK(row_of(Text{"", {}}) == "<td></td>");
  CHECK(row_of(Text{std::string(29, 'x'), {}}) ==
        "<td class=\"long\"><bdi>" + std::string(29, 'x') + "</bdi></td>");
  CHECK(row_of(Text{"y " + std::string(29, 'x'), {}}) ==
        "<td class=\"long\"><bdi>y " + std::string(29, 'x') + "</bdi></td>");
  CHECK(row_of(Text{std::string(28, 'x') + " y", {}}) ==
        "<td><bdi>" + std::string(28, 'x') + " y</bdi></td>");
  CHECK(row_of(TextList{{"a", "b&c"}}) == "<td><bdi>a</bdi>, <bdi>b&amp;c</bdi></td>");
  CHECK(row_of(Money{1240000}, Align::right) == "<td class=\"n\">1.240.000</td>");
  CHECK(row_of(Term{"overdue", "überfällig", Band::red}) == "<td><span class=\"red\">überfällig</span></td>");
  CHECK(row_of(Term{"star", "Entwicklungskunde", Band::none}) == "<td>Entwicklungs\u00ADkunde</td>");
}

TEST_CASE("a score has its bar, in its band's colour, and room for its mark") {
  CHECK(row_of(Score{66.66, Band::amber, true, "*"}, Align::right) ==
        "<td class=\"n\"><span class=\"score\"><svg class=\"meter\" viewBox=\"0 0 100 8\" "
        "preserveAspectRatio=\"none\" "
        "aria-hidden=\"true\"><rect class=\"track\" width=\"100\" height=\"8\"/><rect class=\"amber\" "
        "width=\"66.6\" "
        "height=\"8\"/></svg><span class=\"value\">67</span><span class=\"mark\">*</span></span></td>");
  CHECK(holds(row_of(Score{99.99, Band::green, true, {}}), "width=\"99.9\""));
  CHECK(holds(row_of(Score{100, Band::green, true, {}}), "<rect class=\"green\" width=\"100\""));
  CHECK(holds(row_of(Score{50, Band::none, true, {}}), "<rect class=\"grey\""));
  CHECK_FALSE(holds(row_of(Score{50, Band::red, false, {}}), "<svg"));
}

TEST_CASE("tables name themselves, their columns and their rows") {
  Table table;
  table.caption = "Kunden";
  table.columns = {
      {"rank", "#", Align::right}, {"name", "Kunde"}, {"revenue", "Umsatzwachstum", Align::right}};
  table.rows = {{Count{1}, Text{"A", {}}, Unknown{}}};
  const std::string html =
      "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"Kunden\">\n<table>\n"
      "<caption>Kunden</caption>\n<thead><tr><th scope=\"col\" class=\"n\">#</th><th scope=\"col\">Kunde</th>"
      "<th scope=\"col\" class=\"n\">Umsatz\u00ADwachstum</th></tr></thead>\n<tbody>\n"
      "<tr><td class=\"n\">1</td><th scope=\"row\"><bdi>A</bdi></th><td "
      "class=\"n\">–</td></tr>\n</tbody>\n</table>\n</div>\n";
  CHECK(main_of(page_of({table})) == html);
  SUBCASE("the first below a heading is named by it") {
    const std::string below =
        main_of(page_of({Heading{3, "Die Kunden"}, plain_paragraph("a"), table, table}));
    CHECK(holds(below, "<caption class=\"unseen\">Kunden</caption>"));
    CHECK(holds(below, "<caption>Kunden</caption>"));
  }
  SUBCASE("one without a head is a list of facts") {
    table.head = Table::Head::hidden;
    table.rows = {{Text{"Branche", {}}, Text{"Guss", {}}}, {Text{"Seit", {}}, Count{2014}}};
    CHECK(main_of(page_of({table})) ==
          "<dl class=\"facts\">\n<div><dt><bdi>Branche</bdi></dt><dd><bdi>Guss</bdi></dd></div>\n"
          "<div><dt><bdi>Seit</bdi></dt><dd>2014</dd></div>\n</dl>\n");
  }
}

TEST_CASE("pictures are drawn in the page, with one style sheet for all, or left out") {
  const Chart chart{
      "funnel", "Potenziale", "Ein Trichter.", FunnelChart{{{"Offen", 2, "2"}, {"Gewonnen", 1, "1"}}}, {}};
  const Document document = page_of({chart});
  const std::string html = render_html(document);
  CHECK(holds(main_of(document),
              "<figure class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Potenziale\">\n<svg "));
  CHECK(holds(html, svg_style_sheet()));
  CHECK(html.find("<style>", html.find("<style>") + 1) == std::string::npos);
  const std::string without = render_html(document, {HtmlPictures::none});
  CHECK_FALSE(holds(without, "<svg"));
  CHECK_FALSE(holds(without, svg_style_sheet()));
}

TEST_CASE("no text opens an element or leaves its attribute") {
  for (const auto& text : nasty_texts()) {
    CAPTURE(text);
    Table table = test::one_column({text});
    table.caption = text;
    const std::string html =
        main_of(page_of({Heading{3, text}, Verbatim{text}, table, plain_paragraph(text)}));
    for (const std::string_view part : {"<script", "<!--", "<b>", "\x1B", "\u202E", "\n\n", "alert(1)<"})
      CHECK_FALSE(holds(html, part));
    const auto label = html.find("aria-label=\"");
    if (label == std::string::npos) continue;
    const auto end = html.find('"', label + 12);
    CHECK(html.substr(end, 3) == "\">\n");
  }
}

TEST_CASE("a folded part opens without script") {
  const std::string html = main_of(page_of({FoldBegin{"Mehr <b>"}, plain_paragraph("Text"), FoldEnd{}}));
  CHECK(holds(html, "<details>\n<summary><bdi>Mehr &lt;b&gt;</bdi></summary>\n<p>Text</p>\n</details>\n"));
}
