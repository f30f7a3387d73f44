#include "cli/options.hpp"

#include <doctest/doctest.h>

#include <CLI/CLI.hpp>
#include <functional>

#include "cli/arguments.hpp"
#include "cli/output.hpp"
#include "kam/model/error.hpp"

using namespace kam;
using namespace kam::cli;

namespace {

// `message | hint` of the UsageError that `act` throws; `nothing` where it throws none.
std::string fault_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const UsageError& error) {
    return std::string(error.what()) + " | " + error.hint();
  }
  return "nothing";
}

}  // namespace

TEST_CASE("a choice is found by its exact word") {
  CHECK(parse_choice("one", {"one", "two"}, "--n") == 0);
  CHECK(parse_choice("two", {"one", "two"}, "--n") == 1);
  CHECK(parse_choice<Status>("key_account", "--status") == Status::key_account);
  CHECK(parse_choice<Language>("de", "--lang") == Language::de);
}

TEST_CASE("a mistyped choice names the nearest, any other all of them") {
  CHECK(fault_of([] {
          parse_choice("tow", {"one", "two"}, "--n");
        }) == "--n cannot be `tow` | Did you mean `two`?");
  CHECK(fault_of([] { parse_choice<Status>("key_acount", "--status"); }) ==
        "--status cannot be `key_acount` | Did you mean `key_account`?");
  CHECK(fault_of([] { parse_choice<Language>("fr", "--lang"); }) ==
        "--lang cannot be `fr` | It is one of: en, de.");
  CHECK(fault_of([] { parse_choice<Language>("", "--lang"); }) ==
        "--lang cannot be `` | It is one of: en, de.");
  CHECK(fault_of([] { parse_choice<Language>("DE", "--lang"); }) ==
        "--lang cannot be `DE` | It is one of: en, de.");
}

TEST_CASE("a day is one of the calendar") {
  CHECK(format_iso_date(parse_day("2026-03-31", "--date")) == "2026-03-31");
  for (const std::string text : {"2026-02-30", "31.03.2026", "2026-3-31", "", "today"})
    CHECK(fault_of([&] { parse_day(text, "--date"); }) ==
          "--date cannot be `" + text +
              "`, which is no day of the calendar | Write a date as in 2026-03-31.");
}

TEST_CASE("an amount is a plain number") {
  CHECK(parse_amount("1240000", "--revenue") == 1240000);
  CHECK(parse_amount("-0.5", "--revenue") == -0.5);
  for (const std::string text : {"1.240.000", "1,5", "1e3", "", "12 EUR", "nan"})
    CHECK(fault_of([&] { parse_amount(text, "--revenue"); }) ==
          "--revenue cannot be `" + text +
              "`, which is no plain number | Write it without grouping and with a decimal point, as in "
              "1240000 or 0.5.");
}

TEST_CASE("a rating lies on the scale, both its ends included") {
  CHECK(parse_rating("0", 5, "--rate") == 0);
  CHECK(parse_rating("5", 5, "--rate") == 5);
  CHECK(parse_rating("3.5", 4, "--rate") == 3.5);
  CHECK(fault_of([] { parse_rating("5.1", 5, "--rate"); }) ==
        "--rate: rating 5.1 is above the scale's 5 | Ratings run from 0 to 5 (scale in kam.yaml).");
  CHECK(fault_of([] { parse_rating("-1", 7.5, "--rate"); }) ==
        "--rate: rating -1 is below the scale's 0 | Ratings run from 0 to 7.5 (scale in kam.yaml).");
  CHECK(fault_of([] { parse_rating("x", 5, "--rate"); }).starts_with("--rate cannot be `x`, which is no"));
}

TEST_CASE("a pair is split at its first equals sign, and both sides are given") {
  using Pair = std::pair<std::string, std::string>;
  CHECK(parse_pair("a=b", "--map", "F=C") == Pair{"a", "b"});
  CHECK(parse_pair("a=b=c", "--map", "F=C") == Pair{"a", "b=c"});
  for (const std::string text : {"a", "=b", "a=", "=", ""})
    CHECK(fault_of([&] { parse_pair(text, "--map", "FIELD=COLUMN"); }) ==
          "--map cannot be `" + text + "` | Write --map FIELD=COLUMN.");
}

TEST_CASE("a count is a whole number from 1") {
  CHECK(parse_count("1", "--top") == 1);
  CHECK(parse_count("10", "--top") == 10);
  for (const std::string text : {"0", "-1", "+1", "1.5", "many", "", " 1", "99999999999999999999"})
    CHECK(fault_of([&] { parse_count(text, "--top"); }) ==
          "--top cannot be `" + text + "` | Write a whole number from 1, as in --top 10.");
}

TEST_CASE("a year has four digits") {
  CHECK(parse_year("2026", "--year") == 2026);
  CHECK(parse_year("0900", "--year") == 900);
  for (const std::string text : {"26", "20266", "2O26", "-026", "+026", " 026", ""})
    CHECK(fault_of([&] { parse_year(text, "--year"); }) ==
          "--year: `" + text + "` is no year | Write a year with four digits, as in 2026.");
}

TEST_CASE("an amount may name its year") {
  const auto plain = parse_year_amount("1000", 2026, "--revenue");
  CHECK(plain.year == 2026);
  CHECK(plain.amount == 1000);
  const auto of_year = parse_year_amount("2025=12.5", 2026, "--revenue");
  CHECK(of_year.year == 2025);
  CHECK(of_year.amount == 12.5);
  CHECK(fault_of([] { parse_year_amount("25=1", 2026, "--revenue"); }) ==
        "--revenue: `25` is no year | Write a year with four digits, as in 2026.");
  CHECK(fault_of([] {
          parse_year_amount("2025=", 2026, "--revenue");
        }).starts_with("--revenue cannot be ``, which is no plain number"));
}

namespace {

Format chosen(FormatOption option, const std::string& given) {
  CLI::App app;
  Arguments arguments(app);
  option.add_to(arguments);
  app.parse(given);
  return option.chosen();
}

}  // namespace

TEST_CASE("a command takes the formats it has, and tells them") {
  CHECK(chosen({Format::text, Format::json}, "") == Format::text);
  CHECK(chosen({Format::text, Format::json}, "--format json") == Format::json);
  CHECK(chosen({Format::csv, Format::tsv}, "--format tsv") == Format::tsv);
  CHECK(chosen({Format::markdown}, "--format markdown") == Format::markdown);
  CHECK(fault_of([] {
          chosen({Format::text, Format::json}, "--format csv");
        }) == "--format cannot be `csv` | It is one of: text, json.");
  CHECK(fault_of([] {
          chosen({Format::text, Format::json}, "--format jason");
        }) == "--format cannot be `jason` | Did you mean `json`?");
  CLI::App app;
  FormatOption option{Format::text, Format::csv, Format::ics};
  Arguments arguments(app);
  option.add_to(arguments);
  CHECK(app.get_option("--format")->get_description() == "text, csv or ics");
  CHECK(list_alternatives({"text"}) == "text");
  CHECK(list_alternatives({"text", "json"}) == "text or json");
}

TEST_CASE("what a command prints becomes text for this terminal, Markdown, or what programs read") {
  const auto titled = [](std::size_t number) {
    Document document;
    document.title = number == 0 ? "Titel" : "Zweiter";
    return document;
  };
  Context context;
  const Printable printable{.document = titled, .data = [] { return Data(1); }};
  CHECK(print_as(Format::markdown, printable, context) == "# Titel\n");
  CHECK(print_as(Format::text, printable, context) == "Titel\n");
  CHECK(print_as(Format::json, printable, context) == "1\n");
  CHECK(print_as(Format::text, {.documents = 2, .document = titled}, context) == "Titel\n\nZweiter\n");
  context.terminal.color = Color::on;
  CHECK(print_as(Format::text, printable, context) == "\x1b[1mTitel\x1b[0m\n");
  CHECK(render_document(titled(0), context) == "\x1b[1mTitel\x1b[0m\n");
}
