#pragma once

#include <string>
#include <vector>

#include "kam/score/agenda.hpp"
#include "report/sections.hpp"

namespace kam {

// The accounts that are not former, by rank; and the former ones, by rank.
std::vector<std::size_t> current_accounts(const View& view);
std::vector<std::size_t> former_accounts(const View& view);

// Counts over the current accounts.
struct Totals {
  int accounts = 0;
  int key_accounts = 0, candidates = 0, regulars = 0, not_yet_known = 0;  // by qualification
  int revenue_unknown = 0;
  int unassessed = 0;
  int stale = 0;
};
Totals count_totals(const View& view);

// Points that a requirement of a current account loses, weighted by the account's attractiveness.
struct Shortfall {
  std::size_t account = 0;
  RequirementScore requirement;
  double weighted = 0;  // lost points × attractiveness / 100
};
// Largest first; of equals by rank, then in the catalogue's order. What loses nothing is no shortfall.
std::vector<Shortfall> weighted_shortfalls(const View& view);
// The current accounts, by rank, that lose points but whose attractiveness is unknown.
std::vector<std::size_t> unweighted_accounts(const View& view);

// The agenda's actions, by due date (without a date last), owner (without one last), customer. A former
// customer's too: an open action is somebody's duty until it is closed.
std::vector<AgendaItem> open_actions(const View& view);

// The report's parts, in its order.
std::string portfolio_opening(const View& view);
void add_portfolio_summary(Document& document, const View& view);
void add_portfolio_accounts(Document& document, const View& view);
void add_portfolio_matrix(Document& document, const View& view);
void add_portfolio_trend(Document& document, const View& view);
void add_portfolio_concentration(Document& document, const View& view);
void add_portfolio_shortfalls(Document& document, const View& view);
void add_portfolio_white_space(Document& document, const View& view);
void add_portfolio_actions(Document& document, const View& view);
void add_portfolio_unknowns(Document& document, const View& view);
void add_portfolio_former(Document& document, const View& view);

// The account's name, linked to its page.
Span account_link(const View& view, std::size_t account);
std::vector<std::string> account_names(const View& view, const std::vector<std::size_t>& accounts);

}  // namespace kam
