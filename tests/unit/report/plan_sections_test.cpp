#include <doctest/doctest.h>

#include "stage.hpp"

using namespace kam;

namespace {

Settings with_offerings() {
  Settings settings = settings_of("Beispiel AG");
  settings.offerings = {{"spare_parts", {"", "Ersatzteile", "Spare parts"}}, {"service", {}}};
  return settings;
}

Lines section(const Account& account, const std::string& heading) {
  const Stage stage({account}, with_offerings());
  return section_of(build_plan(stage.view(), 0), heading);
}

}  // namespace

TEST_CASE("facts and team") {
  CHECK(section(nordlicht(), "Facts and team") ==
        Lines{"| Status | Key account", "| Qualification | Key account", "| ABC | A",
              "| Portfolio position | Strategic customer", "| Industry | Windenergie",
              "| Key account manager | Anna Schmidt", "| Customer since | 2014", "| Customer no. | 10023",
              "| Tags | export; offshore", "### Our team", "| Name | Role | Unit | Tasks | Authority",
              "| Anna Schmidt | Key-Account-Managerin | KAM | Jahresgespräch | Rabatt bis 5 %"});
  Account account = named("neu", "Neu AG");
  account.industry = "Bahn";
  CHECK(
      section(account, "Facts and team") ==
      Lines{
          "| Status | –", "| Qualification | Not yet known", "| ABC | –", "| Portfolio position | –",
          "| Industry | Bahn", "| Key account manager | –", "| Customer since | –",
          "Still to be asked: Who is its fixed contact on our side? Who of ours looks after this customer?"});
}

TEST_CASE("the summary scores what is known, says how far, and what to act on") {
  CHECK(section(nordlicht(), "Summary") ==
        Lines{"| Score | of 100 | Known | Basis", "| Attractiveness | 85 green | 75% | 5 of 8 criteria",
              "| Partnership | 80 green | 100% | 3 of 3 criteria",
              "| Collaboration | 80 green* | 20% | 1 of 5 areas",
              "| Fulfilment | 71 green* | 14.3% | Customer's view, last of 15 Sep 2026",
              "| Completeness | 95 green | – | 20 of 21 questions answered",
              "* Less than half of this is known.", "### What to act on",
              "- “Is flexible and open to change” matters (4 of 5) but is fulfilled at only 3 of 5; that "
              "costs 17.8 "
              "points, and no open action addresses it: plan one.",
              "- We rate ourselves 18.9 points better than the customer does: talk about where the two views "
              "differ."});
  Account account = nordlicht();
  account.assessments = {{day(2025, 2, 1), Perspective::own, "", "", {{"flexibility", {4, 5, {}, ""}}}},
                         {day(2025, 3, 1), Perspective::customer, "", "", {{"flexibility", {4, 5, {}, ""}}}}};
  const Lines stale = section(account, "Summary");
  REQUIRE(stale.size() == 10);
  CHECK(stale[4] == "| Fulfilment | 100 amber*† | 7.1% | Customer's view, last of 1 Mar 2025");
  CHECK(stale[7] == "† The last assessment is more than 365 days old.");
  account.assessments[1].date = day(2026, 11, 1);
  account.actions.clear();
  const Lines calm = section(account, "Summary");
  CHECK(calm.back() == "What is known gives no cause to act at once.");
}

TEST_CASE("figures by year: growth, ratios and plan, of years to come only the plan") {
  const Lines lines = section(nordlicht(), "Profile and figures");
  REQUIRE(lines.size() > 5);
  CHECK(Lines(lines.begin(), lines.begin() + 6) ==
        Lines{"### Figures by year",
              "| Year | Revenue | Revenue growth | Planned revenue | Against plan | Contribution margin | "
              "Contribution "
              "margin ratio | Profit | Purchasing volume | Share of wallet",
              "| 2024 | 1180000 | – | – | – | 390000 | 33.1% | – | 3300000 | 35.8%",
              "| 2025 | 1240000 | 5.1% | 1200000 | 3.3% | 412000 | 33.2% | 150000 | 3500000 | 35.4%",
              "| 2026 | – | – | 1400000 | – | – | – | – | – | –",
              "| 2027 | – | – | 1500000 | – | – | – | – | – | –"});
  Account account = named("neu", "Neu AG");
  account.figures[2024].revenue = 0;
  account.figures[2025].revenue = 1000;
  account.figures[2026];
  account.figures[2027].revenue = 5;
  CHECK(section(account, "Profile and figures")[1] == "| Year | Revenue");
  CHECK(section(account, "Profile and figures")[3] == "| 2025 | 1000");
  CHECK(section(account, "Profile and figures")[4] == "### Why this customer is important");
}

TEST_CASE("attractiveness with every criterion's rating, weight, points and reason") {
  const Lines lines = section(nordlicht(), "Profile and figures");
  REQUIRE(lines.size() == 17);
  CHECK(Lines(lines.begin() + 6, lines.end()) ==
        Lines{"### Why this customer is important",
              "| Criterion | Rating (0 to 5) | Weight | Points | Reason",
              "| Revenue with us | 5 | 20% | 26.67 | Revenue 2025: EUR 1.2 million",
              "| Contribution margin | 5 | 20% | 26.67 | Contribution margin 2025: EUR 412,000",
              "| Growth of our revenue with it | 3 | 10% | 8 | Revenue growth 2025: 5.1%",
              "| Value as a reference | 4 | 15% | 16 | –",
              "| Technology know-how we gain | 3 | 10% | 8 | Gemeinsamer Prüfstand",
              "| Innovation leader with demanding requirements | – | 10% | – | –",
              "| Pioneer of its industry | – | 10% | – | –",
              "| Its demands set us apart with others | – | 5% | – | –",
              "Attractiveness: 85 of 100 points; 75% of the weight is known."});
}

TEST_CASE("goals, people and collaboration") {
  CHECK(section(nordlicht(), "The customer's goals") ==
        Lines{"### Goals", "- Verfügbarkeit über 98 %", "### Services that matter most to it",
              "- Liefertreue", "### Strengths in its market", "- Offshore-Service",
              "### Our contribution in its eyes", "Kürzere Stillstände"});
  CHECK(section(nordlicht(), "People at the customer") ==
        Lines{"| Name | Position | Role in decisions | Influence (0 to 5) | Attitude to us | Our contact",
              "| Dr. Maren Petersen | Leiterin Einkauf | Decision maker | 5 | Supporter | Anna Schmidt",
              "### Who of ours knows whom", "| Our contact | Number | Knows",
              "| Anna Schmidt | 1 | Dr. Maren Petersen (Decision maker)",
              "Every decision maker who is named has a contact on our side."});
  Account account = nordlicht();
  account.customer_view.goals.clear();
  account.contacts[0].role = ContactRole::user;
  CHECK(section(account, "The customer's goals").back() ==
        "Still to be asked: Which goals does the customer pursue?");
  CHECK(section(account, "People at the customer")[2] ==
        "Who decides is not known yet: none of these people is named as a decision maker.");
  CHECK(section(nordlicht(), "Collaboration") ==
        Lines{"### Areas in which we work together", "| Area | Intensity (0 to 5) | Activities | People",
              "| Product development | – | – | –", "| Logistics | 4 | Konsignationslager | Jonas Weber",
              "| Quality management | – | – | –", "| Marketing | – | – | –", "| Sales | – | – | –",
              "Collaboration: 80 of 100 points; 20% of the weight is known.", "### Partnership",
              "| Criterion | Rating (0 to 5) | Weight | Points | Reason",
              "| How much close collaboration is possible? | 4 | 33.3% | 26.67 | –",
              "| How far does it accept us as a partner? | 5 | 33.3% | 33.33 | –",
              "| How important are we to its strategy? | 3 | 33.3% | 20 | einer von zweien",
              "Partnership: 80 of 100 points."});
}

TEST_CASE("requirements: those that cost most first, with priority and action") {
  Account account = nordlicht();
  account.actions[1].requirement = "flexibility";
  const Lines lines = section(account, "Requirements and fulfilment");
  REQUIRE(lines.size() == 28);
  CHECK(
      Lines(lines.begin(), lines.begin() + 7) ==
      Lines{
          "The customer's view, last rated on 15 Sep 2026: 2 of 14 requirements are rated, and we fulfil "
          "them with "
          "71 of 100 points.",
          "| Requirement | Importance (0 to 5) | Fulfilled (0 to 5) | Points lost | Priority | Action | Note",
          "| Is flexible and open to change | 4 | 3 | 17.78 | Concentrate here | EDI einführen | Eilaufträge "
          "dauern",
          "| Delivers the agreed quality | 5 | 4 | 11.11 | Keep up the good work | – | –",
          "Importance counts as high from 3, fulfilment as good from 3.5. What is important and not well "
          "fulfilled "
          "comes first.",
          "Not rated yet, and therefore not counted:", "- Delivers on time"});
  CHECK(Lines(lines.begin() + 18, lines.begin() + 23) ==
        Lines{"### What would help most", "| Requirement | Points to win | Fulfilment then | Action",
              "| Is flexible and open to change | +17.78 | 89 | EDI einführen",
              "| Delivers the agreed quality | +11.11 | 100 | –",
              "Each fulfilled to 5 and as important as today; the ones above it fulfilled already."});
  CHECK(Lines(lines.begin() + 23, lines.end()) ==
        Lines{"### How it has developed", "| Date | Perspective | Fulfilment | Change",
              "| 2026-03-31 | Customer's view | 62 | –", "| 2026-09-15 | Customer's view | 71 | +8.89",
              "| 2026-09-16 | Own view | 90 | –"});
}

TEST_CASE("an own view alone is named as such") {
  Account account = nordlicht();
  account.assessments = {{day(2026, 2, 1), Perspective::own, "", "", {{"flexibility", {4, 5, {}, ""}}}}};
  CHECK(section(account, "Requirements and fulfilment").front() ==
        "Our own view, last rated on 1 Feb 2026; the customer's is not known. 1 of 14 requirements are "
        "rated, and we "
        "fulfil them with 100 of 100 points.");
  CHECK(section(account, "Our position and the two views").back() ==
        "Still to be asked: Have we asked the customer itself?");
}

TEST_CASE("our position: the two views and the competitor beside each other") {
  CHECK(section(nordlicht(), "Our position and the two views") ==
        Lines{"### What only we do for this customer", "- Ersatzteile binnen 24 Stunden",
              "### How we see it, how the customer sees it",
              "We see ourselves at 90 of 100 points, the customer sees us at 71: by our own view we are 18.9 "
              "points "
              "better. A competitor does better with “Is flexible and open to change”.",
              "| Requirement | Customer's view | Own view | Difference | Best competitor",
              "| Delivers the agreed quality | 4 | 4.5 | 0.5 | –",
              "| Is flexible and open to change | 3 | – | – | 4"});
  Account account = nordlicht();
  account.assessments.resize(2);
  account.assessments[0].ratings[1].second.best_competitor = 3;
  CHECK(section(account, "Our position and the two views").back() ==
        "Still to be asked: How well do we ourselves think we fulfil the requirements?");
  CHECK(section(account, "Our position and the two views")[3].starts_with("| Requirement"));
  const auto own = [](double fulfilment) {
    return Assessment{
        day(2026, 10, 1), Perspective::own, "", "", {{"delivered_quality", {4, fulfilment, {}, ""}}}};
  };
  account.assessments = {
      {day(2026, 10, 1), Perspective::customer, "", "", {{"delivered_quality", {4, 4, {}, ""}}}}, own(4)};
  CHECK(section(account, "Our position and the two views")[3] ==
        "The customer and we see it alike: both views give 80 of 100 points.");
  account.assessments[1] = own(2);
  CHECK(section(account, "Our position and the two views")[3] ==
        "We see ourselves at 40 of 100 points, the customer sees us at 80: by our own view we are 40 points "
        "worse.");
}

TEST_CASE("SWOT, potentials, white space, objectives, actions and notes") {
  CHECK(section(nordlicht(), "Strengths, weaknesses, opportunities, threats (SWOT)") ==
        Lines{"### Strengths", "- Servicenetz", "### Weaknesses", "- Angebotszeiten", "### Opportunities",
              "- Offshore-Ausbau", "### Threats", "- Zweitlieferant"});
  CHECK(section(nordlicht(), "Potentials and white space") ==
        Lines{"| Potential | Kind | Value | Probability | Expected value | Status | Owner | Due",
              "| Zustandsüberwachung | New products, services, solutions | 250000 | 40% | 100000 | Open | "
              "Jonas Weber | "
              "2027-06-30",
              "| Altes Geschäft | Joint strategy and planning | 10000 | 50% | – | Lost | – | –",
              "The open potentials, each weighted by its probability, are worth EUR 100,000.",
              "### White space", "| Product line | Revenue today | Potential | White space | Competitor",
              "| Spare parts | 420000 | 600000 | 180000 | Meyer Teile KG", "| service | – | – | – | –",
              "In all, EUR 180,000 of the potential is still unused."});
  Account full = nordlicht();
  full.offerings[0].second.potential = 400000;
  CHECK(section(full, "Potentials and white space")[6] ==
        "| Spare parts | 420000 | 400000 | 0 | Meyer Teile KG");
  CHECK(section(nordlicht(), "Our objectives") ==
        Lines{"| Objective | Measure | Target | Today | Year",
              "| Umsatz 1,5 Mio. | Revenue | 1500000 | 1240000 | 2027",
              "| Zufriedenheit | – | 4.5 | – | 2027"});
  CHECK(section(nordlicht(), "Notes") == Lines{"> Erste Zeile\nZweite Zeile"});
}

TEST_CASE("actions stand by due date, the overdue ones marked in words") {
  Account account = nordlicht();
  account.actions = {{"Fertig", "", "", {}, ActionStatus::done},
                     {"Verworfen", "", "", day(2020, 1, 1), ActionStatus::dropped},
                     {"Ohne Termin", "", "", {}, ActionStatus::open},
                     {"Später", "", "", day(2027, 1, 1), ActionStatus::open},
                     {"Heute", "flexibility", "", day(2026, 11, 24), ActionStatus::open},
                     {"Gestern", "", "", day(2026, 11, 23), ActionStatus::open},
                     {"Vorgestern", "", "Petra", day(2026, 11, 22), ActionStatus::open}};
  CHECK(section(account, "Actions") ==
        Lines{"| Action | Requirement | Owner | Due | Status",
              "| Vorgestern | – | Petra | 2026-11-22 | overdue for 2 days",
              "| Gestern | – | – | 2026-11-23 | overdue for 1 day",
              "| Heute | Is flexible and open to change | – | 2026-11-24 | due today",
              "| Später | – | – | 2027-01-01 | Open", "| Ohne Termin | – | – | – | Open",
              "| Fertig | – | – | – | Done", "| Verworfen | – | – | 2020-01-01 | Dropped"});
}
