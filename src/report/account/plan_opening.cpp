#include <string>

#include "kam/model/number.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/account/plan.hpp"
#include "report/measures.hpp"

namespace kam {
namespace {

std::string who_it_is(const AccountView& of) {
  const Language language = of.view.language;
  const Account& account = of.account;
  const std::string name = account.industry.empty()
                               ? account.name
                               : say(Msg::plan_name_and_industry, language, {account.name, account.industry});
  if (!account.status) return say(Msg::plan_is_unsettled, language, {name});
  switch (*account.status) {
    case Status::prospect:
      return say(Msg::plan_is_prospect, language, {name});
    case Status::candidate:
      return say(Msg::plan_is_candidate, language, {name});
    case Status::key_account:
      return say(Msg::plan_is_key_account, language, {name});
    case Status::former:
      break;
  }
  return say(Msg::plan_is_former, language, {name});
}

std::string since_when(const AccountView& of) {
  if (!of.account.customer_since || is_former(of.account)) return {};
  return say(Msg::plan_since, of.view.language, {std::to_string(*of.account.customer_since)});
}

std::string who_looks_after_it(const AccountView& of) {
  if (of.account.manager.empty()) return say(Msg::plan_no_manager, of.view.language);
  return say(Msg::plan_manager, of.view.language, {of.account.manager});
}

std::string revenue_sentence(const AccountView& of) {
  const Language language = of.view.language;
  const FigureSummary& figures = of.scores.figures;
  if (!figures.revenue || !figures.revenue_year) return say(Msg::plan_revenue_unknown, language);
  const std::string year = std::to_string(*figures.revenue_year);
  const std::string revenue = format_money(*figures.revenue, of.view.settings.currency, language);
  if (!figures.revenue_growth) return say(Msg::plan_revenue, language, {year, revenue});
  const double growth = round_half_away(*figures.revenue_growth, 1);
  if (growth == 0) return say(Msg::plan_revenue_unchanged, language, {year, revenue});
  const std::string change = percent_text(growth < 0 ? -growth : growth, language);
  return say(growth > 0 ? Msg::plan_revenue_grown : Msg::plan_revenue_fallen, language,
             {year, revenue, change});
}

std::string share_sentence(const AccountView& of) {
  if (!of.scores.revenue_share || !of.scores.abc) return {};
  const std::string share = percent_text(*of.scores.revenue_share, of.view.language);
  return say(Msg::plan_revenue_share, of.view.language, {share, to_id(*of.scores.abc)});
}

std::string qualification_sentence(const AccountView& of) {
  const Language language = of.view.language;
  if (is_former(of.account)) return {};
  const auto& attractiveness = of.scores.attractiveness.score;
  const auto& partnership = of.scores.partnership.score;
  if (of.scores.qualification == Qualification::unknown || !attractiveness || !partnership)
    return say(Msg::plan_qualifies_unknown, language);
  Msg message = Msg::plan_qualifies_regular;
  if (of.scores.qualification == Qualification::key_account) message = Msg::plan_qualifies_key_account;
  if (of.scores.qualification == Qualification::candidate) message = Msg::plan_qualifies_candidate;
  return say(message, language, {score_text(*attractiveness, language), score_text(*partnership, language)});
}

std::string fulfilment_sentence(const AccountView& of) {
  const Language language = of.view.language;
  const FulfilmentScore& fulfilment = of.scores.fulfilment;
  if (!fulfilment.score) return say(Msg::plan_fulfilment_unknown, language);
  const PerspectiveScore& headline = fulfilment.headline();
  const Msg message = fulfilment.perspective == Perspective::customer ? Msg::plan_fulfilment_customer
                                                                      : Msg::plan_fulfilment_own;
  return say(message, language,
             {score_text(*fulfilment.score, language), std::to_string(headline.rated),
              std::to_string(headline.total)});
}

std::string stale_sentence(const AccountView& of) {
  if (!of.scores.stale || !of.scores.last_assessed) return {};
  return say(Msg::plan_stale, of.view.language, {format_date(*of.scores.last_assessed, of.view.language)});
}

std::string top_gap_sentence(const AccountView& of) {
  if (!of.scores.top_gap) return {};
  for (const RequirementScore& requirement : of.scores.fulfilment.headline().requirements) {
    if (requirement.id != *of.scores.top_gap) continue;
    if (!requirement.lost_points || *requirement.lost_points <= 0) return {};
    return say(Msg::plan_top_gap, of.view.language, {requirement_label(of.view, of.account, requirement.id)});
  }
  return {};
}

std::string actions_sentence(const AccountView& of) {
  const Language language = of.view.language;
  if (of.scores.open_actions == 0) return say(Msg::plan_no_open_action, language);
  std::string open =
      say_count(Msg::plan_open_action, Msg::plan_open_actions, of.scores.open_actions, language);
  if (of.scores.overdue_actions == 0) return open;
  return join_sentences({open, say_count(Msg::plan_overdue_action, Msg::plan_overdue_actions,
                                         of.scores.overdue_actions, language)});
}

}  // namespace

std::string who_and_what_for(const AccountView& of) {
  return join_sentences({who_it_is(of), since_when(of), who_looks_after_it(of), revenue_sentence(of),
                         share_sentence(of), qualification_sentence(of)});
}

std::string plan_opening(const AccountView& of) {
  return join_sentences({who_and_what_for(of), fulfilment_sentence(of), stale_sentence(of),
                         top_gap_sentence(of), actions_sentence(of), open_questions_sentence(of)});
}

}  // namespace kam
