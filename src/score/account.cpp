#include <algorithm>

#include "score/actions.hpp"
#include "score/completeness.hpp"
#include "score/findings.hpp"
#include "score/fulfilment.hpp"
#include "score/measures.hpp"
#include "score/potentials.hpp"
#include "score/quadrants.hpp"
#include "score/weighted.hpp"

namespace kam {

AccountScores score_account(const Account& account, const Settings& settings, Date as_of) {
  const Thresholds& thresholds = settings.thresholds;
  AccountScores scores;
  scores.id = account.id;
  scores.figures = score_figures(account, as_of);
  scores.attractiveness = score_attractiveness(account, settings, as_of);
  scores.partnership = score_partnership(account, settings, as_of);
  scores.collaboration = score_collaboration(account, settings);
  scores.fulfilment = score_fulfilment(account, settings, as_of);
  scores.qualification = score_qualification(scores.attractiveness, scores.partnership, thresholds);
  scores.quadrant = score_quadrant(scores.attractiveness.score, scores.fulfilment.score, thresholds);
  scores.completeness = score_completeness(account, settings, scores, as_of);
  scores.last_assessed = std::max(find_last_assessment(account, Perspective::customer, as_of),
                                  find_last_assessment(account, Perspective::own, as_of));
  scores.stale =
      scores.last_assessed && days_between(*scores.last_assessed, as_of) > thresholds.stale_after_days;
  scores.top_gap = find_top_gap(scores.fulfilment.headline().requirements);
  scores.open_actions = count_open_actions(account);
  scores.overdue_actions = count_overdue_actions(account, as_of);
  scores.expected_value = sum_expected_values(account);
  scores.white_space = sum_white_space(account);
  scores.history = score_history(account, settings, as_of);
  scores.findings = score_findings(account, settings, scores, as_of);
  return scores;
}

}  // namespace kam
