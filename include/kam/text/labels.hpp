#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "kam/model/ids.hpp"
#include "kam/model/settings.hpp"

namespace kam {

// The words of people: labels of fields, of the built-in catalogue entries and of enum values.
enum class Vocabulary {
  field,  // columns, file keys and scores: revenue, attractiveness, lost_points, manager …
  attractiveness,
  partnership,
  collaboration,
  requirement,
  potential,
  offering,  // no built-in ones: every offering is the portfolio's own
  status,
  qualification,
  matrix_quadrant,
  importance_quadrant,
  perspective,
  attitude,
  contact_role,
  potential_status,
  action_status,
  agenda_kind,
  measure
};

// The built-in label; empty where the vocabulary has no such id.
std::string_view find_label(Vocabulary vocabulary, std::string_view id, Language language);

// The vocabulary of the enum whose ids (`ids_of`) these are, and the label of one of them; of others none.
std::optional<Vocabulary> vocabulary_of(std::span<const std::string_view> ids);
std::string_view choice_label(std::span<const std::string_view> ids, std::string_view id, Language language);

// What people see for a catalogue entry: its own label in that language, else its `label`, else its other
// language's, else the built-in one, else the id.
std::string entry_label(Vocabulary vocabulary, std::string_view id, const OwnLabel& own, Language language);

// The label of an enum's value.
std::string_view label_of(Status value, Language language);
std::string_view label_of(Qualification value, Language language);
std::string_view label_of(MatrixQuadrant value, Language language);
std::string_view label_of(ImportanceQuadrant value, Language language);
std::string_view label_of(Perspective value, Language language);
std::string_view label_of(Attitude value, Language language);
std::string_view label_of(ContactRole value, Language language);
std::string_view label_of(PotentialStatus value, Language language);
std::string_view label_of(ActionStatus value, Language language);
std::string_view label_of(AgendaKind value, Language language);
std::string_view label_of(Measure value, Language language);

// The handbook's question with that id; empty where there is none.
std::string_view question_text(std::string_view id, Language language);

// The full question or explanation behind a built-in catalogue entry, one sentence; empty where there is
// none.
std::string_view entry_question(Vocabulary vocabulary, std::string_view id, Language language);

}  // namespace kam
