#include <doctest/doctest.h>

#include <algorithm>

#include "kam/change/answers.hpp"
#include "kam/change/draft.hpp"
#include "kam/change/import.hpp"
#include "kam/change/steps.hpp"
#include "kam/change/what_if.hpp"
#include "kam/model/error.hpp"
#include "support/error_text.hpp"
#include "support/scratch_directory.hpp"

using namespace kam;

namespace {

const Date kToday = std::chrono::year(2026) / 11 / 24;

constexpr std::string_view kWeserguss =
    "kam: 1\n"
    "name: Weserguss AG  # of Bremen\n"
    "industry: Guss\n"
    "assessments:\n"
    "  - date: 2026-10-01\n"
    "    perspective: customer\n"
    "    ratings:\n"
    "      delivery_on_time: {importance: 5, fulfilment: 3}\n";

// A portfolio of two accounts, and one that does not read.
struct Stand {
  Stand() {
    scratch.put("kam.yaml", "kam: 1\ncompany: Beispiel AG\n");
    scratch.put("accounts/nordlicht.yaml", "kam: 1\nname: Nordlicht GmbH\n");
    scratch.put("accounts/weserguss.yaml", kWeserguss);
  }
  Portfolio read(PortfolioReading reading) const { return load_portfolio(scratch.path(), reading); }
  ScoredPortfolio state() const {
    PortfolioReading reading;
    reading.keep = [](const std::string&, const std::string&) { return true; };
    return score_state(read(reading), kToday, Language::en);
  }
  ScratchDirectory scratch;
};

Account with_industry(const std::string& industry) {
  Account facts;
  facts.industry = industry;
  return facts;
}

RequirementAnswer answer_of(std::size_t account, std::optional<double> importance,
                            std::optional<double> fulfilment) {
  RequirementAnswer answer;
  answer.account = account;
  answer.requirement = "delivery_on_time";
  answer.rating = {importance, fulfilment, {}, {}};
  return answer;
}

}  // namespace

TEST_CASE("what may be changed is read once: its bytes, its tree and what they mean are kept") {
  const Stand place;
  PortfolioReading reading;
  reading.keep = [](const std::string& id, const std::string& name) {
    CHECK((id == "nordlicht" || name == "Weserguss AG"));
    return id == "weserguss";
  };
  const auto portfolio = place.read(reading);
  REQUIRE(portfolio.sources.size() == 1);
  const auto source = find_source(portfolio, "weserguss");
  CHECK(source == portfolio.sources.front());
  CHECK(source->text == kWeserguss);
  CHECK(source->root->find("industry")->value == "Guss");
  CHECK(find_source(portfolio, "nordlicht")->text == "kam: 1\nname: Nordlicht GmbH\n");  // read now
}

TEST_CASE("of one account no other file is read") {
  const Stand place;
  place.scratch.put("accounts/nordlicht.yaml", "no: [map\n");
  PortfolioReading reading;
  reading.only = "weserguss";
  const auto portfolio = place.read(reading);
  CHECK(portfolio.errors.empty());
  REQUIRE(portfolio.accounts.size() == 1);
  CHECK(find_account_index(portfolio, "weserguss") == 0);
  CHECK(find_account_index(portfolio, "nordlicht") == std::nullopt);
}

TEST_CASE("facts become a draft that changes nothing else, and are scored before they are written") {
  const Stand place;
  const auto before = place.state();
  const auto index = *find_account_index(before.portfolio, "weserguss");
  const auto draft =
      record_facts(*find_source(before.portfolio, "weserguss"), before.portfolio.accounts[index],
                   with_industry("Gusseisen"), before.portfolio.settings);
  CHECK(draft.is_changed());
  CHECK(draft.account.industry == "Gusseisen");
  CHECK(draft.root.find("industry")->value == "Gusseisen");
  const auto after = with_drafts(before, std::span(&draft, 1));
  CHECK(after.portfolio.accounts[index].industry == "Gusseisen");
  CHECK(before.portfolio.accounts[index].industry == "Guss");
  CHECK(place.scratch.content("accounts/weserguss.yaml") == kWeserguss);
  write_drafts(place.scratch.path(), std::span(&draft, 1));
  std::string expected(kWeserguss);
  expected.replace(expected.find("Guss\n"), 4, "Gusseisen");
  CHECK(place.scratch.content("accounts/weserguss.yaml") == expected);
}

TEST_CASE("a file that was saved meanwhile is left as it is") {
  const Stand place;
  const auto state = place.state();
  const auto draft = record_facts(*find_source(state.portfolio, "nordlicht"), state.portfolio.accounts[0],
                                  with_industry("Wind"), state.portfolio.settings);
  place.scratch.put("accounts/nordlicht.yaml", "kam: 1\nname: Nordlicht SE\n");
  CHECK(error_text([&] {
          write_drafts(place.scratch.path(), std::span(&draft, 1));
        }).find("was changed meanwhile by somebody else") != std::string::npos);
  CHECK(place.scratch.content("accounts/nordlicht.yaml") == "kam: 1\nname: Nordlicht SE\n");
}

TEST_CASE("a new account is a draft without a file before it, and replaces none") {
  const Stand place;
  const auto state = place.state();
  Account facts;
  facts.name = "Brenzbach GmbH";
  const auto draft = draft_new_account("brenzbach", facts, state);
  CHECK(draft.is_changed());
  CHECK(draft.after.find("name: Brenzbach GmbH\n") != std::string::npos);
  write_drafts(place.scratch.path(), std::span(&draft, 1));
  CHECK(place.scratch.content("accounts/brenzbach.yaml") == draft.after);
  CHECK_THROWS_AS(write_drafts(place.scratch.path(), std::span(&draft, 1)), Error);
}

TEST_CASE("steps see what those before them left, and each place is told once") {
  const Stand place;
  const auto state = place.state();
  const auto step = [](std::string path, std::optional<std::string> value) -> PlanStep {
    return [path, value](const Node& tree, const Settings& settings) {
      return plan_assignment(tree, {path, value}, settings);
    };
  };
  const std::vector<PlanStep> steps{step("tags[+]", "Guss"), step("tags[0]", "Eisen"),
                                    step("industry", std::nullopt), step("manager", "Anna Schmidt")};
  const auto stepped =
      carry_out_steps(*find_source(state.portfolio, "weserguss"), steps, state.portfolio.settings);
  REQUIRE(stepped.places.size() == 3);
  CHECK(format_path(stepped.places[0].path) == "tags[0]");
  CHECK(stepped.places[0].before == "–");
  CHECK(stepped.places[0].after == "Eisen");
  CHECK(stepped.places[1].before == "Guss");
  CHECK(stepped.places[1].after == "–");
  CHECK(stepped.places[2].after == "Anna Schmidt");
  CHECK(stepped.draft.account.tags == std::vector<std::string>{"Eisen"});
  const std::vector<PlanStep> wrong{step("industri", "x")};
  CHECK_THROWS_AS(
      carry_out_steps(*find_source(state.portfolio, "weserguss"), wrong, state.portfolio.settings),
      UsageError);
}

TEST_CASE("an answer that holds already is passed over, and of the others only what is new is recorded") {
  const Stand place;
  const auto state = place.state();
  const auto index = *find_account_index(state.portfolio, "weserguss");
  Assessment defaults;
  defaults.date = kToday;
  const std::vector<RequirementAnswer> answers{answer_of(index, 5, 3)};
  const auto same = find_new_answers(state, answers, defaults, Unchanged::passed_over);
  CHECK(same.facts.empty());
  CHECK(same.unchanged == 1);
  CHECK(find_new_answers(state, answers, defaults, Unchanged::recorded).recorded == 1);

  const std::vector<RequirementAnswer> twice{answer_of(index, 5, 4), answer_of(index, {}, 4.5)};
  const auto news = find_new_answers(state, twice, defaults, Unchanged::passed_over);
  CHECK(news.recorded == 2);
  REQUIRE(news.facts.size() == 1);
  const auto& rating = news.facts[0].facts.assessments.at(0).ratings.at(0).second;
  CHECK(rating.importance == std::nullopt);
  CHECK(rating.fulfilment == 4.5);
  const auto drafts = draft_facts(state, news.facts);
  REQUIRE(drafts.size() == 1);
  CHECK(drafts[0].account.assessments.size() == 2);
}

TEST_CASE("rows become drafts as they were matched and wanted") {
  const Stand place;
  const auto state = place.state();
  std::vector<ImportRow> rows(3);
  rows[0].name = "Weserguss AG";
  rows[0].industry = "Eisenguss";
  rows[1].name = "Neu GmbH";
  rows[2].name = "Nordlicht GmbH";
  const std::vector<Match> matches{{1, {}}, {std::nullopt, "neu"}, {0, {}}};
  const auto all = draft_import(state, rows, matches, ImportSelection::all);
  CHECK(all.drafts.size() == 2);
  CHECK(all.counts.created == 1);
  CHECK(all.counts.updated == 1);
  CHECK(all.counts.unchanged == 1);
  const auto created = draft_import(state, rows, matches, ImportSelection::create_only);
  CHECK(created.counts.skipped == 2);
  REQUIRE(created.drafts.size() == 1);
  CHECK_FALSE(created.drafts[0].before);
  CHECK(draft_import(state, rows, matches, ImportSelection::update_only).counts.skipped == 1);
}

TEST_CASE("what is supposed counts on the last day that was spoken, and only beside an importance") {
  const Stand place;
  const auto state = place.state();
  const auto index = *find_account_index(state.portfolio, "weserguss");
  ById<RequirementRating> wishes;
  wishes.emplace_back("delivery_on_time", RequirementRating{{}, 5, {}, {}});
  const auto supposed = suppose(state, index, wishes);
  const auto& assessments = supposed.portfolio.accounts[index].assessments;
  REQUIRE(assessments.size() == 2);
  CHECK(assessments.back().date == assessments.front().date);
  CHECK(*supposed.scores.accounts[index].fulfilment.headline().score >
        *state.scores.accounts[index].fulfilment.headline().score);
  wishes.emplace_back("price", RequirementRating{{}, 5, {}, {}});
  CHECK(error_text([&] { suppose(state, index, wishes); }) ==
        "nobody has said how important price is, so its fulfilment would count for nothing | Record its "
        "importance first, as in --rate price=4:.");
}
