#include "samples.hpp"

#include <array>
#include <random>
#include <string>

#include <fmt/format.h>

namespace kam {

namespace {

Axis percent_axis(std::string title) {
  Axis axis{std::move(title), 0, 100, {}};
  for (int at = 0; at <= 100; at += 20) axis.ticks.push_back({static_cast<double>(at), std::to_string(at)});
  return axis;
}

ScatterChart empty_matrix() {
  ScatterChart matrix;
  matrix.x = percent_axis("Erfüllungsgrad");
  matrix.y = percent_axis("Attraktivität");
  matrix.cross = ChartCross{{67, "67"}, {60, "60"}};
  matrix.quadrants = {"Entwicklungskunde", "Strategischer Kunde", "Mitnahmekunde", "Ertragskunde"};
  matrix.size_title = "Kreisfläche: Umsatz";
  return matrix;
}

Chart bars() {
  BarChart chart{percent_axis("Erfüllung"), {"Kundensicht", "Eigensicht"}, {}};
  chart.groups = {{"Lieferzuverlässigkeit und Einhaltung zugesagter Termine", {60, 80}, {"3", "4"}},
                  {"Qualität", {100, 0}, {"5", "0"}},
                  {"Flexibilität bei Änderungen", {std::nullopt, 40}, {"–", "2"}}};
  return {"bars", "Erfüllung je Anforderung", "Bei drei Anforderungen sehen wir uns besser.", chart, {}};
}

Chart curve() {
  LineChart chart;
  chart.x = {"Kunden nach Umsatz", 0, 12, {{0, "0"}, {4, "4"}, {8, "8"}, {12, "12"}}};
  chart.y = percent_axis("Umsatz, kumuliert (%)");
  LineSeries series{"Umsatz", {{0, 0, ""}}};
  const std::array<double, 12> shares{38, 66, 80, 88, 93, 95, 97, 98, 98.8, 99.4, 99.8, 100};
  for (std::size_t i = 0; i < shares.size(); ++i)
    series.points.push_back({static_cast<double>(i + 1), shares.at(i), fmt::format("Kunde {}", i + 1)});
  chart.series = {series};
  chart.levels = {{80, "A bis 80 %"}, {82, "B bis 82 %"}};
  return {"curve",
          "ABC-Kurve",
          "Drei Kunden stehen für 80 % des Umsatzes.",
          chart,
          {{"Ohne Umsatz", {"Weserguss AG"}}}};
}

Chart trend() {
  LineChart chart;
  chart.x = {"", 0, 900, {{0, "01.02.2024"}, {20, "21.02.2024"}, {400, "07.03.2025"}, {900, "20.07.2026"}}};
  chart.y = percent_axis("Erfüllungsgrad");
  chart.series = {{"Kundensicht", {{0, 56, "56"}, {400, 64, "64"}, {900, 73, "73"}}},
                  {"Eigensicht", {{20, 80, "80"}}}};
  return {"trend", "Entwicklung", "Der Erfüllungsgrad stieg von 56 auf 73.", chart, {}};
}

Chart map() {
  ScatterChart chart;
  chart.x = {"Einfluss", 0, 5, {{0, "0"}, {1, "1"}, {2, "2"}, {3, "3"}, {4, "4"}, {5, "5"}}};
  chart.y = {"Einstellung",
             0,
             4,
             {{0, "Gegner"}, {1, "Kritiker"}, {2, "Neutral"}, {3, "Unterstützer"}, {4, "Fürsprecher"}}};
  for (int i = 1; i <= 6; ++i)
    chart.points.push_back(
        {fmt::format("Dr. Wiebke Ahlers-Nordhoff {}", i), std::to_string(i), 5, 4, {}, "Entscheiderin"});
  chart.points.push_back({"Olaf Brandt", "7", 0, 0, {}, "Prüfer"});
  return {"people", "Ansprechpartner", "Sechs Fürsprecher, ein Gegner.", chart, {}};
}

Chart funnel() {
  FunnelChart chart{{{"Offen", 850000, "850.000 EUR"},
                     {"Offen, mit Wahrscheinlichkeit gewichtet", 310000, "310.000 EUR"},
                     {"Gewonnen", 0, "0 EUR"}}};
  return {"funnel", "Potenziale", "Offen sind 850.000 EUR.", chart, {}};
}

Chart hostile() {
  const std::string bad =
      "</text><script>alert(1)</script> & \"]>' %%{init: {}}%% \x1b[2J\xe2\x80\xae\xff ]: [1, 1] #35; "
      "`\\\n```";
  ScatterChart chart = empty_matrix();
  chart.x.title = chart.y.title = chart.size_title = bad;
  for (auto& name : chart.quadrants) name = bad;
  chart.points = {{bad, bad, 50, 50, 1, bad},
                  {std::string(400, 'W'), "2", 0, 0, 2, ""},
                  {"", "3", 100, 100, std::nullopt, ""},
                  {"日本精工株式会社 🚀", "4", 100, 0, 0, ""},
                  {"\xef\xbf\xbf nicht erlaubt", "5", -20, 130, 3, ""}};
  return {"hostile", bad, bad, chart, {{bad, {bad, bad}}}};
}

Chart without_points() {
  return {
      "empty",
      "Portfolio-Matrix",
      "Kein Kunde ist bewertet.",
      empty_matrix(),
      {{"Nicht eingeordnet, weil Attraktivität oder Erfüllungsgrad nicht bekannt ist", {"Weserguss AG"}}}};
}

Chart equal_points() {
  ScatterChart chart = empty_matrix();
  for (int i = 1; i <= 12; ++i)
    chart.points.push_back(
        {fmt::format("Gleich & Gleich {} GmbH", i), std::to_string(i), 100, 100, 5.0 * i, ""});
  return {"equal", "Gleiche Punkte", "Zwölf Kunden an einem Ort.", chart, {}};
}

}  // namespace

Chart random_matrix(std::size_t points, unsigned seed) {
  // The engine's numbers are laid down by the standard, those of its distributions are not.
  std::mt19937 engine(seed);
  const auto draw = [&engine](unsigned below) { return static_cast<unsigned>(engine() % below); };
  constexpr std::array<const char*, 8> kNames{"Nordlicht", "Weserguss",  "Hohenfels", "Brenzbach",
                                              "Süßmühle",  "Falkenried", "Ährenfeld", "Öhringer-Großschönau"};
  constexpr std::array<const char*, 6> kTrades{"Windkraft",
                                               "AG",
                                               "Fördertechnik GmbH & Co. KG",
                                               "SE",
                                               "Verpackungsmaschinen- und Anlagenbaugesellschaft mbH",
                                               "Robotik"};
  ScatterChart chart = empty_matrix();
  for (std::size_t i = 0; i < points; ++i) {
    const double share = draw(1000) / 1000.0;
    chart.points.push_back({fmt::format("{} {}", kNames.at(draw(8)), kTrades.at(draw(6))),
                            std::to_string(i + 1), draw(101) * 1.0, draw(101) * 1.0,
                            2e6 * share * share * share * share, "Beispiel"});
  }
  std::vector<std::string> unknown;
  for (std::size_t i = 0; i < points / 4; ++i) unknown.push_back(fmt::format("Unbewertet {} GmbH", i + 1));
  return {fmt::format("matrix-{}", points),
          "Portfolio-Matrix",
          fmt::format("{} Kunden.", points),
          chart,
          {{"Nicht eingeordnet, weil Attraktivität oder Erfüllungsgrad nicht bekannt ist", unknown}}};
}

std::vector<Chart> sample_charts() {
  return {random_matrix(8, 1),
          random_matrix(40, 2),
          random_matrix(300, 3),
          equal_points(),
          without_points(),
          map(),
          bars(),
          curve(),
          trend(),
          funnel(),
          hostile()};
}

}  // namespace kam
