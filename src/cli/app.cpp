#include "cli/app.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/arguments.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "kam/model/error.hpp"
#include "kam/model/system_reason.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/orders.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

// What stands behind `--` are arguments, whatever they look like. CLI11 takes them so at the command alone:
// where the command has no place for one, it is an option again at the level above. So they are marked, by a
// byte that no argument of a program can hold, and the mark is taken off where they arrive.

constexpr char kMark = '\0';

const CLI::App* find_subcommand(const CLI::App& app, const std::string& name) {
  for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; }))
    if (command->get_name() == name) return command;
  return nullptr;
}

// Whether the next word is the option's value, whatever it looks like.
bool takes_value(const std::string& word, const CLI::App& app, const CLI::App* command) {
  for (const auto* level : {command, &app})
    if (level != nullptr)
      if (const auto* option = level->get_option_no_throw(word)) return option->get_items_expected_min() > 0;
  return false;
}

// Marks the words behind the first `--` that is no option's value.
void mark_plain_words(std::vector<std::string>& words, const CLI::App& app) {
  const CLI::App* command = nullptr;
  std::size_t at = 0;
  for (; at < words.size() && words[at] != "--"; ++at) {
    if (words[at].starts_with('-')) {
      if (takes_value(words[at], app, command)) ++at;
    } else if (command == nullptr) {
      command = find_subcommand(app, words[at]);
    }
  }
  if (command == nullptr) ++at;  // the command's name itself
  for (++at; at < words.size(); ++at) words[at].insert(words[at].begin(), kMark);
}

bool is_marked(const std::string& word) {
  return !word.empty() && word.front() == kMark;
}

std::string without_mark(std::string word) {
  if (is_marked(word)) word.erase(0, 1);
  return word;
}

// Has the arguments of the command, as they arrive, without their marks.
void take_marks_off(CLI::App& command) {
  for (auto* option : command.get_options())
    if (option->get_positional()) option->transform(without_mark);
}

// The options that every command has.
struct GlobalOptions {
  std::string directory;
  std::optional<std::string> as_of;
  std::optional<std::string> as_of_file;
  std::optional<std::string> lang;
  std::string color = "auto";
  bool quiet = false;
  bool follow = false;
};

Date day_of_epoch(const std::string& text) {
  long long seconds = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), seconds);
  constexpr long long kLatest = 253402300799;  // 9999-12-31T23:59:59Z
  if (result.ec != std::errc{} || result.ptr != text.data() + text.size() || seconds < 0 || seconds > kLatest)
    throw UsageError(fmt::format("SOURCE_DATE_EPOCH is `{}`, no number of seconds since 1970", text),
                     "Unset it, or give the day with --as-of.");
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}});
}

Date as_of_day(const GlobalOptions& options, const World& world) {
  if (options.as_of && options.as_of_file)
    throw UsageError("--as-of and --as-of-file are given", "Give one or the other.");
  if (options.as_of) return parse_day(*options.as_of, "--as-of");
  if (!world.source_date_epoch.empty()) return day_of_epoch(world.source_date_epoch);
  return world.today;
}

Follow parse_follow(const GlobalOptions& options, const World& world) {
  if (options.follow || world.kam_follow == "1") return Follow::yes;
  if (world.kam_follow.empty() || world.kam_follow == "0") return Follow::no;
  throw UsageError(fmt::format("KAM_FOLLOW cannot be `{}`", world.kam_follow),
                   "Set it to 1, or unset it; `man kam` says what it is for.");
}

void add_global_options(Arguments& arguments, GlobalOptions& options) {
  arguments.option("-C", options.directory, "DIR", "Work as if started in DIR");
  arguments.option("--as-of", options.as_of, "DATE",
                   "The day to see everything from (default: SOURCE_DATE_EPOCH, else today)");
  arguments.option("--as-of-file", options.as_of_file, "FILE", "The same, as FILE says it: ten characters");
  arguments.option("--lang", options.lang, "LANG",
                   "Language of labels: de or en (default: KAM_LANG, then kam.yaml)");
  arguments.option("--color", options.color, "WHEN", "Colour: auto, always or never");
  arguments.flag("--follow", options.follow, "Read a kam.yaml that is a link out of the working tree");
  arguments.flag("-q,--quiet", options.quiet, "No remarks; errors stay");
}

// The day that a file holds. Throws Error where it holds anything else.
// What else the file may hold is none of the messages' business.
Date day_of_file(const std::string& file) {
  constexpr std::size_t kDay = 10;
  const auto text = read_named_beginning(file, current_directory(), kDay + 3);  // a line end, and a byte more
  std::string_view day = text;
  if (day.ends_with('\n')) day.remove_suffix(1);
  if (day.ends_with('\r')) day.remove_suffix(1);
  const auto date = day.size() == kDay ? parse_date(day) : std::nullopt;
  if (date) return *date;
  throw Error(fmt::format("{} holds no day of the calendar", file),
              "It holds ten characters, as in 2026-03-31, and at most a line end: `date +%F` writes them.");
}

// What the options and the environment say; `as_of_file` is left to `day_of_file`, since its name counts from
// the directory that `-C` enters. Throws UsageError.
void fill_context(Context& context, const GlobalOptions& options, const World& world) {
  context.today = as_of_day(options, world);
  context.follow = parse_follow(options, world);
  // What an option overrules is not looked at, so that the option mends a faulty environment.
  if (options.lang) {
    context.language = parse_choice<Language>(*options.lang, "--lang");
  } else if (!world.kam_lang.empty()) {
    context.language = parse_choice<Language>(world.kam_lang, "KAM_LANG");
  }
  if (options.quiet) context.remarks = Remarks::quiet;
  const auto color = parse_choice(options.color, {"auto", "always", "never"}, "--color");
  const bool on = color == 1 || (color == 0 && world.width && !world.no_color);
  context.terminal = {world.width, on ? Color::on : Color::off};
  const bool talks = context.conversation.partner == Conversation::Partner::person;
  const bool coloured_talk = color == 1 || (color == 0 && talks && !world.no_color);
  context.conversation.color = coloured_talk ? Color::on : Color::off;
}

constexpr std::array kCommands = {
    Command{"init", "Make a portfolio: kam.yaml and accounts/", add_init},
    Command{"add-account", "Add a customer, with the handbook's questions to fill in", add_add_account},
    Command{"add-contact", "Add one of the customer's people to an account", add_add_contact},
    Command{"add-action", "Add an action: what is to be done, by whom, until when", add_add_action},
    Command{"add-potential", "Add a potential: what we can open up for the customer", add_add_potential},
    Command{"inventory", "Take stock: who our most important customers are, and why", add_inventory},
    Command{"assess", "Show what is known of customers, scored; record ratings", add_assess},
    Command{"set", "Set single facts of an account, such as an action's status", add_set},
    Command{"edit", "Open a customer's file in your editor; only a file that reads is kept", add_edit},
    Command{"check", "Find what is wrong or doubtful in the files, and gate on scores", add_check},
    Command{"report", "Write the portfolio report and key account plans", add_report},
    Command{"agenda", "Show what is due and overdue, by whom, over all customers", add_agenda},
    Command{"history", "Show how scores moved, by assessments or by the portfolio's commits", add_history},
    Command{"diff", "Show what changed in the relationship between two commits", add_diff},
    Command{"import", "Bring in a customer list as CSV", add_import},
    Command{"export", "Write the portfolio as a CSV list that import reads", add_export},
    Command{"schema", "Print the JSON Schema of the files, for editors and programs", add_schema},
    Command{"git-setup", "Let git merge the portfolio's files fact by fact", add_git_setup},
    Command{"merge-driver", "Merge two versions of a file, as git calls it", add_merge_driver,
            Exit::not_merged},
};

std::vector<std::string> option_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* level = &app; level != nullptr; level = level->get_parent())
    for (const auto* option : level->get_options())
      for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

const CLI::App* parsed_command(const CLI::App& app) {
  const auto parsed = app.get_subcommands();
  return parsed.empty() ? nullptr : parsed.front();
}

[[noreturn]] void throw_unknown_command(const std::string& word) {
  std::vector<std::string_view> names;
  for (const auto& command : kCommands) names.push_back(command.name);
  const auto near = nearest(word, names);
  throw UsageError(fmt::format("there is no command `{}`", word),
                   near ? fmt::format("Did you mean `kam {}`?", *near) : "`kam --help` lists the commands.");
}

// CLI11 begins its sentences with the name of what they are about: `--lang: 1 required LANG missing`.
std::string say_in_own_words(const CLI::ParseError& error) {
  std::string text = error.what();
  const auto name = text.substr(0, text.find_first_of(": "));
  if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr) return name + " is missing";
  if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr && text.ends_with(" missing"))
    return name + " needs a value";
  return text;
}

// Says what CLI11 could not parse in kam's words.
[[noreturn]] void throw_parse_error(const CLI::App& app, const CLI::ParseError& error) {
  const auto* command = parsed_command(app);
  auto extras = app.remaining(true);
  std::erase(extras, "--");
  const auto help = command != nullptr
                        ? fmt::format("`kam {} --help` shows how it is used.", command->get_name())
                        : std::string("`kam --help` lists the commands.");
  const bool missing = dynamic_cast<const CLI::RequiredError*>(&error) != nullptr;
  if (!extras.empty() && (!missing || command == nullptr)) {
    const auto word = without_mark(extras.front());
    if (!is_marked(extras.front()) && word.size() > 1 && word.front() == '-') {
      const auto name = word.substr(0, word.find('='));
      const auto near = nearest(name, option_names(command != nullptr ? *command : app));
      throw UsageError(fmt::format("there is no option `{}`", name),
                       near ? fmt::format("Did you mean `{}`?", *near) : help);
    }
    if (command == nullptr) throw_unknown_command(word);
    throw UsageError(fmt::format("`{}` is one argument too many", word),
                     is_marked(extras.front()) && word.starts_with('-')
                         ? "Behind `--` nothing is an option: give options before it."
                         : help);
  }
  if (command == nullptr && missing) throw UsageError("no command is given", help);
  throw UsageError(say_in_own_words(error), help);
}

// Whether lines on stdout may be what runners of CI take for orders: where the format consists of kam's own,
// or the user wants every text untouched.
bool wants_orders(const CLI::App& command) {
  const auto is_given = [&](const char* option) { return command.count(option) > 0; };
  if (command.get_name() == "export") return is_given("--raw");
  return command.get_name() == "check" && is_given("--format") &&
         command.get_option("--format")->as<std::string>() == "github";
}

void enter_directory(const std::string& directory) {
  if (directory.empty()) return;
  std::error_code error;
  std::filesystem::current_path(directory, error);
  if (!error) return;
  if (std::filesystem::path(directory).is_relative()) current_directory();  // where that is gone, it is why
  throw Error(fmt::format("cannot enter the directory {}: {}", directory, system_reason(error.value())));
}

// How a command's end is handled; known once it is parsed.
struct Handling {
  enum class Orders { disarmed, kept };
  Orders orders = Orders::disarmed;
  Exit not_done = Exit::failed;  // the status where its work is not done
};

const Command* find_command(const CLI::App& app) {
  const auto* parsed = parsed_command(app);
  const auto found = std::ranges::find_if(kCommands, [&](const Command& command) {
    return parsed != nullptr && command.name == parsed->get_name();
  });
  return found == kCommands.end() ? nullptr : &*found;
}

// Help that somebody asked for is done. Among other arguments it may have come of a name that looks like an
// option: to a command that git calls, that is work not done.
Exit status_of_help(const World& world, const Command* command) {
  constexpr std::size_t kCommandAndHelp = 2;
  const bool alone = command == nullptr || world.arguments.size() == kCommandAndHelp;
  return alone || command->not_done == Exit::failed ? Exit::done : command->not_done;
}

Exit parse_and_run(const World& world, Context& context, Handling& handling) {
  CLI::App app("Key account management on plain files.", "kam");
  GlobalOptions options;
  Arguments global(app);
  add_global_options(global, options);
  app.set_version_flag("--version", "kam " KAM_VERSION);
  app.require_subcommand(1);
  app.get_formatter()->label("SUBCOMMAND", "COMMAND");
  std::vector<std::pair<CLI::App*, Run>> runs;
  for (const auto& command : kCommands) {
    auto* sub = app.add_subcommand(std::string(command.name), std::string(command.summary));
    sub->fallthrough();
    sub->group("Commands");
    sub->footer("The options that every command has: `kam --help`. The whole manual: `man kam-" +
                sub->get_name() + "`.");
    Arguments arguments(*sub);
    runs.emplace_back(sub, command.add(arguments));
    take_marks_off(*sub);
  }
  try {
    auto arguments = world.arguments;
    mark_plain_words(arguments, app);
    std::ranges::reverse(arguments);  // CLI11 takes them from the end
    app.parse(std::move(arguments));
  } catch (const CLI::CallForHelp&) {
    const auto* command = parsed_command(app);
    auto help = command != nullptr ? command->help("kam") : app.help();
    help.erase(help.find_last_not_of('\n') + 1);  // versions of CLI11 differ in how many line breaks end it
    context.out += help + '\n';
    return status_of_help(world, find_command(app));
  } catch (const CLI::CallForVersion&) {
    context.out += "kam " KAM_VERSION "\n";
    return Exit::done;
  } catch (const CLI::ParseError& error) {
    if (const auto* command = find_command(app)) handling.not_done = command->not_done;
    throw_parse_error(app, error);
  }
  handling.not_done = find_command(app)->not_done;
  fill_context(context, options, world);
  enter_directory(options.directory);
  current_directory();  // without one no name of a file means anything
  if (options.as_of_file) context.today = day_of_file(*options.as_of_file);
  const auto chosen = std::ranges::find_if(runs, [](const auto& entry) { return entry.first->parsed(); });
  if (wants_orders(*chosen->first)) handling.orders = Handling::Orders::kept;
  return chosen->second(context);
}

void print_error(Context& context, const Error& error) {
  context.err += fmt::format("kam: {}\n", escape_controls(error.what()));
  if (!error.hint().empty()) context.err += fmt::format("  {}\n", escape_controls(error.hint()));
}

Exit run_and_tell(const World& world, Context& context, Handling& handling) {
  try {
    return parse_and_run(world, context, handling);
  } catch (const UsageError& error) {
    print_error(context, error);
    return handling.not_done == Exit::failed ? Exit::usage : handling.not_done;
  } catch (const Error& error) {
    print_error(context, error);
  } catch (const std::filesystem::filesystem_error& error) {
    print_error(context,
                Error(fmt::format("{}: {}", error.path1().native(), system_reason(error.code().value()))));
  }
  return handling.not_done;
}

}  // namespace

std::span<const Command> commands() {
  return kCommands;
}

std::string to_stderr(std::string_view text) {
  return disarm(show_ignorable(text));
}

// The one place through which every line goes, whatever command wrote it. Formats have orders disarmed in
// ways of their own before.
Exit run(const World& world, Context& context) {
  Handling handling;
  const Exit status = run_and_tell(world, context, handling);
  if (handling.orders == Handling::Orders::disarmed) context.out = disarm(context.out);
  context.err = to_stderr(context.err);
  return status;
}

}  // namespace kam::cli
