#include "kam/lists/import.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "kam/unicode/invisible.hpp"
#include "kam/unicode/spreadsheet.hpp"
#include "kam/unicode/unicode.hpp"
#include "lists/cells/cells.hpp"
#include "lists/cells/currencies.hpp"
#include "lists/columns/columns.hpp"
#include "lists/columns/datev.hpp"
#include "lists/columns/headings.hpp"
#include "lists/columns/page_lines.hpp"
#include "lists/columns/totals.hpp"
#include "lists/rows/person_name.hpp"

namespace kam {

namespace {

// Which rows have which external ids and names so far, by the line they begin in.
class SeenRows {
 public:
  // What a row has in common with an earlier one that must be the same customer: the account's id, else the
  // external id, or the name where one of the two has no external id.
  std::optional<std::string> find_repeated(const ImportRow& row) const {
    if (!row.id.empty()) {
      const auto line = by_account_.find(row.id);
      if (line == by_account_.end()) return std::nullopt;
      return fmt::format("the row repeats the id \"{}\" of line {}", row.id, line->second);
    }
    const std::string number = without_ignorable(row.external_id);
    if (const auto line = by_id_.find(number); line != by_id_.end())
      return fmt::format("the row repeats the external id \"{}\" of line {}", row.external_id, line->second);
    const auto& lines = number.empty() ? by_name_ : by_name_without_id_;
    if (const auto line = lines.find(fold_name(row.name)); line != lines.end())
      return fmt::format("the row repeats the name \"{}\" of line {}", row.name, line->second);
    return std::nullopt;
  }

  void add(const ImportRow& row) {
    if (!row.id.empty()) {
      by_account_.try_emplace(row.id, row.line);
      return;
    }
    const std::string name = fold_name(row.name);
    const std::string number = without_ignorable(row.external_id);
    by_name_.try_emplace(name, row.line);
    if (number.empty())
      by_name_without_id_.try_emplace(name, row.line);
    else
      by_id_.try_emplace(number, row.line);
  }

 private:
  std::map<std::string, int> by_account_;
  std::map<std::string, int> by_id_;
  std::map<std::string, int> by_name_;
  std::map<std::string, int> by_name_without_id_;
};

std::vector<double> find_steps(const std::vector<ColumnUse>& uses) {
  std::vector<double> steps;
  for (const ColumnUse& use : uses)
    steps.push_back(use.unit == AmountUnit::million ? 1e6 : use.unit == AmountUnit::thousand ? 1e3 : 1);
  return steps;
}

bool is_name(std::string_view field) {
  return field == "name" || field == "first_name" || field == "last_name";
}

std::string read_text(const std::string& cell, Texts texts) {
  return texts == Texts::exact ? cell : join_lines(cell);
}

Texts texts_of(const CsvTable& table) {
  return is_own_header(table.header.cells) ? Texts::exact : Texts::listed;
}

// Of a company, else of a person.
std::string find_name(const CsvRow& row, const std::vector<ColumnUse>& uses, Texts texts) {
  std::string first;
  std::string last;
  for (const ColumnUse& use : uses) {
    if (!is_name(use.field)) continue;
    std::string text = read_text(row.cells[use.column], texts);
    if (use.field == "name" && !text.empty()) return text;
    if (use.field == "first_name") first = text;
    if (use.field == "last_name") last = text;
  }
  return join_names(first, last);
}

RowLook look_at(const CsvRow& row, const std::vector<ColumnUse>& uses, Texts texts) {
  RowLook look;
  const std::string name = find_name(row, uses, texts);
  look.has_name = !name.empty();
  look.word = read_total_word(look.has_name ? name : first_filled(row));
  if (look.has_name && look.word == TotalWord::none) return look;  // a customer, whatever else it says
  for (const ColumnUse& use : uses) {
    const std::string& cell = row.cells[use.column];
    if (cell.empty() || is_name(use.field) || is_figure(use.field) || use.field == "currency") continue;
    // `Summe` may stand in any column of a total; an account's id is given to customers alone.
    if (use.field != "id" && read_total_word(cell) != TotalWord::none) continue;
    const bool is_number = use.field == "external_id" || use.field == "id";
    (is_number ? look.has_number : look.has_facts) = true;
  }
  return look;
}

// `attractiveness.reference` in the account's rating of that criterion.
void put_rating(Account& account, std::string_view field, double rating) {
  const auto mark = field.find('.');
  const auto& section = *find_field(account_format(), field.substr(0, mark));
  const auto fields = section.shape.record->fields;
  const auto rated =
      std::ranges::find(fields, ShapeKind::rating, [](const Field& each) { return each.shape.kind; });
  rated->put(section.open(&account, field.substr(mark + 1)), Value(rating));
}

class RowImporter {
 public:
  RowImporter(const CsvTable& table, const ImportOptions& options, const std::string& file, ImportPlan& plan)
      : plan_(plan),
        cells_(table, options, file, plan.columns, plan.problems),
        sums_(find_steps(plan.columns)),
        currency_(options.currency),
        texts_(texts_of(table)),
        last_(table.rows.empty() ? nullptr : &table.rows.back()),
        file_(file) {}

  // A row of the list: a customer's, or a total of those above.
  void import(const CsvRow& row) {
    const RunningSums::Amounts amounts = read_amounts(row);
    const SumCheck sum = sums_.check(amounts);
    const RowKind kind = find_row_kind(look_at(row, plan_.columns, texts_), sum);
    if (kind == RowKind::kept && sum == SumCheck::differs && &row == last_) {
      add_doubtful_total(row);
      return;
    }
    if (kind != RowKind::customer) add_remark(row, kind);
    if (kind == RowKind::total || kind == RowKind::total_that_differs) {
      sums_.begin_group();
      return;
    }
    sums_.add(amounts);
    import_customer(row);
  }

 private:
  RunningSums::Amounts read_amounts(const CsvRow& row) const {
    RunningSums::Amounts amounts;
    for (const ColumnUse& use : plan_.columns)
      amounts.push_back(is_figure(use.field) ? cells_.amount(row, use) : std::nullopt);
    return amounts;
  }

  void add_remark(const CsvRow& row, RowKind kind) {
    using enum RowRemark::Kind;
    plan_.remarks.push_back({row.line,
                             kind == RowKind::kept    ? kept
                             : kind == RowKind::total ? total
                                                      : total_that_differs,
                             first_filled(row)});
  }

  // A total that does not fit must not become the largest customer, nor a customer be lost: the user says.
  void add_doubtful_total(const CsvRow& row) {
    plan_.problems.push_back(
        {file_, row.line, 0, Severity::error, "list-total",
         fmt::format("\"{}\" may be a customer, or a total that is not the sum of the rows above",
                     first_filled(row)),
         "Remove the row if it is a total; give it an external id if it is a customer."});
  }

  void import_customer(const CsvRow& row) {
    const std::size_t problems = plan_.problems.size();
    if (plan_.sample.size() < kSampleRows) plan_.sample.push_back(cells_.sample(row, plan_.columns));
    ImportRow imported;
    imported.line = row.line;
    Ratings ratings;
    for (const ColumnUse& use : plan_.columns) import_cell(row, use, imported, ratings);
    const auto& catalogue = cells_.vocabulary().ratings;
    std::ranges::sort(ratings, {}, [&](const auto& rating) {
      return std::ranges::find(catalogue, rating.first, &RatedField::field);
    });
    for (const auto& [field, rating] : ratings) put_rating(imported, field, rating);
    check_currency(row, imported);
    imported.name = find_name(row, plan_.columns, texts_);
    if (std::ranges::none_of(plan_.columns, is_name, &ColumnUse::field)) return;  // which is a question
    check(row, imported);
    if (plan_.problems.size() == problems) plan_.rows.push_back(std::move(imported));
  }

  using Ratings = std::vector<std::pair<std::string, double>>;

  void import_cell(const CsvRow& row, const ColumnUse& use, ImportRow& imported, Ratings& ratings) {
    if (use.field == "id") imported.id = row.cells[use.column];
    if (is_figure(use.field)) return import_figure(row, use, imported);
    if (is_rating(use.field)) {
      if (const auto rating = cells_.read_rating(row, use)) ratings.emplace_back(use.field, *rating);
      return;
    }
    const Field* field = find_field(account_format(), use.field);
    if (field == nullptr || field->put == nullptr) return;
    if (auto value = cells_.read_value(row, use, *field, texts_)) field->put(&imported, *std::move(value));
  }

  void import_figure(const CsvRow& row, const ColumnUse& use, ImportRow& imported) {
    const auto& figures = *find_field(account_format(), "figures");
    const auto& figure = *find_field(*figures.shape.record, use.field);
    auto value = cells_.read_value(row, use, figure, texts_);
    if (value && use.year) figure.put(figures.open(&imported, std::to_string(*use.year)), *std::move(value));
  }

  // A list may name the currency of each row's amounts in a column of its own.
  void check_currency(const CsvRow& row, const ImportRow& imported) {
    if (imported.figures.empty()) return;
    const auto use = std::ranges::find(plan_.columns, "currency", &ColumnUse::field);
    if (use == plan_.columns.end() || row.cells[use->column].empty()) return;
    const std::string& cell = row.cells[use->column];
    const auto* const currency = find_currency(fold_name(cell));
    if (currency != nullptr && may_mean(*currency, currency_)) return;
    cells_.add_problem(
        row.line, "list-currency",
        fmt::format("the row's amounts are in {}, not in the portfolio's {}", cell, currency_),
        fmt::format("Convert them to {}, or leave their cells empty if they are unknown.", currency_));
  }

  // What concerns the row as a whole.
  void check(const CsvRow& row, const ImportRow& imported) {
    cells_.check_width(row);
    if (imported.name.empty()) {
      cells_.add_problem(row.line, "list-name", "the row has no name", "Fill it in or remove the row.");
      return;
    }
    if (const auto repeated = seen_.find_repeated(imported))
      cells_.add_problem(row.line, "list-repeated", *repeated,
                         "Keep one row for each customer, or tell them apart by an external id.");
    seen_.add(imported);
  }

  ImportPlan& plan_;
  CellReader cells_;
  RunningSums sums_;
  const std::string& currency_;
  Texts texts_;
  const CsvRow* last_;
  const std::string& file_;
  SeenRows seen_;
};

// A CRM's state of a record (Dynamics 365: Active, Inactive) says nothing of what the customer is to us.
bool holds_record_states(const CsvTable& list, std::size_t column) {
  constexpr std::array kStates{std::string_view("active"), std::string_view("inactive"),
                               std::string_view("aktiv"), std::string_view("inaktiv")};
  bool has_state = false;
  for (const CsvRow& row : list.rows) {
    const std::string state = fold_name(row.cells[column]);
    if (state.empty()) continue;
    if (std::ranges::find(kStates, state) == kStates.end()) return false;
    has_state = true;
  }
  return has_state;
}

FoundColumns find_fact_columns(const CsvTable& list, const ImportOptions& options) {
  auto found = find_columns(list.header.cells, options);
  std::erase_if(found.uses, [&](const ColumnUse& use) {
    return use.field == "status" && holds_record_states(list, use.column);
  });
  return found;
}

constexpr std::size_t kMaxIdLength = 64;

// A problem's message and hint.
struct Refusal {
  std::string code;
  std::string message;
  std::string hint;
};

class RowMatcher {
 public:
  RowMatcher(const std::vector<Account>& accounts, const std::vector<ImportRow>& rows) : accounts_(accounts) {
    for (const ImportRow& row : rows) given_ids_.insert(row.id);
    for (std::size_t i = 0; i < accounts.size(); ++i) {
      ids_.insert(accounts[i].id);
      ids_of_accounts_.emplace(accounts[i].id, i);
      if (const auto id = without_ignorable(accounts[i].external_id); !id.empty())
        by_external_id_[id].push_back(i);
      by_name_[fold_name(accounts[i].name)].push_back(i);
    }
  }

  // Nothing where the row can be matched; else why not.
  std::optional<Refusal> match(const ImportRow& row, Match& match) {
    if (!row.id.empty() && !ids_of_accounts_.contains(row.id)) return add_named_account(row, match);
    const std::vector<std::size_t> fitting = find_accounts(row);
    if (fitting.size() > 1)
      return Refusal{"list-two-accounts",
                     fmt::format("\"{}\" fits both {} and {}", row.name, accounts_[fitting[0]].id,
                                 accounts_[fitting[1]].id),
                     "Tell the two apart by the external_id in their files and in the list."};
    if (fitting.empty()) return add_account(row, match);
    if (const auto other = find_rival(row, fitting[0]))
      return Refusal{"list-two-accounts",
                     fmt::format("the row has the id of {}, but the external id of {}",
                                 accounts_[fitting[0]].id, accounts_[*other].id),
                     "Give the row the id and the external id of one account."};
    const auto [earlier, is_first] = lines_.try_emplace(fitting[0], row.line);
    if (!is_first)
      return Refusal{
          "list-same-account",
          fmt::format("the row fits {}, as line {} does", accounts_[fitting[0]].id, earlier->second),
          "Keep one row for each customer, or write its external_id into the account's file."};
    match.account = fitting[0];
    return std::nullopt;
  }

 private:
  // By id, else by external id, else by name; two different external ids are two customers, whatever their
  // names.
  std::vector<std::size_t> find_accounts(const ImportRow& row) const {
    if (const auto found = ids_of_accounts_.find(row.id); found != ids_of_accounts_.end())
      return {found->second};
    if (const auto found = by_external_id_.find(without_ignorable(row.external_id));
        found != by_external_id_.end())
      return found->second;
    const auto found = by_name_.find(fold_name(row.name));
    if (found == by_name_.end()) return {};
    std::vector<std::size_t> fitting;
    std::ranges::copy_if(found->second, std::back_inserter(fitting), [&](std::size_t index) {
      return row.external_id.empty() || accounts_[index].external_id.empty();
    });
    return fitting;
  }

  // The account whose external id a row with another's id would take over.
  std::optional<std::size_t> find_rival(const ImportRow& row, std::size_t account) const {
    if (row.id.empty() ||
        without_ignorable(accounts_[account].external_id) == without_ignorable(row.external_id))
      return std::nullopt;
    const auto other = by_external_id_.find(without_ignorable(row.external_id));
    if (other == by_external_id_.end()) return std::nullopt;
    return other->second.front();
  }

  // A new account under the id that the list gives it.
  std::optional<Refusal> add_named_account(const ImportRow& row, Match& match) {
    if (!is_account_id(row.id))
      return Refusal{"list-id", fmt::format("\"{}\" can be no account's id", row.id),
                     "Ids are small letters, digits and hyphens, at most 64, and no name that Windows "
                     "reserves; leave the cell empty to have one made."};
    if (!ids_.insert(row.id).second)
      return Refusal{"list-id", fmt::format("the id \"{}\" is that of an earlier row's new account", row.id),
                     "Give the row another id, or leave the cell empty to have one made."};
    if (const auto other = by_external_id_.find(without_ignorable(row.external_id));
        other != by_external_id_.end())
      return Refusal{"list-two-accounts",
                     fmt::format("there is no account {}, but {} has the external id \"{}\"", row.id,
                                 accounts_[other->second.front()].id, row.external_id),
                     "Give the row the account's id, or another external id."};
    match.id = row.id;
    return std::nullopt;
  }

  std::optional<Refusal> add_account(const ImportRow& row, Match& match) {
    std::string base = slug(row.name);
    if (base.empty()) base = slug(row.external_id);
    if (base.empty())
      return Refusal{"list-no-id", fmt::format("no id can be made from the name \"{}\"", row.name),
                     fmt::format("Add the customer with `kam add-account \"{}\" --id ID` first.", row.name)};
    match.id = make_unique(base);
    ids_.insert(match.id);
    return std::nullopt;
  }

  bool is_free(const std::string& id) const {
    return is_account_id(id) && !ids_.contains(id) && !given_ids_.contains(id);
  }

  // `base`, or with the first number from 2 on that makes an id that is free and not reserved.
  std::string make_unique(const std::string& base) const {
    std::string id = base;
    for (int number = 2; !is_free(id); ++number) {
      const std::string suffix = fmt::format("-{}", number);
      std::string stem = base.substr(0, kMaxIdLength - suffix.size());
      while (stem.ends_with('-')) stem.pop_back();
      id = stem + suffix;
    }
    return id;
  }

  const std::vector<Account>& accounts_;
  std::map<std::string, std::size_t> ids_of_accounts_;
  std::set<std::string> ids_;        // of accounts that are there or new
  std::set<std::string> given_ids_;  // by the rows
  std::map<std::string, std::vector<std::size_t>> by_external_id_;
  std::map<std::string, std::vector<std::size_t>> by_name_;
  std::map<std::size_t, int> lines_;  // of the row that is an account
};

}  // namespace

ImportPlan plan_import(const CsvTable& table, const ImportOptions& options, const std::string& file) {
  ImportPlan plan;
  CsvTable list = find_header(table, options, ListKind::accounts, plan.remarks);
  open_plan(plan, list, find_fact_columns(list, options));
  take_footer(list, plan.remarks);
  take_suppliers(list, plan);
  RowImporter importer(list, options, file, plan);
  for (const CsvRow& row : list.rows) importer.import(row);
  std::ranges::stable_sort(plan.remarks, {}, &RowRemark::line);
  return plan;
}

MatchedRows match_rows(const std::vector<ImportRow>& rows, const std::vector<Account>& accounts,
                       const std::string& file) {
  MatchedRows matched;
  RowMatcher matcher(accounts, rows);
  for (const ImportRow& row : rows) {
    Match match;
    const auto refusal = matcher.match(row, match);
    if (refusal)
      matched.problems.push_back(
          {file, row.line, 0, Severity::error, refusal->code, refusal->message, refusal->hint});
    matched.matches.push_back(std::move(match));
  }
  return matched;
}

}  // namespace kam
