#include "cli/assess/record.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/change.hpp"
#include "cli/options.hpp"
#include "kam/model/error.hpp"
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

}  // namespace

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

std::vector<std::string> known_requirements(const Settings& settings, const Account& account) {
  auto requirements = ids_of_entries(settings.requirements);
  for (const auto& entry : account.requirements) requirements.push_back(entry.id);
  return requirements;
}

namespace {

Account parse_facts(const RecordOptions& options, const Settings& settings, const Account& account,
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

}  // namespace

void check_record_options(const RecordOptions& options) {
  if (!options.rate.empty()) return;
  using Given = std::pair<std::string_view, std::string_view>;
  const std::array ignored = {Given{"--perspective", options.perspective}, Given{"--date", options.date},
                              Given{"--source", options.source}, Given{"--by", options.by}};
  for (const auto& [option, value] : ignored)
    if (!value.empty())
      throw UsageError(fmt::format("{} is given without --rate", option),
                       "Only ratings of requirements are kept with a date, a perspective and a source.");
}

void add_record_options(CLI::App& command, RecordOptions& options) {
  const auto add = [&](const char* name, std::vector<std::string>& target, const char* help,
                       const char* form) {
    command.add_option(name, target, help)->type_name(form)->allow_extra_args(false)->group("Recording");
  };
  add("--rate", options.rate, "Rate a requirement; repeatable", "REQUIREMENT=IMPORTANCE:FULFILMENT");
  add("--attractiveness", options.attractiveness, "Rate an attractiveness criterion; repeatable",
      "CRITERION=RATING");
  add("--partnership", options.partnership, "Rate a partnership criterion; repeatable", "CRITERION=RATING");
  add("--intensity", options.intensity, "Rate how closely an area works together; repeatable", "AREA=RATING");
  const auto add_one = [&](const char* name, std::string& target, const char* help, const char* form) {
    command.add_option(name, target, help)->type_name(form)->group("Recording");
  };
  add_one("--perspective", options.perspective,
          "Whose view --rate gives: customer or own (default: customer)", "P");
  add_one("--date", options.date, "Day of the assessment (default: the as-of day)", "DATE");
  add_one("--source", options.source, "Where the ratings come from", "S");
  add_one("--by", options.by, "Who recorded them", "N");
  command
      .add_flag("--dry-run", options.dry_run, "Show the scores before and after and the diff; write nothing")
      ->group("Recording");
}

Exit run_record(const std::string& account, const RecordOptions& options, Format format, Context& context) {
  const auto mode = options.dry_run ? WriteMode::dry_run : WriteMode::write;
  const auto opened = open_portfolio(context, mode, account);
  if (!opened) return Exit::failed;
  const auto& portfolio = opened->state.portfolio;
  const auto index = find_account(portfolio, account);
  const AccountFacts facts{
      index, parse_facts(options, portfolio.settings, portfolio.accounts[index], context.today)};
  return write_facts(opened->state, std::span(&facts, 1), mode, format, context);
}

}  // namespace kam::cli
