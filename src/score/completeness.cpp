#include "score/completeness.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "kam/model/number.hpp"
#include "kam/score/coverage.hpp"
#include "kam/score/gains.hpp"
#include "score/fulfilment.hpp"

namespace kam {

namespace {

struct Evidence {
  const Account& account;
  const Settings& settings;
  const AccountScores& scores;
  Date as_of;
};

struct Question {
  std::string_view id;
  bool (*is_answered)(const Evidence&);
};

bool is_known(const CriterionScore& criterion) {
  return criterion.source != RatingSource::unknown;
}

bool is_partnership_rated(const Evidence& evidence, std::string_view id) {
  return std::ranges::any_of(evidence.scores.partnership.criteria, [&](const CriterionScore& criterion) {
    return criterion.id == id && criterion.source == RatingSource::rated;
  });
}

// In every area where we work together, of which there must be one, an activity is named.
bool name_activities(const Evidence& evidence) {
  bool any = false;
  for (const Criterion& area : evidence.settings.collaboration) {
    const CollaborationArea* own = find_by_id(evidence.account.collaboration, area.id);
    if (own == nullptr || own->intensity.value_or(0) <= 0) continue;
    if (own->activities.empty()) return false;
    any = true;
  }
  return any;
}

template <class Member>
bool has_whole_team(const Evidence& evidence, Member member) {
  const auto& team = evidence.account.team;
  return !team.empty() &&
         std::ranges::none_of(team, [&](const TeamMember& person) { return (person.*member).empty(); });
}

bool are_all_rated(const Evidence& evidence) {
  const PerspectiveScore& headline = evidence.scores.fulfilment.headline();
  const auto is_rated = [&](const CatalogueEntry& entry) {
    const auto found = headline.requirements.find(entry.id);
    return found->importance && found->fulfilment;
  };
  return headline.rated > 0 && std::ranges::all_of(evidence.settings.requirements, is_rated);
}

constexpr std::array kQuestions{
    Question{
        "attractiveness_reasons",
        [](const Evidence& e) { return std::ranges::any_of(e.scores.attractiveness.criteria, is_known); }},
    Question{"strategic_relevance",
             [](const Evidence& e) { return is_partnership_rated(e, "strategic_relevance"); }},
    Question{"unique_services", [](const Evidence& e) { return !e.account.unique_services.empty(); }},
    Question{"collaboration_potential",
             [](const Evidence& e) { return is_partnership_rated(e, "collaboration_potential"); }},
    Question{"partner_acceptance",
             [](const Evidence& e) { return is_partnership_rated(e, "partner_acceptance"); }},
    Question{"fixed_contact", [](const Evidence& e) { return !e.account.manager.empty(); }},
    Question{
        "collaboration_areas",
        [](const Evidence& e) { return std::ranges::any_of(e.scores.collaboration.criteria, is_known); }},
    Question{"collaboration_activities", name_activities},
    Question{"team_people", [](const Evidence& e) { return !e.account.team.empty(); }},
    Question{"team_tasks", [](const Evidence& e) { return has_whole_team(e, &TeamMember::tasks); }},
    Question{"team_unit", [](const Evidence& e) { return has_whole_team(e, &TeamMember::unit); }},
    Question{"team_authority", [](const Evidence& e) { return has_whole_team(e, &TeamMember::authority); }},
    Question{"customer_goals", [](const Evidence& e) { return !e.account.customer_view.goals.empty(); }},
    Question{"important_services",
             [](const Evidence& e) { return !e.account.customer_view.important_services.empty(); }},
    Question{"market_strengths",
             [](const Evidence& e) { return !e.account.customer_view.market_strengths.empty(); }},
    Question{"our_contribution",
             [](const Evidence& e) { return !e.account.customer_view.our_contribution.empty(); }},
    Question{"requirements_rated",
             [](const Evidence& e) { return e.scores.fulfilment.headline().rated > 0; }},
    Question{"all_requirements_rated", are_all_rated},
    Question{"customer_asked",
             [](const Evidence& e) {
               return find_last_assessment(e.account, Perspective::customer, e.as_of).has_value();
             }},
    Question{"potentials_named", [](const Evidence& e) { return !e.account.potentials.empty(); }},
    Question{"stakeholders_named", [](const Evidence& e) { return !e.account.contacts.empty(); }},
};

constexpr auto kQuestionIds = [] {
  std::array<std::string_view, kQuestions.size()> ids;
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = kQuestions[i].id;
  return ids;
}();

constexpr double kInfluentialFrom = 80;  // percent of the scale

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

std::span<const std::string_view> question_ids() {
  return kQuestionIds;
}

OpenQuestions score_completeness(const Account& account, const Settings& settings,
                                 const AccountScores& scores, Date as_of) {
  const Evidence evidence{account, settings, scores, as_of};
  OpenQuestions result;
  result.total = static_cast<int>(kQuestions.size());
  for (const Question& question : kQuestions)
    if (question.is_answered(evidence))
      ++result.answered;
    else
      result.open.emplace_back(question.id);
  result.score = 100.0 * result.answered / result.total;
  return result;
}

bool is_influential(const Contact& contact, double scale) {
  return contact.influence && reaches(100 * *contact.influence / scale, kInfluentialFrom);
}

StakeholderCoverage cover_stakeholders(const Account& account) {
  StakeholderCoverage coverage;
  std::map<std::string, std::size_t> places;  // of the keepers
  for (std::size_t i = 0; i < account.contacts.size(); ++i) {
    const std::string owner(trimmed(account.contacts[i].owner));
    if (owner.empty()) {
      coverage.unkept.push_back(i);
      continue;
    }
    const auto [place, is_new] = places.try_emplace(owner, coverage.keepers.size());
    if (is_new) coverage.keepers.push_back({owner, {}});
    coverage.keepers[place->second].contacts.push_back(i);
  }
  std::ranges::stable_sort(coverage.keepers, {}, [](const auto& keeper) {
    return -static_cast<std::ptrdiff_t>(keeper.contacts.size());
  });
  std::ranges::stable_sort(coverage.unkept, {}, [&](std::size_t i) {
    const auto& contact = account.contacts[i];
    return std::tuple(contact.role != ContactRole::decision_maker, -contact.influence.value_or(-1));
  });
  return coverage;
}

std::vector<Gain> rank_gains(const PerspectiveScore& scores) {
  std::vector<Gain> gains;
  if (!scores.score) return gains;
  for (const auto& requirement : scores.requirements)
    if (requirement.lost_points && !reaches(0, *requirement.lost_points))
      gains.push_back({requirement.id, *requirement.lost_points, 0});
  std::ranges::stable_sort(gains, [](const Gain& a, const Gain& b) {
    return a.points > b.points && !nearly_equal(a.points, b.points);
  });
  double fulfilment = *scores.score;
  for (auto& gain : gains) {
    fulfilment += gain.points;
    gain.fulfilment = std::min(fulfilment, 100.0);
  }
  return gains;
}

}  // namespace kam
