#include "cli/assess/modes.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/change.hpp"
#include "cli/options.hpp"
#include "kam/change/what_if.hpp"
#include "kam/model/error.hpp"
#include "kam/report/assess.hpp"
#include "kam/text/messages/assess.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

// Throws UsageError where one id is rated twice: which of the two should count?
template <class T>
void check_once(const std::vector<std::pair<std::string, T>>& ratings, std::string_view option) {
  std::set<std::string_view> seen;
  for (const auto& [id, rating] : ratings)
    if (!seen.insert(id).second)
      throw UsageError(fmt::format("{} rates `{}` twice", option, id), "Give it once.");
}

// Throws UsageError naming the nearest id where `id` is none of `ids`.
void check_known(const std::string& id, const std::vector<std::string>& ids, std::string_view what) {
  if (std::ranges::find(ids, id) != ids.end()) return;
  const auto near = nearest(id, ids);
  throw UsageError(
      fmt::format("there is no {} `{}`", what, id),
      near ? fmt::format("Did you mean `{}`?", *near) : fmt::format("There are: {}.", fmt::join(ids, " ")));
}

template <class Entry>
std::vector<std::string> ids_of_entries(const std::vector<Entry>& entries) {
  std::vector<std::string> ids;
  for (const auto& entry : entries) ids.push_back(entry.id);
  return ids;
}

std::optional<double> parse_side(std::string_view text, double scale) {
  if (text.empty()) return std::nullopt;
  return parse_rating(text, scale, "--rate");
}

std::pair<std::string, RequirementRating> parse_rate(const std::string& text,
                                                     const std::vector<std::string>& ids, double scale) {
  constexpr std::string_view kForm = "REQUIREMENT=IMPORTANCE:FULFILMENT, either number may be left out";
  const auto [id, ratings] = parse_pair(text, "--rate", kForm);
  check_known(id, ids, "requirement");
  const auto colon = ratings.find(':');
  if (colon == std::string::npos || ratings.size() == 1)
    throw UsageError(fmt::format("--rate cannot be `{}`", text), fmt::format("Write --rate {}.", kForm));
  const std::string_view both = ratings;
  return {id, {parse_side(both.substr(0, colon), scale), parse_side(both.substr(colon + 1), scale), {}, {}}};
}

// `ID=RATING` texts of an option, checked: its name, how its values are written, and what the ids name.
struct RatingOption {
  std::string_view name;
  std::string_view form;
  std::string_view what;
};
using Ratings = std::vector<std::pair<std::string, double>>;
Ratings parse_ratings(const std::vector<std::string>& texts, const std::vector<std::string>& ids,
                      double scale, const RatingOption& option) {
  Ratings parsed;
  for (const auto& text : texts) {
    const auto [id, rating] = parse_pair(text, option.name, option.form);
    check_known(id, ids, option.what);
    parsed.emplace_back(id, parse_rating(rating, scale, option.name));
  }
  check_once(parsed, option.name);
  return parsed;
}

// The portfolio's, then the account's own.
std::vector<std::string> known_requirements(const Settings& settings, const Account& account) {
  auto requirements = ids_of_entries(settings.requirements);
  for (const auto& entry : account.requirements) requirements.push_back(entry.id);
  return requirements;
}

Account parse_facts(const AssessOptions& options, const Settings& settings, const Account& account,
                    Date today) {
  Assessment assessment;
  assessment.date = options.date.empty() ? today : parse_day(options.date, "--date");
  if (!options.perspective.empty())
    assessment.perspective = parse_choice<Perspective>(options.perspective, "--perspective");
  assessment.source = options.source;
  assessment.by = options.by;
  const auto requirements = known_requirements(settings, account);
  for (const auto& text : options.rate)
    assessment.ratings.push_back(parse_rate(text, requirements, settings.scale));
  check_once(assessment.ratings, "--rate");
  const auto parse = [&](const std::vector<std::string>& texts, const CriterionList& catalogue,
                         const RatingOption& option) {
    return parse_ratings(texts, ids_of_entries(catalogue), settings.scale, option);
  };
  Account facts;
  facts.assessments.push_back(std::move(assessment));
  for (const auto& [id, rating] : parse(options.attractiveness, settings.attractiveness,
                                        {"--attractiveness", "CRITERION=RATING", "attractiveness criterion"}))
    facts.attractiveness.emplace_back(id, Rating{rating, {}});
  for (const auto& [id, rating] : parse(options.partnership, settings.partnership,
                                        {"--partnership", "CRITERION=RATING", "partnership criterion"}))
    facts.partnership.emplace_back(id, Rating{rating, {}});
  for (const auto& [id, rating] :
       parse(options.intensity, settings.collaboration, {"--intensity", "AREA=RATING", "area"}))
    facts.collaboration.emplace_back(id, CollaborationArea{rating, {}, {}});
  return facts;
}

ById<RequirementRating> parse_wishes(const std::vector<std::string>& texts, const Settings& settings,
                                     const Account& account) {
  ById<RequirementRating> wishes;
  for (auto& [id, rating] : parse_ratings(texts, known_requirements(settings, account), settings.scale,
                                          {"--what-if", "REQUIREMENT=FULFILMENT", "requirement"}))
    wishes.emplace_back(std::move(id), RequirementRating{{}, rating, {}, {}});
  return wishes;
}

}  // namespace

void add_record_options(Arguments& arguments, AssessOptions& options) {
  arguments.begin_group("Recording");
  arguments.option("--rate", options.rate, "REQUIREMENT=IMPORTANCE:FULFILMENT",
                   "Rate a requirement; repeatable");
  arguments.option("--attractiveness", options.attractiveness, "CRITERION=RATING",
                   "Rate an attractiveness criterion; repeatable");
  arguments.option("--partnership", options.partnership, "CRITERION=RATING",
                   "Rate a partnership criterion; repeatable");
  arguments.option("--intensity", options.intensity, "AREA=RATING",
                   "Rate how closely an area works together; repeatable");
  arguments.option("--perspective", options.perspective, "P",
                   "Whose view --rate gives: customer or own (default: customer)");
  arguments.option("--date", options.date, "DATE", "Day of the assessment (default: the as-of day)");
  arguments.option("--source", options.source, "S", "Where the ratings come from");
  arguments.option("--by", options.by, "N", "Who recorded them");
  arguments.flag("--dry-run", options.dry_run,
                 "Show the scores before and after and the diff; write nothing");
}

void add_what_if_options(Arguments& arguments, AssessOptions& options) {
  arguments.option("--what-if", options.what_if, "REQUIREMENT=FULFILMENT",
                   "Show the scores as they would be with that fulfilment; repeatable");
}

Exit run_record(const AssessOptions& options, Context& context) {
  const auto& account = options.accounts.front();
  const auto mode = options.dry_run ? WriteMode::dry_run : WriteMode::write;
  const auto opened = open_portfolio(context, mode, account);
  if (!opened) return Exit::failed;
  const auto& portfolio = opened->state.portfolio;
  const auto index = find_account(portfolio, account);
  const AccountFacts facts{
      index, parse_facts(options, portfolio.settings, portfolio.accounts[index], context.today)};
  return write_facts(opened->state, std::span(&facts, 1), mode, options.format.chosen(), context);
}

Exit run_what_if(const AssessOptions& options, Context& context) {
  const auto format = options.format.chosen();
  if (format != Format::text && format != Format::json)
    throw UsageError("--what-if is shown as text or json", "Leave --format out, or give one of them.");
  const auto before = load(context, Faulty::refuse, {});
  if (!before) return Exit::failed;
  const auto index = find_account(before->portfolio, options.accounts.front());
  const auto& portfolio = before->portfolio;
  const auto after =
      suppose(*before, index, parse_wishes(options.what_if, portfolio.settings, portfolio.accounts[index]));
  if (format == Format::json) {
    context.out += render_changes(*before, after, {index}, Written::no);
  } else {
    const auto change = build_change(before->view(), after.view(), index);
    context.out += change.blocks.empty() ? say(msg::set_nothing, after.language) + "\n"
                                         : render_document(change, context);
  }
  context.remark(say(msg::what_if_nothing_written, after.language));
  return Exit::done;
}

}  // namespace kam::cli
