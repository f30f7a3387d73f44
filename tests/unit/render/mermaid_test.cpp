#include <doctest/doctest.h>

#include "kam/render/render.hpp"
#include "nasty.hpp"

using namespace kam;

namespace {

Chart matrix() {
  ScatterChart chart;
  chart.x = {"Erfüllung", 0, 100, {{0, "0"}, {100, "100"}}};
  chart.y = {"Attraktivität", 0, 100, {{0, "0"}, {100, "100"}}};
  chart.cross = ChartCross{{80, "80"}, {60, "60"}};
  chart.quadrants = {"Oben links", "Oben rechts", "Unten links", "Unten rechts"};
  chart.size_title = "Umsatz";
  chart.points = {
      {"A & B (x)", "1", 80, 60, 100, ""}, {"C", "2", 40, 100, 25, ""}, {"D", "3", 0, 30, std::nullopt, ""}};
  return {"matrix", "Matrix", "Drei Kunden.", chart, {{"Ohne Wert", {"E_F", "G"}}}};
}

Chart lines(std::vector<LineSeries> series) {
  const LineChart chart{{"Tag", 0, 9, {{0, "1. Mai"}}}, {"Punkte", 0, 100, {}}, std::move(series), {}};
  return {"trend", "Verlauf", "Es steigt.", chart, {}};
}

}  // namespace

TEST_CASE("a matrix is a quadrantChart whose cross-hair stands in the middle") {
  CHECK(render_mermaid(matrix()) == std::vector<std::string>{"quadrantChart\n"
                                                             "  title \"Matrix\"\n"
                                                             "  accTitle: Matrix\n"
                                                             "  accDescr: Drei Kunden. Ohne Wert: E_F, G.\n"
                                                             "  x-axis \"Erfüllung 0\" --> \"100\"\n"
                                                             "  y-axis \"Attraktivität 0\" --> \"100\"\n"
                                                             "  quadrant-1 \"Oben rechts\"\n"
                                                             "  quadrant-2 \"Oben links\"\n"
                                                             "  quadrant-3 \"Unten links\"\n"
                                                             "  quadrant-4 \"Unten rechts\"\n"
                                                             "  \"A #38; B (x)\": [0.5, 0.5] radius: 24\n"
                                                             "  \"C\": [0.25, 1] radius: 12\n"
                                                             "  \"D\": [0, 0.25]\n"});
}

TEST_CASE("the largest point has the largest radius, however small its value; a loss has the smallest") {
  Chart chart = matrix();
  auto& points = std::get<ScatterChart>(chart.picture).points;
  const auto radii = [&](double first, double second) {
    points[0].size = first;
    points[1].size = second;
    const auto text = render_mermaid(chart).front();
    const auto has = [&](const char* radius) { return text.find(radius) != std::string::npos; };
    return std::pair(has("[0.5, 0.5] radius: 24\n"), has("[0.25, 1] radius: 4\n"));
  };
  CHECK(radii(1, -1) == std::pair(true, true));
  CHECK(radii(0.5, 0) == std::pair(true, true));
  CHECK(radii(0, 0) == std::pair(false, false));
  CHECK(radii(-2, -1) == std::pair(false, false));
}

TEST_CASE("where the names would lie over each other the signs stand for them") {
  Chart chart = matrix();
  auto& points = std::get<ScatterChart>(chart.picture).points;
  points.resize(21, {"Name", "7", 1, 1, std::nullopt, ""});
  const auto text = render_mermaid(chart).front();
  CHECK(text.find("\"7\": [") != std::string::npos);
  CHECK(text.find("Name") == std::string::npos);
}

TEST_CASE("bars of several series stand one by one, the unknown left out") {
  const BarChart bars{{"Erfüllung", 0, 5, {}},
                      {"Kunde", "Wir"},
                      {{"Qualität", {std::nullopt, 2.5}, {"–", "2,5"}}, {"Preis", {4, 3}, {"4", "3"}}}};
  const auto text = render_mermaid({"bars", "Balken", "", bars, {}}).front();
  CHECK(text.find("  x-axis [\"Qualität · Wir\", \"Preis · Kunde\", \"Preis · Wir\"]\n"
                  "  y-axis \"Erfüllung\" 0 --> 5\n"
                  "  bar [2.5, 4, 3]\n") != std::string::npos);
}

TEST_CASE("lines with the same places are one diagram, others one each") {
  const LineSeries even{"A", {{0, 10, ""}, {3, 20, ""}, {6, 1e5, ""}}};
  const LineSeries uneven{"B", {{0, 10, ""}, {1, 20, ""}, {6, 30, ""}}};
  const auto one = render_mermaid(lines({even, even}));
  REQUIRE(one.size() == 1);
  CHECK(one.front().find("  x-axis \"Tag\" 0 --> 6\n") != std::string::npos);
  CHECK(one.front().find("  line [10, 20, 100000]\n  line [10, 20, 100000]\n") != std::string::npos);
  const auto two = render_mermaid(lines({even, uneven, {"C", {{1, 2, ""}}}}));
  REQUIRE(two.size() == 2);
  CHECK(two[1].find("title \"Verlauf: B\"") != std::string::npos);
  CHECK(two[1].find("  x-axis [\"1. Mai\", \"1\", \"6\"]\n") != std::string::npos);
}

TEST_CASE("nothing to draw is no diagram") {
  CHECK(render_mermaid({"a", "", "", ScatterChart{}, {}}).empty());
  CHECK(render_mermaid({"a", "", "", BarChart{{}, {"A"}, {{"B", {std::nullopt}, {"–"}}}}, {}}).empty());
  CHECK(render_mermaid({"a", "", "", LineChart{}, {}}).empty());
  CHECK(render_mermaid({"a", "", "", FunnelChart{}, {}}).empty());
}

TEST_CASE("no text leaves its quotation marks") {
  for (const auto& nasty : test::nasty_texts()) {
    CAPTURE(nasty);
    Chart chart = matrix();
    std::get<ScatterChart>(chart.picture).points = {{nasty, "1", 80, 60, std::nullopt, ""}};
    const auto text = render_mermaid(chart).front();
    const auto start = text.find("Unten rechts\"\n") + 14;
    CHECK(text.substr(start, 3) == "  \"");
    CHECK(text.find('"', start + 3) == text.size() - std::string_view("\": [0.5, 0.5]\n").size());
    CHECK(text.find_first_of("%{}<;\\`", start) >= text.find("#", start));
  }
}

TEST_CASE("Markdown shows a chart as asked") {
  Document document;
  document.blocks = {matrix(), plain_paragraph("Danach.")};
  CHECK(render_markdown(document) == "Danach.\n");
  CHECK(render_markdown(document, {Pictures::svg, "a-b"}) ==
        "![Drei Kunden. Ohne Wert: E\\_F, G.](a-b.matrix.svg)\n\nDanach.\n");
  const auto mermaid = render_markdown(document, {Pictures::mermaid, ""});
  CHECK(mermaid.starts_with("```mermaid\nquadrantChart\n"));
  CHECK(mermaid.ends_with("[0, 0.25]\n```\n\nOhne Wert: E\\_F, G\n\nDanach.\n"));
}
