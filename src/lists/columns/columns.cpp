#include "lists/columns/columns.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/lists/import.hpp"
#include "kam/model/error.hpp"
#include "kam/unicode/unicode.hpp"
#include "lists/cells/amount.hpp"
#include "lists/columns/headings.hpp"

namespace kam {

namespace {

// `--map FIELD=COLUMN`, understood.
struct Mapping {
  std::string field;
  std::optional<int> year;            // where FIELD names one
  std::optional<std::size_t> column;  // absent: the field is left out
};

std::string describe_field(std::string_view field, std::optional<int> year);  // `revenue.2025`

template <class Text>
std::string suggest(std::string_view word, const Text& candidates) {
  const auto near = nearest(word, candidates);
  return near ? fmt::format("Did you mean \"{}\"? ", *near) : std::string{};
}

[[noreturn]] void refuse_field(const std::string& field, const std::string& word, ListKind list,
                               const ImportVocabulary& vocabulary) {
  const auto fields = import_fields(list);
  std::vector<std::string> known(fields.begin(), fields.end());
  const std::string all = fmt::format("{}", fmt::join(known, ", "));
  if (list == ListKind::accounts)
    for (const RatedField& rated : vocabulary.ratings) known.push_back(rated.field);
  const bool has_ratings = known.size() > fields.size();
  const std::string near_field = suggest(word, fields);
  const std::string near_rating = near_field.empty() ? suggest(field, known) : std::string{};
  throw UsageError(fmt::format("--map knows no field \"{}\"", near_rating.empty() ? word : field),
                   fmt::format("{}{}The fields are {}{}.", near_field, near_rating, all,
                               has_ratings ? fmt::format(", and ratings such as {}", known.back()) : ""));
}

std::string list_columns(const std::vector<std::string>& header) {
  return fmt::format("Its columns are {}.", fmt::join(header, ", "));
}

std::string describe_field(std::string_view field, std::optional<int> year) {
  return year ? fmt::format("{}.{}", field, *year) : std::string(field);
}

// Reads FIELD: `name`, `revenue.2025` or `revenue 2025`, `attractiveness.reference`. Throws UsageError with
// the nearest field.
Mapping read_mapping(const std::string& field, ListKind list, const ImportVocabulary& vocabulary) {
  const auto is_rating = std::ranges::find(vocabulary.ratings, field, &RatedField::field);
  if (list == ListKind::accounts && is_rating != vocabulary.ratings.end()) return {field, {}, {}};
  const auto mark = std::min(field.find('.'), field.find(' '));
  const std::string word = field.substr(0, mark);
  const auto fields = import_fields(list);
  if (std::ranges::find(fields, word) == fields.end()) refuse_field(field, word, list, vocabulary);
  if (mark == std::string::npos) return {word, {}, {}};
  if (!is_figure(word))
    throw UsageError(
        fmt::format("--map: the field {} has no year", word),
        "Only revenue, contribution_margin, profit, purchasing_volume and revenue_plan have one.");
  const auto year = parse_year(field.substr(mark + 1));
  if (!year)
    throw UsageError(fmt::format("--map: \"{}\" names no year", field),
                     fmt::format("Write it as {}.2025.", word));
  return {word, year, {}};
}

// The column with that header, compared folded. Throws UsageError where there is none, or two.
std::size_t find_column(const std::string& name, const std::vector<std::string>& header) {
  const std::string wanted = fold_name(name);
  const auto fits = [&](const std::string& text) { return fold_name(text) == wanted; };
  const auto column = std::ranges::find_if(header, fits);
  if (column == header.end())
    throw UsageError(fmt::format("the list has no column \"{}\"", name),
                     suggest(name, header) + list_columns(header));
  if (std::find_if(column + 1, header.end(), fits) != header.end())
    throw UsageError(fmt::format("the list has two columns \"{}\"", name), "Rename one of them in the list.");
  return static_cast<std::size_t>(column - header.begin());
}

class ColumnFinder {
 public:
  ColumnFinder(const std::vector<std::string>& header, const ImportOptions& options, ListKind list)
      : header_(header), options_(options), list_(list), is_own_(is_own_header(header)) {
    for (const std::string& text : header) headings_.push_back(read_column(text));
  }

  FoundColumns find() {
    for (const auto& [field, column] : options_.map) use_mapping(field, column);
    const std::size_t mapped = found_.uses.size();
    for (std::size_t i = 0; i < headings_.size(); ++i)
      if (is_offered(i)) use_heading(i, mapped);
    ask_for_needed();
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      const ColumnHeading& heading = headings_[i];
      const bool is_year = heading.unused == WhyUnused::bare_year;
      found_.left.push_back({i, header_[i], heading.unused, is_year ? heading.year : std::nullopt});
    }
    std::ranges::stable_sort(found_.uses, {}, &ColumnUse::column);
    std::ranges::stable_sort(found_.disputed, {}, &DisputedColumn::column);
    return std::move(found_);
  }

 private:
  // What a header says, in kam's own table and in that of a stranger.
  ColumnHeading read_column(const std::string& text) const {
    ColumnHeading heading = read_heading(text, list_);
    if (list_ == ListKind::contacts) return heading;
    const bool may_be_figure = is_figure(heading.field) || heading.unused == WhyUnused::bare_year;
    if (may_be_figure && names_other_currency(heading)) {
      heading.field = {};
      heading.unused = WhyUnused::other_currency;
      return heading;
    }
    if (is_own_) heading.unused = WhyUnused::unknown;  // `revenue_share` is a column like any other
    if (is_own_ && text == "id") {
      heading = {};
      heading.field = "id";
      return heading;
    }
    // `revenue` beside `revenue_year` is of a year that differs from row to row.
    if (is_own_ && is_figure(heading.field) && !heading.year && has_column("revenue_year")) return {};
    const bool is_left = heading.unused != WhyUnused::unknown && heading.unused != WhyUnused::bare_year;
    if (!heading.field.empty() || is_left) return heading;
    const RatedField* rated = find_rating(text);
    if (rated == nullptr) return heading;
    heading = {};
    heading.field = rated->field;
    return heading;
  }

  bool names_other_currency(const ColumnHeading& heading) const {
    return std::ranges::any_of(heading.currencies,
                               [&](const CurrencySign* sign) { return !may_mean(*sign, options_.currency); });
  }

  bool has_column(std::string_view text) const { return std::ranges::find(header_, text) != header_.end(); }

  // By its full name; in a stranger's table by any other that is no one else's.
  const RatedField* find_rating(const std::string& text) const {
    const auto& ratings = options_.vocabulary.ratings;
    const auto exact = std::ranges::find(ratings, text, &RatedField::field);
    if (exact != ratings.end()) return &*exact;
    const std::string key = heading_key(text);
    const auto has_key = [&](const std::string& word) { return heading_key(word) == key; };
    const RatedField* found = nullptr;
    for (const RatedField& rated : ratings) {
      const bool fits = has_key(rated.field) || (!is_own_ && std::ranges::any_of(rated.words, has_key));
      if (!fits) continue;
      if (found != nullptr) return nullptr;
      found = &rated;
    }
    return key.empty() ? nullptr : found;
  }

  void use_mapping(const std::string& field, const std::string& column) {
    Mapping mapping = read_mapping(field, list_, options_.vocabulary);
    if (!column.empty()) mapping.column = find_column(column, header_);
    if (!mapping.column) {
      left_out_.push_back(mapping);
      return;
    }
    const ColumnHeading& heading = headings_[*mapping.column];
    const auto year = find_year(mapping.field, *mapping.column, mapping.year);
    if (is_figure(mapping.field) && names_other_currency(heading))
      ask({fmt::format("the column \"{}\" is in another currency than the portfolio's {}",
                       header_[*mapping.column], options_.currency),
           fmt::format("Convert its amounts and name {} in its header.", options_.currency),
           {},
           {}});
    if (find_use(mapping.field, year))
      throw UsageError(
          fmt::format("--map gives {} more than one column", describe_field(mapping.field, year)),
          "Name one column for it.");
    const AmountUnit unit = is_figure(mapping.field) ? heading.unit : AmountUnit::one;
    found_.uses.push_back({*mapping.column, mapping.field, year, unit});
  }

  // Whether the header of a column says what it is, and nothing else speaks against it.
  bool is_offered(std::size_t column) const {
    const ColumnHeading& heading = headings_[column];
    if (heading.field.empty()) return false;
    const auto is_clearer = [&](const ColumnHeading& other) {
      return heading.claim != Claim::beside && other.field == heading.field && other.claim < heading.claim;
    };
    if (std::ranges::any_of(headings_, is_clearer)) return false;
    if (std::ranges::find(found_.uses, column, &ColumnUse::column) != found_.uses.end()) return false;
    return std::ranges::none_of(left_out_, [&](const Mapping& mapping) {
      return mapping.field == heading.field && (!mapping.year || mapping.year == heading.year);
    });
  }

  // The first `mapped` of the uses come from --map, which needs no other column.
  void use_heading(std::size_t column, std::size_t mapped) {
    const std::string field(headings_[column].field);
    const auto year = find_year(field, column, std::nullopt);
    const auto other = find_use(field, year);
    if (other && *other < mapped) return;
    if (other && headings_[column].claim != Claim::beside)
      ask_which(*other, column, field, year);
    else
      found_.uses.push_back({column, field, year, headings_[column].unit});
    const bool is_rating = field.find('.') != std::string::npos;
    if (is_rating && heading_key(header_[column]) != heading_key(field)) found_.bare.push_back(column);
  }

  // Of a figure: as --map says, else as the header, else as --year.
  std::optional<int> find_year(std::string_view field, std::size_t column, std::optional<int> mapped) {
    if (!is_figure(field)) return std::nullopt;
    const auto named = mapped ? mapped : headings_[column].year;
    if (!named && !options_.year)
      ask({fmt::format("the column \"{}\" names no year", header_[column]),
           "Say with --year of which year its amounts are, as in --year 2025.", "--year", ""});
    return named ? named : options_.year;
  }

  void ask_for_needed() {
    if (list_ == ListKind::accounts) {
      if (!has_use("name") && !has_use("last_name")) ask_for("the name", "name");
      return;
    }
    if (!has_use("account") && !has_use("external_id")) ask_for("the account", "account");
    if (!has_use("name") && !has_use("last_name")) ask_for("the contact's name", "name");
  }

  void ask_for(std::string_view what, std::string_view field) {
    ask({fmt::format("no column of the list holds {}", what),
         fmt::format("Say which with --map {}=COLUMN. {}", field, list_columns(header_)), "--map",
         fmt::format("{}=", field)});
  }

  // Of a column and that of the use which has its field already.
  void ask_which(std::size_t use, std::size_t column, const std::string& field, std::optional<int> year) {
    const std::size_t first = found_.uses[use].column;
    const std::string name = describe_field(field, year);
    const bool is_told =
        std::ranges::find(found_.disputed, first, &DisputedColumn::column) != found_.disputed.end();
    if (!is_told) found_.disputed.push_back({first, field, year});
    found_.disputed.push_back({column, field, year});
    ask({fmt::format(R"(both "{}" and "{}" could be {})", header_[first], header_[column], name),
         fmt::format("Say which with --map \"{}=COLUMN\".", name), "--map",
         fmt::format("{}={}", name, header_[first])});
  }

  void ask(ImportQuestion question) { found_.questions.push_back(std::move(question)); }

  bool has_use(std::string_view field) const { return find_use(field, std::nullopt).has_value(); }

  std::optional<std::size_t> find_use(std::string_view field, std::optional<int> year) const {
    const auto use = std::ranges::find_if(found_.uses, [&](const ColumnUse& candidate) {
      return candidate.field == field && candidate.year == year;
    });
    if (use == found_.uses.end()) return std::nullopt;
    return static_cast<std::size_t>(use - found_.uses.begin());
  }

  const std::vector<std::string>& header_;
  const ImportOptions& options_;
  ListKind list_;
  bool is_own_;  // whether it is kam's own table
  std::vector<ColumnHeading> headings_;
  std::vector<Mapping> left_out_;
  FoundColumns found_;
};

// Columns without a header count where something is in them.
std::vector<UnusedColumn> find_unused(const CsvTable& table, const FoundColumns& found) {
  std::vector<UnusedColumn> unused;
  for (const UnusedColumn& left : found.left) {
    if (std::ranges::find(found.uses, left.column, &ColumnUse::column) != found.uses.end()) continue;
    const auto is_filled = [&](const CsvRow& row) { return !row.cells[left.column].empty(); };
    if (!left.header.empty() || std::ranges::any_of(table.rows, is_filled)) unused.push_back(left);
  }
  return unused;
}

// Whether the column holds something, but no number.
bool holds_words(const CsvTable& table, std::size_t column) {
  bool is_filled = false;
  for (const CsvRow& row : table.rows) {
    const std::string& cell = row.cells[column];
    const AmountKind kind = read_amount(cell, DecimalMark::automatic).kind;
    if (is_number(kind) || kind == AmountKind::ambiguous) return false;
    is_filled = is_filled || !cell.empty();
  }
  return is_filled;
}

}  // namespace

FoundColumns find_columns(const std::vector<std::string>& header, const ImportOptions& options,
                          ListKind list) {
  return ColumnFinder(header, options, list).find();
}

void open_plan(ListPlan& plan, const CsvTable& table, FoundColumns found) {
  plan.header = table.header.cells;
  std::erase_if(found.uses, [&](const ColumnUse& use) {
    return std::ranges::find(found.bare, use.column) != found.bare.end() && holds_words(table, use.column);
  });
  plan.unused = find_unused(table, found);
  plan.columns = std::move(found.uses);
  plan.disputed = std::move(found.disputed);
  plan.questions = std::move(found.questions);
}

}  // namespace kam
