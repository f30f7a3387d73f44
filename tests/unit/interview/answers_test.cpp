#include "kam/interview/answers.hpp"

#include <doctest/doctest.h>

#include "room.hpp"

using namespace kam;
using kam::room::Room;

namespace {

const std::string kFile =
    "kam: 1\nname: Nordlicht\nattractiveness: {reference: 4}\nteam:\n  - name: Anna\n  - name: Ben\n    "
    "role: KAM\n";

// The dialogue in which the reference becomes 5, Ben gets a unit, and Cem joins the team with a role.
Room answered() {
  Room room(kFile);
  room.go_to("Wert als Referenz");
  room.type({"5"});
  room.go_to("Wer kümmert sich");
  room.type({"Cem"});
  room.go_to("Ben: Wo ist");
  room.type({"Vertrieb"});
  room.go_to("Cem: Welche Rolle");
  room.type({"Techniker"});
  return room;
}

std::string replaced(std::string text, const std::string& old, const std::string& with) {
  return text.replace(text.find(old), old.size(), with);
}

}  // namespace

TEST_CASE("the working file is the original with the answers in it") {
  CHECK(answered().file() ==
        "kam: 1\nname: Nordlicht\nattractiveness: {reference: 5}\nteam:\n  - name: Anna\n  - name: Ben\n    "
        "role: KAM\n"
        "    unit: Vertrieb\n  - name: Cem\n    role: Techniker\n");
}

TEST_CASE("a person taken off the list takes what was said of it along") {
  auto room = answered();
  for (int i = 0; i < 20 && room::said(room.last).find("Wer kümmert sich") == std::string::npos; ++i)
    room.type({"<"});
  room.type({"-3"});
  CHECK(room.file() == replaced(replaced(kFile, "reference: 4", "reference: 5"), "role: KAM\n",
                                "role: KAM\n    unit: Vertrieb\n"));
  CHECK(room.interview.answers().changes().rows.size() == 2);
}

TEST_CASE("answers go into a file that was changed meanwhile, unless it was changed in what they answer") {
  struct Row {
    const char* old;
    const char* with;
    const char* conflict;  // the fact, or empty
  };
  const Row rows[] = {
      {"name: Nordlicht", "name: Nordlicht AG", ""},
      {"kam: 1", "# von Ben\nkam: 1", ""},
      {"    role: KAM\n", "    role: Leiter\n", ""},
      {"reference: 4", "reference: 4, industry_pioneer: 3", ""},
      {"reference: 4", "reference: 3", "Wert als Referenz"},
      {"reference: 4", "reference: 5", "Wert als Referenz"},
      {"attractiveness: {reference: 4}\n", "", "Wert als Referenz"},
      {"  - name: Anna\n", "", "Team"},
      {"    role: KAM\n", "    role: KAM\n    unit: Einkauf\n", "Ben, Organisationseinheit"},
  };
  const auto room = answered();
  for (const auto& row : rows) {
    CAPTURE(row.with);
    const auto text = replaced(kFile, row.old, row.with);
    const auto filled = room.interview.answers().fill_in(text);
    if (std::string(row.conflict).empty()) {
      CHECK(filled.conflicts.empty());
      CHECK(filled.refusal.empty());
      CHECK(filled.text ==
            replaced(replaced(replaced(room.file(), "reference: 5", "reference: 4"), row.old, row.with),
                     "reference: 4", "reference: 5"));
    } else {
      REQUIRE(filled.conflicts.size() == 1);
      CHECK(filled.conflicts.front() == row.conflict);
      CHECK(filled.text == text);
    }
  }
}

TEST_CASE("a file that no longer reads, or an item that moved, is told or found again") {
  const auto room = answered();
  const auto broken = room.interview.answers().fill_in("kam: 1\nname: [\n");
  CHECK_FALSE(broken.refusal.empty());
  CHECK(broken.text == "kam: 1\nname: [\n");
  // Somebody sorted the keys; Ben is still Ben.
  const std::string moved =
      "kam: 1\nteam:\n  - name: Anna\n  - role: KAM\n    name: Ben\nname: Nordlicht\nattractiveness: "
      "{reference: 4}\n";
  CHECK(room.interview.answers().fill_in(moved).text ==
        "kam: 1\nteam:\n  - name: Anna\n  - role: KAM\n    unit: Vertrieb\n    name: Ben\n  - name: Cem\n    "
        "role: "
        "Techniker\nname: Nordlicht\nattractiveness: {reference: 5}\n");
}

TEST_CASE("what the editor cannot put in is refused, and the answers before it stay") {
  // A list where the format has a map cannot be read at all; a key of a flow map on several lines can.
  Room room("kam: 1\nname: Nordlicht\nattractiveness: {\n  reference: 4,   # fest\n  }\n");
  room.go_to("Wert als Referenz");
  room.type({"5"});
  CHECK_FALSE(room.last.refused);
  CHECK(room.file() == "kam: 1\nname: Nordlicht\nattractiveness: {\n  reference: 5,   # fest\n  }\n");
}

TEST_CASE("carriage returns, a byte-order mark and a missing last line end stay as they are") {
  Room room("\xEF\xBB\xBFkam: 1\r\nname: Nordlicht\r\nmanager: Anna");
  room.go_to("Ansprechpartner");
  room.type({"Ben"});
  CHECK(room.file() == "\xEF\xBB\xBFkam: 1\r\nname: Nordlicht\r\nmanager: Ben");
}
