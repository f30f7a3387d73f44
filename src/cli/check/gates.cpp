#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/check/report.hpp"
#include "kam/model/number.hpp"
#include "kam/render/render.hpp"

namespace kam::cli {

namespace {

std::string value_text(const Data& value) {
  struct Say {
    std::string operator()(std::monostate) const { return "unknown"; }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return format_plain_number(number); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const Data::List& list) const {
      std::vector<std::string> items;
      for (const auto& item : list) items.push_back(value_text(item));
      return fmt::format("{}", fmt::join(items, ", "));
    }
    std::string operator()(const Data::Record& /*record*/) const { return {}; }
  };
  return std::visit(Say{}, value.value());
}

// The column's values of these accounts, by their ids, as the inventory gives them to programs.
std::map<std::string, Data> column_values(const View& view, const std::vector<std::size_t>& accounts,
                                          const InventoryColumn& column) {
  std::map<std::string, Data> values;
  if (accounts.empty()) return values;  // to the inventory that would mean all
  InventoryQuery query;
  query.columns = {&find_inventory_column("id"), &column};
  for (const auto& row : table_records(build_inventory_table(view, query))) {
    const auto& record = std::get<Data::Record>(row.value());
    values.emplace(std::get<std::string>(record.front().second.value()), record.back().second);
  }
  return values;
}

GateMiss describe_miss(const Account& account, const SurveyedFile& file, const Gate& gate, Data value) {
  const auto place = file.root->find("name")->place;
  GateMiss miss{account.id, account.name, std::move(value), {}};
  miss.problem = {file.file,
                  place.line,
                  place.column,
                  Severity::error,
                  "gate-missed",
                  fmt::format("{} misses the gate {}: {} is {}", account.name, gate.text,
                              gate.condition.column->key, value_text(miss.value)),
                  {}};
  if (std::holds_alternative<std::monostate>(miss.value.value()))
    miss.problem.hint = "What is unknown misses every gate.";
  return miss;
}

GateResult evaluate_gate(const Survey& survey, const View& view, const Gate& gate,
                         const std::vector<std::size_t>& accounts) {
  std::vector<std::size_t> missing;
  std::ranges::copy_if(accounts, std::back_inserter(missing),
                       [&](std::size_t account) { return !meets(gate.condition, view, account); });
  const auto values = column_values(view, missing, *gate.condition.column);
  GateResult result{gate.text, accounts.size(), {}};
  for (const auto& file : survey.files)
    if (file.account && std::ranges::binary_search(missing, *file.account)) {
      const auto& account = view.accounts[*file.account];
      result.misses.push_back(describe_miss(account, file, gate, values.at(account.id)));
    }
  return result;
}

}  // namespace

std::vector<GateResult> evaluate_gates(const Survey& survey, const View& view, std::span<const Gate> gates,
                                       std::span<const Condition> where, std::vector<std::size_t> accounts) {
  std::erase_if(accounts, [&](std::size_t account) {
    if (where.empty()) return view.accounts[account].status == Status::former;
    return !std::ranges::all_of(where,
                                [&](const Condition& condition) { return meets(condition, view, account); });
  });
  std::ranges::sort(accounts);
  std::vector<GateResult> results;
  for (const auto& gate : gates) results.push_back(evaluate_gate(survey, view, gate, accounts));
  return results;
}

}  // namespace kam::cli
