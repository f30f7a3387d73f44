#include "kam/interview/interview.hpp"

#include <doctest/doctest.h>

#include "room.hpp"

using namespace kam;
using kam::room::Room;
using kam::room::said;

namespace {

const std::string kHead = "kam: 1\nname: Nordlicht\n";
const std::string kFile =
    kHead +
    "manager: Anna Schmidt\n"
    "figures:\n  2025: {revenue: 500000}\n"
    "attractiveness:\n  reference: {rating: 4, reason: Messe}\n"
    "unique_services:\n  - Notdienst\n  - Prüfstand\n"
    "assessments:\n  - date: 2026-03-31\n    perspective: customer\n    source: Gespräch\n"
    "    ratings:\n      delivery_on_time: {importance: 5, fulfilment: 4}\n";

}  // namespace

TEST_CASE("the dialogue opens with the section, the place, the question, and what is known") {
  CHECK(said(Room(kFile).last) ==
        "# Fragen zu Nordlicht\n"
        "Enter lässt alles, wie es ist. ?\u00A0erklärt, <\u00A0geht zurück, -\u00A0löscht, "
        "!\u00A0überspringt den Abschnitt, "
        "Strg-D "
        "beendet. Geschrieben wird erst, wenn Sie zustimmen.\n"
        "## Bestandsaufnahme\n"
        "Warum dieser Kunde für uns besonders wichtig ist und ob er Partner werden kann.\n"
        "1 von 20 · Wert als Referenz: Wie sehr hilft uns sein Name, andere Kunden zu gewinnen?\n"
        "bisher: 4 (Messe; accounts/nordlicht.yaml:7)\n"
        "0–5 > ");
  CHECK(said(Room(kHead, Language::en).last) ==
        "# Questions on Nordlicht\n"
        "Enter keeps what there is. ?\u00A0explains, <\u00A0goes back, -\u00A0clears, !\u00A0skips the "
        "section, Ctrl-D ends. "
        "Nothing "
        "is written until you agree.\n"
        "## Taking stock\n"
        "Why this customer matters to us, and whether it can become a partner.\n"
        "1 of 21 · Revenue with us: How much revenue do we make with this customer in a year?\n"
        "so far: not known; measured once the figures are there (a rating given here takes its place)\n"
        "0–5 > ");
}

TEST_CASE("potentials and actions that are new are asked about one by one") {
  Room room(kFile);
  room.go_to("Welche neuen Produkte");
  room.type({"Service"});
  const auto ask = [&](const std::string& line) {
    const auto text = room.type({line});
    return text.substr(text.find("· ") + 3);
  };
  CHECK(ask("") == "Service: Was ist es uns wert, in EUR?\nbisher: unbekannt\nEUR > ");
  CHECK(ask("250.000") == "Service: Wie wahrscheinlich ist es, in Prozent?\nbisher: unbekannt\n% > ");
  CHECK(ask("40") == "Service: Wer kümmert sich darum?\nbisher: unbekannt\n> ");
  CHECK(ask("Jonas Weber") == "Service: Bis wann?\nbisher: unbekannt\nTT.MM.JJJJ > ");
  room.type({"30.6.2027", "", "EDI"});
  CHECK(ask("") == "EDI: Wer kümmert sich darum?\nbisher: unbekannt\n> ");
  room.type({"", ""});
  CHECK(
      said(room.last).ends_with("EDI: Die Lücke welcher Anforderung schließt sie, falls es eine "
                                "gibt?\nbisher: unbekannt\nAnforderung > "));
  CHECK(room.type({"?"}).starts_with(
      "Die Kennung einer Anforderung oder ihr Wortlaut:\nLiefert pünktlich "
      "(delivery_on_time)\nIst flexibel und offen für Veränderungen (flexibility)\n"));
  room.type({"flexibility"});
  CHECK(room.last.next == Turn::Next::confirm);
  CHECK(room.file() ==
        kFile +
            "potentials:\n  - title: Service\n    kind: new_offerings\n    value: 250000\n"
            "    probability: 40\n    status: open\n    owner: Jonas Weber\n    due: 2027-06-30\n"
            "actions:\n  - title: EDI\n    requirement: flexibility\n    status: open\n");
}

TEST_CASE("Enter keeps, a number goes in, -\u00A0clears, and what is no answer is asked again") {
  Room room(kFile);
  CHECK(room.type({"7"}) == "Bitte eine Zahl von 0 bis 5. Enter lässt es bei 4.\n0–5 > ");
  CHECK(room.last.refused);
  CHECK(room.file() == kFile);
  room.type({"3,5"});
  CHECK_FALSE(room.last.refused);
  CHECK(room.file().find("reference: {rating: 3.5, reason: Messe}") != std::string::npos);
  room.type({"4"});  // partnership
  room.type({"", ""});
  CHECK(said(room.last).ends_with(
      "Logistik: Wie eng sind unsere Lieferungen, Lager und Bestellungen mit denen des "
      "Kunden verzahnt?\nbisher: unbekannt\n0–5 > "));
  CHECK(room.type({"<", "-"}).find("Logistik") != std::string::npos);
  CHECK(room.file().find("manager") == std::string::npos);
}

TEST_CASE("what cannot be text is refused in words") {
  struct Row {
    const char* line;
    const char* said;
  };
  const Row rows[] = {
      {"a\x1B[2Jb", "Die Antwort enthält Steuerzeichen; bitte geben Sie sie ohne diese ein.\n> "},
      {"a\u202Eb", "Die Antwort enthält Steuerzeichen; bitte geben Sie sie ohne diese ein.\n> "},
      {"Gr\xFC\xDF", "Die Antwort ist kein UTF-8; bitte geben Sie sie in UTF-8 ein.\n> "},
      {"-weg", "Beginnt der Text wirklich mit -, schreiben Sie bitte \\-. ?\u00A0erklärt die Zeichen.\n> "},
  };
  for (const auto& row : rows) {
    Room room(kFile);
    room.go_to("Ansprechpartner");
    CHECK(room.type({row.line}) == row.said);
    CHECK(room.last.refused);
    CHECK(room.file() == kFile);
  }
}

TEST_CASE("<\u00A0goes back and shows the answer given, which can be changed or kept") {
  Room room(kFile);
  CHECK(room.type({"<"}).starts_with("Das ist die erste Frage.\n1 von 20 · Wert als Referenz"));
  room.type({"2", "4 früh dabei"});
  CHECK(
      room.type({"<"}).ends_with("Wie weit akzeptiert uns der Kunde als Partner?\n"
                                 "bisher: 4 (früh dabei; eben eingegeben)\n0–5 > "));
  CHECK(room.type({"<"}).ends_with("bisher: 2 (Messe; eben eingegeben)\n0–5 > "));
  room.type({"", "3"});
  CHECK(room.file() == kHead +
                           "manager: Anna Schmidt\nfigures:\n  2025: {revenue: 500000}\n"
                           "attractiveness:\n  reference: {rating: 2, reason: Messe}\n"
                           "partnership:\n  partner_acceptance: {rating: 3, reason: früh dabei}\n" +
                           kFile.substr(kFile.find("unique_services")));
  // Back at what the file said, nothing is left of the detour.
  room.type({"<", "-", "<", "<", "4"});
  CHECK(room.file() == kFile);
}

TEST_CASE("a list is entered line by line") {
  Room room(kFile);
  room.go_to("Was leisten wir");
  CHECK(said(room.last) ==
        "3 von 20 · Was leisten wir, das kein anderer Lieferant leistet?\n"
        "bisher (accounts/nordlicht.yaml:9) · je Zeile ein Eintrag, eine leere Zeile beendet die "
        "Liste\n1. Notdienst\n2. Prüfstand\n3. > ");
  CHECK(room.type({"Schulungen"}) == "4. > ");
  CHECK(room.type({"Schulungen"}) == "„Schulungen“ steht schon in der Liste.\n4. > ");
  CHECK(room.last.refused);
  CHECK(room.type({"-7"}) == "Einen Eintrag 7 gibt es nicht; die Liste hat 3.\n4. > ");
  CHECK(room.type({"-0"}) == "Einen Eintrag 0 gibt es nicht; die Liste hat 3.\n4. > ");
  CHECK(room.type({"-2"}).ends_with("1. Notdienst\n2. Schulungen\n3. > "));
  CHECK(room.type({"\\-2 Grad"}) == "4. > ");
  CHECK(room.file().find("unique_services:\n  - Notdienst\n  - Schulungen\n  - \"-2 Grad\"\n") !=
        std::string::npos);
  CHECK(room.type({"-"}).ends_with(
      "bisher: unbekannt · je Zeile ein Eintrag, eine leere Zeile beendet die Liste\n1. > "));
  CHECK(room.file().find("unique_services") == std::string::npos);
  CHECK(room.type({""}).find("Ansprechpartner") != std::string::npos);
}

TEST_CASE("! goes on with the next section, from the last one to the end") {
  Room room(kFile);
  CHECK(room.type({"!"}).starts_with(
      "## Beziehung\nWer diesen Kunden betreut und wo wir mit ihm zusammenarbeiten.\n"
      "4 von 20 · "));
  CHECK(room.type({"!"}).starts_with("## Sicht des Kunden\n"));
  CHECK(room.type({"!"}).starts_with("## Anforderungen aus Kundensicht\n"));
  CHECK(room.type({"!"}).starts_with("## Anforderungen aus Eigensicht\n"));
  CHECK(room.type({"!"}).starts_with("## Potenziale\n"));
  CHECK(room.type({"!"}).starts_with("## Maßnahmen\n"));
  CHECK(room.type({"!"}) == "Es gibt nichts zu speichern: Es wurde nichts Neues eingegeben.\n");
  CHECK(room.last.next == Turn::Next::nothing);
}

TEST_CASE("ratings of one view go into one assessment, under the source that is asked for once") {
  Room room(kFile);
  room.go_to("Woher stammen");
  room.type({"Jahresgespräch 2026", ":5", "4:2"});
  const auto expected = kFile +
                        "  - date: 2026-11-24\n    perspective: customer\n    source: Jahresgespräch 2026\n"
                        "    ratings:\n      delivery_on_time: {fulfilment: 5}\n"
                        "      flexibility: {importance: 4, fulfilment: 2}\n";
  CHECK(room.file() == expected);
  room.type({"<"});
  CHECK(said(room.last).ends_with("bisher: 4:2 (eben eingegeben)\nWichtigkeit:Erfüllung > "));
  CHECK(
      room.type({"<"}).ends_with("bisher: 5:5 (eben eingegeben)\nZum Beispiel 5:3, mit Anmerkung 5:3 oft zu "
                                 "spät, mit dem besten Wettbewerber 5:3:4.\nWichtigkeit:Erfüllung > "));
  room.type({"4:"});  // what was said of the fulfilment stays
  CHECK(room.file().find("delivery_on_time: {importance: 4, fulfilment: 5}") != std::string::npos);
  // The source can still be mended.
  room.type({"<", "<", "Reklamation"});
  CHECK(room.file().find("source: Reklamation\n") != std::string::npos);
  CHECK(room.file().find("Jahresgespräch 2026") == std::string::npos);
  // Taken back, the ratings leave no assessment behind.
  room.type({"-", "-"});
  CHECK(room.file() == kFile);
}

TEST_CASE("a talk that was broken off goes on in the same assessment, or in another one") {
  const auto file = kFile +
                    "  - date: 2026-11-24\n    perspective: customer\n    source: Audit\n    ratings:\n"
                    "      delivery_on_time: {importance: 5, fulfilment: 2}\n";
  Room room(file);
  room.go_to("Woher stammen");
  CHECK(said(room.last).ends_with("bisher: Audit (Bewertung vom 24.11.2026)\n> "));
  room.type({"", ":3", "4:4"});
  CHECK(room.file() ==
        file.substr(0, file.rfind("{importance")) +
            "{importance: 5, fulfilment: 3}\n      flexibility: {importance: 4, fulfilment: 4}\n");
  room.type({"<", "<", "<", "Telefonat"});
  CHECK(room.file() ==
        file +
            "  - date: 2026-11-24\n    perspective: customer\n    source: Telefonat\n    ratings:\n"
            "      delivery_on_time: {fulfilment: 3}\n"
            "      flexibility: {importance: 4, fulfilment: 4}\n");
  // In the assessment of today a rating can be taken out.
  Room other(file);
  other.go_to("Liefert pünktlich");
  other.type({"-"});
  CHECK_FALSE(other.last.refused);
  CHECK(other.file() ==
        file.substr(0, file.find("    ratings:\n      delivery_on_time: {importance: 5, fulfilment: 2}")) +
            "    ratings: {}\n");
}

TEST_CASE("an earlier assessment is a record that stays") {
  Room room(kFile);
  room.go_to("Liefert pünktlich");
  CHECK(
      room.type({"-"}) ==
      "Diese Bewertung gehört zu einer früheren Befragung (Gespräch, 31.03.2026) und bleibt als deren Stand "
      "erhalten. Bewerten Sie neu, oder ändern Sie die Datei.\nWichtigkeit:Erfüllung > ");
  CHECK(room.last.refused);
  CHECK(room.file() == kFile);
}

TEST_CASE(
    "the day, the source and the author can be given beforehand; a day to come does not hide the answer") {
  auto briefing = room::briefing(kFile);
  briefing.date = Date{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{1}};
  briefing.source = "Audit";
  briefing.by = "Jonas Weber";
  Room room(std::move(briefing));
  room.go_to("Liefert pünktlich");
  CHECK(said(room.last).find("Woher") == std::string::npos);
  room.type({"3:1"});
  CHECK(room.file().ends_with(
      "  - date: 2026-12-01\n    perspective: customer\n    source: Audit\n    by: Jonas "
      "Weber\n    ratings:\n      delivery_on_time: {importance: 3, fulfilment: 1}\n"));
  CHECK(
      room.type({"<"}).ends_with("bisher: 3:1 (eben eingegeben)\nZum Beispiel 5:3, mit Anmerkung 5:3 oft zu "
                                 "spät, mit dem besten Wettbewerber 5:3:4.\nWichtigkeit:Erfüllung > "));
}
