#include "exchange/headings_table.hpp"

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
    {"name", datev, "Kurzbezeichnung, Name (Adressattyp keine Angabe)", vague},

    {"external_id", lists,
     "External ID, Account No, Account Number, Customer ID, Customer No, Customer Number, Client ID, Client "
     "Number, Kunden-ID, Kunden-Nr, Kundennummer, Debitor, Debitor-Nr, Debitornummer, Debitoren-Nr, "
     "Debitorennummer"},
    {"external_id", lists, "Account ID, Company ID, Record ID", second},
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

    {"revenue", lists,
     "Revenue, Our revenue, Net revenue, Revenue with us, Sales, Net sales, Umsatz, Umsätze, Umsatzerlöse, "
     "Nettoumsatz, Umsatz netto, Umsatz mit uns, Umsatz Ist, Ist-Umsatz"},
    {"contribution_margin", lists, "Contribution margin, Contribution, Deckungsbeitrag, DB"},

    {kOwnTurnover, lists, "Annual Revenue, Annual Turnover, Annual Sales, Jahresumsatz"},
    {kOwnTurnover, salesforce, "AnnualRevenue, Annual Revenue, Jahresumsatz"},
    {kOwnTurnover, hubspot, "Annual Revenue, Jahresumsatz"},
    {kOwnTurnover, pipedrive, "Organization - Annual revenue, Organisation - Jahresumsatz"},
    {kOwnTurnover, dynamics, "Annual Revenue, Jahresumsatz"},
    {kGrossFigure, datev, "Jahresverkehrszahl, JVZ"},
    {kProgramColumn, dynamics, "(Do Not Modify), (Nicht ändern), (Nicht bearbeiten)"},
});

constexpr std::array<std::string_view, 6> kPrograms{"",          "Salesforce",   "HubSpot",
                                                    "Pipedrive", "Dynamics 365", "DATEV"};

}  // namespace

std::span<const HeadingLine> account_headings() {
  return kAccountHeadings;
}

std::string_view program_name(Program program) {
  return kPrograms.at(static_cast<std::size_t>(program));
}

}  // namespace kam
