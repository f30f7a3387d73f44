#include "kam/text/labels.hpp"

#include <algorithm>
#include <array>

#include "text/key_text_table.hpp"
#include "text/label_table.hpp"

namespace kam {

namespace {

label_table::Table labels_of(Vocabulary vocabulary) {
  switch (vocabulary) {
    case Vocabulary::field:
    case Vocabulary::measure:
      return label_table::fields();
    case Vocabulary::attractiveness:
      return label_table::attractiveness();
    case Vocabulary::partnership:
      return label_table::partnership();
    case Vocabulary::collaboration:
      return label_table::collaboration();
    case Vocabulary::requirement:
      return label_table::requirements();
    case Vocabulary::potential:
      return label_table::potentials();
    case Vocabulary::offering:
      return {};
    case Vocabulary::status:
      return label_table::statuses();
    case Vocabulary::qualification:
      return label_table::qualifications();
    case Vocabulary::matrix_quadrant:
      return label_table::matrix_quadrants();
    case Vocabulary::importance_quadrant:
      return label_table::importance_quadrants();
    case Vocabulary::perspective:
      return label_table::perspectives();
    case Vocabulary::attitude:
      return label_table::attitudes();
    case Vocabulary::contact_role:
      return label_table::contact_roles();
    case Vocabulary::potential_status:
      return label_table::potential_statuses();
    case Vocabulary::action_status:
      return label_table::action_statuses();
    case Vocabulary::agenda_kind:
      return label_table::agenda_kinds();
  }
  return {};
}

label_table::Table entry_questions_of(Vocabulary vocabulary) {
  switch (vocabulary) {
    case Vocabulary::attractiveness:
      return label_table::attractiveness_questions();
    case Vocabulary::partnership:
      return label_table::partnership_questions();
    case Vocabulary::collaboration:
      return label_table::collaboration_questions();
    case Vocabulary::requirement:
      return label_table::requirement_questions();
    case Vocabulary::potential:
      return label_table::potential_questions();
    default:
      return {};
  }
}

std::string_view find_in(label_table::Table table, std::string_view id, Language language) {
  const auto found = std::ranges::find(table, id, &label_table::Label::id);
  if (found == table.end()) return {};
  return language == Language::de ? found->de : found->en;
}

// Of a key at the top of an account file: what its text in the catalogue calls it.
std::string_view key_title(std::string_view key, Language language) {
  const auto rows = key_text_table::account();
  const auto row = std::ranges::find(rows, key, &key_text_table::Row::path);
  if (row == rows.end()) return {};
  return language == Language::de ? row->title_de : row->title_en;
}

}  // namespace

std::string_view find_label(Vocabulary vocabulary, std::string_view id, Language language) {
  // A measure is called as the field it measures.
  if (vocabulary == Vocabulary::measure && !parse_id<Measure>(id)) return {};
  const auto label = find_in(labels_of(vocabulary), id, language);
  return label.empty() && vocabulary == Vocabulary::field ? key_title(id, language) : label;
}

std::optional<Vocabulary> vocabulary_of(std::span<const std::string_view> ids) {
  using Row = std::pair<std::span<const std::string_view>, Vocabulary>;
  const std::array kRows{Row{ids_of<Status>(), Vocabulary::status},
                         Row{ids_of<Perspective>(), Vocabulary::perspective},
                         Row{ids_of<ContactRole>(), Vocabulary::contact_role},
                         Row{ids_of<Attitude>(), Vocabulary::attitude},
                         Row{ids_of<PotentialStatus>(), Vocabulary::potential_status},
                         Row{ids_of<ActionStatus>(), Vocabulary::action_status},
                         Row{ids_of<Measure>(), Vocabulary::measure}};
  for (const auto& [of_enum, vocabulary] : kRows)
    if (of_enum.data() == ids.data()) return vocabulary;
  return std::nullopt;
}

std::string_view choice_label(std::span<const std::string_view> ids, std::string_view id, Language language) {
  const auto vocabulary = vocabulary_of(ids);
  return vocabulary ? find_label(*vocabulary, id, language) : std::string_view{};
}

std::string entry_label(Vocabulary vocabulary, std::string_view id, const OwnLabel& own, Language language) {
  const bool german = language == Language::de;
  const std::array<std::string_view, 4> candidates{
      german ? own.de : own.en, own.any, german ? own.en : own.de, find_label(vocabulary, id, language)};
  for (const auto candidate : candidates)
    if (!candidate.empty()) return std::string(candidate);
  return std::string(id);
}

std::string_view label_of(Status value, Language language) {
  return find_label(Vocabulary::status, to_id(value), language);
}
std::string_view label_of(Qualification value, Language language) {
  return find_label(Vocabulary::qualification, to_id(value), language);
}
std::string_view label_of(MatrixQuadrant value, Language language) {
  return find_label(Vocabulary::matrix_quadrant, to_id(value), language);
}
std::string_view label_of(ImportanceQuadrant value, Language language) {
  return find_label(Vocabulary::importance_quadrant, to_id(value), language);
}
std::string_view label_of(Perspective value, Language language) {
  return find_label(Vocabulary::perspective, to_id(value), language);
}
std::string_view label_of(Attitude value, Language language) {
  return find_label(Vocabulary::attitude, to_id(value), language);
}
std::string_view label_of(ContactRole value, Language language) {
  return find_label(Vocabulary::contact_role, to_id(value), language);
}
std::string_view label_of(PotentialStatus value, Language language) {
  return find_label(Vocabulary::potential_status, to_id(value), language);
}
std::string_view label_of(ActionStatus value, Language language) {
  return find_label(Vocabulary::action_status, to_id(value), language);
}
std::string_view label_of(AgendaKind value, Language language) {
  return find_label(Vocabulary::agenda_kind, to_id(value), language);
}
std::string_view label_of(Measure value, Language language) {
  return find_label(Vocabulary::measure, to_id(value), language);
}

std::string_view question_text(std::string_view id, Language language) {
  return find_in(label_table::questions(), id, language);
}

std::string_view entry_question(Vocabulary vocabulary, std::string_view id, Language language) {
  return find_in(entry_questions_of(vocabulary), id, language);
}

}  // namespace kam
