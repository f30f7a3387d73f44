#include <algorithm>
#include <tuple>
#include <utility>

#include "kam/text/format.hpp"
#include "kam/text/messages/assess.hpp"
#include "kam/text/messages/onepager.hpp"
#include "kam/text/messages/plan.hpp"
#include "kam/text/messages/review.hpp"
#include "report/account/assessments.hpp"
#include "report/account/plan.hpp"
#include "report/actions.hpp"
#include "report/cells.hpp"
#include "report/pages.hpp"
#include "report/portfolio/portfolio.hpp"

namespace kam {
namespace {

// What is shown of each list; more would not fit the page.
constexpr std::size_t kShown = 3;

std::string position_sentence(const AccountView& of) {
  const Language language = of.view.language;
  if (is_former(of.account)) return {};
  if (!of.scores.quadrant) return say(msg::onepager_position_unknown, language);
  return say(msg::onepager_position, language, {label_of(*of.scores.quadrant, language)});
}

std::string of_year(const View& view, std::string_view field, std::optional<int> year) {
  const std::string label = field_label(view, field);
  return year ? say(msg::onepager_of_year, view.language, {label, std::to_string(*year)}) : label;
}

void add_row(Table& table, std::string label, Cell value, std::string basis = {}) {
  table.rows.push_back({Text{std::move(label), {}}, std::move(value), Text{std::move(basis), {}}});
}

void add_measured(Table& table, const AccountView& of, std::string_view field, Measure measure) {
  const auto measured = measure_value(of.account, measure, of.view.as_of);
  add_row(table, of_year(of.view, field, measured ? std::optional(measured->year) : std::nullopt),
          measure_cell(measure, measured ? std::optional(measured->value) : std::nullopt));
}

void add_weighted(Table& table, const AccountView& of, std::string_view field,
                  const WeightedScore& weighted) {
  const auto known = std::ranges::count_if(
      weighted.criteria, [](const CriterionScore& criterion) { return criterion.rating.has_value(); });
  add_row(table, field_label(of.view, field), weighted_cell(weighted, of.view.settings.thresholds),
          say(msg::plan_criteria_known, of.view.language,
              {std::to_string(known), std::to_string(weighted.criteria.size())}));
}

// What the portfolio is steered by: figures and scores in one list of facts, which takes less of the page
// than a table.
Blocks numbers(const AccountView& of) {
  const View& view = of.view;
  Table table = facts_table(say(msg::onepager_section_numbers, view.language));
  table.columns.push_back(text_column("basis", {}));
  add_measured(table, of, "revenue", Measure::revenue);
  add_measured(table, of, "contribution_margin_ratio", Measure::contribution_margin_ratio);
  add_measured(table, of, "share_of_wallet", Measure::share_of_wallet);
  add_weighted(table, of, "attractiveness", of.scores.attractiveness);
  add_weighted(table, of, "partnership", of.scores.partnership);
  add_row(table, field_label(view, "fulfilment"), fulfilment_cell(of.scores, view.settings.thresholds),
          fulfilment_basis(of));
  const bool half_known = has_mark(table, kHalfKnownMark);
  const bool stale = has_mark(table, kStaleMark);
  Blocks blocks{std::move(table)};
  if (half_known) blocks.emplace_back(half_known_footnote(view));
  if (stale) blocks.emplace_back(stale_footnote(view));
  return blocks;
}

// But for what the gaps and the next actions show.
bool is_shown_elsewhere(const Finding& finding) {
  return finding.kind == FindingKind::requirement_gap || finding.kind == FindingKind::overdue_action;
}

Blocks first_findings(const AccountView& of) {
  std::vector<std::string> sentences;
  for (const Finding& finding : of.scores.findings)
    if (!is_shown_elsewhere(finding) && sentences.size() < kShown)
      sentences.push_back(finding_sentence(finding, of.view, of.account));
  if (sentences.empty()) return {};
  return {bullet_list(sentences)};
}

Blocks gaps(const AccountView& of) {
  const View& view = of.view;
  Table table;
  table.caption = say(msg::onepager_section_gaps, view.language);
  table.columns = {text_column("requirement", field_label(view, "requirement")),
                   number_column("importance", rating_title(view, "importance")),
                   number_column("fulfilment", fulfilled_title(view)),
                   number_column("lost_points", field_label(view, "lost_points")),
                   text_column("action", field_label(view, "action"))};
  for (const RequirementScore& requirement : rated_requirements(of.scores.fulfilment.headline())) {
    if (table.rows.size() == kShown || !(requirement.lost_points.value_or(0) > 0)) break;
    std::vector<std::string> actions = open_actions_for(of.account, requirement.id);
    if (actions.empty()) actions.push_back(say(msg::no_action, view.language));
    table.rows.push_back({Text{requirement_label(view, of.account, requirement.id), {}},
                          rating_cell(requirement.importance), rating_cell(requirement.fulfilment),
                          points_cell(requirement.lost_points), list_cell(actions)});
  }
  if (!table.rows.empty()) return {std::move(table)};
  const bool rated = of.scores.fulfilment.score.has_value();
  return {plain_paragraph(say(rated ? msg::onepager_gaps_none : msg::onepager_gaps_unknown, view.language))};
}

std::string rest_sentence(std::size_t all, const Msg& one, const Msg& many, Language language) {
  return all > kShown ? say_count(one, many, static_cast<int>(all - kShown), language) : std::string();
}

void add_line(Blocks& blocks, const std::string& text) {
  if (!text.empty()) blocks.emplace_back(plain_paragraph(text));
}

std::string money_sentence(const View& view, const Msg& message, std::optional<double> sum) {
  if (!sum) return {};
  return say(message, view.language, {format_money(*sum, view.settings.currency, view.language)});
}

// The open ones, by what they may be expected to bring; of which that is not known, last.
std::vector<Potential> largest_potentials(const Account& account) {
  std::vector<Potential> open;
  std::ranges::copy_if(account.potentials, std::back_inserter(open),
                       [](const Potential& potential) { return potential.status == PotentialStatus::open; });
  std::ranges::stable_sort(open, std::greater{}, [](const Potential& potential) {
    return std::tuple(score_expected_value(potential).value_or(-1), potential.value.value_or(-1));
  });
  return open;
}

Blocks largest_potentials(const AccountView& of) {
  const View& view = of.view;
  const std::vector<Potential> open = largest_potentials(of.account);
  const std::string white_space = money_sentence(view, msg::plan_white_space, of.scores.white_space);
  if (open.empty())
    return {plain_paragraph(join_sentences({say(msg::onepager_no_potentials, view.language), white_space}))};
  Table table;
  table.caption = say(msg::onepager_section_potentials, view.language);
  table.columns = {text_column("potential", field_label(view, "potential")),
                   number_column("value", field_label(view, "value")),
                   number_column("probability", field_label(view, "probability")),
                   number_column("expected_value", field_label(view, "expected_value")),
                   text_column("due", field_label(view, "due"))};
  for (std::size_t i = 0; i < std::min(kShown, open.size()); ++i) {
    const Potential& potential = open[i];
    table.rows.push_back({text_cell(potential.title), money_cell(potential.value),
                          percent_cell(potential.probability), money_cell(score_expected_value(potential)),
                          date_cell(potential.due)});
  }
  drop_unknown_columns(table);
  Blocks blocks{std::move(table)};
  add_line(blocks, join_sentences({rest_sentence(open.size(), msg::onepager_more_potential,
                                                 msg::onepager_more_potentials, view.language),
                                   money_sentence(view, msg::plan_expected_value, of.scores.expected_value),
                                   white_space}));
  return blocks;
}

// `Title (owner), by 15 Dec 2026`, and where it is overdue, for how long.
std::string action_line(const Action& action, const View& view) {
  const Language language = view.language;
  std::string line = action.title;
  if (!action.owner.empty()) line = say(msg::plan_name_and_industry, language, {line, action.owner});
  if (action.due) line = say(msg::review_step_due, language, {line, format_date(*action.due, language)});
  if (is_overdue(action.due, view.as_of)) line += ": " + action_state(action, view).label;
  return line;
}

Blocks next_actions(const AccountView& of) {
  const View& view = of.view;
  std::vector<Action> open = sorted_actions(of.account);
  std::erase_if(open, [](const Action& action) { return action.status != ActionStatus::open; });
  if (open.empty()) return {plain_paragraph(say(msg::plan_no_open_action, view.language))};
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < std::min(kShown, open.size()); ++i) lines.push_back(action_line(open[i], view));
  Blocks blocks{bullet_list(lines)};
  add_line(blocks,
           rest_sentence(open.size(), msg::onepager_more_action, msg::onepager_more_actions, view.language));
  return blocks;
}

Blocks unknowns(const AccountView& of) {
  const View& view = of.view;
  const OpenQuestions& questions = of.scores.completeness;
  if (questions.open.empty())
    return {plain_paragraph(say(msg::plan_all_answered, view.language, {std::to_string(questions.total)}))};
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < std::min(kShown, questions.open.size()); ++i)
    texts.push_back(question(view, questions.open[i]));
  const std::string sentence = open_questions_sentence(of);
  const std::string some = join_sentences(texts);
  if (questions.open.size() <= kShown) return {plain_paragraph(join_sentences({sentence, some}))};
  return {plain_paragraph(say(msg::onepager_open_questions, view.language, {sentence, some}))};
}

}  // namespace

Document build_onepager(const View& view, std::size_t account) {
  const AccountView of = account_view(view, account);
  const Language language = view.language;
  Document document = new_page(view, say(msg::onepager_title, language, {of.account.name}));
  std::string& under_title = document.subtitle.emplace_back(amounts_line(view));
  if (document.subtitle.size() > 1) {
    under_title = document.subtitle.front() + " · " + under_title;
    document.subtitle.erase(document.subtitle.begin());
  }
  document.blocks.emplace_back(
      plain_paragraph(join_sentences({who_and_what_for(of), position_sentence(of)})));
  const auto add = [&](const Msg& title, Blocks blocks) {
    add_section(document, say(title, language), std::move(blocks));
  };
  add(msg::onepager_section_numbers, numbers(of));
  if (Blocks sentences = first_findings(of); !sentences.empty())
    add(msg::plan_findings, std::move(sentences));
  add(msg::onepager_section_gaps, gaps(of));
  add(msg::onepager_section_potentials, largest_potentials(of));
  add(msg::onepager_section_actions, next_actions(of));
  add(msg::plan_section_open, unknowns(of));
  document.parent = link_to_index(view);
  return document;
}

Document build_onepager_index(const View& view) {
  Document document = new_page(view, say(msg::onepager_index, view.language));
  std::vector<std::size_t> accounts = current_accounts(view);
  std::ranges::copy(former_accounts(view), std::back_inserter(accounts));
  document.blocks.emplace_back(account_links(view, accounts));
  return document;
}

}  // namespace kam
