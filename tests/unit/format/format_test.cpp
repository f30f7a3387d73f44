#include "kam/format/format.hpp"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "kam/disk/portfolio.hpp"
#include "support/worked_example.hpp"

using namespace kam;

namespace {

using Keys = std::vector<std::string>;

// Every record of the format, each once.
void collect(const Record& record, std::set<const Record*>& seen) {
  if (!seen.insert(&record).second) return;
  for (const auto& field : record.fields)
    if (field.shape.record != nullptr) collect(*field.shape.record, seen);
}

Keys keys_in(const Node& map) {
  Keys keys;
  for (const auto& [key, value] : map.entries) keys.push_back(key.value);
  return keys;
}

}  // namespace

TEST_CASE("the tables hold what their shapes promise") {
  std::set<const Record*> records;
  collect(account_format(), records);
  collect(settings_format(), records);
  CHECK(records.size() == 23);
  for (const auto* record : records) {
    std::set<std::string_view> keys;
    for (const auto& field : record->fields) {
      CAPTURE(std::string(field.key));
      CHECK(keys.insert(field.key).second);
      CHECK(is_catalogue_id(field.key));
      CHECK_FALSE(is_own_key(field.key));
      CHECK(find_field(*record, field.key) == &field);
      const auto kind = field.shape.kind;
      const bool is_container =
          kind == ShapeKind::records || kind == ShapeKind::by_id || kind == ShapeKind::by_year;
      const bool has_record = is_container || kind == ShapeKind::record;
      CHECK((field.shape.record != nullptr) == has_record);
      CHECK((field.open != nullptr) == has_record);
      CHECK((field.clear != nullptr) == is_container);
      CHECK((field.put != nullptr) == (!has_record && kind != ShapeKind::format_number));
      CHECK(field.shape.choices.empty() == (kind != ShapeKind::choice));
      CHECK(field.shape.least < field.shape.most + (kind == ShapeKind::format_number ? 1 : 0));
      if (!field.needs.empty()) CHECK(find_field(*record, field.needs) != nullptr);
    }
  }
}

TEST_CASE("the keys of the worked files stand in the table's order") {
  const auto account = parse_tree(kWorkedAccount, "a.yaml");
  REQUIRE(account.root.has_value());
  CHECK(keys_in(*account.root) == account_key_order(default_settings())({}));
  const auto settings = parse_tree(kWorkedSettings, "kam.yaml");
  REQUIRE(settings.root.has_value());
  const auto keys = keys_of(settings_format());
  CHECK(keys_in(*settings.root) == Keys(keys.begin(), keys.end()));
}

TEST_CASE("the order of keys at each place of an account") {
  auto settings = default_settings();
  settings.offerings = {{"spare_parts", {}}, {"service", {}}};
  const auto order = account_key_order(settings);
  CHECK(order({"attractiveness", "reference"}) == Keys{"rating", "reason"});
  CHECK(order({"attractiveness"}) == Keys{"revenue", "contribution_margin", "growth", "reference",
                                          "technology_partner", "innovation_leader", "industry_pioneer",
                                          "differentiation"});
  CHECK(order({"partnership"}) ==
        Keys{"collaboration_potential", "partner_acceptance", "strategic_relevance"});
  CHECK(order({"collaboration"}) ==
        Keys{"product_development", "logistics", "quality_management", "marketing", "sales"});
  CHECK(order({"collaboration", "sales"}) == Keys{"intensity", "activities", "people"});
  CHECK(order({"offerings"}) == Keys{"spare_parts", "service"});
  CHECK(order({"offerings", "service"}) == Keys{"current", "potential", "competitor"});
  CHECK(order({"assessments", std::size_t{3}}) == Keys{"date", "perspective", "source", "by", "ratings"});
  CHECK(order({"assessments", std::size_t{0}, "ratings"}).front() == "delivered_quality");
  CHECK(order({"assessments", std::size_t{0}, "ratings"}).size() == 13);
  CHECK(order({"assessments", std::size_t{0}, "ratings", "flexibility"}) ==
        Keys{"importance", "fulfilment", "best_competitor", "note"});
  CHECK(order({"customer_view"}) ==
        Keys{"goals", "important_services", "market_strengths", "our_contribution"});
  CHECK(order({"requirements"}).empty());
  CHECK(order({"requirements", "mine", "label"}) == Keys{"de", "en"});
  CHECK(order({"figures", "2025"}) ==
        Keys{"revenue", "contribution_margin", "profit", "purchasing_volume", "revenue_plan"});
  const auto years = order({"figures"});
  CHECK(years.front() == "1900");
  CHECK(years.back() == "2199");
  CHECK(years.size() == 300);
}

TEST_CASE("where the format knows nothing, there is no order") {
  const auto order = account_key_order(default_settings());
  CHECK(order({"x_mine"}).empty());
  CHECK(order({"x_mine", "deeper", std::size_t{1}}).empty());
  CHECK(order({"name"}).empty());
  CHECK(order({"tags"}).empty());
  CHECK(order({"tags", std::size_t{0}}).empty());
  CHECK(order({std::size_t{0}}).empty());
}

TEST_CASE("the ids of each catalogue") {
  auto settings = default_settings();
  settings.offerings = {{"spare_parts", {}}};
  CHECK(catalogue_ids(settings, Catalogue::potentials).front() == "new_offerings");
  CHECK(catalogue_ids(settings, Catalogue::requirements).back() == "negotiation_competence");
  CHECK(catalogue_ids(settings, Catalogue::offerings).front() == "spare_parts");
  CHECK(catalogue_ids(settings, Catalogue::none).empty());
  CHECK(catalogue_ids(settings, Catalogue::defined_here).empty());
}
