#include "kam/store/portfolio.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <future>
#include <system_error>
#include <thread>
#include <utility>

#include "kam/model/error.hpp"
#include "kam/unicode/unicode.hpp"
#include "store/system.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLargestFile = std::size_t{4} << 20U;  // one byte more, and the reader refuses it
constexpr std::size_t kFilesPerThread = 32;                  // fewer are read sooner than a thread starts
constexpr std::string_view kSettingsFile = "kam.yaml";
constexpr std::string_view kExtension = ".yaml";

Problem file_problem(const std::string& file, std::string code, std::string message, std::string hint) {
  return {file, 0, 0, Severity::error, std::move(code), std::move(message), std::move(hint)};
}

// A file of the portfolio, or the problem that keeps it from being read.
std::variant<std::string, Problem> read_portfolio_file(const fs::path& root, const std::string& file) {
  std::error_code error;
  const auto path = root / file;
  const auto status = fs::status(path, error);
  if (!error && fs::exists(status) && !fs::is_regular_file(status))
    return file_problem(file, "unreadable", "is not a regular file", "Put a file there, or take it away.");
  auto read = try_read(path, kLargestFile + 1);
  if (auto* failure = std::get_if<ReadFailure>(&read))
    return file_problem(file, "unreadable", std::move(failure->reason),
                        "See that it is there and that you may read it.");
  return std::get<std::string>(std::move(read));
}

// The ids of the account files, sorted. A portfolio without the directory has none: git keeps no empty ones.
std::vector<std::string> find_accounts(const fs::path& root) {
  std::vector<std::string> ids;
  const auto directory = root / "accounts";
  std::error_code error;
  if (!fs::exists(directory, error) && !error) return ids;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    const auto name = entry->path().filename().native();
    if (name.ends_with(kExtension) && !name.starts_with('.'))
      ids.push_back(name.substr(0, name.size() - kExtension.size()));
  }
  if (error)
    throw Error(fmt::format("{} cannot be read: {}", directory.native(), system_reason(error.value())));
  std::ranges::sort(ids);
  return ids;
}

Problem bad_id(const std::string& file, const std::string& id) {
  const auto good = slug(id);
  auto hint = is_account_id(good)
                  ? fmt::format("Rename the file to {}.", account_file(good))
                  : std::string("Rename it to small letters and digits, with single hyphens between them.");
  return file_problem(file, "bad-account-id", fmt::format("{} is not an id for an account", id),
                      std::move(hint));
}

DecodedAccount load_account(const fs::path& root, const std::string& id, const Settings& settings) {
  const auto file = account_file(id);
  if (!is_account_id(id)) return {{}, {bad_id(file, id)}};
  auto content = read_portfolio_file(root, file);
  if (auto* problem = std::get_if<Problem>(&content)) return {{}, {std::move(*problem)}};
  return decode_account(std::get<std::string>(content), file, id, settings);
}

// Every account, in the order of `ids`; each thread takes every n-th, so that no two share one.
std::vector<DecodedAccount> load_accounts(const fs::path& root, const std::vector<std::string>& ids,
                                          const Settings& settings, const Progress& progress) {
  std::vector<DecodedAccount> accounts(ids.size());
  const std::size_t wanted = (ids.size() + kFilesPerThread - 1) / kFilesPerThread;
  const std::size_t threads =
      std::min<std::size_t>(wanted, std::max(1U, std::thread::hardware_concurrency()));
  const auto load_share = [&](std::size_t first) {
    for (std::size_t i = first; i < ids.size(); i += threads) {
      accounts[i] = load_account(root, ids[i], settings);
      if (first == 0 && progress) progress(i + 1, ids.size());  // the others are about as far
    }
  };
  std::vector<std::future<void>> shares;
  for (std::size_t first = 0; first < threads; ++first)
    shares.push_back(std::async(std::launch::async, load_share, first));
  for (auto& share : shares) share.get();
  return accounts;
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

void add_account(Portfolio& portfolio, const std::string& id, DecodedAccount decoded) {
  if (std::ranges::any_of(decoded.problems, is_error)) {
    std::ranges::copy_if(decoded.problems, std::back_inserter(portfolio.errors), is_error);
    portfolio.left_out.push_back(id);
    return;
  }
  std::ranges::copy_if(decoded.problems, std::back_inserter(portfolio.warnings), is_lost_rating);
  portfolio.accounts.push_back(std::move(decoded.account));
}

// Reads kam.yaml; false where it has errors, which are noted.
bool load_settings(Portfolio& portfolio) {
  const std::string file(kSettingsFile);
  auto content = read_portfolio_file(portfolio.root, file);
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
    if (fs::exists(directory / kSettingsFile, error)) return directory;
    if (directory == directory.root_path()) return std::nullopt;
  }
}

fs::path find_portfolio(const fs::path& start) {
  if (auto found = find_enclosing_portfolio(start)) return *std::move(found);
  throw Error(fmt::format("no kam.yaml in {} or any directory above it", fs::canonical(start).native()),
              "Start a portfolio with `kam init`, or name its directory with -C.");
}

Portfolio load_portfolio(const fs::path& root, const Progress& progress) {
  Portfolio portfolio;
  portfolio.root = root;
  if (!load_settings(portfolio)) return portfolio;
  const auto ids = find_accounts(root);
  portfolio.files = ids.size();
  auto accounts = load_accounts(root, ids, portfolio.settings, progress);
  for (std::size_t i = 0; i < ids.size(); ++i) add_account(portfolio, ids[i], std::move(accounts[i]));
  return portfolio;
}

std::string account_file(const std::string& id) {
  return fmt::format("accounts/{}.yaml", id);
}

}  // namespace kam
