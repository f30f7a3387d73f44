#include "lists/columns/headings_table.hpp"

#include <array>

namespace kam {

namespace {

using enum Program;
using enum Claim;

// `Ansprechpartner` is left out on purpose: as a rule that is the customer's person, not ours. So is
// `Kontonummer`, which in most lists is the bank's.
constexpr auto kAccountHeadings = std::to_array<HeadingLine>({
    {"name", lists,
     "Name, Name 1, Account, Account Name, Company, Company Name, Customer, Customer Name, Client, Client "
     "Name, Organisation, Organization, Firma, Firmenname, Kunde, Kundenname, Unternehmen, "
     "Unternehmensname"},
    {"name", salesforce, "Name, Account Name, Accountname"},
    {"name", hubspot, "Name, Company name, Unternehmensname"},
    {"name", pipedrive, "Organization - Name, Organisation - Name"},
    {"name", dynamics, "Account Name, Firmenname, Kontoname"},
    {"name", datev, "Name (Adressattyp Unternehmen)"},
    {"name", datev, "Kontobezeichnung, Kontobeschriftung, Beschriftung", second},
    {"name", datev, "Kurzbezeichnung", vague},
    {"name", datev, "Name (Adressattyp keine Angabe)", beside},
    {"first_name", datev, "Vorname (Adressattyp natürl. Person)"},
    {"last_name", datev, "Name (Adressattyp natürl. Person)"},

    {"external_id", lists,
     "External ID, Account No, Account Number, Customer ID, Customer No, Customer Number, Client ID, Client "
     "Number, Kunden-ID, Kunden-Nr, Kundennummer, Debitor, Debitor-Nr, Debitornummer, Debitoren-Nr, "
     "Debitorennummer"},
    {"external_id", lists, "Kd-Nr, Account ID, Company ID, Record ID", second},
    {"external_id", lists, "ID", vague},
    {"external_id", salesforce, "AccountNumber, Account Number, Accountnummer"},
    {"external_id", salesforce, "Account ID, Account-ID, AccountId", second},
    {"external_id", salesforce, "Id", vague},
    {"external_id", hubspot, "Record ID, Datensatz-ID, Company ID", second},
    {"external_id", pipedrive, "Organization - ID, Organisation - ID", second},
    {"external_id", dynamics, "Account Number, Firmennummer"},
    {"external_id", datev, "Debitor, Debitorenkonto"},
    {"external_id", datev, "Konto", second},

    {"industry", lists, "Industry, Sector, Industry Sector, Branche, Wirtschaftszweig"},
    {"industry", salesforce, "Industry, Branche"},
    {"industry", hubspot, "Industry, Branche"},
    {"industry", pipedrive, "Organization - Industry, Organisation - Branche"},
    {"industry", dynamics, "Industry, Branche"},

    {"manager", lists,
     "Manager, Account Manager, Key Account Manager, KAM, Owner, Account Owner, Company Owner, "
     "Key-Account-Manager (Ansprechpartner), Key-Account-Managerin, Betreuer, Betreuerin, Kundenbetreuer, "
     "Kundenbetreuerin, Verantwortlicher, Kundenverantwortlicher"},
    {"manager", salesforce, "Owner.Name, Account Owner, Account-Inhaber"},
    {"manager", hubspot,
     "Company owner, Zuständiger Mitarbeiter für Unternehmen, Für Unternehmen zuständiger Mitarbeiter"},
    {"manager", pipedrive, "Organization - Owner, Organisation - Owner, Organisation - Besitzer"},
    {"manager", dynamics, "Owner, Besitzer"},

    {"status", lists, "Status, Account Status, Kundenstatus"},

    {"customer_since", lists, "Customer since, Client since, Kunde seit"},

    {"tags", lists, "Tags, Merkmale, Schlagwörter, Schlagworte, Stichwörter, Stichworte"},

    {"currency", lists, "Currency, Currency code, Währung, Währungskennzeichen, Hauswährung"},
    {"currency", salesforce, "CurrencyIsoCode, Account Currency, Accountwährung"},
    {"currency", hubspot, "Currency, Währung"},
    {"currency", pipedrive, "Organization - Currency, Organisation - Währung"},
    {"currency", dynamics, "Currency, Währung"},
    {"currency", datev, "WKZ", second},

    {"revenue", lists,
     "Revenue, Our revenue, Net revenue, Revenue with us, Sales, Net sales, Umsatz, Umsätze, Umsatzerlöse, "
     "Nettoumsatz, Umsatz netto, Umsatz mit uns, Umsatz Ist, Ist-Umsatz, Annual revenue with us, "
     "Jahresumsatz mit "
     "uns"},
    {"contribution_margin", lists, "Contribution margin, Contribution, Deckungsbeitrag, DB"},
    {"profit", lists, "Profit, Gewinn"},
    {"purchasing_volume", lists, "Purchasing volume, Purchase volume, Einkaufsvolumen, Beschaffungsvolumen"},
    {"revenue_plan", lists,
     "Revenue plan, Plan revenue, Planned revenue, Planumsatz, Umsatzplan, Umsatz Plan, Umsatzplanung, "
     "Geplanter Umsatz"},

    {kOwnTurnover, lists, "Annual Revenue, Annual Turnover, Annual Sales, Jahresumsatz"},
    {kOwnTurnover, salesforce, "AnnualRevenue, Annual Revenue, Jahresumsatz"},
    {kOwnTurnover, hubspot, "Annual Revenue, Jahresumsatz"},
    {kOwnTurnover, pipedrive, "Organization - Annual revenue, Organisation - Jahresumsatz"},
    {kOwnTurnover, dynamics, "Annual Revenue, Jahresumsatz"},
    {kGrossFigure, datev, "Jahresverkehrszahl, JVZ"},
    {kProgramColumn, dynamics, "(Do Not Modify), (Nicht ändern), (Nicht bearbeiten)"},
});

// Of the customers' people. `Titel` is a doctor's in German and, as `Title`, a function in English; the cell
// decides.
constexpr auto kContactHeadings = std::to_array<HeadingLine>({
    {"account", lists,
     "Account, Account Name, Customer, Customer Name, Client, Client Name, Organisation, Organization, "
     "Firma, "
     "Firmenname, Kunde, Kundenname, Unternehmen, Unternehmensname"},
    {"account", lists, "Company, Company Name", second},
    {"account", lists, "Account ID, Company ID", vague},
    {"account", salesforce, "Account Name, Account.Name, Accountname"},
    {"account", salesforce, "AccountId, Account ID, Account-ID", vague},
    {"account", hubspot, "Associated Company, Primary associated company, Zugeordnetes Unternehmen"},
    {"account", hubspot, "Company name, Unternehmensname", second},
    {"account", pipedrive, "Person - Organization, Person - Organisation"},
    {"account", dynamics, "Firmenname, Kontoname"},
    {"account", dynamics, "Company Name", second},

    {"external_id", lists,
     "Customer ID, Customer No, Customer Number, Account No, Account Number, Client ID, Client Number, "
     "Kunden-ID, Kunden-Nr, Kd-Nr, Kundennummer, Debitor, Debitor-Nr, Debitornummer, Debitoren-Nr, "
     "Debitorennummer"},
    {"external_id", salesforce, "Account.AccountNumber, Account Number, Accountnummer"},
    {"external_id", dynamics, "Account Number, Firmennummer"},

    {"name", lists,
     "Name, Full Name, Contact, Contact Name, Contact Person, Person, Ansprechpartner, Ansprechpartnerin, "
     "Kontakt, Kontaktname, Kontaktperson, Vollständiger Name"},
    {"name", salesforce, "Name, Contact Name, Kontaktname"},
    {"name", pipedrive, "Person - Name"},
    {"name", dynamics, "Full Name, Vollständiger Name"},
    {"first_name", lists, "First Name, Given Name, Vorname"},
    {"first_name", salesforce, "FirstName, First Name, Vorname"},
    {"first_name", hubspot, "First Name, Vorname"},
    {"first_name", pipedrive, "Person - First name, Person - Vorname"},
    {"first_name", dynamics, "First Name, Vorname"},
    {"last_name", lists, "Last Name, Surname, Family Name, Nachname, Familienname"},
    {"last_name", salesforce, "LastName, Last Name, Nachname"},
    {"last_name", hubspot, "Last Name, Nachname"},
    {"last_name", pipedrive, "Person - Last name, Person - Nachname"},
    {"last_name", dynamics, "Last Name, Nachname"},
    {"salutation", lists, "Salutation, Anrede"},
    {"academic_title", lists, "Titel, Akademischer Titel, Academic Title"},
    {"salutation", salesforce, "Salutation, Anrede"},

    {"title", lists,
     "Title, Job Title, Position, Function, Funktion, Jobtitel, Berufsbezeichnung, Stellenbezeichnung"},
    {"title", salesforce, "Title"},
    {"title", hubspot, "Job Title, Berufsbezeichnung, Jobtitel"},
    {"title", pipedrive, "Person - Job title, Person - Position, Person - Berufsbezeichnung"},
    {"title", dynamics, "Job Title, Position"},

    {"role", lists, "Role, Contact Role, Buying Role, Rolle, Kontaktrolle, Rolle im Einkauf"},
    {"influence", lists, "Influence, Einfluss"},
    {"attitude", lists, "Attitude, Einstellung, Haltung"},

    {"owner", lists, "Owner, Contact Owner, Betreuer, Betreuerin, Kontaktinhaber, Besitzer"},
    {"owner", salesforce, "Owner.Name, Contact Owner, Kontaktinhaber"},
    {"owner", hubspot,
     "Contact owner, Zuständiger Mitarbeiter für Kontakt, Für Kontakt zuständiger Mitarbeiter"},
    {"owner", pipedrive, "Person - Owner, Person - Besitzer"},
    {"owner", dynamics, "Owner, Besitzer"},

    {kProgramColumn, dynamics, "(Do Not Modify), (Nicht ändern), (Nicht bearbeiten)"},
});

constexpr std::array<std::string_view, 6> kPrograms{"",          "Salesforce",   "HubSpot",
                                                    "Pipedrive", "Dynamics 365", "DATEV"};

}  // namespace

std::span<const HeadingLine> list_headings(ListKind list) {
  if (list == ListKind::contacts) return kContactHeadings;
  return kAccountHeadings;
}

std::string_view program_name(Program program) {
  return kPrograms.at(static_cast<std::size_t>(program));
}

}  // namespace kam
