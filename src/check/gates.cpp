#include <algorithm>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/check/report.hpp"
#include "kam/model/number.hpp"
#include "kam/render/render.hpp"

namespace kam {

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

GateMiss describe_miss(const Account& account, const CheckedFile& file, const Gate& gate, Data value) {
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

GateResult judge_gate(const View& view, std::span<const CheckedFile> files, const Gate& gate,
                      const std::vector<std::size_t>& accounts) {
  GateResult result{gate.text, accounts.size(), {}};
  for (const auto& file : files) {
    if (!file.account || !std::ranges::binary_search(accounts, *file.account)) continue;
    const auto cell = gate.condition.column->cell(view, *file.account);
    if (!meets(gate.condition, cell))
      result.misses.push_back(describe_miss(view.accounts[*file.account], file, gate, cell_data(cell)));
  }
  return result;
}

}  // namespace

std::vector<GateResult> judge_gates(const View& view, std::span<const CheckedFile> files,
                                    std::span<const Gate> gates, std::span<const Condition> where,
                                    std::vector<std::size_t> accounts) {
  std::erase_if(accounts, [&](std::size_t account) {
    if (where.empty()) return view.accounts[account].status == Status::former;
    return !std::ranges::all_of(where,
                                [&](const Condition& condition) { return meets(condition, view, account); });
  });
  std::ranges::sort(accounts);
  std::vector<GateResult> results;
  for (const auto& gate : gates) results.push_back(judge_gate(view, files, gate, accounts));
  return results;
}

}  // namespace kam
