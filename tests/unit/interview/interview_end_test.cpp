#include "kam/interview/interview.hpp"

#include <doctest/doctest.h>

#include <sstream>

#include "kam/format/facts.hpp"
#include "kam/text/templates.hpp"
#include "room.hpp"

using namespace kam;
using kam::room::Room;
using kam::room::said;

namespace {

const std::string kHead = "kam: 1\nname: Nordlicht\n";
const std::string kFile = kHead +
                          "manager: Anna Schmidt\n"
                          "figures:\n  2025: {revenue: 500000}\n"
                          "attractiveness:\n  reference: {rating: 4, reason: Messe}\n"
                          "unique_services:\n  - Notdienst\n  - Prüfstand\n";

std::vector<std::string> comments_of(const std::string& text) {
  std::vector<std::string> comments;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with('#')) comments.push_back(line);
  return comments;
}

// What fits the question, by the form that its prompt shows.
std::string fitting_answer(const std::string& prompt, int number) {
  struct Row {
    const char* prompt;
    const char* answer;
  };
  static constexpr Row kRows[] = {{"0–5", "3,5"},       {"Wi", "5:4"},         {"Im", "5:4"},
                                  {"%", "40"},          {"EUR", "1000"},       {"TT", "30.6.2027"},
                                  {"YY", "2027-06-30"}, {"An", "flexibility"}, {"Re", "flexibility"},
                                  {"Ro", "user"},       {"Ei", "critic"},      {"At", "critic"}};
  for (const auto& row : kRows)
    if (prompt.starts_with(row.prompt)) return row.answer;
  if (prompt == "1. > ") return "\\- Eintrag: #" + std::to_string(number);
  return prompt.ends_with(". > ") ? "" : "yes";
}

}  // namespace

TEST_CASE("the summary says old and new of everything, and asks") {
  Room room(kFile);
  room.type({"5", "3", "Schulungen", "-1", "", "-"});
  room.go_to("Woher stammen");
  room.type({"Reklamation", "", "4:3"});
  room.last = room.interview.stop();
  CHECK(said(room.last) ==
        "Das wird in accounts/nordlicht.yaml geschrieben:\n"
        "Wert als Referenz | 4 → 5 (Begründung bleibt: Messe) | \n"
        "Wie weit akzeptiert uns der Kunde als Partner? | unbekannt → 3 | \n"
        "Unsere besonderen Leistungen | + Schulungen; − Notdienst | \n"
        "Key-Account-Manager | Anna Schmidt → unbekannt | \n"
        "Quelle | unbekannt → Reklamation | Kundensicht\n"
        "Ist flexibel und offen für Veränderungen | unbekannt → 4:3 | Kundensicht\n"
        "Speichern? [J/n] ");
  CHECK(room.type({"vielleicht"}) ==
        "Bitte mit j oder n antworten; <\u00A0führt zurück zu den Fragen.\nSpeichern? [J/n] ");
  CHECK(room.last.refused);
}

TEST_CASE("the last question is answered by yes, Enter or no, in either language, or taken back") {
  using Next = Turn::Next;
  struct Row {
    const char* line;
    Next next;
  };
  const Row rows[] = {{"j", Next::save},       {"Ja", Next::save},    {"y", Next::save},
                      {"YES", Next::save},     {"", Next::save},      {"n", Next::discard},
                      {"Nein", Next::discard}, {"no", Next::discard}, {"<", Next::answer},
                      {"x", Next::confirm}};
  for (const auto& row : rows) {
    CAPTURE(row.line);
    Room room(kFile);
    room.type({"5"});
    room.last = room.interview.stop();
    REQUIRE(room.last.next == Next::confirm);
    room.type({row.line});
    CHECK(room.last.next == row.next);
  }
}

TEST_CASE("an end at the last question discards, without any answer it says so") {
  Room room(kFile);
  CHECK(room.interview.stop().next == Turn::Next::nothing);
  Room answered(kFile, Language::en);
  answered.type({"5"});
  CHECK(said(answered.interview.stop()).ends_with("Save? [Y/n] "));
  answered.last = answered.interview.stop();
  CHECK(said(answered.last) == "Discarded: nothing was written into accounts/nordlicht.yaml.\n");
  CHECK(answered.last.next == Turn::Next::discard);
}

TEST_CASE("where nothing is open, nothing is asked") {
  auto briefing = room::briefing(kHead);
  briefing.asking = Asking::open;
  briefing.settings.attractiveness.clear();
  briefing.settings.partnership.clear();
  briefing.settings.collaboration.clear();
  briefing.settings.requirements.clear();
  briefing.text =
      kHead +
      "manager: A\nunique_services: [A]\nteam:\n  - {name: A, role: a, unit: a, tasks: [a], authority: "
      "[a]}\ncustomer_view: {goals: [a], important_services: [a], market_strengths: [a], "
      "our_contribution: a}\ncontacts:\n  - {name: A, title: a, role: user, influence: 0, attitude: "
      "neutral}\n"
      "potentials:\n  - {title: a, value: 1, probability: 1, owner: a, due: 2027-01-31}\n"
      "actions:\n  - {title: a, owner: a, due: 2027-01-31}\n";
  const Room room(std::move(briefing));
  CHECK(said(room.last).starts_with(
      "# Fragen zu Nordlicht\nZu fragen ist hier nichts mehr, offen bleibt aber: "));
  CHECK(room.last.next == Turn::Next::nothing);
}

TEST_CASE("the whole dialogue, answered to the end, fills a new file and keeps all its comments") {
  for (const auto language : {Language::de, Language::en}) {
    Account facts;
    facts.name = "Nordlicht";
    const auto day = room::briefing({}).as_of;
    const auto file = new_account_file(facts, account_sections_text(room::settings(), day, language));
    Room room(file, language);
    for (int i = 0; i < 200 && room.last.next == Turn::Next::answer; ++i) {
      room.type({fitting_answer(room.last.prompt, i)});
      REQUIRE_FALSE(room.last.refused);
    }
    REQUIRE(room.last.next == Turn::Next::confirm);
    const auto& now = room.interview.answers().now();
    CHECK(now.scores.completeness.open ==
          std::vector<std::string>{"strategic_relevance", "collaboration_potential"});
    CHECK(now.account.unique_services.front().starts_with("- Eintrag: #"));
    CHECK(comments_of(room.file()) == comments_of(file));
  }
}
