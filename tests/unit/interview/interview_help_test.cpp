#include <doctest/doctest.h>

#include "room.hpp"

using namespace kam;
using kam::room::Room;

namespace {

const std::string kFile =
    "kam: 1\nname: Nordlicht\nfigures:\n  2025: {revenue: 500000}\nunique_services:\n  - Notdienst\n";

struct Row {
  const char* question;  // part of its words
  const char* prompt;
  const char* help;
};

// A new potential and a new action are brought up on the way.
void check(const std::vector<Row>& rows, Language language, const std::string& signs) {
  Room room(kFile, language);
  for (const auto& row : rows) {
    CAPTURE(row.question);
    room.go_to(row.question);
    CHECK(room.last.prompt == row.prompt);
    const auto prompt = room.last.prompt;
    const auto before = room.file();
    const auto help = room.type({"?"});
    CHECK(help == row.help + signs + prompt);
    CHECK_FALSE(room.last.refused);
    CHECK(room.file() == before);
    if (prompt == "1. > ") room.type({"X"});
  }
}

}  // namespace

TEST_CASE("each question says what it expects, and ? explains it with an example, in German") {
  const std::string signs =
      "Enter lässt es so, <\u00A0geht zurück, -\u00A0löscht, !\u00A0überspringt den Abschnitt, Strg-D "
      "beendet. Einem Text, "
      "der "
      "mit ?\u00A0<\u00A0-\u00A0oder\u00A0! beginnt, stellen Sie ein\u00A0\\ voran.\n";
  const std::string list = "\n-2 streicht den zweiten Eintrag, -\u00A0streicht alle.\n";
  const std::string rating =
      "Eine Zahl von 0 bis 5, auch 2,5; dahinter, wenn Sie mögen, die Begründung. Zum Beispiel: ";
  const auto partnership =
      "Akzeptiert uns der Kunde als Partner? Bezieht uns der Kunde früh und offen ein, oder sind wir für ihn "
      "ein Lieferant unter vielen?\n0: wir sind ein Lieferant unter vielen; 5: er bezieht uns früh und offen "
      "ein.\n" +
      rating + "3 einer von zwei gelisteten Lieferanten\n";
  const auto attractiveness = "0: sein Name nützt uns nirgends; 5: sein Name öffnet uns überall Türen.\n" +
                              rating + "4 steht in jeder Branchenstudie vorn\n";
  const std::string many =
      "Je Zeile ein Eintrag, so viele Sie möchten; eine leere Zeile beendet die Liste. Zum Beispiel: ";
  const auto services = many + "Ersatzteile binnen 24 Stunden an jedem Standort" + list;
  const auto potentials =
      "Was er heute nicht oder woanders kauft.\n" + many + "Zustandsüberwachung als Dienstleistung" + list;
  const auto actions = many + "Lieferavis per EDI einführen" + list;
  check(
      {{"Wert als Referenz", "0–5 > ", attractiveness.c_str()},
       {"Wie weit akzeptiert", "0–5 > ", partnership.c_str()},
       {"Was leisten wir", "2. > ", services.c_str()},
       {"der feste Ansprechpartner", "> ", "Wenige Worte in einer Zeile. Zum Beispiel: Anna Schmidt\n"},
       {"Logistik", "0–5 > ",
        "0: jede Bestellung steht für sich; 5: Lager und Bestellungen laufen wie aus einer Hand.\n"
        "Eine Zahl von 0 bis 5, auch 2,5. Zum Beispiel 3: ein Konsignationslager\n"},
       {"Woher stammen", "> ", "Wenige Worte in einer Zeile. Zum Beispiel: Jahresgespräch 2026\n"},
       {"Liefert pünktlich", "Wichtigkeit:Erfüllung > ",
        "Erfüllung 0: kaum eine Lieferung kommt am bestätigten Tag; 5: jede kommt am bestätigten Tag.\n"
        "Wichtigkeit:Erfüllung, je von 0 bis 5; Wichtigkeit 5 heißt: für den Kunden entscheidend. Dahinter, "
        "wenn Sie mögen, eine Anmerkung. Zum Beispiel: 5:3 jede zehnte Lieferung zu spät\n"
        "Eine dritte Zahl sagt, wie gut der beste Wettbewerber es erfüllt: 4:3:4. Was Sie weglassen, bleibt, "
        "wie es ist: :3 ändert nur die Erfüllung, 4: nur die Wichtigkeit, ::4 nur den besten Wettbewerber; "
        "eine Anmerkung allein steht hinter einem Doppelpunkt.\n"},
       {"Welche neuen Produkte", "1. > ", potentials.c_str()},
       {"Was ist es uns wert", "EUR > ", "Ein Betrag in EUR. Zum Beispiel: 250.000\n"},
       {"Wie wahrscheinlich", "% > ",
        "Eine Zahl von 0 bis 100. Zum Beispiel: 40 heißt eher unwahrscheinlich, aber den Versuch wert.\n"},
       {"Bis wann?", "TT.MM.JJJJ > ", "Ein Tag. Zum Beispiel: 30.06.2027\n"},
       {"Was tun wir als Nächstes", "1. > ", actions.c_str()},
       {"Die Lücke welcher Anforderung", "Anforderung > ",
        "Die Kennung einer Anforderung oder ihr Wortlaut:\nLiefert pünktlich (delivery_on_time)\n"
        "Ist flexibel und offen für Veränderungen (flexibility)\n"}},
      Language::de, signs);
}

TEST_CASE("each question says what it expects, and ? explains it with an example, in English") {
  const std::string signs =
      "Enter keeps it, <\u00A0goes back, -\u00A0clears, !\u00A0skips the section, Ctrl-D ends. Text that "
      "begins with one of "
      "?\u00A0<\u00A0-\u00A0! needs a\u00A0\\ before it.\n";
  const std::string list = "\n-2 removes the second item, -\u00A0removes all of them.\n";
  const std::string rating =
      "A number from 0 to 5, 2.5 too; behind it the reason, if you like. For example: ";
  const auto partnership =
      "Does the customer accept us as a partner? Does the customer involve us early and openly, or does it "
      "treat us as one supplier among many?\n0: we are one supplier among many; 5: it involves us early and "
      "openly.\n" +
      rating + "3 one of two listed suppliers\n";
  const auto attractiveness = "0: its name helps us nowhere; 5: its name opens doors everywhere.\n" + rating +
                              "4 leads in every industry survey\n";
  const std::string many = "One item a line, as many as you like; an empty line ends the list. For example: ";
  const auto services = many + "Spare parts at every site within 24 hours" + list;
  const auto potentials =
      "What it does not buy today, or buys elsewhere.\n" + many + "Condition monitoring as a service" + list;
  const auto actions = many + "Introduce delivery notes by EDI" + list;
  check({{"Value as a reference", "0–5 > ", attractiveness.c_str()},
         {"accept us as a partner", "0–5 > ", partnership.c_str()},
         {"What do we do for it", "2. > ", services.c_str()},
         {"fixed contact", "> ", "A few words on one line. For example: Anna Schmidt\n"},
         {"Logistics", "0–5 > ",
          "0: each order stands alone; 5: stocks and orders run as one.\n"
          "A number from 0 to 5, 2.5 too. For example 3: a consignment stock\n"},
         {"Where do these", "> ", "A few words on one line. For example: Annual talk 2026\n"},
         {"Delivers on time", "Importance:Fulfilment > ",
          "Fulfilment 0: hardly a delivery comes on its day; 5: every one comes on its day.\n"
          "Importance:Fulfilment, each from 0 to 5; importance 5 means decisive for the customer. Behind "
          "them a "
          "note, if you like. For example: 5:3 one delivery in ten is late\n"
          "A third number says how well the best competitor fulfils it: 4:3:4. What is left out stays as it "
          "is: :3 changes the fulfilment alone, 4: the importance, ::4 the best competitor; a note alone "
          "stands behind a colon.\n"},
         {"Which new products", "1. > ", potentials.c_str()},
         {"What is it worth", "EUR > ", "An amount in EUR. For example: 250,000\n"},
         {"How likely", "% > ",
          "A number from 0 to 100. For example: 40 is rather unlikely, but worth the effort.\n"},
         {"By when?", "YYYY-MM-DD > ", "A day. For example: 2027-06-30\n"},
         {"What do we do next", "1. > ", actions.c_str()},
         {"Which requirement", "Requirement > ",
          "The id of a requirement, or its words:\nDelivers on time (delivery_on_time)\n"
          "Is flexible and open to change (flexibility)\n"}},
        Language::en, signs);
}
