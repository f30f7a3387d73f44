#include <algorithm>

#include "kam/text/messages.hpp"
#include "report/account/plan.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"

namespace kam {
namespace {

std::string gap_sentence(const AccountView& of) {
  const Language language = of.view.language;
  const FulfilmentScore& fulfilment = of.scores.fulfilment;
  if (!fulfilment.perception_gap || !fulfilment.own.score || !fulfilment.customer.score) return {};
  const double gap = *fulfilment.perception_gap;
  const std::string own = score_text(*fulfilment.own.score, language);
  const std::string customer = score_text(*fulfilment.customer.score, language);
  const std::string points = points_text(gap < 0 ? -gap : gap, language);
  if (points == "0") return say(Msg::plan_gap_none, language, {own});
  return say(gap > 0 ? Msg::plan_gap_better : Msg::plan_gap_worse, language, {own, customer, points});
}

std::optional<double> difference(std::optional<double> own, std::optional<double> customer) {
  if (!own || !customer) return std::nullopt;
  return *own - *customer;
}

// The requirements of which our own view or a competitor is known.
Table position_table(const AccountView& of) {
  const View& view = of.view;
  const Language language = view.language;
  const FulfilmentScore& fulfilment = of.scores.fulfilment;
  Table table;
  table.caption = say(Msg::plan_views_compared, language);
  table.columns = {text_column("requirement", field_label(view, "requirement")),
                   number_column("customer", std::string(label_of(Perspective::customer, language))),
                   number_column("own", std::string(label_of(Perspective::own, language))),
                   number_column("difference", say(Msg::plan_difference, language)),
                   number_column("best_competitor", field_label(view, "best_competitor"))};
  for (std::size_t i = 0; i < fulfilment.own.requirements.size(); ++i) {
    const RequirementScore& own = fulfilment.own.requirements[i];
    const RequirementScore& customer = fulfilment.customer.requirements[i];
    const auto competitor = customer.best_competitor ? customer.best_competitor : own.best_competitor;
    if (!own.fulfilment && !competitor) continue;
    table.rows.push_back({Text{requirement_label(view, of.account, own.id), {}},
                          rating_cell(customer.fulfilment), rating_cell(own.fulfilment),
                          rating_cell(difference(own.fulfilment, customer.fulfilment)),
                          rating_cell(competitor)});
  }
  drop_unknown_columns(table);
  return table;
}

std::string competitor_sentence(const AccountView& of) {
  std::vector<std::string> ahead;
  for (const RequirementScore& requirement : of.scores.fulfilment.headline().requirements)
    if (requirement.best_competitor && requirement.fulfilment &&
        *requirement.best_competitor > *requirement.fulfilment)
      ahead.push_back(say(Msg::report_quoted, of.view.language,
                          {requirement_label(of.view, of.account, requirement.id)}));
  if (ahead.empty()) return {};
  return say(Msg::plan_competitor_ahead, of.view.language, {join_names(ahead, of.view.language)});
}

Blocks views_compared(const AccountView& of) {
  Blocks blocks;
  const std::string sentence = join_sentences({gap_sentence(of), competitor_sentence(of)});
  if (!sentence.empty()) blocks.emplace_back(plain_paragraph(sentence));
  add_chart(blocks, views_chart(of));
  Table table = position_table(of);
  if (!table.rows.empty()) blocks.emplace_back(std::move(table));
  return blocks;
}

std::string view_question(const AccountView& of) {
  const FulfilmentScore& fulfilment = of.scores.fulfilment;
  if (!fulfilment.customer.score) return question(of.view, "customer_asked");
  return fulfilment.own.score ? std::string() : say(Msg::plan_ask_own_view, of.view.language);
}

}  // namespace

void add_position_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  // The question stands even where one of the two views is shown.
  add_section(document, say(Msg::plan_section_position, view.language),
              {list_part(say(Msg::plan_unique_services, view.language), of.account.unique_services,
                         question(view, "unique_services")),
               Part{say(Msg::plan_views_compared, view.language), views_compared(of), {}},
               Part{{}, {}, view_question(of)}});
}

void add_swot_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  const Swot& swot = of.account.swot;
  const Language language = view.language;
  add_section(
      document, say(Msg::plan_section_swot, language),
      {list_part(field_label(view, "strengths"), swot.strengths, say(Msg::plan_ask_strengths, language)),
       list_part(field_label(view, "weaknesses"), swot.weaknesses, say(Msg::plan_ask_weaknesses, language)),
       list_part(field_label(view, "opportunities"), swot.opportunities,
                 say(Msg::plan_ask_opportunities, language)),
       list_part(field_label(view, "threats"), swot.threats, say(Msg::plan_ask_threats, language))});
}

}  // namespace kam
