#include <algorithm>

#include "inventory_stage.hpp"

using namespace kam;

namespace {

// An account with that attractiveness and fulfilment, both in percent.
Account placed(const std::string& id, double attractiveness, double fulfilment) {
  Account account = named(id, "Firma " + id);
  account.attractiveness = {{"reference", {attractiveness / 20, ""}}};
  account.assessments = {
      {day(2026, 5, 1), Perspective::customer, "", "", {{"flexibility", {5, fulfilment / 20, {}, ""}}}}};
  return account;
}

Document matrix(const std::vector<Account>& accounts, Language language = Language::en,
                const Settings& settings = simple_settings()) {
  const Stage stage(accounts, settings);
  return build_inventory(stage.view(language), {}, Matrix::shown);
}

const Drawing& drawing_of(const Document& document) {
  for (const auto& block : document.blocks)
    if (const auto* drawing = std::get_if<Drawing>(&block)) return *drawing;
  FAIL("no drawing");
  return std::get<Drawing>(document.blocks.front());
}

// The place of an ASCII text in the field: columns from its left edge, lines from its top.
std::pair<int, int> place_of(const Document& document, const std::string& text) {
  const auto& lines = drawing_of(document).lines;
  for (int line = 0; line < 17; ++line) {
    const auto& drawn = lines.at(static_cast<std::size_t>(line) + 2);
    std::string plain;  // one character a column
    for (const char c : drawn)
      if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U)
        plain += static_cast<unsigned char>(c) < 0x80 ? c : '.';
    const auto field = plain.substr(5) + " ";
    for (std::size_t at = 0; at < field.size(); ++at)
      if (field.substr(at, text.size() + 1) == text + " " || field.substr(at, text.size() + 1) == text + ".")
        if (at == 0 || field[at - 1] < '0' || field[at - 1] > '9') return {static_cast<int>(at), line};
  }
  return {-1, -1};
}

using Place = std::pair<int, int>;

}  // namespace

TEST_CASE("the matrix, drawn") {
  const auto document = matrix({placed("a", 80, 80), placed("b", 70, 30), named("c", "Ohne Wert")});
  CHECK(headings_of(document) == Lines{"Portfolio matrix"});
  CHECK(drawing_of(document).alternative == "Portfolio matrix");
  CHECK(drawing_of(document).lines ==
        Lines{"Attractiveness",
              "     Star customer                            Strategic customer",
              "100 │                                        ┊",
              "    │                                        ┊",
              "    │                                        ┊",
              "    │                                        ┊       1",
              "    │                                        ┊",
              "    │                  2                     ┊",
              "    │┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┼┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈",
              "    │                                        ┊",
              "    │                                        ┊",
              "    │                                        ┊",
              "    │                                        ┊",
              "    │                                        ┊",
              "    │                                        ┊",
              "    │                                        ┊",
              "    │                                        ┊",
              "    │                                        ┊",
              "  0 │                                        ┊",
              "    └─────────────────────────────────────────────────────────────",
              "     Streamline customer                      Status customer",
              "     0                                              Fulfilment 100"});
  CHECK(lines_of(document)[lines_of(document).size() - 4] ==
        "Not placed, since attractiveness or fulfilment is not known: Ohne Wert.");
}

TEST_CASE("the matrix names its fields and axes in German") {
  const auto document = matrix({placed("a", 80, 80)}, Language::de);
  CHECK(headings_of(document) == Lines{"Portfolio-Matrix"});
  const auto& lines = drawing_of(document).lines;
  CHECK(lines[0] == "Attraktivität");
  CHECK(lines[1] == "     Entwicklungskunde                        Strategischer Kunde");
  CHECK(lines[20] == "     Mitnahmekunde                            Ertragskunde");
  CHECK(lines[21] == "     0                                          Erfüllungsgrad 100");
}

TEST_CASE("accounts stand where their scores are, inside the field") {
  CHECK(place_of(matrix({placed("a", 100, 0)}), "1") == Place{0, 0});
  CHECK(place_of(matrix({placed("a", 100, 100)}), "1") == Place{60, 0});
  CHECK(place_of(matrix({placed("a", 0, 0)}), "1") == Place{0, 16});
  CHECK(place_of(matrix({placed("a", 0, 100)}), "1") == Place{60, 16});
  CHECK(place_of(matrix({placed("a", 50, 50)}), "1") == Place{30, 8});
}

TEST_CASE("a number on a threshold covers it") {
  const auto document = matrix({placed("a", 60, 67)});
  CHECK(place_of(document, "1") == Place{40, 6});
}

TEST_CASE("accounts at one place stand side by side, then above and below") {
  const auto document = matrix({placed("a", 50, 50), placed("b", 50, 50), placed("c", 50, 50)});
  CHECK(place_of(document, "1") == Place{30, 8});
  CHECK(place_of(document, "2") == Place{32, 8});
  CHECK(place_of(document, "3") == Place{28, 8});
  std::vector<Account> many;
  for (int i = 0; i < 12; ++i) many.push_back(placed(std::string(1, static_cast<char>('a' + i)), 100, 100));
  const auto crowd = matrix(many);
  CHECK(place_of(crowd, "1") == Place{60, 0});
  CHECK(place_of(crowd, "10") != Place{-1, -1});
  CHECK(place_of(crowd, "12") != Place{-1, -1});
}

TEST_CASE("who finds no room is named as such, not as unknown") {
  std::vector<Account> many;
  for (int i = 0; i < 400; ++i) many.push_back(placed("n" + std::to_string(1000 + i), 50, 50));
  const auto lines = lines_of(matrix(many));
  const auto said = [&](std::string_view beginning) {
    return std::ranges::any_of(lines, [&](const std::string& line) { return line.starts_with(beginning); });
  };
  CHECK(said("No room left in the drawing near their place: "));
  CHECK_FALSE(said("Not placed, since"));
  CHECK(std::ranges::any_of(lines, [](const std::string& line) { return line.ends_with(", Firma n1399."); }));
}

TEST_CASE("the thresholds may lie on the edge") {
  auto settings = simple_settings();
  settings.thresholds.matrix_strength = 0;
  settings.thresholds.matrix_attractiveness = 0;
  const auto low = matrix({placed("a", 80, 80)}, Language::en, settings);
  CHECK(drawing_of(low).lines[1] == "       Strategic customer");
  CHECK(drawing_of(low).lines[18].starts_with("  0 │┼┈┈"));
  settings.thresholds.matrix_strength = 100;
  settings.thresholds.matrix_attractiveness = 100;
  const auto high = matrix({placed("a", 80, 80)}, Language::en, settings);
  CHECK(drawing_of(high).lines[2].starts_with("100 │┈┈"));
  CHECK(drawing_of(high).lines[2].ends_with("┈┼"));
}

TEST_CASE("only the accounts that are shown are drawn, and without the wish none") {
  const Stage stage({placed("a", 80, 80), placed("b", 70, 30)}, simple_settings());
  InventoryQuery query;
  query.accounts = {1};
  const auto document = build_inventory(stage.view(), query, Matrix::shown);
  CHECK(place_of(document, "1") == Place{-1, -1});
  CHECK(place_of(document, "2") == Place{18, 5});
  CHECK(headings_of(build_inventory(stage.view(), {}, Matrix::hidden)).empty());
}
