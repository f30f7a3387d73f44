#include <doctest/doctest.h>

#include "stage.hpp"

using namespace kam;

namespace {

Document page(const Account& account, Language language = Language::en) {
  const Stage stage({account}, settings_of("Beispiel AG"));
  return build_onepager(stage.view(language), 0);
}

}  // namespace

TEST_CASE("one page: what it is, how good, how sure, what next") {
  const Document document = page(nordlicht());
  CHECK(document.title == "At a glance: Nordlicht Windkraft GmbH");
  CHECK(document.subtitle == Lines{"Beispiel AG · Amounts in EUR"});
  CHECK(headings_of(document) == Lines{"Key figures", "What to act on", "Where we lose most points",
                                       "The largest potentials", "Next actions", "What we do not know yet"});
  CHECK(section_of(document, "Key figures") ==
        Lines{"| Revenue 2025 | 1240000 | ", "| Contribution margin ratio 2025 | 33.2% | ",
              "| Share of wallet 2025 | 35.4% | ", "| Attractiveness | 85 green | 5 of 8 criteria",
              "| Partnership | 80 green | 3 of 3 criteria",
              "| Fulfilment | 71 green* | Customer's view, last of 15 Sep 2026",
              "* Less than half of this is known."});
  CHECK(section_of(document, "Next actions") == Lines{"- EDI einführen (Jonas Weber), by 15 Dec 2026"});
  CHECK(headings_of(page(nordlicht(), Language::de)) ==
        Lines{"Kennzahlen", "Was zu tun ist", "Wo wir die meisten Punkte verlieren", "Die größten Potenziale",
              "Die nächsten Maßnahmen", "Was wir noch nicht wissen"});
}

TEST_CASE("of a customer of whom nothing is known, the page claims nothing") {
  const Document document = page(named("neu", "Neu AG"));
  CHECK(section_of(document, "Key figures") ==
        Lines{"| Revenue | – | ", "| Contribution margin ratio | – | ", "| Share of wallet | – | ",
              "| Attractiveness | – | 0 of 8 criteria", "| Partnership | – | 0 of 3 criteria",
              "| Fulfilment | – | "});
  CHECK(section_of(document, "Where we lose most points") ==
        Lines{"Where points are lost is not known, since nothing is rated."});
  CHECK(section_of(document, "The largest potentials") == Lines{"No open potential has been named."});
  CHECK(section_of(document, "Next actions") == Lines{"No action is open."});
}

TEST_CASE("of each list the three most important, and how many more there are") {
  Account account = nordlicht();
  account.potentials.clear();
  account.actions.clear();
  for (int i = 1; i <= 5; ++i) {
    account.potentials.push_back(
        {"Potenzial " + std::to_string(i), "", i * 1000.0, 50, PotentialStatus::open, "", {}});
    account.actions.push_back({"Maßnahme " + std::to_string(i), "", "",
                               day(2026, 11, static_cast<unsigned>(27 - i)), ActionStatus::open});
  }
  account.potentials.push_back({"Unbewertet", "", {}, {}, PotentialStatus::open, "", {}});
  const Document document = page(account);
  CHECK(
      section_of(document, "The largest potentials") ==
      Lines{
          "| Potential | Value | Probability | Expected value", "| Potenzial 5 | 5000 | 50% | 2500",
          "| Potenzial 4 | 4000 | 50% | 2000", "| Potenzial 3 | 3000 | 50% | 1500",
          "3 more potentials are open. The open potentials, each weighted by its probability, are worth EUR "
          "7,500. In all, EUR 180,000 of the potential is still unused."});
  CHECK(section_of(document, "Next actions") == Lines{"- Maßnahme 5, by 22 Nov 2026: overdue for 2 days",
                                                      "- Maßnahme 4, by 23 Nov 2026: overdue for 1 day",
                                                      "- Maßnahme 3, by 24 Nov 2026",
                                                      "2 more actions are open."});
}

TEST_CASE("the list of all pages: one a line, of many those of an initial letter in one") {
  std::vector<Account> accounts{named("b", "Öhler"), named("a", "Adler")};
  accounts[0].status = Status::former;
  {
    const Stage stage(accounts);
    CHECK(lines_of(build_onepager_index(stage.view())) ==
          Lines{"Customers at a glance", "as of 24 Nov 2026", "- Adler>a", "- Öhler>b"});
  }
  for (int i = 0; i < 49; ++i)
    accounts.push_back(named("k" + std::to_string(i), "kran " + std::to_string(100 + i)));
  const Stage stage(accounts);
  const Lines lines = lines_of(build_onepager_index(stage.view()));
  REQUIRE(lines.size() == 5);
  CHECK(lines[2] == "- A Adler>a");
  CHECK(lines[3].starts_with("- K kran 100>k0, kran 101>k1, "));
  CHECK(lines[4] == "- O Öhler>b");
}
