#include "kam/model/date.hpp"

#include <doctest/doctest.h>

using namespace kam;
using namespace std::chrono_literals;

TEST_CASE("a date is ten characters of ISO 8601 on a day the calendar has") {
  CHECK(parse_date("2026-03-31") == Date{2026y, std::chrono::March, 31d});
  CHECK(parse_date("2024-02-29").has_value());
  for (const auto* text : {"2026-02-30", "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "26-01-01",
                           "2026-01-01 ", "2026/01/01", "", "02026-1-1", "2026-01-0x", "-026-01-01"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("a date is written as it is read") {
  CHECK(format_iso_date(Date{2026y, std::chrono::March, 1d}) == "2026-03-01");
  CHECK(format_iso_date(Date{987y, std::chrono::December, 31d}) == "0987-12-31");
}

TEST_CASE("days between two dates cross leap days and go backwards") {
  CHECK(days_between(*parse_date("2024-02-28"), *parse_date("2024-03-01")) == 2);
  CHECK(days_between(*parse_date("2026-01-01"), *parse_date("2025-01-01")) == -365);
}
