#include "interview/explain.hpp"

#include <fmt/format.h>

#include "interview/measured.hpp"
#include "kam/text/explanations.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"

namespace kam {

namespace {

using Lines = std::vector<std::string>;

// The catalogue that a fact is about an entry of, if it is.
std::optional<Vocabulary> vocabulary_of(Topic topic) {
  switch (topic) {
    case Topic::attractiveness:
      return Vocabulary::attractiveness;
    case Topic::partnership:
      return Vocabulary::partnership;
    case Topic::area:
      return Vocabulary::collaboration;
    case Topic::requirement:
      return Vocabulary::requirement;
    case Topic::potentials:
      return Vocabulary::potential;
    default:
      return std::nullopt;
  }
}

class Help {
 public:
  Help(const Question& question, const Wording& wording)
      : question_(question), wording_(wording), scale_(number(wording.settings.scale)) {
    const auto& fact = question.fact;
    if (const auto vocabulary = vocabulary_of(fact.topic))
      own_ = explain_entry(*vocabulary, fact.topic == Topic::potentials ? fact.group : fact.item,
                           wording.language);
  }

  Lines rating() const {
    const auto reason = own_ ? std::string(own_->example) : words(Msg::ask_eg_reason);
    Lines lines{meaning(Msg::ask_means_rating, Msg::ask_means_criterion),
                words(Msg::ask_help_rating, {scale_, example(own_ ? own_->rating : kRating), reason})};
    const auto* criterion = find_measured(wording_.settings, question_.fact);
    if (criterion == nullptr) return lines;
    lines.push_back(words(Msg::ask_help_measured, {steps_words(*criterion, wording_)}));
    lines.push_back(words(Msg::ask_help_figures,
                          {figures_words(*criterion->measure, wording_.language), wording_.account.id}));
    return lines;
  }

  Lines plain_rating() const {
    if (question_.fact.topic == Topic::contact)
      return {words(Msg::ask_means_influence, {scale_}),
              words(Msg::ask_help_influence, {scale_, example(kRating)})};
    const auto state = own_ ? std::string(own_->example) : words(Msg::ask_eg_area);
    return {meaning(Msg::ask_means_rating, Msg::ask_means_area),
            words(Msg::ask_help_plain_rating, {scale_, example(own_ ? own_->rating : kRating), state})};
  }

  Lines pair() const {
    const auto note = own_ ? std::string(own_->example) : words(Msg::ask_eg_note);
    const auto importance = example(own_ ? own_->importance : ExampleLevel::top);
    const auto fulfilment = example(own_ ? own_->rating : kRating);
    return {meaning(Msg::ask_means_fulfilment, Msg::ask_means_requirement),
            words(Msg::ask_help_pair, {scale_, importance, fulfilment, note}),
            words(Msg::ask_help_competitor, {example(ExampleLevel::high), example(ExampleLevel::middle)})};
  }

  Lines list() const {
    Lines lines;
    if (own_) lines.emplace_back(own_->low);
    lines.push_back(words(Msg::ask_help_list, {own_ ? own_->example : std::string_view(question_.example)}));
    lines.push_back(words(Msg::ask_help_list_remove));
    return lines;
  }

  Lines money() const {
    constexpr double kAmount = 250000;
    return {words(Msg::ask_help_money,
                  {wording_.settings.currency, format_number(kAmount, 0, wording_.language)})};
  }

  Lines choice() const {
    const bool is_requirement = question_.kind == AnswerKind::requirement;
    Lines lines{words(is_requirement ? Msg::ask_help_requirement : Msg::ask_help_choice)};
    for (const auto& entry : choices_of(question_.kind, wording_))
      lines.push_back(fmt::format("{} ({})", entry.label, entry.id));
    return lines;
  }

  std::string words(Msg message, std::initializer_list<std::string_view> arguments = {}) const {
    return say(message, wording_.language, arguments);
  }

 private:
  static constexpr auto kRating = ExampleLevel::middle;  // where an entry has none of its own

  std::string number(double value) const {
    constexpr int kDecimals = 2;
    return format_trimmed(value, kDecimals, wording_.language);
  }
  std::string example(ExampleLevel level) const { return number(rating_at(level, wording_.settings.scale)); }
  std::string meaning(Msg own, Msg general) const {
    return own_ ? words(own, {own_->low, scale_, own_->high}) : words(general, {scale_});
  }

  const Question& question_;
  const Wording& wording_;
  std::string scale_;
  std::optional<EntryExplanation> own_;
};

}  // namespace

Lines help_words(const Question& question, const Wording& wording) {
  const Help help(question, wording);
  switch (question.kind) {
    case AnswerKind::rating:
      return help.rating();
    case AnswerKind::plain_rating:
      return help.plain_rating();
    case AnswerKind::pair:
      return help.pair();
    case AnswerKind::text:
      return {help.words(Msg::ask_help_text, {question.example})};
    case AnswerKind::list:
    case AnswerKind::names:
      return help.list();
    case AnswerKind::money:
      return help.money();
    case AnswerKind::percent:
      return {help.words(Msg::ask_help_percent)};
    case AnswerKind::date:
      return {help.words(Msg::ask_help_date, {example_date(wording.language)})};
    case AnswerKind::requirement:
    case AnswerKind::contact_role:
    case AnswerKind::attitude:
      return help.choice();
  }
  return {};
}

}  // namespace kam
