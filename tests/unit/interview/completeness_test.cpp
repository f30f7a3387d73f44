#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "kam/text/messages/interview.hpp"
#include "room.hpp"

using namespace kam;
using kam::room::Room;

namespace {

const std::string kHead = "kam: 1\nname: Nordlicht\n";

// With the built-in lists, to which the handbook's questions belong.
Briefing open_questions(const std::string& text) {
  auto briefing = room::briefing(text);
  briefing.settings = default_settings();
  briefing.asking = Asking::open;
  return briefing;
}

// A right answer to what the prompt asks for.
std::string answer_to(const std::string& prompt) {
  static const std::map<std::string, std::string> answers = {{"0–5 > ", "4"},
                                                             {"Wichtigkeit:Erfüllung > ", "5:4"},
                                                             {"EUR > ", "1000"},
                                                             {"% > ", "40"},
                                                             {"TT.MM.JJJJ > ", "30.06.2027"},
                                                             {"Rolle > ", "Entscheider"},
                                                             {"Einstellung > ", "critic"},
                                                             {"Anforderung > ", "flexibility"},
                                                             {"1. > ", "Anna"},
                                                             {"> ", "Ein Wort"}};
  const auto found = answers.find(prompt);
  return found == answers.end() ? "" : found->second;  // an empty line ends a list
}

const std::vector<std::string>& open_of(const Room& room) {
  return room.interview.answers().now().scores.completeness.open;
}

std::string opening(const std::string& text) {
  return room::said(Room(open_questions(text)).last);
}

}  // namespace

TEST_CASE("each of the handbook's questions is answered by an answer of the dialogue") {
  Room room(open_questions(kHead));
  const std::set<std::string> all(open_of(room).begin(), open_of(room).end());
  REQUIRE(all.size() == question_ids().size());
  while (room.last.next == Turn::Next::answer) {
    const auto& open = open_of(room);
    CAPTURE(room::said(room.last));
    // Whoever stops here is asked the rest the next time.
    const auto again = Room(open_questions(room.file())).last.next;
    CHECK((again == Turn::Next::answer || open.empty()));
    room.type({answer_to(room.last.prompt)});
    REQUIRE_FALSE(room.last.refused);
  }
  CHECK(open_of(room) == std::vector<std::string>{});
  CHECK(opening(room.file()).find(say(msg::ask_none_open, Language::de)) != std::string::npos);
}

TEST_CASE("each of the handbook's questions alone is asked by --open") {
  Room room(open_questions(kHead));
  while (room.last.next == Turn::Next::answer) room.type({answer_to(room.last.prompt)});
  const auto whole = room.file();
  // A part of the file, and the question that the dialogue asks again without it.
  struct Row {
    const char* question;
    const char* from;
    const char* to;
    const char* asked;
  };
  const auto cut = [&](const Row& row) {
    const auto from = whole.find(row.from);
    REQUIRE(from != std::string::npos);
    const auto to = row.to == nullptr ? whole.size() : whole.find(row.to, from + 1);
    REQUIRE(to != std::string::npos);
    return whole.substr(0, from) + whole.substr(to);
  };
  for (const Row& row : std::vector<Row>{
           {"stakeholders_named", "contacts:\n", "customer_view:", "Wer entscheidet und wer beeinflusst"},
           {"fixed_contact", "manager:", "attractiveness:", "feste Ansprechpartner"},
           {"team_unit", "    unit:", "    tasks:", "organisatorisch"},
           {"team_people", "team:\n", "contacts:\n", "Wer kümmert sich bei uns"},
           {"customer_goals", "  goals:", "  important_services:", "Welche Ziele verfolgt"},
           {"potentials_named", "potentials:\n", "actions:\n", "Welche neuen Produkte"}}) {
    CAPTURE(row.question);
    const auto text = cut(row);
    Room again(open_questions(text));
    const std::vector<std::string> expected{row.question};
    const auto& open = open_of(again);
    CHECK(std::ranges::find(open, row.question) != open.end());
    const auto first = room::said(again.last);
    CHECK_MESSAGE(first.find(row.asked) != std::string::npos, first);
  }
}

TEST_CASE("--open does not say that all is answered where it only has nothing to ask") {
  const auto only_logistics = [](const std::string& text) {
    auto briefing = open_questions(text);
    std::erase_if(briefing.settings.collaboration,
                  [](const Criterion& area) { return area.id != "logistics"; });
    return briefing;
  };
  Room room(only_logistics(kHead));
  while (room.last.next == Turn::Next::answer) {
    const bool is_area = room::said(room.last).find("Logistik:") != std::string::npos;
    room.type({is_area ? "0" : answer_to(room.last.prompt)});
  }
  CHECK(open_of(room) == std::vector<std::string>{"collaboration_activities"});
  CHECK(room::said(Room(only_logistics(room.file())).last) ==
        "# Fragen zu Nordlicht\nZu fragen ist hier nichts mehr, offen bleibt aber: Was tun wir dort im "
        "Einzelnen?\n");
}
