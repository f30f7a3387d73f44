#include "kam/lists/contacts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "lists/cells/cells.hpp"
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

}  // namespace kam
