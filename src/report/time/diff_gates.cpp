#include <algorithm>

#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "kam/report/diff.hpp"
#include "report/portfolio/cell_order.hpp"
#include "report/sections.hpp"

namespace kam {

namespace {

std::optional<double> column_number(const InventoryColumn& column, const View& view, std::size_t account) {
  return cell_number(column.cell(view, account));
}

GateMisses judge(const DifferenceGate& gate, const View& before, const View& after,
                 const Comparison& comparison) {
  const auto& column = *gate.condition.column;
  GateMisses result{gate.text, column.key, 0, 0, {}};
  for (const auto& change : comparison.accounts) {
    if (!change.before || !change.after || is_former(after.accounts[*change.after])) continue;
    const auto old = column_number(column, before, *change.before);
    const auto now = column_number(column, after, *change.after);
    if (!old) {
      ++result.skipped;
      continue;
    }
    ++result.judged;
    const auto difference = now ? std::optional(*now - *old) : std::nullopt;
    if (!difference || !meets(gate.condition, Number{*difference}))
      result.misses.push_back({*change.after, difference});
  }
  return result;
}

}  // namespace

DifferenceGate parse_difference_gate(std::string_view text) {
  DifferenceGate gate{std::string(text), parse_condition(text)};
  const auto& [column, op, value] = gate.condition;
  if (column->kind != ColumnKind::number || op == Condition::Op::contains || value.empty())
    throw UsageError(fmt::format("`{}` is no condition on a difference", text),
                     "Write a column of numbers, an operator and how far it may move, for example "
                     "`fulfilment >= -5`.");
  return gate;
}

std::vector<GateMisses> judge_differences(const View& before, const View& after, const Comparison& comparison,
                                          std::span<const DifferenceGate> gates) {
  std::vector<GateMisses> results;
  for (const auto& gate : gates) results.push_back(judge(gate, before, after, comparison));
  return results;
}

}  // namespace kam
