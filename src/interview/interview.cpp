// What the dialogue says: the opening, the questions, the explanations.
#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "interview/explain.hpp"
#include "interview/measured.hpp"
#include "interview/origin.hpp"
#include "interview/parse_answer.hpp"
#include "interview/words.hpp"
#include "kam/interview/interview.hpp"
#include "kam/text/explanations.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/interview.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

inline void add(Turn& turn, std::string text, Tone tone = Tone::normal) {
  turn.said.emplace_back(plain_paragraph(std::move(text), tone));
}

inline bool is_list(const Question& question) {
  return question.kind == AnswerKind::list || question.kind == AnswerKind::names;
}

std::string without_ends(std::string_view line) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto first = line.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return std::string(line.substr(first, line.find_last_not_of(kBlanks) - first + 1));
}

bool has_controls(const std::string& line) {
  return std::ranges::any_of(decode_utf8(line), is_control);
}

bool is_number(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// `bisher: 4 (Jahresgespräch 2026, 31.03.2026)`
std::string so_far(const Question& question, const Wording& wording) {
  const auto language = wording.language;
  if (!question.value.is_known()) {
    if (!question.measured.empty()) return say(msg::ask_so_far_measured, language, {question.measured});
    return say(find_measured(wording.settings, question.fact) == nullptr ? msg::ask_so_far_nothing
                                                                         : msg::ask_so_far_unmeasured,
               language);
  }
  auto origin = question.origin;
  if (!question.measured.empty())
    origin = say(msg::ask_origin_measured, language, {origin, question.measured});
  if (is_list(question)) return say(msg::ask_so_far_list, language, {origin});
  const auto value = value_words(question.kind, question.value, wording);
  const auto reason = reason_of(question.kind, question.value);
  if (reason.empty()) return say(msg::ask_so_far, language, {value, origin});
  return say(msg::ask_so_far_reason, language, {value, reason, origin});
}

// The answer to a requirement has a form of its own, shown at the first of them.
std::string pair_hint(const Briefing& briefing) {
  const auto example = [&](ExampleLevel level) {
    constexpr int kDecimals = 2;
    return format_trimmed(rating_at(level, briefing.settings.scale), kDecimals, briefing.language);
  };
  return say(msg::ask_pair_hint, briefing.language,
             {example(ExampleLevel::top), example(ExampleLevel::middle), example(ExampleLevel::high)});
}

// Nothing to ask does not mean that nothing is open: the portfolio's lists may lack what a handbook question
// is about, or the account works together nowhere.
std::string nothing_to_ask(const std::vector<std::string>& open, Language language) {
  if (open.empty()) return say(msg::ask_none_open, language);
  std::string questions;
  for (const auto& id : open)
    questions.append(questions.empty() ? "" : " ").append(question_text(id, language));
  return say(msg::ask_open_elsewhere, language, {questions});
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
    const auto reason = own_ ? std::string(own_->example) : words(msg::ask_eg_reason);
    Lines lines{meaning(msg::ask_means_rating, msg::ask_means_criterion),
                words(msg::ask_help_rating, {scale_, example(own_ ? own_->rating : kRating), reason})};
    const auto* criterion = find_measured(wording_.settings, question_.fact);
    if (criterion == nullptr) return lines;
    lines.push_back(words(msg::ask_help_measured, {steps_words(*criterion, wording_)}));
    lines.push_back(words(msg::ask_help_figures,
                          {figures_words(*criterion->measure, wording_.language), wording_.account.id}));
    return lines;
  }

  Lines plain_rating() const {
    if (question_.fact.topic == Topic::contact)
      return {words(msg::ask_means_influence, {scale_}),
              words(msg::ask_help_influence, {scale_, example(kRating)})};
    const auto state = own_ ? std::string(own_->example) : words(msg::ask_eg_area);
    return {meaning(msg::ask_means_rating, msg::ask_means_area),
            words(msg::ask_help_plain_rating, {scale_, example(own_ ? own_->rating : kRating), state})};
  }

  Lines pair() const {
    const auto note = own_ ? std::string(own_->example) : words(msg::ask_eg_note);
    const auto importance = example(own_ ? own_->importance : ExampleLevel::top);
    const auto fulfilment = example(own_ ? own_->rating : kRating);
    return {meaning(msg::ask_means_fulfilment, msg::ask_means_requirement),
            words(msg::ask_help_pair, {scale_, importance, fulfilment, note}),
            words(msg::ask_help_competitor, {example(ExampleLevel::high), example(ExampleLevel::middle)})};
  }

  Lines list() const {
    Lines lines;
    if (own_) lines.emplace_back(own_->low);
    lines.push_back(words(msg::ask_help_list, {own_ ? own_->example : std::string_view(question_.example)}));
    lines.push_back(words(msg::ask_help_list_remove));
    return lines;
  }

  Lines money() const {
    constexpr double kAmount = 250000;
    return {words(msg::ask_help_money,
                  {wording_.settings.currency, format_number(kAmount, 0, wording_.language)})};
  }

  Lines choice() const {
    const bool is_requirement = question_.kind == AnswerKind::requirement;
    Lines lines{words(is_requirement ? msg::ask_help_requirement : msg::ask_help_choice)};
    for (const auto& entry : choices_of(question_.kind, wording_))
      lines.push_back(fmt::format("{} ({})", entry.label, entry.id));
    return lines;
  }

  std::string words(const Msg& message, std::initializer_list<std::string_view> arguments = {}) const {
    return say(message, wording_.language, arguments);
  }

 private:
  static constexpr auto kRating = ExampleLevel::middle;  // where an entry has none of its own

  std::string number(double value) const {
    constexpr int kDecimals = 2;
    return format_trimmed(value, kDecimals, wording_.language);
  }
  std::string example(ExampleLevel level) const { return number(rating_at(level, wording_.settings.scale)); }
  std::string meaning(const Msg& own, const Msg& general) const {
    return own_ ? words(own, {own_->low, scale_, own_->high}) : words(general, {scale_});
  }

  const Question& question_;
  const Wording& wording_;
  std::string scale_;
  std::optional<EntryExplanation> own_;
};

}  // namespace

Interview::Interview(Briefing briefing) : answers_(std::move(briefing)) {
  list_questions();
}

void Interview::list_questions() {
  const auto& briefing = answers_.briefing();
  const Inquiry inquiry{briefing.settings,
                        answers_.before(),
                        answers_.tree(),
                        briefing.file,
                        answers_.now(),
                        briefing.asking,
                        !briefing.source.has_value(),
                        briefing.language};
  questions_ = build_questions(inquiry);
  for (auto& question : questions_) {
    const auto* answer = answers_.find(question.fact);
    if (answer == nullptr && question.fact.topic == Topic::source) {
      question.value.text = answers_.source_so_far(question.fact.group);
      question.origin =
          say(msg::ask_no_source, briefing.language, {format_date(briefing.date, briefing.language)});
    }
    if (answer == nullptr) continue;
    // What the file cannot say yet: a source without ratings, ratings of a day to come.
    if (question.fact.topic == Topic::source) question.value = *answer;
    if (answer->number) question.value.number = answer->number;
    if (answer->second) question.value.second = answer->second;
    if (answer->third) question.value.third = answer->third;
    if (question.kind == AnswerKind::pair && !answer->text.empty()) question.value.text = answer->text;
    question.origin = say(msg::ask_just_answered, briefing.language);
  }
}

Turn Interview::go_on(Turn turn) {
  if (position_ + 1 >= questions_.size()) return sum_up(std::move(turn));
  return ask_at(position_ + 1, std::move(turn));
}

Turn Interview::go_back() {
  if (position_ > 0) return ask_at(position_ - 1, {});
  Turn turn;
  add(turn, say(msg::ask_first, answers_.briefing().language));
  return ask(std::move(turn));
}

Turn Interview::skip_section() {
  const auto section = current().section;
  while (position_ + 1 < questions_.size() && questions_[position_ + 1].section == section) ++position_;
  return go_on({});
}

Turn Interview::take(std::string_view typed) {
  const auto language = answers_.briefing().language;
  const bool confirming = stage_ == Stage::confirming;
  const auto line = without_ends(typed);
  if (confirming) return take_confirmation(line);
  if (find_invalid_utf8(line)) return refuse(say(msg::ask_not_utf8, language));
  if (has_controls(line)) return refuse(say(msg::ask_controls, language));
  if (line.empty()) return go_on({});
  if (line == "?") return help();
  if (line == "<") return go_back();
  if (line == "!") return skip_section();
  if (line == "-") return clear();
  return is_list(current()) ? take_item(line) : take_answer(line);
}

// A day that is past may be meant, but is more often a slip.
std::string Interview::remark_on(const Fact& fact, const Answer& answer) const {
  const auto& briefing = answers_.briefing();
  if (!answer.date || days_between(*answer.date, briefing.as_of) <= 0) return {};
  return say(fact.topic == Topic::action ? msg::ask_overdue : msg::ask_past_day, briefing.language,
             {format_date(*answer.date, briefing.language)});
}

Turn Interview::put(Answer answer, Then then) {
  const auto fact = current().fact;
  Turn turn;
  turn.remark = remark_on(fact, answer);
  const auto refusal = answers_.put(current(), std::move(answer));
  if (!refusal.empty()) return refuse(say(msg::ask_refused, answers_.briefing().language, {refusal}));
  list_questions();
  const auto same = std::ranges::find(questions_, fact, &Question::fact);
  position_ = same == questions_.end() ? std::min(position_, questions_.size() - 1)
                                       : static_cast<std::size_t>(same - questions_.begin());
  return then == Then::go_on ? go_on(std::move(turn)) : ask(std::move(turn));
}

Turn Interview::take_answer(const std::string& line) {
  const auto& briefing = answers_.briefing();
  auto parsed = parse_answer(current(), line, answers_.now(), briefing.settings, briefing.language);
  if (auto* wrong = std::get_if<Misunderstood>(&parsed)) return refuse(std::move(wrong->sentence));
  return put(std::move(std::get<Answer>(parsed)), Then::go_on);
}

Turn Interview::take_item(const std::string& line) {
  const auto language = answers_.briefing().language;
  if (line.front() == '-' && is_number(std::string_view(line).substr(1)))
    return remove_item(std::string_view(line).substr(1));
  auto text = parse_typed_text(line, language);
  if (auto* wrong = std::get_if<Misunderstood>(&text)) return refuse(std::move(wrong->sentence));
  auto answer = current().value;
  const auto& item = std::get<std::string>(text);
  if (std::ranges::find(answer.items, item) != answer.items.end())
    return refuse(say(msg::ask_twice, language, {item}));
  answer.items.push_back(item);
  auto turn = put(std::move(answer), Then::stay);
  if (!turn.refused) turn.said.clear();  // the list grows on the screen as it is typed
  return turn;
}

Turn Interview::remove_item(std::string_view number) {
  auto answer = current().value;
  std::size_t place = 0;
  const auto result = std::from_chars(number.data(), number.data() + number.size(), place);
  if (result.ec != std::errc{} || place == 0 || place > answer.items.size())
    return refuse(
        say(msg::ask_no_item, answers_.briefing().language, {number, std::to_string(answer.items.size())}));
  answer.items.erase(answer.items.begin() + static_cast<std::ptrdiff_t>(place - 1));
  return put(std::move(answer), Then::stay);
}

Turn Interview::clear() {
  const auto question = current();
  if (is_list(question)) return put({}, Then::stay);
  if (question.kind != AnswerKind::pair) return put({}, Then::go_on);
  if (answers_.find(question.fact) != nullptr && !answers_.is_in_this_assessment(question.fact)) {
    answers_.take_back(question.fact);
    list_questions();
    return go_on({});
  }
  const auto& briefing = answers_.briefing();
  if (question.value.is_known() && !answers_.is_in_this_assessment(question.fact))
    return refuse(say(msg::ask_past_rating, briefing.language,
                      {describe_assessment(answers_.now(), question.fact, briefing.language)}));
  return question.value.is_known() ? put({}, Then::go_on) : go_on({});
}

Turn Interview::sum_up(Turn turn) {
  const auto& briefing = answers_.briefing();
  const auto unwritten = answers_.unwritten_sources();
  if (!answers_.change_file()) {
    for (const auto& remark : unwritten) add(turn, remark);
    return end(Turn::Next::nothing, std::move(turn));
  }
  stage_ = Stage::confirming;
  add(turn, say(msg::ask_summary, briefing.language, {briefing.file}));
  turn.said.emplace_back(answers_.changes());
  for (const auto& remark : unwritten) add(turn, remark);
  turn.prompt = say(msg::ask_save, briefing.language) + " ";
  turn.next = Turn::Next::confirm;
  return turn;
}

Turn Interview::end(Turn::Next next, Turn turn) {
  const auto& briefing = answers_.briefing();
  stage_ = Stage::over;
  turn.next = next;
  if (next == Turn::Next::nothing) add(turn, say(msg::ask_nothing_answered, briefing.language));
  if (next == Turn::Next::discard) add(turn, say(msg::ask_discarded, briefing.language, {briefing.file}));
  return turn;
}

Turn Interview::take_confirmation(std::string_view line) {
  const auto word = fold_name(line);
  for (const auto* yes : {"", "j", "ja", "y", "yes"})
    if (word == yes) return end(Turn::Next::save);
  for (const auto* no : {"n", "nein", "no"})
    if (word == no) return end(Turn::Next::discard);
  const auto& briefing = answers_.briefing();
  if (word == "<") {
    stage_ = Stage::asking;
    introduced_.reset();
    return ask_at(position_, {});
  }
  Turn turn;
  turn.refused = true;
  add(turn, say(msg::ask_yes_or_no, briefing.language));
  turn.prompt = say(msg::ask_save, briefing.language) + " ";
  turn.next = Turn::Next::confirm;
  return turn;
}

Turn Interview::stop() {
  return stage_ == Stage::asking ? sum_up({}) : end(Turn::Next::discard);
}

Turn Interview::begin() {
  Turn turn;
  const auto& briefing = answers_.briefing();
  turn.said.emplace_back(
      Heading{1, say(msg::ask_title, briefing.language, {answers_.before().account.name})});
  if (questions_.empty()) {
    add(turn, nothing_to_ask(answers_.before().scores.completeness.open, briefing.language));
    stage_ = Stage::over;
    turn.next = Turn::Next::nothing;
    return turn;
  }
  add(turn, say(msg::ask_keys, briefing.language), Tone::muted);
  return ask_at(0, std::move(turn));
}

// The current question with its place, the value so far and the form of the answer.
Turn Interview::ask(Turn turn) const {
  const auto& briefing = answers_.briefing();
  const auto language = briefing.language;
  const auto& question = current();
  const Wording wording{briefing.settings, answers_.now().account, language};
  const auto progress =
      say(msg::ask_progress, language, {std::to_string(position_ + 1), std::to_string(questions_.size())});
  turn.said.emplace_back(Paragraph{
      {Span{Span::Kind::plain, progress + " · ", {}}, Span{Span::Kind::strong, question.text, {}}}});
  auto form = form_words(question.kind, briefing.settings, language);
  if (is_list(question)) {
    const auto& items = question.value.items;
    add(turn, say(msg::ask_list_hint, language, {so_far(question, wording)}), Tone::muted);
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
      add(turn, say(msg::ask_both, briefing.language, {handbook, more}));
  }
  const Wording wording{briefing.settings, answers_.now().account, briefing.language};
  for (auto& line : help_words(current(), wording))
    add(turn, std::move(line), turn.said.empty() ? Tone::normal : Tone::muted);
  add(turn, say(msg::ask_help_signs, briefing.language), Tone::muted);
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
      return {help.words(msg::ask_help_text, {question.example})};
    case AnswerKind::list:
    case AnswerKind::names:
      return help.list();
    case AnswerKind::money:
      return help.money();
    case AnswerKind::percent:
      return {help.words(msg::ask_help_percent)};
    case AnswerKind::date:
      return {help.words(msg::ask_help_date, {example_date(wording.language)})};
    case AnswerKind::requirement:
    case AnswerKind::contact_role:
    case AnswerKind::attitude:
      return help.choice();
  }
  return {};
}

}  // namespace kam
