#include "kam/report/diff.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/account/assess_parts.hpp"
#include "report/cells.hpp"
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
  constexpr std::array<std::pair<Kind, Msg>, 4> kKinds{{{Kind::added, Msg::diff_count_added},
                                                        {Kind::removed, Msg::diff_count_removed},
                                                        {Kind::renamed, Msg::diff_count_renamed},
                                                        {Kind::changed, Msg::diff_count_changed}}};
  for (const auto& [kind, message] : kKinds)
    if (const int count = count_kind(diff, kind); count > 0)
      line = append_part(line, say(message, diff.after.language, {std::to_string(count)}));
  return line;
}

void add_model(Document& document, const PortfolioDiff& diff) {
  if (diff.comparison.model.empty()) return;
  document.blocks.emplace_back(
      Paragraph{{{Span::Kind::strong, say(Msg::diff_model_changed, diff.after.language), {}}}});
  BulletList list;
  for (const auto& change : diff.comparison.model)
    for (const auto& words : model_words(change, diff))
      list.items.push_back(
          {{Span::Kind::plain, say(Msg::diff_item, diff.after.language, {words.label, words.text}), {}}});
  document.blocks.emplace_back(std::move(list));
}

std::string miss_text(const GateMisses& gate, const GateMisses::Miss& miss, const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  const auto& name = diff.after.accounts[miss.account].name;
  if (!miss.difference)
    return say(Msg::diff_gate_lost, language, {name, field_label(diff.after, gate.column)});
  return say(Msg::diff_gate_miss, language, {name, signed_points(*miss.difference, language)});
}

std::string gate_text(const GateMisses& gate, const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  std::vector<std::string> names;
  for (const auto& miss : gate.misses) names.push_back(miss_text(gate, miss, diff));
  const auto judged = std::to_string(gate.judged);
  auto text = names.empty()
                  ? say(Msg::diff_gate_met, language, {gate.text, judged})
                  : say(Msg::diff_gate_missed, language, {gate.text, join_names(names, language), judged});
  if (gate.skipped > 0) text = say(Msg::diff_gate_skipped, language, {text, std::to_string(gate.skipped)});
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
      return say(Msg::diff_added, language);
    case Kind::removed:
      return say(Msg::diff_removed, language);
    case Kind::renamed:
      return say(Msg::diff_renamed, language,
                 {diff.before.accounts[*change.before].id, diff.after.accounts[*change.after].id});
    case Kind::changed:
    case Kind::same:
      break;
  }
  return say(Msg::diff_changed, language);
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
                   text_column("change", say(Msg::diff_change, diff.after.language))};
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
    return append_part(std::move(line), say(Msg::diff_field, language, {label, text}));
  };
  auto line =
      put({}, say(Msg::diff_customers, language),
          change([](const View&, const PortfolioSummary& of) { return std::to_string(of.accounts); }));
  line = put(std::move(line), field_label(diff.after, "revenue"),
             change([&](const View& view, const PortfolioSummary& of) {
               return of.revenue ? format_money(*of.revenue, view.settings.currency, language)
                                 : std::string("–");
             }));
  line = append_part(std::move(line), change([&](const View&, const PortfolioSummary& of) {
                       return say(
                           Msg::abc_counts, language,
                           {std::to_string(of.abc_a), std::to_string(of.abc_b), std::to_string(of.abc_c)});
                     }));
  line = put(std::move(line), say(Msg::diff_largest, language),
             change([&](const View&, const PortfolioSummary& of) { return percent(of.share_of_largest); }));
  return put(
      std::move(line), say(Msg::diff_three_largest, language),
      change([&](const View&, const PortfolioSummary& of) { return percent(of.share_of_three_largest); }));
}

void add_portfolio(Document& document, const PortfolioDiff& diff) {
  document.blocks.emplace_back(
      Paragraph{{{Span::Kind::strong, say(Msg::diff_portfolio, diff.after.language) + ":", {}},
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
    lines.push_back(say(Msg::diff_finding_new, language,
                        {finding_sentence(finding, diff.after, diff.after.accounts[*change.after])}));
  for (const auto& finding : change.gone)
    lines.push_back(say(Msg::diff_finding_gone, language, {gone_text(finding, change, diff)}));
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
      say_count(Msg::diff_changes_one, Msg::diff_changes_many, static_cast<long long>(count), language);
  document.blocks.emplace_back(
      FoldBegin{say(Msg::diff_summary, language, {account_name(change, diff), changes})});
  if (!table.rows.empty()) document.blocks.emplace_back(std::move(table));
  if (!findings.empty()) document.blocks.emplace_back(bullet_list(findings));
  document.blocks.emplace_back(FoldEnd{});
}

Document new_diff(const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  Document document;
  document.title =
      say(Msg::diff_title, language, {state_text(diff.from, language), state_text(diff.to, language)});
  document.aside = say(Msg::as_of_day, language, {format_date(diff.after.as_of, language)});
  if (!diff.after.settings.company.empty()) document.subtitle.push_back(diff.after.settings.company);
  if (!diff.remark.empty()) document.subtitle.push_back(diff.remark);
  document.language = language;
  document.currency = diff.after.settings.currency;
  return document;
}

}  // namespace

Document build_diff(const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  Document document = new_diff(diff);
  add_model(document, diff);
  const auto changed = changed_accounts(diff);
  const auto nothing = diff.comparison.model.empty() ? Msg::diff_nothing : Msg::diff_none_of_these;
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

}  // namespace kam
