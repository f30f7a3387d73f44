#include "interview/origin.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "interview/facts.hpp"
#include "interview/measured.hpp"
#include "interview/parse_answer.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/interview.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

bool rates(const Assessment& assessment, const std::string& requirement) {
  const auto* rating = find_by_id(assessment.ratings, requirement);
  return rating != nullptr && (rating->importance || rating->fulfilment);
}

bool is_percent(Measure measure) {
  return measure == Measure::contribution_margin_ratio || measure == Measure::revenue_growth ||
         measure == Measure::share_of_wallet;
}

// As people write them behind an amount or a share.
constexpr auto kUnits = std::to_array<std::string_view>(
    {"%",    "prozent", "percent", "€",         "eur",      "euro", "k",   "k€", "t€",
     "teur", "tsd",     "tsd.",    "tausend",   "thousand", "m",    "mn",  "m€", "mio",
     "mio.", "mio€",    "million", "millionen", "bn",       "mrd",  "mrd."});

bool is_unit(std::string_view word, const Settings& settings) {
  const auto folded = fold_name(word);
  return folded == fold_name(settings.currency) || std::ranges::find(kUnits, folded) != kUnits.end();
}

std::string_view first_word(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  text.remove_prefix(first);
  return text.substr(0, text.find(' '));
}

}  // namespace

std::string describe_assessment(const Known& known, const Fact& fact, Language language) {
  const bool own = fact.group == to_id(Perspective::own);
  const auto& view = own ? known.scores.fulfilment.own : known.scores.fulfilment.customer;
  const auto rated = view.requirements.find(fact.item);
  if (rated == view.requirements.end() || !rated->rated_on) return {};
  const auto date = format_date(*rated->rated_on, language);
  const auto& assessments = known.account.assessments;
  const auto last = std::find_if(assessments.rbegin(), assessments.rend(), [&](const Assessment& assessment) {
    return assessment.date == *rated->rated_on && to_id(assessment.perspective) == fact.group &&
           rates(assessment, fact.item);
  });
  if (last == assessments.rend() || last->source.empty()) return say(msg::ask_no_source, language, {date});
  return say(msg::ask_sourced, language, {last->source, date});
}

std::string describe_origin(const Inquiry& inquiry, const Fact& fact) {
  const auto value = find_value(inquiry.now, fact);
  if (!value.is_known()) return {};
  if (value != find_value(inquiry.before, fact)) return say(msg::ask_just_answered, inquiry.language);
  if (fact.topic == Topic::requirement) {
    auto assessment = describe_assessment(inquiry.now, fact, inquiry.language);
    return assessment.empty() ? inquiry.file : assessment;  // a note without a rating
  }
  const auto path = find_path(inquiry.tree, fact);
  const Node* node = path ? find_node(inquiry.tree, *path) : nullptr;
  return node == nullptr ? inquiry.file : fmt::format("{}:{}", inquiry.file, node->place.line);
}

std::string describe_measured(const Inquiry& inquiry, const Fact& fact) {
  const auto* criterion = find_measured(inquiry.settings, fact);
  if (criterion == nullptr) return {};
  const auto& scores = inquiry.before.scores;
  const auto& scored =
      (fact.topic == Topic::partnership ? scores.partnership : scores.attractiveness).criteria;
  const auto score = scored.find(fact.item);
  if (score == scored.end() || !score->value) return {};
  const auto value = measured_words(*criterion->measure, *score->value,
                                    {inquiry.settings, inquiry.before.account, inquiry.language});
  return score->value_year ? fmt::format("{} ({})", value, *score->value_year) : value;
}

const Criterion* find_measured(const Settings& settings, const Fact& fact) {
  if (fact.topic != Topic::attractiveness && fact.topic != Topic::partnership) return nullptr;
  const auto& entries = fact.topic == Topic::attractiveness ? settings.attractiveness : settings.partnership;
  const auto found = entries.find(fact.item);
  return found == entries.end() || !found->measure || found->steps.empty() ? nullptr : &*found;
}

std::string measured_words(Measure measure, double value, const Wording& wording) {
  const bool is_whole = std::floor(value) == value;
  if (is_percent(measure)) return format_percent(value, is_whole ? 0 : 1, wording.language);
  return format_number(value, 0, wording.language) + " " + wording.settings.currency;
}

std::string figures_words(Measure measure, Language language) {
  const auto both = [&](std::string_view first, std::string_view second) {
    return say(msg::ask_figures_two, language, {first, second});
  };
  switch (measure) {
    case Measure::revenue_growth:
      return say(msg::ask_figures_growth, language);
    case Measure::contribution_margin_ratio:
      return both("contribution_margin", "revenue");
    case Measure::share_of_wallet:
      return both("revenue", "purchasing_volume");
    default:
      return std::string(to_id(measure));
  }
}

std::string steps_words(const Criterion& criterion, const Wording& wording) {
  constexpr int kDecimals = 2;
  const auto count = static_cast<double>(criterion.steps.size());
  std::string text;
  double reached = 0;
  for (const double step : criterion.steps) {
    const auto rating = wording.settings.scale * ++reached / count;
    text += (text.empty() ? "" : "; ") + say(msg::ask_measured_step, wording.language,
                                             {measured_words(*criterion.measure, step, wording),
                                              format_trimmed(rating, kDecimals, wording.language)});
  }
  return text;
}

bool is_figure(std::string_view line, Measure measure, const Settings& settings, Language language) {
  constexpr std::string_view kDigits = "0123456789";
  const auto behind = std::min(line.find_first_not_of("0123456789.,' +-"), line.size());
  auto digits = line.substr(0, behind);
  if (digits.find_first_of(kDigits) == std::string_view::npos) return false;
  const auto rest = first_word(line.substr(behind));
  if (!rest.empty()) return is_unit(rest, settings);
  while (digits.ends_with(' ')) digits.remove_suffix(1);
  const auto number = parse_grouped(digits, language);
  constexpr double kLeastAmount = 100;  // between the scale and it somebody mistook the scale
  if (!number) return false;
  return is_percent(measure) ? *number < 0 || *number > settings.scale : *number >= kLeastAmount;
}

}  // namespace kam
