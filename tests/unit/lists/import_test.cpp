#include "kam/lists/import.hpp"

#include <doctest/doctest.h>

#include "kam/model/error.hpp"

using namespace kam;

namespace {

ImportPlan plan(std::string_view list, const ImportOptions& options = {}) {
  const CsvTable table = parse_csv(list, "list.csv");
  REQUIRE(table.problems.empty());
  return plan_import(table, options, "list.csv");
}

// The problems as the terminal shows them, one a line, each with its hint behind a bar.
std::string show_problems(std::string_view list, const ImportOptions& options = {}) {
  std::string text;
  for (const Problem& problem : plan(list, options).problems) {
    CHECK(problem.column == 0);
    CHECK(problem.severity == Severity::error);
    CHECK(problem.code.starts_with("list-"));
    text += problem.file + ":" + std::to_string(problem.line) + ": " + problem.message + " | " +
            problem.hint + "\n";
  }
  return text;
}

ImportOptions with_decimal(DecimalMark mark) {
  ImportOptions options;
  options.decimal = mark;
  return options;
}

std::optional<double> revenue(const ImportRow& row, int year) {
  return row.figures.contains(year) ? row.figures.at(year).revenue : std::nullopt;
}

}  // namespace

TEST_CASE("a CRM's list becomes facts") {
  const ImportPlan imported = plan(
      "Account ID,Account Name,Industry,Billing Country,Employees,Revenue 2017,,Owner,Status,DB 2017,Revenue "
      "2018\n"
      "A-0001,Acme Corporation,technolgy,United States,2822,101744,,Anna Schmidt,candidate,20000,\n"
      "A-0002,Betasoloin,,,495,97036.50,,,,,0\n");
  CHECK(imported.problems.empty());
  CHECK(imported.unused == std::vector<UnusedColumn>{{3, "Billing Country", WhyUnused::unknown},
                                                     {4, "Employees", WhyUnused::unknown}});
  CHECK(imported.columns.size() == 8);
  REQUIRE(imported.rows.size() == 2);
  const ImportRow& acme = imported.rows[0];
  CHECK(acme.line == 2);
  CHECK(acme.name == "Acme Corporation");
  CHECK(acme.external_id == "A-0001");
  CHECK(acme.industry == "technolgy");
  CHECK(acme.manager == "Anna Schmidt");
  CHECK(acme.status == Status::candidate);
  FigureYear figures;
  figures.revenue = 101744;
  figures.contribution_margin = 20000;
  CHECK(acme.figures == std::map<int, FigureYear>{{2017, figures}});
  const ImportRow& beta = imported.rows[1];
  CHECK(beta.line == 3);
  CHECK(beta.industry.empty());
  CHECK(beta.manager.empty());
  CHECK_FALSE(beta.status.has_value());
  CHECK(revenue(beta, 2017) == 97036.5);
  CHECK(revenue(beta, 2018) == 0);
  CHECK_FALSE(beta.figures.at(2017).contribution_margin.has_value());
}

TEST_CASE("a customer's own turnover is not our revenue with it") {
  const ImportPlan imported = plan("Name;Annual Revenue\nA;5000000\n");
  CHECK(imported.unused == std::vector<UnusedColumn>{{1, "Annual Revenue", WhyUnused::own_turnover}});
  REQUIRE(imported.rows.size() == 1);
  CHECK(imported.rows[0].figures.empty());
}

TEST_CASE("a column without a header is named where something is in it") {
  CHECK(plan("Name;;\nA;;\nB;;x\n").unused == std::vector<UnusedColumn>{{2, "", WhyUnused::unknown}});
  CHECK(plan("Name;;\nA;;\n").unused.empty());
}

TEST_CASE("texts become one line") {
  const ImportPlan imported =
      plan("Name,ID,Industry,Manager\n\"Acme\r\nWest  \t\n Corp\",\"A\n1\",\"x\ty\",\"Anna\n\nSchmidt\"\n");
  REQUIRE(imported.rows.size() == 1);
  CHECK(imported.rows[0].name == "Acme West Corp");
  CHECK(imported.rows[0].external_id == "A 1");
  CHECK(imported.rows[0].industry == "x y");
  CHECK(imported.rows[0].manager == "Anna Schmidt");
}

TEST_CASE("the columns that cannot be told are a question of the command line") {
  CHECK(plan("Wer,Wie\n1,2\n").questions.size() == 1);
  const ImportPlan two = plan("Name,Umsatz,DB\nA,1,2\n");
  CHECK(two.questions.size() == 2);
  CHECK_FALSE(two.columns.at(1).year.has_value());
  CHECK(two.rows.at(0).figures.empty());
  CHECK(plan_import(CsvTable{}, {}, "").questions.size() == 1);
  ImportOptions options;
  options.year = 2020;
  const ImportPlan known = plan("Name,Umsatz\nA,1\n", options);
  CHECK(known.questions.empty());
  CHECK(revenue(known.rows.at(0), 2020) == 1);
}

TEST_CASE("an ambiguous amount is decided by its column or asked for") {
  const std::string hint = " | Say with --decimal , or --decimal . which sign the decimals follow.\n";
  CHECK(show_problems("Name;Umsatz 2025;DB 2025\nA;1.234;12,5\nB;1,234;5\n") ==
        "list.csv:2: \"1.234\" in column \"Umsatz 2025\" may be 1234 or 1.234" + hint +
            "list.csv:3: \"1,234\" in column \"Umsatz 2025\" may be 1.234 or 1234" + hint);
  const ImportPlan comma = plan("Name;Umsatz 2025\nA;1.234\nB;12,5\n");
  CHECK(comma.problems.empty());
  CHECK(revenue(comma.rows.at(0), 2025) == 1234);
  const ImportPlan point = plan("Name;Umsatz 2025\nA;1.234\nB;12.5\n");
  CHECK(revenue(point.rows.at(0), 2025) == 1.234);
  const ImportPlan both = plan("Name;Umsatz 2025\nA;1.234\nB;12.5\nC;12,5\n");
  CHECK(both.problems.size() == 1);
  CHECK(both.rows.size() == 2);
}

TEST_CASE("amounts in the unit of their header") {
  const ImportPlan imported =
      plan("Name;Umsatz 2024 (T€);Umsatz 2025 in Mio. EUR\nA;1.234,5;0,29 Mio. EUR\nB;812,4 T€;\n");
  CHECK(imported.problems.empty());
  CHECK(revenue(imported.rows.at(0), 2024) == 1234500);
  CHECK(revenue(imported.rows.at(0), 2025) == 290000);
  CHECK(revenue(imported.rows.at(1), 2024) == 812400);
  CHECK(
      show_problems("Name;Umsatz 2025\nA;5 Mio.\n") ==
      "list.csv:2: \"5 Mio.\" has a unit that the header \"Umsatz 2025\" does not say | Write the unit into "
      "the header, as in \"Umsatz 2025 (T€)\" or \"Revenue 2025 (EUR million)\", and all amounts of the "
      "column in it; or write them in full.\n");
}

TEST_CASE("--decimal decides for all columns") {
  const std::string list = "Name;Umsatz 2025;DB 2025\nA;1.234;12,5\n";
  const ImportPlan comma = plan(list, with_decimal(DecimalMark::comma));
  CHECK(revenue(comma.rows.at(0), 2025) == 1234);
  CHECK(comma.rows.at(0).figures.at(2025).contribution_margin == 12.5);
  CHECK(show_problems(list, with_decimal(DecimalMark::point)) ==
        "list.csv:2: \"12,5\" in column \"DB 2025\" is no number | "
        "Write it as 1234.50, or leave the cell empty if it is unknown.\n");
  CHECK(show_problems("Name;Umsatz 2025\nA;12.5\n", with_decimal(DecimalMark::comma)) ==
        "list.csv:2: \"12.5\" in column \"Umsatz 2025\" is no number | "
        "Write it as 1234,50, or leave the cell empty if it is unknown.\n");
}

TEST_CASE("every bad row is named, with all that is wrong in it") {
  CHECK(show_problems("Name;ID;Umsatz 2025;Status\n"
                      "A;1;viel;prospct\n"
                      ";2;3;\n"
                      "\"B\nC\";3;5;former;x\n"
                      "D;4;5 %;Stammkunde\n") ==
        "list.csv:2: \"viel\" in column \"Umsatz 2025\" is no number | "
        "Write it as 1234.50, or leave the cell empty if it is unknown.\n"
        "list.csv:2: \"prospct\" is no status | Did you mean prospect? It is one of prospect, candidate, "
        "key_account, "
        "former; --map status= leaves the column out.\n"
        "list.csv:3: the row has no name | Fill it in or remove the row.\n"
        "list.csv:4: the row has 5 cells, the header 4 | Put a cell that holds the separator into double "
        "quotes.\n"
        "list.csv:6: \"5 %\" in column \"Umsatz 2025\" is a percentage, no amount of money | "
        "Write the amount, or leave the cell empty if it is unknown.\n"
        "list.csv:6: \"Stammkunde\" is no status | It is one of prospect, candidate, key_account, former; "
        "--map status= leaves the column out.\n");
  const ImportPlan imported = plan("Name;Umsatz 2025\nA;x\nB;5\n;7\nC\n");
  REQUIRE(imported.rows.size() == 2);
  CHECK(imported.rows[0].name == "B");
  CHECK(imported.rows[1].name == "C");
  CHECK(imported.rows[1].figures.empty());
}

TEST_CASE("a row that repeats a customer is named") {
  const std::string hint = " | Keep one row for each customer, or tell them apart by an external id.\n";
  CHECK(show_problems("Name,ID\nA,1\nB,1\nA,2\n") ==
        "list.csv:3: the row repeats the external id \"1\" of line 2" + hint);
  CHECK(show_problems("Name\nStraße\nB\n STRASSE\n") ==
        "list.csv:4: the row repeats the name \"STRASSE\" of line 2" + hint);
  CHECK(show_problems("Name,ID\nA,1\na,\n") == "list.csv:3: the row repeats the name \"a\" of line 2" + hint);
  CHECK(show_problems("Name,ID\nA,\nA,1\n") == "list.csv:3: the row repeats the name \"A\" of line 2" + hint);
  CHECK(show_problems("Name,ID\nA,1\nA,2\nA,3\n").empty());
  CHECK(show_problems("Name,ID\nA,1\nB,2\nC,\nD,\n").empty());
  CHECK(show_problems("Name,ID\nA,x\nB,y\nC,X\n").empty());
  CHECK(show_problems("Name,Umsatz 2025\nA,x\nA,5\nA,6\n")
            .find("line 2" + hint +
                  "list.csv:4: the row repeats the name \"A\" of "
                  "line 2") != std::string::npos);
}
