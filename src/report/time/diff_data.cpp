#include <array>

#include "kam/report/diff.hpp"
#include "report/data_values.hpp"

namespace kam {

namespace {

Data optional_text(const std::optional<std::string>& text) {
  return text ? Data(*text) : Data();
}

Data name_data(const StateName& state) {
  return Data::Record{{"revision", text_data(state.revision)},
                      {"commit", text_data(state.commit)},
                      {"date", date_data(state.day)}};
}

Data fact_data(const FactValue& value) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* date = std::get_if<Date>(&value)) return format_iso_date(*date);
  const auto* list = std::get_if<std::vector<std::string>>(&value);
  if (list == nullptr) return {};
  Data::List items;
  for (const auto& item : *list) items.emplace_back(item);
  return items;
}

std::string_view item_kind(ItemChange::Kind kind) {
  constexpr std::array<std::string_view, 3> kKinds{"added", "removed", "changed"};
  return kKinds.at(static_cast<std::size_t>(kind));
}

std::string_view account_kind(AccountChange::Kind kind) {
  constexpr std::array<std::string_view, 5> kKinds{"same", "added", "removed", "renamed", "changed"};
  return kKinds.at(static_cast<std::size_t>(kind));
}

Data items_data(const std::vector<ItemChange>& changes) {
  Data::List items;
  for (const auto& change : changes) {
    Data::List facts;
    for (const auto& fact : change.facts)
      facts.emplace_back(Data::Record{
          {"field", fact.field}, {"before", fact_data(fact.before)}, {"after", fact_data(fact.after)}});
    items.emplace_back(Data::Record{{"section", text_data(change.section)},
                                    {"item", text_data(change.item)},
                                    {"change", item_kind(change.kind)},
                                    {"facts", std::move(facts)}});
  }
  return items;
}

// Amounts as they are, scores to two decimals; all of them, also those that stayed.
Data value_change_data(const ValueChange& change) {
  return Data::Record{{"before", percent_data(change.before)},
                      {"after", percent_data(change.after)},
                      {"difference", percent_data(change.difference())}};
}

Data diff_findings_data(const std::vector<Finding>& findings, const View& view,
                        std::optional<std::size_t> account) {
  Data::List list;
  for (const auto& finding : findings)
    list.emplace_back(
        Data::Record{{"code", finding.code},
                     {"message", finding_sentence(finding, view, view.accounts[account.value()])}});
  return list;
}

Data diff_account_data(const AccountChange& change, const PortfolioDiff& diff) {
  const auto* old = change.before ? &diff.before.accounts[*change.before] : nullptr;
  const auto* now = change.after ? &diff.after.accounts[*change.after] : nullptr;
  const auto& shown = now != nullptr ? *now : *old;
  Data::Record record{{"id", shown.id},
                      {"name", shown.name},
                      {"change", account_kind(change.kind)},
                      {"id_before", old != nullptr ? Data(old->id) : Data()}};
  for (const auto& value : change.values)
    record.emplace_back(std::string(value.key), value_change_data(value));
  for (const auto& of : change.classes)
    record.emplace_back(std::string(of.key), Data::Record{{"before", optional_text(of.before)},
                                                          {"after", optional_text(of.after)}});
  record.emplace_back("items", items_data(change.items));
  record.emplace_back("findings_appeared", diff_findings_data(change.appeared, diff.after, change.after));
  record.emplace_back("findings_gone", diff_findings_data(change.gone, diff.before, change.before));
  return record;
}

Data gate_data(const GateMisses& gate, const PortfolioDiff& diff) {
  Data::List misses;
  for (const auto& miss : gate.misses)
    misses.emplace_back(Data::Record{{"id", diff.after.accounts[miss.account].id},
                                     {"difference", percent_data(miss.difference)}});
  return Data::Record{
      {"gate", gate.text}, {"judged", gate.judged}, {"skipped", gate.skipped}, {"misses", std::move(misses)}};
}

}  // namespace

Data build_diff_data(const PortfolioDiff& diff) {
  Data::List accounts;
  for (const auto& change : diff.comparison.accounts)
    if (change.kind != AccountChange::Kind::same) accounts.push_back(diff_account_data(change, diff));
  Data::List gates;
  for (const auto& gate : diff.gates) gates.push_back(gate_data(gate, diff));
  return Data::Record{{"kam", 1},
                      {"as_of", format_iso_date(diff.after.as_of)},
                      {"before", name_data(diff.from)},
                      {"after", name_data(diff.to)},
                      {"rating_model", items_data(diff.comparison.model)},
                      {"summary", Data::Record{{"before", build_summary_data(diff.before.scores.summary)},
                                               {"after", build_summary_data(diff.after.scores.summary)}}},
                      {"accounts", std::move(accounts)},
                      {"gates", std::move(gates)}};
}

}  // namespace kam
