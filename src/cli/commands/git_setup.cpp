#include "cli/commands/git_setup.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/git/git_attributes.hpp"
#include "cli/git/merge_settings.hpp"
#include "cli/load.hpp"
#include "kam/disk/portfolio.hpp"
#include "kam/disk/write.hpp"
#include "kam/git/repository.hpp"
#include "kam/git/run.hpp"
#include "kam/model/error.hpp"
#include "kam/text/messages/git_setup.hpp"

namespace kam::cli {

namespace fs = std::filesystem;

namespace {

// Files of a portfolio that git merges otherwise, though kam's lines are there: a later line of attributes
// says so.
struct OverruledFiles {
  std::string driver;              // what git takes: `union`, `unset`, …
  std::vector<std::string> files;  // from the portfolio's directory on
};

const std::string kYetToCome = account_file("any-other");

std::vector<std::string> list_merged_files(const std::filesystem::path& root) {
  std::vector<std::string> files{"kam.yaml", kYetToCome};
  for (const auto& id : find_account_ids(root)) files.push_back(account_file(id));
  std::sort(files.begin() + 1, files.end());
  return files;
}

// The next of several texts with a NUL behind each.
std::string_view take_text(std::string_view& texts) {
  const auto end = std::min(texts.find('\0'), texts.size());
  const auto text = texts.substr(0, end);
  texts.remove_prefix(std::min(end + 1, texts.size()));
  return text;
}

// By driver, of the portfolio at `root` in the repository. Also seen is what would become of an account that
// is still to come.
std::vector<OverruledFiles> find_overruled(const Repository& repository, const std::filesystem::path& root) {
  std::string names;
  for (const auto& file : list_merged_files(root))
    names.append(repository.prefix).append(file).push_back('\0');
  const auto answer = ask_git(repository, {"check-attr", "-z", "--stdin", "merge"}, names);
  std::vector<OverruledFiles> overruled;
  for (std::string_view texts = answer; !texts.empty();) {
    const std::string file(take_text(texts).substr(repository.prefix.size()));
    take_text(texts);  // the attribute's name
    const std::string driver(take_text(texts));
    if (driver == "kam") continue;
    auto found = std::ranges::find(overruled, driver, &OverruledFiles::driver);
    if (found == overruled.end()) found = overruled.insert(overruled.end(), {driver, {}});
    found->files.push_back(file);
  }
  for (auto& [driver, files] : overruled) {
    if (files.size() > 1) std::erase(files, kYetToCome);
    std::ranges::replace(files, kYetToCome, "accounts/*.yaml");
  }
  return overruled;
}

struct Options {
  bool remove = false;
};

std::optional<std::string> find_setting(const Repository& repository, const char* name) {
  auto found = run_git(repository, {"config", "--local", "--get", name});
  if (found.status != 0) return std::nullopt;
  if (found.out.ends_with('\n')) found.out.pop_back();
  return std::move(found.out);
}

std::string shown_path(const fs::path& file) {
  return fs::relative(file).string();
}

void tell(Context& context, const std::string& where, char sign, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  if (!where.empty()) context.out += where + "\n";
  for (const auto& line : lines) context.out += fmt::format("{} {}\n", sign, line);
}

constexpr const char* kAttributes = ".gitattributes";

// Whether there was anything to add.
bool add_attributes(const fs::path& root, Context& context) {
  const auto file = root / kAttributes;
  const auto before = find_portfolio_file(root, kAttributes);
  const auto change = add_merge_lines(before.value_or(""));
  if (change.lines.empty()) return false;
  if (before)
    replace_file(file, *before, change.text);
  else
    create_file(file, change.text);
  tell(context, shown_path(file), '+', change.lines);
  return true;
}

bool remove_attributes(const fs::path& root, Context& context) {
  const auto file = root / kAttributes;
  const auto before = find_portfolio_file(root, kAttributes).value_or("");
  const auto change = remove_merge_lines(before);
  if (change.lines.empty()) return false;
  if (change.text.empty())
    remove_file(file, before);  // kam made it
  else
    replace_file(file, before, change.text);
  tell(context, shown_path(file), '-', change.lines);
  return true;
}

bool add_git_settings(const Repository& repository, Language language, Context& context) {
  std::vector<std::string> renewed;
  std::vector<std::string> added;
  for (const auto& setting : merge_settings()) {
    const auto present = find_setting(repository, setting.name);
    if (present == setting.value) continue;
    if (present && !is_former_value(setting, *present)) {
      context.remark(say(msg::git_setup_kept, language, {setting.name, *present}));
      continue;
    }
    ask_git(repository, {"config", "--local", setting.name, setting.value});
    if (present) renewed.push_back(fmt::format("{} = {}", setting.name, *present));
    added.push_back(fmt::format("{} = {}", setting.name, setting.value));
  }
  tell(context, "git config --local", '-', renewed);
  tell(context, renewed.empty() ? "git config --local" : "", '+', added);
  return !added.empty();
}

bool remove_settings(const Repository& repository, Language language, Context& context) {
  std::vector<std::string> removed;
  for (const auto& setting : merge_settings()) {
    const auto present = find_setting(repository, setting.name);
    if (!present) continue;
    if (*present != setting.value && !is_former_value(setting, *present)) {
      context.remark(say(msg::git_setup_kept, language, {setting.name, *present}));
      continue;
    }
    ask_git(repository, {"config", "--local", "--unset-all", setting.name});
    removed.push_back(fmt::format("{} = {}", setting.name, *present));
  }
  tell(context, "git config --local", '-', removed);
  return !removed.empty();
}

// kam's lines are there, but do not hold.
void warn_of_overruled(const Repository& repository, const fs::path& root, Language language,
                       Context& context) {
  for (const auto& [driver, files] : find_overruled(repository, root)) {
    const auto more = files.size() - 1;
    const auto names = more == 0
                           ? files.front()
                           : say(msg::git_setup_and_more, language, {files.front(), std::to_string(more)});
    context.remark(say(msg::git_setup_overruled, language, {names, driver}));
  }
}

void remove_merging(const fs::path& root, Language language, Context& context) {
  const bool lines = remove_attributes(root, context);
  const bool settings = remove_settings(open_repository(root), language, context);
  context.remark(say(lines || settings ? msg::git_setup_removed : msg::git_setup_not_there, language));
}

// The language of the portfolio, also where its settings do not read.
Language language_of(const fs::path& root, const Context& context) {
  const auto decoded = decode_settings(need_portfolio_file(root, "kam.yaml", context.follow), "kam.yaml");
  return context.language_or(decoded.settings.language);
}

Exit run_git_setup(const Options& options, Context& context) {
  const auto root = find_portfolio(current_directory());
  find_work_tree(root);
  refuse_special_files(root);
  const DirectoryLock lock(root);
  const auto language = language_of(root, context);
  if (options.remove)
    remove_merging(root, language, context);
  else
    set_up_merging(root, language, context);
  return Exit::done;
}

}  // namespace

Repository find_work_tree(const fs::path& directory) {
  auto nearest = fs::absolute(directory).lexically_normal();
  std::error_code error;
  while (!fs::is_directory(nearest, error) && nearest.has_relative_path()) nearest = nearest.parent_path();
  const auto bare = open_bare_repository(nearest);
  auto repository = bare ? *bare : open_repository(nearest);
  if (repository.kind == Repository::Kind::bare)
    throw Error(fmt::format("{} is a bare repository, which merges nothing", repository.root.native()),
                "Run it in a clone that has a working tree.");
  return repository;
}

void set_up_merging(const fs::path& root, Language language, Context& context) {
  const auto repository = open_repository(root);
  const bool lines = add_attributes(root, context);
  const bool settings = add_git_settings(repository, language, context);
  if (!lines && !settings) {
    context.remark(say(msg::git_setup_unchanged, language));
  } else {
    context.remark(say(msg::git_setup_done, language));
    context.remark(say(msg::git_setup_others, language));
    context.remark(say(msg::git_setup_undo, language));
  }
  warn_of_overruled(repository, root, language, context);
}

Run add_git_setup(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.flag("--remove", options->remove, "Undo it: take out what it added, and nothing else");
  return [options](Context& context) { return run_git_setup(*options, context); };
}

}  // namespace kam::cli
