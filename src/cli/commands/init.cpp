#include <algorithm>
#include <filesystem>
#include <memory>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/commands/git_setup.hpp"
#include "cli/options.hpp"
#include "kam/change/schema_files.hpp"
#include "kam/disk/write.hpp"
#include "kam/model/error.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/import.hpp"
#include "kam/text/messages/inventory.hpp"
#include "kam/text/templates.hpp"
#include "kam/yaml/edit.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::string directory = ".";
  std::string company;
  std::string currency = "EUR";
  bool git = false;
};

void check_currency(const std::string& currency) {
  const bool letters =
      currency.size() == 3 && std::ranges::all_of(currency, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!letters)
    throw UsageError(fmt::format("--currency cannot be `{}`", currency),
                     "Give the three capital letters of ISO 4217, as in EUR, CHF or USD.");
}

Exit run_init(const Options& options, Context& context) {
  check_currency(options.currency);
  const std::filesystem::path root = options.directory;
  const auto shown = [&](const char* name) { return (root / name).lexically_normal().string(); };
  if (std::filesystem::exists(std::filesystem::symlink_status(root / "kam.yaml")))
    throw Error(fmt::format("{} is there already, so this is a portfolio", shown("kam.yaml")),
                "Nothing was changed. `kam inventory` shows it; `kam init DIR` makes another one elsewhere.");
  if (options.git) find_work_tree(root);
  const auto language = context.language_or(Language::en);
  if (std::filesystem::is_directory(root)) refuse_special_files(root);
  make_directories(root / "accounts");
  const DirectoryLock lock(root);
  const auto attributes = root / ".gitattributes";
  const bool has_attributes = std::filesystem::exists(std::filesystem::symlink_status(attributes));
  if (!has_attributes) create_file(attributes, "*.yaml text\n");
  auto settings = default_settings();
  settings.language = language;
  write_schema_files(root, settings);
  // Last, since it is what makes the directory a portfolio.
  create_file(root / "kam.yaml",
              schema_line(FileKind::portfolio) +
                  settings_file_text(format_scalar(options.company, ScalarContext::block),
                                     format_scalar(options.currency, ScalarContext::block), language));
  context.out += shown("kam.yaml") + "\n" + shown("accounts/") + "\n" + shown(".kam/") + "\n";
  if (!has_attributes) context.out += shown(".gitattributes") + "\n";
  if (options.git) set_up_merging(root, language, context);
  const auto kam = options.directory == "." ? "kam" : fmt::format("kam -C {}", shell_word(options.directory));
  context.remark(fmt::format("{} {} add-account NAME {} {} import FILE.csv", say(msg::next_step, language),
                             kam, say(msg::next_step_or, language), kam));
  if (has_attributes && !options.git) context.remark(say(msg::gitattributes_kept, language));
  return Exit::done;
}

}  // namespace

Run add_init(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.argument("DIR", options->directory, "Where the portfolio is to be (default: here)");
  arguments.option("--company", options->company, "NAME", "Whose accounts these are");
  arguments.option("--currency", options->currency, "CODE",
                   "The currency of all money, by ISO 4217 (default: EUR)");
  arguments.flag("--git", options->git, "Let git merge its files fact by fact, as kam git-setup does");
  return [options](Context& context) { return run_init(*options, context); };
}

}  // namespace kam::cli
