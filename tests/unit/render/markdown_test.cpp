#include <string>

#include <doctest/doctest.h>

#include "kam/render/render.hpp"

using namespace kam;
using namespace std::chrono;

namespace {

Span plain(std::string text) {
  return {Span::Kind::plain, std::move(text), {}};
}
Span strong(std::string text) {
  return {Span::Kind::strong, std::move(text), {}};
}
Span code(std::string text) {
  return {Span::Kind::code, std::move(text), {}};
}
Span page_link(std::string text, std::string page) {
  return {Span::Kind::link, std::move(text), std::move(page)};
}

std::string line(Line spans) {
  Document document;
  document.blocks.emplace_back(Paragraph{std::move(spans), Tone::normal});
  return render_markdown(document);
}

std::string blocks(std::vector<Block> list, Language language = Language::de) {
  Document document;
  document.language = language;
  document.blocks = std::move(list);
  return render_markdown(document);
}

Table facts() {
  Table table;
  table.head = Table::Head::hidden;
  table.columns = {
      {"label", "", Align::left, 0}, {"value", "", Align::left, 0}, {"note", "", Align::left, 0}};
  return table;
}

}  // namespace

TEST_CASE("a document's head") {
  Document document;
  document.title = "Weserguss AG *";
  document.aside = "Stand 24.11.2026";
  document.subtitle = {"Gießerei | Kunde seit 2014", "", "Anna Schmidt"};
  CHECK(render_markdown(document) ==
        "# Weserguss AG \\*\n\nStand 24.11.2026\\\nGießerei \\| Kunde seit 2014\\\nAnna Schmidt\n");
  document.aside.clear();
  document.subtitle.clear();
  CHECK(render_markdown(document) == "# Weserguss AG \\*\n");
  document.title.clear();
  CHECK(render_markdown(document) == "\n");
  document.subtitle = {"a"};
  CHECK(render_markdown(document) == "a\n");
}

TEST_CASE("headings, paragraphs and lists") {
  CHECK(blocks({Heading{2, "Fakten"}, plain_paragraph("Eins."), plain_paragraph("* zwei", Tone::muted),
                BulletList{{{plain("a")}, {plain("- b")}}}, plain_paragraph("Weiter", Tone::next_step)}) ==
        "## Fakten\n\nEins.\n\n\\* zwei\n\n- a\n- \\- b\n\nWeiter\n");
  CHECK(blocks({Heading{0, "a"}, Heading{1, "b"}, Heading{6, "c #"}, Heading{9, "d"}}) ==
        "# a\n\n# b\n\n###### c \\#\n\n###### d\n");
  CHECK(blocks({plain_paragraph("a"), Paragraph{}, BulletList{}, Verbatim{}, plain_paragraph("b")}) ==
        "a\n\nb\n");
}

TEST_CASE("two lists in a row stay two") {
  const BulletList list{{{plain("a")}}};
  CHECK(blocks({list, list, list}) == "- a\n\n* a\n\n- a\n");
  CHECK(blocks({list, BulletList{}, list}) == "- a\n\n* a\n");
  CHECK(blocks({list, plain_paragraph("x"), list}) == "- a\n\nx\n\n- a\n");
}

TEST_CASE("spans") {
  CHECK(line({plain("Weiter: "), code("kam assess x"), plain(" jetzt")}) == "Weiter: `kam assess x` jetzt\n");
  CHECK(line({strong("Umsatz:"), plain(" 5")}) == "**Umsatz:** 5\n");
  CHECK(line({plain("siehe "), page_link("a|b", "weserguss"), plain(".")}) ==
        "siehe [a\\|b](weserguss.md).\n");
  CHECK(line({page_link("Übersicht", "index")}) == "[Übersicht](README.md)\n");
  CHECK(line({plain("Ach!"), page_link("a", "b")}) == "Ach\\![a](b.md)\n");
  CHECK(line({plain("http:"), plain("//x")}) == "http\\:/\\/x\n");
  CHECK(line({plain("&"), strong("amp;")}) == "&**amp;**\n");
  CHECK(line({plain("GH-"), code("1")}) == "GH-`1`\n");
  CHECK(line({plain("a "), strong(" b "), plain(" c")}) == "a  **b**  c\n");
  CHECK(line({plain("a"), strong("  "), plain("b")}) == "a  b\n");
  CHECK(line({plain("   a"), plain(""), plain("b ")}) == "ab \n");
  CHECK(line({plain("\t")}) == "\n");
  CHECK(line({strong("  "), plain("\t> a")}) == "\\> a\n");
  CHECK(line({plain(" "), page_link(" - ", "x"), plain("- a")}) == "[-](x.md) - a\n");
  CHECK(line({plain("1"), strong(". a")}) == "1\\. a\n");
  CHECK(line({strong("a"), strong("b")}) == "**ab**\n");
  CHECK(line({page_link("a", "x"), page_link("b", "y")}) == "[a](x.md)[b](y.md)\n");
}

TEST_CASE("strong text stays plain where the asterisks would show") {
  CHECK(line({strong("(a)"), plain("b")}) == "(a)b\n");
  CHECK(line({plain("b"), strong("(a)")}) == "b(a)\n");
  CHECK(line({plain("ä"), strong("(a")}) == "ä(a\n");
  CHECK(line({plain("b"), strong("a"), plain("b")}) == "b**a**b\n");
  CHECK(line({plain("("), strong("(a)"), plain(")")}) == "(**(a)**)\n");
  CHECK(line({strong("ä"), plain("b")}) == "äb\n");
  CHECK(line({strong("Z"), plain("z9")}) == "**Z**z9\n");
  CHECK(line({strong("."), plain("0")}) == "\\.0\n");
}

TEST_CASE("a table") {
  Table table;
  table.columns = {{"name", "Kunde", Align::left, 0}, {"revenue", "Umsatz | EUR", Align::right, 2},
                   {"score", "#", Align::right, 1},   {"abc", "ABC", Align::left, 1},
                   {"date", "Stand", Align::left, 0}, {"tags", "Tags", Align::left, 0}};
  table.rows = {{Text{"A | B", "a-b"}, Money{1240000}, Score{66.6, Band::green, true, "*"}, Term{"a", "A*"},
                 Date{2026y / December / 31}, TextList{{"x", "y_z"}}},
                {Text{"C", ""}, Unknown{}, Unknown{}, Text{"", "c"}, Flag{true, "*"}, Points{4, true}}};
  CHECK(blocks({table}) ==
        "| Kunde | Umsatz \\| EUR | \\# | ABC | Stand | Tags |\n"
        "| --- | ---: | ---: | --- | --- | --- |\n"
        "| [A \\| B](a-b.md) | 1.240.000 | 67\\* | A\\* | 31.12.2026 | x, y\\_z |\n"
        "| C | – | – |  | \\* | +4,0 |\n");
  CHECK(blocks({Table{}}) == "\n");
}

TEST_CASE("facts are a list") {
  Table table = facts();
  table.rows = {{Text{"Attraktivität", ""}, Score{82, Band::green, true, "*"}, Text{"zu 85 % bekannt", ""}},
                {Text{"Partnerschaft", ""}, Unknown{}, Text{"", ""}},
                {Text{"Wer?", ""}, Text{"", ""}, Text{"a|b", "x"}},
                {Text{"Preis:", ""}, Money{5}, Unknown{}},
                {Text{"", ""}, Text{"nur ein Wert", ""}, Text{"", ""}}};
  CHECK(blocks({table}) ==
        "- **Attraktivität:** 82\\* · zu 85 % bekannt\n"
        "- **Partnerschaft:** –\n"
        "- **Wer?** [a\\|b](x.md)\n"
        "- **Preis:** 5 · –\n"
        "- nur ein Wert\n");
  Table single = facts();
  single.columns.resize(1);
  single.rows = {{Text{"a", ""}}};
  CHECK(blocks({single, single}) == "- a\n\n* a\n");
  single.rows = {{}};
  CHECK(blocks({single}) == "- \n");
}

TEST_CASE("free text is a quotation with its lines") {
  CHECK(blocks({Verbatim{"\nEins *\n  - zwei\n\n# drei\nvier\\\n"}}) ==
        "> Eins \\*\\\n> &nbsp;&nbsp;\\- zwei\n>\n> \\# drei\\\n> vier\\\\\n");
}

TEST_CASE("numbers follow the document's language") {
  Table table = facts();
  table.columns.resize(2);
  table.rows = {{Text{"a", ""}, Money{1500.0}}};
  CHECK(blocks({table}, Language::en) == "- **a:** 1,500\n");
  CHECK(blocks({table}, Language::de) == "- **a:** 1.500\n");
}

TEST_CASE("a chart in characters is a fenced block that no name can end") {
  Document document;
  const FunnelChart funnel{{{"``` a", 2, "2 EUR"}, {"*b*\x1b[2J", 1, "1 EUR"}}};
  document.blocks = {Heading{2, "Potenziale"},
                     Chart{"potentials", "Potenziale", "*Zwei*.", funnel, {{"Ohne Wert", {"c|d"}}}},
                     plain_paragraph("Ende")};
  std::string full;
  for (int i = 0; i < 23; ++i) full += "██";
  std::string half;
  for (int i = 0; i < 12; ++i) half += "██";
  CHECK(render_markdown(document, {Pictures::text, {}}) ==
        "## Potenziale\n\n\\*Zwei\\*.\n\n````text\n``` a        " + full + " 2 EUR\n*b*\\u{1b}[2J " +
            std::string(11, ' ') + half + std::string(11, ' ') +
            " 1 EUR\n````\n\nOhne Wert: c\\|d\n\nEnde\n");
  CHECK(render_markdown(document) == "## Potenziale\n\nEnde\n");
}

TEST_CASE("a folded part is HTML around Markdown, with a blank line to either side") {
  Table table = facts();
  table.head = Table::Head::shown;
  table.columns.resize(1);
  table.rows = {{Text{"a", ""}}};
  CHECK(blocks({FoldBegin{"Weser & Co <b>: @a, #1, 2 Änderungen"}, table, FoldEnd{}}) ==
        "<details>\n<summary>Weser &amp; Co &lt;b&gt;: @&#8203;a, #&#8203;1, 2 Änderungen</summary>\n\n"
        "|  |\n| --- |\n| a |\n\n</details>\n");
}
