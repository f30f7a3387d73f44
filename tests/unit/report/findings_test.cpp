#include <doctest/doctest.h>

#include "stage.hpp"

using namespace kam;

namespace {

struct Row {
  Finding finding;
  std::string en;
  std::string de;
};

}  // namespace

TEST_CASE("every finding is one sentence that says what to do") {
  const Stage stage({nordlicht()});
  const Row rows[] = {
      {{"no-fixed-contact", {}, {}},
       "No key account manager is named: decide who is the customer's fixed contact.",
       "Ein fester Ansprechpartner ist nicht benannt: Legen Sie fest, wer den Kunden betreut."},
      {{"assessment-missing", {}, {}},
       "How well we meet the customer's requirements is unknown: ask for its assessment in the next talk.",
       "Wie gut wir die Anforderungen erfüllen, ist nicht bekannt: Bitten Sie den Kunden im nächsten "
       "Gespräch um "
       "seine Bewertung."},
      {{"customer-never-asked", {}, {}},
       "So far we know only our own view: ask the customer how it sees us.",
       "Bisher kennen wir nur unsere eigene Sicht: Fragen Sie den Kunden, wie er uns sieht."},
      {{"assessment-stale", {"2025-03-31"}, {1603}},
       "The last assessment, of 31 Mar 2025, is 1,603 days old: repeat it.",
       "Die letzte Bewertung vom 31.03.2025 ist 1.603 Tage alt: Wiederholen Sie sie."},
      {{"requirement-gap", {"flexibility"}, {4.5, 2, 17.84}},
       "“Is flexible and open to change” matters (4.5 of 5) but is fulfilled at only 2 of 5; that costs 17.8 "
       "points, "
       "and no open action addresses it: plan one.",
       "„Ist flexibel und offen für Veränderungen“ ist wichtig (4,5 von 5), aber nur mit 2 von 5 erfüllt; "
       "das kostet "
       "17,8 Punkte, und keine offene Maßnahme geht es an: Planen Sie eine."},
      {{"requirement-gap", {"english_documentation"}, {4, 2, 3}},
       "“Dokumentation auf Englisch” matters (4 of 5) but is fulfilled at only 2 of 5; that costs 3 points, "
       "and no "
       "open action addresses it: plan one.",
       "„Dokumentation auf Englisch“ ist wichtig (4 von 5), aber nur mit 2 von 5 erfüllt; das kostet 3 "
       "Punkte, und "
       "keine offene Maßnahme geht es an: Planen Sie eine."},
      {{"overdue-action", {"EDI", "Jonas Weber", "2026-11-15"}, {9}},
       "“EDI” has been overdue since 15 Nov 2026: settle it with Jonas Weber, or agree a new date.",
       "„EDI“ ist seit dem 15.11.2026 überfällig: Klären Sie es mit Jonas Weber, oder vereinbaren Sie einen "
       "neuen "
       "Termin."},
      {{"overdue-action", {"EDI", "", "2026-11-15"}, {9}},
       "“EDI” has been overdue since 15 Nov 2026 and nobody is responsible: name someone.",
       "„EDI“ ist seit dem 15.11.2026 überfällig, und niemand ist verantwortlich: Benennen Sie jemanden."},
      {{"own-view-too-rosy", {}, {15.25}},
       "We rate ourselves 15.3 points better than the customer does: talk about where the two views differ.",
       "Wir bewerten uns um 15,3 Punkte besser, als der Kunde es tut: Sprechen Sie mit ihm über die "
       "Unterschiede."},
      {{"decision-maker-critical", {"Dr. Petersen", "critic"}, {}},
       "Dr. Petersen has a say in decisions and is critical of us: find out what would have to change.",
       "Dr. Petersen entscheidet und steht uns kritisch gegenüber: Klären Sie, was sich dafür ändern muss."},
      {{"decision-maker-critical", {"Dr. Petersen", "opponent"}, {}},
       "Dr. Petersen has a say in decisions and is against us: find out why, and who else can speak for us.",
       "Dr. Petersen entscheidet und lehnt uns ab: Klären Sie die Gründe und wer sonst für uns sprechen "
       "kann."},
      {{"no-influential-contact", {}, {}},
       "None of the people we know at the customer has great influence: find out who decides.",
       "Keiner der bekannten Ansprechpartner hat großen Einfluss: Finden Sie heraus, wer entscheidet."}};
  for (const Row& row : rows) {
    CAPTURE(row.finding.code);
    const View en = stage.view(Language::en);
    CHECK(finding_sentence(row.finding, en, en.accounts[0]) == row.en);
    const View de = stage.view(Language::de);
    CHECK(finding_sentence(row.finding, de, de.accounts[0]) == row.de);
  }
}

TEST_CASE("a finding that no sentence is known for says nothing") {
  const Stage stage({nordlicht()});
  const View view = stage.view();
  CHECK(finding_sentence({"something-else", {}, {}}, view, view.accounts[0]).empty());
}
