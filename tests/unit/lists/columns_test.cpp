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

ImportOptions in_year(int year) {
  ImportOptions options;
  options.year = year;
  return options;
}

struct FieldHeaders {
  std::string_view field;
  Header headers;
};

}  // namespace

TEST_CASE("headers are recognised in both languages, without case and punctuation") {
  const std::vector<FieldHeaders> cases{
      {"name",
       {"Name", "NAME 1", "Account", "Account Name", "account_name", "Company", "Company name", "Customer",
        "Customer Name", "Client", "Client Name", "Organisation", "Organization", "Firma", "Firmenname",
        "Kunde", "Kundenname", "Unternehmen", "Unternehmensname"}},
      {"external_id",
       {"ID",          "External ID",   "external_id",  "Account ID",      "Account No.",  "Account Number",
        "Company ID",  "Customer ID",   "Customer No",  "Customer Number", "Client ID",    "Client Number",
        "Record ID",   "Kunden-ID",     "Kunden-Nr.",   "Kundennr",        "Kundennummer", "Debitor",
        "Debitor-Nr.", "Debitornummer", "Debitorennr.", "Debitorennummer"}},
      {"industry", {"Industry", "Sector", "Industry/Sector", "BRANCHE", "Wirtschaftszweig"}},
      {"manager",
       {"Manager", "Account Manager", "Key Account Manager", "Key-Account-Manager", "Key-Account-Managerin",
        "KAM", "Owner", "Account Owner", "Company owner", "Betreuer", "Betreuerin", "Kundenbetreuer",
        "Kundenbetreuerin", "Verantwortlicher", "Kundenverantwortlicher"}},
      {"status", {"Status", "Account Status", "Kundenstatus"}},
  };
  for (const FieldHeaders& given : cases) {
    for (const std::string& header : given.headers) {
      CAPTURE(header);
      CHECK(read_heading(header).field == given.field);
      CHECK(read_heading(header + " 2025").field.empty());
    }
  }
}

TEST_CASE("amounts are recognised with their year") {
  const std::vector<FieldHeaders> cases{
      {"revenue", {"Revenue 2025",         "revenue_2025",      "Revenue FY2025",    "FY2025 Revenue",
                   "Revenue FY 2025",      "Umsatz 2025",       "Umsätze 2025",      "2025 Umsatz",
                   "Umsatz GJ2025",        "Umsatz 2025 (EUR)", "Umsatz 2025 in €",  "Umsatz in Euro 2025",
                   "Sales 2025",           "Net sales 2025",    "Net Revenue 2025",  "Our revenue 2025",
                   "Revenue with us 2025", "Nettoumsatz 2025",  "Umsatz netto 2025", "Umsatz mit uns 2025",
                   "UMSATZ [USD] 2025",    "Umsatz CHF 2025",   "Revenue GBP 2025",  "Revenue £ 2025"}},
      {"contribution_margin",
       {"Contribution margin 2025", "contribution_margin_2025", "Contribution 2025", "Deckungsbeitrag 2025",
        "DB 2025"}},
  };
  for (const FieldHeaders& given : cases) {
    for (const std::string& header : given.headers) {
      CAPTURE(header);
      CHECK(read_heading(header).field == given.field);
      CHECK(read_heading(header).year == 2025);
    }
  }
  CHECK(read_heading("Umsatz 1999").year == 1999);
  CHECK(read_heading("Umsatz 2080").year == 2080);
  CHECK(read_heading("Umsatz").field == "revenue");
  CHECK_FALSE(read_heading("Umsatz").year.has_value());
}

TEST_CASE("what is not quite a field is none") {
  for (const auto* header : {"Annual Revenue",
                             "Annual Revenue 2025",
                             "Jahresumsatz",
                             "Jahresumsatz 2025",
                             "Ansprechpartner",
                             "Revenue 2024/2025",
                             "Umsatz 20255",
                             "Umsatz 25",
                             "Umsatz 2025 TEUR (Mio. EUR)",
                             "Umsatz T 2025",
                             "Umsatz 2025 (m)",
                             "Name (TEUR)",
                             "Revenue growth 2025",
                             "Billing Country",
                             "Employees",
                             "",
                             "2025",
                             "EUR",
                             "Name EUR",
                             "na",
                             "me",
                             "name name1",
                             "Revenue 1899",
                             "Umsatz 2100"}) {
    CAPTURE(header);
    CHECK(read_heading(header).field.empty());
  }
}

TEST_CASE("German short forms of the customer's number, and a year's revenue that is ours") {
  for (const auto* header : {"Kd.-Nr.", "KdNr", "Kdnr.", "Kd-Nr", "Kd. Nr.", "Kunden-Nr.", "Debitoren-Nr."})
    for (const ListKind list : {ListKind::accounts, ListKind::contacts}) {
      CAPTURE(header);
      CHECK(read_heading(header, list).field == "external_id");
    }
  for (const auto* header :
       {"Jahresumsatz mit uns 2025", "Annual revenue with us 2025", "Jahresumsatz mit uns 2025 (EUR)"}) {
    CAPTURE(header);
    CHECK(read_heading(header).field == "revenue");
    CHECK(read_heading(header).year == 2025);
  }
  CHECK(read_heading("Jahresumsatz 2025").unused == WhyUnused::own_turnover);
}

TEST_CASE("percentages, shares and counts are no money") {
  for (const auto* header :
       {"DB 2025 %", "DB 2025 (%)", "DB% 2025", "Umsatz 2025 %", "Revenue 2025 %", "DB 2025 Prozent",
        "Revenue percent 2025", "DB-Quote 2025", "Profit ratio", "Umsatzanteil 2025", "Anteil Umsatz 2025",
        "Share of revenue 2025", "Revenue share", "# Sales 2025", "Anzahl Umsätze", "Sales count 2025",
        "Umsatz 2025 (T€) %", "\u2030 DB"}) {
    CAPTURE(header);
    CHECK(read_heading(header).field.empty());
    CHECK(read_heading(header).unused == WhyUnused::not_money);
  }
  for (const auto* header : {"Account count", "Discount 2025", "Growth %", "Customer No."}) {
    CAPTURE(header);
    CHECK(read_heading(header).unused == WhyUnused::unknown);
  }
  CHECK(show_columns({"Name", "DB 2025", "DB 2025 %"}) == "0 name, 1 contribution_margin.2025");
}

TEST_CASE("years are four digits, alone or behind FY or GJ") {
  CHECK(parse_year("1900") == 1900);
  CHECK(parse_year("2099") == 2099);
  CHECK(parse_year("fy2025") == 2025);
  CHECK(parse_year("gj2025") == 2025);
  for (const auto* text :
       {"", "1899", "2100", "202", "20255", "2025a", "xx2025", "fy", "fy25", "-202", "02025"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_year(text).has_value());
  }
}

TEST_CASE("the columns of real lists") {
  CHECK(show_columns({"Account ID", "Account Name", "Industry", "Billing Country", "Employees",
                      "Revenue 2017"}) == "0 external_id, 1 name, 2 industry, 5 revenue.2017");
  CHECK(show_columns({"Kunde", "Umsatz 2024", "DB 2024", "Umsatz 2025", "DB 2025", "Betreuer", "Status"}) ==
        "0 name, 1 revenue.2024, 2 contribution_margin.2024, 3 revenue.2025, 4 contribution_margin.2025, 5 "
        "manager, "
        "6 status");
  CHECK(show_columns({"Company", "Umsatz", "Umsatz 2024"}, in_year(2025)) ==
        "0 name, 1 revenue.2025, 2 revenue.2024");
  CHECK(show_columns({"Company", "Annual Revenue"}) == "0 name");
}

TEST_CASE("a bare id yields to a clearer one") {
  CHECK(show_columns({"id", "name"}) == "0 external_id, 1 name");
  CHECK(show_columns({"ID", "name", "external_id"}) == "1 name, 2 external_id");
  CHECK(show_columns({"Name", "Kundennummer", "ID"}) == "0 name, 1 external_id");
}

TEST_CASE("--map decides, before the headers do") {
  const Header header{"Name", "Account Name", "Wer", "Zahl 2024", "Zahl", "Umsatz 2025"};
  CHECK(show_columns(header, map({{"name", "account name"}})) == "1 name, 5 revenue.2025");
  CHECK(show_columns(header, map({{"name", "Name"}, {"manager", " WER "}})) ==
        "0 name, 2 manager, 5 revenue.2025");
  CHECK(show_columns(header, map({{"name", "Name"}, {"revenue", "Zahl 2024"}})) ==
        "0 name, 3 revenue.2024, 5 revenue.2025");
  CHECK(show_columns(header, map({{"revenue.2025", "Zahl"}, {"name", "Name"}})) == "0 name, 4 revenue.2025");
  CHECK(show_columns(header, map({{"revenue 2023", "Zahl 2024"}, {"name", "Name"}})) ==
        "0 name, 3 revenue.2023, 5 revenue.2025");
  CHECK(show_columns(header, map({{"contribution_margin.2025", "Zahl"}, {"name", "Name"}})) ==
        "0 name, 4 contribution_margin.2025, 5 revenue.2025");
  CHECK(show_columns(header, map({{"industry", "Umsatz 2025"}, {"name", "Name"}})) == "0 name, 5 industry");
  ImportOptions options = map({{"revenue", "Zahl"}, {"name", "Name"}});
  options.year = 2022;
  CHECK(show_columns(header, options) == "0 name, 4 revenue.2022, 5 revenue.2025");
  CHECK(show_columns({"Name", "ID", "Nr"}, map({{"external_id", "Nr"}})) == "0 name, 2 external_id");
}

TEST_CASE("--map with an empty column leaves the field out") {
  const Header header{"Name", "Status", "Umsatz", "Umsatz 2024", "Umsatz 2025", "DB 2025"};
  CHECK(show_columns(header, map({{"status", ""}, {"revenue", ""}})) == "0 name, 5 contribution_margin.2025");
  ImportOptions options = map({{"revenue.2024", ""}});
  options.year = 2023;
  CHECK(show_columns(header, options) ==
        "0 name, 1 status, 2 revenue.2023, 4 revenue.2025, 5 contribution_margin.2025");
}

TEST_CASE("what --map names must be there") {
  const Header header{"Firma", "Zahl 2025", "Wer", "wer"};
  const std::string fields =
      "The fields are id, name, first_name, last_name, external_id, industry, manager, status, "
      "customer_since, tags, currency, revenue, "
      "contribution_margin, profit, purchasing_volume, revenue_plan.";
  CHECK(show_error(header, map({{"nmae", "Firma"}})) ==
        "--map knows no field \"nmae\"\nDid you mean \"name\"? " + fields);
  CHECK(show_error(header, map({{"xyzzy.2025", "Firma"}})) == "--map knows no field \"xyzzy\"\n" + fields);
  CHECK(show_error(header, map({{"revenue.20x5", "Firma"}})) ==
        "--map: \"revenue.20x5\" names no year\nWrite it as revenue.2025.");
  CHECK(show_error(header, map({{"contribution_margin ", "Firma"}})) ==
        "--map: \"contribution_margin \" names no year\nWrite it as contribution_margin.2025.");
  CHECK(show_error(header, map({{"name.2025", "Firma"}})) ==
        "--map: the field name has no year\nOnly revenue, contribution_margin, profit, "
        "purchasing_volume and revenue_plan have one.");
  CHECK(show_error(header, map({{"revenue", "Zhal 2025"}})) ==
        "the list has no column \"Zhal 2025\"\nDid you mean \"Zahl 2025\"? Its columns are Firma, Zahl 2025, "
        "Wer, wer.");
  CHECK(show_error(header, map({{"revenue", "Quux"}})) ==
        "the list has no column \"Quux\"\nIts columns are Firma, Zahl 2025, Wer, wer.");
  CHECK(show_error(header, map({{"manager", "Wer"}})) ==
        "the list has two columns \"Wer\"\nRename one of them in the list.");
  CHECK(show_error(header, map({{"revenue", "Zahl 2025"}, {"revenue.2025", "Firma"}})) ==
        "--map gives revenue.2025 more than one column\nName one column for it.");
  CHECK(show_error(header, map({{"name", "Firma"}, {"name", "Zahl 2025"}})) ==
        "--map gives name more than one column\nName one column for it.");
}

TEST_CASE("a header that leaves a question asks it") {
  CHECK(show_error({"Wer", "Umsatz 2025"}) ==
        "no column of the list holds the name\nSay which with --map name=COLUMN. Its columns are Wer, Umsatz "
        "2025.");
  CHECK(show_error({"Name"}, map({{"name", ""}})) ==
        "no column of the list holds the name\nSay which with --map name=COLUMN. Its columns are Name.");
  CHECK(show_error({"Name", "Firma"}) ==
        "both \"Name\" and \"Firma\" could be name\nSay which with --map \"name=COLUMN\".");
  CHECK(show_error({"Name", "Umsatz 2025", "Revenue 2025"}) ==
        "both \"Umsatz 2025\" and \"Revenue 2025\" could be revenue.2025\n"
        "Say which with --map \"revenue.2025=COLUMN\".");
  CHECK(show_error({"Name", "Umsatz"}) ==
        "the column \"Umsatz\" names no year\n"
        "Say with --year of which year its amounts are, as in --year 2025.");
  CHECK(show_error({"Name", "X"}, map({{"revenue", "X"}})) ==
        "the column \"X\" names no year\n"
        "Say with --year of which year its amounts are, as in --year 2025.");
}
