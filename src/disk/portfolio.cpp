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

bool is_error(const Problem& problem) {
  return problem.severity == Severity::error;
}

AccountSource load_account(const fs::path& root, const std::string& id, const Settings& settings) {
  AccountSource source{id, {}, {}, {}, {}};
  auto content = read_account_file(root, id);
  if (auto* problem = std::get_if<Problem>(&content)) {
    source.problems.push_back(std::move(*problem));
    return source;
  }
  source.text = std::get<std::string>(std::move(content));
  auto tree = parse_tree(source.text, account_file(id));
  source.root = std::move(tree.root);
  source.problems = std::move(tree.problems);
  if (!source.root) return source;
  auto decoded = decode_account(*source.root, account_file(id), id, settings);
  source.problems = std::move(decoded.problems);
  if (std::ranges::none_of(source.problems, is_error)) source.account = std::move(decoded.account);
  return source;
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

Portfolio load_portfolio(const fs::path& root, const PortfolioReading& reading) {
  Portfolio portfolio;
  portfolio.root = root;
  if (!load_settings(portfolio, reading.follow)) return portfolio;
  const auto ids = reading.only ? std::vector{*reading.only} : find_account_ids(root);
  portfolio.files = ids.size();
  struct Loaded {
    DecodedAccount account;
    std::shared_ptr<const AccountSource> source;
  };
  std::vector<Loaded> loaded(ids.size());
  const auto load = [&](std::size_t i) {
    auto source = load_account(root, ids[i], portfolio.settings);
    const bool is_kept = (source.root || !source.text.empty()) && reading.keep &&
                         reading.keep(ids[i], source.account ? source.account->name : "");
    if (is_kept) loaded[i].source = std::make_shared<const AccountSource>(source);
    loaded[i].account = {std::move(source.account).value_or(Account{}), std::move(source.problems)};
  };
  share_work(ids.size(), load, reading.progress);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    add_account(portfolio, ids[i], std::move(loaded[i].account));
    if (loaded[i].source) portfolio.sources.push_back(std::move(loaded[i].source));
  }
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
