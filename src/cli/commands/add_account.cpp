#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <memory>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "kam/change/draft.hpp"
#include "kam/change/schema_files.hpp"
#include "kam/disk/write.hpp"
#include "kam/format/format.hpp"
#include "kam/model/error.hpp"
#include "kam/text/key_texts.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::string name;
  std::string id;
  std::map<std::string_view, std::string> facts;  // by the keys of the file
  std::vector<std::string> revenue;
  std::vector<std::string> contribution_margin;
};

// What stands at a key, as an option: `--external-id` for `external_id`.
struct FactOption {
  std::string_view key;
  std::string_view form;
  std::string_view help;
};
constexpr std::array kFactOptions{
    FactOption{"status", "S", "prospect, candidate, key_account or former"},
    FactOption{"manager", "N", "The fixed contact: the key account manager"},
    FactOption{"industry", "I", "Its industry"},
    FactOption{"external_id", "X", "Its number in the ERP or CRM"},
};

// These, and any other fact in words that lists may say of a customer.
std::vector<FactOption> fact_options() {
  std::vector<FactOption> options(kFactOptions.begin(), kFactOptions.end());
  for (const auto& field : account_format().fields) {
    const bool is_known =
        field.key == "name" || std::ranges::find(options, field.key, &FactOption::key) != options.end();
    if (!field.in_lists || is_known || field.shape.kind != ShapeKind::text) continue;
    const auto text = find_key_text(FileKind::account, field.key, Language::en);
    options.push_back({field.key, "TEXT", text ? text->description : ""});
  }
  return options;
}

Account facts_of_options(const Options& options, Date today) {
  Account facts;
  facts.name = options.name;
  for (const auto& [key, value] : options.facts) {
    const auto& field = *find_field(account_format(), key);
    if (field.shape.kind == ShapeKind::text)
      field.put(&facts, value);
    else if (!value.empty())
      field.put(&facts, parse_choice(value, field.shape.choices, option_name(key)));
  }
  const int this_year = static_cast<int>(today.year());
  for (const auto& text : options.revenue) {
    const auto [year, amount] = parse_year_amount(text, this_year, "--revenue");
    facts.figures[year].revenue = amount;
  }
  for (const auto& text : options.contribution_margin) {
    const auto [year, amount] = parse_year_amount(text, this_year, "--contribution-margin");
    facts.figures[year].contribution_margin = amount;
  }
  return facts;
}

std::string choose_id(const Options& options) {
  auto id = options.id.empty() ? slug(options.name) : options.id;
  if (is_account_id(id)) return id;
  if (options.id.empty())
    throw UsageError(
        fmt::format("no id can be made from the name `{}`", options.name),
        "Give one with --id, in small letters, digits and hyphens, as in --id kabushiki-kaisha.");
  const auto near = slug(options.id);
  throw UsageError(
      fmt::format("--id cannot be `{}`", options.id),
      is_account_id(near)
          ? fmt::format("Ids are small letters, digits and hyphens, as in `{}`.", near)
          : "Ids are small letters, digits and hyphens, at most 64, and no name that Windows reserves.");
}

// Two customers of one name are mostly one customer entered twice.
void check_name(const Options& options, const Portfolio& portfolio) {
  if (!options.id.empty()) return;
  const auto folded = fold_name(options.name);
  const auto found = std::ranges::find_if(
      portfolio.accounts, [&](const Account& account) { return fold_name(account.name) == folded; });
  if (found != portfolio.accounts.end())
    throw Error(
        fmt::format("there is an account named `{}` already: {}", found->name, account_file(found->id)),
        "If this is another customer of that name, give it an id of its own with --id.");
}

Exit run_add_account(const Options& options, Context& context) {
  if (fold_name(options.name).empty()) throw UsageError("the name is empty", "Give the customer's name.");
  const auto root = find_portfolio(current_directory());
  refuse_special_files(root);
  const DirectoryLock lock(root);
  const auto loaded = load(context, root, Faulty::leave_out, {});
  if (!loaded) return Exit::failed;
  const auto facts = facts_of_options(options, context.today);
  check_name(options, loaded->portfolio);
  const auto id = choose_id(options);
  const auto file = root / account_file(id);
  if (std::filesystem::exists(std::filesystem::symlink_status(file)))
    throw Error(fmt::format("{} is there already", account_file(id)), "Give another id with --id.");
  make_directories(root / "accounts");
  write_schema_files(root, loaded->portfolio.settings);
  const auto draft = draft_new_account(id, facts, *loaded);
  tell_and_do(
      context, [&] { context.out += std::filesystem::relative(file).string() + "\n"; },
      [&] { write_drafts(root, std::span(&draft, 1)); });
  return Exit::done;
}

}  // namespace

Run add_add_account(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.argument("NAME", options->name, "The customer's name", Arguments::Need::required);
  arguments.option("--id", options->id, "ID",
                   "The account's id, which names its file (default: from the name)");
  for (const auto& [key, form, help] : fact_options())
    arguments.option(option_name(key), options->facts[key], std::string(form), std::string(help));
  arguments.option("--revenue", options->revenue, "[YEAR=]AMOUNT",
                   "Revenue of a year (default: the as-of year); repeatable");
  arguments.option("--contribution-margin", options->contribution_margin, "[YEAR=]AMOUNT",
                   "Contribution margin of a year; repeatable");
  return [options](Context& context) { return run_add_account(*options, context); };
}

}  // namespace kam::cli
