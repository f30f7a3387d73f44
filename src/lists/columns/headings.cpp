#include "lists/columns/headings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

#include "kam/format/format.hpp"
#include "kam/unicode/unicode.hpp"
#include "lists/cells/units.hpp"
#include "lists/columns/headings_table.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;

using Fields = std::vector<std::string_view>;

void add_keys(Fields& fields, const Record& record) {
  for (const auto key : keys_of(record)) fields.push_back(key);
}

const Record& figures_record() {
  return *find_field(account_format(), "figures")->shape.record;
}

const Record& contact_record() {
  return *find_field(account_format(), "contacts")->shape.record;
}

// What names a customer, what any cell may hold, what only some may, and amounts.
Fields account_fields() {
  Fields fields{"id"sv, "name"sv, "first_name"sv, "last_name"sv, "external_id"sv};
  for (const bool of_text : {true, false})
    for (const auto& field : account_format().fields)
      if (field.in_lists && (field.shape.kind == ShapeKind::text) == of_text &&
          std::ranges::find(fields, field.key) == fields.end())
        fields.push_back(field.key);
  fields.push_back("currency"sv);
  add_keys(fields, figures_record());
  return fields;
}

Fields contact_fields() {
  Fields fields{"account"sv,   "external_id"sv, "name"sv,          "first_name"sv,
                "last_name"sv, "salutation"sv,  "academic_title"sv};
  for (const auto key : keys_of(contact_record()))
    if (key != "name") fields.push_back(key);
  return fields;
}

constexpr std::array kLeftAlone{std::pair{kOwnTurnover, WhyUnused::own_turnover},
                                std::pair{kGrossFigure, WhyUnused::gross_figure},
                                std::pair{kProgramColumn, WhyUnused::program_column}};

std::string join_words(std::span<const std::string_view> words) {
  std::string key;
  for (const std::string_view word : words) key += word;
  return key;
}

// What makes a figure's header that of a percentage, a share or a count.
constexpr std::array kNotMoneySigns{"%"sv, "#"sv};
constexpr std::array kNotMoneyWords{"prozentsatz"sv, "prozent"sv, "percentage"sv, "percent"sv,
                                    "pct"sv,         "quote"sv,   "ratio"sv,      "anteil"sv,
                                    "share"sv,       "anzahl"sv,  "count"sv,      "\u2030"sv};

// Takes such words out, also from the end of a German compound: `Umsatzanteil`. Whether there was one.
bool take_not_money(std::vector<std::string_view>& words) {
  bool is_taken = false;
  for (std::string_view& word : words) {
    const auto found =
        std::ranges::find_if(kNotMoneyWords, [&](std::string_view ending) { return word.ends_with(ending); });
    if (found == kNotMoneyWords.end()) continue;
    word.remove_suffix(found->size());
    is_taken = true;
  }
  std::erase(words, ""sv);
  std::erase(words, "of"sv);
  return is_taken;
}

// The table, by what of a header counts.
class HeadingIndex {
 public:
  explicit HeadingIndex(ListKind list) {
    for (const HeadingLine& line : list_headings(list)) {
      const auto left =
          std::ranges::find(kLeftAlone, line.field, [](const auto& pair) { return pair.first; });
      for (const std::string_view spelling : split_spellings(line)) {
        if (left != kLeftAlone.end())
          left_alone_.emplace_back(heading_key(spelling), left->second);
        else
          by_key_.try_emplace(heading_key(spelling), line);
      }
    }
    // A key of the files is known as it is.
    for (const Field& field : list == ListKind::accounts ? account_format().fields : contact_record().fields)
      if (field.in_lists || list == ListKind::contacts)
        by_key_.try_emplace(heading_key(field.key), HeadingLine{.field = field.key, .spellings = field.key});
  }

  const HeadingLine* find(const std::string& key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? nullptr : &found->second;
  }

  // Why a column with that header is left alone, if it is.
  std::optional<WhyUnused> find_left_alone(const std::string& key) const {
    const auto contains = [&](const auto& entry) { return key.find(entry.first) != std::string::npos; };
    const auto found = std::ranges::find_if(left_alone_, contains);
    if (found == left_alone_.end()) return std::nullopt;
    return found->second;
  }

 private:
  std::map<std::string, HeadingLine> by_key_;
  std::vector<std::pair<std::string, WhyUnused>> left_alone_;
};

// Takes the year out of `words`, where they hold one; also as `FY 2025`.
std::optional<int> take_year(std::vector<std::string_view>& words) {
  for (auto word = words.begin(); word != words.end(); ++word) {
    const auto year = parse_year(*word);
    if (!year) continue;
    const bool is_behind = word != words.begin() && (*std::prev(word) == "fy" || *std::prev(word) == "gj");
    words.erase(is_behind ? std::prev(word) : word, std::next(word));
    return year;
  }
  return std::nullopt;
}

// The field of which the words are a spelling: of any, or beside a year and a unit of a figure. A year with
// nothing but a unit may be a figure's.
ColumnHeading find_field(const HeadingIndex& index, std::vector<std::string_view> words) {
  ColumnHeading heading;
  heading.year = take_year(words);
  const HeadingLine* line = index.find(join_words(words));
  if (line != nullptr && (is_figure(line->field) || !heading.year)) {
    heading.field = line->field;
    heading.claim = line->claim;
    return heading;
  }
  auto said = take_unit(words);
  if (!said) return heading;
  heading.unit = said->unit;
  heading.currencies = std::move(said->currencies);
  if (words.empty() && heading.year) heading.unused = WhyUnused::bare_year;
  line = index.find(join_words(words));
  if (line == nullptr || !is_figure(line->field)) return heading;
  heading.field = line->field;
  heading.claim = line->claim;
  return heading;
}

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

std::span<const std::string_view> import_fields(ListKind list) {
  static const Fields kContactFields = contact_fields();
  static const Fields kAccountFields = account_fields();
  return list == ListKind::contacts ? kContactFields : kAccountFields;
}

bool is_figure(std::string_view field) {
  return find_field(figures_record(), field) != nullptr;
}

const Field* find_list_field(std::string_view field) {
  const auto* found = find_field(account_format(), field);
  return found != nullptr && found->in_lists ? found : find_field(contact_record(), field);
}

bool is_own_header(const std::vector<std::string>& header) {
  const auto has = [&](std::string_view key) { return std::ranges::find(header, key) != header.end(); };
  return has("id") && has("external_id");
}

std::optional<int> parse_year(std::string_view word) {
  if (word.starts_with("fy") || word.starts_with("gj")) word.remove_prefix(2);
  int year = 0;
  const auto result = std::from_chars(word.data(), word.data() + word.size(), year);
  const bool is_whole = result.ec == std::errc{} && result.ptr == word.data() + word.size();
  if (!is_whole || word.size() != 4 || year < 1900 || year > 2099) return std::nullopt;
  return year;
}

std::string heading_key(std::string_view header) {
  const std::string folded = fold_name(header);
  return join_words(split_words(folded));
}

std::vector<std::string_view> split_spellings(const HeadingLine& line) {
  std::vector<std::string_view> spellings;
  std::string_view rest = line.spellings;
  while (true) {
    const auto end = rest.find(", ");
    spellings.push_back(rest.substr(0, end));
    if (end == std::string_view::npos) return spellings;
    rest.remove_prefix(end + 2);
  }
}

ColumnHeading read_heading(std::string_view header, ListKind list) {
  static const std::array kIndices{HeadingIndex(ListKind::accounts), HeadingIndex(ListKind::contacts)};
  const HeadingIndex& index = kIndices.at(static_cast<std::size_t>(list));
  const std::string folded = fold_name(header);
  std::vector<std::string_view> words = split_words(folded);
  std::vector<std::string_view> bare = words;
  const bool has_sign = std::ranges::any_of(
      kNotMoneySigns, [&](std::string_view sign) { return folded.find(sign) != std::string::npos; });
  const bool is_not_money = take_not_money(bare) || has_sign;
  // `Jahresumsatz mit uns` is a figure, though it holds the customer's own `Jahresumsatz`.
  const ColumnHeading heading = find_field(index, bare);
  const auto leave_alone = [](WhyUnused why) {
    ColumnHeading left;
    left.unused = why;
    return left;
  };
  if (is_figure(heading.field)) return is_not_money ? leave_alone(WhyUnused::not_money) : heading;
  if (const auto why = index.find_left_alone(join_words(words))) return leave_alone(*why);
  ColumnHeading found = find_field(index, words);
  if (found.unused == WhyUnused::bare_year && is_not_money) found.unused = WhyUnused::not_money;
  return found;
}

std::span<const HeadingLine> list_headings(ListKind list) {
  if (list == ListKind::contacts) return kContactHeadings;
  return kAccountHeadings;
}

std::string_view program_name(Program program) {
  return kPrograms.at(static_cast<std::size_t>(program));
}

}  // namespace kam
