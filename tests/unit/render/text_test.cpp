#include <string>

#include <doctest/doctest.h>

#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"
#include "nasty.hpp"

using namespace kam;

namespace {

Span span(Span::Kind kind, std::string text) {
  return {kind, std::move(text), {}};
}

std::string text(const Document& document, std::optional<int> width = std::nullopt,
                 Color color = Color::off) {
  return render_text(document, TextOptions{width, color});
}

std::string blanks(std::size_t count) {
  return std::string(count, ' ');
}

Document headed() {
  Document document;
  document.title = "Weserguss AG";
  document.aside = "Stand 24.11.2026";
  return document;
}

Document with_blocks(std::vector<Block> blocks) {
  Document document;
  document.language = Language::de;
  document.blocks = std::move(blocks);
  return document;
}

}  // namespace

TEST_CASE("the aside stands at the right") {
  CHECK(text(headed()) == "Weserguss AG" + blanks(72) + "Stand 24.11.2026\n");
  CHECK(text(headed(), 100) == text(headed()));
  CHECK(text(headed(), 200) == text(headed()));
  CHECK(text(headed(), 80) == "Weserguss AG" + blanks(52) + "Stand 24.11.2026\n");
  CHECK(text(headed(), 30) == "Weserguss AG  Stand 24.11.2026\n");
  CHECK(text(headed(), 29) == "Weserguss AG\nStand 24.11.2026\n");
  CHECK(text(headed(), 80, Color::on) == "\x1B[1mWeserguss AG\x1B[0m" + blanks(52) + "Stand 24.11.2026\n");
}

TEST_CASE("a title wider than the page keeps its aside") {
  Document document = headed();
  document.title = std::string(120, 'x');
  CHECK(text(document) == document.title + "  Stand 24.11.2026\n");
  CHECK(text(document, 140) == document.title + "  Stand 24.11.2026\n");
  document.title = "one two three";
  CHECK(text(document, 7) == "one two\nthree\nStand\n24.11.2026\n");
}

TEST_CASE("parts of the head may be missing") {
  Document document;
  CHECK(text(document) == "\n");
  document.subtitle = {"Gießerei", "Kunde seit 2014"};
  CHECK(text(document) == "Gießerei\nKunde seit 2014\n");
  document.title = "Weserguss AG";
  CHECK(text(document) == "Weserguss AG\nGießerei\nKunde seit 2014\n");
  CHECK(text(document, 10) == "Weserguss\nAG\nGießerei\nKunde seit\n2014\n");
  document.title.clear();
  document.subtitle.clear();
  document.aside = "Stand";
  CHECK(text(document) == blanks(95) + "Stand\n");
  CHECK(text(document, 3) == "Stand\n");
}

TEST_CASE("white space between blocks, none where they belong together") {
  const BulletList list{{{span(Span::Kind::plain, "offen")}}};
  Document document = with_blocks(
      {plain_paragraph("Eins."), plain_paragraph("Zwei."), plain_paragraph("* Rest", Tone::muted),
       plain_paragraph("Weiter: x", Tone::next_step), plain_paragraph("Drei."), Heading{2, "Fragen"}, list,
       plain_paragraph("Weiter: y", Tone::next_step), Heading{2, "Notizen"}, Verbatim{"a\n  b"}, Verbatim{},
       Paragraph{}, BulletList{}, Heading{3, "Ende"}, plain_paragraph("Schluss", Tone::muted)});
  CHECK(text(document) ==
        "Eins.\n\nZwei.\n* Rest\nWeiter: x\n\nDrei.\n\nFragen\n  offen\n\nWeiter: y\n\n"
        "Notizen\n  a\n    b\n\nEnde\nSchluss\n");
  document.title = "Titel";
  CHECK(text(document).starts_with("Titel\n\nEins.\n"));
}

TEST_CASE("tables stand in their place") {
  Table table;
  table.columns = {{"a", "A", Align::right, 0}};
  table.rows = {{Money{1000}}};
  Document document = with_blocks({plain_paragraph("x"), table, plain_paragraph("y", Tone::muted)});
  CHECK(text(document) == "x\n\n    A\n1.000\n\ny\n");
  document.language = Language::en;
  CHECK(text(document) == "x\n\n    A\n1,000\n\ny\n");
  table.columns = {{"a", "A", Align::left, 0}, {"b", "B", Align::left, 1}};
  table.rows = {{Text{"one", ""}, Text{"two", ""}}};
  CHECK(text(with_blocks({table}), 7) == "A\none\n");
}

TEST_CASE("styles") {
  const Document document =
      with_blocks({Heading{2, "Fakten"},
                   Paragraph{{span(Span::Kind::plain, "a "), span(Span::Kind::strong, "b"),
                              span(Span::Kind::code, " kam x"), span(Span::Kind::link, " c")},
                             Tone::normal},
                   Paragraph{{span(Span::Kind::plain, "m "), span(Span::Kind::strong, "n")}, Tone::muted},
                   Paragraph{{span(Span::Kind::plain, "o")}, Tone::next_step},
                   BulletList{{{span(Span::Kind::strong, "p")}}}});
  CHECK(text(document) == "Fakten\na b kam x c\nm n\no\n\n  p\n");
  CHECK(text(document, std::nullopt, Color::on) ==
        "\x1B[1mFakten\x1B[0m\na \x1B[1mb\x1B[0m kam x c\n\x1B[2mm \x1B[0m\x1B[1mn\x1B[0m\no\n\n"
        "  \x1B[1mp\x1B[0m\n");
}

TEST_CASE("text wraps to the terminal, and only to one") {
  const Document document = with_blocks(
      {Heading{2, "one two three"}, plain_paragraph("four five six"),
       Paragraph{{span(Span::Kind::plain, "go: "), span(Span::Kind::code, "kam x y")}, Tone::next_step},
       BulletList{{{span(Span::Kind::plain, "seven eight nine")}}}, Verbatim{"ten eleven\n  in twelve"}});
  CHECK(text(document, 9) ==
        "one two\nthree\nfour five\nsix\ngo:\nkam x y\n\n  seven\n    eight\n    nine\n\n  ten\n  eleven\n   "
        " in\n    "
        "twelve\n");
  CHECK(text(document) ==
        "one two three\nfour five six\ngo: kam x y\n\n  seven eight nine\n\n  ten eleven\n    in twelve\n");
}

TEST_CASE("an empty line in free text stays one") {
  CHECK(text(with_blocks({Verbatim{"a\n\nb"}})) == "  a\n\n  b\n");
}

TEST_CASE("no text reaches the terminal with a control in it") {
  for (const auto& nasty : test::nasty_texts()) {
    CAPTURE(nasty);
    Document document = with_blocks(
        {Heading{2, nasty}, plain_paragraph(nasty), plain_paragraph(nasty, Tone::muted),
         Paragraph{{span(Span::Kind::code, nasty), span(Span::Kind::strong, nasty)}, {}},
         BulletList{{{span(Span::Kind::link, nasty)}}}, Verbatim{nasty}, test::one_column({nasty})});
    document.title = nasty;
    document.aside = nasty;
    document.subtitle = {nasty};
    for (const auto& width : {std::optional<int>{}, std::optional<int>{20}}) {
      const std::string out = text(document, width);
      CHECK(out.ends_with('\n'));
      CHECK_FALSE(find_invalid_utf8(out).has_value());
      for (const char32_t c : decode_utf8(out)) CHECK((c == U'\n' || !is_control(c)));
    }
  }
}

TEST_CASE("a chart is its sentence, its picture and what is not drawn") {
  const FunnelChart funnel{{{"Offen", 4, "4 EUR"}, {"Gewonnen", 2, "2 EUR"}}};
  const Chart chart{"potentials", "Potenziale", "Eins zwei drei.", funnel, {{"Ohne Wert", {"A\x1b", "B"}}}};
  CHECK(text(with_blocks({Heading{2, "Potenziale"}, chart, plain_paragraph("Ende")}), 24) ==
        "Potenziale\nEins zwei drei.\nOffen\n████████████████  4 EUR\nGewonnen\n    ████████      2 EUR\n\n"
        "Ohne Wert: A\\u{1b}, B\n\nEnde\n");
  const Chart empty{"potentials", "Potenziale", "Nichts.", FunnelChart{}, {{"Ohne Wert", {"A"}}}};
  CHECK(text(with_blocks({empty})) == "Nichts.\nOhne Wert: A\n");
  CHECK(text(with_blocks({Chart{}})) == "\n");
}

TEST_CASE("in text nothing is folded, and the summary heads it") {
  CHECK(text(with_blocks({plain_paragraph("Kurz"), FoldBegin{"Mehr"}, plain_paragraph("Lang"), FoldEnd{},
                          plain_paragraph("Ende")})) == "Kurz\n\nMehr\nLang\n\nEnde\n");
}
