#include "exchange/columns.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "exchange/headings.hpp"
#include "kam/model/error.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

// `--map FIELD=COLUMN`, understood.
struct Mapping {
  std::string_view field;
  std::optional<int> year;            // where FIELD names one
  std::optional<std::size_t> column;  // absent: the field is left out
};

std::string list_columns(const std::vector<std::string>& header) {
  return fmt::format("Its columns are {}.", fmt::join(header, ", "));
}

std::string suggest(std::string_view word, std::span<const std::string> candidates) {
  const auto near = nearest(word, candidates);
  return near ? fmt::format("Did you mean \"{}\"? ", *near) : std::string{};
}

std::string describe_field(std::string_view field, std::optional<int> year) {
  return year ? fmt::format("{}.{}", field, *year) : std::string(field);
}

// FIELD, `revenue.2025` or `revenue 2025`.
Mapping read_field(const std::string& text) {
  const auto mark = std::min(text.find('.'), text.find(' '));
  const std::string word = text.substr(0, mark);
  const auto fields = import_fields();
  const auto field = std::ranges::find(fields, word);
  if (field == fields.end())
    throw UsageError(fmt::format("--map knows no field \"{}\"", word),
                     fmt::format("{}The fields are {}.",
                                 suggest(word, std::vector<std::string>(fields.begin(), fields.end())),
                                 fmt::join(fields, ", ")));
  Mapping mapping{*field, std::nullopt, std::nullopt};
  if (mark == std::string::npos) return mapping;
  if (!is_money(*field))
    throw UsageError(fmt::format("--map: the field {} has no year", *field),
                     "Only revenue and contribution_margin have one.");
  mapping.year = parse_year(text.substr(mark + 1));
  if (!mapping.year)
    throw UsageError(fmt::format("--map: \"{}\" names no year", text),
                     fmt::format("Write it as {}.2025.", *field));
  return mapping;
}

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
  ColumnFinder(const std::vector<std::string>& header, const ImportOptions& options)
      : header_(header), options_(options) {
    for (const std::string& text : header) headings_.push_back(read_heading(text));
  }

  std::vector<ColumnUse> find() {
    for (const auto& [field, column] : options_.map) use_mapping(field, column);
    const std::size_t mapped = uses_.size();
    for (std::size_t i = 0; i < headings_.size(); ++i)
      if (is_offered(i)) use_heading(i, mapped);
    if (!find_use("name", std::nullopt))
      throw UsageError("no column of the list holds the name",
                       "Say which with --map name=COLUMN. " + list_columns(header_));
    std::ranges::stable_sort(uses_, {}, &ColumnUse::column);
    return uses_;
  }

 private:
  void use_mapping(const std::string& field, const std::string& column) {
    Mapping mapping = read_field(field);
    if (!column.empty()) mapping.column = find_column(column, header_);
    if (!mapping.column) {
      left_out_.push_back(mapping);
      return;
    }
    const auto year = find_year(mapping.field, *mapping.column, mapping.year);
    if (find_use(mapping.field, year))
      throw UsageError(
          fmt::format("--map gives {} more than one column", describe_field(mapping.field, year)),
          "Name one column for it.");
    uses_.push_back({*mapping.column, std::string(mapping.field), year, headings_[*mapping.column].unit});
  }

  // Whether the header of a column says what it is, and nothing else speaks against it.
  bool is_offered(std::size_t column) const {
    const ColumnHeading& heading = headings_[column];
    if (heading.field.empty()) return false;
    const auto is_clearer = [&](const ColumnHeading& other) {
      return other.field == heading.field && other.claim < heading.claim;
    };
    if (std::ranges::any_of(headings_, is_clearer)) return false;
    if (std::ranges::find(uses_, column, &ColumnUse::column) != uses_.end()) return false;
    return std::ranges::none_of(left_out_, [&](const Mapping& mapping) {
      return mapping.field == heading.field && (!mapping.year || mapping.year == heading.year);
    });
  }

  // The first `mapped` of the uses come from --map, which needs no other column.
  void use_heading(std::size_t column, std::size_t mapped) {
    const std::string_view field = headings_[column].field;
    const auto year = find_year(field, column, std::nullopt);
    const auto other = find_use(field, year);
    if (other && *other < mapped) return;
    if (other)
      throw UsageError(fmt::format(R"(both "{}" and "{}" could be {})", header_[uses_[*other].column],
                                   header_[column], describe_field(field, year)),
                       fmt::format("Say which with --map \"{}=COLUMN\".", describe_field(field, year)));
    uses_.push_back({column, std::string(field), year, headings_[column].unit});
  }

  // Of an amount: as --map says, else as the header, else as --year.
  std::optional<int> find_year(std::string_view field, std::size_t column, std::optional<int> mapped) const {
    if (!is_money(field)) return std::nullopt;
    const auto named = mapped ? mapped : headings_[column].year;
    if (!named && !options_.year)
      throw UsageError(fmt::format("the column \"{}\" names no year", header_[column]),
                       "Say with --year of which year its amounts are, as in --year 2025.");
    return named ? named : options_.year;
  }

  std::optional<std::size_t> find_use(std::string_view field, std::optional<int> year) const {
    const auto use = std::ranges::find_if(uses_, [&](const ColumnUse& candidate) {
      return candidate.field == field && candidate.year == year;
    });
    if (use == uses_.end()) return std::nullopt;
    return static_cast<std::size_t>(use - uses_.begin());
  }

  const std::vector<std::string>& header_;
  const ImportOptions& options_;
  std::vector<ColumnHeading> headings_;
  std::vector<Mapping> left_out_;
  std::vector<ColumnUse> uses_;
};

}  // namespace

std::vector<ColumnUse> find_columns(const std::vector<std::string>& header, const ImportOptions& options) {
  return ColumnFinder(header, options).find();
}

}  // namespace kam
