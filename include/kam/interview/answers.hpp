#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kam/document/document.hpp"
#include "kam/interview/questions.hpp"

namespace kam {

// The account that is asked about, and how.
struct Briefing {
  Settings settings;
  std::string id;    // the account's
  std::string file;  // `accounts/ID.yaml`
  std::string text;  // its bytes, which must read
  Date as_of;
  Language language = Language::en;
  Asking asking = Asking::all;
  // Of the assessments that the ratings of requirements go into, one for each perspective.
  Date date;
  std::optional<std::string> source;  // asked for where it is not given
  std::string by;
};

// Every answer put into a file.
struct FilledIn {
  std::string text;                    // the new bytes
  Known before;                        // what the file says
  Known known;                         // what the new bytes say
  std::string refusal;                 // why it cannot be done: a sentence without full stop; else empty
  std::vector<std::string> conflicts;  // answered facts of which the file says something else than at first
};

// The answers given so far, and the file as it would be with them: always the original with the answers'
// edits applied, so that an answer that is changed or taken back leaves no trace.
class Answers {
 public:
  explicit Answers(Briefing briefing);

  // Takes an answer, in place of an earlier one to the same question. Returns why it cannot be put into the
  // file, or nothing.
  std::string put(const Question& question, Answer answer);
  void take_back(const Fact& fact);

  // The answer given to a question, if there is one.
  const Answer* find(const Fact& fact) const;
  // Whether requirements were rated, which the briefing's day is for.
  bool rate_requirements() const;
  // Whether the file would be another.
  bool change_file() const { return steps_.back().text != steps_.front().text; }

  const Briefing& briefing() const { return briefing_; }
  const Node& tree() const { return tree_; }  // of the original
  const Known& before() const { return steps_.front().known; }
  const Known& now() const { return steps_.back().known; }
  const std::string& text() const { return steps_.back().text; }

  // Whether the original has the rating of a requirement in the very assessment that the answers go into.
  bool is_in_this_assessment(const Fact& fact) const;

  // The source of the perspective's assessment that the file has of the briefing's day, if it names one:
  // ratings go on into that one unless another source is given.
  std::string source_so_far(const std::string& perspective) const;

  // What was answered, old and new in words: label, change, remark.
  Table changes() const;

  // A sentence for each source that was given without any rating: no file can hold it.
  std::vector<std::string> unwritten_sources() const;

  // The answers put into what the file says by now. Where that is something else than at first about a fact
  // that was answered, nothing is put in and the facts are named.
  FilledIn fill_in(const std::string& text) const;

 private:
  struct Given {
    Fact fact;
    AnswerKind kind = AnswerKind::text;
    std::string label;
    Answer answer;
  };
  struct Step {
    std::string text;
    Known known;
  };
  using Givens = std::vector<Given>;

  bool has_ratings(const Fact& source) const;
  std::string source_of(const Givens& given, const std::string& perspective) const;
  std::string carry_out(const Givens& given, std::size_t from, std::vector<Step>& steps) const;
  std::string step(const Givens& all, const Given& given, Step& step, Node& tree) const;
  void forget_orphans();
  std::vector<Cell> change_row(const Given& given) const;

  Briefing briefing_;
  Node tree_;
  Givens given_;             // in the order in which they were first given
  std::vector<Step> steps_;  // the original, then after each of them
};

}  // namespace kam
