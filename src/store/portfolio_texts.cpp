#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "kam/store/portfolio.hpp"
#include "store/portfolio_files.hpp"

namespace kam {

namespace {

using Content = std::variant<std::string, Problem>;

Problem faulty_id(const std::string& id) {
  return {account_file(id),
          0,
          0,
          Severity::error,
          "bad-account-id",
          fmt::format("{} is not an id for an account", id),
          "An account's file is named with small letters and digits, with single hyphens between them."};
}

DecodedSettings decode_settings_text(const Content& content) {
  if (const auto* problem = std::get_if<Problem>(&content)) return {{}, {*problem}};
  return decode_settings(std::get<std::string>(content), std::string(kSettingsFile));
}

DecodedAccount decode_account_text(const Content& content, const std::string& id, const Settings& settings) {
  if (!is_account_id(id)) return {{}, {faulty_id(id)}};
  if (const auto* problem = std::get_if<Problem>(&content)) return {{}, {*problem}};
  return decode_account(std::get<std::string>(content), account_file(id), id, settings);
}

const Problem kNoSettings{std::string(kSettingsFile),
                          0,
                          0,
                          Severity::error,
                          "unreadable",
                          "is not there",
                          "Without it nothing says what the accounts are rated by."};

void read_settings(Portfolio& portfolio, const std::vector<PortfolioText>& texts) {
  const auto found = std::ranges::find(texts, kSettingsFile, &PortfolioText::file);
  auto decoded =
      found == texts.end() ? DecodedSettings{{}, {kNoSettings}} : decode_settings_text(found->content);
  std::ranges::copy_if(decoded.problems, std::back_inserter(portfolio.errors),
                       [](const Problem& problem) { return problem.severity == Severity::error; });
  portfolio.settings = std::move(decoded.settings);
}

void read_accounts(Portfolio& portfolio, const std::vector<PortfolioText>& texts) {
  std::map<std::string, const Content*> by_id;
  for (const auto& text : texts)
    if (text.file != kSettingsFile && is_portfolio_file(text.file))
      by_id.emplace(id_of_account_file(text.file), &text.content);
  portfolio.files = by_id.size();
  for (const auto& [id, content] : by_id)
    add_account(portfolio, id, decode_account_text(*content, id, portfolio.settings));
}

}  // namespace

bool is_portfolio_file(std::string_view file) {
  if (file == kSettingsFile) return true;
  const auto slash = file.find('/');
  return slash != std::string_view::npos && file.substr(0, slash) == kAccountsDirectory &&
         is_account_name(file.substr(slash + 1));
}

std::string id_of_account_file(std::string_view file) {
  file.remove_prefix(kAccountsDirectory.size() + 1);
  file.remove_suffix(kAccountEnding.size());
  return std::string(file);
}

Portfolio read_portfolio(const std::vector<PortfolioText>& texts, const std::string& where) {
  Portfolio portfolio;
  read_settings(portfolio, texts);
  if (portfolio.errors.empty()) read_accounts(portfolio, texts);
  for (auto* problems : {&portfolio.errors, &portfolio.warnings})
    for (auto& problem : *problems) problem.file.insert(0, where);
  return portfolio;
}

}  // namespace kam
