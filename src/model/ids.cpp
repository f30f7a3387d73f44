#include "kam/model/ids.hpp"

#include <algorithm>
#include <array>

#include "kam/model/number.hpp"
#include "kam/model/problem.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;

constexpr std::array kLanguage{"en"sv, "de"sv};
constexpr std::array kStatus{"prospect"sv, "candidate"sv, "key_account"sv, "former"sv};
constexpr std::array kPerspective{"customer"sv, "own"sv};
constexpr std::array kContactRole{"decision_maker"sv, "approver"sv, "evaluator"sv, "user"sv, "other"sv};
constexpr std::array kAttitude{"champion"sv, "supporter"sv, "neutral"sv, "critic"sv, "opponent"sv};
constexpr std::array kPotentialStatus{"open"sv, "won"sv, "lost"sv};
constexpr std::array kActionStatus{"open"sv, "done"sv, "dropped"sv};
constexpr std::array kMeasure{"revenue"sv,        "contribution_margin"sv,
                              "profit"sv,         "contribution_margin_ratio"sv,
                              "revenue_growth"sv, "share_of_wallet"sv};
constexpr std::array kRatingSource{"rated"sv, "measured"sv, "unknown"sv};
constexpr std::array kAbc{"A"sv, "B"sv, "C"sv};
constexpr std::array kQualification{"unknown"sv, "key_account"sv, "candidate"sv, "regular"sv};
constexpr std::array kMatrixQuadrant{"strategic"sv, "star"sv, "status"sv, "streamline"sv};
constexpr std::array kImportanceQuadrant{"concentrate_here"sv, "keep_up"sv, "low_priority"sv,
                                         "possible_overkill"sv};
constexpr std::array kAgendaKind{"action"sv, "potential"sv, "assessment_missing"sv, "assessment_stale"sv,
                                 "annual_talk"sv};
constexpr std::array kAgendaState{"overdue"sv, "due"sv, "undated"sv};

constexpr std::array kSeverity{"note"sv, "warning"sv, "error"sv};

constexpr bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
// Names that no file on Windows may have, whatever its extension.
bool is_reserved_on_windows(std::string_view id) {
  constexpr std::array kReserved{"con"sv, "prn"sv, "aux"sv, "nul"sv};
  if (std::ranges::find(kReserved, id) != kReserved.end()) return true;
  return id.size() == 4 && (id.starts_with("com") || id.starts_with("lpt")) && is_digit(id.back());
}

}  // namespace

// One table an enum; the order is the enumerators'.
template <>
std::span<const std::string_view> ids_of<Language>() {
  return kLanguage;
}
template <>
std::span<const std::string_view> ids_of<Status>() {
  return kStatus;
}
template <>
std::span<const std::string_view> ids_of<Perspective>() {
  return kPerspective;
}
template <>
std::span<const std::string_view> ids_of<ContactRole>() {
  return kContactRole;
}
template <>
std::span<const std::string_view> ids_of<Attitude>() {
  return kAttitude;
}
template <>
std::span<const std::string_view> ids_of<PotentialStatus>() {
  return kPotentialStatus;
}
template <>
std::span<const std::string_view> ids_of<ActionStatus>() {
  return kActionStatus;
}
template <>
std::span<const std::string_view> ids_of<Measure>() {
  return kMeasure;
}
template <>
std::span<const std::string_view> ids_of<RatingSource>() {
  return kRatingSource;
}
template <>
std::span<const std::string_view> ids_of<Abc>() {
  return kAbc;
}
template <>
std::span<const std::string_view> ids_of<Qualification>() {
  return kQualification;
}
template <>
std::span<const std::string_view> ids_of<MatrixQuadrant>() {
  return kMatrixQuadrant;
}
template <>
std::span<const std::string_view> ids_of<ImportanceQuadrant>() {
  return kImportanceQuadrant;
}
template <>
std::span<const std::string_view> ids_of<AgendaKind>() {
  return kAgendaKind;
}
template <>
std::span<const std::string_view> ids_of<AgendaState>() {
  return kAgendaState;
}

template <>
std::span<const std::string_view> ids_of<Severity>() {
  return kSeverity;
}

bool is_catalogue_id(std::string_view id) {
  return !id.empty() && is_lower(id.front()) &&
         std::ranges::all_of(id, [](char c) { return is_lower(c) || is_digit(c) || c == '_'; });
}

bool is_account_id(std::string_view id) {
  if (id.empty() || id.size() > 64 || id.front() == '-' || id.back() == '-') return false;
  if (id.find("--") != std::string_view::npos || is_reserved_on_windows(id)) return false;
  return std::ranges::all_of(id, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

}  // namespace kam
