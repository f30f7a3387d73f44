#pragma once

#include <string>
#include <vector>

#include "kam/document/document.hpp"
#include "kam/interview/questions.hpp"
#include "kam/text/labels.hpp"

namespace kam {

// Answers and facts in words.

// The portfolio's requirements, then the account's own.
EntryList requirements_of(const Settings& settings, const Account& account);

// What people read for the id of a requirement, also for one that no list has.
std::string requirement_words(const Settings& settings, const Account& account, const std::string& id,
                              Language language);

struct Wording {
  const Settings& settings;
  const Account& account;  // whose own requirements have labels too
  Language language;
};

// The values that an answer of that kind is one of; none where it is no choice.
struct Choice {
  std::string id;
  std::string label;
};
std::vector<Choice> choices_of(AnswerKind kind, const Wording& wording);

// `4`, `5:4`, `5:4:3` with the best competitor, `250.000 EUR`, `40 %`; `unbekannt` where nothing is known.
std::string value_words(AnswerKind kind, const Answer& answer, const Wording& wording);

// The reason of a rating, the note of a requirement's; empty where there is none.
std::string reason_of(AnswerKind kind, const Answer& answer);

// The value, and in brackets what comes with it: `4 (Prüfstand wird gemeinsam betrieben)`.
std::string answer_words(AnswerKind kind, const Answer& answer, const Wording& wording);

// `3 → 4`, `3 → 4 (Begründung bleibt: Prüfstand)`; of lists what came and went: `+ Notdienst; − Fax`.
std::string change_words(AnswerKind kind, const Answer& before, const Answer& after, const Wording& wording);

// What the prompt shows of the form: `0–5`, `Wichtigkeit:Erfüllung`, `EUR`; empty for text.
std::string form_words(AnswerKind kind, const Settings& settings, Language language);

std::string section_title(InterviewSection section, Language language);
std::string section_intro(InterviewSection section, Language language);

std::string example_date(Language language);

}  // namespace kam
