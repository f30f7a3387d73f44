#include "render/cells.hpp"

#include <vector>

#include <doctest/doctest.h>

#include "kam/render/render.hpp"

using namespace kam;
using namespace std::chrono;

namespace {

struct Row {
  Cell cell;
  std::string english;
  std::string german;
  Data data;
};

const std::vector<Row>& rows() {
  static const std::vector<Row> kRows{
      {Unknown{}, "–", "–", Data{}},
      {Text{"Weserguss AG", "weserguss"}, "Weserguss AG", "Weserguss AG", "Weserguss AG"},
      {Term{"key_account", "Schlüsselkunde"}, "Schlüsselkunde", "Schlüsselkunde", "key_account"},
      {Count{2026}, "2026", "2026", 2026},
      {Count{-3}, "-3", "-3", -3},
      {Number{3.456}, "3.46", "3,46", 3.456},
      {Number{4}, "4", "4", 4.0},
      {Number{0.12345, 4}, "0.1235", "0,1235", 0.12345},
      {Score{66.666, Band::green, true, "*"}, "67", "67", 66.67},
      {Score{62.5, Band::none, false, ""}, "63", "63", 62.5},
      {Points{6.25}, "6.3", "6,3", 6.25},
      {Points{4, true}, "+4.0", "+4,0", 4.0},
      {Points{-4.123, true}, "-4.1", "-4,1", -4.12},
      {Points{0, true}, "0.0", "0,0", 0.0},
      {Points{0.04, true}, "0.0", "0,0", 0.04},
      {Points{0.05, true}, "+0.1", "+0,1", 0.05},
      {Money{1240000.4}, "1,240,000", "1.240.000", 1240000.4},
      {Percent{40.256}, "40%", "40\u00A0%", 40.26},
      {Percent{40.25, 1}, "40.3%", "40,3\u00A0%", 40.25},
      {Flag{true, "ja"}, "ja", "ja", true},
      {Flag{false, "nein"}, "nein", "nein", false},
      {Date{2026y / November / 24}, "24 Nov 2026", "24.11.2026", "2026-11-24"},
      {TextList{{"export", "offshore"}}, "export, offshore", "export, offshore",
       Data::List{"export", "offshore"}},
      {TextList{}, "", "", Data::List{}},
  };
  return kRows;
}

}  // namespace

TEST_CASE("cells for people and for programs") {
  for (const auto& row : rows()) {
    CAPTURE(row.english);
    CHECK(cell_text(row.cell, Language::en) == row.english);
    CHECK(cell_text(row.cell, Language::de) == row.german);
    CHECK(cell_data(row.cell) == row.data);
  }
}

TEST_CASE("words have to be escaped, values not") {
  for (const Cell& cell : {Cell{Text{}}, Cell{Term{}}, Cell{Flag{}}, Cell{TextList{}}})
    CHECK(holds_words(cell));
  for (const Cell& cell : {Cell{Unknown{}}, Cell{Count{}}, Cell{Number{}}, Cell{Score{}}, Cell{Points{}},
                           Cell{Money{}}, Cell{Percent{}}, Cell{Date{}}})
    CHECK_FALSE(holds_words(cell));
}
