#include "score/findings.hpp"

#include <algorithm>
#include <functional>
#include <iterator>

#include "kam/model/number.hpp"
#include "kam/score/coverage.hpp"
#include "score/actions.hpp"
#include "score/fulfilment.hpp"

namespace kam {

namespace {

using Findings = std::vector<Finding>;

constexpr double kRosyFrom = 15;  // points that our own view lies above the customer's

void find_missing_contact(Findings& findings, const Account& account) {
  if (account.manager.empty()) findings.push_back({"no-fixed-contact", {}, {}});
}

void find_assessment_gaps(Findings& findings, const Account& account, const AccountScores& scores,
                          Date as_of) {
  if (!scores.fulfilment.perspective) findings.push_back({"assessment-missing", {}, {}});
  if (scores.fulfilment.perspective == Perspective::own &&
      !find_last_assessment(account, Perspective::customer, as_of))
    findings.push_back({"customer-never-asked", {}, {}});
  if (scores.stale) {
    const Date last = *scores.last_assessed;
    findings.push_back(
        {"assessment-stale", {format_iso_date(last)}, {static_cast<double>(days_between(last, as_of))}});
  }
}

void find_requirement_gaps(Findings& findings, const Account& account, const FulfilmentScore& fulfilment) {
  if (!fulfilment.perspective) return;
  Findings gaps;
  for (const RequirementScore& requirement : fulfilment.headline().requirements)
    if (requirement.quadrant == ImportanceQuadrant::concentrate_here &&
        !is_worked_on(account, requirement.id))
      gaps.push_back({"requirement-gap",
                      {requirement.id},
                      {*requirement.importance, *requirement.fulfilment, *requirement.lost_points}});
  std::ranges::stable_sort(gaps, std::ranges::greater{},
                           [](const Finding& gap) { return gap.numbers.back(); });
  std::ranges::move(gaps, std::back_inserter(findings));
}

void find_overdue_actions(Findings& findings, const Account& account, Date as_of) {
  for (const Action& action : account.actions)
    if (is_overdue(action, as_of))
      findings.push_back({"overdue-action",
                          {action.title, action.owner, format_iso_date(*action.due)},
                          {static_cast<double>(days_between(*action.due, as_of))}});
}

void find_rosy_view(Findings& findings, const FulfilmentScore& fulfilment) {
  if (fulfilment.perception_gap && reaches(*fulfilment.perception_gap, kRosyFrom))
    findings.push_back({"own-view-too-rosy", {}, {*fulfilment.perception_gap}});
}

void find_contact_risks(Findings& findings, const Account& account, double scale) {
  for (const Contact& contact : account.contacts)
    if (contact.role == ContactRole::decision_maker &&
        (contact.attitude == Attitude::critic || contact.attitude == Attitude::opponent))
      findings.push_back(
          {"decision-maker-critical", {contact.name, std::string(to_id(*contact.attitude))}, {}});
  const bool reach_somebody = std::ranges::any_of(
      account.contacts, [scale](const Contact& contact) { return is_influential(contact, scale); });
  if (!account.contacts.empty() && !reach_somebody) findings.push_back({"no-influential-contact", {}, {}});
}

}  // namespace

std::vector<Finding> score_findings(const Account& account, const Settings& settings,
                                    const AccountScores& scores, Date as_of) {
  Findings findings;
  find_missing_contact(findings, account);
  find_assessment_gaps(findings, account, scores, as_of);
  find_requirement_gaps(findings, account, scores.fulfilment);
  find_overdue_actions(findings, account, as_of);
  find_rosy_view(findings, scores.fulfilment);
  find_contact_risks(findings, account, settings.scale);
  return findings;
}

}  // namespace kam
