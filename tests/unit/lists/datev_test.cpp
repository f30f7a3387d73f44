#include "lists/columns/datev.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace kam;

namespace {

// The customers by number and name, then the lines of suppliers, of metadata and of what is wrong.
std::string show(std::string_view list) {
  const CsvTable table = parse_csv(list, "list.csv");
  REQUIRE(table.problems.empty());
  const ImportPlan plan = plan_import(table, {}, "list.csv");
  std::string text;
  for (const ImportRow& row : plan.rows)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", row.external_id, row.name);
  if (!plan.suppliers.empty()) text += fmt::format(" | suppliers {}", fmt::join(plan.suppliers, " "));
  for (const RowRemark& remark : plan.remarks)
    text += fmt::format(" | {} {}", remark.kind == RowRemark::Kind::metadata ? "metadata" : "remark",
                        remark.line);
  for (const ImportQuestion& question : plan.questions) text += " ? " + question.message;
  for (const Problem& problem : plan.problems) text += fmt::format(" ! {} {}", problem.line, problem.message);
  return text;
}

constexpr std::string_view kMetadata =
    "\"EXTF\";700;16;\"Debitoren/Kreditoren\";5;20260101120000000;;\"RE\";;;29098;55003;20260101;4;;;\n";
constexpr std::string_view kHeader =
    "Konto;Name (Adressattyp Unternehmen);Unternehmensgegenstand;Name (Adressattyp natürl. Person);Vorname "
    "(Adressattyp natürl. Person);Name (Adressattyp keine Angabe);Adressattyp;Kurzbezeichnung\n";

}  // namespace

TEST_CASE("DATEV's line before the header is no header") {
  for (const std::string_view mark : {"EXTF", "DTVF", "\"EXTF\"", "\"DTVF\""}) {
    CAPTURE(mark);
    CHECK(show(fmt::format("{};700;16;Debitoren;5\nKonto;Kontobezeichnung\n10000;A\n", mark)) ==
          "10000 A | metadata 1");
  }
  for (const std::string_view list : {"Name;EXTF\nA;700\n", "Firma;700\nEXTF;700\n"}) {
    CAPTURE(list);
    CHECK(show(list).find("metadata") == std::string::npos);
  }
  CHECK(show("EXTF;Name\nx;A\n") == " A");
  CHECK(show("EXTF;700;16\n").find(" ? no column of the list holds the name") != std::string::npos);
}

TEST_CASE("the names of companies and persons come from their own columns") {
  CHECK(show(fmt::format("{}{}{}", kMetadata, kHeader,
                         "10000;Kranich GmbH;;;;;2;KRANICH\n"
                         "10001;;;Brandt;Ole;;1;BRANDT\n"
                         "10002;;;Sommer;;;1;SOMMER\n"
                         "10003;;;;;Verein Nord;0;VEREIN\n"
                         "10004;Firma AG;;Muster;Max;;2;FIRMA\n"
                         "10005;;;;;;;NIEMAND\n")) ==
        "10000 Kranich GmbH, 10001 Ole Brandt, 10002 Sommer, 10003 Verein Nord, 10004 Firma AG | metadata 1 "
        "! 8 the row has no name");
}

TEST_CASE("suppliers are no customers, where the list is DATEV's") {
  struct Account {
    const char* number;
    bool is_supplier;
  };
  for (const Account& given : std::vector<Account>{{"10000", false},
                                                   {"69999", false},
                                                   {"70000", true},
                                                   {"99999", true},
                                                   {"700000", true},
                                                   {"7000000", true},
                                                   {"90000000", true},
                                                   {"999999999", true},
                                                   {"600000000", false},
                                                   {"7000", false},
                                                   {"7000000000", false},
                                                   {"7000A", false},
                                                   {"", false}}) {
    CAPTURE(given.number);
    const std::string rows = fmt::format("10001;Kunde\n{};Andere\n", given.number);
    const bool is_left = show("Konto;Kontobezeichnung\n" + rows) == "10001 Kunde | suppliers 3";
    CHECK(is_left == given.is_supplier);
    CHECK(show("Konto;Firma\n" + rows).find("Andere") != std::string::npos);
    CHECK(show("Kundennummer;Firma\n" + rows).find("Andere") != std::string::npos);
    CHECK((show("DTVF;700\nKonto;Firma\n" + rows).find("Andere") == std::string::npos) == given.is_supplier);
  }
  CHECK(show(fmt::format("{}{}", kHeader, "70001;Lieferant AG\n10001;Kunde AG\n80001;;;L;M\n")) ==
        "10001 Kunde AG | suppliers 2 4");
}
