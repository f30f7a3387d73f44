#include "cli/terminal/edit_question.hpp"

#include <algorithm>
#include <initializer_list>

#include "kam/text/messages.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

struct Choice {
  Msg sentence;  // `[e] edit again`
  NextStep step;
};

// The letter that a choice's sentence has in brackets.
std::string letter_of(const Choice& choice, Language language) {
  const auto sentence = say(choice.sentence, language);
  return sentence.substr(1, sentence.find(']') - 1);
}

NextStep ask(const Context& context, const std::string& heading, std::initializer_list<Choice> choices,
             Language language) {
  auto question = heading + "\n";
  std::string letters;
  for (const auto& choice : choices) {
    question += "  " + say(choice.sentence, language) + "\n";
    letters += (letters.empty() ? "" : " ") + letter_of(choice, language);
  }
  const auto prompt = say(Msg::edit_prompt, language);
  question += prompt;
  while (true) {
    const auto answer = context.ask(question);
    if (answer.end == TypedLine::End::interrupted) return NextStep::interrupted;
    if (answer.end == TypedLine::End::end_of_input) return NextStep::stop;
    const auto word = fold_name(answer.text);
    const auto* const chosen = std::ranges::find_if(
        choices, [&](const Choice& choice) { return letter_of(choice, language) == word; });
    if (chosen != choices.end()) return chosen->step;
    question = say(Msg::edit_choose_one_of, language, {letters}) + "\n" + prompt;
  }
}

}  // namespace

NextStep ask_about_faults(const Context& context, const std::string& file, Language language) {
  return ask(context, "\n" + say(Msg::edit_faulty, language, {file}),
             {{Msg::edit_choose_again, NextStep::edit},
              {Msg::edit_choose_commented, NextStep::edit_commented},
              {Msg::edit_choose_stop, NextStep::stop},
              {Msg::edit_choose_discard, NextStep::discard}},
             language);
}

NextStep ask_about_settings(const Context& context, const std::string& file, Language language) {
  return ask(context, "\n" + say(Msg::edit_settings_faulty, language, {file}),
             {{Msg::edit_choose_again, NextStep::edit},
              {Msg::edit_choose_stop, NextStep::stop},
              {Msg::edit_choose_discard, NextStep::discard}},
             language);
}

NextStep ask_about_changes(const Context& context, const std::string& file, const std::string& difference,
                           Language language) {
  return ask(context, difference + "\n" + say(Msg::edit_overtaken, language, {file}),
             {{Msg::edit_choose_merge, NextStep::edit_commented},
              {Msg::edit_choose_stop, NextStep::stop},
              {Msg::edit_choose_discard, NextStep::discard}},
             language);
}

NextStep ask_about_left_copy(const Context& context, const std::string& file, const std::string& difference,
                             Language language) {
  return ask(context, difference + "\n" + say(Msg::edit_interrupted, language, {file}),
             {{Msg::edit_choose_go_on, NextStep::edit},
              {Msg::edit_choose_leave, NextStep::leave},
              {Msg::edit_choose_discard_left, NextStep::discard}},
             language);
}

}  // namespace kam::cli
