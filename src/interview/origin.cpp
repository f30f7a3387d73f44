#include "interview/origin.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "interview/facts.hpp"
#include "interview/measured.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"

namespace kam {

namespace {

bool rates(const Assessment& assessment, const std::string& requirement) {
  const auto* rating = find_by_id(assessment.ratings, requirement);
  return rating != nullptr && (rating->importance || rating->fulfilment);
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
  if (last == assessments.rend() || last->source.empty()) return say(Msg::ask_no_source, language, {date});
  return say(Msg::ask_sourced, language, {last->source, date});
}

std::string describe_origin(const Inquiry& inquiry, const Fact& fact) {
  const auto value = find_value(inquiry.now, fact);
  if (!value.is_known()) return {};
  if (value != find_value(inquiry.before, fact)) return say(Msg::ask_just_answered, inquiry.language);
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

}  // namespace kam
