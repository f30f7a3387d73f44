#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/check_report.hpp"
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

// The column's value as the inventory gives it to programs.
Data column_value(const View& view, std::size_t account, const InventoryColumn& column) {
  InventoryQuery query;
  query.accounts = {account};
  query.columns = {&column};
  const auto rows = table_records(build_inventory_table(view, query));
  return std::get<Data::Record>(rows.front().value()).front().second;
}

const SurveyedFile& file_of(const Survey& survey, std::size_t account) {
  return *std::ranges::find(survey.files, std::optional(account), &SurveyedFile::account);
}

GateMiss describe_miss(const Survey& survey, const View& view, const Gate& gate, std::size_t account) {
  const auto& model = view.accounts[account];
  const auto& file = file_of(survey, account);
  GateMiss miss{model.id, model.name, column_value(view, account, *gate.condition.column), {}};
  const auto place = file.root->find("name")->place;
  miss.problem = {file.file,
                  place.line,
                  place.column,
                  Severity::error,
                  "gate-missed",
                  fmt::format("{} misses the gate {}: {} is {}", model.name, gate.text,
                              gate.condition.column->key, value_text(miss.value)),
                  {}};
  if (std::holds_alternative<std::monostate>(miss.value.value()))
    miss.problem.hint = "What is unknown misses every gate.";
  return miss;
}

}  // namespace

std::vector<GateResult> evaluate_gates(const Survey& survey, const View& view, std::span<const Gate> gates,
                                       std::span<const Condition> where, std::vector<std::size_t> accounts) {
  std::erase_if(accounts, [&](std::size_t account) {
    if (where.empty()) return view.accounts[account].status == Status::former;
    return !std::ranges::all_of(where,
                                [&](const Condition& condition) { return meets(condition, view, account); });
  });
  std::vector<GateResult> results;
  for (const auto& gate : gates) {
    GateResult result{gate.text, accounts.size(), {}};
    for (const auto account : accounts)
      if (!meets(gate.condition, view, account))
        result.misses.push_back(describe_miss(survey, view, gate, account));
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace kam::cli
