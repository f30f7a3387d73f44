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

// The file with its tree, not yet decoded.
SourceFile parse_file(std::string file, std::string id, std::variant<std::string, Problem> content) {
  SourceFile source{std::move(file), std::move(id), {}, {}, {}};
  if (auto* problem = std::get_if<Problem>(&content)) {
    source.problems.push_back(std::move(*problem));
    return source;
  }
  source.text = std::get<std::string>(std::move(content));
  auto tree = parse_tree(source.text, source.file);
  source.root = std::move(tree.root);
  source.problems = std::move(tree.problems);
  return source;
}

// Whether the problem is that a rating does not count: all that reading a portfolio warns of.
bool is_lost_rating(const Problem& problem) {
  constexpr std::array<std::string_view, 3> kCodes{"unknown-criterion", "unknown-area",
                                                   "unknown-requirement"};
  return std::ranges::find(kCodes, problem.code) != kCodes.end();
}

// Reads kam.yaml; its errors are noted.
SourceFile load_settings(Portfolio& portfolio, Follow follow) {
  const std::string file(kSettingsFile);
  auto source = parse_file(file, {}, read_portfolio_file(portfolio.root, file, follow));
  if (source.root) {
    auto decoded = decode_settings(*source.root, file);
    source.problems = std::move(decoded.problems);
    portfolio.settings = std::move(decoded.settings);
  }
  std::ranges::copy_if(source.problems, std::back_inserter(portfolio.errors), is_error);
  return source;
}

// What an account's file says, and the file where it is to be kept.
struct LoadedAccount {
  Account account;
  Problems problems;
  std::shared_ptr<const SourceFile> source;
};

LoadedAccount load_account(const Portfolio& portfolio, const std::string& id,
                           const PortfolioReading& reading) {
  auto source = parse_file(account_file(id), id, read_account_file(portfolio.root, id));
  LoadedAccount loaded;
  if (source.root && portfolio.errors.empty()) {
    auto decoded = decode_account(*source.root, source.file, id, portfolio.settings);
    source.problems = std::move(decoded.problems);
    loaded.account = std::move(decoded.account);
  }
  loaded.problems = source.problems;
  const bool reads = first_error(source.problems) == nullptr;
  const bool is_kept = reading.extent == PortfolioReading::Extent::everything ||
                       ((source.root || !source.text.empty()) && reading.keep &&
                        reading.keep(id, reads ? loaded.account.name : ""));
  if (is_kept) loaded.source = std::make_shared<const SourceFile>(std::move(source));
  return loaded;
}

// Hidden files are meant to be passed over, and a README.md explains a directory to people.
bool is_expected_beside_accounts(std::string_view name) {
  return is_account_name(name) || name.starts_with('.') || name == "README.md";
}

std::vector<std::string> find_passed_over(const fs::path& root) {
  std::vector<std::string> files;
  std::error_code error;
  for (const auto& name : list_accounts_directory(root)) {
    if (is_expected_beside_accounts(name)) continue;
    const auto file = fs::path(kAccountsDirectory) / name;
    files.push_back(file.native() + (fs::is_directory(root / file, error) ? "/" : ""));
  }
  const std::string other_settings = "kam.yml";
  if (fs::exists(root / other_settings, error)) files.push_back(other_settings);
  return files;
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
  const bool everything = reading.extent == PortfolioReading::Extent::everything;
  Portfolio portfolio;
  portfolio.root = root;
  auto settings = load_settings(portfolio, reading.follow);
  const bool settings_read = portfolio.errors.empty();
  if (!settings_read && !everything) return portfolio;
  if (everything) {
    portfolio.sources.push_back(std::make_shared<const SourceFile>(std::move(settings)));
    portfolio.passed_over = find_passed_over(root);
  }
  const auto ids = reading.only ? std::vector{*reading.only} : find_account_ids(root);
  portfolio.files = ids.size();
  std::vector<LoadedAccount> loaded(ids.size());
  share_work(
      ids.size(), [&](std::size_t i) { loaded[i] = load_account(portfolio, ids[i], reading); },
      reading.progress);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    auto& [account, problems, source] = loaded[i];
    if (settings_read) add_account(portfolio, ids[i], {std::move(account), std::move(problems)});
    if (source) portfolio.sources.push_back(std::move(source));
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
