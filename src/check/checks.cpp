#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "check/doubts.hpp"

namespace kam {

namespace {

constexpr auto kError = Severity::error;
constexpr auto kWarning = Severity::warning;
constexpr auto kNote = Severity::note;

constexpr std::array kErrorsAndWarnings{
    // Of the reader: the file.
    Check{"bad-account-id", kError, "The file's name is no id for an account"},
    Check{"unreadable", kError, "The file cannot be read"},
    Check{"file-too-large", kError, "The file is larger than 4 MiB"},
    Check{"utf-16", kError, "The file is UTF-16"},
    Check{"invalid-utf-8", kError, "A byte is not UTF-8"},
    Check{"control-character", kError, "A control character stands in the file"},
    Check{"lone-carriage-return", kError, "A carriage return stands without a line feed"},
    Check{"merge-conflict", kError, "A merge conflict of git is unresolved"},
    // Of the reader: YAML.
    Check{"directive", kError, "A line begins with %"},
    Check{"several-documents", kError, "A second document begins"},
    Check{"text-after-end", kError, "Text stands behind the document's end"},
    Check{"root-not-map", kError, "The file is no map of keys"},
    Check{"anchor", kError, "An anchor (&name)"},
    Check{"alias", kError, "An alias (*name)"},
    Check{"tag", kError, "A tag (!name)"},
    Check{"merge-key", kError, "A merge key (<<)"},
    Check{"explicit-key", kError, "A key in the form `? key`"},
    Check{"key-not-text", kError, "A key is no word on one line"},
    Check{"duplicate-key", kError, "A key stands twice in one map"},
    Check{"missing-colon", kError, "A key stands without a colon"},
    Check{"map-without-braces", kError, "A key stands in a list without braces around it"},
    Check{"empty-item", kError, "A value is missing between commas"},
    Check{"unclosed-bracket", kError, "A bracket is not closed"},
    Check{"unexpected-bracket", kError, "A bracket closes none that is open"},
    Check{"unexpected-colon", kError, "A colon stands where none can be"},
    Check{"unexpected-dash", kError, "A list's dash stands where none can be"},
    Check{"unexpected-text", kError, "Text belongs to no key and no value"},
    Check{"indentation", kError, "A line does not fit what stands above it"},
    Check{"tab-indentation", kError, "A tab stands in the indentation"},
    Check{"unterminated-quote", kError, "A quote is not closed"},
    Check{"text-after-quote", kError, "Text stands behind a closing quote"},
    Check{"invalid-escape", kError, "A backslash begins no escape"},
    Check{"reserved-character", kError, "A value begins with @, ` or %"},
    Check{"comment-without-blank", kError, "A comment has no blank before its #"},
    Check{"too-deep", kError, "Lists and maps are nested more than 64 levels deep"},
    Check{"too-many-values", kError, "The file holds more than 100,000 values"},
    Check{"yaml-syntax", kError, "This cannot be read as YAML"},
    // Of the reader: what the format asks for.
    Check{"unknown-format", kError, "The file is of a format that this kam does not know"},
    Check{"missing-kam", kError, "The format's number is missing"},
    Check{"missing-name", kError, "The customer's name is missing"},
    Check{"missing-date", kError, "An assessment's day is missing"},
    Check{"missing-perspective", kError, "It is missing whose view an assessment is"},
    Check{"measure-without-steps", kError, "A measure has no steps"},
    Check{"steps-without-measure", kError, "Steps have no measure"},
    Check{"wrong-kind", kError, "A map, list or single value stands where another belongs"},
    Check{"wrong-count", kError, "A list has too many or too few numbers"},
    Check{"not-ascending", kError, "Bands, ABC cuts or steps are out of order"},
    Check{"not-a-number", kError, "A value is no plain number"},
    Check{"quoted-number", kError, "A number is in quotes"},
    Check{"not-a-whole-number", kError, "A number has decimals where none belong"},
    Check{"number-out-of-range", kError, "A number is too large or too small"},
    Check{"rating-out-of-range", kError, "A rating is outside the scale"},
    Check{"not-a-year", kError, "A value is no year of four digits"},
    Check{"not-a-date", kError, "A value is no date"},
    Check{"no-such-day", kError, "A date that no calendar has"},
    Check{"not-a-currency", kError, "A value is no currency code"},
    Check{"not-snake-case", kError, "An id is not in snake_case"},
    Check{"unknown-value", kError, "A word is none of those that are known there"},
    // Ratings that count nowhere; the other commands warn of them.
    Check{"unknown-criterion", kError, "A rated criterion is not in kam.yaml"},
    Check{"unknown-area", kError, "A rated area of collaboration is not in kam.yaml"},
    Check{"gate-missed", kError, "An account misses a gate"},

    Check{"unknown-requirement", kWarning, "A rated requirement is not in kam.yaml"},
    Check{"unknown-key", kWarning, "A key is not known"},
    Check{"file-not-read", kWarning, "A file or directory beside the accounts is not read", nullptr,
          find_passed_over_files},
    Check{"id-collision", kWarning, "Two files' names differ in case only", nullptr, find_id_collisions},
    Check{"old-merge-driver", kWarning, "git merges by an earlier kam's command"},
    Check{"unknown-ignored-code", kWarning, "x_kam_ignore names what cannot be ignored", nullptr,
          find_unknown_ignored_codes},
    Check{"zero-weights", kWarning, "All weights of a section are zero", nullptr, find_zero_weights},
    Check{"duplicate-name", kWarning, "Two accounts have one name", nullptr, find_duplicate_names},
    Check{"duplicate-external-id", kWarning, "Two accounts have one external id", nullptr,
          find_duplicate_external_ids},
    Check{"invisible-character", kWarning, "A name holds a character that nobody sees", nullptr,
          find_invisible_characters},
    Check{"mixed-scripts", kWarning, "A word of a name is written in several scripts", nullptr,
          find_mixed_scripts},
    Check{"status-above-scores", kWarning, "A key account that the scores do not support",
          find_status_above_scores},
    Check{"status-below-scores", kWarning, "The scores say key account, the status does not",
          find_status_below_scores},
    Check{"future-figures", kWarning, "Figures of a future year", find_future_figures},
    Check{"margin-above-revenue", kWarning, "Revenue below contribution margin", find_margin_above_revenue},
    Check{"volume-below-revenue", kWarning, "Purchasing volume below revenue", find_volume_below_revenue},
    Check{"margin-ratio-jump", kWarning, "The contribution margin ratio jumps by more than half",
          find_margin_ratio_jumps},
    Check{"future-assessment", kWarning, "An assessment in the future", find_future_assessments},
    Check{"unknown-action-requirement", kWarning, "An action closes an unknown requirement",
          find_unknown_action_requirements},
    Check{"unknown-potential-kind", kWarning, "A potential is of an unknown kind",
          find_unknown_potential_kinds},
    Check{"unknown-offering", kWarning, "An offering is not in kam.yaml", find_unknown_offerings},
    Check{"done-before-due", kWarning, "A done action with a future due date", find_done_before_due},
    Check{"owner-not-in-team", kWarning, "An owner is not in the team", find_owners_not_in_team},
};

constexpr std::array kOfPortfolio{
    Check{"revenue-concentration", kNote, "One account has over 30 % of the revenue", nullptr,
          find_revenue_concentration},
    Check{"steps-rate-alike", kNote, "The steps of a measured criterion rate every account alike", nullptr,
          find_steps_that_rate_alike},
};

// Where findings stand in the file; one without is told of the file as a whole, by its title.
struct FindingPlace {
  FindingKind kind;
  Doubts (*find)(const AccountSubject& subject);
};
constexpr std::array kFindingPlaces{
    FindingPlace{FindingKind::no_fixed_contact, find_missing_contact},
    FindingPlace{FindingKind::assessment_missing, find_missing_assessment},
    FindingPlace{FindingKind::assessment_stale, find_stale_assessment},
    FindingPlace{FindingKind::customer_never_asked, find_customer_never_asked},
    FindingPlace{FindingKind::requirement_gap, find_requirement_gaps},
    FindingPlace{FindingKind::overdue_action, find_overdue_actions},
    FindingPlace{FindingKind::own_view_too_rosy, find_own_view_too_rosy},
    FindingPlace{FindingKind::decision_maker_critical, find_critical_decision_makers},
    FindingPlace{FindingKind::no_influential_contact, find_missing_influence},
};

// What a key account manager should act on.
std::vector<Check> finding_checks() {
  std::vector<Check> checks;
  const auto add = [&](FindingKind kind, Doubts (*find)(const AccountSubject& subject)) {
    const auto& [id, title] = kFindings.at(static_cast<std::size_t>(kind));
    checks.push_back({id, kNote, title, find, nullptr, kind});
  };
  for (const auto& [kind, find] : kFindingPlaces) add(kind, find);
  for (std::size_t i = 0; i < kFindings.size(); ++i)
    if (std::ranges::find(checks, kFindings.at(i).id, &Check::code) == checks.end())
      add(static_cast<FindingKind>(i), nullptr);
  return checks;
}

std::vector<Check> all_checks() {
  std::vector<Check> checks(kErrorsAndWarnings.begin(), kErrorsAndWarnings.end());
  std::ranges::copy(finding_checks(), std::back_inserter(checks));
  std::ranges::copy(kOfPortfolio, std::back_inserter(checks));
  return checks;
}

}  // namespace

std::span<const Check> checks() {
  static const auto checks = all_checks();
  return checks;
}

const Check* find_check(std::string_view code) {
  const auto all = checks();
  const auto found = std::ranges::find(all, code, &Check::code);
  return found == all.end() ? nullptr : &*found;
}

}  // namespace kam
