#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "kam/interview/interview.hpp"

// Dialogues as a table has them: lines typed, and what is said to the last of them.
namespace kam::room {

// A small portfolio: two criteria, of which one is measured, one of partnership, one area, two requirements
// and two kinds of potentials.
Settings settings();

Briefing briefing(const std::string& text, Language language = Language::de);

// What a turn says, a line each: `# heading`, text, `1. item`, `label | change | remark`; the prompt last.
std::string said(const Turn& turn);

// A dialogue on the file `text`.
class Room {
 public:
  explicit Room(const std::string& text, Language language = Language::de);
  explicit Room(Briefing briefing) : interview(std::move(briefing)) { last = interview.begin(); }

  // Types the lines and returns what is said to the last.
  std::string type(const std::vector<std::string>& lines);
  // Types empty lines until the question is about `label`.
  void go_to(const std::string& label);
  std::string file() const { return interview.answers().text(); }

  Interview interview;
  Turn last;
};

}  // namespace kam::room
