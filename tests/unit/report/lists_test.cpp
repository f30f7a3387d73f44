#include "kam/report/lists.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "stage.hpp"

using namespace kam;

namespace {

Lines rows_of(const Table& table) {
  Lines lines;
  std::string header;
  for (const auto& column : table.columns) header += (header.empty() ? "" : ",") + column.key;
  lines.push_back(header);
  for (const auto& row : table.rows) {
    std::string line;
    for (const auto& cell : row) line += (line.empty() ? "" : ",") + text_of(cell);
    lines.push_back(line);
  }
  return lines;
}

// Only the columns whose key begins with one of these.
Table columns_of(const Table& table, std::initializer_list<std::string_view> beginnings) {
  Table chosen;
  chosen.rows.resize(table.rows.size());
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const auto fits = [&](std::string_view beginning) { return table.columns[i].key.starts_with(beginning); };
    if (std::none_of(beginnings.begin(), beginnings.end(), fits)) continue;
    chosen.columns.push_back(table.columns[i]);
    for (std::size_t r = 0; r < table.rows.size(); ++r) chosen.rows[r].push_back(table.rows[r][i]);
  }
  return chosen;
}

constexpr std::array<std::size_t, 2> kBoth{0, 1};
constexpr std::array<std::size_t, 1> kFirst{0};

}  // namespace

TEST_CASE("the account list has what import reads, and only figures that somebody has") {
  auto other = named("weserguss", "Weserguss AG");
  other.figures[2024].profit = 0;
  other.collaboration = {{"logistics", {2.5, {}, {}}}};
  const Stage stage({nordlicht(), other});
  const auto table = build_account_list(stage.view(Language::de), kBoth);
  CHECK(
      rows_of(columns_of(table, {"id", "name", "external_id", "status", "manager", "tags"})) ==
      Lines{"id,name,external_id,status,manager,tags",
            "nordlicht-windkraft,Nordlicht Windkraft GmbH,10023,Schlüsselkunde,Anna Schmidt,export; offshore",
            "weserguss,Weserguss AG,–,–,–,–"});
  CHECK(rows_of(
            columns_of(table, {"revenue.202", "profit", "collaboration.logistics", "attractiveness.ref"})) ==
        Lines{"revenue.2024,profit.2024,revenue.2025,profit.2025,revenue.2027,attractiveness.reference,"
              "collaboration.logistics",
              "1180000,–,1240000,150000,9900000,4,4", "–,0,–,–,–,–,2.5"});
}

TEST_CASE("a measured criterion is no rating that could be taken back in") {
  const Stage stage({nordlicht()});
  const auto table = build_account_list(stage.view(), kFirst);
  CHECK(rows_of(columns_of(table, {"attractiveness.revenue"})) == Lines{"attractiveness.revenue", "–"});
}

TEST_CASE("the requirement list says what holds and where it was given last") {
  auto account = nordlicht();
  account.assessments.push_back(
      {day(2026, 10, 1), Perspective::own, "", "Jo", {{"flexibility", {{}, 4, {}, ""}}}});
  account.assessments.push_back(
      {day(2027, 1, 1), Perspective::customer, "", "", {{"flexibility", {1, 1, {}, ""}}}});
  const Stage stage({account});
  const auto lines = rows_of(build_requirement_list(stage.view(), kFirst));
  CHECK(lines.at(0) ==
        "account,name,id,requirement,importance,fulfilment,best_competitor,note,perspective,date,source,by");
  CHECK(lines.size() == 1 + 14 + 2);  // 13 of the portfolio, one of its own, and two in our own view
  const auto at = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
    return line.find(",flexibility,") != std::string::npos;
  });
  REQUIRE(at != lines.end());
  CHECK(*at ==
        "nordlicht-windkraft,Nordlicht Windkraft GmbH,flexibility,Is flexible and open to change,4,3,4,"
        "Eilaufträge dauern,Customer's view,2026-09-15,–,–");
  CHECK(*(at + 1) ==
        "nordlicht-windkraft,Nordlicht Windkraft GmbH,flexibility,Is flexible and open to change,–,4,–,–,Own "
        "view,2026-10-01,–,Jo");
}

TEST_CASE("the sheet explains itself in the language, and names accounts where it is of many") {
  const Stage stage({nordlicht(), named("weserguss", "Weserguss AG")});
  const auto one = rows_of(
      build_requirement_sheet(stage.view(Language::de), kFirst, SheetAccounts::one, Perspective::customer));
  CHECK(one.at(0) == "id,requirement,importance,fulfilment,best_competitor,note");
  CHECK(one.at(1) ==
        "#,Was erwarten Sie von uns?,Wie wichtig ist es? 0 = gar nicht … 5 = entscheidend; leer = nicht "
        "gefragt,"
        "Wie gut erfüllen wir es? 0 = gar nicht … 5 = voll; leer = nicht gefragt,"
        "Wie gut erfüllt es der beste andere Lieferant? 0 … 5,Bemerkung");
  CHECK(one.at(2) == "delivered_quality,Liefert die vereinbarte Qualität,5,4,–,–");
  CHECK(one.size() == 2 + 14);
  const auto own =
      rows_of(build_requirement_sheet(stage.view(), kFirst, SheetAccounts::one, Perspective::own));
  CHECK(own.at(1).starts_with("#,What does the customer require of us, as we see it?,"));
  CHECK(own.at(0) == "id,requirement,importance,fulfilment,best_competitor,note,perspective");
  CHECK(own.at(2) == "delivered_quality,Delivers the agreed quality,5,4.5,–,–,Own view");
  const auto many =
      rows_of(build_requirement_sheet(stage.view(), kBoth, SheetAccounts::many, Perspective::customer));
  CHECK(many.at(0) == "account,name,id,requirement,importance,fulfilment,best_competitor,note");
  CHECK(many.at(16) == "weserguss,Weserguss AG,delivered_quality,Delivers the agreed quality,–,–,–,–");
  CHECK(many.size() == 2 + 14 + 13);
}
