#include "kam/disk/portfolio.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "disk/system.hpp"
#include "kam/disk/portfolio_files.hpp"
#include "kam/model/error.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

DecodedAccount load_account(const fs::path& root, const std::string& id, const Settings& settings) {
  auto content = read_account_file(root, id);
  if (auto* problem = std::get_if<Problem>(&content)) return {{}, {std::move(*problem)}};
  return decode_account(std::get<std::string>(content), account_file(id), id, settings);
}

bool is_error(const Problem& problem) {
  return problem.severity == Severity::error;
}

// Whether the problem is that a rating does not count: all that reading a portfolio warns of.
bool is_lost_rating(const Problem& problem) {
  constexpr std::array<std::string_view, 3> kCodes{"unknown-criterion", "unknown-area",
                                                   "unknown-requirement"};
  return std::ranges::find(kCodes, problem.code) != kCodes.end();
}

// Reads kam.yaml; false where it has errors, which are noted.
bool load_settings(Portfolio& portfolio, Follow follow) {
  const std::string file(kSettingsFile);
  auto content = read_portfolio_file(portfolio.root, file, follow);
  if (auto* problem = std::get_if<Problem>(&content)) {
    portfolio.errors.push_back(std::move(*problem));
    return false;
  }
  auto decoded = decode_settings(std::get<std::string>(content), file);
  std::ranges::copy_if(decoded.problems, std::back_inserter(portfolio.errors), is_error);
  portfolio.settings = std::move(decoded.settings);
  return portfolio.errors.empty();
}

}  // namespace

std::optional<fs::path> find_enclosing_portfolio(const fs::path& start) {
  std::error_code error;
  const auto origin = fs::canonical(start, error);
  if (error) throw Error(fmt::format("{} cannot be read: {}", start.native(), system_reason(error.value())));
  for (auto directory = origin;; directory = directory.parent_path()) {
    // A link is one, wherever it leads: what is wrong with it is told when it is read.
    if (fs::exists(fs::symlink_status(directory / kSettingsFile, error))) return directory;
    if (directory == directory.root_path()) return std::nullopt;
  }
}

fs::path find_portfolio(const fs::path& start) {
  if (auto found = find_enclosing_portfolio(start)) return *std::move(found);
  throw Error(fmt::format("no kam.yaml in {} or any directory above it", fs::canonical(start).native()),
              "Start a portfolio with `kam init`, or name its directory with -C.");
}

Portfolio load_portfolio(const fs::path& root, Follow follow, const Progress& progress) {
  Portfolio portfolio;
  portfolio.root = root;
  if (!load_settings(portfolio, follow)) return portfolio;
  const auto ids = find_account_ids(root);
  portfolio.files = ids.size();
  std::vector<DecodedAccount> accounts(ids.size());
  share_work(
      ids.size(), [&](std::size_t i) { accounts[i] = load_account(root, ids[i], portfolio.settings); },
      progress);
  for (std::size_t i = 0; i < ids.size(); ++i) add_account(portfolio, ids[i], std::move(accounts[i]));
  return portfolio;
}

void add_account(Portfolio& portfolio, const std::string& id, DecodedAccount decoded) {
  if (std::ranges::any_of(decoded.problems, is_error)) {
    std::ranges::copy_if(decoded.problems, std::back_inserter(portfolio.errors), is_error);
    portfolio.left_out.push_back(id);
    return;
  }
  std::ranges::copy_if(decoded.problems, std::back_inserter(portfolio.warnings), is_lost_rating);
  portfolio.accounts.push_back(std::move(decoded.account));
}

std::string account_file(const std::string& id) {
  return fmt::format("accounts/{}.yaml", id);
}

}  // namespace kam
