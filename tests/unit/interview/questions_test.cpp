#include "kam/interview/questions.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "kam/disk/portfolio.hpp"
#include "room.hpp"

using namespace kam;

namespace {

using Lines = std::vector<std::string>;

Known known_of(const std::string& text) {
  const auto settings = room::settings();
  auto decoded = decode_account(text, "accounts/nordlicht.yaml", "nordlicht", settings);
  REQUIRE(decoded.problems.empty());
  const Date today{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{24}};
  auto scores = score_account(decoded.account, settings, today);
  return {decoded.account, scores};
}

std::vector<Question> questions(const std::string& before, const std::string& now, Asking asking,
                                Language language = Language::de) {
  const auto settings = room::settings();
  const auto old = known_of(before);
  const auto current = known_of(now);
  const auto tree = parse_tree(before, "accounts/nordlicht.yaml");
  return build_questions(
      {settings, old, *tree.root, "accounts/nordlicht.yaml", current, asking, true, language});
}

Lines labels(const std::string& before, const std::string& now, Asking asking) {
  Lines labels;
  for (const auto& question : questions(before, now, asking)) labels.push_back(question.label);
  return labels;
}

// Behind the name of a file.
const std::string kHead = "kam: 1\nname: Nordlicht\n";

const Lines kAll = {"Wert als Referenz",
                    "Wie weit akzeptiert uns der Kunde als Partner?",
                    "Unsere besonderen Leistungen",
                    "Key-Account-Manager",
                    "Logistik, Intensität",
                    "Team",
                    "Ansprechpartner beim Kunden",
                    "Ziele",
                    "Wichtige Leistungen",
                    "Stärken in seinem Markt",
                    "Unser Beitrag",
                    "Quelle",
                    "Liefert pünktlich",
                    "Ist flexibel und offen für Veränderungen",
                    "Quelle",
                    "Liefert pünktlich",
                    "Ist flexibel und offen für Veränderungen",
                    "Neue Produkte, Dienstleistungen, Lösungen",
                    "Gemeinsame Strategie und Planung",
                    "Maßnahmen"};

Lines without(Lines lines, const Lines& gone) {
  for (const auto& line : gone) lines.erase(std::ranges::find(lines, line));
  return lines;
}

}  // namespace

TEST_CASE("an empty file is asked everything, a measured criterion only where the figures are silent") {
  auto all = kAll;
  all.insert(all.begin(), "Umsatz mit uns");
  CHECK(labels(kHead, kHead, Asking::all) == all);
  CHECK(labels(kHead, kHead, Asking::open) == all);
  const auto measured = kHead + "figures:\n  2025: {revenue: 500000}\n";
  CHECK(labels(measured, measured, Asking::all) == kAll);
}

TEST_CASE("what the answers bring up is asked about next") {
  const auto before = kHead + "figures:\n  2025: {revenue: 500000}\n";
  const auto now =
      before +
      "collaboration:\n  logistics: {intensity: 2}\nteam:\n  - name: Anna\ncontacts:\n  - name: Weber\n"
      "potentials:\n  - {title: Service, kind: joint_strategy}\nactions:\n  - title: EDI\n";
  for (const auto asking : {Asking::all, Asking::open}) {
    const auto found = labels(before, now, asking);
    const auto rest = without(found, kAll);
    CHECK(rest == Lines{"Logistik, Aktivitäten", "Logistik, Personen", "Anna, Rolle",
                        "Anna, Organisationseinheit", "Anna, Aufgaben", "Anna, Befugnisse", "Weber, Position",
                        "Weber, Rolle bei Entscheidungen", "Weber, Einfluss", "Weber, Einstellung zu uns",
                        "Service, Wert", "Service, Wahrscheinlichkeit", "Service, Verantwortlich",
                        "Service, Fällig", "EDI, Verantwortlich", "EDI, Fällig", "EDI, Kundenanforderung"});
  }
}

TEST_CASE("--open leaves out what the file says, also where only part of a question is answered") {
  const auto open = [](const std::string& body) {
    return labels(kHead + "figures:\n  2025: {revenue: 500000}\n" + body,
                  kHead + "figures:\n  2025: {revenue: 500000}\n" + body, Asking::open);
  };
  CHECK(open("") == kAll);
  CHECK(open("manager: A\n") == without(kAll, {"Key-Account-Manager"}));
  CHECK(open("attractiveness: {reference: 0}\n") == without(kAll, {"Wert als Referenz"}));
  CHECK(open("unique_services: [A]\n") == without(kAll, {"Unsere besonderen Leistungen"}));
  CHECK(open("collaboration: {logistics: {intensity: 0}}\n") == without(kAll, {"Logistik, Intensität"}));
  // One kind of potential is enough for the handbook's question.
  CHECK(open("potentials:\n  - {title: A, kind: joint_strategy, value: 1, probability: 0, owner: B, due: "
             "2027-01-31}\n") ==
        without(kAll, {"Neue Produkte, Dienstleistungen, Lösungen", "Gemeinsame Strategie und Planung"}));
  CHECK(open("actions:\n  - {title: A, owner: B, due: 2027-01-31}\n") == without(kAll, {"Maßnahmen"}));
  CHECK(open("actions:\n  - {title: A, status: done}\n") == kAll);
  const std::string assessment =
      "assessments:\n  - date: 2026-03-31\n    perspective: customer\n    ratings:\n";
  CHECK(open(assessment + "      delivery_on_time: {importance: 5, fulfilment: 4}\n") ==
        without(kAll, {"Liefert pünktlich"}));
  CHECK(open(assessment + "      delivery_on_time: {importance: 5}\n") == kAll);
  // With nothing left to rate, nobody needs to know the source.
  CHECK(open(assessment +
             "      delivery_on_time: {importance: 5, fulfilment: 4}\n      flexibility: {importance: 5, "
             "fulfilment: 4}\n") ==
        without(kAll, {"Quelle", "Liefert pünktlich", "Ist flexibel und offen für Veränderungen"}));
}

TEST_CASE("of open potentials and actions that are there, what is missing is asked") {
  const auto text = kHead +
                    "figures:\n  2025: {revenue: 500000}\n"
                    "contacts:\n  - {name: Weber, title: Einkauf, role: user, influence: 0}\n"
                    "potentials:\n  - {title: A, kind: joint_strategy, value: 5, owner: B}\n"
                    "  - {title: A, kind: joint_strategy}\n"
                    "  - {title: C, due: 2027-01-31}\n  - {title: D, kind: joint_strategy, status: won}\n"
                    "actions:\n  - {title: E, owner: B}\n  - {title: F, status: done}\n";
  const Lines missing{"A, Wahrscheinlichkeit", "A, Fällig",         "C, Wert",
                      "C, Wahrscheinlichkeit", "C, Verantwortlich", "E, Fällig"};
  auto expected = missing;
  expected.insert(expected.begin(), "Weber, Einstellung zu uns");
  CHECK(without(labels(text, text, Asking::open),
                without(kAll, {"Ansprechpartner beim Kunden", "Neue Produkte, Dienstleistungen, Lösungen",
                               "Gemeinsame Strategie und Planung", "Maßnahmen"})) == expected);
  expected = missing;
  expected.insert(expected.begin(), {"Weber, Position", "Weber, Rolle bei Entscheidungen", "Weber, Einfluss",
                                     "Weber, Einstellung zu uns"});
  expected.emplace_back("E, Kundenanforderung");
  CHECK(without(labels(text, text, Asking::all), kAll) == expected);
}

TEST_CASE("a question says what is known so far, and from where") {
  const auto text =
      kHead +
      "figures:\n  2025: {revenue: 500000}\n"
      "attractiveness:\n  revenue: 5\n  reference: {rating: 4, reason: Messe}\n"
      "unique_services:\n  - A\n"
      "assessments:\n  - date: 2026-03-31\n    perspective: customer\n    source: Jahresgespräch\n"
      "    ratings:\n      delivery_on_time: {importance: 5, fulfilment: 4}\n"
      "  - date: 2026-04-01\n    perspective: customer\n    ratings:\n"
      "      flexibility: {fulfilment: 4}\n";
  std::map<std::string, std::string> origins;
  for (const auto& question : questions(text, text, Asking::all))
    if (question.section != InterviewSection::own_requirements)
      origins[question.label] = question.origin + "/" + question.measured;
  CHECK(origins["Umsatz mit uns"] == "accounts/nordlicht.yaml:6/500.000 EUR (2025)");
  CHECK(origins["Wert als Referenz"] == "accounts/nordlicht.yaml:7/");
  CHECK(origins["Unsere besonderen Leistungen"] == "accounts/nordlicht.yaml:9/");
  CHECK(origins["Liefert pünktlich"] == "Jahresgespräch, 31.03.2026/");
  CHECK(origins["Ist flexibel und offen für Veränderungen"] == "Bewertung vom 01.04.2026/");
  CHECK(origins["Ziele"] == "/");
}

TEST_CASE("the questions are the handbook's, in both languages") {
  const auto texts = [](Language language) {
    Lines all;
    for (const auto& question : questions(kHead, kHead, Asking::all, language)) all.push_back(question.text);
    return all;
  };
  const auto german = texts(Language::de);
  const auto english = texts(Language::en);
  REQUIRE(german.size() == 21);
  CHECK(german[1] == "Wert als Referenz: Wie sehr hilft uns sein Name, andere Kunden zu gewinnen?");
  CHECK(german[2] == "Wie weit akzeptiert uns der Kunde als Partner?");
  CHECK(german[3] == "Was leisten wir, das kein anderer Lieferant leistet?");
  CHECK(german[13] == "Liefert pünktlich: Kommen unsere Lieferungen an dem Tag an, den wir bestätigt haben?");
  CHECK(english[1] == "Value as a reference: How much does its name help us to win other customers?");
  CHECK(english[13] == "Delivers on time: Do our deliveries arrive on the day that we confirmed?");
}
