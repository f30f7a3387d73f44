#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kam/document/document.hpp"
#include "kam/interview/answers.hpp"
#include "kam/interview/questions.hpp"

namespace kam {

// What the dialogue says to a line of input.
struct Turn {
  enum class Next {
    answer,   // read a line for `take`, or say that there is none by `stop`
    confirm,  // likewise; the answer decides whether to save
    save,     // over: what was answered is to be saved
    discard,  // over: it is not
    nothing   // over: nothing was answered
  };
  std::string remark;       // on the answer just given; it was taken all the same
  std::vector<Block> said;  // to be shown before the prompt
  std::string prompt;       // on one line
  Next next = Next::answer;
  bool refused = false;  // the line was no answer: `said` tells why and asks again
};

// A dialogue through the handbook's questions on one account, as a state machine: a line of input in, what to
// say and what comes next out. Reads and writes nothing; the caller shows, reads and saves.
class Interview {
 public:
  explicit Interview(Briefing briefing);

  Turn begin();
  Turn take(std::string_view typed);
  // There are no more lines: at a question the answers so far are summed up, at the summary they are
  // discarded.
  Turn stop();

  const Answers& answers() const { return answers_; }

 private:
  enum class Stage { asking, confirming, over };

  void list_questions();
  const Question& current() const { return questions_[position_]; }
  Turn ask(Turn turn) const;
  Turn ask_at(std::size_t position, Turn turn);
  Turn go_on(Turn turn);
  Turn go_back();
  Turn skip_section();
  Turn refuse(std::string sentence) const;
  Turn help() const;
  Turn sum_up(Turn turn);
  Turn end(Turn::Next next, Turn turn = {});
  Turn take_confirmation(std::string_view line);
  Turn take_answer(const std::string& line);
  Turn take_item(const std::string& line);
  Turn remove_item(std::string_view number);
  Turn clear();
  enum class Then { go_on, stay };
  std::string remark_on(const Fact& fact, const Answer& answer) const;
  Turn put(Answer answer, Then then);

  Answers answers_;
  std::vector<Question> questions_;
  std::size_t position_ = 0;
  std::optional<InterviewSection> introduced_;  // whose heading stands above the question
  Stage stage_ = Stage::asking;
};

}  // namespace kam
