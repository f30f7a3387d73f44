#include "lists/cells/amount.hpp"

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
                                {"1\u2007234\u2007567", 1234567},
                                {"1\u2003234", 1234},
                                {"1\u3000234", 1234},
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

TEST_CASE("a dash may stand for no decimals") {
  check_all(AmountKind::comma,
            {{"1.234,-", 1234}, {"1.234,-- €", 1234}, {"€ 5,–", 5}, {"-5,-", -5}, {"12 345,—", 12345}});
  check_all(AmountKind::point, {{"1'234.-", 1234}, {"Fr. 20.--", 20}, {"CHF 1,234.-", 1234}});
  for (const auto* text : {",-", "-,-", "1,-5", "1,---", "1.23,-"}) {
    CAPTURE(text);
    CHECK(read_amount(text, DecimalMark::automatic).kind == AmountKind::unreadable);
  }
}

TEST_CASE("everything else is no amount") {
  for (const auto* text :
       {"",        "-",      "abc",   "5 %",       "1.234.56", "12.34.567",  "1,23,456", "1.234,567.8",
        "1,2,3.4", "1..234", ".5",    ",5",        "5.",       "5,",         "1e3",      "--5",
        "-5-",     "((5))",  "€ 5 €", "1 234'567", "1 23",     "1234 567",   " 234 5",   "007",
        "0 123",   "(5",     "5)",    "1.234.",    "12 345 6", "1.2345.678", "1. 234",   "5 - 6",
        "()",      "€",      "n/a",   "(555",      "555)",     ".500",       ",500",     "(-5)",
        "1,5,"}) {
    CAPTURE(text);
    CHECK(read_amount(text, DecimalMark::automatic).kind == AmountKind::unreadable);
  }
}

TEST_CASE("amounts in thousands and millions are multiplied in decimal") {
  struct Row {
    const char* text;
    AmountUnit unit;
    double value;
  };
  for (const Row& given : std::vector<Row>{{"1.234,5", AmountUnit::thousand, 1234500},
                                           {"1.234,5 T€", AmountUnit::thousand, 1234500},
                                           {"T€ 1.234,5", AmountUnit::thousand, 1234500},
                                           {"812,4", AmountUnit::thousand, 812400},
                                           {"0,001", AmountUnit::thousand, 1},
                                           {"0,0005 TEUR", AmountUnit::thousand, 0.5},
                                           {"-4,35 Tsd. EUR", AmountUnit::thousand, -4350},
                                           {"(4,35 T€)", AmountUnit::thousand, -4350},
                                           {"4,35- k", AmountUnit::thousand, -4350},
                                           {"\u22124,35 T€", AmountUnit::thousand, -4350},
                                           {"12.5k", AmountUnit::thousand, 12500},
                                           {"12,5 k€", AmountUnit::thousand, 12500},
                                           {"0", AmountUnit::thousand, 0},
                                           {"1,1", AmountUnit::million, 1100000},
                                           {"2,2 Mio. EUR", AmountUnit::million, 2200000},
                                           {"2.345.678,9", AmountUnit::million, 2345678900000},
                                           {"€ 5.1 million", AmountUnit::million, 5100000},
                                           {"5,1 € Mio.", AmountUnit::million, 5100000},
                                           {"0,29", AmountUnit::million, 290000}}) {
    CAPTURE(given.text);
    const Amount amount = read_amount(given.text, DecimalMark::automatic, given.unit);
    CHECK(amount.value == given.value);
  }
  CHECK(read_amount("1.234", DecimalMark::automatic, AmountUnit::thousand).kind == AmountKind::ambiguous);
  CHECK(read_amount("1.234", DecimalMark::comma, AmountUnit::thousand).value == 1234000);
  CHECK(read_amount("1.234", DecimalMark::point, AmountUnit::thousand).value == 1234);
  CHECK(find_decimal_mark(Cells{"1.234 T€", "12,5 T€"}) == DecimalMark::comma);
}

TEST_CASE("a currency without the header's unit contradicts the header") {
  for (const auto* text : {"100 €", "€ 5.1", "100 EUR", "-5 Euro", "(1,234.50 $)", "1.234 €", "100,- €"}) {
    CAPTURE(text);
    CHECK(read_amount(text, DecimalMark::automatic, AmountUnit::thousand).kind == AmountKind::whole_currency);
    CHECK(read_amount(text, DecimalMark::automatic, AmountUnit::million).kind == AmountKind::whole_currency);
    CHECK(read_amount(text, DecimalMark::automatic).kind != AmountKind::whole_currency);
  }
  CHECK(read_amount("100", DecimalMark::automatic, AmountUnit::thousand).value == 100000);
  CHECK(read_amount("100 TEUR", DecimalMark::automatic, AmountUnit::thousand).value == 100000);
}

TEST_CASE("an amount in another currency is none") {
  struct Row {
    const char* text;
    const char* currency;
    bool is_own;
  };
  for (const Row& given :
       std::vector<Row>{{"5 €", "EUR", true},     {"5 EUR", "EUR", true},      {"Euro 5", "EUR", true},
                        {"5", "EUR", true},       {"5 $", "EUR", false},       {"USD 5", "EUR", false},
                        {"-5 CHF", "EUR", false}, {"Fr. 20.--", "EUR", false}, {"£5", "EUR", false},
                        {"(5 ¥)", "EUR", false},  {"5 kr", "EUR", false},      {"5 THB", "EUR", false},
                        {"5 THB", "THB", true},   {"$5", "USD", true},         {"US$ 5", "USD", true},
                        {"$5", "CAD", true},      {"US$ 5", "CAD", false},     {"C$ 5", "USD", false},
                        {"5 kr", "SEK", true},    {"5 kr.", "DKK", true},      {"¥5", "CNY", true},
                        {"Fr. 5", "CHF", true},   {"5 zł", "PLN", true},       {"5 €", "CHF", false}}) {
    CAPTURE(given.text);
    CAPTURE(given.currency);
    const Amount amount = read_amount(given.text, DecimalMark::automatic, AmountUnit::one, given.currency);
    CHECK(amount.kind == (given.is_own ? AmountKind::plain : AmountKind::other_currency));
  }
  CHECK(read_amount("5 TUSD", DecimalMark::automatic, AmountUnit::thousand, "EUR").kind ==
        AmountKind::other_currency);
  CHECK(read_amount("5 TUSD", DecimalMark::automatic, AmountUnit::thousand, "USD").value == 5000);
  CHECK(read_amount("5 k$", DecimalMark::automatic, AmountUnit::one, "EUR").kind ==
        AmountKind::other_currency);
}

TEST_CASE("a unit that the header does not say is refused, not multiplied and not dropped") {
  for (const auto* text :
       {"5 Mio", "5 Mio. EUR", "TEUR 5", "5 T€", "5k", "12,5 k€", "-3 Tsd. EUR", "1,5 MEUR"}) {
    CAPTURE(text);
    CHECK(read_amount(text, DecimalMark::automatic).kind == AmountKind::other_unit);
  }
  CHECK(read_amount("5 Mio", DecimalMark::automatic, AmountUnit::thousand).kind == AmountKind::other_unit);
  CHECK(read_amount("5 T€", DecimalMark::automatic, AmountUnit::million).kind == AmountKind::other_unit);
  CHECK(read_amount("5 Stück", DecimalMark::automatic, AmountUnit::thousand).kind == AmountKind::unreadable);
  CHECK(read_amount("5 m", DecimalMark::automatic, AmountUnit::million).kind == AmountKind::unreadable);
  CHECK(read_amount("eine Mio", DecimalMark::automatic, AmountUnit::million).kind == AmountKind::unreadable);
}

TEST_CASE("a column's mark is the one its cells agree on") {
  CHECK(find_decimal_mark(Cells{"1.234", "12,5"}) == DecimalMark::comma);
  CHECK(find_decimal_mark(Cells{"1.234.567,89", "1.234", ""}) == DecimalMark::comma);
  CHECK(find_decimal_mark(Cells{"7", "x", "1,234", "0.5"}) == DecimalMark::point);
  CHECK(find_decimal_mark(Cells{"1.234", "5", "", "x"}) == DecimalMark::automatic);
  CHECK(find_decimal_mark(Cells{"1.234", "12,5", "12.5"}) == DecimalMark::automatic);
  CHECK(find_decimal_mark(Cells{}) == DecimalMark::automatic);
}
