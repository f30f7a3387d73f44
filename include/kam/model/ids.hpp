#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace kam {

enum class Language { en, de };
enum class Status { prospect, candidate, key_account, former };
enum class Perspective { customer, own };
enum class ContactRole { decision_maker, approver, evaluator, user, other };
enum class Attitude { champion, supporter, neutral, critic, opponent };
enum class PotentialStatus { open, won, lost };
enum class ActionStatus { open, done, dropped };
enum class Measure {
  revenue,
  contribution_margin,
  profit,
  contribution_margin_ratio,
  revenue_growth,
  share_of_wallet
};
enum class RatingSource { rated, measured, unknown };  // where a criterion's rating comes from
enum class Abc { a, b, c };
enum class Qualification { unknown, key_account, candidate, regular };
enum class MatrixQuadrant { strategic, star, status, streamline };
enum class AgendaKind { action, potential, assessment_missing, assessment_stale, annual_talk };
enum class AgendaState { overdue, due, undated };  // an item of the agenda on the as-of day
enum class ImportanceQuadrant { concentrate_here, keep_up, low_priority, possible_overkill };

// The ids of an enum as the files, CSV and JSON spell them, in the order of the enumerators.
// Specialised in ids.cpp for every enum above.
template <class Enum>
std::span<const std::string_view> ids_of();
template <>
std::span<const std::string_view> ids_of<Language>();
template <>
std::span<const std::string_view> ids_of<Status>();
template <>
std::span<const std::string_view> ids_of<Perspective>();
template <>
std::span<const std::string_view> ids_of<ContactRole>();
template <>
std::span<const std::string_view> ids_of<Attitude>();
template <>
std::span<const std::string_view> ids_of<PotentialStatus>();
template <>
std::span<const std::string_view> ids_of<ActionStatus>();
template <>
std::span<const std::string_view> ids_of<Measure>();
template <>
std::span<const std::string_view> ids_of<RatingSource>();
template <>
std::span<const std::string_view> ids_of<Abc>();
template <>
std::span<const std::string_view> ids_of<Qualification>();
template <>
std::span<const std::string_view> ids_of<MatrixQuadrant>();
template <>
std::span<const std::string_view> ids_of<ImportanceQuadrant>();
template <>
std::span<const std::string_view> ids_of<AgendaKind>();
template <>
std::span<const std::string_view> ids_of<AgendaState>();

template <class Enum>
std::string_view to_id(Enum value) {
  return ids_of<Enum>()[static_cast<std::size_t>(value)];
}

template <class Enum>
std::optional<Enum> parse_id(std::string_view id) {
  const auto ids = ids_of<Enum>();
  for (std::size_t i = 0; i < ids.size(); ++i)
    if (ids[i] == id) return static_cast<Enum>(i);
  return std::nullopt;
}

// `[a-z][a-z0-9_]*`: the form of keys and catalogue ids.
bool is_catalogue_id(std::string_view id);
// `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 characters, not a name that Windows reserves (con, nul, com1 …).
bool is_account_id(std::string_view id);

}  // namespace kam
