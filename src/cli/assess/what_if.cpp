#include "cli/assess/what_if.hpp"

#include "cli/assess/record.hpp"
#include "cli/change.hpp"
#include "kam/change/what_if.hpp"
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

}  // namespace

Exit run_what_if(const std::string& account, const std::vector<std::string>& what_if, Format format,
                 Context& context) {
  if (format != Format::text && format != Format::json)
    throw UsageError("--what-if is shown as text or json", "Leave --format out, or give one of them.");
  const auto before = load(context, Faulty::refuse, {});
  if (!before) return Exit::failed;
  const auto index = find_account(before->portfolio, account);
  const auto& portfolio = before->portfolio;
  const auto after =
      suppose(*before, index, parse_wishes(what_if, portfolio.settings, portfolio.accounts[index]));
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
