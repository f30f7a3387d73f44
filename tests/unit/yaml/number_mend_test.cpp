#include "kam/yaml/number_mend.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kam;

TEST_CASE("a number written in another way is told how to be written here") {
  struct {
    std::string text;
    std::string hint;
  } const table[] = {
      {"0x1F", "Write 31 in decimal digits."},
      {"0XfF", "Write 255 in decimal digits."},
      {"0o17", "Write 15 in decimal digits."},
      {"0O7", "Write 7 in decimal digits."},
      {"0b101", "Write 5 in decimal digits."},
      {"0B1", "Write 1 in decimal digits."},
      {"1e3", "Write 1000 without the exponent."},
      {"1.5E3", "Write 1500 without the exponent."},
      {"-2e-1", "Write -0.2 without the exponent."},
      {"1e15", "Write 1000000000000000 without the exponent."},
      {"$5", "Write 5 without the unit."},
      {"+5", "Write 5 without the plus sign."},
      {"+0.25", "Write 0.25 without the plus sign."},
      {"010", "Write 10 without the leading zero."},
      {"-007", "Write -7 without the leading zero."},
      {"00", "Write 0 without the leading zero."},
      {"00.5", "Write 0.5 without the leading zero."},
      {".5", "Write 0.5 with the zero before the point."},
      {"5.", "Write 5 without the point at its end."},
      {"1,5", "Write 1.5 with a decimal point."},
      {"-0,25", "Write -0.25 with a decimal point."},
      {"1240,5678", "Write 1240.5678 with a decimal point."},
      {"0,125", "Write 0.125 with a decimal point."},
      {"1,500", "Write 1500 without grouping, or 1.500 with a decimal point."},
      {"1_000", "Write 1000 without grouping."},
      {"1.240.000", "Write 1240000 without grouping."},
      {"1,240,000", "Write 1240000 without grouping."},
      {"-1.240.000", "Write -1240000 without grouping."},
      {"1.240.000,50", "Write 1240000.50 without grouping."},
      {"1,240,000.5", "Write 1240000.5 without grouping."},
      {"1.240,5", "Write 1240.5 without grouping."},
      {"1 240 000", "Write 1240000 without grouping."},
      {"1 240 000,5", "Write 1240000.5 without grouping."},
      {"1'240'000.50", "Write 1240000.50 without grouping."},
      {"1’240’000", "Write 1240000 without grouping."},
      {"1\u00A0240\u00A0000", "Write 1240000 without grouping."},
      {"1\u202F240\u202F000", "Write 1240000 without grouping."},
      {"1\u2009240", "Write 1240 without grouping."},
      {"5 %", "Write 5 without the unit."},
      {"2.5%", "Write 2.5 without the unit."},
      {"1240000 EUR", "Write 1240000 without the unit."},
      {"€ -12", "Write -12 without the unit."},
      {"1.240.000 EUR", "Write 1240000 without grouping."},
      {"1.500 EUR", "Write 1500 or 1.500, whichever is meant, without the unit."},
      {"0.125 kg", "Write 0.125 without the unit."},
  };
  for (const auto& row : table) {
    CAPTURE(row.text);
    CHECK(number_mend(row.text) == row.hint);
  }
}

TEST_CASE("nothing is guessed where nothing can be told") {
  for (const std::string text : {"no",
                                 "yes",
                                 "true",
                                 "off",
                                 "12:30",
                                 "12:30:15",
                                 ".nan",
                                 ".inf",
                                 "-.inf",
                                 "abc",
                                 "",
                                 "-",
                                 "+",
                                 ".",
                                 ",",
                                 "0x",
                                 "0xZZ",
                                 "0b2",
                                 "0xFFFFFFFFFFFFFFFFF",
                                 "1.2.3",
                                 "1,2,3",
                                 "1_00",
                                 "1 24",
                                 "1e999",
                                 "1e300",
                                 "1e16",
                                 "5kg",
                                 "EUR5",
                                 "e3",
                                 "1e",
                                 "++5",
                                 "+no",
                                 "1..5",
                                 "Q3 2025",
                                 "2026-01-31",
                                 "1.240,000.5",
                                 "12,40,000",
                                 "09:5"}) {
    CAPTURE(text);
    CHECK(number_mend(text).empty());
  }
}

TEST_CASE("a number that a flow map's comma splits is told how to be written") {
  const auto mend = [](std::string_view text, char key) { return split_number_mend(text, text.find(key)); };
  CHECK(mend("{revenue: 1,5}", '5') == "Write 1.5 with a decimal point.");
  CHECK(mend("{revenue: 1,5, profit: 2}", '5') == "Write 1.5 with a decimal point.");
  CHECK(mend("{revenue: 1.240,75}", '7') == "Write 1240.75 without grouping.");
  CHECK(mend("[1,2", '2') == "Write 1.2 with a decimal point.");
  CHECK(mend("{a: 1, 5}", '5').empty());
  CHECK(mend("{a: x,5}", '5').empty());
  CHECK(mend("{a: 1,x}", 'x').empty());
  CHECK(mend(",5", '5').empty());
  CHECK(split_number_mend("1,", 2).empty());
}
