#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

#include "format/fields.hpp"
#include "kam/disk/portfolio.hpp"
#include "kam/format/assign.hpp"
#include "kam/format/facts.hpp"
#include "kam/format/format.hpp"
#include "kam/lists/import.hpp"
#include "kam/merge/merge.hpp"
#include "kam/report/lists.hpp"
#include "kam/schema/schema.hpp"
#include "kam/score/compare.hpp"

// A key that the format does not have is one line of its table, and is then read, set, imported, exported,
// told as a change and merged. This program has such a table: the linker takes its `account_format` before
// that of kam's library. What stands at the key lies where kam keeps the notes, which this table is without.

namespace kam {

const Record& account_format() {
  static const std::vector<Field> fields = [] {
    std::vector<Field> all(account_table().fields.begin(), account_table().fields.end());
    std::erase_if(all, [](const Field& field) { return field.key == "notes"; });
    const auto behind = std::ranges::find(all, "industry", &Field::key);
    all.insert(behind + 1, in_lists(text<&Account::notes>("region")).field);
    return all;
  }();
  static const Record record{fields};
  return record;
}

}  // namespace kam

using namespace kam;

namespace {

constexpr std::string_view kFile = "kam: 1\nname: A\nindustry: Wind\nregion: Nord\n";

Account account_of(std::string_view text) {
  const auto decoded = decode_account(text, "accounts/a.yaml", "a", default_settings());
  CHECK(decoded.problems.empty());
  return decoded.account;
}

std::string edited(std::string_view text, const std::vector<Edit>& edits) {
  const auto result = apply_edits(text, edits, account_key_order(default_settings()));
  CHECK(result.refusal.empty());
  return result.text;
}

Node tree_of(std::string_view text) {
  return parse_tree(text, "accounts/a.yaml").root.value();
}

}  // namespace

TEST_CASE("an invented key is read") {
  CHECK(account_of(kFile).notes == "Nord");
}

TEST_CASE("an invented key is set at its place, and taken out") {
  const auto set = [](std::string_view text, const Assignment& assignment) {
    return edited(text, {std::get<Edit>(plan_assignment(tree_of(text), assignment, default_settings()))});
  };
  CHECK(set("kam: 1\nname: A\nindustry: Wind\nmanager: B\n", {"region", "Nord"}) ==
        "kam: 1\nname: A\nindustry: Wind\nregion: Nord\nmanager: B\n");
  CHECK(set(kFile, {"region", std::nullopt}) == "kam: 1\nname: A\nindustry: Wind\n");
}

TEST_CASE("an invented key is exported and imported, into a new file and an old one") {
  const std::vector<Account> accounts{account_of(kFile)};
  const auto settings = default_settings();
  const PortfolioScores scores = score_portfolio(accounts, settings, {});
  const View view{settings, std::span(accounts), scores, {}, Language::en};
  const std::array<std::size_t, 1> all{0};
  const auto list = build_account_list(view, all);
  const auto column = std::ranges::find(list.columns, "region", &Column::key);
  REQUIRE(column != list.columns.end());
  CHECK(std::get<Text>(list.rows.at(0).at(static_cast<std::size_t>(column - list.columns.begin()))).text ==
        "Nord");

  const auto table = parse_csv("id,name,external_id,region\na,A,,Süd\n", "list.csv");
  const auto plan = plan_import(table, {}, "list.csv");
  CHECK(plan.problems.empty());
  REQUIRE(plan.rows.size() == 1);
  CHECK(edited(kFile, plan_facts(tree_of(kFile), accounts[0], plan.rows[0])) ==
        "kam: 1\nname: A\nindustry: Wind\nregion: Süd\n");
  CHECK(new_account_file(plan.rows[0], "") == "kam: 1\nname: A\nregion: Süd\n");
}

TEST_CASE("a change of an invented key is told") {
  const auto before = account_of(kFile);
  const auto after = account_of("kam: 1\nname: A\nindustry: Wind\nregion: Süd\n");
  const AccountScores scores;
  const auto items = compare_facts({before, scores}, {after, scores});
  CHECK(items ==
        std::vector<ItemChange>{
            {"", "", ItemChange::Kind::changed, {{"region", std::string("Nord"), std::string("Süd")}}}});
}

TEST_CASE("both sides of an invented key are merged") {
  const auto merged = merge_documents({kFile, "kam: 1\nname: A\nindustry: Wind\nregion: Süd\n",
                                       "kam: 1\nname: B\nindustry: Wind\nregion: Nord\n"});
  CHECK(merged.text == "kam: 1\nname: B\nindustry: Wind\nregion: Süd\n");
}
