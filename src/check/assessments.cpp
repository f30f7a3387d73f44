#include <fmt/format.h>

#include <algorithm>

#include "check/doubts.hpp"
#include "kam/model/number.hpp"

namespace kam {

namespace {

constexpr const char* kAskHint = "`kam assess ACCOUNT --sheet` prints a sheet for the customer to fill in.";

using Findings = std::vector<const Finding*>;

Findings findings_of(const AccountSubject& subject, std::string_view code) {
  Findings findings;
  if (!is_customer(subject.account)) return findings;
  for (const auto& finding : subject.scores.findings)
    if (finding.code == code) findings.push_back(&finding);
  return findings;
}

// The assessment that counts last among those that `counts` accepts.
template <class Counts>
std::optional<std::size_t> find_latest(const AccountSubject& subject, Counts counts) {
  std::optional<std::size_t> latest;
  const auto& assessments = subject.account.assessments;
  for (std::size_t i = 0; i < assessments.size(); ++i)
    if (assessments[i].date <= subject.as_of && counts(assessments[i]) &&
        (!latest || assessments[i].date >= assessments[*latest].date))
      latest = i;
  return latest;
}

// Where the headline took the requirement's fulfilment from.
Trail fulfilment_trail(const AccountSubject& subject, const std::string& requirement) {
  const auto& perspective = subject.scores.fulfilment.perspective;
  const auto latest = find_latest(subject, [&](const Assessment& assessment) {
    const auto* rating = find_by_id(assessment.ratings, requirement);
    return assessment.perspective == perspective && rating != nullptr && rating->fulfilment;
  });
  if (!latest) return {"assessments"};
  return {"assessments", *latest, "ratings", requirement, "fulfilment"};
}

std::string number(double value) {
  return format_plain_number(round_half_away(value, 2));
}

}  // namespace

Doubts find_future_assessments(const AccountSubject& subject) {
  Doubts doubts;
  const auto& assessments = subject.account.assessments;
  for (std::size_t i = 0; i < assessments.size(); ++i)
    if (assessments[i].date > subject.as_of)
      doubts.push_back({Trail{"assessments", i, "date"},
                        fmt::format("the assessment lies in the future, so it does not count: {} is after {}",
                                    format_iso_date(assessments[i].date), format_iso_date(subject.as_of)),
                        "Correct the day."});
  return doubts;
}

Doubts find_missing_assessment(const AccountSubject& subject) {
  if (findings_of(subject, "assessment-missing").empty()) return {};
  return {{Trail{"assessments"}, "nobody has assessed how well we fulfil this customer's requirements",
           kAskHint}};
}

Doubts find_stale_assessment(const AccountSubject& subject) {
  const auto findings = findings_of(subject, "assessment-stale");
  if (findings.empty()) return {};
  const auto latest = find_latest(subject, [](const Assessment&) { return true; });
  return {{Trail{"assessments", latest.value_or(0), "date"},
           fmt::format("the latest assessment is {} days old, more than {}",
                       number(findings.front()->numbers.at(0)), subject.settings.thresholds.stale_after_days),
           "Ask the customer again, and record it with `kam assess`."}};
}

Doubts find_customer_never_asked(const AccountSubject& subject) {
  if (findings_of(subject, "customer-never-asked").empty()) return {};
  return {{Trail{"assessments"}, "there is our own view only: the customer was never asked", kAskHint}};
}

Doubts find_requirement_gaps(const AccountSubject& subject) {
  Doubts doubts;
  for (const auto* finding : findings_of(subject, "requirement-gap")) {
    const auto& requirement = finding->subjects.at(0);
    doubts.push_back(
        {fulfilment_trail(subject, requirement),
         fmt::format("{} is important ({}) and badly fulfilled ({}), and no open action closes it",
                     requirement, number(finding->numbers.at(0)), number(finding->numbers.at(1))),
         "Agree on an action that names the requirement."});
  }
  return doubts;
}

Doubts find_own_view_too_rosy(const AccountSubject& subject) {
  const auto findings = findings_of(subject, "own-view-too-rosy");
  if (findings.empty()) return {};
  const auto own = find_latest(
      subject, [](const Assessment& assessment) { return assessment.perspective == Perspective::own; });
  return {{Trail{"assessments", own.value_or(0), "perspective"},
           fmt::format("our own view is {} points above the customer's",
                       format_plain_number(round_half_away(findings.front()->numbers.at(0), 1))),
           "Talk about it in the team: the customer's view is the one that decides."}};
}

}  // namespace kam
