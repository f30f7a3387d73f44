#include <doctest/doctest.h>

#include "report/portfolio/portfolio.hpp"
#include "stage.hpp"

using namespace kam;

namespace {

// Attractiveness and fulfilment of its own: one rated criterion, one or two rated requirements.
Account customer(const std::string& id, std::optional<double> revenue, std::optional<double> reference,
                 const std::vector<std::pair<std::string, RequirementRating>>& ratings) {
  Account account = named(id, "Firma " + id);
  if (revenue) account.figures[2025].revenue = revenue;
  if (reference) account.attractiveness = {{"reference", {reference, ""}}};
  if (!ratings.empty()) account.assessments = {{day(2026, 5, 1), Perspective::customer, "", "", ratings}};
  return account;
}

// Only `reference` counts, so that attractiveness is 20 × its rating.
Settings simple_settings() {
  Settings settings = settings_of("Beispiel AG");
  settings.attractiveness = {{"reference", 1, {}, {}, {}}};
  settings.partnership = {{"partner_acceptance", 1, {}, {}, {}}};
  return settings;
}

std::vector<Account> five() {
  Account a =
      customer("alpha", 600000, 5, {{"flexibility", {4, 3, {}, ""}}, {"delivery_on_time", {4, 5, {}, ""}}});
  a.partnership = {{"partner_acceptance", {4, ""}}};
  a.actions = {{"Schulung", "flexibility", "Zoe", day(2026, 12, 1), ActionStatus::open},
               {"Fertig", "", "", day(2026, 1, 1), ActionStatus::done}};
  Account b = customer("beta", 300000, 4, {{"flexibility", {5, 1, {}, ""}}});
  b.partnership = {{"partner_acceptance", {1, ""}}};
  b.actions = {{"Anruf", "", "Anna", day(2026, 11, 20), ActionStatus::open},
               {"Angebot", "", "", day(2026, 12, 1), ActionStatus::open}};
  Account c = customer("gamma", 100000, {}, {{"flexibility", {5, 0, {}, ""}}});
  c.assessments[0].date = day(2025, 5, 1);
  Account d = customer("delta", {}, 1, {});
  d.partnership = {{"partner_acceptance", {5, ""}}};
  d.manager = "Anna Schmidt";
  Account e = customer("omega", 900000, 5, {{"flexibility", {5, 0, {}, ""}}});
  e.status = Status::former;
  e.actions = {{"Rückgabe", "", "Anna", day(2026, 12, 1), ActionStatus::open}};
  return {a, b, c, d, e};
}

}  // namespace

TEST_CASE("the portfolio's report, its order and opening in both languages") {
  const Stage stage(five(), simple_settings());
  const Document en = build_portfolio_report(stage.view());
  CHECK(en.title == "Beispiel AG: customer portfolio");
  CHECK(en.aside == "as of 24 Nov 2026");
  CHECK(en.subtitle == Lines{"Amounts in EUR"});
  CHECK(
      lines_of(en)[3] ==
      "As of 24 Nov 2026 we look at 4 customers with a revenue of EUR 1 million in all. The largest, Firma "
      "alpha, "
      "accounts for 60% of it. The revenue of one customer is not known. One customer meets our criteria for "
      "a key "
      "account. One is attractive enough but not yet a partner: a candidate. Of one customer we know too "
      "little to "
      "tell. One action is overdue. The longest overdue is “Anruf” for Firma beta: it was due on 20 Nov "
      "2026. Most "
      "is to be gained with Firma beta: “Is flexible and open to change”. How well we fulfil the "
      "requirements of one "
      "customer we do not know: nobody has assessed it yet. For one customer the assessment is out of date.");
  CHECK(headings_of(en) == Lines{"Summary", "The customers at a glance", "Portfolio matrix",
                                 "Fulfilment over time", "Revenue by ABC class and concentration",
                                 "The largest shortfalls", "Open and overdue actions",
                                 "Not assessed or out of date", "Former customers"});
  const Document de = build_portfolio_report(stage.view(Language::de));
  CHECK(de.title == "Beispiel AG: Kundenportfolio");
  CHECK(lines_of(de)[3] ==
        "Mit Stand vom 24.11.2026 betrachten wir 4 Kunden mit zusammen 1 Mio. EUR Umsatz. Der größte, Firma "
        "alpha, "
        "steht für 60\u00a0% davon. Von einem Kunden ist der Umsatz nicht bekannt. Ein Kunde erfüllt unsere "
        "Kriterien "
        "für Schlüsselkunden. Ein Kunde ist attraktiv genug, aber noch kein Partner: ein Kandidat. Über "
        "einen Kunden "
        "wissen wir dafür noch zu wenig. Eine Maßnahme ist überfällig. Am längsten überfällig ist „Anruf“ "
        "für Firma "
        "beta: Fällig war es am 20.11.2026. Am meisten zu gewinnen ist bei Firma beta: „Ist flexibel und "
        "offen für "
        "Veränderungen“. Wie gut wir die Anforderungen eines Kunden erfüllen, wissen wir nicht: Sie sind "
        "noch nicht "
        "bewertet. Bei einem Kunden ist die Bewertung veraltet.");
  CHECK(headings_of(de) == Lines{"Zusammenfassung", "Die Kunden im Überblick", "Portfoliomatrix",
                                 "Erfüllungsgrad im Zeitverlauf", "ABC-Analyse und Konzentration",
                                 "Die größten Punktverluste", "Offene und überfällige Maßnahmen",
                                 "Nicht bewertet oder veraltet", "Ehemalige Kunden"});
}

TEST_CASE("summary and customers at a glance leave former customers out") {
  const Stage stage(five(), simple_settings());
  const Document document = build_portfolio_report(stage.view());
  CHECK(section_of(document, "Summary") ==
        Lines{"| Accounts | 4", "| Revenue | 1000000", "| Key accounts by our criteria | 1",
              "| Candidates, not yet partners | 1", "| Regular customers | 1", "| Not yet known | 1",
              "| Not yet assessed | 1", "| Assessment out of date | 1", "| Open actions | 4",
              "| Overdue actions | 1", "| Expected value of open potentials | –"});
  CHECK(
      section_of(document, "The customers at a glance") ==
      Lines{"| # | Customer | ABC | Revenue | Attractiveness | Partnership | Fulfilment | Perspective | "
            "Qualification",
            "| 2 | Firma alpha>alpha | A | 600000 | 100 green | 80 green | 80 green* | Customer's view | Key "
            "account",
            "| 3 | Firma beta>beta | A | 300000 | 80 green | 20 red | 20 red* | Customer's view | Candidate",
            "| 4 | Firma delta>delta | – | – | 20 red | 100 green | – | – | Regular customer",
            "| 5 | Firma gamma>gamma | B | 100000 | – | – | 0 red*† | Customer's view | Not yet known",
            "* Less than half of this is known.", "† The last assessment is more than 365 days old."});
  CHECK(section_of(document, "Former customers") ==
        Lines{"They are not in the list above, where their place stays empty, and count in no total, class "
              "or matrix.",
              "- Firma omega>omega: place 1"});
}

TEST_CASE("the matrix shows its four fields with linked customers, and says who is not in it and why") {
  std::vector<Account> accounts = five();
  accounts.push_back(customer("beta2", 1, 3, {{"flexibility", {5, 2, {}, ""}}}));
  accounts.push_back(customer("status", 1, 1, {{"flexibility", {5, 4, {}, ""}}}));
  accounts.push_back(named("neu", "Neu AG"));
  const Stage stage(accounts, simple_settings());
  CHECK(section_of(build_portfolio_report(stage.view()), "Portfolio matrix") ==
        Lines{"| Attractiveness | Low strength | High strength",
              "| high | Star customer: 2 | Strategic customer: 1", "|  | Firma beta>beta | Firma alpha>alpha",
              "|  | Firma beta2>beta2 | ", "| low | Streamline customer: 0 | Status customer: 1",
              "|  |  | Firma status>status",
              "Attractiveness is high from 60 points. Our strength is how well we fulfil the requirements; "
              "it is high "
              "from 67 points.",
              "Not in the matrix:", "- Firma delta>delta: fulfilment is not known",
              "- Firma gamma>gamma: attractiveness is not known",
              "- Neu AG>neu: neither attractiveness nor fulfilment is known"});
}

TEST_CASE("revenue by class, its concentration, and who has no class") {
  const Stage stage(five(), simple_settings());
  CHECK(
      section_of(build_portfolio_report(stage.view()), "Revenue by ABC class and concentration") ==
      Lines{
          "| Class | Accounts | Revenue | Share of revenue", "| A | 2 | 900000 | 90%",
          "| B | 1 | 100000 | 10%", "| C | 0 | 0 | 0%",
          "The largest customer accounts for 60% of revenue, the three largest for 100%. The Herfindahl "
          "index of "
          "concentration is 0.46; 1 would be a single customer.",
          "Class A: the largest customers, up to 80% of revenue in all; class B up to 95%; class C the rest.",
          "Without a class, because their revenue is not known: Firma delta."});
}

// alpha: importances 4 and 4 of 5, Σi·max = 40; flexibility loses 100·4·2/40 = 20, attractiveness 100: 20.
// beta: flexibility loses 100·5·4/25 = 80, attractiveness 80: 64. gamma: attractiveness unknown. omega:
// former.
TEST_CASE("shortfalls are weighted by attractiveness") {
  const Stage stage(five(), simple_settings());
  CHECK(section_of(build_portfolio_report(stage.view()), "The largest shortfalls") ==
        Lines{"What costs most satisfaction with the customers that matter most: points lost, weighted by "
              "the customer's "
              "attractiveness.",
              "| Customer | Requirement | Importance | Fulfilled | Points lost | Weighted | Action",
              "| Firma beta>beta | Is flexible and open to change | 5 | 1 | 80 | 64 | no action",
              "| Firma alpha>alpha | Is flexible and open to change | 4 | 3 | 20 | 20 | Schulung",
              "Left out, because the attractiveness is not known and their losses cannot be weighted: Firma "
              "gamma."});
  const View view = stage.view();
  CHECK(weighted_shortfalls(view).size() == 2);
  CHECK(unweighted_accounts(view) == std::vector<std::size_t>{2});
}

TEST_CASE("of the shortfalls only the ten largest are shown, of equals the better ranked account's first") {
  std::vector<Account> accounts;
  for (const char* id : {"a", "b", "c"})
    accounts.push_back(customer(id, {}, 5,
                                {{"delivered_quality", {1, 4, {}, ""}},
                                 {"delivery_on_time", {1, 3, {}, ""}},
                                 {"acceptable_price", {1, 4, {}, ""}},
                                 {"customer_goals", {1, 4, {}, ""}}}));
  const Stage stage(accounts, simple_settings());
  const Lines lines = section_of(build_portfolio_report(stage.view()), "The largest shortfalls");
  REQUIRE(lines.size() == 12);
  CHECK(lines[2] == "| Firma a>a | Delivers on time | 1 | 3 | 10 | 10 | no action");
  CHECK(lines[3] == "| Firma b>b | Delivers on time | 1 | 3 | 10 | 10 | no action");
  CHECK(lines[5] == "| Firma a>a | Delivers the agreed quality | 1 | 4 | 5 | 5 | no action");
  CHECK(lines[6] == "| Firma a>a | Prices are acceptable | 1 | 4 | 5 | 5 | no action");
  CHECK(lines[11] == "| Firma c>c | Delivers the agreed quality | 1 | 4 | 5 | 5 | no action");
}

TEST_CASE("open actions stand by due date, owner and customer; a former customer's are marked") {
  std::vector<Account> accounts = five();
  accounts[3].actions = {{"Ohne Termin", "", "Anna", {}, ActionStatus::open}};
  accounts[0].actions.push_back({"Auch Anna", "", "Anna", day(2026, 12, 1), ActionStatus::open});
  const Stage stage(accounts, simple_settings());
  CHECK(section_of(build_portfolio_report(stage.view()), "Open and overdue actions") ==
        Lines{"| Due | Owner | Customer | Action | Status",
              "| 2026-11-20 | Anna | Firma beta>beta | Anruf | overdue for 4 days",
              "| 2026-12-01 | Anna | Firma alpha>alpha | Auch Anna | Open",
              "| 2026-12-01 | Anna | Firma omega (former customer)>omega | Rückgabe | Open",
              "| 2026-12-01 | Zoe | Firma alpha>alpha | Schulung | Open",
              "| 2026-12-01 | – | Firma beta>beta | Angebot | Open",
              "| – | Anna | Firma delta>delta | Ohne Termin | Open"});
}

TEST_CASE("who is not assessed or was assessed too long ago") {
  const Stage stage(five(), simple_settings());
  CHECK(section_of(build_portfolio_report(stage.view()), "Not assessed or out of date") ==
        Lines{"| Customer | Status | Last assessed | Completeness | Key account manager",
              "| Firma delta>delta | not assessed yet | – | 14.3% | Anna Schmidt",
              "| Firma gamma>gamma | out of date: 572 days ago | 2025-05-01 | 9.5% | –"});
}

TEST_CASE("an empty portfolio, and one of former customers only, say so") {
  const Stage empty({}, settings_of("Beispiel AG"));
  CHECK(lines_of(build_portfolio_report(empty.view())) ==
        Lines{"Beispiel AG: customer portfolio", "as of 24 Nov 2026", "Amounts in EUR",
              "As of 24 Nov 2026 no customer has been recorded yet."});
  Account former = customer("omega", 900000, 5, {{"flexibility", {5, 0, {}, ""}}});
  former.status = Status::former;
  const Stage gone({former});
  const Document document = build_portfolio_report(gone.view());
  CHECK(document.title == "Customer portfolio");
  CHECK(lines_of(document)[3] == "As of 24 Nov 2026 only former customers are recorded.");
  CHECK(headings_of(document) == Lines{"Open and overdue actions", "Former customers"});
  CHECK(section_of(document, "Open and overdue actions") == Lines{"No action is open."});
}

TEST_CASE("with one unknown customer nothing is good and nothing is zero") {
  const Stage stage({named("neu", "Neu AG")});
  const Document document = build_portfolio_report(stage.view());
  CHECK(lines_of(document)[3] ==
        "As of 24 Nov 2026 we look at one customer. No revenue is known. No customer is known to meet our "
        "criteria for "
        "a key account. Of one customer we know too little to tell. How well we fulfil the requirements "
        "of one customer we do not know: nobody has assessed it yet.");
  CHECK(section_of(document, "Portfolio matrix") ==
        Lines{"Not in the matrix:", "- Neu AG>neu: neither attractiveness nor fulfilment is known"});
  CHECK(section_of(document, "Revenue by ABC class and concentration") ==
        Lines{"Without a class, because their revenue is not known: Neu AG."});
  CHECK(section_of(document, "The largest shortfalls") ==
        Lines{"No rated requirement of a customer whose attractiveness is known falls short."});
}

TEST_CASE("the opening counts in the plural, and names the three largest where there are more") {
  std::vector<Account> accounts;
  for (const char* id : {"a", "b", "c", "d"}) {
    accounts.push_back(customer(id, 100000, 5, {{"flexibility", {5, 5, {}, ""}}}));
    accounts.back().partnership = {{"partner_acceptance", {id[0] < 'c' ? 4.0 : 1.0, ""}}};
  }
  const Stage stage(accounts, simple_settings());
  CHECK(lines_of(build_portfolio_report(stage.view()))[3] ==
        "As of 24 Nov 2026 we look at 4 customers with a revenue of EUR 400,000 in all. The largest, Firma "
        "a, accounts "
        "for 25% of it, the three largest together for 75%. 2 customers meet our criteria for a key account. "
        "2 are "
        "attractive enough but not yet partners: candidates.");
  CHECK(section_of(build_portfolio_report(stage.view()), "Not assessed or out of date") ==
        Lines{"Every customer has been assessed, and no assessment is out of date."});
}
