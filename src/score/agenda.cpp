#include "kam/score/agenda.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <tuple>

#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

using Items = std::vector<AgendaItem>;

constexpr Date kLastDay{std::chrono::year{9999}, std::chrono::December, std::chrono::day{31}};

Date days_after(Date date, int days) {
  return std::chrono::sys_days{date} + std::chrono::days{std::min(days, days_between(date, kLastDay))};
}

Date year_after(Date date) {
  const Date later = date + std::chrono::years{1};
  return std::min(later.ok() ? later : Date{later.year() / later.month() / std::chrono::last}, kLastDay);
}

// The open ones among actions or potentials, which are alike in all that an agenda tells of them.
template <class Duty, class DutyStatus>
void add_duties(Items& items, std::size_t account, const std::vector<Duty>& duties, AgendaKind kind,
                DutyStatus open) {
  std::map<std::string_view, int> occurrences;
  for (const Duty& duty : duties) {
    const int occurrence = ++occurrences[duty.title];
    if (duty.status == open)
      items.push_back({account, kind, duty.title, occurrence, duty.owner, duty.due, {}});
  }
}

// The day that the next annual talk is counted from: the last talk, else the last assessment.
Date find_last_talk(const Account& account, Date last_assessed, Date as_of) {
  std::optional<Date> last;
  for (const Assessment& assessment : account.assessments)
    if (assessment.date <= as_of && is_annual_talk(assessment.source))
      last = std::max(last, std::optional(assessment.date));
  return last.value_or(last_assessed);
}

void add_assessment(Items& items, std::size_t index, const Account& account, const AccountScores& scores,
                    const Thresholds& thresholds, Date as_of) {
  const auto add = [&](AgendaKind kind, std::optional<Date> due, std::optional<Date> counted_from) {
    items.push_back({index, kind, {}, 1, account.manager, due, counted_from});
  };
  const AssessmentState state = assessment_state(scores);
  if (state == AssessmentState::missing) add(AgendaKind::assessment_missing, {}, {});
  if (!scores.last_assessed) return;
  const Date assessed = *scores.last_assessed;
  const Date talked = find_last_talk(account, assessed, as_of);
  const Date talk = year_after(talked);
  const Date fresh_until = days_after(assessed, thresholds.stale_after_days);
  const bool talk_renews_it = state == AssessmentState::fresh && talk <= fresh_until;
  if (state != AssessmentState::missing && !talk_renews_it)
    add(AgendaKind::assessment_stale, fresh_until, assessed);
  add(AgendaKind::annual_talk, talk, talked);
}

}  // namespace

AssessmentState assessment_state(const AccountScores& scores) {
  if (!scores.last_assessed || !scores.fulfilment.score) return AssessmentState::missing;
  return scores.stale ? AssessmentState::stale : AssessmentState::fresh;
}

bool is_annual_talk(const std::string& source) {
  constexpr std::array<std::string_view, 3> kNames{"annual talk", "Jahresgespräch", "Jahresgespraech"};
  const std::string folded = fold_name(source);
  return std::ranges::any_of(kNames, [&](std::string_view name) { return contains_folded(folded, name); });
}

std::vector<AgendaItem> find_agenda(std::span<const Account> accounts, std::span<const AccountScores> scores,
                                    const Thresholds& thresholds, Date as_of) {
  Items items;
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    add_duties(items, i, accounts[i].actions, AgendaKind::action, ActionStatus::open);
    add_duties(items, i, accounts[i].potentials, AgendaKind::potential, PotentialStatus::open);
    if (accounts[i].status != Status::former)
      add_assessment(items, i, accounts[i], scores[i], thresholds, as_of);
  }
  std::ranges::stable_sort(items, [&](const AgendaItem& a, const AgendaItem& b) {
    const auto place = [&](const AgendaItem& item) {
      return std::tuple(!item.due, item.due.value_or(kLastDay), std::string_view(accounts[item.account].id));
    };
    return place(a) < place(b);
  });
  return items;
}

}  // namespace kam
