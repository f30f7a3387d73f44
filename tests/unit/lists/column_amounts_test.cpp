#include "lists/columns/columns.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "lists/columns/headings.hpp"

using namespace kam;

namespace {

using Header = std::vector<std::string>;

// The uses in short: `0 name, 2 revenue.2025`.
std::string show_columns(const Header& header, const ImportOptions& options = {}) {
  std::string text;
  const FoundColumns found = find_columns(header, options);
  CHECK(found.questions.empty());
  for (const ColumnUse& use : found.uses) {
    if (!text.empty()) text += ", ";
    text += fmt::format("{} {}", use.column, use.field);
    if (use.year) text += fmt::format(".{}", *use.year);
  }
  return text;
}

// The message and the hint of the usage error or of the first question, one a line.
std::string show_error(const Header& header, const ImportOptions& options = {}) {
  try {
    const FoundColumns found = find_columns(header, options);
    if (!found.questions.empty()) return found.questions[0].message + "\n" + found.questions[0].hint;
  } catch (const UsageError& error) {
    return std::string(error.what()) + "\n" + error.hint();
  }
  return "no error";
}

ImportOptions map(std::vector<std::pair<std::string, std::string>> mapping) {
  ImportOptions options;
  options.map = std::move(mapping);
  return options;
}

}  // namespace

TEST_CASE("a column in another currency is left, whatever its unit") {
  struct Case {
    const char* header;
    const char* currency;
    const char* expected;
  };
  for (const Case& given : std::vector<Case>{{"Umsatz 2025 (EUR)", "EUR", "0 name, 1 revenue.2025"},
                                             {"Umsatz 2025 €", "EUR", "0 name, 1 revenue.2025"},
                                             {"Umsatz 2025 (T€)", "EUR", "0 name, 1 revenue.2025"},
                                             {"Umsatz 2025 (USD)", "EUR", "0 name"},
                                             {"Umsatz 2025 in $", "EUR", "0 name"},
                                             {"Umsatz 2025 (TUSD)", "EUR", "0 name"},
                                             {"Revenue 2025 ($k)", "EUR", "0 name"},
                                             {"Revenue 2025 (MSEK)", "EUR", "0 name"},
                                             {"Revenue 2025 (EUR/USD)", "EUR", "0 name"},
                                             {"DB 2025 CHF", "EUR", "0 name"},
                                             {"2025 (USD)", "EUR", "0 name"},
                                             {"Revenue 2025 (MSEK)", "SEK", "0 name, 1 revenue.2025"},
                                             {"Revenue 2025 (Tkr)", "SEK", "0 name, 1 revenue.2025"},
                                             {"Revenue 2025 ($)", "CAD", "0 name, 1 revenue.2025"},
                                             {"Revenue 2025 (US$)", "CAD", "0 name"},
                                             {"Revenue 2025 (THB)", "THB", "0 name, 1 revenue.2025"},
                                             {"Umsatz 2025 (EUR)", "CHF", "0 name"}}) {
    CAPTURE(given.header);
    CAPTURE(given.currency);
    ImportOptions options;
    options.currency = given.currency;
    CHECK(show_columns({"Name", given.header}, options) == given.expected);
    const bool is_left = given.expected == std::string_view("0 name");
    CHECK((find_columns({"Name", given.header}, options).left[1].why == WhyUnused::other_currency) ==
          is_left);
  }
  CHECK(show_columns({"Name", "Umsatz 2025 (USD)", "Umsatz 2025 (EUR)"}) == "0 name, 2 revenue.2025");
  CHECK(show_error({"Name", "Turnover (USD)"}, map({{"revenue.2025", "Turnover (USD)"}})) ==
        "the column \"Turnover (USD)\" is in another currency than the portfolio's EUR\n"
        "Convert its amounts and name EUR in its header.");
}

TEST_CASE("a header that --map names says its unit, too") {
  const Header header{"Name", "Turnover (T€)", "2024 (Mio. EUR)", "Branche in T€"};
  const auto found = find_columns(header, map({{"revenue.2025", "Turnover (T€)"},
                                               {"revenue", "2024 (Mio. EUR)"},
                                               {"industry", "Branche in T€"}}));
  REQUIRE(found.uses.size() == 4);
  CHECK(found.uses[1].unit == AmountUnit::thousand);
  CHECK(found.uses[2].unit == AmountUnit::million);
  CHECK(found.uses[2].year == 2024);
  CHECK(found.uses[3].unit == AmountUnit::one);
}

TEST_CASE("a header that is only a year may be a figure's") {
  for (const auto* header : {"2024", "FY2024", "GJ 2024", "2024 (T€)", "2024 EUR", "Tsd. EUR 2024"}) {
    CAPTURE(header);
    const auto found = find_columns({"Name", header}, {});
    CHECK(found.uses.size() == 1);
    CHECK(found.left[1].why == WhyUnused::bare_year);
    CHECK(found.left[1].year == 2024);
  }
  for (const auto* header : {"1899", "2024/25", "Jahr 2024", "20244", "24"}) {
    CAPTURE(header);
    CHECK(find_columns({"Name", header}, {}).left[1].why == WhyUnused::unknown);
  }
  CHECK(find_columns({"Name", "2024 %"}, {}).left[1].why == WhyUnused::not_money);
  CHECK(show_columns({"Name", "2024"}, map({{"revenue.2024", "2024"}})) == "0 name, 1 revenue.2024");
}

TEST_CASE("a question says which option answers it, and which columns are disputed") {
  const auto found = find_columns({"Name", "Kunde", "Firma", "Umsatz"}, {});
  REQUIRE(found.questions.size() == 3);
  CHECK(found.questions[0].option == "--map");
  CHECK(found.questions[0].value == "name=Name");
  CHECK(found.questions[2].option == "--year");
  CHECK(found.questions[2].value.empty());
  REQUIRE(found.disputed.size() == 3);
  for (std::size_t i = 0; i < 3; ++i) CHECK(found.disputed[i].column == i);
  const auto nameless = find_columns({"Ort"}, {});
  CHECK(nameless.questions.at(0).value == "name=");
  CHECK(nameless.disputed.empty());
}
