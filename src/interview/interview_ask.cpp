// What the dialogue says: the opening, the questions, the explanations.
#include <utility>

#include <fmt/format.h>

#include "interview/explain.hpp"
#include "interview/measured.hpp"
#include "interview/turn.hpp"
#include "interview/words.hpp"
#include "kam/text/explanations.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"

namespace kam {

namespace {

// `bisher: 4 (Jahresgespräch 2026, 31.03.2026)`
std::string so_far(const Question& question, const Wording& wording) {
  const auto language = wording.language;
  if (!question.value.is_known()) {
    if (!question.measured.empty()) return say(Msg::ask_so_far_measured, language, {question.measured});
    return say(find_measured(wording.settings, question.fact) == nullptr ? Msg::ask_so_far_nothing
                                                                         : Msg::ask_so_far_unmeasured,
               language);
  }
  auto origin = question.origin;
  if (!question.measured.empty())
    origin = say(Msg::ask_origin_measured, language, {origin, question.measured});
  if (is_list(question)) return say(Msg::ask_so_far_list, language, {origin});
  const auto value = value_words(question.kind, question.value, wording);
  const auto reason = reason_of(question.kind, question.value);
  if (reason.empty()) return say(Msg::ask_so_far, language, {value, origin});
  return say(Msg::ask_so_far_reason, language, {value, reason, origin});
}

// The answer to a requirement has a form of its own, shown at the first of them.
std::string pair_hint(const Briefing& briefing) {
  const auto example = [&](ExampleLevel level) {
    constexpr int kDecimals = 2;
    return format_trimmed(rating_at(level, briefing.settings.scale), kDecimals, briefing.language);
  };
  return say(Msg::ask_pair_hint, briefing.language,
             {example(ExampleLevel::top), example(ExampleLevel::middle), example(ExampleLevel::high)});
}

// Nothing to ask does not mean that nothing is open: the portfolio's lists may lack what a handbook question
// is about, or the account works together nowhere.
std::string nothing_to_ask(const std::vector<std::string>& open, Language language) {
  if (open.empty()) return say(Msg::ask_none_open, language);
  std::string questions;
  for (const auto& id : open)
    questions.append(questions.empty() ? "" : " ").append(question_text(id, language));
  return say(Msg::ask_open_elsewhere, language, {questions});
}

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

Turn Interview::begin() {
  Turn turn;
  const auto& briefing = answers_.briefing();
  turn.said.emplace_back(
      Heading{1, say(Msg::ask_title, briefing.language, {answers_.before().account.name})});
  if (questions_.empty()) {
    add(turn, nothing_to_ask(answers_.before().scores.completeness.open, briefing.language));
    stage_ = Stage::over;
    turn.next = Turn::Next::nothing;
    return turn;
  }
  add(turn, say(Msg::ask_keys, briefing.language), Tone::muted);
  return ask_at(0, std::move(turn));
}

// The current question with its place, the value so far and the form of the answer.
Turn Interview::ask(Turn turn) const {
  const auto& briefing = answers_.briefing();
  const auto language = briefing.language;
  const auto& question = current();
  const Wording wording{briefing.settings, answers_.now().account, language};
  const auto progress =
      say(Msg::ask_progress, language, {std::to_string(position_ + 1), std::to_string(questions_.size())});
  turn.said.emplace_back(Paragraph{
      {Span{Span::Kind::plain, progress + " · ", {}}, Span{Span::Kind::strong, question.text, {}}}});
  auto form = form_words(question.kind, briefing.settings, language);
  if (is_list(question)) {
    const auto& items = question.value.items;
    add(turn, say(Msg::ask_list_hint, language, {so_far(question, wording)}), Tone::muted);
    for (std::size_t i = 0; i < items.size(); ++i)
      add(turn, fmt::format("{}. {}", i + 1, items[i]), Tone::muted);
    form = std::to_string(items.size() + 1) + ".";
  } else {
    add(turn, so_far(question, wording), Tone::muted);
  }
  const bool is_first = position_ == 0 || questions_[position_ - 1].kind != question.kind;
  if (question.kind == AnswerKind::pair && is_first) add(turn, pair_hint(briefing), Tone::muted);
  turn.prompt = form.empty() ? "> " : form + " > ";
  turn.next = Turn::Next::answer;
  return turn;
}

Turn Interview::ask_at(std::size_t position, Turn turn) {
  const auto language = answers_.briefing().language;
  position_ = position;
  const auto section = current().section;
  if (introduced_ != section) {
    turn.said.emplace_back(Heading{2, section_title(section, language)});
    add(turn, section_intro(section, language));
    introduced_ = section;
  }
  return ask(std::move(turn));
}

Turn Interview::refuse(std::string sentence) const {
  Turn turn;
  turn.refused = true;
  add(turn, std::move(sentence));
  const auto asked = ask({});
  turn.prompt = asked.prompt;
  return turn;
}

Turn Interview::help() const {
  const auto& briefing = answers_.briefing();
  Turn turn;
  // The labels of partnership are questions themselves; the handbook's, and what is behind them, say more.
  if (const auto& fact = current().fact; fact.topic == Topic::partnership) {
    const std::string handbook(question_text(fact.item, briefing.language));
    const std::string more(entry_question(Vocabulary::partnership, fact.item, briefing.language));
    if (!handbook.empty() && !more.empty())
      add(turn, say(Msg::ask_both, briefing.language, {handbook, more}));
  }
  const Wording wording{briefing.settings, answers_.now().account, briefing.language};
  for (auto& line : help_words(current(), wording))
    add(turn, std::move(line), turn.said.empty() ? Tone::normal : Tone::muted);
  add(turn, say(Msg::ask_help_signs, briefing.language), Tone::muted);
  turn.prompt = ask({}).prompt;
  return turn;
}

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
