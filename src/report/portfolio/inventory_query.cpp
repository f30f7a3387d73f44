#include <algorithm>
#include <array>
#include <compare>
#include <type_traits>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/model/error.hpp"
#include "kam/model/number.hpp"
#include "kam/report/inventory.hpp"
#include "kam/unicode/unicode.hpp"
#include "report/portfolio/cell_order.hpp"

namespace kam {

namespace {

struct Operator {
  std::string_view sign;
  Condition::Op op;
};
// The longer signs first, so that `<=` is not read as `<`.
constexpr std::array kOperators{
    Operator{"!=", Condition::Op::not_equal},     Operator{"<=", Condition::Op::less_equal},
    Operator{">=", Condition::Op::greater_equal}, Operator{"=", Condition::Op::equal},
    Operator{"<", Condition::Op::less},           Operator{">", Condition::Op::greater},
    Operator{"~", Condition::Op::contains}};

std::string_view trim(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

// `status = key_acount` could never be met; better said than silently empty.
void check_id(const InventoryColumn& column, std::string_view value) {
  const auto ids = column.ids();
  if (value.empty() || std::ranges::find(ids, value) != ids.end()) return;
  const auto near = nearest(value, ids);
  throw UsageError(fmt::format("`{}` is never `{}`", column.key, value),
                   near ? fmt::format("Did you mean `{}`?", *near)
                        : fmt::format("Its values are: {}.", fmt::join(ids.begin(), ids.end(), " ")));
}

bool holds(std::partial_ordering order, Condition::Op op) {
  switch (op) {
    case Condition::Op::equal:
      return order == std::partial_ordering::equivalent;
    case Condition::Op::not_equal:
      return order != std::partial_ordering::equivalent;
    case Condition::Op::less:
      return order == std::partial_ordering::less;
    case Condition::Op::less_equal:
      return order == std::partial_ordering::less || order == std::partial_ordering::equivalent;
    case Condition::Op::greater:
      return order == std::partial_ordering::greater;
    case Condition::Op::greater_equal:
      return order == std::partial_ordering::greater || order == std::partial_ordering::equivalent;
    case Condition::Op::contains:
      break;
  }
  return false;
}

bool list_meets(const TextList& list, const Condition& condition) {
  const auto is_met = [&](const std::string& item) {
    return condition.op == Condition::Op::contains ? contains_folded(item, condition.value)
                                                   : std::is_eq(compare_texts(item, condition.value));
  };
  const bool any = std::ranges::any_of(list.items, is_met);
  return condition.op == Condition::Op::not_equal ? !any : any;
}

bool is_order(Condition::Op op) {
  return op != Condition::Op::equal && op != Condition::Op::not_equal && op != Condition::Op::contains;
}

void check_order(const Condition& condition) {
  if (!is_order(condition.op)) return;
  const auto& column = *condition.column;
  if (column.kind == ColumnKind::list || column.kind == ColumnKind::flag)
    throw UsageError(fmt::format("`{}` has no order", column.key),
                     fmt::format("Use = != or ~ with `{}`.", column.key));
  if (condition.value.empty())
    throw UsageError(fmt::format("`{}` is compared with nothing", column.key),
                     fmt::format("Give a value, or write `{0} =` or `{0} !=` for what is not known or known.",
                                 column.key));
}

// Unknown comes last in either direction.
std::partial_ordering compare_rows(const SortKey& key, const View& view, std::size_t a, std::size_t b) {
  const auto left = key.column->cell(view, a);
  const auto right = key.column->cell(view, b);
  const bool left_unknown = std::holds_alternative<Unknown>(left);
  const bool right_unknown = std::holds_alternative<Unknown>(right);
  if (left_unknown || right_unknown) return left_unknown <=> right_unknown;
  return key.direction == SortKey::Direction::ascending ? compare_cells(left, right)
                                                        : compare_cells(right, left);
}

// Rows with one value of the column together, in the order in which the values first appear, unknown last.
void group_rows(std::vector<std::size_t>& rows, const InventoryColumn& column, const View& view) {
  std::vector<std::pair<Cell, std::vector<std::size_t>>> groups;
  std::vector<std::size_t> unknown;
  for (const auto row : rows) {
    const auto cell = column.cell(view, row);
    if (std::holds_alternative<Unknown>(cell)) {
      unknown.push_back(row);
      continue;
    }
    const auto group = std::ranges::find(groups, cell, [](const auto& entry) { return entry.first; });
    if (group == groups.end()) {
      groups.push_back({cell, {row}});
    } else {
      group->second.push_back(row);
    }
  }
  rows.clear();
  for (const auto& entry : groups) rows.insert(rows.end(), entry.second.begin(), entry.second.end());
  rows.insert(rows.end(), unknown.begin(), unknown.end());
}

std::partial_ordering compare_numbers(double a, double b) {
  if (nearly_equal(a, b)) return std::partial_ordering::equivalent;
  return a <=> b;
}

std::partial_ordering compare_dates(Date a, Date b) {
  return std::chrono::sys_days{a} <=> std::chrono::sys_days{b};
}

}  // namespace

Condition parse_condition(std::string_view text) {
  const auto at = text.find_first_of("=!<>~");
  const auto rest = at == std::string_view::npos ? std::string_view{} : text.substr(at);
  const auto found =
      std::ranges::find_if(kOperators, [&](const Operator& entry) { return rest.starts_with(entry.sign); });
  if (found == kOperators.end())
    throw UsageError(
        fmt::format("`{}` is no condition", text),
        "Write COLUMN OPERATOR VALUE, with one of = != < <= > >= ~, for example `fulfilment >= 60`.");
  Condition condition;
  condition.column = &find_inventory_column(trim(text.substr(0, at)));
  condition.op = found->op;
  condition.value = std::string(trim(rest.substr(found->sign.size())));
  check_order(condition);
  if (condition.op == Condition::Op::contains || condition.value.empty()) return condition;
  if (condition.column->ids != nullptr) check_id(*condition.column, condition.value);
  check_comparable(*condition.column, condition.value);
  return condition;
}

bool meets(const Condition& condition, const View& view, std::size_t account) {
  return meets(condition, condition.column->cell(view, account));
}

bool meets(const Condition& condition, const Cell& cell) {
  const bool unknown = std::holds_alternative<Unknown>(cell);
  if (condition.value.empty() && condition.op == Condition::Op::equal) return unknown;
  if (condition.value.empty() && condition.op == Condition::Op::not_equal) return !unknown;
  if (unknown) return false;
  if (const auto* list = std::get_if<TextList>(&cell)) return list_meets(*list, condition);
  if (condition.op == Condition::Op::contains) return contains_folded(cell_text(cell), condition.value);
  return holds(compare_cell(cell, condition.value), condition.op);
}

SortKey parse_sort_key(std::string_view text) {
  const auto colon = text.find(':');
  SortKey key;
  key.column = &find_inventory_column(text.substr(0, colon));
  if (colon == std::string_view::npos) return key;
  const auto direction = text.substr(colon + 1);
  if (direction == "desc") {
    key.direction = SortKey::Direction::descending;
  } else if (direction != "asc") {
    throw UsageError(fmt::format("`{}` is no direction to sort in", direction),
                     fmt::format("Write `{0}:asc` or `{0}:desc`.", key.column->key));
  }
  return key;
}

std::vector<std::size_t> select_accounts(const View& view, const InventoryQuery& query) {
  std::vector<std::size_t> rows;
  for (const auto account : view.scores.ranking) {
    const bool asked =
        query.accounts.empty() || std::ranges::find(query.accounts, account) != query.accounts.end();
    if (asked && std::ranges::all_of(query.where, [&](const Condition& condition) {
          return meets(condition, view, account);
        }))
      rows.push_back(account);
  }
  std::ranges::stable_sort(rows, [&](std::size_t a, std::size_t b) {
    for (const auto& key : query.sort) {
      const auto order = compare_rows(key, view, a, b);
      if (std::is_neq(order)) return std::is_lt(order);
    }
    return false;
  });
  if (query.top && rows.size() > *query.top) rows.resize(*query.top);
  if (query.group_by != nullptr) group_rows(rows, *query.group_by, view);
  return rows;
}

std::optional<double> cell_number(const Cell& cell) {
  return std::visit(
      [](const auto& value) -> std::optional<double> {
        using Type = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Type, Count> || std::is_same_v<Type, Number> ||
                      std::is_same_v<Type, Score> || std::is_same_v<Type, Points> ||
                      std::is_same_v<Type, Money> || std::is_same_v<Type, Percent>) {
          return static_cast<double>(value.value);
        } else {
          return std::nullopt;
        }
      },
      cell);
}

std::partial_ordering compare_texts(std::string_view a, std::string_view b) {
  return fold_name(a) <=> fold_name(b);
}

std::string cell_text(const Cell& cell) {
  if (const auto* text = std::get_if<Text>(&cell)) return text->text;
  if (const auto* term = std::get_if<Term>(&cell)) return term->id;
  if (const auto* date = std::get_if<Date>(&cell)) return format_iso_date(*date);
  if (const auto* flag = std::get_if<Flag>(&cell)) return flag->value ? "true" : "false";
  if (const auto* list = std::get_if<TextList>(&cell)) {
    std::string joined;
    for (const auto& item : list->items) joined += (joined.empty() ? "" : ";") + item;
    return joined;
  }
  if (const auto number = cell_number(cell)) return format_plain_number(*number);
  return {};
}

std::partial_ordering compare_cells(const Cell& a, const Cell& b) {
  if (a.index() != b.index() || std::holds_alternative<Unknown>(a)) return std::partial_ordering::unordered;
  const auto left = cell_number(a);
  const auto right = cell_number(b);
  if (left && right) return compare_numbers(*left, *right);
  if (const auto* day = std::get_if<Date>(&a)) return compare_dates(*day, std::get<Date>(b));
  return compare_texts(cell_text(a), cell_text(b));
}

std::partial_ordering compare_cell(const Cell& cell, std::string_view value) {
  if (const auto number = cell_number(cell)) {
    const auto other = parse_plain_number(value);
    return other ? compare_numbers(*number, *other) : std::partial_ordering::unordered;
  }
  if (const auto* day = std::get_if<Date>(&cell)) {
    const auto other = parse_date(value);
    return other ? compare_dates(*day, *other) : std::partial_ordering::unordered;
  }
  if (std::holds_alternative<Unknown>(cell)) return std::partial_ordering::unordered;
  return compare_texts(cell_text(cell), value);
}

void check_comparable(const InventoryColumn& column, std::string_view value) {
  if (column.kind == ColumnKind::number && !parse_plain_number(value))
    throw UsageError(
        fmt::format("`{}` is a number, `{}` is none", column.key, value),
        fmt::format("Write for example `{} >= 60`, with a decimal point and no grouping.", column.key));
  if (column.kind == ColumnKind::date && !parse_date(value))
    throw UsageError(fmt::format("`{}` is a date, `{}` is none", column.key, value),
                     fmt::format("Write for example `{} >= 2026-01-31`.", column.key));
  if (column.kind == ColumnKind::flag && value != "true" && value != "false")
    throw UsageError(fmt::format("`{}` is true or false, not `{}`", column.key, value),
                     fmt::format("Write `{} = true`.", column.key));
}

}  // namespace kam
