#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "lists/columns/columns.hpp"
#include "lists/columns/headings.hpp"

using namespace kam;

namespace {

using Header = std::vector<std::string>;

// What a program's list becomes, in short: `name=Account Name; …`, then what is left alone and why.
std::string show(const Header& header) {
  std::string text;
  const FoundColumns found = find_columns(header, {});
  const auto& uses = found.uses;
  CHECK(found.questions.empty());
  for (const ColumnUse& use : uses) {
    text += (text.empty() ? "" : "; ") + use.field;
    if (use.year) text += fmt::format(".{}", *use.year);
    text += "=" + header.at(use.column);
  }
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (std::ranges::find(uses, i, &ColumnUse::column) != uses.end()) continue;
    const WhyUnused why = read_heading(header[i]).unused;
    if (why == WhyUnused::own_turnover) text += "; own turnover=" + header[i];
    if (why == WhyUnused::gross_figure) text += "; gross=" + header[i];
    if (why == WhyUnused::program_column) text += "; program's=" + header[i];
  }
  return text;
}

struct List {
  const char* program;
  Header header;
  std::string expected;
};

}  // namespace

TEST_CASE("the lists of the programs that people have") {
  const std::vector<List> lists{
      {"Salesforce, API names (Data Loader)",
       {"Id", "IsDeleted", "Name", "Type", "ParentId", "BillingStreet", "BillingCity", "Phone",
        "AccountNumber", "Website", "Industry", "AnnualRevenue", "NumberOfEmployees", "OwnerId", "Owner.Name",
        "CreatedDate", "LastActivityDate"},
       "name=Name; external_id=AccountNumber; industry=Industry; manager=Owner.Name; own "
       "turnover=AnnualRevenue"},
      {"Salesforce, a query without numbers",
       {"Id", "Name", "Owner.Name"},
       "external_id=Id; name=Name; manager=Owner.Name"},
      {"Salesforce, a report",
       {"Account Owner", "Account Name", "Account Number", "Account ID", "Type", "Industry",
        "Billing Country", "Annual Revenue", "Last Activity"},
       "manager=Account Owner; name=Account Name; external_id=Account Number; industry=Industry; own "
       "turnover=Annual Revenue"},
      {"Salesforce, a German report",
       {"Account-Inhaber", "Accountname", "Accountnummer", "Branche", "Jahresumsatz", "Letzte Aktivität"},
       "manager=Account-Inhaber; name=Accountname; external_id=Accountnummer; industry=Branche; own "
       "turnover=Jahresumsatz"},
      {"HubSpot",
       {"Record ID", "Company name", "Company owner", "Create Date", "Phone Number", "Last Activity Date",
        "City", "Country/Region", "Industry", "Annual Revenue", "Number of Employees"},
       "external_id=Record ID; name=Company name; manager=Company owner; industry=Industry; own "
       "turnover=Annual Revenue"},
      {"HubSpot, German",
       {"Datensatz-ID", "Unternehmensname", "Zuständiger Mitarbeiter für Unternehmen", "Erstelldatum",
        "Stadt", "Branche", "Jahresumsatz"},
       "external_id=Datensatz-ID; name=Unternehmensname; manager=Zuständiger Mitarbeiter für Unternehmen; "
       "industry=Branche; own turnover=Jahresumsatz"},
      {"Pipedrive",
       {"Organization - ID", "Organization - Name", "Organization - Label", "Organization - Owner",
        "Organization - Address", "Organization - Open deals", "Organization - Annual revenue",
        "Organization - Industry"},
       "external_id=Organization - ID; name=Organization - Name; manager=Organization - Owner; "
       "industry=Organization - Industry; own turnover=Organization - Annual revenue"},
      {"Pipedrive, German",
       {"Organisation - ID", "Organisation - Name", "Organisation - Besitzer", "Organisation - Adresse"},
       "external_id=Organisation - ID; name=Organisation - Name; manager=Organisation - Besitzer"},
      {"Dynamics 365",
       {"(Do Not Modify) Account", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On",
        "Account Name", "Account Number", "Main Phone", "Address 1: City", "Primary Contact", "Industry",
        "Annual Revenue", "Owner"},
       "name=Account Name; external_id=Account Number; industry=Industry; manager=Owner; "
       "program's=(Do Not Modify) Account; program's=(Do Not Modify) Row Checksum; "
       "program's=(Do Not Modify) Modified On; own turnover=Annual Revenue"},
      {"Dynamics 365, German",
       {"(Nicht ändern) Firma", "(Nicht ändern) Zeilenprüfsumme", "(Nicht ändern) Geändert am", "Firmenname",
        "Firmennummer", "Haupttelefon", "Branche", "Jahresumsatz", "Besitzer"},
       "name=Firmenname; external_id=Firmennummer; industry=Branche; manager=Besitzer; "
       "program's=(Nicht ändern) Firma; program's=(Nicht ändern) Zeilenprüfsumme; "
       "program's=(Nicht ändern) Geändert am; own turnover=Jahresumsatz"},
      {"DATEV, master data",
       {"Konto", "Name (Adressattyp Unternehmen)", "Unternehmensgegenstand",
        "Name (Adressattyp natürl. Person)", "Vorname (Adressattyp natürl. Person)",
        "Name (Adressattyp keine Angabe)", "Adressattyp", "Kurzbezeichnung", "EU-Land", "EU-UStID", "Anrede",
        "Straße", "Postleitzahl", "Ort"},
       "external_id=Konto; name=Name (Adressattyp Unternehmen); last_name=Name (Adressattyp natürl. "
       "Person); first_name=Vorname (Adressattyp natürl. Person); name=Name (Adressattyp keine Angabe)"},
      {"DATEV, totals and balances",
       {"Konto", "Kontobezeichnung", "EB-Wert", "Jahresverkehrszahl Soll", "Jahresverkehrszahl Haben",
        "Saldo"},
       "external_id=Konto; name=Kontobezeichnung; gross=Jahresverkehrszahl Soll; gross=Jahresverkehrszahl "
       "Haben"},
      {"a ledger's list",
       {"Debitor", "Kurzbezeichnung", "JVZ 2025"},
       "external_id=Debitor; name=Kurzbezeichnung; gross=JVZ 2025"},
      {"a German office",
       {"Kd-Nr.", "Kundennummer", "Firma", "PLZ", "Ort", "Ansprechpartner", "Betreuer", "Umsatz 2024",
        "Umsatz 2025 (T€)", "Umsatzerlöse GJ2023", "DB 2025"},
       "external_id=Kundennummer; name=Firma; manager=Betreuer; revenue.2024=Umsatz 2024; "
       "revenue.2025=Umsatz 2025 (T€); revenue.2023=Umsatzerlöse GJ2023; contribution_margin.2025=DB 2025"},
      {"an English office",
       {"Customer No.", "Customer", "Sector", "Account manager", "Sales 2024", "Net sales FY2025",
        "Contribution margin 2025"},
       "external_id=Customer No.; name=Customer; industry=Sector; manager=Account manager; "
       "revenue.2024=Sales 2024; revenue.2025=Net sales FY2025; contribution_margin.2025=Contribution margin "
       "2025"},
  };
  for (const List& list : lists) {
    CAPTURE(list.program);
    CHECK(show(list.header) == list.expected);
  }
}

TEST_CASE("the customer's own turnover is never taken for ours") {
  for (const char* header :
       {"Annual Revenue", "AnnualRevenue", "annual_revenue", "Annual Revenue 2025", "Annual Revenue (EUR)",
        "Annual Revenue (T€)", "ANNUAL REVENUE in Mio. EUR 2025", "Jahresumsatz", "Jahresumsatz 2025",
        "Jahresumsatz (TEUR)", "2025 Jahresumsatz €", "Annual Revenue Currency", "Annual Revenue (converted)",
        "Organization - Annual revenue", "Annual turnover", "Our annual revenue 2025"}) {
    CAPTURE(header);
    ImportOptions options;
    options.year = 2025;
    CHECK(find_columns({"Name", header}, options).uses.size() == 1);
    CHECK(read_heading(header).unused == WhyUnused::own_turnover);
  }
}

TEST_CASE("the unit of amounts is the header's") {
  struct Case {
    const char* header;
    AmountUnit unit;
  };
  for (const Case& given : std::vector<Case>{{"Umsatz 2025 (T€)", AmountUnit::thousand},
                                             {"Umsatz 2025 in TEUR", AmountUnit::thousand},
                                             {"TEUR Umsatz 2025", AmountUnit::thousand},
                                             {"Umsatz Tsd. EUR 2025", AmountUnit::thousand},
                                             {"Umsatz 2025 in Tsd.", AmountUnit::thousand},
                                             {"Umsatz 2025 (k)", AmountUnit::thousand},
                                             {"Revenue 2025 k€", AmountUnit::thousand},
                                             {"Revenue 2025 [kEUR]", AmountUnit::thousand},
                                             {"Umsatz 2025 in 1000 €", AmountUnit::thousand},
                                             {"Umsatz 2025 in 1.000 EUR", AmountUnit::thousand},
                                             {"Umsatz 2025 (T EUR)", AmountUnit::thousand},
                                             {"Revenue 2025 $k", AmountUnit::thousand},
                                             {"Revenue 2025 (€'000)", AmountUnit::thousand},
                                             {"Revenue 2025 in thousands", AmountUnit::thousand},
                                             {"Umsatz 2025 (Mio. EUR)", AmountUnit::million},
                                             {"Umsatz Mio € 2025", AmountUnit::million},
                                             {"Umsatz 2025 MEUR", AmountUnit::million},
                                             {"Revenue 2025 (m€)", AmountUnit::million},
                                             {"Revenue 2025 (€ m)", AmountUnit::million},
                                             {"Revenue 2025 in EUR million", AmountUnit::million},
                                             {"Umsatz 2025 (EUR)", AmountUnit::one},
                                             {"Umsatz 2025", AmountUnit::one}}) {
    CAPTURE(given.header);
    const ColumnHeading heading = read_heading(given.header);
    CHECK(heading.field == "revenue");
    CHECK(heading.year == 2025);
    CHECK(heading.unit == given.unit);
  }
}

TEST_CASE("every spelling of the tables is recognised, and means one field") {
  for (const ListKind list : {ListKind::accounts, ListKind::contacts}) {
    std::map<std::string, std::string_view> fields;
    for (const HeadingLine& line : list_headings(list)) {
      for (const std::string_view spelling : split_spellings(line)) {
        CAPTURE(spelling);
        const ColumnHeading heading = read_heading(spelling, list);
        CHECK((heading.field == line.field) == (heading.unused == WhyUnused::unknown));
        CHECK(fields.try_emplace(heading_key(spelling), line.field).first->second == line.field);
      }
    }
  }
}
