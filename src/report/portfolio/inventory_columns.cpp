#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/model/error.hpp"
#include "kam/model/number.hpp"
#include "kam/report/inventory.hpp"
#include "kam/report/page_names.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages/inventory.hpp"
#include "kam/unicode/unicode.hpp"
#include "report/cells.hpp"
#include "report/sections.hpp"
#include "report/sums.hpp"

namespace kam {

namespace {

const Account& account_of(const View& view, std::size_t i) {
  return view.accounts[i];
}
const AccountScores& scores_of(const View& view, std::size_t i) {
  return view.scores.accounts[i];
}

Cell rank(const View& v, std::size_t i) {
  return Count{scores_of(v, i).rank};
}
Cell id(const View& v, std::size_t i) {
  return Text{account_of(v, i).id, {}};
}
Cell name(const View& v, std::size_t i) {
  return Text{account_of(v, i).name, page_of(account_of(v, i).id)};
}
Cell revenue_year(const View& v, std::size_t i) {
  return year_cell(scores_of(v, i).figures.revenue_year);
}
Cell revenue(const View& v, std::size_t i) {
  return money_cell(scores_of(v, i).figures.revenue);
}
Cell revenue_share(const View& v, std::size_t i) {
  return percent_cell(scores_of(v, i).revenue_share);
}
Cell abc(const View& v, std::size_t i) {
  const auto& value = scores_of(v, i).abc;
  if (!value) return Unknown{};
  return Term{std::string(to_id(*value)), std::string(to_id(*value))};
}
Cell revenue_growth(const View& v, std::size_t i) {
  return percent_cell(scores_of(v, i).figures.revenue_growth);
}
Cell contribution_margin(const View& v, std::size_t i) {
  return money_cell(scores_of(v, i).figures.contribution_margin);
}
Cell share_of_wallet(const View& v, std::size_t i) {
  return percent_cell(scores_of(v, i).figures.share_of_wallet);
}
Cell attractiveness(const View& v, std::size_t i) {
  return weighted_cell(scores_of(v, i).attractiveness, v.settings.thresholds);
}
Cell attractiveness_coverage(const View& v, std::size_t i) {
  return percent_cell(scores_of(v, i).attractiveness.coverage);
}
Cell partnership(const View& v, std::size_t i) {
  return weighted_cell(scores_of(v, i).partnership, v.settings.thresholds);
}
Cell partnership_coverage(const View& v, std::size_t i) {
  return percent_cell(scores_of(v, i).partnership.coverage);
}
Cell qualification(const View& v, std::size_t i) {
  const auto value = scores_of(v, i).qualification;
  return Term{std::string(to_id(value)), std::string(label_of(value, v.language))};
}
Cell fulfilment(const View& v, std::size_t i) {
  return fulfilment_cell(scores_of(v, i), v.settings.thresholds);
}
Cell fulfilment_coverage(const View& v, std::size_t i) {
  return percent_cell(scores_of(v, i).fulfilment.coverage);
}
Cell perspective(const View& v, std::size_t i) {
  return term_cell(scores_of(v, i).fulfilment.perspective, v.language);
}
Cell perception_gap(const View& v, std::size_t i) {
  return points_cell(scores_of(v, i).fulfilment.perception_gap, Sign::shown);
}
Cell collaboration(const View& v, std::size_t i) {
  return weighted_cell(scores_of(v, i).collaboration, v.settings.thresholds);
}
Cell quadrant(const View& v, std::size_t i) {
  return term_cell(scores_of(v, i).quadrant, v.language);
}
Cell completeness(const View& v, std::size_t i) {
  return Score{scores_of(v, i).completeness.score, Band::none, false, {}};
}
Cell last_assessed(const View& v, std::size_t i) {
  return date_cell(scores_of(v, i).last_assessed);
}
Cell stale(const View& v, std::size_t i) {
  const auto& scores = scores_of(v, i);
  if (!scores.last_assessed) return Unknown{};
  return Flag{scores.stale, say(scores.stale ? msg::yes : msg::no, v.language)};
}
Cell top_gap(const View& v, std::size_t i) {
  const auto& requirement = scores_of(v, i).top_gap;
  if (!requirement) return Unknown{};
  return Term{*requirement, requirement_label(v, account_of(v, i), *requirement)};
}
Cell open_actions(const View& v, std::size_t i) {
  return Count{scores_of(v, i).open_actions};
}
Cell overdue_actions(const View& v, std::size_t i) {
  return Count{scores_of(v, i).overdue_actions};
}
Cell expected_value(const View& v, std::size_t i) {
  return sum_cell(scores_of(v, i).expected_value);
}
Cell white_space(const View& v, std::size_t i) {
  return sum_cell(scores_of(v, i).white_space);
}

constexpr std::array kColumns{
    InventoryColumn{"rank", ColumnKind::number, rank},
    InventoryColumn{"id", ColumnKind::text, id},
    InventoryColumn{"name", ColumnKind::text, name},
    InventoryColumn{"status", ColumnKind::term, nullptr, ids_of<Status>},
    InventoryColumn{"manager"},
    InventoryColumn{"industry"},
    InventoryColumn{"external_id"},
    InventoryColumn{"tags", ColumnKind::list},
    InventoryColumn{"revenue_year", ColumnKind::number, revenue_year},
    InventoryColumn{"revenue", ColumnKind::number, revenue},
    InventoryColumn{"revenue_share", ColumnKind::number, revenue_share},
    InventoryColumn{"abc", ColumnKind::term, abc, ids_of<Abc>},
    InventoryColumn{"revenue_growth", ColumnKind::number, revenue_growth},
    InventoryColumn{"contribution_margin", ColumnKind::number, contribution_margin},
    InventoryColumn{"share_of_wallet", ColumnKind::number, share_of_wallet},
    InventoryColumn{"attractiveness", ColumnKind::number, attractiveness},
    InventoryColumn{"attractiveness_coverage", ColumnKind::number, attractiveness_coverage},
    InventoryColumn{"partnership", ColumnKind::number, partnership},
    InventoryColumn{"partnership_coverage", ColumnKind::number, partnership_coverage},
    InventoryColumn{"qualification", ColumnKind::term, qualification, ids_of<Qualification>},
    InventoryColumn{"fulfilment", ColumnKind::number, fulfilment},
    InventoryColumn{"fulfilment_coverage", ColumnKind::number, fulfilment_coverage},
    InventoryColumn{"perspective", ColumnKind::term, perspective, ids_of<Perspective>},
    InventoryColumn{"perception_gap", ColumnKind::number, perception_gap},
    InventoryColumn{"collaboration", ColumnKind::number, collaboration},
    InventoryColumn{"quadrant", ColumnKind::term, quadrant, ids_of<MatrixQuadrant>},
    InventoryColumn{"completeness", ColumnKind::number, completeness},
    InventoryColumn{"last_assessed", ColumnKind::date, last_assessed},
    InventoryColumn{"stale", ColumnKind::flag, stale},
    InventoryColumn{"top_gap", ColumnKind::term, top_gap},
    InventoryColumn{"open_actions", ColumnKind::number, open_actions},
    InventoryColumn{"overdue_actions", ColumnKind::number, overdue_actions},
    InventoryColumn{"expected_value", ColumnKind::number, expected_value},
    InventoryColumn{"white_space", ColumnKind::number, white_space},
};

// Facts in words that lists have are columns, too.
std::vector<InventoryColumn> all_columns() {
  std::vector<InventoryColumn> columns(kColumns.begin(), kColumns.end());
  for (const auto& field : account_format().fields) {
    const auto kind = field.shape.kind;
    const bool is_words = kind == ShapeKind::text || kind == ShapeKind::texts;
    if (field.in_lists && is_words &&
        std::ranges::find(columns, field.key, &InventoryColumn::key) == columns.end())
      columns.push_back({field.key, kind == ShapeKind::text ? ColumnKind::text : ColumnKind::list});
  }
  return columns;
}

}  // namespace

Cell InventoryColumn::cell(const View& view, std::size_t account) const {
  if (read != nullptr) return read(view, account);
  return field_cell(*find_field(account_format(), key), &view.accounts[account], view.language);
}

std::span<const InventoryColumn> inventory_columns() {
  static const std::vector<InventoryColumn> columns = all_columns();
  return columns;
}

const InventoryColumn& find_inventory_column(std::string_view key) {
  const auto columns = inventory_columns();
  const auto found = std::ranges::find(columns, key, &InventoryColumn::key);
  if (found != columns.end()) return *found;
  std::vector<std::string_view> keys;
  for (const auto& column : columns) keys.push_back(column.key);
  const auto near = nearest(key, keys);
  throw UsageError(fmt::format("there is no column `{}`", key),
                   near ? fmt::format("Did you mean `{}`?", *near)
                        : fmt::format("The columns are: {}.", fmt::join(keys, " ")));
}

}  // namespace kam
