#include "kam/lists/contacts.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"
#include "lists/cells/cells.hpp"
#include "lists/cells/units.hpp"
#include "lists/columns/columns.hpp"
#include "lists/columns/headings.hpp"
#include "lists/columns/page_lines.hpp"
#include "lists/columns/totals.hpp"
#include "lists/rows/person_name.hpp"

namespace kam {

namespace {

// The parts of a name that a row may give.
struct NameParts {
  std::string academic;
  std::string whole;
  std::string first;
  std::string last;
};

std::string join_name(const NameParts& parts) {
  return with_title(parts.academic, parts.whole.empty() ? join_names(parts.first, parts.last) : parts.whole);
}

class ContactReader {
 public:
  ContactReader(const CsvTable& table, const ImportOptions& options, const std::string& file,
                ContactPlan& plan)
      : table_(table), plan_(plan), cells_(table, options, file, plan.columns, plan.problems) {
    // Beside `Vorname`, `Name` is what `Nachname` is elsewhere.
    const auto has = [&](std::string_view field) {
      return std::ranges::find(plan.columns, field, &ColumnUse::field) != plan.columns.end();
    };
    for (ColumnUse& use : plan.columns)
      if (use.field == "name" && has("first_name") && !has("last_name") && key_of(use) == "name")
        use.field = "last_name";
  }

  void read(const CsvRow& row) {
    if (is_total(row)) {
      plan_.remarks.push_back({row.line, RowRemark::Kind::total, first_filled(row)});
      return;
    }
    const std::size_t problems = plan_.problems.size();
    ContactRow read;
    read.line = row.line;
    NameParts parts;
    for (const ColumnUse& use : plan_.columns) read_cell(row, use, read, parts);
    read.contact.name = join_name(parts);
    if (plan_.sample.size() < kSampleRows) {
      plan_.sample.push_back(cells_.sample(row, plan_.columns));
      plan_.sample.back().name = read.contact.name;
    }
    check(row, read);
    const bool names_both = !read.contact.name.empty() && !(read.account.empty() && read.external_id.empty());
    if (names_both && plan_.problems.size() == problems) plan_.rows.push_back(std::move(read));
  }

 private:
  std::string key_of(const ColumnUse& use) const { return heading_key(table_.header.cells[use.column]); }

  // `Grand Totals (85 records)` below a report.
  static bool is_total(const CsvRow& row) {
    const auto is_filled = [](const std::string& cell) { return !cell.empty(); };
    return std::ranges::count_if(row.cells, is_filled) == 1 &&
           read_total_word(first_filled(row)) == TotalWord::is;
  }

  void read_cell(const CsvRow& row, const ColumnUse& use, ContactRow& read, NameParts& parts) {
    const std::string cell = join_lines(row.cells[use.column]);
    if (cell.empty()) return;
    if (use.field == "account") read.account = cell;
    if (use.field == "external_id") read.external_id = cell;
    if (use.field == "name") parts.whole = cell;
    if (use.field == "first_name") parts.first = cell;
    if (use.field == "last_name") parts.last = cell;
    if (use.field == "salutation") read_title(cell, HoldsFunction::no, read.contact, parts);
    if (use.field == "academic_title" || use.field == "title")
      read_title(cell, HoldsFunction::yes, read.contact, parts);
    if (use.field == "name" || use.field == "title") return;  // not as they stand there
    const Field* field = find_field(*find_field(account_format(), "contacts")->shape.record, use.field);
    if (field == nullptr) return;
    if (auto value = cells_.read_value(row, use, *field, Texts::listed))
      field->put(&read.contact, *std::move(value));
  }

  enum class HoldsFunction { yes, no };

  // `Title` and `Titel` may hold a function or a doctor's; a salutation holds no function.
  static void read_title(const std::string& cell, HoldsFunction holds, Contact& contact, NameParts& parts) {
    const PersonTitle title = split_title(cell);
    if (!title.rest.empty() && holds == HoldsFunction::yes)
      contact.title = cell;
    else if (!title.academic.empty())
      parts.academic = title.academic;
  }

  void check(const CsvRow& row, const ContactRow& read) {
    cells_.check_width(row);
    if (!plan_.questions.empty()) return;
    if (read.contact.name.empty())
      cells_.add_problem(row.line, "list-name", "the row names no contact",
                         "Fill in the name or remove the row.");
    if (read.account.empty() && read.external_id.empty())
      cells_.add_problem(row.line, "list-account", "the row names no account",
                         "Fill in the customer's name or number, or remove the row.");
  }

  const CsvTable& table_;
  ContactPlan& plan_;
  CellReader cells_;
};

class ContactMatcher {
 public:
  ContactMatcher(const std::vector<Account>& accounts, const std::string& file, MatchedContacts& matched)
      : accounts_(accounts), file_(file), matched_(matched) {
    for (std::size_t i = 0; i < accounts.size(); ++i) {
      if (const auto number = without_ignorable(accounts[i].external_id); !number.empty())
        by_external_id_[number].push_back(i);
      by_id_[accounts[i].id].push_back(i);
      by_name_[fold_name(accounts[i].name)].push_back(i);
    }
  }

  void match(const ContactRow& row) {
    ContactMatch& match = matched_.matches.emplace_back();
    const auto account = find_account(row);
    if (!account) return;
    const auto [earlier, is_first] = lines_.try_emplace({*account, person_key(row.contact.name)}, row.line);
    if (!is_first) {
      add_problem(
          row, "list-repeated",
          fmt::format("the row repeats the contact \"{}\" of line {}", row.contact.name, earlier->second),
          "Keep one row for each person.");
      return;
    }
    match.account = account;
    match.contact = find_contact(*account, row.contact.name);
  }

 private:
  using Indices = std::vector<std::size_t>;
  using IndicesByWord = std::map<std::string, Indices>;

  static Indices find_in(const IndicesByWord& all, const std::string& word) {
    const auto found = word.empty() ? all.end() : all.find(word);
    return found == all.end() ? Indices() : found->second;
  }

  // By external id; else by what the list calls it, unless that account has another external id.
  Indices accounts_of(const ContactRow& row) const {
    auto found = find_in(by_external_id_, without_ignorable(row.external_id));
    if (found.empty()) found = find_in(by_id_, row.account);
    if (found.empty()) found = find_in(by_external_id_, without_ignorable(row.account));
    if (!found.empty() || row.account.empty()) return found;
    const auto named = by_name_.find(fold_name(row.account));
    if (named == by_name_.end()) return {};
    std::ranges::copy_if(named->second, std::back_inserter(found), [&](std::size_t index) {
      return row.external_id.empty() || accounts_[index].external_id.empty();
    });
    return found;
  }

  std::optional<std::size_t> find_account(const ContactRow& row) {
    const auto fitting = accounts_of(row);
    if (fitting.size() == 1) return fitting.front();
    const std::string& called = row.account.empty() ? row.external_id : row.account;
    if (fitting.size() > 1)
      add_problem(row, "list-account",
                  fmt::format(R"("{}" fits both {} and {})", called, accounts_[fitting[0]].id,
                              accounts_[fitting[1]].id),
                  "Tell the two apart by the external_id in their files and in the list.");
    else
      add_unknown_account(row, called);
    return std::nullopt;
  }

  void add_unknown_account(const ContactRow& row, const std::string& called) {
    if (!suggestions_) {
      std::vector<std::string> known;
      for (const Account& account : accounts_) {
        known.push_back(account.name);
        known.push_back(account.id);
      }
      suggestions_.emplace(std::move(known));
    }
    const auto near = suggestions_->find(called);
    add_problem(row, "list-account",
                row.account.empty() || row.external_id.empty()
                    ? fmt::format("there is no account \"{}\"", called)
                    : fmt::format(R"(there is no account "{}" with the external id "{}")", row.account,
                                  row.external_id),
                near ? fmt::format("Did you mean \"{}\"?", *near)
                     : "Import the customer first, or add it with `kam add-account`.");
  }

  struct People {
    std::map<std::string, std::size_t> by_name;  // the first of each
    IndicesByWord by_key;                        // without academic titles
  };
  const People& people_of(std::size_t account) {
    const auto [entry, is_new] = people_.try_emplace(account);
    auto& people = entry->second;
    if (!is_new) return people;
    const auto& contacts = accounts_[account].contacts;
    for (std::size_t i = 0; i < contacts.size(); ++i) {
      people.by_name.try_emplace(fold_name(contacts[i].name), i);
      people.by_key[person_key(contacts[i].name)].push_back(i);
    }
    return people;
  }

  // By name; else without academic titles, where that is one.
  std::optional<std::size_t> find_contact(std::size_t account, const std::string& name) {
    const auto& people = people_of(account);
    if (const auto same = people.by_name.find(fold_name(name)); same != people.by_name.end())
      return same->second;
    const auto like = people.by_key.find(person_key(name));
    if (like == people.by_key.end() || like->second.size() > 1) return std::nullopt;
    return like->second.front();
  }

  void add_problem(const ContactRow& row, const char* code, std::string message, std::string hint) {
    matched_.problems.push_back(
        {file_, row.line, 0, Severity::error, code, std::move(message), std::move(hint)});
  }

  const std::vector<Account>& accounts_;
  const std::string& file_;
  MatchedContacts& matched_;
  std::map<std::pair<std::size_t, std::string>, int> lines_;  // of the rows so far
  IndicesByWord by_external_id_;                              // of the accounts, as are the next two
  IndicesByWord by_id_;
  IndicesByWord by_name_;
  std::map<std::size_t, People> people_;  // by account, of those that the list names
  std::optional<Suggestions> suggestions_;
};

using namespace std::string_view_literals;

// By their letters.
constexpr std::array kAcademic{"dr"sv,   "prof"sv, "professor"sv, "professorin"sv, "mag"sv,   "ing"sv,
                               "dipl"sv, "med"sv,  "phil"sv,      "rer"sv,         "nat"sv,   "jur"sv,
                               "pol"sv,  "oec"sv,  "hc"sv,        "mult"sv,        "habil"sv, "phd"sv};
constexpr std::array kSalutations{"herr"sv,     "herrn"sv,   "frau"sv,   "mr"sv,   "mrs"sv,    "ms"sv,
                                  "mx"sv,       "miss"sv,    "divers"sv, "male"sv, "female"sv, "sehr"sv,
                                  "geehrter"sv, "geehrte"sv, "dear"sv,   "sir"sv,  "madam"sv,  "dame"sv};

std::string letters_of(std::string_view word) {
  const std::string folded = fold_name(word);
  std::string letters;
  for (const std::string_view part : split_words(folded)) letters += part;
  return letters;
}

// `Dr.`, `Dipl.-Ing.`, `h.c.`
bool is_academic(std::string_view word) {
  const std::string letters = letters_of(word);
  return letters.starts_with("dipl") || std::ranges::find(kAcademic, letters) != kAcademic.end();
}

void append_word(std::string& text, std::string_view word) {
  if (!text.empty()) text += ' ';
  text += word;
}

// Takes the first word off; words are parted by blanks.
std::string_view take_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(word.size());
  return word;
}

}  // namespace

ContactPlan plan_contacts(const CsvTable& table, const ImportOptions& options, const std::string& file) {
  ContactPlan plan;
  CsvTable list = find_header(table, options, ListKind::contacts, plan.remarks);
  open_plan(plan, list, find_columns(list.header.cells, options, ListKind::contacts));
  take_footer(list, plan.remarks);
  ContactReader reader(list, options, file, plan);
  for (const CsvRow& row : list.rows) reader.read(row);
  std::ranges::stable_sort(plan.remarks, {}, &RowRemark::line);
  return plan;
}

MatchedContacts match_contacts(const std::vector<ContactRow>& rows, const std::vector<Account>& accounts,
                               const std::string& file) {
  MatchedContacts matched;
  ContactMatcher matcher(accounts, file, matched);
  for (const ContactRow& row : rows) matcher.match(row);
  return matched;
}

PersonTitle split_title(std::string_view cell) {
  PersonTitle title;
  for (auto word = take_word(cell); !word.empty(); word = take_word(cell)) {
    if (is_academic(word))
      append_word(title.academic, word);
    else if (std::ranges::find(kSalutations, letters_of(word)) == kSalutations.end())
      append_word(title.rest, word);
  }
  return title;
}

std::string person_key(std::string_view name) {
  std::string_view rest = name;
  while (true) {
    std::string_view behind = rest;
    if (!is_academic(take_word(behind)) || fold_name(behind).empty()) return fold_name(rest);
    rest = behind;
  }
}

std::string join_names(const std::string& first, const std::string& last) {
  return first.empty() || last.empty() ? first + last : first + " " + last;
}

std::string with_title(const std::string& academic, const std::string& name) {
  const bool has_title = person_key(name) != fold_name(name);
  return academic.empty() || has_title ? name : academic + " " + name;
}

}  // namespace kam
