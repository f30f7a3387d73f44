#include "interview/explain.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "kam/text/explanations.hpp"
#include "room.hpp"

using namespace kam;
using kam::room::Room;

namespace {

template <class Entry>
void check_explained(Vocabulary vocabulary, const std::vector<Entry>& entries) {
  for (const auto language : {Language::en, Language::de}) {
    std::set<std::string_view> lows;
    std::set<std::string_view> examples;
    for (const auto& entry : entries) {
      CAPTURE(entry.id);
      const auto own = explain_entry(vocabulary, entry.id, language);
      REQUIRE(own);
      CHECK_FALSE(own->low.empty());
      CHECK(own->high.empty() == (vocabulary == Vocabulary::potential));
      CHECK_FALSE(own->example.empty());
      CHECK(own->low !=
            explain_entry(vocabulary, entry.id, language == Language::en ? Language::de : Language::en)->low);
      lows.insert(own->low);
      examples.insert(own->example);
    }
    CHECK(lows.size() == entries.size());
    CHECK(examples.size() == entries.size());
  }
}

std::string help(const Briefing& briefing, const std::string& question) {
  Room room(briefing);
  room.go_to(question);
  return room.type({"?"});
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every built-in catalogue entry has an explanation of its own in both languages") {
  const auto settings = default_settings();
  check_explained(Vocabulary::attractiveness, settings.attractiveness);
  check_explained(Vocabulary::partnership, settings.partnership);
  check_explained(Vocabulary::collaboration, settings.collaboration);
  check_explained(Vocabulary::requirement, settings.requirements);
  check_explained(Vocabulary::potential, settings.potentials);
  // Ids are the catalogue's own: a requirement `logistics` is not the area.
  CHECK_FALSE(explain_entry(Vocabulary::requirement, "logistics", Language::en));
  CHECK_FALSE(explain_entry(Vocabulary::offering, "spare_parts", Language::en));
}

TEST_CASE("every question's example is an answer on the portfolio's scale") {
  for (const double scale : {3.0, 3.5, 5.0, 7.0, 10.0})
    for (const auto level : {ExampleLevel::middle, ExampleLevel::high, ExampleLevel::top}) {
      const auto rating = rating_at(level, scale);
      CHECK(rating > 0);
      CHECK(rating <= scale);
    }
  auto briefing = room::briefing("kam: 1\nname: Nordlicht\n");
  briefing.settings.scale = 10;
  CHECK(has(help(briefing, "Wert als Referenz"), "; 10: sein Name öffnet"));
  CHECK(has(help(briefing, "Wert als Referenz"), "Zum Beispiel: 8 steht in jeder Branchenstudie vorn\n"));
  CHECK(has(help(briefing, "Logistik"), "Zum Beispiel 6: ein Konsignationslager\n"));
  CHECK(has(help(briefing, "Liefert pünktlich"), "Zum Beispiel: 10:6 jede zehnte Lieferung zu spät\n"));
  CHECK(has(help(briefing, "Liefert pünktlich"), ":6 ändert nur die Erfüllung"));
}

TEST_CASE("an entry of the user's own catalogue gets the general explanation") {
  auto briefing = room::briefing("kam: 1\nname: Nordlicht\n");
  const auto label = [](const char* id, const char* text) {
    Criterion criterion;
    criterion.id = id;
    criterion.label.any = text;
    return criterion;
  };
  briefing.settings.attractiveness.push_back(label("exports", "Exportanteil"));
  briefing.settings.partnership.push_back(label("trust", "Vertrauen"));
  briefing.settings.collaboration.push_back(label("training", "Ausbildung"));
  briefing.settings.requirements.push_back({"logistics", label("", "Liefert nachts").label});
  briefing.settings.potentials.push_back({"spin_off", label("", "Ausgründung").label});
  for (const auto* criterion : {"Exportanteil", "Vertrauen"})
    CHECK(help(briefing, criterion)
              .starts_with("0: trifft gar nicht zu; 5: trifft voll zu.\nEine Zahl von 0 bis 5, auch 2,5; "
                           "dahinter, wenn Sie mögen, die Begründung. Zum Beispiel: 3 im Jahresgespräch "
                           "bestätigt\nEnter"));
  CHECK(help(briefing, "Ausbildung")
            .starts_with("0: wir arbeiten dort nicht zusammen; 5: so eng wie nur möglich.\nEine Zahl von 0 "
                         "bis 5, auch 2,5. Zum Beispiel 3: wir treffen uns dazu jedes Quartal\nEnter"));
  const auto requirement = help(briefing, "Liefert nachts");
  CHECK(requirement.starts_with("Erfüllung 0: gar nicht; 5: voll.\n"));
  CHECK(has(requirement, "Zum Beispiel: 5:3 im Jahresgespräch genannt\n"));
  CHECK(help(briefing, "Ausgründung")
            .starts_with("Je Zeile ein Eintrag, so viele Sie möchten; eine leere Zeile beendet die Liste."));
}

TEST_CASE("a criterion that kam measures says so, and shows the steps") {
  const auto unmeasured = room::briefing("kam: 1\nname: Nordlicht\n");
  CHECK(has(room::said(Room(unmeasured).last),
            "bisher: unbekannt; wird gemessen, sobald die Kennzahlen da sind (eine Bewertung hier geht "
            "vor)\n0–5 > "));
  CHECK(has(help(unmeasured, "Umsatz mit uns"),
            "kam misst das anhand der Kennzahlen: ab 50.000 EUR: 1; ab 100.000 EUR: 2; ab 250.000 EUR: 3; ab "
            "500.000 EUR: 4; ab 1.000.000 EUR: 5. Eine Bewertung, die Sie hier geben, tritt an die Stelle "
            "der Messung.\nKennzahlen gehören in die Datei, unter figures (revenue): mit kam edit nordlicht "
            "oder kam import.\n"));
  // Where the file overrules the measurement, likewise.
  const auto overruled = room::briefing(
      "kam: 1\nname: Nordlicht\nfigures: {2025: {revenue: 500000}}\nattractiveness: {revenue: 2}\n",
      Language::en);
  CHECK(has(room::said(Room(overruled).last),
            "so far: 2 (accounts/nordlicht.yaml:4; measured: 500,000 EUR (2025))\n"));
  CHECK(
      has(help(overruled, "Revenue with us"), "from 500,000 EUR on: 4; from 1,000,000 EUR on: 5. A rating"));
  // Fewer steps are worth more each; growth is in percent.
  auto growth = unmeasured;
  growth.settings.attractiveness.front().measure = Measure::revenue_growth;
  growth.settings.attractiveness.front().steps = {0, 2.5};
  CHECK(has(help(growth, "Umsatz mit uns"), "ab 0\u00A0%: 2,5; ab 2,5\u00A0%: 5. Eine"));
  CHECK(has(help(growth, "Umsatz mit uns"), "unter figures (revenue zweier Jahre hintereinander): "));
  // Without steps nothing is measured.
  growth.settings.attractiveness.front().steps.clear();
  CHECK(has(room::said(Room(growth).last), "bisher: unbekannt\n0–5 > "));
  CHECK_FALSE(has(help(growth, "Umsatz mit uns"), "Kennzahlen"));
}
