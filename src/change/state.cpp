#include "kam/change/state.hpp"

#include <algorithm>
#include <utility>

#include "kam/disk/read.hpp"

namespace kam {

ScoredPortfolio score_state(Portfolio portfolio, Date as_of, Language language) {
  ScoredPortfolio state{std::move(portfolio), {}, as_of, language};
  state.scores = score_portfolio(state.portfolio.accounts, state.portfolio.settings, as_of);
  return state;
}

std::optional<std::size_t> find_account_index(const Portfolio& portfolio, const std::string& id) {
  const auto& accounts = portfolio.accounts;
  const auto found = std::ranges::lower_bound(accounts, id, {}, &Account::id);
  if (found == accounts.end() || found->id != id) return std::nullopt;
  return static_cast<std::size_t>(found - accounts.begin());
}

std::shared_ptr<const SourceFile> find_source(const Portfolio& portfolio, const std::string& id) {
  const auto id_of = [](const std::shared_ptr<const SourceFile>& source) -> const std::string& {
    return source->id;
  };
  const auto found = std::ranges::lower_bound(portfolio.sources, id, {}, id_of);
  if (found != portfolio.sources.end() && (*found)->id == id) return *found;
  const auto file = account_file(id);
  SourceFile source{file, id, need_portfolio_file(portfolio.root, file), {}, {}};
  auto tree = parse_tree(source.text, file);
  source.root = std::move(tree.root);
  source.problems = std::move(tree.problems);
  return std::make_shared<const SourceFile>(std::move(source));
}

}  // namespace kam
