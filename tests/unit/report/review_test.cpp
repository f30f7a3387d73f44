#include <doctest/doctest.h>

#include "stage.hpp"

using namespace kam;

namespace {

std::string everything(const Document& document) {
  std::string text;
  for (const std::string& line : lines_of(document)) text += line + "\n";
  for (const Block& block : document.blocks)
    if (const auto* table = std::get_if<Table>(&block)) {
      text += table->caption + "\n";
      for (const Column& column : table->columns) text += column.key + "\n";
    }
  return text;
}

// A mark in every field that the customer must not see.
Account marked() {
  Account account = nordlicht();
  account.industry = "SECRET-industry";
  account.external_id = "SECRET-external";
  account.tags = {"SECRET-tag"};
  account.figures = {{2024, {770101, 770102, 770103, 770104, 770105}},
                     {2025, {770201, 770202, 770203, 770204, 770205}}};
  account.attractiveness = {{"reference", {3.71, "SECRET-attractiveness"}}};
  account.partnership = {{"partner_acceptance", {3.72, "SECRET-partnership"}}};
  account.unique_services = {"SECRET-unique"};
  account.collaboration = {{"logistics", {3.73, {"SECRET-activity"}, {"SECRET-person"}}}};
  account.team = {{"Anna Schmidt", "Managerin", "SECRET-unit", {"SECRET-task"}, {"SECRET-authority"}}};
  account.contacts = {{"SECRET-contact", "SECRET-title", ContactRole::decision_maker, 3.74,
                       Attitude::opponent, "SECRET-keeper"}};
  account.assessments = {{day(2026, 3, 31),
                          Perspective::customer,
                          "SECRET-source",
                          "SECRET-by",
                          {{"delivered_quality", {5, 4, 3.75, "SECRET-note"}}}},
                         {day(2026, 8, 17),
                          Perspective::own,
                          "SECRET-own-source",
                          "SECRET-own-by",
                          {{"delivered_quality", {3.76, 3.77, 3.78, "SECRET-own-note"}},
                           {"flexibility", {3.79, 0.81, {}, ""}}}}};
  account.offerings = {{"spare_parts", {770301, 770302, "SECRET-competitor"}}};
  account.potentials = {{"Zustandsüberwachung", "new_offerings", 770401, 37.6, PotentialStatus::open,
                         "SECRET-potential-owner", day(2027, 3, 17)}};
  account.objectives = {{"SECRET-objective", Measure::revenue, 770501, 2029}};
  account.swot = {{"SECRET-strength"}, {"SECRET-weakness"}, {"SECRET-opportunity"}, {"SECRET-threat"}};
  account.notes = "SECRET-notes";
  return account;
}

}  // namespace

TEST_CASE("the annual talk's agenda shows the customer nothing internal") {
  Settings settings = settings_of("Beispiel AG");
  settings.offerings = {{"spare_parts", {"SECRET-offering", "", ""}}};
  settings.attractiveness[3].label.any = "SECRET-criterion";
  const Stage stage({marked()}, settings);
  for (const Language language : {Language::en, Language::de}) {
    const std::string text = everything(build_review(stage.view(language), 0));
    CAPTURE(text);
    for (const char* secret : {"SECRET",
                               "7701",
                               "770.1",
                               "770,1",
                               "7702",
                               "770.2",
                               "770,2",
                               "7703",
                               "770.3",
                               "770,3",
                               "7704",
                               "770.4",
                               "770,4",
                               "7705",
                               "770.5",
                               "770,5",
                               "3.7",
                               "3,7",
                               "0.81",
                               "37.6",
                               "37,6",
                               "38%",
                               "2027-03-17",
                               "17.03.2027",
                               "17 Mar 2027",
                               "2029",
                               "2026-08-17",
                               "17.08.2026",
                               "17 Aug 2026",
                               "Eigensicht",
                               "Own view",
                               "Kundensicht",
                               "Customer's view",
                               "Gegner",
                               "Opponent",
                               "Attra",
                               "Key account",
                               "Schlüsselkunde",
                               "best_competitor",
                               "perspective",
                               "influence"})
      CHECK_MESSAGE(text.find(secret) == std::string::npos, secret);
  }
}

TEST_CASE("the agenda of the annual talk, in order") {
  const Stage stage({nordlicht()}, settings_of("Beispiel AG"));
  const Document de = build_review(stage.view(Language::de), 0);
  CHECK(de.title == "Jahresgespräch: Nordlicht Windkraft GmbH");
  CHECK(de.aside == "Stand 24.11.2026");
  CHECK(de.subtitle == Lines{"Beispiel AG"});
  CHECK(lines_of(de)[3] ==
        "Diese Agenda bereitet das Jahresgespräch zwischen Nordlicht Windkraft GmbH und Beispiel AG vor. Wir möchten mit "
        "Ihnen "
        "durchgehen, was wir vereinbart haben und was daraus geworden ist, hören, wie zufrieden Sie mit uns "
        "sind, und "
        "gemeinsam die nächsten Schritte festlegen.");
  CHECK(headings_of(de) == Lines{"Ihre Ansprechpartner bei uns",
                                 "Was wir vereinbart haben und was daraus geworden ist",
                                 "Wie zufrieden Sie sind", "Ihre Ziele", "Was wir gemeinsam angehen könnten",
                                 "Unsere Fragen an Sie", "Nächste Schritte"});
  const Document en = build_review(stage.view(), 0);
  CHECK(headings_of(en) == Lines{"Your contacts on our side", "What we agreed, and what became of it",
                                 "How satisfied you are", "Your goals", "What we could take up together",
                                 "Our questions to you", "Next steps"});
  CHECK(section_of(en, "Your contacts on our side") == Lines{"- Anna Schmidt (Key-Account-Managerin)"});
  CHECK(section_of(en, "What we agreed, and what became of it") ==
        Lines{"| Action | What you expect of us | Owner | Due | Status",
              "| EDI einführen | Delivers on time | Jonas Weber | 2026-12-15 | Open",
              "| Handbücher übersetzen | – | Petra Lang | 2026-06-30 | Done"});
  CHECK(
      section_of(en, "How satisfied you are") ==
      Lines{"By 15 Sep 2026 you have rated 2 of 14 requirements. From that we have reached 71 of 100 points.",
            "| What you expect of us | Importance (0 to 5) | Fulfilled (0 to 5) | Before that",
            "| Is flexible and open to change | 4 | 3 | 2", "| Delivers the agreed quality | 5 | 4 | –",
            "### How it has developed", "| Date | Fulfilment | Change", "| 2026-03-31 | 62 | –",
            "| 2026-09-15 | 71 | +8.89"});
  CHECK(section_of(en, "Your goals") ==
        Lines{"As we understand them. Are they still right?", "- Verfügbarkeit über 98 %",
              "These services matter most to you. Has anything changed?", "- Liefertreue"});
  CHECK(section_of(en, "What we could take up together") ==
        Lines{"| Topic | Kind", "| Zustandsüberwachung | New products, services, solutions"});
  const Lines questions = section_of(en, "Our questions to you");
  REQUIRE(questions.size() == 14);
  CHECK(questions[0] == "- What should we do differently from now on?");
  CHECK(questions[1] ==
        "How important is each of the following to you, and how well do we fulfil it (0: not at all, 5: "
        "fully)?");
  CHECK(questions[2] == "- Delivers on time");
  CHECK(questions[13] == "- Dokumentation auf Englisch");
  CHECK(section_of(en, "Next steps") == Lines{"- EDI einführen (Jonas Weber), by 15 Dec 2026",
                                              "- What do we agree today, who does it, and by when?",
                                              "- When do we meet again?"});
}

TEST_CASE("with nothing known the agenda asks") {
  Settings settings;
  settings.requirements = {{"flexibility", {}}};
  const Stage stage({named("neu", "Neu AG")}, settings);
  const Document document = build_review(stage.view(), 0);
  CHECK(lines_of(document) ==
        Lines{"Annual review: Neu AG",
              "as of 24 Nov 2026",
              "Agenda for our annual talk with Neu AG. We would like to go through what we agreed and what "
              "became of "
              "it, hear how satisfied you are with us, and decide together what comes next.",
              "## Your contacts on our side",
              "We will name your fixed contact in the talk.",
              "## What we agreed, and what became of it",
              "No agreements have been recorded so far.",
              "## How satisfied you are",
              "You have not rated us yet; we would like to ask you to do so in the talk.",
              "## What we could take up together",
              "What could we do for you that we do not do yet?",
              "## Our questions to you",
              "- Which goals do you pursue in the coming years?",
              "- Which of our services matter most to you?",
              "- Where are you strong in your market?",
              "- What do we contribute to that, in your eyes?",
              "- What should we do differently from now on?",
              "How important is each of the following to you, and how well do we fulfil it (0: not at all, "
              "5: fully)?",
              "- Is flexible and open to change",
              "## Next steps",
              "- What do we agree today, who does it, and by when?",
              "- When do we meet again?"});
}

TEST_CASE("the manager stands in for a team, roles and dates may be missing") {
  Account account = named("neu", "Neu AG");
  account.manager = "Anna Schmidt";
  account.actions = {{"Muster senden", "", "", {}, ActionStatus::open}};
  account.potentials = {{"Gewonnen", "", {}, {}, PotentialStatus::won, "", {}}};
  const Stage stage({account});
  const Document document = build_review(stage.view(), 0);
  CHECK(section_of(document, "Your contacts on our side") == Lines{"- Anna Schmidt"});
  CHECK(section_of(document, "What we agreed, and what became of it") ==
        Lines{"| Action | Status", "| Muster senden | Open"});
  CHECK(section_of(document, "What we could take up together") ==
        Lines{"What could we do for you that we do not do yet?"});
  CHECK(section_of(document, "Next steps").front() == "- Muster senden");
}

TEST_CASE("what held before is the value before the day of the latest, whatever the file's order") {
  Account account = named("neu", "Neu AG");
  const auto rated = [](Date date, Perspective perspective, std::optional<double> importance,
                        double fulfilment) {
    return Assessment{date, perspective, "", "", {{"flexibility", {importance, fulfilment, {}, ""}}}};
  };
  account.assessments = {rated(day(2026, 6, 1), Perspective::customer, {}, 3),
                         rated(day(2026, 1, 1), Perspective::customer, 4, 1),
                         rated(day(2026, 6, 1), Perspective::customer, {}, 4),
                         rated(day(2026, 5, 1), Perspective::own, 5, 5),
                         rated(day(2026, 11, 24), Perspective::customer, {}, 4.5),
                         rated(day(2026, 11, 25), Perspective::customer, {}, 0)};
  const Stage stage({account});
  const Lines lines = section_of(build_review(stage.view(), 0), "How satisfied you are");
  REQUIRE(lines.size() > 2);
  CHECK(lines[2] == "| Is flexible and open to change | 4 | 4.5 | 4");
}
