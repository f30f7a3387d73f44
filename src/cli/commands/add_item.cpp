#include "cli/commands/add_item.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <memory>

#include <fmt/format.h>

#include "cli/change.hpp"
#include "cli/options.hpp"
#include "kam/model/error.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::string account;
  std::string name;                          // as an argument
  std::map<std::string, std::string> facts;  // by key, as options
  bool dry_run = false;
};

std::string capitals(std::string_view key) {
  std::string text(key);
  for (auto& c : text) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return text;
}

ItemFacts collect_facts(const Options& options, const ItemCommand& item) {
  const std::string key(item.name);
  ItemFacts facts;
  for (const auto& [name, value] : options.facts)
    if (name != key && !value.empty()) facts.emplace_back(name, value);
  const auto given = options.facts.find(key);
  const bool by_option = given != options.facts.end() && !given->second.empty();
  if (by_option && !options.name.empty())
    throw UsageError(fmt::format("the {} is given twice", key),
                     fmt::format("Give it behind the account or with {}.", option_name(key)));
  const auto name = by_option ? given->second : options.name;
  if (fold_name(name).empty())
    throw UsageError(fmt::format("the {} is missing", key),
                     fmt::format("Give it behind the account or with {}.", option_name(key)));
  facts.emplace_back(key, name);
  return facts;
}

// Two contacts of one name are one person entered twice, and an open action of that title is agreed already.
std::optional<Misfit> find_twin(const Node& tree, const ItemCommand& item, const std::string& name) {
  const auto* const list = tree.find(item.list);
  if (list == nullptr) return std::nullopt;
  for (std::size_t i = 0; i < list->items.size(); ++i) {
    const auto* const other = list->items[i].find(item.name);
    const auto* const status = list->items[i].find("status");
    const bool is_open = status == nullptr || status->is_null() || status->value == "open";
    if (other != nullptr && is_open && fold_name(other->value) == fold_name(name))
      return Misfit{fmt::format("{}[{}] is called `{}` already", item.list, i, name),
                    fmt::format("Change it with kam set, as in {}[{}].owner=NAME, or choose another {}.",
                                item.list, i, item.name)};
  }
  return std::nullopt;
}

Exit run_add_item(const Options& options, const ItemCommand& item, Context& context) {
  const auto facts = collect_facts(options, item);
  const PlanStep step = [&](const Node& tree, const Settings& settings) -> std::variant<Edit, Misfit> {
    if (auto twin = find_twin(tree, item, facts.back().second)) return *std::move(twin);
    return plan_item(tree, item.list, facts, settings);
  };
  return change_account(options.account, std::span(&step, 1),
                        options.dry_run ? WriteMode::dry_run : WriteMode::write, context);
}

}  // namespace

Run add_item_command(Arguments& arguments, const ItemCommand& item) {
  auto options = std::make_shared<Options>();
  const auto argument = capitals(item.name);
  arguments.argument("ACCOUNT", options->account, "The account, by id or name", Arguments::Need::required);
  arguments.argument(argument, options->name, std::string(item.meaning));
  arguments.option(option_name(item.name), options->facts[std::string(item.name)], argument,
                   "The same as an option");
  for (const auto& [key, text] : item.options)
    arguments.option(option_name(key), options->facts[std::string(key)], capitals(key), std::string(text));
  arguments.flag("--dry-run", options->dry_run, "Show the change and the diff; write nothing");
  return [options, item](Context& context) { return run_add_item(*options, item, context); };
}

}  // namespace kam::cli
