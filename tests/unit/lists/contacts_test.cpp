#include "kam/lists/contacts.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "kam/model/number.hpp"
#include "lists/rows/person_name.hpp"

using namespace kam;

namespace {

ImportOptions with_words() {
  ImportOptions options;
  options.vocabulary.words = {{"decision_maker", "Decision maker"},
                              {"decision_maker", "Entscheider"},
                              {"supporter", "Supporter"},
                              {"supporter", "Unterstützer"}};
  return options;
}

ContactPlan plan(std::string_view list, const ImportOptions& options = with_words()) {
  const CsvTable table = parse_csv(list, "list.csv");
  REQUIRE(table.problems.empty());
  return plan_contacts(table, options, "list.csv");
}

// Every row, then what is asked, remarked and wrong.
std::string show(std::string_view list) {
  const ContactPlan found = plan(list);
  std::string text;
  for (const ContactRow& row : found.rows) {
    const Contact& contact = row.contact;
    text += fmt::format("{}: {}/{} {}", row.line, row.account, row.external_id, contact.name);
    if (!contact.title.empty()) text += " title=" + contact.title;
    if (contact.role) text += fmt::format(" role={}", to_id(*contact.role));
    if (contact.influence) text += " influence=" + format_plain_number(*contact.influence);
    if (contact.attitude) text += fmt::format(" attitude={}", to_id(*contact.attitude));
    if (!contact.owner.empty()) text += " owner=" + contact.owner;
    text += "\n";
  }
  for (const RowRemark& remark : found.remarks) text += fmt::format("# {} {}\n", remark.line, remark.text);
  for (const ImportQuestion& question : found.questions) text += "? " + question.message + "\n";
  for (const Problem& problem : found.problems)
    text += fmt::format("! {} {}\n", problem.line, problem.message);
  return text;
}

Account account(std::string id, std::string name, std::string external_id,
                std::vector<std::string> people = {}) {
  Account made;
  made.id = std::move(id);
  made.name = std::move(name);
  made.external_id = std::move(external_id);
  for (std::string& person : people) {
    Contact contact;
    contact.name = std::move(person);
    made.contacts.push_back(std::move(contact));
  }
  return made;
}

// Whose contact each row is: `acme 0` one that is there, `acme +` a new one.
std::string show_matches(std::string_view list, const std::vector<Account>& accounts) {
  const ContactPlan found = plan(list);
  REQUIRE(found.problems.empty());
  const MatchedContacts matched = match_contacts(found.rows, accounts, "list.csv");
  std::string text;
  for (const ContactMatch& match : matched.matches)
    text += match.account ? fmt::format(" {} {}", accounts.at(*match.account).id,
                                        match.contact ? std::to_string(*match.contact) : "+")
                          : " -";
  for (const Problem& problem : matched.problems)
    text += fmt::format("\n{}: {} | {}", problem.line, problem.message, problem.hint);
  return text;
}

struct List {
  const char* program;
  const char* list;
  const char* expected;
};

}  // namespace

TEST_CASE("the contact lists of the programs that people have") {
  const std::vector<List> lists{
      {"Salesforce, API names",
       "Id,AccountId,LastName,FirstName,Salutation,Name,Title,Email,OwnerId,Owner.Name,Account.Name\n"
       "003,001,Petersen,Maren,Dr.,Maren Petersen,Head of Purchasing,m@x.de,005,Jane Roe,Acme\n",
       "2: Acme/ Dr. Maren Petersen title=Head of Purchasing owner=Jane Roe\n"},
      {"Salesforce, a report",
       "Salutation,First Name,Last Name,Title,Account Name,Mailing City,Email,Contact Owner\n"
       "Ms.,Maren,Petersen,Head of Purchasing,Acme,Kiel,m@x.de,Jane Roe\n\"Grand Totals (1 record)\"\n\n"
       "\"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\"\n",
       "2: Acme/ Maren Petersen title=Head of Purchasing owner=Jane Roe\n# 3 Grand Totals (1 record)\n# 5 "
       "Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.\n"},
      {"HubSpot",
       "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Associated Company,Job "
       "Title,Company name,Buying Role\n"
       "51,Maren,Petersen,m@x.de,,Jane Roe,,Acme,Head of Purchasing,Acme Ltd,Decision Maker\n",
       "2: Acme/ Maren Petersen title=Head of Purchasing role=decision_maker owner=Jane Roe\n"},
      {"Pipedrive",
       "Person - Name,Person - First name,Person - Last name,Person - Organization,Person - Email,Person - "
       "Owner\nMaren Petersen,Maren,Petersen,Acme,m@x.de,Jane Roe\n",
       "2: Acme/ Maren Petersen owner=Jane Roe\n"},
      {"Pipedrive, German",
       "Person - Name,Person - Organisation,Person - Besitzer\nMaren Petersen,Acme,Jane Roe\n",
       "2: Acme/ Maren Petersen owner=Jane Roe\n"},
      {"Dynamics 365",
       "(Do Not Modify) Contact,(Do Not Modify) Row Checksum,(Do Not Modify) Modified On,Full "
       "Name,Email,Company "
       "Name,Business Phone,Job Title,Owner\nguid,abc=,24/11/2026,Maren Petersen,m@x.de,Acme,,Head of "
       "Purchasing,Jane Roe\n",
       "2: Acme/ Maren Petersen title=Head of Purchasing owner=Jane Roe\n"},
      {"a German office",
       "Kundennummer;Firma;Anrede;Titel;Vorname;Nachname;Funktion;Rolle;Einfluss;Einstellung;Betreuer;"
       "Telefon\n"
       "4711;Acme;Frau;Dr.;Maren;Petersen;Leiterin Einkauf;Entscheider;4,5;Unterstützer;Anna Schmidt;0471\n",
       "2: Acme/4711 Dr. Maren Petersen title=Leiterin Einkauf role=decision_maker influence=4.5 "
       "attitude=supporter owner=Anna Schmidt\n"},
      {"a German office, in one column",
       "Firma;Ansprechpartner;Position\nAcme;Dr. Maren Petersen;Leiterin Einkauf\n",
       "2: Acme/ Dr. Maren Petersen title=Leiterin Einkauf\n"},
      {"a German office, with the last name as name",
       "Firma;Name;Vorname;Anrede\nAcme;Petersen;Maren;Frau Prof. Dr.\n",
       "2: Acme/ Prof. Dr. Maren Petersen\n"},
      {"a title above", "Ansprechpartner 2026;;\n;;\nKunde;Vorname;Nachname\nAcme;Maren;Petersen\n",
       "4: Acme/ Maren Petersen\n# 1 Ansprechpartner 2026\n"},
  };
  for (const List& list : lists) {
    CAPTURE(list.program);
    CHECK(show(list.list) == list.expected);
  }
}

TEST_CASE("a title is a doctor's or a function, as the cell says") {
  CHECK(show("Firma;Nachname;Titel\nA;X;Dr.\nA;Y;Geschäftsführer\nA;Z;\n") ==
        "2: A/ Dr. X\n3: A/ Y title=Geschäftsführer\n4: A/ Z\n");
  CHECK(show("Account,Last name,Title\nA,X,Prof.\nA,Y,CEO\n") == "2: A/ Prof. X\n3: A/ Y title=CEO\n");
  CHECK(show("Firma;Nachname;Anrede\nA;X;Sehr geehrte Frau\n") == "2: A/ X\n");
  CHECK(split_title("Herr Prof. Dr. h.c.").academic == "Prof. Dr. h.c.");
  CHECK(split_title("Dipl.-Ing. (FH)").academic == "Dipl.-Ing.");
  CHECK(split_title("Head of Purchasing").rest == "Head of Purchasing");
  CHECK(with_title("Dr.", "Dr. Maren Petersen") == "Dr. Maren Petersen");
  CHECK(with_title("", "Maren Petersen") == "Maren Petersen");
  CHECK(person_key("Prof. Dr. Maren  PETERSEN") == "maren petersen");
  CHECK(person_key("Dr.") == "dr.");
}

TEST_CASE("a row names a person and a customer") {
  CHECK(
      show("Firma;Name\nA;\n;X\n;\"\"\nA;X;y\n") ==
      "! 2 the row names no contact\n! 3 the row names no account\n! 5 the row has 3 cells, the header 2\n");
  CHECK(show("Firma;Name;Rolle;Einfluss\nA;X;Chef;9\n") ==
        "! 2 \"Chef\" is no role\n! 2 rating 9 in column \"Einfluss\" is above the scale's 5\n");
  CHECK(show("Telefon;Mail\n1;2\n") ==
        "? no column of the list holds the account\n? no column of the list holds the contact's name\n");
  CHECK(show("Kundennummer;Nachname\n1;X\n") == "2: /1 X\n");
}

TEST_CASE("--map names the columns of contacts") {
  ImportOptions options = with_words();
  options.map = {{"account", "Wo"}, {"name", "Wer"}, {"owner", ""}};
  const ContactPlan found = plan("Wo;Wer;Owner\nA;X;Y\n", options);
  REQUIRE(found.rows.size() == 1);
  CHECK(found.rows[0].account == "A");
  CHECK(found.rows[0].contact.name == "X");
  CHECK(found.rows[0].contact.owner.empty());
  options.map = {{"revenue", "Wo"}};
  CHECK_THROWS(plan("Wo;Wer\nA;X\n", options));
}

TEST_CASE("the account is found by number, id or name") {
  const std::vector<Account> accounts{account("acme", "Acme AG", "4711"), account("beta", "Beta AG", ""),
                                      account("two", "Same", ""), account("three", "same", "")};
  CHECK(show_matches("Firma;Name\nACME AG;X\nacme;Y\n4711;Z\n", accounts) == " acme + acme + acme +");
  CHECK(show_matches("Kundennummer;Firma;Name\n4711;Other;X\n99;Beta AG;Y\n", accounts) == " acme + beta +");
  CHECK(show_matches("Kundennummer;Firma;Name\n99;Acme AG;X\n", accounts) ==
        " -\n2: there is no account \"Acme AG\" with the external id \"99\" | Did you mean \"Acme AG\"?");
  CHECK(show_matches("Firma;Name\nAcme GA;X\nQuux;Y\nSame;Z\n", accounts) ==
        " - - -\n2: there is no account \"Acme GA\" | Did you mean \"Acme AG\"?"
        "\n3: there is no account \"Quux\" | Import the customer first, or add it with `kam add-account`."
        "\n4: \"Same\" fits both two and three | Tell the two apart by the external_id in their files and in "
        "the "
        "list.");
}

TEST_CASE("a contact is found by name, with or without titles") {
  const std::vector<Account> accounts{
      account("acme", "Acme", "", {"Jonas Weber", "Dr. Maren Petersen", "Dr. Li Wu", "Prof. Li Wu"})};
  CHECK(show_matches("Firma;Name\nAcme;JONAS  weber\nAcme;Maren Petersen\nAcme;Li Wu\nAcme;Jonas\n",
                     accounts) == " acme 0 acme 1 acme + acme +");
  CHECK(show_matches("Firma;Name\nAcme;Prof. Li Wu\n", accounts) == " acme 3");
  CHECK(show_matches("Firma;Name\nAcme;X\nAcme;x\n", accounts) ==
        " acme + -\n3: the row repeats the contact \"x\" of line 2 | Keep one row for each person.");
}
