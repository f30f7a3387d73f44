#include <doctest/doctest.h>

#include "stage.hpp"

using namespace kam;

namespace {

const Lines kHeadings{"Facts and team",
                      "Summary",
                      "Profile and figures",
                      "The customer's goals",
                      "People at the customer",
                      "Collaboration",
                      "Requirements and fulfilment",
                      "Our position and the two views",
                      "Strengths, weaknesses, opportunities, threats (SWOT)",
                      "Potentials and white space",
                      "Our objectives",
                      "Actions",
                      "What we do not know yet"};

Settings with_offerings() {
  Settings settings = settings_of("Beispiel AG");
  settings.offerings = {{"spare_parts", {"", "Ersatzteile", "Spare parts"}}, {"service", {}}};
  return settings;
}

std::string opening(const Account& account, Language language = Language::en) {
  const Stage stage({account});
  return lines_of(build_plan(stage.view(language), 0)).at(3);
}

void check_contains(const std::string& text, const std::string& part) {
  CAPTURE(text);
  CAPTURE(part);
  CHECK(text.find(part) != std::string::npos);
}

}  // namespace

TEST_CASE("the plan's sections stand in a plan's order, in both languages") {
  const Stage stage({nordlicht()}, with_offerings());
  Lines with_notes = kHeadings;
  with_notes.emplace_back("Notes");
  CHECK(headings_of(build_plan(stage.view(), 0)) == with_notes);
  CHECK(headings_of(build_plan(stage.view(Language::de), 0)) ==
        Lines{"Steckbrief und Team", "Zusammenfassung", "Profil und Zahlen", "Ziele des Kunden",
              "Ansprechpartner beim Kunden", "Zusammenarbeit", "Anforderungen und Erfüllung",
              "Eigene Position, Selbstbild und Fremdbild", "Stärken, Schwächen, Chancen, Risiken (SWOT)",
              "Potenziale", "Unsere Ziele bei diesem Kunden", "Maßnahmen", "Was wir noch nicht wissen",
              "Notizen"});
}

TEST_CASE("the plan opens with what can be read aloud") {
  const Stage stage({nordlicht()}, with_offerings());
  const Document en = build_plan(stage.view(), 0);
  CHECK(en.title == "Key account plan: Nordlicht Windkraft GmbH");
  CHECK(en.aside == "as of 24 Nov 2026");
  CHECK(en.subtitle == Lines{"Beispiel AG", "Amounts in EUR"});
  CHECK(en.currency == "EUR");
  CHECK(en.language == Language::en);
  CHECK(
      lines_of(en)[4] ==
      "Nordlicht Windkraft GmbH (Windenergie) is a key account. We have worked together since 2014. On our "
      "side "
      "Anna Schmidt is responsible. Revenue in 2025 was EUR 1.2 million, 5.1% more than the year before. "
      "That is "
      "100% of the revenue with all customers (class A). With 85 of 100 points for attractiveness and 80 for "
      "partnership it meets our criteria for a key account. The customer has rated 2 of 14 requirements; by "
      "its "
      "view we fulfil them with 71 of 100 points. The most points are lost with “Is flexible and open to "
      "change”. "
      "One action is open. One of 21 questions about this customer is still open.");
  const Document de = build_plan(stage.view(Language::de), 0);
  CHECK(de.language == Language::de);
  CHECK(
      lines_of(de)[4] ==
      "Nordlicht Windkraft GmbH (Windenergie) ist Schlüsselkunde. Wir arbeiten seit 2014 zusammen. Bei uns "
      "verantwortlich ist Anna Schmidt. Im Jahr 2025 betrug der Umsatz 1,2 Mio. EUR, das sind 5,1\u00a0% "
      "mehr als im "
      "Vorjahr. Das entspricht 100\u00a0% des Umsatzes mit allen Kunden (Klasse A). Mit 85 von 100 Punkten "
      "bei der "
      "Attraktivität und 80 bei der Partnerschaft erfüllt der Kunde unsere Kriterien für einen "
      "Schlüsselkunden. Der "
      "Kunde hat 2 von 14 Anforderungen bewertet; aus seiner Sicht erfüllen wir sie mit 71 von 100 Punkten. "
      "Die "
      "meisten Punkte verlieren wir bei „Ist flexibel und offen für Veränderungen“. Eine Maßnahme ist offen. "
      "Eine von 21 Fragen zu diesem Kunden ist noch offen.");
}

TEST_CASE("the opening is honest about what it is and what is unknown") {
  Account account = named("neu", "Neu AG");
  CHECK(opening(account) ==
        "Neu AG is a customer whose status is still open. No one on our side has been named as its fixed "
        "contact. Our "
        "revenue with it is not known. Whether it should be a key account cannot be said yet: too little is "
        "known of "
        "its attractiveness or of the partnership. How well we fulfil its requirements is not known. No "
        "action is "
        "open. 21 of 21 questions about this customer are still open.");
  account.status = Status::prospect;
  CHECK(opening(account).starts_with("Neu AG is a prospect, not yet a customer. No one"));
  account.status = Status::candidate;
  CHECK(opening(account, Language::de)
            .starts_with("Neu AG ist Kandidat für den Kreis der Schlüsselkunden. Ein"));
  account.status = Status::former;
  account.customer_since = 2001;
  CHECK(opening(account) ==
        "Neu AG is a former customer. No one on our side has been named as its fixed contact. Our revenue "
        "with it is "
        "not known. How well we fulfil its requirements is not known. No action is open. 21 of 21 questions "
        "about "
        "this customer are still open.");
}

TEST_CASE("the opening tells how revenue moved") {
  Account account = named("neu", "Neu AG");
  account.figures[2025].revenue = 310000;
  check_contains(opening(account), "Revenue in 2025 was EUR 310,000. That is 100%");
  account.figures[2024].revenue = 400000;
  check_contains(opening(account), "Revenue in 2025 was EUR 310,000, 23% less than the year before.");
  account.figures[2024].revenue = 310000;
  check_contains(opening(account), "Revenue in 2025 was EUR 310,000, as much as the year before.");
  account.figures[2024].revenue = 200000;
  check_contains(opening(account), "Revenue in 2025 was EUR 310,000, 55% more than the year before.");
}

TEST_CASE("the opening tells a candidate, a regular customer, an own view, a stale one and overdue actions") {
  Account account = nordlicht();
  account.partnership = {{"collaboration_potential", {1, ""}}, {"partner_acceptance", {1, ""}}};
  check_contains(
      opening(account),
      "Its attractiveness of 85 of 100 points speaks for a key account; the partnership, at 20, does not "
      "carry that yet.");
  account.attractiveness.clear();
  account.figures = {{2025, {60000, 12000, {}, {}, {}}}, {2024, {60000, {}, {}, {}, {}}}};
  check_contains(
      opening(account),
      "With 20 of 100 points for attractiveness and 20 for partnership it counts as a regular customer.");
  account.assessments = {{day(2025, 2, 1), Perspective::own, "", "", {{"flexibility", {4, 5, {}, ""}}}}};
  account.actions = {{"A", "", "", day(2026, 11, 23), ActionStatus::open},
                     {"B", "", "", day(2026, 11, 22), ActionStatus::open},
                     {"C", "", "", {}, ActionStatus::open}};
  check_contains(
      opening(account),
      "Only we ourselves have rated the requirements so far, 1 of 14; by our own view we fulfil them with "
      "100 of 100 points. The last assessment, of 1 Feb 2025, is out of date. 3 actions are open. 2 actions "
      "are overdue.");
}

TEST_CASE("with nothing known every section is one line that says what to ask") {
  const Stage stage({named("neu", "Neu AG")}, with_offerings());
  const Document document = build_plan(stage.view(), 0);
  CHECK(headings_of(document) == kHeadings);
  CHECK(headings_of(document, 3) == Lines{"What to act on"});
  const std::string ask = "Nothing has been recorded yet. To be asked: ";
  CHECK(section_of(document, kHeadings[0]) ==
        Lines{ask + "Who is its fixed contact on our side? Who of ours looks after this customer?"});
  CHECK(section_of(document, kHeadings[1]) ==
        Lines{"### What to act on",
              "- No key account manager is named: decide who is the customer's fixed contact.",
              "- How well we meet the customer's requirements is unknown: ask for its assessment in the next "
              "talk."});
  CHECK(
      section_of(document, kHeadings[2]) ==
      Lines{
          ask +
          "What are our revenue and margin with this customer, and how much does it purchase in all? Why is "
          "this customer especially important to us?"});
  CHECK(
      section_of(document, kHeadings[3]) ==
      Lines{
          ask +
          "Which goals does the customer pursue? Which of our services matter most to it? Where is it strong "
          "in its market? What do we contribute to that, in its eyes?"});
  CHECK(section_of(document, kHeadings[4]) == Lines{ask + "Who decides and who influences on its side?"});
  CHECK(
      section_of(document, kHeadings[5]) ==
      Lines{
          ask +
          "In which areas do we work together closely? Is there potential for close collaboration? Does the "
          "customer accept us as a partner? What makes us a strategic partner to this customer?"});
  CHECK(section_of(document, kHeadings[6]) ==
        Lines{ask + "What does it require of us, and how well do we fulfil it?"});
  CHECK(section_of(document, kHeadings[7]) ==
        Lines{ask + "What do we do for it that no other supplier does? Have we asked the customer itself?"});
  CHECK(section_of(document, kHeadings[8]) ==
        Lines{ask + "What are our strengths with this customer? What are our weaknesses? Which opportunities "
                    "do we see? "
                    "Which threats do we see?"});
  CHECK(
      section_of(document, kHeadings[9]) ==
      Lines{
          ask +
          "What can we open up for this customer? Which of our product lines does it not buy from us yet, or "
          "only in part, and from whom instead?"});
  CHECK(section_of(document, kHeadings[10]) ==
        Lines{ask + "What do we want to achieve with this customer, and how do we measure it?"});
  CHECK(section_of(document, kHeadings[11]) == Lines{ask + "What do we do next, who does it, and by when?"});
  const Lines open = section_of(document, kHeadings[12]);
  REQUIRE(open.size() == 22);
  CHECK(open[0] == "21 of 21 questions about this customer are still open.");
  CHECK(open[1] == "- Why is this customer especially important to us?");
  CHECK(document.parent == Span{Span::Kind::link, "All customers", "index"});
}

TEST_CASE("a portfolio without product lines does not ask for white space") {
  const Stage stage({named("neu", "Neu AG")});
  CHECK(section_of(build_plan(stage.view(), 0), "Potentials and white space") ==
        Lines{"Nothing has been recorded yet. To be asked: What can we open up for this customer?"});
}
