#include <algorithm>

#include "kam/text/format.hpp"
#include "kam/text/messages/plan.hpp"
#include "kam/text/messages/report.hpp"
#include "report/account/plan.hpp"
#include "report/actions.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"

namespace kam {
namespace {

Paragraph sum_paragraph(const View& view, const Msg& message, double sum) {
  return plain_paragraph(
      say(message, view.language, {format_money(sum, view.settings.currency, view.language)}));
}

Blocks potentials(const AccountView& of) {
  if (of.account.potentials.empty()) return {};
  const View& view = of.view;
  Table table;
  table.caption = field_label(view, "potentials");
  table.columns = {text_column("potential", field_label(view, "potential")),
                   text_column("kind", field_label(view, "kind")),
                   number_column("value", field_label(view, "value")),
                   number_column("probability", field_label(view, "probability")),
                   number_column("expected_value", field_label(view, "expected_value")),
                   text_column("state", say(msg::action_state, view.language)),
                   text_column("owner", field_label(view, "owner")),
                   text_column("due", field_label(view, "due"))};
  std::vector<Potential> sorted = of.account.potentials;
  std::ranges::stable_sort(sorted, {}, &Potential::status);
  for (const Potential& potential : sorted)
    table.rows.push_back({text_cell(potential.title), text_cell(potential_kind_label(view, potential.kind)),
                          money_cell(potential.value), percent_cell(potential.probability),
                          money_cell(score_expected_value(potential)),
                          term_cell(std::optional(potential.status), view.language),
                          text_cell(potential.owner), date_cell(potential.due)});
  drop_unknown_columns(table);
  Blocks blocks;
  add_chart(blocks, potentials_chart(of));
  blocks.emplace_back(std::move(table));
  if (of.scores.expected_value)
    blocks.emplace_back(sum_paragraph(view, msg::plan_expected_value, *of.scores.expected_value));
  return blocks;
}

Blocks white_space_blocks(const AccountView& of) {
  if (of.account.offerings.empty()) return {};
  const View& view = of.view;
  Table table;
  table.caption = field_label(view, "white_space");
  table.columns = {text_column("offering", field_label(view, "offering")),
                   number_column("current", say(msg::plan_revenue_today, view.language)),
                   number_column("potential", field_label(view, "potential")),
                   number_column("white_space", field_label(view, "white_space")),
                   text_column("competitor", field_label(view, "competitor"))};
  for (const CatalogueEntry& offering : view.settings.offerings) {
    const auto* found = find_by_id(of.account.offerings, offering.id);
    const OfferingPosition position = found != nullptr ? *found : OfferingPosition{};
    table.rows.push_back({Text{offering_label(view, offering), {}}, money_cell(position.current),
                          money_cell(position.potential), money_cell(score_white_space(position)),
                          text_cell(position.competitor)});
  }
  drop_unknown_columns(table);
  if (table.columns.size() == 1) return {};
  Blocks blocks{std::move(table)};
  if (of.scores.white_space)
    blocks.emplace_back(sum_paragraph(view, msg::plan_white_space, *of.scores.white_space));
  return blocks;
}

std::string white_space_question(const View& view) {
  return view.settings.offerings.empty() ? std::string() : say(msg::plan_ask_white_space, view.language);
}

Cell value_today(const AccountView& of, const Objective& objective) {
  if (!objective.measure) return Unknown{};
  const auto measured = measure_value(of.account, *objective.measure, of.view.as_of);
  return measure_cell(objective.measure, measured ? std::optional(measured->value) : std::nullopt);
}

Blocks objectives(const AccountView& of) {
  if (of.account.objectives.empty()) return {};
  const View& view = of.view;
  Table table;
  table.caption = field_label(view, "objectives");
  table.columns = {text_column("objective", field_label(view, "objective")),
                   text_column("measure", field_label(view, "measure")),
                   number_column("target", field_label(view, "target")),
                   number_column("today", say(msg::plan_today, view.language)),
                   number_column("year", field_label(view, "year"))};
  for (const Objective& objective : of.account.objectives)
    table.rows.push_back({text_cell(objective.title), term_cell(objective.measure, view.language),
                          measure_cell(objective.measure, objective.target), value_today(of, objective),
                          year_cell(objective.year)});
  drop_unknown_columns(table);
  return {std::move(table)};
}

}  // namespace

void add_potentials_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  add_section(document, say(msg::plan_section_potentials, view.language),
              {Part{{}, potentials(of), question(view, "potentials_named")},
               Part{field_label(view, "white_space"), white_space_blocks(of), white_space_question(view)}});
}

void add_objectives_section(Document& document, const AccountView& of) {
  const Language language = of.view.language;
  add_section(document, say(msg::plan_section_objectives, language),
              {Part{{}, objectives(of), say(msg::plan_ask_objectives, language)}});
}

void add_actions_section(Document& document, const AccountView& of) {
  const Language language = of.view.language;
  add_section(
      document, say(msg::plan_section_actions, language),
      {Part{
          {}, action_blocks(of, field_label(of.view, "requirement")), say(msg::plan_ask_actions, language)}});
}

}  // namespace kam
