#include <array>
#include <string_view>

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/sections.hpp"

namespace kam {
namespace {

struct Context {
  const Finding& finding;
  const View& view;
  const Account& account;
};

std::string iso_to_text(const std::string& iso, Language language) {
  const auto date = parse_date(iso);
  return date ? format_date(*date, language) : iso;
}

std::string whole(double number, Language language) {
  return format_number(number, 0, language);
}

std::string say_no_fixed_contact(const Context& context) {
  return say(Msg::finding_no_fixed_contact, context.view.language);
}

std::string say_assessment_missing(const Context& context) {
  return say(Msg::finding_assessment_missing, context.view.language);
}

std::string say_customer_never_asked(const Context& context) {
  return say(Msg::finding_customer_never_asked, context.view.language);
}

std::string say_assessment_stale(const Context& context) {
  const Language language = context.view.language;
  return say(Msg::finding_assessment_stale, language,
             {iso_to_text(context.finding.subjects.at(0), language),
              whole(context.finding.numbers.at(0), language)});
}

std::string say_requirement_gap(const Context& context) {
  const Language language = context.view.language;
  const auto& numbers = context.finding.numbers;
  return say(
      Msg::finding_requirement_gap, language,
      {requirement_label(context.view, context.account, context.finding.subjects.at(0)),
       format_trimmed(numbers.at(0), 2, language), format_trimmed(numbers.at(1), 2, language),
       points_text(numbers.at(2), language), format_trimmed(context.view.settings.scale, 2, language)});
}

std::string say_overdue_action(const Context& context) {
  const Language language = context.view.language;
  const auto& subjects = context.finding.subjects;
  const std::string since = iso_to_text(subjects.at(2), language);
  if (subjects.at(1).empty())
    return say(Msg::finding_overdue_action_unowned, language, {subjects.at(0), since});
  return say(Msg::finding_overdue_action, language, {subjects.at(0), subjects.at(1), since});
}

std::string say_own_view_too_rosy(const Context& context) {
  const Language language = context.view.language;
  return say(Msg::finding_own_view_too_rosy, language,
             {points_text(context.finding.numbers.at(0), language)});
}

std::string say_decision_maker_critical(const Context& context) {
  const auto& subjects = context.finding.subjects;
  const bool opponent = subjects.at(1) == to_id(Attitude::opponent);
  return say(opponent ? Msg::finding_decision_maker_opponent : Msg::finding_decision_maker_critic,
             context.view.language, {subjects.at(0)});
}

std::string say_no_influential_contact(const Context& context) {
  return say(Msg::finding_no_influential_contact, context.view.language);
}

struct Sentence {
  std::string_view code;
  std::string (*say)(const Context&);
};

constexpr std::array<Sentence, 9> kSentences{{
    {"no-fixed-contact", say_no_fixed_contact},
    {"assessment-missing", say_assessment_missing},
    {"customer-never-asked", say_customer_never_asked},
    {"assessment-stale", say_assessment_stale},
    {"requirement-gap", say_requirement_gap},
    {"overdue-action", say_overdue_action},
    {"own-view-too-rosy", say_own_view_too_rosy},
    {"decision-maker-critical", say_decision_maker_critical},
    {"no-influential-contact", say_no_influential_contact},
}};

}  // namespace

std::string finding_sentence(const Finding& finding, const View& view, const Account& account) {
  for (const Sentence& sentence : kSentences)
    if (sentence.code == finding.code) return sentence.say({finding, view, account});
  return {};
}

}  // namespace kam
