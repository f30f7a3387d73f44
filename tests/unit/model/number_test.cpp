#include "kam/model/number.hpp"

#include <cmath>

#include <doctest/doctest.h>

using namespace kam;

TEST_CASE("one way to write a number") {
  CHECK(parse_plain_number("0") == 0.0);
  CHECK(parse_plain_number("-12") == -12.0);
  CHECK(parse_plain_number("0.5") == 0.5);
  CHECK(parse_plain_number("1240000") == 1240000.0);
  for (const auto* text :
       {"",     "-",  "010", "0x1F", "1_000", "1.240.000", "1,5", "12:30", "nan", ".nan", "inf",
        ".inf", "+5", ".5",  "5.",   "1e3",   " 5",        "5 ",  "no",    "--5", "٣",    "1e999"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_plain_number(text).has_value());
  }
  CHECK_FALSE(parse_plain_number(std::string(400, '9')).has_value());
}

TEST_CASE("the shortest number that reads back, never with an exponent") {
  CHECK(format_plain_number(0.1) == "0.1");
  CHECK(format_plain_number(-0.0) == "0");
  CHECK(format_plain_number(1e21) == "1000000000000000000000");
  CHECK(format_plain_number(3) == "3");
  for (const double value : {1.0 / 3, 1e-7, 123456789.123, -2.5})
    CHECK(parse_plain_number(format_plain_number(value)) == value);
}

TEST_CASE("numbers round half away from zero") {
  CHECK(round_half_away(62.5, 0) == 63);
  CHECK(round_half_away(-62.5, 0) == -63);
  CHECK(round_half_away(0.285, 2) == 0.29);
  CHECK(round_half_away(2.675, 2) == 2.68);
  CHECK(round_half_away(62.4999, 0) == 62);
  CHECK_FALSE(std::signbit(round_half_away(-0.2, 0)));
}

TEST_CASE("a score reaches a threshold that it equals but for rounding noise") {
  CHECK(reaches(59.9999999999, 60));
  CHECK(reaches(60, 60));
  CHECK_FALSE(reaches(59.99, 60));
  CHECK(nearly_equal(0.1 + 0.2, 0.3));
  CHECK_FALSE(nearly_equal(1, 1 + 1e-8));
}

TEST_CASE("a number with three decimals may have been meant as thousands") {
  CHECK(grouped_reading("40.000") == 40000);
  CHECK(grouped_reading("1.240") == 1240);
  CHECK(grouped_reading("-812.400") == -812400);
  for (const auto* const text :
       {"40.00", "40.0000", "40000", "1240.000", "0.285", "-0.285", "1.240.000", "x.240", ""}) {
    CAPTURE(text);
    CHECK_FALSE(grouped_reading(text));
  }
}
