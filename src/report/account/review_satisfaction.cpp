#include <algorithm>

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/account/assessments.hpp"
#include "report/account/review.hpp"
#include "report/cells.hpp"

namespace kam {
namespace {

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
  return say(Msg::review_satisfaction, language,
             {date ? format_date(*date, language) : std::string(), std::to_string(customer.rated),
              std::to_string(customer.total), score_text(*customer.score, language)});
}

Table satisfaction_table(const AccountView& of) {
  const View& view = of.view;
  const std::vector<Assessment> assessments = customer_assessments(of.account, view.as_of);
  Table table;
  table.caption = say(Msg::review_section_satisfaction, view.language);
  table.columns = {text_column("requirement", say(Msg::review_requirement, view.language)),
                   number_column("importance", rating_title(view, "importance")),
                   number_column("fulfilment", fulfilled_title(view)),
                   number_column("before", say(Msg::review_before, view.language))};
  for (const RequirementScore& requirement : rated_requirements(of.scores.fulfilment.customer))
    table.rows.push_back({Text{requirement_label(view, of.account, requirement.id), {}},
                          rating_cell(requirement.importance), rating_cell(requirement.fulfilment),
                          rating_cell(fulfilment_before(assessments, requirement.id))});
  drop_unknown_columns(table);
  return table;
}

}  // namespace

Blocks satisfaction_blocks(const AccountView& of) {
  if (!of.scores.fulfilment.customer.score) return {};
  Blocks blocks{plain_paragraph(satisfaction_sentence(of)), satisfaction_table(of)};
  Blocks history = history_blocks(of, Views::customer_only);
  if (!history.empty()) blocks.emplace_back(Heading{3, say(Msg::report_history, of.view.language)});
  std::ranges::move(history, std::back_inserter(blocks));
  return blocks;
}

}  // namespace kam
