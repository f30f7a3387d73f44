#include <array>

#include "text/label_table.hpp"

namespace kam::label_table {

namespace {

constexpr auto kStatuses = std::to_array<Label>({
    {"prospect", "Prospect", "Interessent"},
    {"candidate", "Candidate", "Kandidat"},
    {"key_account", "Key account", "Schlüsselkunde"},
    {"former", "Former customer", "Ehemaliger Kunde"},
});

constexpr auto kQualifications = std::to_array<Label>({
    {"unknown", "Not yet known", "Noch offen"},
    {"key_account", "Key account", "Schlüsselkunde"},
    {"candidate", "Candidate", "Kandidat"},
    {"regular", "Regular customer", "Standardkunde"},
});

constexpr auto kMatrixQuadrants = std::to_array<Label>({
    {"strategic", "Strategic customer", "Strategischer Kunde"},
    {"star", "Star customer", "Entwicklungskunde"},
    {"status", "Status customer", "Ertragskunde"},
    {"streamline", "Streamline customer", "Mitnahmekunde"},
});

constexpr auto kImportanceQuadrants = std::to_array<Label>({
    {"concentrate_here", "Concentrate here", "Handlungsbedarf"},
    {"keep_up", "Keep up the good work", "Stärke halten"},
    {"low_priority", "Low priority", "Geringe Priorität"},
    {"possible_overkill", "Possible overkill", "Mögliche Übererfüllung"},
});

constexpr auto kPerspectives = std::to_array<Label>({
    {"customer", "Customer's view", "Kundensicht"},
    {"own", "Own view", "Eigensicht"},
});

constexpr auto kAttitudes = std::to_array<Label>({
    {"champion", "Champion", "Fürsprecher"},
    {"supporter", "Supporter", "Unterstützer"},
    {"neutral", "Neutral", "Neutral"},
    {"critic", "Critic", "Kritiker"},
    {"opponent", "Opponent", "Gegner"},
});

constexpr auto kContactRoles = std::to_array<Label>({
    {"decision_maker", "Decision maker", "Entscheider"},
    {"approver", "Approver", "Genehmiger"},
    {"evaluator", "Evaluator", "Prüfer"},
    {"user", "User", "Anwender"},
    {"other", "Other", "Sonstige"},
});

constexpr auto kPotentialStatuses = std::to_array<Label>({
    {"open", "Open", "Offen"},
    {"won", "Won", "Gewonnen"},
    {"lost", "Lost", "Verloren"},
});

constexpr auto kActionStatuses = std::to_array<Label>({
    {"open", "Open", "Offen"},
    {"done", "Done", "Erledigt"},
    {"dropped", "Dropped", "Verworfen"},
});

constexpr auto kAgendaKinds = std::to_array<Label>({
    {"action", "Action", "Maßnahme"},
    {"potential", "Potential", "Potenzial"},
    {"assessment_missing", "First assessment", "Erstbewertung"},
    {"assessment_stale", "Reassessment", "Neubewertung"},
    {"annual_talk", "Annual talk", "Jahresgespräch"},
});

static_assert(is_sound(kStatuses));
static_assert(is_sound(kQualifications));
static_assert(is_sound(kMatrixQuadrants));
static_assert(is_sound(kImportanceQuadrants));
static_assert(is_sound(kPerspectives));
static_assert(is_sound(kAttitudes));
static_assert(is_sound(kContactRoles));
static_assert(is_sound(kPotentialStatuses));
static_assert(is_sound(kActionStatuses));
static_assert(is_sound(kAgendaKinds));

}  // namespace

Table statuses() {
  return kStatuses;
}
Table qualifications() {
  return kQualifications;
}
Table matrix_quadrants() {
  return kMatrixQuadrants;
}
Table importance_quadrants() {
  return kImportanceQuadrants;
}
Table perspectives() {
  return kPerspectives;
}
Table attitudes() {
  return kAttitudes;
}
Table contact_roles() {
  return kContactRoles;
}
Table potential_statuses() {
  return kPotentialStatuses;
}
Table action_statuses() {
  return kActionStatuses;
}
Table agenda_kinds() {
  return kAgendaKinds;
}

}  // namespace kam::label_table
