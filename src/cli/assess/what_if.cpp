#include "cli/assess/what_if.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "cli/assess/record.hpp"
#include "cli/assess/write.hpp"
#include "cli/load.hpp"
#include "kam/model/error.hpp"
#include "kam/report/assess.hpp"
#include "kam/text/messages.hpp"

namespace kam::cli {

namespace {

ById<RequirementRating> parse_wishes(const std::vector<std::string>& texts, const Settings& settings,
                                     const Account& account) {
  ById<RequirementRating> wishes;
  for (auto& [id, rating] : parse_ratings(texts, known_requirements(settings, account), settings.scale,
                                          {"--what-if", "REQUIREMENT=FULFILMENT", "requirement"}))
    wishes.emplace_back(std::move(id), RequirementRating{{}, rating, {}, {}});
  return wishes;
}

// A fulfilment counts only beside an importance.
void check_importance(const ById<RequirementRating>& wishes, const PerspectiveScore& scores) {
  for (const auto& [id, rating] : wishes) {
    const auto found = scores.requirements.find(id);
    if (found != scores.requirements.end() && found->importance) continue;
    throw UsageError(
        fmt::format("nobody has said how important {} is, so its fulfilment would count for nothing", id),
        fmt::format("Record its importance first, as in --rate {}=4:.", id));
  }
}

// The last day on which that perspective has spoken: a later one would make the account fresher than it is.
Date day_of_last(const Account& account, Perspective perspective, Date as_of) {
  std::optional<Date> last;
  for (const auto& assessment : account.assessments)
    if (assessment.perspective == perspective && days_between(assessment.date, as_of) >= 0)
      last = std::max(last.value_or(assessment.date), assessment.date);
  return last.value_or(as_of);
}

}  // namespace

Exit run_what_if(const std::string& account, const std::vector<std::string>& what_if, Format format,
                 Context& context) {
  if (format != Format::text && format != Format::json)
    throw UsageError("--what-if is shown as text or json", "Leave --format out, or give one of them.");
  const auto before = load(context, Faulty::refuse, {});
  if (!before) return Exit::failed;
  const auto index = find_account(before->portfolio, account);
  const auto& now = before->portfolio.accounts[index];
  const auto& fulfilment = before->scores.accounts[index].fulfilment;
  const auto perspective = fulfilment.perspective.value_or(Perspective::customer);
  auto wishes = parse_wishes(what_if, before->portfolio.settings, now);
  check_importance(wishes, fulfilment.headline());
  Loaded after = *before;
  after.portfolio.accounts[index].assessments.push_back(
      {day_of_last(now, perspective, before->as_of), perspective, {}, {}, std::move(wishes)});
  after.scores = score_portfolio(after.portfolio.accounts, after.portfolio.settings, after.as_of);
  if (format == Format::json) {
    context.out += render_changes(*before, after, {index}, Written::no);
  } else {
    const auto change = build_change(before->view(), after.view(), index);
    context.out += change.blocks.empty() ? say(Msg::set_nothing, after.language) + "\n"
                                         : render_document(change, Format::text, context);
  }
  context.remark(say(Msg::what_if_nothing_written, after.language));
  return Exit::done;
}

}  // namespace kam::cli
