#include <algorithm>

#include "inventory_stage.hpp"
#include "kam/model/error.hpp"

using namespace kam;

namespace {

std::string keys_of(const std::vector<Column>& columns) {
  std::string keys;
  for (const auto& column : columns) keys += (keys.empty() ? "" : " ") + column.key;
  return keys;
}

// kam-inventory(1), COLUMNS.
constexpr std::string_view kKeys =
    "rank id name status manager industry external_id tags revenue_year revenue revenue_share abc "
    "revenue_growth contribution_margin share_of_wallet attractiveness attractiveness_coverage partnership "
    "partnership_coverage qualification fulfilment fulfilment_coverage perspective perception_gap "
    "collaboration quadrant completeness last_assessed stale top_gap open_actions overdue_actions "
    "expected_value white_space";

}  // namespace

TEST_CASE("the columns are those of the contract, in its order") {
  const Stage stage(five_customers(), simple_settings());
  CHECK(keys_of(build_inventory_table(stage.view(), {}).columns) == kKeys);
  CHECK(keys_of(build_inventory_table(stage.view(Language::de), {}).columns) == kKeys);
}

TEST_CASE("each column says what it is of") {
  const Stage stage({nordlicht(), named("leer", "Leer")}, [] {
    auto settings = settings_of("Beispiel AG");
    settings.offerings = {{"spare_parts", {}}};
    return settings;
  }());
  const View view = stage.view();
  struct Row {
    const char* key;
    ColumnKind kind;
    const char* known;
    const char* empty;  // of an account of which only the name is known
  };
  using enum ColumnKind;
  for (const auto& row : {
           Row{"rank", number, "1", "2"},
           Row{"id", text, "nordlicht-windkraft", "leer"},
           Row{"name", text, "Nordlicht Windkraft GmbH>nordlicht-windkraft", "Leer>leer"},
           Row{"status", term, "Key account", "–"},
           Row{"manager", text, "Anna Schmidt", "–"},
           Row{"industry", text, "Windenergie", "–"},
           Row{"external_id", text, "10023", "–"},
           Row{"tags", list, "export; offshore", "–"},
           Row{"revenue_year", number, "2025", "–"},
           Row{"revenue", number, "1240000", "–"},
           Row{"revenue_share", number, "100%", "–"},
           Row{"abc", term, "A", "–"},
           Row{"revenue_growth", number, "5.1%", "–"},
           Row{"contribution_margin", number, "412000", "–"},
           Row{"share_of_wallet", number, "35.4%", "–"},
           Row{"attractiveness", number, "85 green", "–"},
           Row{"attractiveness_coverage", number, "75%", "0%"},
           Row{"partnership", number, "80 green", "–"},
           Row{"partnership_coverage", number, "100%", "0%"},
           Row{"qualification", term, "Key account", "Not yet known"},
           Row{"fulfilment", number, "71 green*", "–"},
           Row{"fulfilment_coverage", number, "14.3%", "0%"},
           Row{"perspective", term, "Customer's view", "–"},
           Row{"perception_gap", number, "+18.89", "–"},
           Row{"collaboration", number, "80 green*", "–"},
           Row{"quadrant", term, "Strategic customer", "–"},
           Row{"completeness", number, "95", "0"},
           Row{"last_assessed", date, "2026-09-16", "–"},
           Row{"stale", flag, "no", "–"},
           Row{"top_gap", term, "Is flexible and open to change", "–"},
           Row{"open_actions", number, "1", "0"},
           Row{"overdue_actions", number, "0", "0"},
           Row{"expected_value", number, "100000", "–"},
           Row{"white_space", number, "180000", "–"},
       }) {
    CAPTURE(row.key);
    const auto& column = find_inventory_column(row.key);
    CHECK(column.kind == row.kind);
    CHECK(text_of(column.cell(view, 0)) == row.known);
    CHECK(text_of(column.cell(view, 1)) == row.empty);
  }
}

TEST_CASE("people read titles in their language, numbers to the right") {
  const Stage stage(five_customers(), simple_settings());
  for (const auto language : {Language::en, Language::de}) {
    const auto table = build_inventory_table(stage.view(language), {});
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const auto& column = table.columns[i];
      CAPTURE(column.key);
      CHECK_FALSE(column.title.empty());
      const bool number = inventory_columns()[i].kind == ColumnKind::number;
      CHECK(column.align == (number ? Align::right : Align::left));
      CHECK(column.rank == 0);
    }
  }
  CHECK(build_inventory_table(stage.view(), {}).columns.front().title == "#");
}

TEST_CASE("columns that hold ids know them") {
  const auto ids = [](std::string_view key) {
    std::string text;
    for (const auto id : find_inventory_column(key).ids()) text += std::string(id) + " ";
    return text;
  };
  CHECK(ids("status") == "prospect candidate key_account former ");
  CHECK(ids("abc") == "A B C ");
  CHECK(ids("qualification") == "unknown key_account candidate regular ");
  CHECK(ids("perspective") == "customer own ");
  CHECK(ids("quadrant") == "strategic star status streamline ");
  for (const auto& column : inventory_columns())
    if (column.kind != ColumnKind::term || column.key == "top_gap")
      CHECK_FALSE(static_cast<bool>(column.ids));
}

TEST_CASE("an unknown column names the nearest, or all") {
  const auto fault = [](std::string_view key) {
    try {
      find_inventory_column(key);
    } catch (const UsageError& error) {
      return std::string(error.what()) + " | " + error.hint();
    }
    return std::string();
  };
  CHECK(fault("nmae") == "there is no column `nmae` | Did you mean `name`?");
  CHECK(fault("xyzzy") == "there is no column `xyzzy` | The columns are: " + std::string(kKeys) + ".");
}

TEST_CASE("the table for programs has the columns and rows that are asked for") {
  const Stage stage(five_customers(), simple_settings());
  InventoryQuery query;
  query.columns = {&find_inventory_column("name"), &find_inventory_column("id")};
  query.where = {parse_condition("revenue >= 300000")};
  const auto table = build_inventory_table(stage.view(), query);
  CHECK(keys_of(table.columns) == "name id");
  REQUIRE(table.rows.size() == 3);
  CHECK(text_of(table.rows[1][0]) == "Firma alpha>alpha");
  CHECK(text_of(table.rows[1][1]) == "alpha");
}
