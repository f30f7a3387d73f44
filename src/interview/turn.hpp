#pragma once

#include <string>
#include <utility>

#include "kam/interview/interview.hpp"

namespace kam {

inline void add(Turn& turn, std::string text, Tone tone = Tone::normal) {
  turn.said.emplace_back(plain_paragraph(std::move(text), tone));
}

inline bool is_list(const Question& question) {
  return question.kind == AnswerKind::list || question.kind == AnswerKind::names;
}

}  // namespace kam
