#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "kam/disk/portfolio.hpp"
#include "kam/score/view.hpp"

namespace kam {

// A portfolio as it is read, scored as of a day.
struct ScoredPortfolio {
  Portfolio portfolio;
  PortfolioScores scores;
  Date as_of;
  Language language = Language::en;
  View view() const { return {portfolio.settings, portfolio.accounts, scores, as_of, language}; }
};
ScoredPortfolio score_state(Portfolio portfolio, Date as_of, Language language);

// The place of the account with that id in `accounts`; nothing where none that reads has it.
std::optional<std::size_t> find_account_index(const Portfolio& portfolio, const std::string& id);

// The kept source of an account, else its file as it lies on the disk. Throws Error where it cannot be read.
std::shared_ptr<const SourceFile> find_source(const Portfolio& portfolio, const std::string& id);

}  // namespace kam
