#include <doctest/doctest.h>

#include <set>

#include "kam/check/check.hpp"
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
      {{FindingKind::no_fixed_contact, {}, {}},
       "No key account manager is named: decide who is the customer's fixed contact.",
       "Ein fester Ansprechpartner ist nicht benannt: Legen Sie fest, wer den Kunden betreut."},
      {{FindingKind::assessment_missing, {}, {}},
       "How well we meet the customer's requirements is unknown: ask for its assessment in the next talk.",
       "Wie gut wir die Anforderungen erfüllen, ist nicht bekannt: Bitten Sie den Kunden im nächsten "
       "Gespräch um "
       "seine Bewertung."},
      {{FindingKind::customer_never_asked, {}, {}},
       "So far we know only our own view: ask the customer how it sees us.",
       "Bisher kennen wir nur unsere eigene Sicht: Fragen Sie den Kunden, wie er uns sieht."},
      {{FindingKind::assessment_stale, {"2025-03-31"}, {1603}},
       "The last assessment, of 31 Mar 2025, is 1,603 days old: repeat it.",
       "Die letzte Bewertung vom 31.03.2025 ist 1.603 Tage alt: Wiederholen Sie sie."},
      {{FindingKind::requirement_gap, {"flexibility"}, {4.5, 2, 17.84}},
       "“Is flexible and open to change” matters (4.5 of 5) but is fulfilled at only 2 of 5; that costs 17.8 "
       "points, "
       "and no open action addresses it: plan one.",
       "„Ist flexibel und offen für Veränderungen“ ist wichtig (4,5 von 5), aber nur mit 2 von 5 erfüllt; "
       "das kostet "
       "17,8 Punkte, und keine offene Maßnahme geht es an: Planen Sie eine."},
      {{FindingKind::requirement_gap, {"english_documentation"}, {4, 2, 3}},
       "“Dokumentation auf Englisch” matters (4 of 5) but is fulfilled at only 2 of 5; that costs 3 points, "
       "and no "
       "open action addresses it: plan one.",
       "„Dokumentation auf Englisch“ ist wichtig (4 von 5), aber nur mit 2 von 5 erfüllt; das kostet 3 "
       "Punkte, und "
       "keine offene Maßnahme geht es an: Planen Sie eine."},
      {{FindingKind::overdue_action, {"EDI", "Jonas Weber", "2026-11-15"}, {9}},
       "“EDI” has been overdue since 15 Nov 2026: settle it with Jonas Weber, or agree a new date.",
       "„EDI“ ist seit dem 15.11.2026 überfällig: Klären Sie es mit Jonas Weber, oder vereinbaren Sie einen "
       "neuen "
       "Termin."},
      {{FindingKind::overdue_action, {"EDI", "", "2026-11-15"}, {9}},
       "“EDI” has been overdue since 15 Nov 2026 and nobody is responsible: name someone.",
       "„EDI“ ist seit dem 15.11.2026 überfällig, und niemand ist verantwortlich: Benennen Sie jemanden."},
      {{FindingKind::own_view_too_rosy, {}, {15.25}},
       "We rate ourselves 15.3 points better than the customer does: talk about where the two views differ.",
       "Wir bewerten uns um 15,3 Punkte besser, als der Kunde es tut: Sprechen Sie mit ihm über die "
       "Unterschiede."},
      {{FindingKind::decision_maker_critical, {"Dr. Petersen", "critic"}, {}},
       "Dr. Petersen has a say in decisions and is critical of us: find out what would have to change.",
       "Dr. Petersen entscheidet und steht uns kritisch gegenüber: Klären Sie, was sich dafür ändern muss."},
      {{FindingKind::decision_maker_critical, {"Dr. Petersen", "opponent"}, {}},
       "Dr. Petersen has a say in decisions and is against us: find out why, and who else can speak for us.",
       "Dr. Petersen entscheidet und lehnt uns ab: Klären Sie die Gründe und wer sonst für uns sprechen "
       "kann."},
      {{FindingKind::no_influential_contact, {}, {}},
       "None of the people we know at the customer has great influence: find out who decides.",
       "Keiner der bekannten Ansprechpartner hat großen Einfluss: Finden Sie heraus, wer entscheidet."}};
  for (const Row& row : rows) {
    CAPTURE(finding_id(row.finding.kind));
    const View en = stage.view(Language::en);
    CHECK(finding_sentence(row.finding, en, en.accounts[0]) == row.en);
    const View de = stage.view(Language::de);
    CHECK(finding_sentence(row.finding, de, de.accounts[0]) == row.de);
  }
}

TEST_CASE("every finding has an id, a title, a check and words for when it is gone") {
  std::set<std::string_view> ids;
  for (std::size_t i = 0; i < kFindings.size(); ++i) {
    const auto id = kFindings.at(i).id;
    CAPTURE(id);
    CHECK(ids.insert(id).second);
    const auto kind = static_cast<FindingKind>(i);
    CHECK(finding_id(kind) == id);
    const auto* const check = find_check(id);
    REQUIRE(check != nullptr);
    CHECK(check->title == kFindings.at(i).title);
    CHECK(check->severity == Severity::note);
    CHECK(check->finding == kind);
    const auto en = gone_finding_text({kind}, "EDI", Language::en);
    const auto de = gone_finding_text({kind}, "EDI", Language::de);
    CHECK(en.size() > 5);
    CHECK(en != de);
    CHECK((en.find("EDI") == std::string::npos) == (de.find("EDI") == std::string::npos));
  }
}
