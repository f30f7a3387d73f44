#include "report/portfolio/cell_order.hpp"

#include <type_traits>

#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "kam/model/number.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

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

namespace {

std::partial_ordering compare_numbers(double a, double b) {
  if (nearly_equal(a, b)) return std::partial_ordering::equivalent;
  return a <=> b;
}

std::partial_ordering compare_dates(Date a, Date b) {
  return std::chrono::sys_days{a} <=> std::chrono::sys_days{b};
}

}  // namespace

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
