#include "exchange/amount.hpp"

#include <doctest/doctest.h>

using namespace kam;

namespace {

struct Case {
  const char* text;
  double value;
};

void check_all(AmountKind kind, std::initializer_list<Case> cases) {
  for (const Case& given : cases) {
    CAPTURE(given.text);
    const Amount amount = read_amount(given.text, DecimalMark::automatic);
    CHECK(amount.kind == kind);
    CHECK(amount.value == given.value);
  }
}

using Cells = std::vector<std::string>;

}  // namespace

TEST_CASE("amounts that are the same with either decimal mark") {
  check_all(AmountKind::plain, {{"0", 0},
                                {"101744", 101744},
                                {"1 234 567", 1234567},
                                {"12 345", 12345},
                                {"1\u00A0234", 1234},
                                {"1\u2009234", 1234},
                                {"1\u202F234", 1234},
                                {"1'234'567", 1234567},
                                {"1\u2019234", 1234},
                                {" 5\u00A0", 5}});
}

TEST_CASE("amounts that can be read in one way only") {
  check_all(AmountKind::point, {{"101744.50", 101744.5},
                                {"1,234,567.89", 1234567.89},
                                {"1,234,567", 1234567},
                                {"1234.567", 1234.567},
                                {"0.125", 0.125},
                                {"1'234.5", 1234.5},
                                {"1 234.567", 1234.567},
                                {"1,234.567", 1234.567},
                                {"123,456.7", 123456.7},
                                {"0.5", 0.5}});
  check_all(AmountKind::comma, {{"101744,50", 101744.5},
                                {"1.234.567,89", 1234567.89},
                                {"1.234.567", 1234567},
                                {"1234,567", 1234.567},
                                {"0,125", 0.125},
                                {"1 234,5", 1234.5},
                                {"12,5", 12.5}});
}

TEST_CASE("one mark before three digits has two meanings") {
  check_all(AmountKind::ambiguous, {{"1.234", 0}, {"1,234", 0}, {"123.456", 0}, {"-12,000 EUR", 0}});
  CHECK(read_amount("1.234", DecimalMark::comma).value == 1234);
  CHECK(read_amount("1.234", DecimalMark::point).value == 1.234);
  CHECK(read_amount("1,234", DecimalMark::comma).value == 1.234);
  CHECK(read_amount("1,234", DecimalMark::point).value == 1234);
  CHECK(read_amount("1,234", DecimalMark::point).kind == AmountKind::point);
  CHECK(read_amount("1.000", DecimalMark::automatic).kind == AmountKind::ambiguous);
}

TEST_CASE("a mark that is asked for is held to") {
  CHECK(read_amount("12,5", DecimalMark::comma).value == 12.5);
  CHECK(read_amount("12,5", DecimalMark::point).kind == AmountKind::unreadable);
  CHECK(read_amount("12.5", DecimalMark::comma).kind == AmountKind::unreadable);
  CHECK(read_amount("12.5", DecimalMark::point).value == 12.5);
}

TEST_CASE("currencies and signs may stand around an amount") {
  check_all(AmountKind::comma, {{"€ 1.234,00", 1234},
                                {"€1.234,00", 1234},
                                {"1.234,50 €", 1234.5},
                                {"1.234,50\u00A0EUR", 1234.5},
                                {"12,5 Euro", 12.5},
                                {"-12,5 €", -12.5},
                                {"€ -12,5", -12.5},
                                {"- € 12,5", -12.5},
                                {"12,5-", -12.5},
                                {"12,5 - €", -12.5},
                                {"(12,5)", -12.5},
                                {"(€ 12,5)", -12.5},
                                {"( 12,5 ) €", -12.5},
                                {"\u221212,5", -12.5}});
  check_all(AmountKind::point,
            {{"$1,234.50", 1234.5}, {"£0.5", 0.5}, {"CHF 1'234.50", 1234.5}, {"¥ 1.5", 1.5}});
  check_all(AmountKind::plain, {{"5 USD", 5}, {"-7", -7}, {"SEK 1 234", 1234}, {"Fr. 20", 20}});
}

TEST_CASE("everything else is no amount") {
  for (const auto* text :
       {"",         "-",           "abc",     "5 %",    "5 Mio", "TEUR 5",    "1.234.56", "12.34.567",
        "1,23,456", "1.234,567.8", "1,2,3.4", "1..234", ".5",    ",5",        "5.",       "5,",
        "1e3",      "--5",         "-5-",     "((5))",  "€ 5 €", "1 234'567", "1 23",     "1234 567",
        " 234 5",   "007",         "0 123",   "(5",     "5)",    "1.234.",    "12 345 6", "1.2345.678",
        "1. 234",   "5 - 6",       "()",      "€",      "n/a",   "(555",      "555)",     ".500",
        ",500",     "(-5)",        "1,5,"}) {
    CAPTURE(text);
    CHECK(read_amount(text, DecimalMark::automatic).kind == AmountKind::unreadable);
  }
}

TEST_CASE("a column's mark is the one its cells agree on") {
  CHECK(find_decimal_mark(Cells{"1.234", "12,5"}) == DecimalMark::comma);
  CHECK(find_decimal_mark(Cells{"1.234.567,89", "1.234", ""}) == DecimalMark::comma);
  CHECK(find_decimal_mark(Cells{"7", "x", "1,234", "0.5"}) == DecimalMark::point);
  CHECK(find_decimal_mark(Cells{"1.234", "5", "", "x"}) == DecimalMark::automatic);
  CHECK(find_decimal_mark(Cells{"1.234", "12,5", "12.5"}) == DecimalMark::automatic);
  CHECK(find_decimal_mark(Cells{}) == DecimalMark::automatic);
}
