#include "report/cells.hpp"

#include <algorithm>

#include "kam/model/number.hpp"
#include "kam/report/bands.hpp"
#include "kam/report/page_names.hpp"
#include "report/measures.hpp"

namespace kam {

namespace {

bool is_unknown(const Cell& cell) {
  return std::holds_alternative<Unknown>(cell);
}

std::string coverage_mark(std::optional<double> coverage) {
  return coverage && !reaches(*coverage, kHalfKnown) ? std::string(kHalfKnownMark) : std::string();
}

}  // namespace

Cell text_cell(std::string_view text) {
  if (text.empty()) return Unknown{};
  return Text{std::string(text), {}};
}

Cell list_cell(const std::vector<std::string>& items) {
  if (items.empty()) return Unknown{};
  return TextList{items};
}

Cell year_cell(std::optional<int> year) {
  if (!year) return Unknown{};
  return Count{*year};
}

Cell rating_cell(std::optional<double> rating) {
  if (!rating) return Unknown{};
  return Number{*rating, 2};
}

Cell money_cell(std::optional<double> amount) {
  if (!amount) return Unknown{};
  return Money{*amount};
}

Cell percent_cell(std::optional<double> percent) {
  if (!percent) return Unknown{};
  return Percent{*percent, 0};
}

Cell date_cell(std::optional<Date> date) {
  if (!date) return Unknown{};
  return *date;
}

Cell field_cell(const Field& field, const void* owner, Language language) {
  const auto value = field.get(owner);
  if (!value) return Unknown{};
  if (const auto* place = std::get_if<std::size_t>(&*value)) {
    const auto id = field.shape.choices[*place];
    return Term{std::string(id), std::string(choice_label(field.shape.choices, id, language))};
  }
  if (const auto* date = std::get_if<Date>(&*value)) return date_cell(*date);
  if (const auto* text = std::get_if<std::string>(&*value)) return text_cell(*text);
  if (const auto* list = std::get_if<std::vector<std::string>>(&*value)) return list_cell(*list);
  const auto number = std::get<double>(*value);
  switch (field.shape.kind) {
    case ShapeKind::year:
    case ShapeKind::whole:
      return Count{static_cast<int>(number)};
    case ShapeKind::rating:
      return rating_cell(number);
    case ShapeKind::percent:
      return percent_cell(number);
    default:
      return money_cell(number);
  }
}

Cell points_cell(std::optional<double> points, Sign sign) {
  if (!points) return Unknown{};
  return Points{*points, sign == Sign::shown};
}

Cell measure_cell(std::optional<Measure> measure, std::optional<double> value) {
  if (!value) return Unknown{};
  if (!measure) return Number{*value, 2};
  if (unit_of(*measure) == Unit::money) return Money{*value};
  return Percent{*value, 1};
}

Cell account_cell(const Account& account) {
  return Text{account.name, page_of(account.id)};
}

Cell weighted_cell(const WeightedScore& weighted, const Thresholds& thresholds) {
  if (!weighted.score) return Unknown{};
  return Score{*weighted.score, band_of(weighted.score, thresholds), true, coverage_mark(weighted.coverage)};
}

Cell fulfilment_cell(const AccountScores& scores, const Thresholds& thresholds) {
  const FulfilmentScore& fulfilment = scores.fulfilment;
  if (!fulfilment.score) return Unknown{};
  const Freshness freshness = scores.stale ? Freshness::stale : Freshness::fresh;
  std::string mark = coverage_mark(fulfilment.coverage);
  if (scores.stale) mark += kStaleMark;
  return Score{*fulfilment.score, fulfilment_band(fulfilment.score, freshness, thresholds), true, mark};
}

bool has_mark(const Table& table, std::string_view mark) {
  return std::ranges::any_of(table.rows, [mark](const std::vector<Cell>& row) {
    return std::ranges::any_of(row, [mark](const Cell& cell) {
      const auto* score = std::get_if<Score>(&cell);
      return score != nullptr && score->mark.find(mark) != std::string::npos;
    });
  });
}

Column text_column(std::string key, std::string title, int rank) {
  return Column{std::move(key), std::move(title), Align::left, rank};
}

Column number_column(std::string key, std::string title, int rank) {
  return Column{std::move(key), std::move(title), Align::right, rank};
}

void drop_column(Table& table, std::string_view key) {
  const auto column = std::ranges::find(table.columns, key, &Column::key);
  if (column == table.columns.end()) return;
  const auto at = column - table.columns.begin();
  table.columns.erase(column);
  for (auto& row : table.rows) row.erase(row.begin() + at);
}

void drop_unknown_columns(Table& table) {
  std::vector<std::string> unknown;
  for (std::size_t column = 1; column < table.columns.size(); ++column)
    if (std::ranges::all_of(table.rows,
                            [column](const std::vector<Cell>& row) { return is_unknown(row[column]); }))
      unknown.push_back(table.columns[column].key);
  for (const std::string& key : unknown) drop_column(table, key);
}

Band band_of(std::optional<double> score, const Thresholds& thresholds) {
  if (!score) return Band::none;
  if (!reaches(*score, thresholds.bands[0])) return Band::red;
  return reaches(*score, thresholds.bands[1]) ? Band::green : Band::amber;
}

Band fulfilment_band(std::optional<double> score, Freshness freshness, const Thresholds& thresholds) {
  const Band band = band_of(score, thresholds);
  return band == Band::green && freshness == Freshness::stale ? Band::amber : band;
}

}  // namespace kam
