#include "kam/interview/interview.hpp"

#include <algorithm>
#include <charconv>
#include <utility>

#include "interview/origin.hpp"
#include "interview/parse_answer.hpp"
#include "interview/turn.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

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
          say(Msg::ask_no_source, briefing.language, {format_date(briefing.date, briefing.language)});
    }
    if (answer == nullptr) continue;
    // What the file cannot say yet: a source without ratings, ratings of a day to come.
    if (question.fact.topic == Topic::source) question.value = *answer;
    if (answer->number) question.value.number = answer->number;
    if (answer->second) question.value.second = answer->second;
    if (answer->third) question.value.third = answer->third;
    if (question.kind == AnswerKind::pair && !answer->text.empty()) question.value.text = answer->text;
    question.origin = say(Msg::ask_just_answered, briefing.language);
  }
}

Turn Interview::go_on(Turn turn) {
  if (position_ + 1 >= questions_.size()) return sum_up(std::move(turn));
  return ask_at(position_ + 1, std::move(turn));
}

Turn Interview::go_back() {
  if (position_ > 0) return ask_at(position_ - 1, {});
  Turn turn;
  add(turn, say(Msg::ask_first, answers_.briefing().language));
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
  if (find_invalid_utf8(line)) return refuse(say(Msg::ask_not_utf8, language));
  if (has_controls(line)) return refuse(say(Msg::ask_controls, language));
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
  return say(fact.topic == Topic::action ? Msg::ask_overdue : Msg::ask_past_day, briefing.language,
             {format_date(*answer.date, briefing.language)});
}

Turn Interview::put(Answer answer, Then then) {
  const auto fact = current().fact;
  Turn turn;
  turn.remark = remark_on(fact, answer);
  const auto refusal = answers_.put(current(), std::move(answer));
  if (!refusal.empty()) return refuse(say(Msg::ask_refused, answers_.briefing().language, {refusal}));
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
    return refuse(say(Msg::ask_twice, language, {item}));
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
        say(Msg::ask_no_item, answers_.briefing().language, {number, std::to_string(answer.items.size())}));
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
    return refuse(say(Msg::ask_past_rating, briefing.language,
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
  add(turn, say(Msg::ask_summary, briefing.language, {briefing.file}));
  turn.said.emplace_back(answers_.changes());
  for (const auto& remark : unwritten) add(turn, remark);
  turn.prompt = say(Msg::ask_save, briefing.language) + " ";
  turn.next = Turn::Next::confirm;
  return turn;
}

Turn Interview::end(Turn::Next next, Turn turn) {
  const auto& briefing = answers_.briefing();
  stage_ = Stage::over;
  turn.next = next;
  if (next == Turn::Next::nothing) add(turn, say(Msg::ask_nothing_answered, briefing.language));
  if (next == Turn::Next::discard) add(turn, say(Msg::ask_discarded, briefing.language, {briefing.file}));
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
  add(turn, say(Msg::ask_yes_or_no, briefing.language));
  turn.prompt = say(Msg::ask_save, briefing.language) + " ";
  turn.next = Turn::Next::confirm;
  return turn;
}

Turn Interview::stop() {
  return stage_ == Stage::asking ? sum_up({}) : end(Turn::Next::discard);
}

}  // namespace kam
