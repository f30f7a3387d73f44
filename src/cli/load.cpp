#include "cli/load.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "kam/model/error.hpp"
#include "kam/model/system_reason.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

std::string counted(std::size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

// `1 error in 1 of 6 accounts; nothing was computed. …`
void print_verdict(Context& context, const Portfolio& portfolio, const std::string& command) {
  const auto errors = counted(portfolio.errors.size(), "error");
  if (!portfolio.has_settings()) {
    context.err += fmt::format("{} in kam.yaml; nothing was done.\n", errors);
    return;
  }
  auto verdict = fmt::format("{} in {} of {}; nothing was done.", errors, portfolio.left_out.size(),
                             counted(portfolio.files, "account"));
  if (!command.empty())
    verdict += fmt::format(" `kam {} --keep-going` leaves {} out.", command,
                           portfolio.left_out.size() == 1 ? "it" : "them");
  context.err += verdict + "\n";
}

constexpr std::size_t kMany = 1000;  // fewer files are read before a line could be

// The account's index; nothing where there is none of that id or name.
std::optional<std::size_t> match_account(const Portfolio& portfolio, const std::string& word) {
  const auto& accounts = portfolio.accounts;
  auto found = std::ranges::find(accounts, without_ignorable(word), &Account::id);
  if (found == accounts.end()) {
    const auto folded = fold_name(word);
    const auto has_name = [&](const Account& account) { return fold_name(account.name) == folded; };
    found = std::ranges::find_if(accounts, has_name);
    if (found != accounts.end() && std::find_if(found + 1, accounts.end(), has_name) != accounts.end())
      throw UsageError(fmt::format("there are several accounts named `{}`", word), "Give the account's id.");
  }
  if (found == accounts.end()) return std::nullopt;
  return static_cast<std::size_t>(found - accounts.begin());
}

[[noreturn]] void throw_unknown_account(const std::string& word, std::vector<std::string> ids,
                                        const Portfolio& portfolio) {
  for (const auto& account : portfolio.accounts) ids.push_back(account.id);
  const auto near = nearest(word, ids);
  throw UsageError(
      fmt::format("there is no account `{}`", word),
      near ? fmt::format("Did you mean `{}`?", *near) : "`kam inventory --columns id,name` lists them.");
}

}  // namespace

std::filesystem::path current_directory() {
  std::error_code error;
  auto directory = std::filesystem::current_path(error);
  if (!error) return directory;
  if (error == std::errc::no_such_file_or_directory)
    throw Error("the current directory is not there any more: it was deleted while this shell was in it",
                "Change to another one, as in `cd ..`, or to the new one of that name.");
  throw Error(fmt::format("the current directory cannot be found: {}", system_reason(error.value())));
}

Progress reading_progress(const Context& context) {
  constexpr std::size_t kStep = 100;
  if (!context.show_progress || context.remarks == Remarks::quiet) return {};
  return [&context, next = std::size_t{0}](std::size_t done, std::size_t total) mutable {
    if (total < kMany || done < next) return;
    next = done + kStep;
    context.show_progress(fmt::format("Reading accounts: {} of {}", done, total));
  };
}

void end_progress(const Context& context, const Progress& progress, std::size_t files) {
  if (progress && files >= kMany) context.show_progress({});
}

std::optional<ScoredPortfolio> load(Context& context, Faulty faulty, const std::string& command) {
  return load(context, find_portfolio(current_directory()), faulty, command);
}

std::optional<ScoredPortfolio> load(Context& context, const std::filesystem::path& root, Faulty faulty,
                                    const std::string& command, PortfolioReading reading) {
  reading.follow = context.follow;
  reading.progress = reading_progress(context);
  auto portfolio = load_portfolio(root, reading);
  end_progress(context, reading.progress, portfolio.files);
  const bool settings_failed = !portfolio.has_settings();
  if (settings_failed || (!portfolio.errors.empty() && faulty != Faulty::pass_over)) {
    print_problems(context, portfolio.errors, root);
    if (settings_failed || faulty == Faulty::refuse) {
      print_verdict(context, portfolio, command);
      return std::nullopt;
    }
  }
  if (context.remarks == Remarks::shown && faulty != Faulty::pass_over)
    print_problems(context, portfolio.warnings, root);
  const auto language = context.language_or(portfolio.settings.language);
  return score_state(std::move(portfolio), context.today, language);
}

Exit finish(Context& context, const ScoredPortfolio& loaded) {
  const auto& left_out = loaded.portfolio.left_out;
  if (left_out.empty()) return Exit::done;
  std::string names;
  for (const auto& id : left_out) names += (names.empty() ? "" : ", ") + id;
  context.err +=
      fmt::format("Left out, and so missing in every total and share: {}.\n", escape_controls(names));
  return Exit::answer_is_no;
}

std::size_t find_account(const Portfolio& portfolio, const std::string& word) {
  const auto index = match_account(portfolio, word);
  if (!index) throw_unknown_account(word, {}, portfolio);
  return *index;
}

std::string find_account_id(const Portfolio& portfolio, const std::string& word) {
  if (std::ranges::find(portfolio.left_out, word) != portfolio.left_out.end()) return word;
  const auto index = match_account(portfolio, word);
  if (!index) throw_unknown_account(word, portfolio.left_out, portfolio);
  return portfolio.accounts[*index].id;
}

std::vector<std::size_t> find_accounts(const Portfolio& portfolio, const std::vector<std::string>& words) {
  std::vector<std::size_t> accounts;
  for (const auto& word : words) {
    const auto account = find_account(portfolio, word);
    if (std::ranges::find(accounts, account) == accounts.end()) accounts.push_back(account);
  }
  return accounts;
}

}  // namespace kam::cli
