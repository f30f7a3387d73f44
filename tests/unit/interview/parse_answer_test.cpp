#include "interview/parse_answer.hpp"

#include <doctest/doctest.h>

#include "interview/words.hpp"
#include "room.hpp"

using namespace kam;

namespace {

constexpr auto kNotRating = "Bitte eine Zahl von 0 bis 5. Enter lässt die Frage offen.";
constexpr auto kNotPair =
    "Bitte Wichtigkeit und Erfüllung, je von 0 bis 5, zum Beispiel 5:3; :3 gibt nur die Erfüllung an. Eine "
    "Anmerkung steht dahinter.";
constexpr auto kNotMoney = "Bitte einen Betrag in EUR, zum Beispiel 250.000. Enter lässt die Frage offen.";
constexpr auto kNotPercent = "Bitte eine Zahl von 0 bis 100. Enter lässt die Frage offen.";
constexpr auto kNotDate = "Bitte einen Tag, zum Beispiel 30.06.2027. Enter lässt die Frage offen.";

// What is understood, in words; or what is said against it.
std::string understood(AnswerKind kind, const std::string& line, Language language = Language::de) {
  const auto settings = room::settings();
  const Known known;
  Question question;
  question.kind = kind;
  const auto parsed = parse_answer(question, line, known, settings, language);
  if (const auto* wrong = std::get_if<Misunderstood>(&parsed)) return wrong->sentence;
  return answer_words(kind, std::get<Answer>(parsed), {settings, known.account, language});
}

}  // namespace

TEST_CASE("each kind of answer is understood as people type it") {
  struct Row {
    AnswerKind kind;
    const char* line;
    const char* understood;
  };
  const Row rows[] = {
      {AnswerKind::rating, "4", "4"},
      {AnswerKind::rating, "3,5", "3,5"},
      {AnswerKind::rating, "3.5", "3,5"},
      {AnswerKind::rating, "0", "0"},
      {AnswerKind::rating, "-0", "0"},
      {AnswerKind::rating, "5", "5"},
      {AnswerKind::rating, "4 gemeinsamer Prüfstand", "4 (gemeinsamer Prüfstand)"},
      {AnswerKind::rating, "4   gemeinsamer  Prüfstand", "4 (gemeinsamer  Prüfstand)"},
      {AnswerKind::rating, "6", kNotRating},
      {AnswerKind::rating, "5,01", kNotRating},
      {AnswerKind::rating, "-1", kNotRating},
      {AnswerKind::rating, "vier", kNotRating},
      {AnswerKind::rating, "4gut", kNotRating},
      {AnswerKind::rating, "1e1", kNotRating},
      {AnswerKind::rating, "nan", kNotRating},
      {AnswerKind::rating, "3,5,1", kNotRating},
      {AnswerKind::rating, "gut 4", kNotRating},
      {AnswerKind::plain_rating, "2", "2"},
      {AnswerKind::rating, "4, weil er wächst", "4 (weil er wächst)"},
      {AnswerKind::rating, "4,", kNotRating},
      {AnswerKind::rating, ", weil", kNotRating},
      {AnswerKind::plain_rating, "2 eher lose",
       "Bitte nur die Zahl; eine Begründung wird dazu nicht festgehalten."},
      {AnswerKind::plain_rating, "9 eher lose", kNotRating},
      {AnswerKind::pair, "5:4", "5:4"},
      {AnswerKind::pair, "5 : 4", "5:4"},
      {AnswerKind::pair, "4,5:3.5", "4,5:3,5"},
      {AnswerKind::pair, ":4", "–:4"},
      {AnswerKind::pair, "5:", "5:–"},
      {AnswerKind::pair, "0:0", "0:0"},
      {AnswerKind::pair, ":", kNotPair},
      {AnswerKind::pair, "5", kNotPair},
      {AnswerKind::pair, "6:4", kNotPair},
      {AnswerKind::pair, "5:6", kNotPair},
      {AnswerKind::pair, "5:x", kNotPair},
      {AnswerKind::pair, "x:", kNotPair},
      {AnswerKind::pair, "5:4:3", "5:4:3"},
      {AnswerKind::pair, "5 : 4 : 3", "5:4:3"},
      {AnswerKind::pair, "::3", "–:–:3"},
      {AnswerKind::pair, "5:4:3:2", kNotPair},
      {AnswerKind::pair, "5:4:6", kNotPair},
      {AnswerKind::pair, "5:-1", kNotPair},
      {AnswerKind::pair, "5: -1", kNotPair},
      {AnswerKind::pair, "5:3 oft zu spät", "5:3 (oft zu spät)"},
      {AnswerKind::pair, "5:3, weil: oft zu spät", "5:3 (weil: oft zu spät)"},
      {AnswerKind::pair, "5:3:4 3 Tage zu spät", "5:3:4 (3 Tage zu spät)"},
      {AnswerKind::pair, "5:3 -10 % Preis", "5:3 (-10 % Preis)"},
      {AnswerKind::pair, "5: oft zu spät", "5:– (oft zu spät)"},
      {AnswerKind::pair, ": oft zu spät", "– (oft zu spät)"},
      {AnswerKind::pair, "5:3oft", kNotPair},
      {AnswerKind::pair, "oft zu spät", kNotPair},
      {AnswerKind::pair, "5 oft zu spät", kNotPair},
      {AnswerKind::pair, ": ", kNotPair},
      {AnswerKind::text, "Anna Schmidt", "Anna Schmidt"},
      {AnswerKind::text, "\\-20 °C", "-20 °C"},
      {AnswerKind::text, "\\?", "?"},
      {AnswerKind::text, "\\\\server", "\\server"},
      {AnswerKind::text, "\\n", "\\n"},
      {AnswerKind::text, "-20 °C",
       "Beginnt der Text wirklich mit -, schreiben Sie bitte \\-. ?\u00A0erklärt die Zeichen."},
      {AnswerKind::text, "<5 Tage",
       "Beginnt der Text wirklich mit <, schreiben Sie bitte \\<. ?\u00A0erklärt die Zeichen."},
      {AnswerKind::money, "250000", "250.000 EUR"},
      {AnswerKind::money, "250.000", "250.000 EUR"},
      {AnswerKind::money, "1.250.000,50", "1.250.000,5 EUR"},
      {AnswerKind::money, "1 250 000", "1.250.000 EUR"},
      {AnswerKind::money, "250.000 EUR", "250.000 EUR"},
      {AnswerKind::money, "250.000€", "250.000 EUR"},
      {AnswerKind::money, "99,90", "99,9 EUR"},
      {AnswerKind::money, "25.00.000", kNotMoney},
      {AnswerKind::money, "1,234,567", kNotMoney},
      {AnswerKind::money, "-5", kNotMoney},
      {AnswerKind::money, "viel", kNotMoney},
      {AnswerKind::money, "EUR", kNotMoney},
      {AnswerKind::percent, "40", "40\u00A0%"},
      {AnswerKind::percent, "40 %", "40\u00A0%"},
      {AnswerKind::percent, "100", "100\u00A0%"},
      {AnswerKind::percent, "101", kNotPercent},
      {AnswerKind::percent, "-1", kNotPercent},
      {AnswerKind::percent, "%", kNotPercent},
      {AnswerKind::date, "30.6.2027", "30.06.2027"},
      {AnswerKind::date, "30. 06. 2027", "30.06.2027"},
      {AnswerKind::date, "2027-06-30", "30.06.2027"},
      {AnswerKind::date, "31.06.2027", kNotDate},
      {AnswerKind::date, "30.6.27", kNotDate},
      {AnswerKind::date, "30.6.", kNotDate},
      {AnswerKind::date, "Juni", kNotDate},
      {AnswerKind::date, "2027-6-30", kNotDate},
      {AnswerKind::requirement, "flexibility", "Ist flexibel und offen für Veränderungen"},
      {AnswerKind::requirement, "liefert  PÜNKTLICH", "Liefert pünktlich"},
      {AnswerKind::requirement, "flexibilty",
       "Die Anforderung „flexibilty“ gibt es nicht. Meinen Sie Ist flexibel und offen für Veränderungen "
       "(flexibility)?"},
      {AnswerKind::requirement, "Liefert punktlich",
       "Die Anforderung „Liefert punktlich“ gibt es nicht. Meinen Sie Liefert pünktlich (delivery_on_time)?"},
      {AnswerKind::contact_role, "Entscheidr",
       "„Entscheidr“ steht nicht zur Auswahl. Meinen Sie Entscheider (decision_maker)?"},
      {AnswerKind::attitude, "5", "„5“ steht nicht zur Auswahl; ?\u00A0zeigt alle Möglichkeiten."},
      {AnswerKind::requirement, "Preis", "Die Anforderung „Preis“ gibt es nicht; ?\u00A0zeigt alle."},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    CHECK(understood(row.kind, row.line) == row.understood);
  }
}

TEST_CASE("in English, amounts are grouped with commas") {
  struct Row {
    AnswerKind kind;
    const char* line;
    const char* understood;
  };
  const Row rows[] = {
      {AnswerKind::rating, "6", "Please give a number from 0 to 5. Enter leaves the question open."},
      {AnswerKind::rating, "3,5", "3.5"},
      {AnswerKind::money, "1,250,000.50", "1,250,000.5 EUR"},
      {AnswerKind::money, "250.000", "250 EUR"},
      {AnswerKind::money, "lots",
       "Please give an amount in EUR, as in 250,000. Enter leaves the question open."},
      {AnswerKind::percent, "x", "Please give a number from 0 to 100. Enter leaves the question open."},
      {AnswerKind::date, "2027-06-31",
       "Please give a day, as in 2027-06-30. Enter leaves the question open."},
      {AnswerKind::pair, "5",
       "Please give importance and fulfilment, each from 0 to 5, as in 5:3; :3 gives the fulfilment alone. "
       "A note goes behind them."},
      {AnswerKind::requirement, "prices", "There is no requirement “prices”; ?\u00A0lists them all."},
      {AnswerKind::text, "!",
       "If the text really begins with !, please write \\!. ?\u00A0explains the signs."},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    CHECK(understood(row.kind, row.line, Language::en) == row.understood);
  }
}

TEST_CASE("a figure is no rating of what is measured from figures") {
  constexpr auto kFigure =
      " sieht nach einer Kennzahl aus; gefragt ist eine Bewertung von 0 bis 5. Kennzahlen gehören in die "
      "Datei, unter figures (";
  struct Row {
    Measure measure;
    const char* line;
    const char* keys;  // empty where it is none
  };
  const Row rows[] = {
      {Measure::revenue, "1.2 Mio", "revenue"},
      {Measure::revenue, "1,2 Mio. EUR", "revenue"},
      {Measure::revenue, "4 Mio. Umsatz erwartet", "revenue"},
      {Measure::revenue, "450000", "revenue"},
      {Measure::revenue, "450.000 €", "revenue"},
      {Measure::revenue, "450 T€", "revenue"},
      {Measure::revenue, "4 TEUR", "revenue"},
      {Measure::revenue, "7", ""},
      {Measure::revenue, "4", ""},
      {Measure::revenue, "4 früh dabei", ""},
      {Measure::revenue, "Mio", ""},
      {Measure::contribution_margin, "250k", "contribution_margin"},
      {Measure::revenue_growth, "12", "revenue zweier Jahre hintereinander"},
      {Measure::revenue_growth, "3 %", "revenue zweier Jahre hintereinander"},
      {Measure::revenue_growth, "-3", "revenue zweier Jahre hintereinander"},
      {Measure::revenue_growth, "3", ""},
      {Measure::share_of_wallet, "40 Prozent", "revenue und purchasing_volume eines Jahres"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.line);
    auto settings = room::settings();
    settings.attractiveness.front().measure = row.measure;
    Known known;
    known.account.id = "nordlicht";
    Question question;
    question.kind = AnswerKind::rating;
    question.fact = {Topic::attractiveness, {}, "revenue", {}};
    const auto sentence = [&] {
      const auto parsed = parse_answer(question, row.line, known, settings, Language::de);
      const auto* wrong = std::get_if<Misunderstood>(&parsed);
      return wrong == nullptr ? std::string() : wrong->sentence;
    };
    const std::string keys = row.keys;
    if (keys.empty())
      CHECK(sentence().find("Kennzahl") == std::string::npos);
    else
      CHECK(sentence() == "„" + std::string(row.line) + "“" + kFigure + keys +
                              "): mit kam edit nordlicht oder kam import. Dann misst kam selbst.");
    settings.attractiveness.front().measure.reset();
    CHECK(sentence().find("Kennzahl") == std::string::npos);
  }
}

TEST_CASE("a rating keeps the reason it has, and is asked for again with the number it has") {
  const auto settings = room::settings();
  Question question;
  question.kind = AnswerKind::rating;
  question.value = {.number = 3, .text = "Prüfstand"};
  const auto number = parse_answer(question, "4", {}, settings, Language::de);
  CHECK(std::get<Answer>(number) == Answer{.number = 4, .text = "Prüfstand"});
  const auto both = parse_answer(question, "4 Messe", {}, settings, Language::de);
  CHECK(std::get<Answer>(both) == Answer{.number = 4, .text = "Messe"});
  const auto wrong = parse_answer(question, "9", {}, settings, Language::de);
  CHECK(std::get<Misunderstood>(wrong).sentence == "Bitte eine Zahl von 0 bis 5. Enter lässt es bei 3.");
}
