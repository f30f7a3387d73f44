#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "kam/model/number.hpp"
#include "kam/report/bands.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/plan.hpp"
#include "kam/text/messages/report.hpp"
#include "report/account/assessments.hpp"
#include "report/account/plan.hpp"
#include "report/cells.hpp"
#include "report/measures.hpp"
#include "report/pages.hpp"

namespace kam {

namespace {

std::string who_it_is(const AccountView& of) {
  const Language language = of.view.language;
  const Account& account = of.account;
  const std::string name = account.industry.empty()
                               ? account.name
                               : say(msg::plan_name_and_industry, language, {account.name, account.industry});
  if (!account.status) return say(msg::plan_is_unsettled, language, {name});
  switch (*account.status) {
    case Status::prospect:
      return say(msg::plan_is_prospect, language, {name});
    case Status::candidate:
      return say(msg::plan_is_candidate, language, {name});
    case Status::key_account:
      return say(msg::plan_is_key_account, language, {name});
    case Status::former:
      break;
  }
  return say(msg::plan_is_former, language, {name});
}

std::string since_when(const AccountView& of) {
  if (!of.account.customer_since || is_former(of.account)) return {};
  return say(msg::plan_since, of.view.language, {std::to_string(*of.account.customer_since)});
}

std::string who_looks_after_it(const AccountView& of) {
  if (of.account.manager.empty()) return say(msg::plan_no_manager, of.view.language);
  return say(msg::plan_manager, of.view.language, {of.account.manager});
}

std::string revenue_sentence(const AccountView& of) {
  const Language language = of.view.language;
  const FigureSummary& figures = of.scores.figures;
  if (!figures.revenue || !figures.revenue_year) return say(msg::plan_revenue_unknown, language);
  const std::string year = std::to_string(*figures.revenue_year);
  const std::string revenue = format_money(*figures.revenue, of.view.settings.currency, language);
  if (!figures.revenue_growth) return say(msg::plan_revenue, language, {year, revenue});
  const double growth = round_half_away(*figures.revenue_growth, 1);
  if (growth == 0) return say(msg::plan_revenue_unchanged, language, {year, revenue});
  const std::string change = percent_text(growth < 0 ? -growth : growth, language);
  return say(growth > 0 ? msg::plan_revenue_grown : msg::plan_revenue_fallen, language,
             {year, revenue, change});
}

std::string share_sentence(const AccountView& of) {
  if (!of.scores.revenue_share || !of.scores.abc) return {};
  const std::string share = percent_text(*of.scores.revenue_share, of.view.language);
  return say(msg::plan_revenue_share, of.view.language, {share, to_id(*of.scores.abc)});
}

std::string qualification_sentence(const AccountView& of) {
  const Language language = of.view.language;
  if (is_former(of.account)) return {};
  const auto& attractiveness = of.scores.attractiveness.score;
  const auto& partnership = of.scores.partnership.score;
  if (of.scores.qualification == Qualification::unknown || !attractiveness || !partnership)
    return say(msg::plan_qualifies_unknown, language);
  Msg message = msg::plan_qualifies_regular;
  if (of.scores.qualification == Qualification::key_account) message = msg::plan_qualifies_key_account;
  if (of.scores.qualification == Qualification::candidate) message = msg::plan_qualifies_candidate;
  return say(message, language, {score_text(*attractiveness, language), score_text(*partnership, language)});
}

std::string fulfilment_sentence(const AccountView& of) {
  const Language language = of.view.language;
  const FulfilmentScore& fulfilment = of.scores.fulfilment;
  if (!fulfilment.score) return say(msg::plan_fulfilment_unknown, language);
  const PerspectiveScore& headline = fulfilment.headline();
  const Msg& message = fulfilment.perspective == Perspective::customer ? msg::plan_fulfilment_customer
                                                                       : msg::plan_fulfilment_own;
  return say(message, language,
             {score_text(*fulfilment.score, language), std::to_string(headline.rated),
              std::to_string(headline.total)});
}

std::string stale_sentence(const AccountView& of) {
  if (!of.scores.stale || !of.scores.last_assessed) return {};
  return say(msg::plan_stale, of.view.language, {format_date(*of.scores.last_assessed, of.view.language)});
}

std::string top_gap_sentence(const AccountView& of) {
  if (!of.scores.top_gap) return {};
  for (const RequirementScore& requirement : of.scores.fulfilment.headline().requirements) {
    if (requirement.id != *of.scores.top_gap) continue;
    if (!requirement.lost_points || *requirement.lost_points <= 0) return {};
    return say(msg::plan_top_gap, of.view.language, {requirement_label(of.view, of.account, requirement.id)});
  }
  return {};
}

std::string actions_sentence(const AccountView& of) {
  const Language language = of.view.language;
  if (of.scores.open_actions == 0) return say(msg::plan_no_open_action, language);
  std::string open =
      say_count(msg::plan_open_action, msg::plan_open_actions, of.scores.open_actions, language);
  if (of.scores.overdue_actions == 0) return open;
  return join_sentences({open, say_count(msg::plan_overdue_action, msg::plan_overdue_actions,
                                         of.scores.overdue_actions, language)});
}

std::optional<double> percent_of(std::optional<double> part, std::optional<double> whole) {
  if (!part || !whole || *whole <= 0) return std::nullopt;
  return 100 * *part / *whole;
}

std::optional<double> change_from(std::optional<double> before, std::optional<double> now) {
  const auto ratio = percent_of(now, before);
  if (!ratio) return std::nullopt;
  return *ratio - 100;
}

// What was known on the day: of years to come only the plan.
FigureYear seen_from(const FigureYear& figures, int year, Date as_of) {
  if (year <= static_cast<int>(as_of.year())) return figures;
  FigureYear seen;
  seen.revenue_plan = figures.revenue_plan;
  return seen;
}

std::optional<double> revenue_of(const Account& account, int year) {
  const auto found = account.figures.find(year);
  return found == account.figures.end() ? std::nullopt : found->second.revenue;
}

std::vector<Cell> figure_row(const AccountView& of, int year, const FigureYear& figures) {
  return {Count{year},
          money_cell(figures.revenue),
          percent_cell(change_from(revenue_of(of.account, year - 1), figures.revenue)),
          money_cell(figures.revenue_plan),
          percent_cell(change_from(figures.revenue_plan, figures.revenue)),
          money_cell(figures.contribution_margin),
          percent_cell(percent_of(figures.contribution_margin, figures.revenue)),
          money_cell(figures.profit),
          money_cell(figures.purchasing_volume),
          percent_cell(percent_of(figures.revenue, figures.purchasing_volume))};
}

Blocks figures(const AccountView& of) {
  const View& view = of.view;
  Table table;
  table.caption = field_label(view, "figures");
  table.columns = {number_column("year", field_label(view, "year"))};
  const auto add = [&](const char* key) {
    table.columns.push_back(number_column(key, field_label(view, key)));
  };
  add("revenue");
  add("revenue_growth");
  add("revenue_plan");
  table.columns.push_back(number_column("plan_deviation", say(msg::plan_deviation, view.language)));
  add("contribution_margin");
  add("contribution_margin_ratio");
  add("profit");
  add("purchasing_volume");
  add("share_of_wallet");
  for (const auto& [year, given] : of.account.figures) {
    const FigureYear seen = seen_from(given, year, view.as_of);
    if (seen != FigureYear{}) table.rows.push_back(figure_row(of, year, seen));
  }
  if (table.rows.empty()) return {};
  drop_unknown_columns(table);
  return {std::move(table)};
}

bool has_scores(const AccountScores& scores) {
  return scores.attractiveness.score || scores.partnership.score || scores.collaboration.score ||
         scores.fulfilment.score;
}

void add_weighted_row(Table& table, const AccountView& of, std::string_view field,
                      const WeightedScore& weighted, const Msg& known_of) {
  const auto known = std::ranges::count_if(
      weighted.criteria, [](const CriterionScore& criterion) { return criterion.rating.has_value(); });
  const std::string basis =
      say(known_of, of.view.language, {std::to_string(known), std::to_string(weighted.criteria.size())});
  table.rows.push_back({Text{field_label(of.view, field), {}},
                        weighted_cell(weighted, of.view.settings.thresholds), percent_cell(weighted.coverage),
                        Text{basis, {}}});
}

Table score_table(const AccountView& of) {
  const View& view = of.view;
  const Thresholds& thresholds = view.settings.thresholds;
  Table table;
  table.caption = say(msg::plan_section_summary, view.language);
  table.columns = {text_column("score", say(msg::plan_scores, view.language)),
                   number_column("value", say(msg::plan_out_of_100, view.language)),
                   number_column("coverage", say(msg::plan_known, view.language)),
                   text_column("basis", say(msg::report_basis, view.language))};
  add_weighted_row(table, of, "attractiveness", of.scores.attractiveness, msg::plan_criteria_known);
  add_weighted_row(table, of, "partnership", of.scores.partnership, msg::plan_criteria_known);
  add_weighted_row(table, of, "collaboration", of.scores.collaboration, msg::plan_areas_known);
  table.rows.push_back({Text{field_label(view, "fulfilment"), {}}, fulfilment_cell(of.scores, thresholds),
                        percent_cell(of.scores.fulfilment.coverage), text_cell(fulfilment_basis(of))});
  const OpenQuestions& questions = of.scores.completeness;
  table.rows.push_back({Text{field_label(view, "completeness"), {}},
                        Score{questions.score, band_of(questions.score, thresholds), true, {}}, Unknown{},
                        Text{say(msg::plan_answered_of, view.language,
                                 {std::to_string(questions.answered), std::to_string(questions.total)}),
                             {}}});
  return table;
}

Blocks scores(const AccountView& of) {
  if (!has_scores(of.scores)) return {};
  Table table = score_table(of);
  const bool half_known = has_mark(table, kHalfKnownMark);
  const bool stale = has_mark(table, kStaleMark);
  Blocks blocks{std::move(table)};
  if (half_known) blocks.emplace_back(half_known_footnote(of.view));
  if (stale) blocks.emplace_back(stale_footnote(of.view));
  return blocks;
}

Blocks findings(const AccountView& of) {
  std::vector<std::string> sentences;
  for (const Finding& finding : of.scores.findings)
    sentences.push_back(finding_sentence(finding, of.view, of.account));
  if (sentences.empty()) return {plain_paragraph(say(msg::plan_no_findings, of.view.language))};
  return {bullet_list(sentences)};
}

// What a list may say of an account, but for its name.
std::vector<const Field*> listed_facts() {
  std::vector<const Field*> fields;
  for (const auto& field : account_format().fields)
    if (field.in_lists && field.key != "name") fields.push_back(&field);
  return fields;
}

// What a reader looks for, also where it is not known.
constexpr std::array<std::string_view, 3> kLookedFor{"industry", "manager", "customer_since"};

Blocks facts(const AccountView& of) {
  const auto listed = listed_facts();
  const auto is_known = [&](const Field* field) { return field->get(&of.account).has_value(); };
  if (!of.scores.abc && std::ranges::none_of(listed, is_known)) return {};
  const View& view = of.view;
  const Language language = view.language;
  Table table = facts_table(say(msg::plan_facts, language));
  const auto add = [&](std::string_view field, Cell value) {
    add_fact(table, field_label(view, field), std::move(value));
  };
  add("status", term_cell(of.account.status, language));
  add("qualification", term_cell(std::optional(of.scores.qualification), language));
  add("abc", of.scores.abc ? text_cell(to_id(*of.scores.abc)) : Unknown{});
  add("quadrant", term_cell(of.scores.quadrant, language));
  for (const auto* field : listed)
    if (field->key != "status" &&
        (is_known(field) || std::ranges::find(kLookedFor, field->key) != kLookedFor.end()))
      add(field->key, field_cell(*field, &of.account, language));
  return {std::move(table)};
}

Blocks team(const AccountView& of) {
  if (of.account.team.empty()) return {};
  const View& view = of.view;
  Table table;
  table.caption = field_label(view, "team");
  table.columns = {text_column("name", say(msg::report_name, view.language))};
  for (const char* field : {"role", "unit", "tasks", "authority"})
    table.columns.push_back(text_column(field, field_label(view, field)));
  for (const TeamMember& member : of.account.team)
    table.rows.push_back({text_cell(member.name), text_cell(member.role), text_cell(member.unit),
                          list_cell(member.tasks), list_cell(member.authority)});
  drop_unknown_columns(table);
  return {std::move(table)};
}

}  // namespace

std::string who_and_what_for(const AccountView& of) {
  return join_sentences({who_it_is(of), since_when(of), who_looks_after_it(of), revenue_sentence(of),
                         share_sentence(of), qualification_sentence(of)});
}

std::string plan_opening(const AccountView& of) {
  return join_sentences({who_and_what_for(of), fulfilment_sentence(of), stale_sentence(of),
                         top_gap_sentence(of), actions_sentence(of), open_questions_sentence(of)});
}

void add_profile_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  const Language language = view.language;
  add_section(document, say(msg::plan_section_profile, language),
              {Part{say(msg::plan_figures, language), figures(of), say(msg::plan_ask_figures, language)},
               Part{say(msg::plan_why_important, language),
                    criteria_blocks(of, of.scores.attractiveness, view.settings.attractiveness,
                                    Vocabulary::attractiveness),
                    question(view, "attractiveness_reasons")}});
}

std::string fulfilment_basis(const AccountView& of) {
  const auto& perspective = of.scores.fulfilment.perspective;
  if (!perspective) return {};
  const std::string_view label = label_of(*perspective, of.view.language);
  const auto date = last_rated(of.scores, *perspective);
  if (!date) return std::string(label);
  return say(msg::plan_basis, of.view.language, {label, format_date(*date, of.view.language)});
}

void add_summary_section(Document& document, const AccountView& of) {
  const Language language = of.view.language;
  add_section(document, say(msg::plan_section_summary, language),
              {Part{{}, scores(of), {}}, Part{say(msg::plan_findings, language), findings(of), {}}});
}

void add_facts_section(Document& document, const AccountView& of) {
  const View& view = of.view;
  add_section(document, say(msg::plan_section_facts, view.language),
              {Part{{}, facts(of), {}},
               Part{{}, {}, of.account.manager.empty() ? question(view, "fixed_contact") : std::string()},
               Part{say(msg::plan_team, view.language), team(of), question(view, "team_people")}});
}

}  // namespace kam
