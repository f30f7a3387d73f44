#include "lists/columns/totals.hpp"

#include <doctest/doctest.h>

using namespace kam;

namespace {

// What becomes of each row of the list, in short: `2 total "Summe"`; a customer that is taken over by its
// name.
std::string show(std::string_view list) {
  const CsvTable table = parse_csv(list, "list.csv");
  REQUIRE(table.problems.empty());
  const ImportPlan plan = plan_import(table, {}, "list.csv");
  constexpr std::array kKinds{"title", "metadata", "total", "total that differs", "footer", "kept"};
  std::string text;
  for (const ImportRow& row : plan.rows) text += (text.empty() ? "" : ", ") + row.name;
  for (const RowRemark& remark : plan.remarks)
    text += " | " + std::to_string(remark.line) + " " + kKinds.at(static_cast<std::size_t>(remark.kind)) +
            " " + remark.text;
  if (!plan.questions.empty()) text += " ? " + plan.questions[0].message;
  for (const Problem& problem : plan.problems)
    text += " ! " + std::to_string(problem.line) + " " + problem.message;
  return text;
}

}  // namespace

TEST_CASE("words for a total") {
  for (const auto* text :
       {"Summe", "SUMME:", "Summen", "Gesamt", "Gesamtsumme", "Gesamtergebnis", "Zwischensumme", "Insgesamt",
        "Teilergebnis", "Grand Total", "Grand Totals", "Grand Totals (85 records)", "Subtotal", "Totals",
        "Sub-Total", "Total (3)", "Gesamtsumme (85 Datensätze)", "Σ", "Summe gesamt"}) {
    CAPTURE(text);
    CHECK(read_total_word(text) == TotalWord::is);
  }
  for (const auto* text : {"Total", "TOTAL:", "Sum"}) {
    CAPTURE(text);
    CHECK(read_total_word(text) == TotalWord::may_be);
  }
  for (const auto* text : {"Total SE", "TotalEnergies", "Summe GmbH", "Gesamtverband Nord", "Total (France)",
                           "Total ()x", "(5)", "", "Sumitomo", "Total Quality AG"}) {
    CAPTURE(text);
    CHECK(read_total_word(text) == TotalWord::none);
  }
}

TEST_CASE("totals are passed over and told") {
  CHECK(show("Firma;Umsatz 2025\nA;100,50\nB;200\nSumme;300,50\n") == "A, B | 4 total Summe");
  CHECK(show("Firma;Umsatz 2025\nA;100\nB;200\nTotal;300\n") == "A, B | 4 total Total");
  CHECK(show("Firma;Umsatz 2025\nA;100\nB;200\nSumme;999\n") == "A, B | 4 total that differs Summe");
  CHECK(show("Firma;Umsatz 2025\nA;100\nB;200\nGesamtergebnis;\n") == "A, B | 4 total Gesamtergebnis");
  CHECK(show("Kundennummer;Firma;Umsatz 2025\n1;A;100\n2;B;200\nSumme;;300\n") == "A, B | 4 total Summe");
  CHECK(show("Betreuer;Firma;Umsatz 2025\nX;A;100\nX;B;200\nGrand Totals (2 records);;300\n") ==
        "A, B | 4 total Grand Totals (2 records)");
  CHECK(show("Ort;Firma;Umsatz 2025\nX;A;100\nTotal;;999\n") == "A | 3 total that differs Total");
}

TEST_CASE("subtotals are those of their group, the total that of all") {
  CHECK(show("Firma;Umsatz "
             "2025\nA;100\nB;200\nZwischensumme;300\nC;50\nD;60\nZwischensumme;110\nGesamt;410\n") ==
        "A, B, C, D | 4 total Zwischensumme | 7 total Zwischensumme | 8 total Gesamt");
  CHECK(show("Name;Revenue 2025\nA;100\nB;200\nTotal;300\nC;50\nTotal;350\n") ==
        "A, B, C | 4 total Total | 6 total Total");
}

TEST_CASE("a row without a name whose amounts are the sums of those above is a total") {
  CHECK(show("Firma;Umsatz 2024;Umsatz 2025\nA;1;100\nB;2;200\n;3;300\n") == "A, B | 4 total 3");
  CHECK(show("Firma;Umsatz 2024;Umsatz 2025\nA;1;100\nB;2;200\n;3;310\n") == "A, B ! 4 the row has no name");
  CHECK(show("ID;Firma;Umsatz 2025\n1;A;100\n2;B;200\n3;;300\n") == "A, B ! 4 the row has no name");
  CHECK(show("Firma;Branche;Umsatz 2025\nA;;100\nB;;200\n;Bau;300\n") == "A, B ! 4 the row has no name");
}

TEST_CASE("a customer called Total is not lost") {
  CHECK(show("Firma;Umsatz 2025\nA;100\nTotal SE;100\n") == "A, Total SE");
  CHECK(show("Name,Revenue 2025\nA,100\nTotal,250\nB,50\n") == "A, Total, B | 3 kept Total");
  CHECK(show("Name,ID,Revenue 2025\nA,1,100\nTotal,2,100\n") == "A, Total");
  CHECK(show("Name,ID,Revenue 2025\nA,1,100\nGesamt,2,100\n") == "A, Gesamt");
  CHECK(show("Name,Industry,Revenue 2025\nA,,100\nTotal,Oil,100\n") == "A, Total | 3 kept Total");
  CHECK(show("Name\nShell\nTotal\n") == "Shell, Total | 3 kept Total");
  CHECK(show("Name,Revenue 2025\nA,100\nTotal,\n") == "A, Total | 3 kept Total");
  CHECK(show("Name,Revenue 2025\nTotal,100\nA,100\n") == "Total, A | 2 kept Total");
  CHECK(show("Name,Revenue 2025\nA,x\nTotal,100\n") ==
        "Total | 3 kept Total ! 2 \"x\" in column \"Revenue 2025\" is no number");
}

TEST_CASE("rounded amounts make a total, small differences do not") {
  CHECK(show("Firma;Umsatz 2025\nA;1000000\nB;2000001\nSum;3000002\n") == "A, B | 4 total Sum");
  CHECK(show("Firma;Umsatz 2025\nA;5\nB;7\nSum;13\n") ==
        "A, B ! 4 \"Sum\" may be a customer, or a total that is not the sum of the rows above");
  CHECK(show("Kunde;Umsatz 2025 (T€)\nA;100\nB;201\nTotal;300\n") == "A, B | 4 total Total");
  CHECK(show("Firma;Umsatz 2025 (T€)\nA;1200\nB;3400\nSumme;4601\n") == "A, B | 4 total Summe");
  CHECK(show("Firma;Umsatz 2025\nA;0,1\nB;0,2\nSum;0,3\n") == "A, B | 4 total Sum");
}

TEST_CASE("the lines around a report are no customers") {
  CHECK(show("Account Name,Account Owner,Revenue 2025\nAcme,Jane,100\nBeta,Jane,200\n"
             "\"Grand Totals (2 records)\",,300\n\n\"Accounts by owner\"\n"
             "\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n"
             "\"Confidential Information - Do Not Distribute\"\n"
             "\"Generated By:  Jane Roe  24/11/2026 10:00\"\n\"Example plc\"\n") ==
        "Acme, Beta | 4 total Grand Totals (2 records) | 6 footer Accounts by owner | 7 footer Copyright (c) "
        "2000-2026 salesforce.com, inc. All rights reserved. | 8 footer Confidential Information - Do Not "
        "Distribute | 9 footer Generated By:  Jane Roe  24/11/2026 10:00 | 10 footer Example plc");
  CHECK(show("Account Name,Account Owner,Revenue 2025\nAcme,Jane,100\n\"Grand Totals (1 record)\",,100\n"
             "\"Accounts by owner\"\n\"Confidential Information - Do Not Distribute\"\n\"Example plc\"\n") ==
        "Acme | 3 total Grand Totals (1 record) | 4 footer Accounts by owner | 5 footer Confidential "
        "Information - Do Not Distribute | 6 footer Example plc");
  CHECK(show("Account Name,Revenue 2025\nAcme,100\nBeta Ltd,\nGenerated By: me\n") ==
        "Acme, Beta Ltd | 4 footer Generated By: me");
  CHECK(show("Account Name,Revenue 2025\nAcme,100\n\nGrand Totals,\nGenerated By: me\n") ==
        "Acme | 4 total Grand Totals | 5 footer Generated By: me");
  CHECK(show("Name,Owner\nCopyright Agentur GmbH,\nGenerated Power Inc,X\n") ==
        "Copyright Agentur GmbH, Generated Power Inc");
  CHECK(show("Name,Owner\nA,X\nB,\nGenerated By: me,\n") == "A, B | 4 footer Generated By: me");
}

TEST_CASE("a title above the header is found") {
  CHECK(show("Kundenliste 2025\n\nFirma;Umsatz 2025\nA;1,5\n") == "A | 1 title Kundenliste 2025");
  CHECK(show("Umsatzliste;;\nStand:;24.11.2026;\n;;\nKundennummer;Firma;Umsatz 2025\n1;A;5\n;;\n") ==
        "A | 1 title Umsatzliste | 2 title Stand:");
  CHECK(show("Accounts\nby owner\nName,Owner\nA,Jane\n") == "A | 1 title Accounts | 2 title by owner");
  CHECK(show("Accounts,,\n\nName,City,Country\nA,Kiel,DE\n") == "A | 1 title Accounts");
}

TEST_CASE("what is not clearly a title is a header, or no list") {
  CHECK(show("Name\nFirma,Branche\n") == " ! 2 the row has 2 cells, the header 1");
  for (const auto* list : {"Ort;Land;Zahl\nFirma;Branche;Betreuer\nA;B;C\n", "Ort\nName\nA\n",
                           "Titel;;\nName;Stadt;\nA;B;\n", "Titel\nA;B;C\n\nFirma;Branche\nX;Y\n"}) {
    CAPTURE(list);
    CHECK(show(list).find(" ? no column of the list holds the name") != std::string::npos);
  }
}
