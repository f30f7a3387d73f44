#include "kam/score/agenda.hpp"

#include <vector>

#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

Assessment talk(std::string_view date, const std::string& source) {
  Assessment made = assessment(date, Perspective::customer, {{"flexibility", 4, 2}});
  made.source = source;
  return made;
}

std::vector<AgendaItem> agenda_of(const std::vector<Account>& accounts, Date as_of = kToday,
                                  int stale_after_days = 365) {
  Settings rules = settings();
  rules.thresholds.stale_after_days = stale_after_days;
  const PortfolioScores scores = score_portfolio(accounts, rules, as_of);
  return find_agenda(accounts, scores.accounts, rules.thresholds, as_of);
}

// `kind title due counted_from` of each, the date empty where there is none.
std::vector<std::string> lines(const std::vector<AgendaItem>& items) {
  const auto iso = [](std::optional<Date> date) { return date ? format_iso_date(*date) : std::string("-"); };
  std::vector<std::string> lines;
  for (const AgendaItem& item : items)
    lines.push_back(std::string(to_id(item.kind)) + " " + item.title + " " + iso(item.due) + " " +
                    iso(item.counted_from));
  return lines;
}

using Expected = std::vector<std::string>;

Account assessed(std::initializer_list<Assessment> assessments) {
  Account account = unknown_account();
  account.manager = "Anna";
  account.assessments = assessments;
  return account;
}

}  // namespace

TEST_CASE("the agenda has what is open of actions and potentials, dated or not") {
  Account account = assessed({talk("2026-11-01", "")});
  account.actions = {{"later", "", "Bo", day("2027-01-02"), ActionStatus::open},
                     {"whenever", "", "", {}, ActionStatus::open},
                     {"done", "", "Bo", day("2026-01-02"), ActionStatus::done},
                     {"dropped", "", "Bo", day("2026-01-02"), ActionStatus::dropped}};
  account.potentials = {{"late", "", {}, {}, PotentialStatus::open, "Cy", day("2026-11-23")},
                        {"won", "", {}, {}, PotentialStatus::won, "Cy", day("2026-01-02")},
                        {"lost", "", {}, {}, PotentialStatus::lost, "Cy", {}},
                        {"someday", "", {}, {}, PotentialStatus::open, "", {}}};
  const auto items = agenda_of({account});
  CHECK(lines(items) == Expected{"potential late 2026-11-23 -", "action later 2027-01-02 -",
                                 "annual_talk  2027-11-01 2026-11-01", "action whenever - -",
                                 "potential someday - -"});
  CHECK(items[0].owner == "Cy");
  CHECK(items[1].owner == "Bo");
  CHECK(items[2].owner == "Anna");
  CHECK(items[3].owner.empty());  // not the manager, whom nobody has named for it
}

TEST_CASE("a talk is due a year after the last one, else after the last assessment") {
  const auto talk_of = [](const Account& account, Date as_of = kToday) {
    for (const AgendaItem& item : agenda_of({account}, as_of))
      if (item.kind == AgendaKind::annual_talk) return format_iso_date(*item.due);
    return std::string();
  };
  CHECK(talk_of(assessed({talk("2026-03-31", "Jahresgespräch 2026"), talk("2026-09-15", "Anruf")})) ==
        "2027-03-31");
  CHECK(talk_of(assessed({talk("2026-09-15", "Anruf"), talk("2026-03-31", "x")})) == "2027-09-15");
  CHECK(talk_of(assessed({talk("2026-09-15", "ANNUAL  TALK, minutes"),
                          talk("2026-03-31", "JAHRESGESPRÄCH")})) == "2027-09-15");
  CHECK(talk_of(assessed({talk("2024-02-29", "")})) == "2025-02-28");
  CHECK(talk_of(assessed({talk("2026-11-24", "")})) == "2027-11-24");
  CHECK(talk_of(assessed({talk("2026-03-31", ""), talk("2026-11-25", "Jahresgespräch")})) == "2027-03-31");
  CHECK(talk_of(assessed({talk("2026-11-25", "Jahresgespräch")})).empty());
  CHECK(talk_of(assessed({talk("9999-05-01", "")}), day("9999-12-31")) == "9999-12-31");
}

TEST_CASE("a source is compared without case, composed or not") {
  for (const char* source : {"Jahresgespräch 2026", "jahresGESPRÄCH",
                             "Jahresgespra\xCC\x88"
                             "ch",
                             "Jahresgespraech", "Notes of the Annual Talk", "annual\ttalk"}) {
    CAPTURE(source);
    CHECK(is_annual_talk(source));
  }
  for (const char* source : {"", "Gespräch", "talk", "annual report"}) {
    CAPTURE(source);
    CHECK_FALSE(is_annual_talk(source));
  }
}

TEST_CASE("an assessment that is missing has no date, and without any there is no talk") {
  CHECK(lines(agenda_of({unknown_account()})) == Expected{"assessment_missing  - -"});
  // Rated, but no score: importance alone.
  Account half = assessed({assessment("2026-10-01", Perspective::customer, {{"flexibility", 4, {}}})});
  CHECK(lines(agenda_of({half})) ==
        Expected{"annual_talk  2027-10-01 2026-10-01", "assessment_missing  - -"});
}

TEST_CASE("a talk counts from its own day on") {
  const Account account = assessed({talk("2025-11-24", "Annual talk"), talk("2026-11-24", "Annual talk")});
  CHECK(lines(agenda_of({account}, day("2026-11-24"))) == Expected{"annual_talk  2027-11-24 2026-11-24"});
  CHECK(lines(agenda_of({account}, day("2026-11-23"))).back() == "annual_talk  2026-11-24 2025-11-24");
}

TEST_CASE("an assessment is overdue on the agenda just where it is stale") {
  const Account account = assessed({talk("2026-01-01", "")});
  for (const char* today : {"2026-12-30", "2026-12-31", "2027-01-01", "2027-01-02", "2027-01-03"}) {
    CAPTURE(today);
    const Date as_of = day(today);
    const AccountScores scores = score_account(account, settings(), as_of);
    const auto items = agenda_of({account}, as_of);
    const bool listed = items.front().kind == AgendaKind::assessment_stale;
    CHECK(listed == scores.stale);  // on time the talk of 1 January renews it
    CHECK((assessment_state(scores) == AssessmentState::stale) == scores.stale);
    if (listed) CHECK(is_overdue(items.front().due, as_of));
  }
}

TEST_CASE("an assessment that goes out of date before the talk is listed in time") {
  const Account account = assessed({talk("2026-11-01", "")});
  CHECK(lines(agenda_of({account}, kToday, 100)) ==
        Expected{"assessment_stale  2027-02-09 2026-11-01", "annual_talk  2027-11-01 2026-11-01"});
  CHECK(lines(agenda_of({account}, kToday, 365)) == Expected{"annual_talk  2027-11-01 2026-11-01"});
  CHECK(lines(agenda_of({account}, kToday, 2000000000)) == Expected{"annual_talk  2027-11-01 2026-11-01"});
}

TEST_CASE("of a former customer only what is open counts") {
  Account account = assessed({talk("2020-01-01", "Jahresgespräch")});
  account.status = Status::former;
  account.actions = {{"return the tools", "", "Bo", day("2026-01-02"), ActionStatus::open}};
  account.potentials = {{"win it back", "", {}, {}, PotentialStatus::open, "", {}}};
  CHECK(lines(agenda_of({account})) ==
        Expected{"action return the tools 2026-01-02 -", "potential win it back - -"});
}

TEST_CASE("items of one day stand by account id, then in the file's order") {
  const auto with = [](const std::string& id, std::initializer_list<const char*> titles) {
    Account account = unknown_account(id);
    account.status = Status::former;
    for (const char* title : titles)
      account.actions.push_back({title, "", "", day("2026-12-01"), ActionStatus::open});
    return account;
  };
  CHECK(lines(agenda_of({with("b", {"z", "a"}), with("a", {"m"})})) ==
        Expected{"action m 2026-12-01 -", "action z 2026-12-01 -", "action a 2026-12-01 -"});
}

TEST_CASE("of equal titles each keeps its number when another is done") {
  Account account = unknown_account();
  account.status = Status::former;
  account.actions = {{"call", "", "", {}, ActionStatus::done}, {"call", "", "", {}, ActionStatus::open}};
  const auto items = agenda_of({account});
  REQUIRE(items.size() == 1);
  CHECK(items[0].occurrence == 2);
}
