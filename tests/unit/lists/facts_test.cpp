#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/lists/import.hpp"
#include "kam/model/number.hpp"

using namespace kam;

namespace {

ImportOptions with_words() {
  ImportOptions options;
  options.vocabulary.ratings = {
      {"attractiveness.revenue", {"revenue", "Revenue with us", "Umsatz mit uns"}},
      {"attractiveness.reference", {"reference", "Value as a reference", "Wert als Referenz"}},
      {"partnership.strategic_relevance", {"strategic_relevance"}},
      {"collaboration.logistics", {"logistics", "Logistics", "Logistik"}},
      {"attractiveness.marketing", {"marketing"}},
      {"collaboration.marketing", {"marketing"}}};
  options.vocabulary.words = {{"key_account", "Key account"}, {"key_account", "Schlüsselkunde"}};
  return options;
}

void append(std::string& text, std::string_view key, std::string_view value) {
  if (!value.empty()) text += fmt::format(" {}={}", key, value);
}

// Every fact of every row, then what is asked and what is wrong.
std::string show(std::string_view list, const ImportOptions& options = with_words()) {
  const CsvTable table = parse_csv(list, "list.csv");
  REQUIRE(table.problems.empty());
  const ImportPlan plan = plan_import(table, options, "list.csv");
  std::string text;
  for (const ImportRow& row : plan.rows) {
    text += fmt::format("{}:", row.line);
    append(text, "id", row.id);
    append(text, "name", row.name);
    append(text, "external_id", row.external_id);
    append(text, "industry", row.industry);
    append(text, "manager", row.manager);
    if (row.status) append(text, "status", to_id(*row.status));
    if (row.customer_since) append(text, "since", std::to_string(*row.customer_since));
    append(text, "tags", fmt::format("{}", fmt::join(row.tags, "|")));
    for (const auto& [year, figures] : row.figures) {
      const auto add = [&, year = year](std::string_view key, const std::optional<double>& value) {
        if (value) append(text, fmt::format("{}.{}", key, year), format_plain_number(*value));
      };
      add("revenue", figures.revenue);
      add("margin", figures.contribution_margin);
      add("profit", figures.profit);
      add("volume", figures.purchasing_volume);
      add("plan", figures.revenue_plan);
    }
    for (const auto& [section, ratings] :
         {std::pair("attractiveness", &row.attractiveness), std::pair("partnership", &row.partnership)})
      for (const auto& [id, rating] : *ratings)
        append(text, fmt::format("{}.{}", section, id), format_plain_number(rating.rating.value()));
    for (const auto& [id, area] : row.collaboration)
      append(text, "collaboration." + id, format_plain_number(area.intensity.value()));
    text += "\n";
  }
  for (const ImportQuestion& question : plan.questions) text += "? " + question.message + "\n";
  for (const Problem& problem : plan.problems)
    text += fmt::format("! {} {} | {}\n", problem.line, problem.message, problem.hint);
  return text;
}

}  // namespace

TEST_CASE("all figures of several years in several columns") {
  CHECK(show("Firma;Umsatz 2024;Umsatz 2025;DB 2025;Gewinn 2025;Einkaufsvolumen 2025;Planumsatz 2026;Umsatz "
             "Plan "
             "2027\nA;1;2;3;4;5;6;7\n") ==
        "2: name=A revenue.2024=1 revenue.2025=2 margin.2025=3 profit.2025=4 volume.2025=5 plan.2026=6 "
        "plan.2027=7\n");
  CHECK(show("Name;Revenue 2025;Profit FY2025;Purchasing volume 2025;Revenue plan 2026\nA;2;4;5;6\n") ==
        "2: name=A revenue.2025=2 profit.2025=4 volume.2025=5 plan.2026=6\n");
  CHECK(show("Name;Umsatzplan (T€) 2026\nA;1,5\n") == "2: name=A plan.2026=1500\n");
  CHECK(show("Name;Gewinn\nA;1\n") == "2: name=A\n? the column \"Gewinn\" names no year\n");
}

TEST_CASE("since when, and tags") {
  for (const auto* since : {"2014", "2014-03-01", "01.03.2014", "3/1/2014", "1.3.2014"}) {
    CAPTURE(since);
    CHECK(show(fmt::format("Name;Kunde seit\nA;{}\n", since)) == "2: name=A since=2014\n");
  }
  for (const auto* since :
       {"14", "02014", "2014 ff.", "01.03.14", "2014-2015", "0999", "2014-03", "2014-", "x"}) {
    CAPTURE(since);
    CHECK(show(fmt::format("Name;Customer since\nA;{}\n", since)) ==
          fmt::format(
              "! 2 \"{}\" in column \"Customer since\" is no year | Write a year with four digits, as in "
              "2014, or a date.\n",
              since));
  }
  CHECK(show("Name;Schlagworte\nA;\" export ; off \n shore;;export\"\n") ==
        "2: name=A tags=export|off shore\n");
  CHECK(show("Name;Tags\nA;\n") == "2: name=A\n");
}

TEST_CASE("ratings by full name, id and label") {
  CHECK(
      show("Name;attractiveness.reference;partnership.strategic_relevance;collaboration.logistics\nA;4;2,5;"
           "0\n") ==
      "2: name=A attractiveness.reference=4 partnership.strategic_relevance=2.5 collaboration.logistics=0\n");
  CHECK(show("Name;reference;Logistik\nA;4;1\n") ==
        "2: name=A attractiveness.reference=4 collaboration.logistics=1\n");
  CHECK(show("Name;Wert als Referenz\nA;4\n") == "2: name=A attractiveness.reference=4\n");
  CHECK(show("Name;marketing\nA;4\n") == "2: name=A\n");
  CHECK(show("Name;attractiveness.marketing;collaboration.marketing\nA;4;3\n") ==
        "2: name=A attractiveness.marketing=4 collaboration.marketing=3\n");
  CHECK(show("Name;attractiveness.revenue;revenue 2025\nA;4;3\n") ==
        "2: name=A revenue.2025=3 attractiveness.revenue=4\n");
  CHECK(show("Name;revenue\nA;4\n") == "2: name=A\n? the column \"revenue\" names no year\n");
}

TEST_CASE("a bare word with other things than numbers below it is no rating") {
  CHECK(show("Name;Logistik\nA;Anna Schmidt\nB;\n") == "2: name=A\n3: name=B\n");
  CHECK(show("Name;Logistik\nA;gut\nB;4\n").find("! 2 \"gut\" in column \"Logistik\" is no rating") !=
        std::string::npos);
  CHECK(show("Name;collaboration.logistics\nA;gut\n").find("is no rating") != std::string::npos);
  ImportOptions options = with_words();
  options.map = {{"collaboration.logistics", "Logistik"}};
  CHECK(show("Name;Logistik\nA;gut\n", options).find("is no rating") != std::string::npos);
}

TEST_CASE("ratings are held to the scale, which decides what a mark means") {
  CHECK(show("Name;reference\nA;3.333\nB;2,125\n") ==
        "2: name=A attractiveness.reference=3.333\n3: name=B attractiveness.reference=2.125\n");
  CHECK(show("Name;reference\nA;7\nB;-1\nC;gut\n") ==
        "! 2 rating 7 in column \"reference\" is above the scale's 5 | Ratings run from 0 to 5 (scale in "
        "kam.yaml).\n"
        "! 3 rating -1 in column \"reference\" is below 0 | Ratings run from 0 to 5 (scale in kam.yaml).\n"
        "! 4 \"gut\" in column \"reference\" is no rating | Write a number from 0 to 5, or leave the cell "
        "empty "
        "if it is unknown; --map attractiveness.reference= leaves the column out.\n");
}

TEST_CASE("a status by its label in either language") {
  CHECK(show("Name;Status\nA;Schlüsselkunde\nB;Key-Account\nC;KEY_ACCOUNT\nD;former\n") ==
        "2: name=A status=key_account\n3: name=B status=key_account\n4: name=C status=key_account\n5: name=D "
        "status=former\n");
}

TEST_CASE("kam's own table has the account's id, and its own decimal mark") {
  CHECK(show("id,name,external_id,revenue.2025,attractiveness.reference\nacme,Acme,A-1,1.234,4\n") ==
        "2: id=acme name=Acme external_id=A-1 revenue.2025=1.234 attractiveness.reference=4\n");
  CHECK(show("id;name;external_id;revenue.2025\nacme;Acme;A-1;1.234\n") ==
        "2: id=acme name=Acme external_id=A-1 revenue.2025=1234\n");
  CHECK(show("\xEF\xBB\xBFid;name;external_id;revenue.2025;attractiveness.reference;;\r\nacme;Acme;A-1;1.240."
             "000,00;"
             "3,5;;\r\n;;;;;;\r\n") ==
        "2: id=acme name=Acme external_id=A-1 revenue.2025=1240000 attractiveness.reference=3.5\n");
  CHECK(show("ID,name,external_id\nacme,Acme,A-1\n") == "2: name=Acme external_id=A-1\n");
  CHECK(show("id,name\nacme,Acme\n") == "2: name=Acme external_id=acme\n");
}

TEST_CASE("of an inventory, only facts are read, and no figure without its year") {
  CHECK(
      show("rank,id,name,status,manager,industry,external_id,tags,revenue_year,revenue,revenue_share,abc,"
           "contribution_margin,attractiveness,reference,partnership,completeness\n"
           "1,acme,Acme,key_account,Jane,Steel,A-1,a;b,2025,1240000,40.12,A,412000,82.00,3,80.00,55.00\n") ==
      "2: id=acme name=Acme external_id=A-1 industry=Steel manager=Jane status=key_account tags=a|b\n");
  ImportOptions options = with_words();
  options.year = 2024;
  CHECK(show("id,name,external_id,revenue_year,revenue\nacme,Acme,A-1,2025,5\n", options) ==
        "2: id=acme name=Acme external_id=A-1\n");
}

TEST_CASE("two rows of kam's own table may have one name, but not one id") {
  CHECK(show("id,name,external_id\nacme,Acme,\nacme-2,Acme,\n,Acme,\nacme,Other,\n") ==
        "2: id=acme name=Acme\n3: id=acme-2 name=Acme\n4: name=Acme\n"
        "! 5 the row repeats the id \"acme\" of line 2 | Keep one row for each customer, or tell them apart "
        "by an "
        "external id.\n");
}
