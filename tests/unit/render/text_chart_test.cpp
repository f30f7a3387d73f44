#include "render/charts/text_chart.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace kam;

namespace {

using Lines = std::vector<std::string>;

template <class Picture>
Lines drawn(Picture picture, int width) {
  return draw_chart({"x", "", "", std::move(picture), {}}, width);
}

Axis percent(std::string title) {
  return {std::move(title), 0, 100, {{0, "0"}, {50, "50"}, {100, "100"}}};
}

ScatterPoint point(std::string label, std::string sign, double x, double y) {
  return {std::move(label), std::move(sign), x, y, {}, ""};
}

ScatterChart matrix(std::vector<ScatterPoint> points) {
  ScatterChart chart;
  chart.x = percent("Fulfilment");
  chart.y = percent("Attractiveness");
  chart.cross = ChartCross{{67, "67"}, {60, "60"}};
  chart.quadrants = {"Star", "Strategic", "Streamline", "Status"};
  chart.points = std::move(points);
  return chart;
}

ScatterChart map(std::vector<ScatterPoint> points) {
  ScatterChart chart;
  chart.x = {"Influence", 0, 5, {{0, "0"}, {5, "5"}}};
  chart.y = {
      "Attitude", 0, 4, {{0, "Opponent"}, {1, "Critic"}, {2, "Neutral"}, {3, "Supporter"}, {4, "Champion"}}};
  chart.points = std::move(points);
  return chart;
}

BarChart bars() {
  return {{"Fulfilled (0 to 5)", 0, 5, {{0, "0"}, {5, "5"}}},
          {"Customer's view", "Own view"},
          {{"Delivers the agreed quality in time", {4, 4.5}, {"4", "4,5"}},
           {"品質", {std::nullopt, 0}, {"–", "0"}},
           {"Small", {0.01, 9}, {"0,01", "9"}}}};
}

FunnelChart funnel() {
  return {{{"Open or won", 400, "EUR 400"},
           {"At least 50% likely, or won", 150, "EUR 150"},
           {"Won", 0, "EUR 0"}}};
}

}  // namespace

TEST_CASE("a matrix") {
  CHECK(drawn(matrix({point("Alpha", "1", 80, 80), point("株式会社ベータ", "2", 30, 70),
                      point("Gamma", "3", 66, 61), point("Delta", "10", 100, 0)}),
              40) == Lines{"Attractiveness",                            //
                           "    │Star                   ┊ Strategic",   //
                           "100 │                       ┊",             //
                           "    │                       ┊",             //
                           "    │                       ┊",             //
                           "    │                       ┊   1",         //
                           "    │                       ┊",             //
                           "    │          2            ┊",             //
                           " 60 │┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈3┼┈┈┈┈┈┈┈┈┈┈┈",  //
                           "    │                       ┊",             //
                           " 50 │                       ┊",             //
                           "    │                       ┊",             //
                           "    │                       ┊",             //
                           "    │                       ┊",             //
                           "    │                       ┊",             //
                           "    │                       ┊",             //
                           "    │                       ┊",             //
                           "    │                       ┊",             //
                           "  0 │                       ┊         10",  //
                           "    │Streamline             ┊ Status",      //
                           "    └───────────────────────────────────",  //
                           "     0                50    67       100",  //
                           "                              Fulfilment",  //
                           "",                                          //
                           "1   Alpha            3   Gamma",            //
                           "2   株式会社ベータ   10  Delta"});
}

TEST_CASE("a matrix's names have room on their sides of the line, share it, or are cut") {
  const auto names = [](std::array<std::string, 4> quadrants, double at, int width) {
    auto chart = matrix({point("A", "1", 50, 50)});
    chart.cross->x.at = at;
    chart.quadrants = std::move(quadrants);
    return drawn(std::move(chart), width).at(1);
  };
  CHECK(names({"Left", "Right", "", ""}, 50, 40) == "    │Left             ┊ Right");
  CHECK(names({"Left", "Right hand side", "", ""}, 67, 40) == "    │Left                Right hand side");
  CHECK(names({"Left hand side of it", "Right", "", ""}, 50, 40) == "    │Left hand side of it  Right");
  CHECK(names({"Left hand side of it", "Right hand side of it", "", ""}, 50, 40) ==
        "    │Left hand side …  Right hand side …");
  CHECK(names({"Left", "Right", "", ""}, 0, 40) == "    │┊ Right");
  CHECK(names({"", "", "", ""}, 50, 40) == "100 │                 ┊");
}

TEST_CASE("signs at one place stand side by side, on their side of the cross-hair") {
  const auto lines = drawn(matrix({point("A", "1", 66, 59), point("B", "2", 66, 59), point("C", "3", 66, 59),
                                   point("D", "4", 67, 60), point("E", "5", 67, 60)}),
                           66);
  CHECK(lines.at(8) == " 60 │┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈4┈5┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈");
  CHECK(lines.at(9) == "    │                                      2 1");
  CHECK(lines.at(10) == " 50 │                                      3 ┊");
}

TEST_CASE("what finds no room stands at another's sign, and the list says at whose") {
  std::vector<ScatterPoint> points;
  for (int i = 1; i <= 9; ++i) points.push_back(point("P" + std::to_string(i), std::to_string(i), 5, 4));
  points.push_back(point("Far", "10", 0, 0));
  CHECK(drawn(map(points), 40) == Lines{"Attitude",                                  //
                                        " Champion │                       3   1+",  //
                                        "          │                           2",   //
                                        "          │",                               //
                                        "Supporter │",                               //
                                        "          │",                               //
                                        "          │",                               //
                                        "  Neutral │",                               //
                                        "          │",                               //
                                        "          │",                               //
                                        "   Critic │",                               //
                                        "          │",                               //
                                        "          │",                               //
                                        " Opponent │10",                             //
                                        "          └─────────────────────────────",  //
                                        "           0                           5",  //
                                        "                               Influence",  //
                                        "",                                          //
                                        "1+      P1    5 (1+)  P5    9 (1+)  P9",    //
                                        "2       P2    6 (1+)  P6    10      Far",   //
                                        "3       P3    7 (1+)  P7",                  //
                                        "4 (1+)  P4    8 (1+)  P8"});
}

TEST_CASE("a few points are said in words, of many the list has the names") {
  auto chart = map({point("Ute Still", "1", 1, 2), point("Olaf", "10", 2, 3)});
  chart.points[0].details = "Entwicklung Fahrwerke, Einfluss 1, neutral";
  const auto few = drawn(chart, 30);
  CHECK(Lines(few.end() - 4, few.end()) ==
        Lines{"1   Ute Still: Entwicklung", "    Fahrwerke, Einfluss 1,", "    neutral", "10  Olaf"});
  chart.points.resize(21, point("Viele", "5", 0, 0));
  CHECK(drawn(chart, 30).at(18) == "1       Ute Still");
}

TEST_CASE("bars of two series are told apart without colour") {
  CHECK(drawn(bars(), 60) == Lines{"███ Customer's view   ▌▌▌ Own view",                         //
                                   "Delivers the agreed       │██████████████████████ 4",        //
                                   "quality in time           │▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌ 4,5",   //
                                   "品質                      │–",                               //
                                   "                          │0",                               //
                                   "Small                     │█ 0,01",                          //
                                   "                          │▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌ 9",  //
                                   "                          └────────────────────────────",    //
                                   "                           0                          5",    //
                                   "                                     Fulfilled (0 to 5)"});
}

TEST_CASE("in few columns a name stands over its bars") {
  auto chart = bars();
  chart.series.resize(1);
  CHECK(drawn(chart, 30) == Lines{"Delivers the agreed quality in",  //
                                  "time",                            //
                                  "│███████████████████ 4",          //
                                  "品質",                            //
                                  "│–",                              //
                                  "Small",                           //
                                  "│█ 0,01",                         //
                                  "└────────────────────────",       //
                                  " 0                      5",       //
                                  "       Fulfilled (0 to 5)"});
}

TEST_CASE("a funnel") {
  CHECK(drawn(funnel(), 60) == Lines{"Open or won               ████████████████████████  EUR 400",  //
                                     "                          ████████████████████████",           //
                                     "At least 50% likely, or          ██████████         EUR 150",  //
                                     "won                              ██████████",                  //
                                     "Won                                                   EUR 0"});
  CHECK(drawn(funnel(), 40) == Lines{"Open or won",                              //
                                     "██████████████████████████████  EUR 400",  //
                                     "At least 50% likely, or won",              //
                                     "         ████████████           EUR 150",  //
                                     "Won",                                      //
                                     "                                  EUR 0"});
}

TEST_CASE("lines have marks of their own, side by side where they meet, and levels their names") {
  LineChart chart;
  chart.x = {"Day", 0, 100, {{0, "1 Jan 2026"}, {50, "20 Feb 2026"}, {100, "11 Apr 2026"}}};
  chart.y = percent("Fulfilment");
  chart.series = {{"Customer's view", {{0, 10, "1 Jan: 10"}, {50, 60, "20 Feb: 60"}, {100, 55, ""}}},
                  {"Own view", {{0, 90, "1 Jan: 90"}, {50, 60, "20 Feb: 60"}}}};
  chart.levels = {{95, "A up to 95%"}};
  CHECK(drawn(chart, 50) == Lines{"Fulfilment",                                          //
                                  "100 │",                                               //
                                  "    │┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ A up to 95%",  //
                                  "    │▌┈",                                             //
                                  "    │  ┈┈┈┈",                                         //
                                  "    │      ┈┈┈┈",                                     //
                                  "    │          ┈┈┈┈",                                 //
                                  "    │              ┈─█▌──────",                       //
                                  "    │             ──         ────────█",              //
                                  " 50 │           ──",                                  //
                                  "    │         ──",                                    //
                                  "    │       ──",                                      //
                                  "    │     ──",                                        //
                                  "    │   ──",                                          //
                                  "    │ ──",                                            //
                                  "    │█",                                              //
                                  "    │",                                               //
                                  "  0 │",                                               //
                                  "    └─────────────────────────────────",              //
                                  "     1 Jan 2026            11 Apr 2026",              //
                                  "                                   Day",              //
                                  "",                                                    //
                                  "█ Customer's view: 1 Jan: 10 · 20 Feb: 60",           //
                                  "▌ Own view: 1 Jan: 90 · 20 Feb: 60"});
}

TEST_CASE("a steep line is drawn upright, many points as their line alone, and one line needs no name") {
  LineChart chart;
  chart.x = {"", 0, 2, {}};
  chart.y = {"", 0, 16, {}};
  chart.series = {{"A", {{0, 0, ""}, {1, 0, ""}, {1, 16, ""}, {2, 16, ""}}}};
  const auto lines = drawn(chart, 24);
  CHECK(lines.size() == 18);
  CHECK(lines.at(0) == " │           █─────────█");
  CHECK(lines.at(8) == " │           │");
  CHECK(lines.at(16) == " │█──────────█");
  chart.series[0].points.clear();
  for (int i = 0; i <= 100; ++i) chart.series[0].points.push_back({i / 50.0, 8, "a"});
  CHECK(drawn(chart, 24) == [] {
    Lines level(17, " │");
    level[8] = " │──────────────────────";
    level.emplace_back(" └──────────────────────");
    return level;
  }());
}

TEST_CASE("levels at one height share their names") {
  LineChart chart;
  chart.x = {"", 0, 2, {}};
  chart.y = percent("");
  chart.series = {{"A", {{0, 0, ""}}}};
  chart.levels = {{80, "A"}, {80, "B"}};
  CHECK(drawn(chart, 30).at(3) == "    │┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈ A, B");
}

TEST_CASE("of nothing no picture is drawn") {
  CHECK(drawn(ScatterChart{}, 40).empty());
  CHECK(drawn(matrix({}), 40).empty());
  CHECK(drawn(BarChart{}, 40).empty());
  CHECK(drawn(BarChart{{"", 0, 1, {}}, {"A"}, {}}, 40).empty());
  CHECK(drawn(LineChart{}, 40).empty());
  CHECK(drawn(LineChart{{}, {}, {{"A", {}}}, {}}, 40).empty());
  CHECK(drawn(FunnelChart{}, 40).empty());
}

TEST_CASE("no picture is wider than 80 columns") {
  const auto wide = drawn(matrix({point("A", "1", 100, 0)}), 200);
  CHECK(wide == drawn(matrix({point("A", "1", 100, 0)}), 80));
}
