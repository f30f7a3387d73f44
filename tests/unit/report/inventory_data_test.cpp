#include "inventory_stage.hpp"

using namespace kam;

namespace {

const Data::Record& record_of(const Data& data) {
  return std::get<Data::Record>(data.value());
}

std::string keys_of(const Data& data) {
  std::string keys;
  for (const auto& [key, value] : record_of(data)) keys += (keys.empty() ? "" : " ") + key;
  return keys;
}

const Data& at(const Data& data, std::string_view key) {
  for (const auto& [name, value] : record_of(data))
    if (name == key) return value;
  FAIL("no key " << key);
  return data;
}

Data group(const char* column, std::size_t number, std::vector<Account> customers = five_customers()) {
  const Stage stage(std::move(customers), simple_settings());
  InventoryQuery query;
  query.group_by = &find_inventory_column(column);
  return std::get<Data::List>(at(build_inventory_data(stage.view(), query, {}), "groups").value()).at(number);
}

}  // namespace

TEST_CASE("the inventory's keys, in the contract's order") {
  const Stage stage(five_customers(), simple_settings());
  const Data::List accounts{Data::Record{{"id", "alpha"}}};
  const auto data = build_inventory_data(stage.view(), {}, accounts);
  CHECK(keys_of(data) == "kam as_of company currency summary accounts");
  CHECK(at(data, "kam") == Data(1));
  CHECK(at(data, "as_of") == Data("2026-11-24"));
  CHECK(at(data, "company") == Data("Beispiel AG"));
  CHECK(at(data, "currency") == Data("EUR"));
  CHECK(at(data, "accounts") == Data(accounts));
  InventoryQuery grouped;
  grouped.group_by = &find_inventory_column("status");
  CHECK(keys_of(build_inventory_data(stage.view(), grouped, {})) ==
        "kam as_of company currency summary groups accounts");
}

TEST_CASE("a company without a name is null") {
  auto settings = simple_settings();
  settings.company.clear();
  const Stage stage({}, settings);
  CHECK(at(build_inventory_data(stage.view(), {}, {}), "company") == Data());
}

TEST_CASE("the summary, its shares to two decimals") {
  PortfolioSummary summary;
  summary.accounts = 7;
  summary.revenue = 1000000.5;
  summary.abc_a = 1;
  summary.abc_b = 2;
  summary.abc_c = 3;
  summary.share_of_largest = 66.66666;
  summary.share_of_three_largest = 99.995;
  summary.herfindahl = 0.123456;
  summary.key_accounts = 4;
  summary.candidates = 5;
  summary.regulars = 6;
  summary.not_yet_known = 8;
  summary.unassessed = 9;
  summary.stale = 10;
  summary.open_actions = 11;
  summary.overdue_actions = 12;
  summary.expected_value = 13.5;
  summary.white_space = 14.25;
  CHECK(
      build_summary_data(summary) ==
      Data(Data::Record{{"accounts", 7},
                        {"revenue", 1000000.5},
                        {"abc", Data::Record{{"A", 1}, {"B", 2}, {"C", 3}}},
                        {"share_of_largest", 66.67},
                        {"share_of_three_largest", 100.0},
                        {"herfindahl", 0.1235},
                        {"qualification",
                         Data::Record{{"key_account", 4}, {"candidate", 5}, {"regular", 6}, {"unknown", 8}}},
                        {"unassessed", 9},
                        {"stale", 10},
                        {"open_actions", 11},
                        {"overdue_actions", 12},
                        {"expected_value", 13.5},
                        {"white_space", 14.25}}));
}

TEST_CASE("what the summary does not know is null") {
  const auto data = build_summary_data({});
  for (const auto* key : {"revenue", "share_of_largest", "share_of_three_largest", "herfindahl",
                          "expected_value", "white_space"})
    CHECK_MESSAGE(at(data, key) == Data(), key);
  CHECK(at(data, "accounts") == Data(0));
}

TEST_CASE("a group has its value as the accounts have it, and its totals") {
  CHECK(
      group("industry", 0) ==
      Data(Data::Record{{"value", "Bahn"}, {"accounts", 2}, {"revenue", 300000.0}, {"revenue_share", 30.0}}));
  CHECK(
      group("industry", 2) ==
      Data(Data::Record{{"value", Data()}, {"accounts", 1}, {"revenue", Data()}, {"revenue_share", Data()}}));
  CHECK(at(group("status", 0), "value") == Data("former"));
  CHECK(at(group("stale", 1), "value") == Data(true));
  CHECK(at(group("last_assessed", 0), "value") == Data("2026-05-01"));
  CHECK(at(group("tags", 0), "value") == Data(Data::List{"Export", "offshore"}));
  CHECK(at(group("revenue_year", 0), "value") == Data(2025.0));
  auto customers = five_customers();
  customers[0].figures[2025].revenue = 600000.126;
  CHECK(at(group("revenue", 1, customers), "value") == Data(600000.126));
  CHECK(at(group("revenue_share", 0), "value") == Data(60.0));
  customers[1].figures[2025].revenue = 300001;
  CHECK(at(group("revenue_share", 0, customers), "value") == Data(60.0));
  CHECK(at(group("status", 1, customers), "revenue_share") == Data(60.0));
}
