#include "kam/report/diff.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/diff.hpp"
#include "kam/text/messages/inventory.hpp"
#include "report/account/assess_parts.hpp"
#include "report/cells.hpp"
#include "report/data_values.hpp"
#include "report/portfolio/cell_order.hpp"
#include "report/sections.hpp"
#include "report/time/diff_words.hpp"

namespace kam {

namespace {

using Kind = AccountChange::Kind;

std::string append_part(std::string line, const std::string& part) {
  if (!line.empty() && !part.empty()) line += " · ";
  return line + part;
}

int count_kind(const PortfolioDiff& diff, Kind kind) {
  return static_cast<int>(std::ranges::count(diff.comparison.accounts, kind, &AccountChange::kind));
}

// `1 added · 2 changed`
std::string kinds_line(const PortfolioDiff& diff) {
  std::string line;
  constexpr std::array<std::pair<Kind, Msg>, 4> kKinds{{{Kind::added, msg::diff_count_added},
                                                        {Kind::removed, msg::diff_count_removed},
                                                        {Kind::renamed, msg::diff_count_renamed},
                                                        {Kind::changed, msg::diff_count_changed}}};
  for (const auto& [kind, message] : kKinds)
    if (const int count = count_kind(diff, kind); count > 0)
      line = append_part(line, say(message, diff.after.language, {std::to_string(count)}));
  return line;
}

void add_model(Document& document, const PortfolioDiff& diff) {
  if (diff.comparison.model.empty()) return;
  document.blocks.emplace_back(
      Paragraph{{{Span::Kind::strong, say(msg::diff_model_changed, diff.after.language), {}}}});
  BulletList list;
  for (const auto& change : diff.comparison.model)
    for (const auto& words : model_words(change, diff))
      list.items.push_back(
          {{Span::Kind::plain, say(msg::diff_item, diff.after.language, {words.label, words.text}), {}}});
  document.blocks.emplace_back(std::move(list));
}

std::string miss_text(const GateMisses& gate, const GateMisses::Miss& miss, const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  const auto& name = diff.after.accounts[miss.account].name;
  if (!miss.difference)
    return say(msg::diff_gate_lost, language, {name, field_label(diff.after, gate.column)});
  return say(msg::diff_gate_miss, language, {name, signed_points(*miss.difference, language)});
}

std::string gate_text(const GateMisses& gate, const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  std::vector<std::string> names;
  for (const auto& miss : gate.misses) names.push_back(miss_text(gate, miss, diff));
  const auto judged = std::to_string(gate.judged);
  auto text = names.empty()
                  ? say(msg::diff_gate_met, language, {gate.text, judged})
                  : say(msg::diff_gate_missed, language, {gate.text, join_names(names, language), judged});
  if (gate.skipped > 0) text = say(msg::diff_gate_skipped, language, {text, std::to_string(gate.skipped)});
  return text;
}

void add_gates(Document& document, const PortfolioDiff& diff) {
  if (diff.gates.empty()) return;
  BulletList list;
  for (const auto& gate : diff.gates)
    list.items.push_back(
        {{gate.misses.empty() ? Span::Kind::plain : Span::Kind::strong, gate_text(gate, diff), {}}});
  document.blocks.emplace_back(std::move(list));
}

std::string kind_text(const AccountChange& change, const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  switch (change.kind) {
    case Kind::added:
      return say(msg::diff_added, language);
    case Kind::removed:
      return say(msg::diff_removed, language);
    case Kind::renamed:
      return say(msg::diff_renamed, language,
                 {diff.before.accounts[*change.before].id, diff.after.accounts[*change.after].id});
    case Kind::changed:
    case Kind::same:
      break;
  }
  return say(msg::diff_changed, language);
}

// Columns of the overview, with what goes first on a narrow terminal.
using RankedKey = std::pair<std::string_view, int>;
constexpr std::array<RankedKey, 4> kValueColumns{
    {{"attractiveness", 1}, {"partnership", 3}, {"fulfilment", 0}, {"revenue", 2}}};
constexpr std::array<RankedKey, 3> kClassColumns{{{"qualification", 4}, {"quadrant", 6}, {"abc", 5}}};

const ValueChange& value_of(const AccountChange& change, std::string_view key) {
  return *std::ranges::find(change.values, key, &ValueChange::key);
}
const ClassChange& class_of(const AccountChange& change, std::string_view key) {
  return *std::ranges::find(change.classes, key, &ClassChange::key);
}

using Changed = std::vector<const AccountChange*>;

Changed changed_accounts(const PortfolioDiff& diff) {
  Changed changed;
  for (const auto& change : diff.comparison.accounts)
    if (change.kind != Kind::same) changed.push_back(&change);
  return changed;
}

// One row a changed account, with the scores and classes in which any of them moved.
Table overview_table(const Changed& changed, const PortfolioDiff& diff) {
  Table table;
  table.columns = {text_column("name", field_label(diff.after, "name")),
                   text_column("change", say(msg::diff_change, diff.after.language))};
  for (const auto* change : changed)
    table.rows.push_back({text_cell(account_name(*change, diff)), text_cell(kind_text(*change, diff))});
  const auto add = [&](const RankedKey& column, auto differs, auto text) {
    if (std::ranges::none_of(changed, differs)) return;
    table.columns.push_back(
        text_column(std::string(column.first), field_label(diff.after, column.first), column.second));
    for (std::size_t i = 0; i < changed.size(); ++i) table.rows[i].push_back(text_cell(text(changed[i])));
  };
  for (const auto& column : kValueColumns)
    add(
        column, [&](const AccountChange* change) { return value_of(*change, column.first).differs(); },
        [&](const AccountChange* change) { return value_text(value_of(*change, column.first), diff); });
  for (const auto& column : kClassColumns)
    add(
        column, [&](const AccountChange* change) { return class_of(*change, column.first).differs(); },
        [&](const AccountChange* change) { return class_text(class_of(*change, column.first), diff); });
  return table;
}

// `6 → 7`; amounts and shares likewise.
std::string portfolio_text(const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  const auto& old = diff.before.scores.summary;
  const auto& now = diff.after.scores.summary;
  const auto change = [&](auto text) { return change_text(text(diff.before, old), text(diff.after, now)); };
  const auto percent = [&](std::optional<double> value) {
    return value ? format_percent(*value, 0, language) : std::string("–");
  };
  const auto put = [&](std::string line, std::string_view label, const std::string& text) {
    return append_part(std::move(line), say(msg::diff_field, language, {label, text}));
  };
  auto line =
      put({}, say(msg::diff_customers, language),
          change([](const View&, const PortfolioSummary& of) { return std::to_string(of.accounts); }));
  line = put(std::move(line), field_label(diff.after, "revenue"),
             change([&](const View& view, const PortfolioSummary& of) {
               return of.revenue ? format_money(*of.revenue, view.settings.currency, language)
                                 : std::string("–");
             }));
  line = append_part(std::move(line), change([&](const View&, const PortfolioSummary& of) {
                       return say(
                           msg::abc_counts, language,
                           {std::to_string(of.abc_a), std::to_string(of.abc_b), std::to_string(of.abc_c)});
                     }));
  line = put(std::move(line), say(msg::diff_largest, language),
             change([&](const View&, const PortfolioSummary& of) { return percent(of.share_of_largest); }));
  return put(
      std::move(line), say(msg::diff_three_largest, language),
      change([&](const View&, const PortfolioSummary& of) { return percent(of.share_of_three_largest); }));
}

void add_portfolio(Document& document, const PortfolioDiff& diff) {
  document.blocks.emplace_back(
      Paragraph{{{Span::Kind::strong, say(msg::diff_portfolio, diff.after.language) + ":", {}},
                 {Span::Kind::plain, " " + portfolio_text(diff), {}}}});
}

// What moved, then what the files say differently.
Table details_table(const AccountChange& change, const PortfolioDiff& diff) {
  Table table = facts_table({});
  for (const auto& value : change.values)
    if (value.differs())
      add_fact(table, field_label(diff.after, value.key), text_cell(value_text(value, diff)));
  for (const auto& of : change.classes)
    if (of.differs()) add_fact(table, field_label(diff.after, of.key), text_cell(class_text(of, diff)));
  for (const auto& item : change.items)
    for (const auto& words : item_words(item, diff, change))
      add_fact(table, words.label, text_cell(words.text));
  return table;
}

std::vector<std::string> finding_lines(const AccountChange& change, const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  std::vector<std::string> lines;
  for (const auto& finding : change.appeared)
    lines.push_back(say(msg::diff_finding_new, language,
                        {finding_sentence(finding, diff.after, diff.after.accounts[*change.after])}));
  for (const auto& finding : change.gone)
    lines.push_back(say(msg::diff_finding_gone, language, {gone_text(finding, change, diff)}));
  return lines;
}

void add_details(Document& document, const AccountChange& change, const PortfolioDiff& diff) {
  if (change.kind != Kind::changed && change.kind != Kind::renamed) return;
  auto table = details_table(change, diff);
  const auto findings = finding_lines(change, diff);
  const auto count = table.rows.size() + findings.size();
  if (count == 0) return;
  const auto language = diff.after.language;
  const auto changes =
      say_count(msg::diff_changes_one, msg::diff_changes_many, static_cast<long long>(count), language);
  document.blocks.emplace_back(
      FoldBegin{say(msg::diff_summary, language, {account_name(change, diff), changes})});
  if (!table.rows.empty()) document.blocks.emplace_back(std::move(table));
  if (!findings.empty()) document.blocks.emplace_back(bullet_list(findings));
  document.blocks.emplace_back(FoldEnd{});
}

Document new_diff(const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  Document document;
  document.title =
      say(msg::diff_title, language, {state_text(diff.from, language), state_text(diff.to, language)});
  document.aside = say(msg::as_of_day, language, {format_date(diff.after.as_of, language)});
  if (!diff.after.settings.company.empty()) document.subtitle.push_back(diff.after.settings.company);
  if (!diff.remark.empty()) document.subtitle.push_back(diff.remark);
  document.language = language;
  document.currency = diff.after.settings.currency;
  return document;
}

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
        Data::Record{{"code", finding_id(finding.kind)},
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

Document build_diff(const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  Document document = new_diff(diff);
  add_model(document, diff);
  const auto changed = changed_accounts(diff);
  const auto nothing = diff.comparison.model.empty() ? msg::diff_nothing : msg::diff_none_of_these;
  document.blocks.emplace_back(plain_paragraph(changed.empty() ? say(nothing, language) : kinds_line(diff)));
  add_gates(document, diff);
  if (!changed.empty()) document.blocks.emplace_back(overview_table(changed, diff));
  add_portfolio(document, diff);
  for (const auto* change : changed) add_details(document, *change, diff);
  const auto there =
      std::ranges::find_if(changed, [](const auto* change) { return change->after.has_value(); });
  if (there != changed.end())
    document.blocks.emplace_back(command_line(
        language, {fmt::format("kam assess {} --explain", diff.after.accounts[*(*there)->after].id)}));
  return document;
}

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
