#include <array>
#include <string_view>

#include "kam/text/format.hpp"
#include "kam/text/messages/findings.hpp"
#include "report/sections.hpp"

namespace kam {
namespace {

struct Context {
  const Finding& finding;
  const View& view;
  const Account& account;
};

template <const Msg& message>
std::string say_plainly(const Context& context) {
  return say(message, context.view.language);
}

std::string iso_to_text(const std::string& iso, Language language) {
  const auto date = parse_date(iso);
  return date ? format_date(*date, language) : iso;
}

std::string whole(double number, Language language) {
  return format_number(number, 0, language);
}

std::string say_assessment_stale(const Context& context) {
  const Language language = context.view.language;
  return say(msg::finding_assessment_stale, language,
             {iso_to_text(context.finding.subjects.at(0), language),
              whole(context.finding.numbers.at(0), language)});
}

std::string say_requirement_gap(const Context& context) {
  const Language language = context.view.language;
  const auto& numbers = context.finding.numbers;
  return say(
      msg::finding_requirement_gap, language,
      {requirement_label(context.view, context.account, context.finding.subjects.at(0)),
       format_trimmed(numbers.at(0), 2, language), format_trimmed(numbers.at(1), 2, language),
       points_text(numbers.at(2), language), format_trimmed(context.view.settings.scale, 2, language)});
}

std::string say_overdue_action(const Context& context) {
  const Language language = context.view.language;
  const auto& subjects = context.finding.subjects;
  const std::string since = iso_to_text(subjects.at(2), language);
  if (subjects.at(1).empty())
    return say(msg::finding_overdue_action_unowned, language, {subjects.at(0), since});
  return say(msg::finding_overdue_action, language, {subjects.at(0), subjects.at(1), since});
}

std::string say_own_view_too_rosy(const Context& context) {
  const Language language = context.view.language;
  return say(msg::finding_own_view_too_rosy, language,
             {points_text(context.finding.numbers.at(0), language)});
}

std::string say_decision_maker_critical(const Context& context) {
  const auto& subjects = context.finding.subjects;
  const bool opponent = subjects.at(1) == to_id(Attitude::opponent);
  return say(opponent ? msg::finding_decision_maker_opponent : msg::finding_decision_maker_critic,
             context.view.language, {subjects.at(0)});
}

// In the order of FindingKind.
struct FindingWords {
  std::string (*say)(const Context&);
  Msg gone;
};
constexpr std::array<FindingWords, kFindings.size()> kWords{{
    {say_plainly<msg::finding_no_fixed_contact>, msg::finding_gone_no_fixed_contact},
    {say_plainly<msg::finding_assessment_missing>, msg::finding_gone_assessment_missing},
    {say_plainly<msg::finding_customer_never_asked>, msg::finding_gone_customer_never_asked},
    {say_assessment_stale, msg::finding_gone_assessment_stale},
    {say_requirement_gap, msg::finding_gone_requirement_gap},
    {say_overdue_action, msg::finding_gone_overdue_action},
    {say_own_view_too_rosy, msg::finding_gone_own_view_too_rosy},
    {say_decision_maker_critical, msg::finding_gone_decision_maker_critical},
    {say_plainly<msg::finding_no_influential_contact>, msg::finding_gone_no_influential_contact},
}};
static_assert(kWords.back().say != nullptr, "every finding has its words");

const FindingWords& words_of(const Finding& finding) {
  return kWords.at(static_cast<std::size_t>(finding.kind));
}

}  // namespace

std::string finding_sentence(const Finding& finding, const View& view, const Account& account) {
  return words_of(finding).say({finding, view, account});
}

std::string gone_finding_text(const Finding& finding, std::string_view subject, Language language) {
  return say(words_of(finding).gone, language, {subject});
}

}  // namespace kam
