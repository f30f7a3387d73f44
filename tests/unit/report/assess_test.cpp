#include "kam/report/assess.hpp"
#include "report/account/assess_parts.hpp"
#include "stage.hpp"

using namespace kam;

namespace {

Lines assessed(const Account& account, Language language = Language::en, Explain explain = Explain::no) {
  const Stage stage({account}, settings_of("Beispiel AG"));
  return lines_of(build_assessment(stage.view(language), 0, explain));
}

Lines section(const Account& account, const std::string& heading, Language language = Language::en) {
  const Stage stage({account}, settings_of("Beispiel AG"));
  return section_of(build_assessment(stage.view(language), 0, Explain::no), heading);
}

Assessment rated(Date date, Perspective perspective, const std::string& id, double importance,
                 double fulfilment) {
  return {date, perspective, "", "", {{id, {importance, fulfilment, {}, ""}}}};
}

// The row of the scores' table for that label.
std::string score_row(const Account& account, const std::string& label, Language language = Language::en) {
  for (const auto& line : assessed(account, language))
    if (line.starts_with("| " + label + " |")) return line;
  return {};
}

}  // namespace

TEST_CASE("the head says who, how good and since when") {
  const auto lines = assessed(nordlicht());
  CHECK(lines[0] == "Nordlicht Windkraft GmbH");
  CHECK(lines[1] == "Key account · A · Strategic customer");
  CHECK(lines[2] == "Windenergie · Anna Schmidt · customer since 2014 · as of 24 Nov 2026");
  const auto german = assessed(nordlicht(), Language::de);
  CHECK(german[1] == "Schlüsselkunde · A · Strategischer Kunde");
  CHECK(german[2] == "Windenergie · Anna Schmidt · Kunde seit 2014 · Stand 24.11.2026");
  const auto empty = assessed(named("leer", "Leer"));
  CHECK(empty[1] == "Not yet known");
  CHECK(empty[2] == "as of 24 Nov 2026");
}

TEST_CASE("the document has the view's language and the portfolio's currency") {
  auto settings = settings_of("X");
  settings.currency = "CHF";
  const Stage stage({nordlicht()}, settings);
  const auto document = build_assessment(stage.view(Language::de), 0, Explain::no);
  CHECK(document.language == Language::de);
  CHECK(document.currency == "CHF");
}

TEST_CASE("the scores at a glance") {
  const auto lines = assessed(nordlicht());
  CHECK(
      Lines(lines.begin() + 3, lines.begin() + 8) ==
      Lines{
          "| Attractiveness | 85 green | 75% known", "| Partnership | 80 green | ",
          "| Collaboration | 80 green* | 1 of 5 areas",
          "| Fulfilment | 71 green* | Customer's view · 2 of 14 requirements · since 31 Mar 2026: +8.9 · own "
          "view 90",
          "| Completeness | 95 | 20 of 21 questions answered"});
  const auto empty = assessed(named("leer", "Leer"), Language::de);
  CHECK(Lines(empty.begin() + 3, empty.begin() + 8) ==
        Lines{"| Attraktivität | – | zu 0\u00A0% bekannt", "| Partnerschaft | – | zu 0\u00A0% bekannt",
              "| Zusammenarbeit | – | 0 von 5 Bereichen", "| Erfüllungsgrad | – | 0 von 13 Anforderungen",
              "| Kenntnisstand | 0 | 0 von 21 Fragen beantwortet"});
}

TEST_CASE("the trend is that of the headline's perspective") {
  Account account = named("a", "A");
  account.assessments = {rated(day(2026, 1, 1), Perspective::own, "flexibility", 5, 5)};
  CHECK(score_row(account, "Fulfilment") == "| Fulfilment | 100 green* | Own view · 1 of 13 requirements");
  account.assessments.push_back(rated(day(2026, 2, 1), Perspective::own, "flexibility", 5, 4));
  CHECK(score_row(account, "Fulfilment") ==
        "| Fulfilment | 80 green* | Own view · 1 of 13 requirements · since 1 Jan 2026: -20");
  account.assessments.push_back(rated(day(2026, 3, 1), Perspective::customer, "flexibility", 5, 2));
  CHECK(score_row(account, "Fulfilment") ==
        "| Fulfilment | 40 amber* | Customer's view · 1 of 13 requirements · own view 80");
  account.assessments.push_back(rated(day(2026, 4, 1), Perspective::customer, "flexibility", 5, 2));
  CHECK(
      score_row(account, "Erfüllungsgrad", Language::de) ==
      "| Erfüllungsgrad | 40 amber* | Kundensicht · 1 von 13 Anforderungen · seit 01.03.2026: 0 · Eigensicht "
      "80");
}

TEST_CASE("a stale fulfilment is out of date and never green") {
  Account account = named("a", "A");
  account.assessments = {rated(day(2025, 1, 1), Perspective::customer, "flexibility", 5, 5)};
  CHECK(score_row(account, "Fulfilment") ==
        "| Fulfilment | 100 amber*† | Customer's view · 1 of 13 requirements · out of date");
}

TEST_CASE("signed points") {
  CHECK(signed_points(3, Language::en) == "+3");
  CHECK(signed_points(0.04, Language::en) == "0");
  CHECK(signed_points(-0.04, Language::en) == "0");
  CHECK(signed_points(0.06, Language::en) == "+0.1");
  CHECK(signed_points(-2.6, Language::de) == "-2,6");
}

TEST_CASE("each criterion with its rating, weight, points and reason") {
  CHECK(section(nordlicht(), "Attractiveness") ==
        Lines{"| Criterion | Rating (0 to 5) | Weight | Points | Reason",
              "| Revenue with us | 5 | 20% | 26.67 | Revenue 2025: EUR 1.2 million",
              "| Contribution margin | 5 | 20% | 26.67 | Contribution margin 2025: EUR 412,000",
              "| Growth of our revenue with it | 3 | 10% | 8 | Revenue growth 2025: 5.1%",
              "| Value as a reference | 4 | 15% | 16 | –",
              "| Technology know-how we gain | 3 | 10% | 8 | Gemeinsamer Prüfstand",
              "| Innovation leader with demanding requirements | – | 10% | – | –",
              "| Pioneer of its industry | – | 10% | – | –",
              "| Its demands set us apart with others | – | 5% | – | –"});
  CHECK(section(nordlicht(), "Collaboration") ==
        Lines{"| Area | Intensity (0 to 5) | Weight | Points | Activities",
              "| Product development | – | 1 | – | –", "| Logistics | 4 | 1 | 80 | Konsignationslager",
              "| Quality management | – | 1 | – | –", "| Marketing | – | 1 | – | –",
              "| Sales | – | 1 | – | –"});
  CHECK(section(named("leer", "Leer"), "Attraktivität", Language::de) == Lines{"Noch nichts bewertet."});
  CHECK(section(named("leer", "Leer"), "Collaboration") == Lines{"Nothing rated yet."});
}

TEST_CASE("requirements: most points lost first, then the catalogue's order, unrated ones below") {
  Account account = named("a", "A");
  account.assessments = {{day(2026, 5, 1),
                          Perspective::customer,
                          "",
                          "",
                          {{"flexibility", {5, 1, {}, ""}},
                           {"delivered_quality", {4, 5, {}, ""}},
                           {"delivery_on_time", {2, {}, {}, ""}},
                           {"acceptable_price", {2, 5, 4.5, ""}},
                           {"customer_goals", {5, 4, {}, ""}}}}};
  CHECK(section(account, "Requirements") ==
        Lines{"| Requirement | Importance | Fulfilment | Best competitor | Points lost | Position | Action",
              "| Is flexible and open to change | 5 | 1 | – | 25 | Concentrate here | → no action",
              "| Knows our goals | 5 | 4 | – | 6.25 | Keep up the good work | –",
              "| Delivers the agreed quality | 4 | 5 | – | 0 | Keep up the good work | –",
              "| Prices are acceptable | 2 | 5 | 4.5 | 0 | Possible overkill | –",
              "| Delivers on time | 2 | – | – | – | – | –",
              "Not yet rated: Keeps us informed on markets and technology, Can develop innovative products, "
              "Proves "
              "the quality of products and processes, Proposes market strategies, Its brand fits into our "
              "marketing mix, Shows where we can grow together, Proves that price and performance match, "
              "Negotiates competently and can decide."});
}

TEST_CASE("the own view stands beside the customer's, and open actions beside what they close") {
  Account account = named("a", "A");
  account.assessments = {rated(day(2026, 5, 1), Perspective::customer, "flexibility", 5, 4),
                         rated(day(2026, 5, 2), Perspective::own, "flexibility", 5, 4.5)};
  account.actions = {{"Alt", "flexibility", "", day(2026, 1, 1), ActionStatus::done},
                     {"Schulung", "flexibility", "", day(2026, 12, 1), ActionStatus::open},
                     {"Gespräch", "flexibility", "", {}, ActionStatus::open},
                     {"Anderes", "delivery_on_time", "", {}, ActionStatus::open}};
  const auto lines = section(account, "Kundenanforderungen", Language::de);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] ==
        "| Kundenanforderung | Wichtigkeit | Erfüllung | Eigensicht | Punktverlust | Einordnung | Maßnahme");
  CHECK(lines[1] ==
        "| Ist flexibel und offen für Veränderungen | 5 | 4 | 4.5 | 20 | Stärke halten | → Schulung, "
        "01.12.2026; "
        "Gespräch");
  account.assessments.erase(account.assessments.begin());  // own view alone is the headline itself
  CHECK(section(account, "Requirements")[0] ==
        "| Requirement | Importance | Fulfilment | Points lost | Position | Action");
}

TEST_CASE("columns of which nothing is known are left out, and with them the table") {
  Account account = named("a", "A");
  account.assessments = {rated(day(2026, 5, 1), Perspective::customer, "flexibility", 5, 4)};
  CHECK(section(account, "Requirements")[0] ==
        "| Requirement | Importance | Fulfilment | Points lost | Position");
  const auto none = section(named("leer", "Leer"), "Requirements");
  REQUIRE(none.size() == 1);
  CHECK(none[0].starts_with("Not yet rated: Delivers the agreed quality, Delivers on time, "));
}

TEST_CASE("what needs attention, what is not known, and the next step") {
  const Lines all = assessed(named("leer", "Leer"));
  CHECK(headings_of(build_assessment(Stage({named("leer", "Leer")}).view(), 0, Explain::no)) ==
        Lines{"Attractiveness", "Partnership", "Collaboration", "Requirements", "What needs attention",
              "What we do not know yet (21 of 21)"});
  CHECK(section(named("leer", "Leer"), "What we do not know yet (21 of 21)").size() == 22);
  CHECK(section(named("leer", "Leer"), "What we do not know yet (21 of 21)")[0] ==
        "- Why is this customer especially important to us?");
  CHECK(all.back() == "Next: kam assess leer -i --open");
  CHECK(assessed(nordlicht(), Language::de).back() == "Weiter: kam assess nordlicht-windkraft -i --open");
  auto settings = settings_of("X");
  settings.requirements = {{"flexibility", {}}, {"delivered_quality", {}}};
  auto account = nordlicht();
  account.requirements.clear();
  const Stage known({account}, settings);
  CHECK(lines_of(build_assessment(known.view(), 0, Explain::no)).back() ==
        "Next: kam report nordlicht-windkraft");
}

TEST_CASE("--explain adds the arithmetic behind the tables") {
  const Stage stage({nordlicht()}, settings_of("Beispiel AG"));
  const View view = stage.view();
  const auto document = build_assessment(view, 0, Explain::yes);
  Lines expected;
  for (const auto& line : explain_lines(account_view(view, 0))) expected.push_back("- " + line);
  CHECK(section_of(document, "How the scores come about") == expected);
  CHECK(section_of(build_assessment(view, 0, Explain::no), "How the scores come about").empty());
}
