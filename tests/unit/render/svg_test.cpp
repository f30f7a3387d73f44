
#include <doctest/doctest.h>

#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"
#include "nasty.hpp"
#include "render/charts/glyph_widths.hpp"
#include "render/charts/svg_parts.hpp"
#include "render/charts/svg_writer.hpp"
#include "render/escape_xml.hpp"

using namespace kam;

namespace {

bool holds(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

ScatterChart one_point() {
  ScatterChart chart;
  chart.x = {"Erfüllung", 0, 100, {{0, "0"}, {100, "100"}}};
  chart.y = {"Attraktivität", 0, 100, {}};
  chart.points = {{"Weserguss & Co.", "1", 50, 50, 3, "50 von 100"}};
  chart.size_title = "Umsatz";
  return chart;
}

std::string svg(ScatterChart picture, std::vector<NotDrawn> not_drawn = {}) {
  return render_svg({"matrix", "Matrix", "Ein Kunde.", std::move(picture), std::move(not_drawn)});
}

}  // namespace

TEST_CASE("a picture has a name, a description and a role") {
  const auto text = svg(one_point(), {{"Ohne Wert", {"A", "B"}}});
  CHECK(text.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kam-chart\" role=\"img\" "));
  CHECK(holds(text, "aria-labelledby=\"matrix-title matrix-desc\""));
  CHECK(holds(text, "<title id=\"matrix-title\">Matrix</title>\n"));
  CHECK(holds(text, "<desc id=\"matrix-desc\">Ein Kunde. Ohne Wert: A, B.</desc>\n"));
  CHECK(holds(text, "<title>Weserguss &amp; Co.: 50 von 100</title>"));
  CHECK(holds(text, ">Ohne Wert: A, B</text>"));
  CHECK(holds(text, "prefers-color-scheme:dark"));
  CHECK(text.ends_with("</svg>\n"));
}

TEST_CASE("a title is cut where the picture ends") {
  const auto fits = [](std::size_t letters) {
    const std::string title(letters, 'n');
    return holds(render_svg({"matrix", title, "", one_point(), {}}),
                 "class=\"title\" x=\"16\" y=\"24\">" + title + "</text>");
  };
  std::size_t most = 1;
  while (fits(most + 1)) ++most;
  const auto width = [](std::size_t letters) {
    return estimate_text_width(std::string(letters, 'n'), kTitleSize + 1);
  };
  CHECK(width(most) <= kPictureWidth - 2 * kMargin);
  CHECK(width(most + 1) > kPictureWidth - 2 * kMargin);
}

TEST_CASE("a page has the style once for all its pictures") {
  const Chart chart{"matrix", "Matrix", "Ein Kunde.", one_point(), {}};
  CHECK_FALSE(holds(render_svg(chart, SvgStyle::of_page), "<style>"));
  CHECK(holds(render_svg(chart), svg_style_sheet()));
}

TEST_CASE("an unknown size is hollow, one of zero is small") {
  auto chart = one_point();
  CHECK(holds(svg(chart), "class=\"bubble\""));
  chart.points.front().size = std::nullopt;
  CHECK(holds(svg(chart), "class=\"bubble hollow\""));
  chart.points.front().size = 0;
  CHECK(holds(svg(chart), "r=\"4\""));
}

TEST_CASE("an unknown value has no bar") {
  const BarChart bars{{"", 0, 5, {}}, {"Kunde", "Wir"}, {{"Qualität", {std::nullopt, 2.5}, {"–", "2,5"}}}};
  const auto text = render_svg({"bars", "Balken", "", bars, {}});
  CHECK_FALSE(holds(text, "Qualität · Kunde"));
  CHECK(holds(text, "<title>Qualität · Wir: 2,5</title>"));
  CHECK(holds(text, ">–</text>"));
}

TEST_CASE("nothing is drawn of an empty picture but its frame") {
  for (const Chart& chart : {Chart{"a", "", "", ScatterChart{}, {}}, Chart{"a", "", "", BarChart{}, {}},
                             Chart{"a", "", "", LineChart{}, {}}, Chart{"a", "", "", FunnelChart{}, {}}}) {
    const auto text = render_svg(chart);
    CHECK_FALSE(holds(text, "<circle"));
    CHECK_FALSE(holds(text, "nan"));
    CHECK(text.ends_with("</svg>\n"));
  }
}

TEST_CASE("many names that are not drawn are cut to three lines, and counted") {
  const std::vector<std::string> names(200, "Ein Kunde mit langem Namen GmbH");
  const auto text = svg(one_point(), {{"Ohne Wert", names}});
  const std::string remark = "<text class=\"small\" x=\"16\"";
  int remarks = 0;
  for (auto at = text.find(remark); at != std::string::npos; at = text.find(remark, at + 1)) ++remarks;
  CHECK(remarks == 3);
  CHECK(holds(text, "… +1"));
}

TEST_CASE("no text leaves its place") {
  for (const auto& nasty : test::nasty_texts()) {
    CAPTURE(nasty);
    auto chart = one_point();
    chart.points.front().label = nasty;
    const auto text = svg(chart);
    for (const char32_t c : decode_utf8(text)) CHECK_FALSE((is_control(c) && c != U'\n'));
    CHECK_FALSE(holds(text, "<script"));
    CHECK_FALSE(holds(text, "<b>"));
  }
  CHECK(escape_xml("a<b> & \"c\"\x1b\xef\xbf\xbe") == "a&lt;b&gt; &amp; &quot;c&quot;\\u{1b}\xef\xbf\xbd");
}

TEST_CASE("how wide a text will be") {
  CHECK(estimate_text_width("", 12) == 0);
  CHECK(estimate_text_width("iii", 12) < estimate_text_width("mmm", 12));
  CHECK(estimate_text_width("日", 10) == 115);
  CHECK(estimate_text_width("e\u0301", 12) == estimate_text_width("e", 12));
  CHECK(cut_to_estimate("Weserguss", 12, 10000) == "Weserguss");
  CHECK(cut_to_estimate("Weserguss", 12, 400) == "Wes…");
  CHECK(cut_to_estimate("Weserguss", 12, 10).empty());
}

TEST_CASE("pixels have at most one decimal") {
  CHECK(pixels(120) == "12");
  CHECK(pixels(125) == "12.5");
  CHECK(pixels(-5) == "-0.5");
}
