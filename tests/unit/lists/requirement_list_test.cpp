#include "kam/lists/requirement_list.hpp"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "kam/model/error.hpp"
#include "kam/model/number.hpp"

using namespace kam;

namespace {

std::vector<Account> two_accounts() {
  std::vector<Account> accounts(2);
  accounts[0].id = "nordlicht";
  accounts[0].name = "Nordlicht Windkraft GmbH";
  accounts[0].external_id = "10023";
  accounts[1].id = "weserguss";
  accounts[1].name = "Weserguss AG";
  accounts[1].requirements = {{"english_documentation", {"Dokumentation auf Englisch", "", ""}}};
  return accounts;
}

std::string number(const std::optional<double>& value) {
  return value ? format_plain_number(*value) : "–";
}

// Each answer as `line account requirement importance:fulfilment`, and what else it says; then what is not
// asked, the unused columns and the problems.
std::string read(std::string_view csv, std::optional<std::size_t> account = 0) {
  const auto accounts = two_accounts();
  const auto settings = default_settings();
  const auto table = parse_csv(csv, "list.csv");
  REQUIRE(table.problems.empty());
  const auto list = read_requirement_list(
      table, {accounts, settings, account, {{"liefert pünktlich", "delivery_on_time"}}}, "list.csv");
  std::string text;
  for (const auto& answer : list.answers) {
    text += std::to_string(answer.line) + " " + accounts.at(answer.account).id + " " + answer.requirement +
            " " + number(answer.rating.importance) + ":" + number(answer.rating.fulfilment);
    if (answer.rating.best_competitor) text += " competitor " + number(answer.rating.best_competitor);
    if (!answer.rating.note.empty()) text += " note " + answer.rating.note;
    if (answer.perspective) text += " " + std::string(to_id(*answer.perspective));
    if (answer.date) text += " " + format_iso_date(*answer.date);
    if (!answer.source.empty()) text += " source " + answer.source;
    if (!answer.by.empty()) text += " by " + answer.by;
    text += "\n";
  }
  if (list.not_asked > 0) text += "not asked " + std::to_string(list.not_asked) + "\n";
  for (const auto& header : list.unused) text += "unused " + header + "\n";
  for (const auto& problem : list.problems) {
    CHECK(problem.file == "list.csv");
    CHECK(problem.severity == Severity::error);
    text += "! " + std::to_string(problem.line) + ": " + problem.message + " | " + problem.hint + "\n";
  }
  return text;
}

std::string refusal(std::string_view csv, std::optional<std::size_t> account = 0) {
  try {
    read(csv, account);
  } catch (const UsageError& error) {
    return std::string(error.what()) + " | " + error.hint();
  }
  return "read";
}

}  // namespace

TEST_CASE("a requirement sheet comes back in whatever form a spreadsheet gives it") {
  struct Row {
    std::string_view csv;
    std::string_view answers;
  };
  const std::string_view four_three = "2 nordlicht flexibility 4:3\n";
  for (const auto& row : std::array{
           Row{"id,importance,fulfilment\nflexibility,4,3\n", four_three},
           Row{"fulfilment,id,importance\n3,flexibility,4\n", four_three},
           Row{"id,owner,importance,fulfilment\nflexibility,Jo,4,3\n",
               "2 nordlicht flexibility 4:3\nunused owner\n"},
           Row{"ID;Anforderung;Wichtigkeit (0–5);Erfüllungsgrad\nflexibility;x;4;3\n", four_three},
           Row{"id;importance;fulfilment\r\nflexibility;4;3,5\r\n", "2 nordlicht flexibility 4:3.5\n"},
           Row{"\xEF\xBB\xBFid;importance;fulfilment;;\r\nflexibility;4;3;;\r\n;;;;\r\n", four_three},
           Row{"id\timportance\tfulfilment\nflexibility\t4\t3\n", four_three},
           Row{"id;Wichtigkeit;Erf\xFCllung\nflexibility;4;3\n", four_three},  // Windows-1252
           Row{"id,importance,fulfilment\nflexibility,4.0,3.50\n", "2 nordlicht flexibility 4:3.5\n"},
           Row{"id,importance,fulfilment\nflexibility,,3\n", "2 nordlicht flexibility –:3\n"},
           Row{"id,importance,fulfilment\nflexibility,4,\n", "2 nordlicht flexibility 4:–\n"},
           Row{"id,importance,fulfilment\nflexibility,0,0\n", "2 nordlicht flexibility 0:0\n"},
           Row{"id,importance,fulfilment\nflexibility,,\n", "not asked 1\n"},
           Row{"id,importance,fulfilment,best_competitor,note\nflexibility,4,3,5,zu lange\n",
               "2 nordlicht flexibility 4:3 competitor 5 note zu lange\n"},
           Row{"id,importance,fulfilment,note\nflexibility,,,zu lange\n",
               "2 nordlicht flexibility –:– note zu lange\n"},
           Row{"id,importance,fulfilment,perspective,date,source,by\nflexibility,4,3,own,31.3.2026,Audit,"
               "Jo\n",
               "2 nordlicht flexibility 4:3 own 2026-03-31 source Audit by Jo\n"},
           // The words stand in for an id that was lost.
           Row{"requirement,importance,fulfilment\nLiefert  PÜNKTLICH,4,3\n",
               "2 nordlicht delivery_on_time 4:3\n"},
           // Explanations and thanks are no answers.
           Row{"id,requirement,importance,fulfilment\n#,?,0 = gar nicht,?\nflexibility,x,4,3\n,Vielen "
               "Dank!,,\n",
               "3 nordlicht flexibility 4:3\n"},
       }) {
    CAPTURE(row.csv);
    CHECK(read(row.csv) == row.answers);
  }
}

TEST_CASE("with an account column a list is of many") {
  struct Row {
    std::string_view csv;
    std::string_view answers;
  };
  for (const auto& row : std::array{
           Row{"account,id,importance,fulfilment\nweserguss,flexibility,4,3\nnordlicht,flexibility,5,2\n",
               "2 weserguss flexibility 4:3\n3 nordlicht flexibility 5:2\n"},
           Row{"account,id,importance,fulfilment\n10023,flexibility,4,3\n", "2 nordlicht flexibility 4:3\n"},
           Row{"Kunde;id;Wichtigkeit;Erfüllung\nweserguss ag;flexibility;4;3\n",
               "2 weserguss flexibility 4:3\n"},
           Row{"account,name,id,importance,fulfilment\nweserguss,Was auch immer,flexibility,4,3\n",
               "2 weserguss flexibility 4:3\n"},
           Row{"account,id,importance,fulfilment\nweserguss,english_documentation,4,3\n",
               "2 weserguss english_documentation 4:3\n"},
           Row{"account,requirement,importance,fulfilment\nweserguss,Dokumentation auf Englisch,4,3\n",
               "2 weserguss english_documentation 4:3\n"},
           Row{"account,id,importance,fulfilment\nwesergus,flexibility,4,3\n,flexibility,4,3\n",
               "! 2: there is no account \"wesergus\" | Did you mean \"weserguss\"?\n"
               "! 3: the row names no account | Fill in its account.\n"},
           Row{"account,id,importance,fulfilment\nnordlicht,english_documentation,4,3\n",
               "! 2: there is no requirement \"english_documentation\" | Add it to kam.yaml or to the "
               "account's "
               "requirements first.\n"},
       }) {
    CAPTURE(row.csv);
    CHECK(read(row.csv, std::nullopt) == row.answers);
  }
  CHECK(read("account,id,importance,fulfilment\nweserguss,flexibility,4,3\n") ==
        "! 2: the row is of weserguss, not of nordlicht | Leave the account out on the command line to take "
        "over the rows of all.\n");
}

TEST_CASE("what a sheet cannot mean is told by its line") {
  struct Row {
    std::string_view row;
    std::string_view problem;
  };
  for (const auto& row : std::array{
           Row{"flexibility,7,3,",
               "importance \"7\" is no rating from 0 to 5 | Write a number, or leave the cell empty if it "
               "was "
               "not asked."},
           Row{"flexibility,4,-1,",
               "fulfilment \"-1\" is no rating from 0 to 5 | Write a number, or leave the cell empty if it "
               "was "
               "not asked."},
           Row{"flexibility,4,gut,",
               "fulfilment \"gut\" is no rating from 0 to 5 | Write a number, or leave the cell empty if it "
               "was not asked."},
           Row{"flexibility,4,03. Mai,",
               "fulfilment \"03. Mai\" is no rating from 0 to 5 | The spreadsheet took it for a date: write "
               "it "
               "with its own decimal mark."},
           Row{"flexibility,4,03.05.2026,",
               "fulfilment \"03.05.2026\" is no rating from 0 to 5 | The spreadsheet took it for a date: "
               "write "
               "it with its own decimal mark."},
           Row{"flexibilty,4,3,", "there is no requirement \"flexibilty\" | Did you mean \"flexibility\"?"},
           Row{",4,3,",
               "the row rates something, but names no requirement | Fill in its id, as `kam assess ACCOUNT "
               "--sheet` prints it."},
           Row{"flexibility,4,3,3/31/2026", "\"3/31/2026\" is no date | Write it as in 2026-03-31."},
           Row{"flexibility,4,3,31.2.2026", "\"31.2.2026\" is no date | Write it as in 2026-03-31."},
       }) {
    CAPTURE(row.row);
    const auto csv = "id,importance,fulfilment,date\n" + std::string(row.row) + "\n";
    CHECK(read(csv) == "! 2: " + std::string(row.problem) + "\n");
  }
  CHECK(read("id,importance,fulfilment\nflexibility,4,3\nflexibility,4,2\n") ==
        "2 nordlicht flexibility 4:3\n! 3: the row rates flexibility again, as line 2 does | Keep one of the "
        "two rows.\n");
  CHECK(read("id,importance,fulfilment,perspective\nflexibility,4,3,Kunde\n") ==
        "! 2: \"Kunde\" is no perspective | It is customer or own.\n");
}

TEST_CASE("a list that is no sheet is refused as a whole") {
  CHECK(refusal("Name,Revenue 2025\nWeserguss,1\n") ==
        "the list is no requirement sheet | It needs the columns id and importance or fulfilment, as `kam "
        "assess ACCOUNT --sheet` prints them.");
  CHECK(refusal("id,importance,fulfilment\nflexibility,4,3\n", std::nullopt) ==
        "the list does not say of which account it is | Name the account, as in `kam assess ACCOUNT --from "
        "FILE`, or add a column account.");
  CHECK(refusal("id,importance,Wichtigkeit\nflexibility,4,3\n") ==
        "the columns \"importance\" and \"Wichtigkeit\" mean the same | Remove or rename one of them in the "
        "list.");
}

TEST_CASE("a requirement list is known by its header") {
  CHECK(is_requirement_list(parse_csv("account,name,id,requirement,importance,fulfilment\n", "")));
  CHECK_FALSE(is_requirement_list(parse_csv("id,name,external_id,status\n", "")));
}

TEST_CASE("of many unknown requirements the first hundred are told with the nearest one") {
  std::string list = "account,id,importance\n";
  for (int i = 0; i < 101; ++i) list += "weserguss,english_documentation" + std::to_string(i) + ",3\n";
  const auto told = read(list, std::nullopt);
  const auto count = [&](std::string_view words) {
    int found = 0;
    for (auto at = told.find(words); at != std::string::npos; at = told.find(words, at + 1)) ++found;
    return found;
  };
  CHECK(count("there is no requirement") == 101);
  CHECK(count("Did you mean \"english_documentation\"?") == 100);
  CHECK(count("! 102: there is no requirement \"english_documentation100\" | Add it to kam.yaml") == 1);
}
