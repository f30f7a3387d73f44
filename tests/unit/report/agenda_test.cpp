#include "kam/report/agenda.hpp"

#include <algorithm>
#include <numeric>

#include "kam/model/error.hpp"
#include "stage.hpp"

using namespace kam;

namespace {

std::vector<Account> two_accounts() {
  Account a = named("a", "Firma a");
  a.manager = "Anna";
  a.actions = {{"Late", "", "Bo", day(2026, 11, 23), ActionStatus::open},
               {"Today", "", "", day(2026, 11, 24), ActionStatus::open},
               {"Last day", "", "bO", day(2027, 2, 22), ActionStatus::open},
               {"Too late", "", "Bo", day(2027, 2, 23), ActionStatus::open},
               {"Done", "", "Cy", day(2026, 1, 1), ActionStatus::done}};
  Account b = named("b", "Firma b");
  b.status = Status::former;
  b.potentials = {{"Win back", "", {}, {}, PotentialStatus::open, "", {}}};
  return {a, b};
}

AgendaQuery everything(const View& view) {
  AgendaQuery query;
  query.accounts.resize(view.accounts.size());
  std::iota(query.accounts.begin(), query.accounts.end(), 0U);
  query.until = default_agenda_end(view.as_of);
  return query;
}

Lines titles(const Agenda& agenda) {
  Lines titles;
  for (const AgendaItem& item : agenda.items) titles.push_back(item.title);
  return titles;
}

}  // namespace

TEST_CASE("the agenda ends after 90 days, and counts what comes later") {
  const Stage stage(two_accounts());
  const View view = stage.view();
  CHECK(default_agenda_end(view.as_of) == day(2027, 2, 22));
  CHECK(default_agenda_end(day(9999, 12, 1)) == day(9999, 12, 31));
  const Agenda agenda = select_agenda(view, everything(view));
  CHECK(titles(agenda) == Lines{"Late", "Today", "Last day", "", "Win back"});
  CHECK(agenda.later == 1);
  CHECK(agenda.latest == day(2027, 2, 23));
  CHECK(agenda.without_owner == 0);
}

TEST_CASE("the agenda of one person tells how much is nobody's") {
  const Stage stage(two_accounts());
  const View view = stage.view();
  AgendaQuery query = everything(view);
  query.owner = " BO ";
  const Agenda agenda = select_agenda(view, query);
  CHECK(agenda.owner == "Bo");
  CHECK(titles(agenda) == Lines{"Late", "Last day"});
  CHECK(agenda.later == 1);
  CHECK(agenda.without_owner == 2);
  query.owner = "cy";  // has nothing open, but is known
  CHECK(select_agenda(view, query).items.empty());
  for (const char* nobody : {"", "Annna", "Xaver"}) {
    CAPTURE(nobody);
    query.owner = nobody;
    CHECK_THROWS_AS(select_agenda(view, query), UsageError);
  }
}

TEST_CASE("the agenda in three groups") {
  const Stage stage(two_accounts(), settings_of("Beispiel AG"));
  const Document document = build_agenda(stage.view(), select_agenda(stage.view(), everything(stage.view())));
  CHECK(document.title == "Beispiel AG: agenda");
  CHECK(headings_of(document) == Lines{"Overdue", "Due up to 22 Feb 2027", "Without date"});
  const Lines overdue = section_of(document, "Overdue");
  CHECK(overdue.back() == "| 2026-11-23 | overdue for 1 day | Firma a | Late | Action | Bo");
  const Lines undated = section_of(document, "Without date");
  CHECK(std::ranges::find(undated, "| Firma a | Assess for the first time | First assessment | Anna") !=
        undated.end());
  CHECK(std::ranges::find(undated, "| Firma b (former customer) | Win back | Potential | –") !=
        undated.end());
}

TEST_CASE("only what is overdue is red, and what is due today amber") {
  const Stage stage(two_accounts());
  const Document document = build_agenda(stage.view(), select_agenda(stage.view(), everything(stage.view())));
  std::vector<Band> bands;
  for (const Block& block : document.blocks)
    if (const auto* table = std::get_if<Table>(&block))
      for (const auto& row : table->rows)
        if (const auto* state = std::get_if<Term>(&row[1])) bands.push_back(state->band);
  CHECK(bands == std::vector{Band::red, Band::amber, Band::none});
}

TEST_CASE("the calendar has an event only for what has a day and no one to close it") {
  std::vector<Account> accounts = two_accounts();
  Assessment assessment;
  assessment.date = day(2025, 11, 30);
  assessment.ratings = {{"flexibility", {3, 4, {}, ""}}};
  accounts[0].assessments = {assessment};
  const Stage stage(accounts);
  const Calendar calendar =
      build_agenda_calendar(stage.view(), select_agenda(stage.view(), everything(stage.view())));
  CHECK(calendar.stamp == day(2026, 11, 24));
  Lines events;
  for (const CalendarEntry& entry : calendar.entries)
    if (entry.kind == CalendarEntry::Kind::event) events.push_back(entry.summary);
  CHECK(events == Lines{"Firma a: Hold the annual talk (last assessed on 30 Nov 2025)"});
  CHECK(calendar.entries.front().summary == "Firma a: Late");
  CHECK(calendar.entries.front().description == "Kind: Action\nOwner: Bo\nStatus: overdue for 1 day");
}

TEST_CASE("on a narrow terminal when, for whom, what and who stay") {
  const Stage stage(two_accounts());
  const Document document = build_agenda(stage.view(), select_agenda(stage.view(), everything(stage.view())));
  Lines staying;
  for (const Column& column : std::get<Table>(document.blocks.at(1)).columns)
    if (column.rank == 0) staying.push_back(column.key);
  CHECK(staying == Lines{"due", "name", "title", "owner"});
}
