#include <algorithm>

#include "kam/text/format.hpp"
#include "kam/text/messages/plan.hpp"
#include "kam/text/messages/report.hpp"
#include "kam/text/messages/review.hpp"
#include "report/account/assessments.hpp"
#include "report/actions.hpp"
#include "report/cells.hpp"
#include "report/pages.hpp"
#include "report/sections.hpp"

namespace kam {

namespace {

std::string opening(const AccountView& of) {
  const Language language = of.view.language;
  const std::string& company = of.view.settings.company;
  return join_sentences({company.empty()
                             ? say(msg::review_opening, language, {of.account.name})
                             : say(msg::review_opening_company, language, {of.account.name, company}),
                         say(msg::review_what_for, language)});
}

// Who of ours sits at the table: names and roles, nothing of what they may decide.
Blocks our_people(const AccountView& of) {
  std::vector<std::string> people;
  for (const TeamMember& member : of.account.team)
    people.push_back(member.role.empty()
                         ? member.name
                         : say(msg::plan_name_and_industry, of.view.language, {member.name, member.role}));
  if (people.empty() && !of.account.manager.empty()) people.push_back(of.account.manager);
  if (people.empty()) return {};
  return {bullet_list(people)};
}

Blocks goals(const AccountView& of) {
  const CustomerView& seen = of.account.customer_view;
  if (seen.goals.empty() && seen.important_services.empty()) return {};
  const Language language = of.view.language;
  Blocks blocks;
  const auto add = [&](const Msg& title, const std::vector<std::string>& items) {
    if (items.empty()) return;
    blocks.emplace_back(plain_paragraph(say(title, language)));
    blocks.emplace_back(bullet_list(items));
  };
  add(msg::review_goals, seen.goals);
  add(msg::review_important_services, seen.important_services);
  return blocks;
}

// A kind by its label; where it has none, nothing, since its id is a word of our own model.
std::string kind_for_customer(const View& view, const std::string& kind) {
  const auto entry = std::ranges::find(view.settings.potentials, kind, &CatalogueEntry::id);
  const bool has_own_label = entry != view.settings.potentials.end() && entry->label != OwnLabel{};
  const bool has_label = has_own_label || !find_label(Vocabulary::potential, kind, view.language).empty();
  return has_label ? potential_kind_label(view, kind) : std::string();
}

Blocks shared_potentials(const AccountView& of) {
  const View& view = of.view;
  Table table;
  table.caption = say(msg::review_section_potentials, view.language);
  table.columns = {text_column("potential", say(msg::review_topic, view.language)),
                   text_column("kind", field_label(view, "kind"))};
  for (const Potential& potential : of.account.potentials)
    if (potential.status == PotentialStatus::open)
      table.rows.push_back({text_cell(potential.title), text_cell(kind_for_customer(view, potential.kind))});
  if (table.rows.empty()) return {};
  drop_unknown_columns(table);
  return {std::move(table)};
}

Blocks questions(const AccountView& of) {
  const Language language = of.view.language;
  const CustomerView& seen = of.account.customer_view;
  std::vector<std::string> asked;
  if (seen.goals.empty()) asked.push_back(say(msg::review_ask_goals, language));
  if (seen.important_services.empty()) asked.push_back(say(msg::review_ask_services, language));
  if (seen.market_strengths.empty()) asked.push_back(say(msg::review_ask_strengths, language));
  if (seen.our_contribution.empty()) asked.push_back(say(msg::review_ask_contribution, language));
  asked.push_back(say(msg::review_ask_more, language));
  Blocks blocks{bullet_list(asked)};
  const std::vector<std::string> unrated = unrated_requirements(of, of.scores.fulfilment.customer);
  if (unrated.empty()) return blocks;
  const std::string scale = format_trimmed(of.view.settings.scale, 2, language);
  blocks.emplace_back(plain_paragraph(say(msg::review_ask_ratings, language, {scale})));
  blocks.emplace_back(bullet_list(unrated));
  return blocks;
}

std::string open_step(const Action& action, Language language) {
  std::string step = action.title;
  if (!action.owner.empty()) step = say(msg::plan_name_and_industry, language, {step, action.owner});
  if (action.due) step = say(msg::review_step_due, language, {step, format_date(*action.due, language)});
  return step;
}

Blocks next_steps(const AccountView& of) {
  const Language language = of.view.language;
  std::vector<std::string> steps;
  for (const Action& action : sorted_actions(of.account))
    if (action.status == ActionStatus::open) steps.push_back(open_step(action, language));
  steps.push_back(say(msg::review_ask_agree, language));
  steps.push_back(say(msg::review_ask_when, language));
  return {bullet_list(steps)};
}

// One line where there is nothing to show.
Blocks or_line(Blocks blocks, const View& view, const Msg& line) {
  if (blocks.empty()) blocks.emplace_back(plain_paragraph(say(line, view.language)));
  return blocks;
}

// The customer's assessments up to the day, oldest first.
std::vector<Assessment> customer_assessments(const Account& account, Date as_of) {
  std::vector<Assessment> assessments;
  std::ranges::copy_if(account.assessments, std::back_inserter(assessments), [as_of](const Assessment& item) {
    return item.perspective == Perspective::customer && item.date <= as_of;
  });
  std::ranges::stable_sort(assessments, {}, &Assessment::date);
  return assessments;
}

// The fulfilment that held before the day on which the latest was given.
std::optional<double> fulfilment_before(const std::vector<Assessment>& assessments, std::string_view id) {
  std::optional<double> before;
  std::optional<double> latest;
  std::optional<Date> day;
  for (const Assessment& assessment : assessments) {
    const RequirementRating* rating = find_by_id(assessment.ratings, id);
    if (rating == nullptr || !rating->fulfilment) continue;
    if (day != assessment.date) before = latest;
    latest = rating->fulfilment;
    day = assessment.date;
  }
  return before;
}

std::string satisfaction_sentence(const AccountView& of) {
  const Language language = of.view.language;
  const PerspectiveScore& customer = of.scores.fulfilment.customer;
  const auto date = last_rated(of.scores, Perspective::customer);
  return say(msg::review_satisfaction, language,
             {date ? format_date(*date, language) : std::string(), std::to_string(customer.rated),
              std::to_string(customer.total), score_text(*customer.score, language)});
}

Table satisfaction_table(const AccountView& of) {
  const View& view = of.view;
  const std::vector<Assessment> assessments = customer_assessments(of.account, view.as_of);
  Table table;
  table.caption = say(msg::review_section_satisfaction, view.language);
  table.columns = {text_column("requirement", say(msg::review_requirement, view.language)),
                   number_column("importance", rating_title(view, "importance")),
                   number_column("fulfilment", fulfilled_title(view)),
                   number_column("before", say(msg::review_before, view.language))};
  for (const RequirementScore& requirement : rated_requirements(of.scores.fulfilment.customer))
    table.rows.push_back({Text{requirement_label(view, of.account, requirement.id), {}},
                          rating_cell(requirement.importance), rating_cell(requirement.fulfilment),
                          rating_cell(fulfilment_before(assessments, requirement.id))});
  drop_unknown_columns(table);
  return table;
}

// How satisfied the customer says it is and how that moved, from its own ratings alone; nothing where it has
// not rated.
Blocks satisfaction_blocks(const AccountView& of) {
  if (!of.scores.fulfilment.customer.score) return {};
  Blocks blocks{plain_paragraph(satisfaction_sentence(of)), satisfaction_table(of)};
  Blocks history = history_blocks(of, Views::customer_only);
  if (!history.empty()) blocks.emplace_back(Heading{3, say(msg::report_history, of.view.language)});
  std::ranges::move(history, std::back_inserter(blocks));
  return blocks;
}

}  // namespace

Document build_review(const View& view, std::size_t account) {
  const AccountView of = account_view(view, account);
  const Language language = view.language;
  Document document = new_page(view, say(msg::review_title, language, {of.account.name}));
  document.blocks.emplace_back(plain_paragraph(opening(of)));
  const auto add = [&](const Msg& title, Blocks blocks) {
    add_section(document, say(title, language), std::move(blocks));
  };
  add(msg::review_section_people, or_line(our_people(of), view, msg::review_ask_people));
  add(msg::review_section_agreed,
      or_line(action_blocks(of, say(msg::review_requirement, language)), view, msg::review_nothing_agreed));
  add(msg::review_section_satisfaction, or_line(satisfaction_blocks(of), view, msg::review_not_rated));
  Blocks known_goals = goals(of);
  if (!known_goals.empty()) add(msg::review_section_goals, std::move(known_goals));
  add(msg::review_section_potentials, or_line(shared_potentials(of), view, msg::review_ask_potentials));
  add(msg::review_section_questions, questions(of));
  add(msg::review_section_next, next_steps(of));
  return document;
}

Document build_review_index(const View& view) {
  Document document = new_page(view, say(msg::review_index, view.language));
  std::vector<std::size_t> customers;  // by id: the rank is nothing for a customer to see
  for (std::size_t account = 0; account < view.accounts.size(); ++account)
    if (!is_former(view.accounts[account])) customers.push_back(account);
  document.blocks.emplace_back(account_links(view, customers));
  return document;
}

}  // namespace kam
