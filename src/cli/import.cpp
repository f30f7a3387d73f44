#include "kam/exchange/import.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <set>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/edit_account.hpp"
#include "cli/import_remarks.hpp"
#include "cli/import_write.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "kam/model/error.hpp"
#include "kam/store/write.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::string file;
  std::vector<std::string> map;
  std::string year;
  std::string decimal;
  bool create_only = false;
  bool update_only = false;
  bool keep_going = false;
  bool dry_run = false;
};

template <class Enum>
std::vector<ImportWord> words_of() {
  std::vector<ImportWord> words;
  for (const auto id : ids_of<Enum>())
    for (const auto language : {Language::en, Language::de})
      words.push_back({std::string(id), std::string(label_of(*parse_id<Enum>(id), language))});
  return words;
}

// The portfolio's words in both languages, whatever its own.
ImportVocabulary import_vocabulary(const Settings& settings) {
  ImportVocabulary vocabulary;
  vocabulary.scale = settings.scale;
  const auto add = [&](std::string_view section, Vocabulary kind, const std::vector<Criterion>& catalogue) {
    for (const auto& entry : catalogue)
      vocabulary.ratings.push_back({fmt::format("{}.{}", section, entry.id),
                                    {entry.id, entry_label(kind, entry.id, entry.label, Language::en),
                                     entry_label(kind, entry.id, entry.label, Language::de)}});
  };
  add("attractiveness", Vocabulary::attractiveness, settings.attractiveness);
  add("partnership", Vocabulary::partnership, settings.partnership);
  add("collaboration", Vocabulary::collaboration, settings.collaboration);
  vocabulary.statuses = words_of<Status>();
  vocabulary.roles = words_of<ContactRole>();
  vocabulary.attitudes = words_of<Attitude>();
  return vocabulary;
}

ImportOptions parse_import_options(const Options& options) {
  ImportOptions parsed;
  for (const auto& text : options.map)
    parsed.map.push_back(parse_pair(text, "--map", "FIELD=COLUMN", EmptyValue::allowed));
  if (!options.year.empty()) parsed.year = parse_year(options.year, "--year");
  if (!options.decimal.empty())
    parsed.decimal =
        parse_choice(options.decimal, {",", "."}, "--decimal") == 0 ? DecimalMark::comma : DecimalMark::point;
  return parsed;
}

// Problems end the import, unless the good rows are wanted all the same.
bool may_go_on(const Problems& problems, const Options& options, Context& context) {
  if (problems.empty()) return true;
  print_problems(context, problems, std::filesystem::current_path());
  if (options.keep_going) return true;
  context.err += "Nothing was written. `kam import --keep-going` takes over the good rows.\n";
  return false;
}

// A row may have several problems.
std::size_t count_rows(const Problems& problems) {
  std::set<int> lines;
  for (const auto& problem : problems) lines.insert(problem.line);
  return lines.size();
}

std::string counts(const ImportCounts& done, std::size_t bad, Language language) {
  auto line =
      say(Msg::import_counts, language,
          {std::to_string(done.created), std::to_string(done.updated), std::to_string(done.unchanged)});
  if (done.skipped > 0) line += ", " + say(Msg::import_skipped, language, {std::to_string(done.skipped)});
  if (bad > 0) line += ", " + say(Msg::import_left_out, language, {std::to_string(bad)});
  return line;
}

Exit run_import(const Options& options, Context& context) {
  auto import_options = parse_import_options(options);
  if (options.create_only && options.update_only)
    throw UsageError("--create-only and --update-only are given", "Give one or the other.");
  const auto shown_file = options.file == "-" ? std::string("standard input") : options.file;
  const auto bytes = options.file == "-" ? read_stream(STDIN_FILENO, shown_file) : read_file(options.file);
  const auto root = find_portfolio(std::filesystem::current_path());
  std::optional<PortfolioLock> lock;
  if (!options.dry_run) lock.emplace(root);
  const auto loaded = load(context, root, Faulty::refuse, {});
  if (!loaded) return Exit::failed;

  const auto table = parse_csv(bytes, shown_file);
  if (!table.problems.empty()) {  // no list at all, so there are no good rows either
    print_problems(context, table.problems, std::filesystem::current_path());
    context.err += "Nothing was written.\n";
    return Exit::failed;
  }
  import_options.vocabulary = import_vocabulary(loaded->portfolio.settings);
  const auto plan = plan_import(table, import_options, shown_file);
  if (!plan.questions.empty()) throw UsageError(plan.questions.front().message, plan.questions.front().hint);
  auto matched = match_rows(plan.rows, loaded->portfolio.accounts, shown_file);
  auto problems = plan.problems;
  problems.insert(problems.end(), matched.problems.begin(), matched.problems.end());
  if (!may_go_on(problems, options, context)) return Exit::failed;
  const auto selection = options.create_only   ? ImportSelection::create_only
                         : options.update_only ? ImportSelection::update_only
                                               : ImportSelection::all;
  const auto writes = prepare_import(*loaded, plan.rows, matched.matches, selection);
  if (!options.dry_run) write_import(writes, root);
  const auto line = counts(writes.counts, count_rows(problems), loaded->language);
  context.out += (options.dry_run ? say(Msg::import_would, loaded->language, {line}) : line) + "\n";
  remark_rows(plan.remarks, table.blank_lines, loaded->language, context);
  remark_unused(plan.unused, loaded->language, context);
  return problems.empty() ? Exit::done : Exit::answer_is_no;
}

}  // namespace

Run add_import(CLI::App& command) {
  auto options = std::make_shared<Options>();
  command.add_option("FILE", options->file, "The list as CSV; - reads standard input")
      ->required()
      ->type_name("");
  command.add_option("--map", options->map, "Take a field from a column of another name; repeatable")
      ->type_name("FIELD=COLUMN")
      ->allow_extra_args(false);
  command.add_option("--year", options->year, "The year of money columns whose header names none")
      ->type_name("Y");
  command.add_option("--decimal", options->decimal, "The decimal mark of the list's numbers: , or .")
      ->type_name("MARK");
  command.add_flag("--create-only", options->create_only, "Only add new accounts");
  command.add_flag("--update-only", options->update_only, "Only update accounts that are there");
  command.add_flag("--keep-going", options->keep_going,
                   "Take over the good rows where others are bad; exit 1");
  command.add_flag("--dry-run", options->dry_run, "Say what would be done; write nothing");
  return [options](Context& context) { return run_import(*options, context); };
}

}  // namespace kam::cli
