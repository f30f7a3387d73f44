#include "kam/text/format.hpp"

#include <array>
#include <string_view>

#include <doctest/doctest.h>

using namespace kam;

TEST_CASE("numbers, grouped, with all their decimals") {
  struct Row {
    double value;
    int decimals;
    std::string_view en;
    std::string_view de;
  };
  for (const auto& row : std::array{
           Row{0, 0, "0", "0"},
           Row{0, 2, "0.00", "0,00"},
           Row{7, 0, "7", "7"},
           Row{999, 0, "999", "999"},
           Row{1000, 0, "1,000", "1.000"},
           Row{1240000, 0, "1,240,000", "1.240.000"},
           Row{1240000.5, 1, "1,240,000.5", "1.240.000,5"},
           Row{10005534, 0, "10,005,534", "10.005.534"},
           Row{-5, 0, "-5", "-5"},
           Row{-123, 0, "-123", "-123"},
           Row{-1234.5, 1, "-1,234.5", "-1.234,5"},
           Row{62.5, 0, "63", "63"},
           Row{-62.5, 0, "-63", "-63"},
           Row{-0.4, 0, "0", "0"},
           Row{0.285, 2, "0.29", "0,29"},
           Row{999.95, 1, "1,000.0", "1.000,0"},
           Row{3.5, 3, "3.500", "3,500"},
           Row{1e15, 0, "1,000,000,000,000,000", "1.000.000.000.000.000"},
       }) {
    CHECK(format_number(row.value, row.decimals, Language::en) == row.en);
    CHECK(format_number(row.value, row.decimals, Language::de) == row.de);
  }
}

TEST_CASE("numbers without trailing zeros") {
  struct Row {
    double value;
    int max_decimals;
    std::string_view en;
    std::string_view de;
  };
  for (const auto& row : std::array{
           Row{3.5, 2, "3.5", "3,5"},
           Row{4, 2, "4", "4"},
           Row{3.456, 2, "3.46", "3,46"},
           Row{3.404, 2, "3.4", "3,4"},
           Row{3.06, 2, "3.06", "3,06"},
           Row{100, 0, "100", "100"},
           Row{100, 2, "100", "100"},
           Row{1000, 1, "1,000", "1.000"},
           Row{-0.001, 2, "0", "0"},
           Row{-2.50, 2, "-2.5", "-2,5"},
       }) {
    CHECK(format_trimmed(row.value, row.max_decimals, Language::en) == row.en);
    CHECK(format_trimmed(row.value, row.max_decimals, Language::de) == row.de);
  }
}

TEST_CASE("money for sentences") {
  struct Row {
    double value;
    std::string_view en;
    std::string_view de;
  };
  for (const auto& row : std::array{
           Row{0, "EUR 0", "0 EUR"},
           Row{310000, "EUR 310,000", "310.000 EUR"},
           Row{999999, "EUR 999,999", "999.999 EUR"},
           Row{999999.4, "EUR 999,999", "999.999 EUR"},
           Row{999999.5, "EUR 1 million", "1 Mio. EUR"},
           Row{1000000, "EUR 1 million", "1 Mio. EUR"},
           Row{3080000, "EUR 3.1 million", "3,1 Mio. EUR"},
           Row{-3080000, "EUR -3.1 million", "-3,1 Mio. EUR"},
           Row{-310000, "EUR -310,000", "-310.000 EUR"},
           Row{10005534, "EUR 10 million", "10 Mio. EUR"},
           Row{999949999, "EUR 999.9 million", "999,9 Mio. EUR"},
           Row{999950000, "EUR 1 billion", "1 Mrd. EUR"},
           Row{1000000000, "EUR 1 billion", "1 Mrd. EUR"},
           Row{-2340000000, "EUR -2.3 billion", "-2,3 Mrd. EUR"},
           Row{1234500000000, "EUR 1,234.5 billion", "1.234,5 Mrd. EUR"},
       }) {
    CHECK(format_money(row.value, "EUR", Language::en) == row.en);
    CHECK(format_money(row.value, "EUR", Language::de) == row.de);
  }
  CHECK(format_money(1500000, "CHF", Language::de) == "1,5 Mio. CHF");
  CHECK(format_money(1500, "", Language::de) == "1.500");
  CHECK(format_money(1500, "", Language::en) == "1,500");
}

TEST_CASE("dates") {
  using namespace std::chrono;
  struct Row {
    Date date;
    std::string_view en;
    std::string_view de;
  };
  for (const auto& row : std::array{
           Row{2026y / November / 24, "24 Nov 2026", "24.11.2026"},
           Row{2026y / January / 4, "4 Jan 2026", "04.01.2026"},
           Row{2024y / February / 29, "29 Feb 2024", "29.02.2024"},
           Row{2026y / March / 31, "31 Mar 2026", "31.03.2026"},
           Row{2026y / April / 30, "30 Apr 2026", "30.04.2026"},
           Row{2026y / May / 1, "1 May 2026", "01.05.2026"},
           Row{2026y / June / 2, "2 Jun 2026", "02.06.2026"},
           Row{2026y / July / 3, "3 Jul 2026", "03.07.2026"},
           Row{2026y / August / 9, "9 Aug 2026", "09.08.2026"},
           Row{2026y / September / 10, "10 Sep 2026", "10.09.2026"},
           Row{2026y / October / 11, "11 Oct 2026", "11.10.2026"},
           Row{1999y / December / 31, "31 Dec 1999", "31.12.1999"},
           Row{987y / December / 31, "31 Dec 0987", "31.12.0987"},
       }) {
    CHECK(format_date(row.date, Language::en) == row.en);
    CHECK(format_date(row.date, Language::de) == row.de);
  }
}

TEST_CASE("percentages") {
  CHECK(format_percent(40, 0, Language::en) == "40%");
  CHECK(format_percent(40, 0, Language::de) == "40\u00A0%");
  CHECK(format_percent(-2.25, 1, Language::en) == "-2.3%");
  CHECK(format_percent(-2.25, 1, Language::de) == "-2,3\u00A0%");
  CHECK(format_percent(1234.5, 1, Language::de) == "1.234,5\u00A0%");
}
