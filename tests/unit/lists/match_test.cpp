#include <doctest/doctest.h>

#include "kam/lists/import.hpp"

using namespace kam;

namespace {

ImportRow row(std::string name, std::string external_id = "", int line = 2) {
  ImportRow made;
  made.line = line;
  made.name = std::move(name);
  made.external_id = std::move(external_id);
  return made;
}

ImportRow with_id(std::string id, ImportRow made) {
  made.id = std::move(id);
  return made;
}

Account account(std::string id, std::string name, std::string external_id = "") {
  Account made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.external_id = std::move(external_id);
  return made;
}

// What each row is: `=id` of an account, `+id` of a new one, `!` and the line of a problem.
std::string show(const std::vector<ImportRow>& rows, const std::vector<Account>& accounts = {}) {
  const MatchedRows matched = match_rows(rows, accounts, "list.csv");
  REQUIRE(matched.matches.size() == rows.size());
  std::string text;
  for (const Match& match : matched.matches) {
    CHECK((match.account.has_value() ? match.id.empty() : true));
    if (match.account)
      text += " =" + accounts.at(*match.account).id;
    else if (!match.id.empty())
      text += " +" + match.id;
    else
      text += " -";
  }
  for (const Problem& problem : matched.problems) {
    CHECK(problem.file == "list.csv");
    CHECK(problem.severity == Severity::error);
    CHECK(problem.code.starts_with("list-"));
    text += "\n" + std::to_string(problem.line) + ": " + problem.message + " | " + problem.hint;
  }
  return text;
}

}  // namespace

TEST_CASE("a row is an account by its external id, else by its name") {
  const std::vector<Account> accounts{account("acme", "Acme", "A-1"), account("beta", "Beta"),
                                      account("gamma", "Gamma", "G-1")};
  CHECK(show({row("Acme", "A-1")}, accounts) == " =acme");
  CHECK(show({row("New name", "G-1")}, accounts) == " =gamma");
  CHECK(show({row("ACME ")}, accounts) == " =acme");
  CHECK(show({row("beta", "B-9")}, accounts) == " =beta");
  CHECK(show({row("Beta", "A-1")}, accounts) == " =acme");
  CHECK(show({row("Acme", "a-1")}, accounts) == " +acme-2");
  CHECK(show({row("Delta"), row("Gamma")}, accounts) == " +delta =gamma");
}

TEST_CASE("a name with another external id is another customer") {
  CHECK(show({row("Acme", "A-2")}, {account("acme", "Acme", "A-1")}) == " +acme-2");
  CHECK(show({row("Acme", "A-2")}, {account("acme", "Acme", "A-1"), account("acme-2", "Acme", "A-3")}) ==
        " +acme-3");
  CHECK(show({row("Acme", "A-2")}, {account("acme", "Acme", "A-1"), account("west", "Acme")}) == " =west");
}

TEST_CASE("a row that fits two accounts is a problem") {
  const std::string hint = " | Tell the two apart by the external_id in their files and in the list.";
  CHECK(show({row("Acme", "", 7)}, {account("acme", "Acme"), account("x", "X"), account("acme-2", "acme")}) ==
        " -\n7: \"Acme\" fits both acme and acme-2" + hint);
  CHECK(show({row("Other", "A-1", 3)}, {account("a", "A", "A-1"), account("b", "B", "A-1")}) ==
        " -\n3: \"Other\" fits both a and b" + hint);
  CHECK(show({row("Other")}, {account("a", "A"), account("b", "B")}) == " +other");
}

TEST_CASE("two rows cannot be one account") {
  CHECK(show({row("Acme Ltd", "A-1", 4), row("Acme", "", 5), row("Acme", "A-2", 6)},
             {account("acme", "Acme", "A-1")}) ==
        " =acme - +acme-2\n5: the row fits acme, as line 4 does | "
        "Keep one row for each customer, or write its external_id into the account's file.");
}

TEST_CASE("new ids come from the name and are unique") {
  CHECK(show({row("Müller & Söhne GmbH"), row("Ärzte")}) == " +mueller-soehne-gmbh +aerzte");
  CHECK(show({row("Acme!"), row("Acme?"), row("ACME-")}, {account("acme", "Something")}) ==
        " +acme-2 +acme-3 +acme-4");
  CHECK(show({row("Acme 2"), row("Acme"), row("acme.")}) == " +acme-2 +acme +acme-3");
  CHECK(show({row("Con"), row("COM1"), row("con:")}) == " +con-2 +com1-2 +con-3");
}

TEST_CASE("long ids stay within 64 characters, without a dash in the middle of nowhere") {
  const std::string name(64, 'x');
  CHECK(show({row(name), row(name + "!")}) == " +" + name + " +" + std::string(62, 'x') + "-2");
  const std::string dashed = std::string(61, 'x') + "-yy";
  CHECK(show({row(dashed), row(dashed + "!")}) == " +" + dashed + " +" + std::string(61, 'x') + "-2");
}

TEST_CASE("a name without any letter for an id takes the external id") {
  CHECK(show({row("株式会社", "K 77")}) == " +k-77");
  CHECK(show({row("株式会社", "", 9)}) ==
        " -\n9: no id can be made from the name \"株式会社\" | Add the customer with `kam add-account "
        "\"株式会社\" --id ID` "
        "first.");
  CHECK(show({row("株式会社")}, {account("kk", "株式会社")}) == " =kk");
}

TEST_CASE("a row with an account's id is that account, whatever else it says") {
  const std::vector<Account> accounts{account("acme", "Acme", "A-1"), account("beta", "Beta", "B-1")};
  CHECK(show({with_id("acme", row("Beta", "A-9"))}, accounts) == " =acme");
  CHECK(show({with_id("acme", row("Acme")), with_id("beta", row("Acme"))}, accounts) == " =acme =beta");
  CHECK(show({with_id("acme", row("Acme", "B-1", 4))}, accounts) ==
        " -\n4: the row has the id of acme, but the external id of beta | Give the row the id and the "
        "external id "
        "of one account.");
}

TEST_CASE("an account keeps its id even where two have one external id") {
  const std::vector<Account> accounts{account("a", "A", "1"), account("b", "B", "1")};
  CHECK(show({with_id("a", row("A", "1")), with_id("b", row("B", "1"))}, accounts) == " =a =b");
}

TEST_CASE("a new account gets the id that the list gives it") {
  const std::vector<Account> accounts{account("acme", "Acme", "A-1")};
  CHECK(show({with_id("west", row("Acme"))}, accounts) == " +west");
  CHECK(show({row("West"), with_id("west", row("X", "", 3))}, accounts) == " +west-2 +west");
  CHECK(show({with_id("West", row("X", "", 3))}, accounts) ==
        " -\n3: \"West\" can be no account's id | Ids are small letters, digits and hyphens, at most 64, and "
        "no "
        "name that Windows reserves; leave the cell empty to have one made.");
  CHECK(show({with_id("new", row("X", "A-1", 3))}, accounts) ==
        " -\n3: there is no account new, but acme has the external id \"A-1\" | Give the row the account's "
        "id, or "
        "another external id.");
}
