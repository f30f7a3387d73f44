#include <doctest/doctest.h>

#include "room.hpp"

using namespace kam;
using kam::room::Room;
using kam::room::said;

namespace {

const std::string kFile =
    "kam: 1\nname: Nordlicht\nassessments:\n  - date: 2026-03-31\n    perspective: customer\n"
    "    source: Gespräch\n    ratings:\n"
    "      delivery_on_time: {importance: 5, fulfilment: 4, best_competitor: 3, note: alt}\n";
const std::string kToday =
    "  - date: 2026-11-24\n    perspective: customer\n    ratings:\n      delivery_on_time: ";

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a requirement's note and best competitor are shown, answered and summed up") {
  struct Row {
    const char* line;
    const char* rating;  // in today's assessment
    const char* change;
  };
  const Row rows[] = {
      {":2", "{fulfilment: 2}", "5:4:3 → 5:2:3 (Anmerkung bleibt: alt)"},
      {"5:3 oft zu spät", "{importance: 5, fulfilment: 3, note: oft zu spät}",
       "5:4:3 (alt) → 5:3:3 (oft zu spät)"},
      {"5:3:4 neu", "{importance: 5, fulfilment: 3, best_competitor: 4, note: neu}",
       "5:4:3 (alt) → 5:3:4 (neu)"},
      {"::5", "{best_competitor: 5}", "5:4:3 → 5:4:5 (Anmerkung bleibt: alt)"},
      {": neu", "{note: neu}", "5:4:3 (alt) → 5:4:3 (neu)"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    Room room(kFile);
    room.go_to("Liefert pünktlich");
    CHECK(has(said(room.last), "bisher: 5:4:3 (alt; Gespräch, 31.03.2026)\n"));
    room.type({row.line});
    CHECK_FALSE(room.last.refused);
    CHECK(room.file() == kFile + kToday + row.rating + "\n");
    CHECK(has(said(room.interview.stop()),
              std::string("Liefert pünktlich | ") + row.change + " | Kundensicht\n"));
  }
}

TEST_CASE("a second answer to a requirement keeps what it does not say") {
  Room room(kFile);
  room.go_to("Liefert pünktlich");
  room.type({"5:3:4 neu", "<", ":2"});
  CHECK(room.file() == kFile + kToday + "{importance: 5, fulfilment: 2, best_competitor: 4, note: neu}\n");
  room.type({"<", "-"});
  CHECK(room.file() == kFile);
}

TEST_CASE("the form of the answer is shown at the first requirement, on the portfolio's scale") {
  auto briefing = room::briefing(kFile, Language::en);
  briefing.settings.scale = 10;
  Room room(briefing);
  const std::string hint =
      "For example 10:6, with a note 10:6 often late, with the best competitor 10:6:8.\n";
  room.go_to("Where do these");
  CHECK_FALSE(has(said(room.last), "For example"));
  CHECK(room.type({""}).ends_with(hint + "Importance:Fulfilment > "));
  CHECK_FALSE(has(room.type({""}), "For example"));
}

TEST_CASE("a source without any rating is told as not written") {
  Room room(kFile);
  room.go_to("Woher stammen");
  room.type({"Audit"});
  room.last = room.interview.stop();
  CHECK(said(room.last) ==
        "Nicht geschrieben: die Quelle „Audit“ (Kundensicht), da keine Anforderung bewertet wurde.\n"
        "Es gibt nichts zu speichern: Es wurde nichts Neues eingegeben.\n");
  CHECK(room.last.next == Turn::Next::nothing);

  Room other(kFile, Language::en);
  other.type({"3"});
  other.go_to("Where do these");
  other.type({"Audit", "5:4"});
  other.go_to("as we see them ourselves");
  other.type({"Workshop"});
  const auto summary = said(other.interview.stop());
  CHECK(has(summary, "Source | not known → Audit | Customer's view\n"));
  CHECK(has(summary, "Not written: the source “Workshop” (Own view), as no requirement was rated.\nSave?"));
  CHECK_FALSE(has(summary, "“Audit”"));
}

TEST_CASE("a day that is past gets a remark, and is taken") {
  const std::string actions = "kam: 1\nname: Nordlicht\nactions:\n  - title: EDI\n    owner: Weber\n";
  struct Row {
    const char* line;
    const char* remark;
  };
  const Row rows[] = {
      {"23.11.2026", "Der 23.11.2026 liegt schon zurück: Die Maßnahme gilt als überfällig."},
      {"24.11.2026", ""},
      {"1.12.2026", ""},
  };
  for (const auto& row : rows) {
    Room room(actions);
    room.go_to("Bis wann?");
    room.type({row.line});
    CHECK(room.last.remark == row.remark);
    CHECK_FALSE(room.last.refused);
    CHECK(has(room.file(), "due: 2026-1"));
  }
  // At the last question the remark stands before the summary.
  auto briefing = room::briefing(actions, Language::en);
  briefing.asking = Asking::open;
  Room room(briefing);
  room.go_to("By when?");
  room.type({"2026-11-23"});
  CHECK(room.last.next == Turn::Next::confirm);
  CHECK(room.last.remark == "23 Nov 2026 is already past: the action counts as overdue.");
  Room potential("kam: 1\nname: Nordlicht\npotentials:\n  - title: A\n    kind: joint_strategy\n");
  potential.go_to("Bis wann?");
  potential.type({"1.1.2026"});
  CHECK(potential.last.remark == "Der 01.01.2026 liegt schon zurück.");
}

TEST_CASE("the summary says of a reason whether it is new, stays or goes") {
  struct Row {
    const char* line;
    const char* change;
  };
  const Row rows[] = {
      {"5", "3 → 5 (Begründung bleibt: Messe)"},
      {"5 Studie", "3 (Messe) → 5 (Studie)"},
      {"3 Studie", "3 (Messe) → 3 (Studie)"},
      {"-", "3 (Messe) → unbekannt"},
  };
  for (const auto& row : rows) {
    Room room("kam: 1\nname: Nordlicht\nattractiveness:\n  reference: {rating: 3, reason: Messe}\n");
    room.go_to("Wert als Referenz");
    room.type({row.line});
    CHECK(has(said(room.interview.stop()), std::string("Wert als Referenz | ") + row.change + " | \n"));
  }
}
