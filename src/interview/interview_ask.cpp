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

}  // namespace kam
