#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "cli/assess/requirement_answers.hpp"
#include "cli/change.hpp"
#include "cli/commands.hpp"
#include "cli/import/list.hpp"
#include "cli/options.hpp"
#include "kam/change/import.hpp"
#include "kam/change/schema_files.hpp"
#include "kam/format/format.hpp"
#include "kam/model/error.hpp"
#include "kam/report/import.hpp"
#include "kam/text/format.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages/import.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::string file;
  std::vector<std::string> map;
  std::string year;
  std::string decimal;
  bool contacts = false;
  bool requirements = false;
  bool preview = false;
  bool create_only = false;
  bool update_only = false;
  bool keep_going = false;
  bool dry_run = false;
};

// What people say for the ids of the record's closed lists.
void add_words(std::vector<ImportWord>& words, const Record& record) {
  for (const auto& field : record.fields)
    for (const auto id : field.shape.choices)
      for (const auto language : {Language::en, Language::de})
        words.push_back({std::string(id), std::string(choice_label(field.shape.choices, id, language))});
}

// What of the options is the portfolio's: its currency, and its words in both languages.
void add_settings(ImportOptions& options, const Settings& settings) {
  options.currency = settings.currency;
  ImportVocabulary& vocabulary = options.vocabulary;
  vocabulary.scale = settings.scale;
  const auto add = [&](std::string_view section, Vocabulary kind, const CriterionList& catalogue) {
    for (const auto& entry : catalogue)
      vocabulary.ratings.push_back({fmt::format("{}.{}", section, entry.id),
                                    {entry.id, entry_label(kind, entry.id, entry.label, Language::en),
                                     entry_label(kind, entry.id, entry.label, Language::de)}});
  };
  add("attractiveness", Vocabulary::attractiveness, settings.attractiveness);
  add("partnership", Vocabulary::partnership, settings.partnership);
  add("collaboration", Vocabulary::collaboration, settings.collaboration);
  add_words(vocabulary.words, account_format());
  add_words(vocabulary.words, *find_field(account_format(), "contacts")->shape.record);
}

// Throws UsageError.
ImportOptions parse_import_options(const Options& request) {
  if (request.create_only && request.update_only)
    throw UsageError("--create-only and --update-only are given", "Give one or the other.");
  ImportOptions parsed;
  for (const auto& text : request.map)
    parsed.map.push_back(parse_pair(text, "--map", "FIELD=COLUMN", EmptyValue::allowed));
  if (!request.year.empty()) parsed.year = parse_year(request.year, "--year");
  if (!request.decimal.empty())
    parsed.decimal =
        parse_choice(request.decimal, {",", "."}, "--decimal") == 0 ? DecimalMark::comma : DecimalMark::point;
  if (request.contacts && parsed.year)
    throw UsageError("--year is given with --contacts", "Contacts have no figures; leave it out.");
  return parsed;
}

// The portfolio that a list is brought into. Nothing where an account has faults, which is told; a preview
// leaves those out.
std::optional<Opened> open_target(const Options& request, Context& context) {
  if (!request.preview)
    return open_portfolio(context, request.dry_run ? WriteMode::dry_run : WriteMode::write);
  auto state = load(context, Faulty::leave_out, {});
  if (!state) return std::nullopt;
  return Opened{{}, *std::move(state)};
}

ImportSelection parse_selection(const Options& request) {
  if (request.create_only) return ImportSelection::create_only;
  return request.update_only ? ImportSelection::update_only : ImportSelection::all;
}

// A list as it would be taken over.
struct PlannedList {
  ListPlan plan;
  Problems problems;  // of the list and of finding its accounts, by line
  PreviewRows rows;
  std::function<ImportDrafts(ImportSelection)> draft;
};

// By line.
Problems join_problems(const ListPlan& plan, const Problems& matching) {
  Problems problems = plan.problems;
  problems.insert(problems.end(), matching.begin(), matching.end());
  std::ranges::stable_sort(problems, {}, &Problem::line);
  return problems;
}

PlannedList plan_accounts(const ImportList& list, const ImportOptions& options,
                          const ScoredPortfolio& state) {
  auto plan = plan_import(list.table, options, list.name);
  const ListPlan& of_any_kind = plan;
  auto matched = match_rows(plan.rows, state.portfolio.accounts, list.name);
  PlannedList planned{of_any_kind, join_problems(plan, matched.problems), {}, {}};
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    const auto& match = matched.matches[i];
    auto& rows = planned.rows;
    const int line = plan.rows[i].line;
    if (match.account)
      rows[line].account = state.portfolio.accounts[*match.account].id;
    else if (!match.id.empty())
      rows[line].account = say(msg::preview_new, state.language, {match.id});
  }
  planned.draft = [&state, rows = std::move(plan.rows), matches = std::move(matched.matches)](
                      ImportSelection selection) { return draft_import(state, rows, matches, selection); };
  return planned;
}

// A contact that is there keeps its name.
PlannedList plan_people(const ImportList& list, const ImportOptions& options, const ScoredPortfolio& state) {
  const auto& accounts = state.portfolio.accounts;
  auto plan = plan_contacts(list.table, options, list.name);
  const ListPlan& of_any_kind = plan;
  MatchedContacts matched;
  if (plan.questions.empty())
    matched = match_contacts(plan.rows, accounts, list.name);
  else
    matched.matches.resize(plan.rows.size());
  PlannedList planned{of_any_kind, join_problems(plan, matched.problems), {}, {}};
  for (std::size_t i = 0; i < plan.rows.size(); ++i) {
    const auto& match = matched.matches[i];
    if (!match.account) continue;
    const auto& account = accounts[*match.account];
    auto& row = planned.rows[plan.rows[i].line];
    row.account = match.contact ? account.id : say(msg::preview_new_contact, state.language, {account.id});
    if (match.contact) row.contact = account.contacts[*match.contact].name;
  }
  planned.draft = [&state, rows = std::move(plan.rows), matches = std::move(matched.matches)](
                      ImportSelection selection) { return draft_contacts(state, rows, matches, selection); };
  return planned;
}

// The request again, with what it does not change.
std::string repeat_command(const Options& request) {
  std::string command = "kam import " + shell_word(request.file);
  if (request.contacts) command += " --contacts";
  for (const auto& mapping : request.map) command += " --map " + shell_word(mapping);
  if (!request.year.empty()) command += " --year " + shell_word(request.year);
  if (!request.decimal.empty()) command += " --decimal " + shell_word(request.decimal);
  if (request.create_only) command += " --create-only";
  if (request.update_only) command += " --update-only";
  return command;
}

// The command to give after a preview: with the options that answer what is open, to be looked at again; else
// the dry run.
std::string next_command(const Options& request, const ImportList& list, const PlannedList& planned,
                         Language language) {
  auto command = repeat_command(request);
  const auto mark = list.table.separator == ';' ? DecimalMark::comma : DecimalMark::point;
  const auto answers = answering_options(planned.plan, planned.problems, mark, language);
  for (const auto& option : answers) command += " " + option;
  if (!answers.empty() || !planned.plan.questions.empty()) return command + " --preview";
  if (!planned.problems.empty() || request.keep_going) command += " --keep-going";
  return command + " --dry-run";
}

// Refuses a header that leaves a question, and tells bad rows: whether to go on. They end the import unless
// the good ones are wanted all the same. Throws UsageError.
bool may_go_on(const ImportList& list, const PlannedList& planned, const Options& request, Context& context) {
  const auto& [plan, problems, rows, draft] = planned;
  if (!plan.questions.empty()) throw UsageError(plan.questions.front().message, plan.questions.front().hint);
  if (problems.empty()) return true;
  const auto shown = shorten(problems);
  print_problems(context, shown.problems, list);
  if (shown.more_rows > 0)
    context.err += fmt::format("and {} more bad row{}\n", shown.more_rows, shown.more_rows == 1 ? "" : "s");
  if (request.keep_going) return true;
  context.err += "Nothing was written. `kam import --keep-going` takes over the good rows.\n";
  return false;
}

Exit preview_list(const Options& request, const ImportList& list, const PlannedList& planned,
                  const ScoredPortfolio& state, Context& context) {
  const auto kind = request.contacts ? ListKind::contacts : ListKind::accounts;
  context.out += render_document(
      build_import_preview({kind, list.name, planned.plan, planned.problems, list.table.blank_lines,
                            planned.rows, state.portfolio.settings, state.language,
                            next_command(request, list, planned, state.language)}),
      context);
  return Exit::done;
}

// Tells what was done or, with --dry-run, would be, and what was not taken over.
void tell_import(const Options& request, const ImportList& list, const PlannedList& planned,
                 const ImportCounts& done, const ScoredPortfolio& state, Context& context) {
  const auto language = state.language;
  const auto sentence = request.contacts ? msg::import_contact_counts : msg::import_counts;
  const auto bad = count_rows(planned.problems);
  auto line =
      say(sentence, language,
          {std::to_string(done.created), std::to_string(done.updated), std::to_string(done.unchanged)});
  if (done.skipped > 0) line += ", " + say(msg::import_skipped, language, {std::to_string(done.skipped)});
  if (bad > 0) line += ", " + say(msg::import_left_out, language, {std::to_string(bad)});
  context.out += (request.dry_run ? say(msg::import_would, language, {line}) : line) + "\n";
  for (const auto& remark :
       import_remarks(planned.plan, list.table.blank_lines, state.portfolio.settings.currency, language))
    context.remark(remark);
}

Exit import_list(const Options& request, const ImportList& list, Context& context) {
  auto options = parse_import_options(request);
  const auto target = open_target(request, context);
  if (!target) return Exit::failed;
  if (!list.table.problems.empty()) return refuse_list(context, list.table.problems, list);

  const auto& state = target->state;
  const auto& portfolio = state.portfolio;
  add_settings(options, portfolio.settings);
  const auto planned =
      request.contacts ? plan_people(list, options, state) : plan_accounts(list, options, state);
  if (request.preview) return preview_list(request, list, planned, state, context);
  if (!may_go_on(list, planned, request, context)) return Exit::failed;
  const auto import = planned.draft(parse_selection(request));
  const auto tell = [&] { tell_import(request, list, planned, import.counts, state, context); };
  tell_and_do(context, tell, [&] {
    if (request.dry_run) return;
    const bool creates = std::ranges::any_of(import.drafts, [](const Draft& draft) { return !draft.before; });
    if (creates) write_schema_files(portfolio.root, portfolio.settings);
    write_drafts(portfolio.root, import.drafts);
  });
  return planned.problems.empty() ? Exit::done : Exit::answer_is_no;
}

// Ratings are neither created nor matched by header, and all of a list counts or none of it.
void check_requirement_options(const Options& request) {
  using Given = std::pair<const char*, bool>;
  const std::array others{
      Given{"--map", !request.map.empty()},         Given{"--year", !request.year.empty()},
      Given{"--decimal", !request.decimal.empty()}, Given{"--contacts", request.contacts},
      Given{"--create-only", request.create_only},  Given{"--update-only", request.update_only},
      Given{"--keep-going", request.keep_going},    Given{"--preview", request.preview}};
  for (const auto& [option, is_given] : others)
    if (is_given)
      throw UsageError(fmt::format("{} is given with a list of requirements", option),
                       "Only --dry-run goes with it: it shows what would change.");
}

Exit import_requirements(const Options& request, const ImportList& list, Context& context) {
  check_requirement_options(request);
  const auto target = open_target(request, context);
  if (!target) return Exit::failed;
  RequirementListOptions options;
  options.defaults.date = context.today;
  options.mode = request.dry_run ? WriteMode::dry_run : WriteMode::write;
  return record_requirement_list(list, target->state, options, Format::text, context);
}

Exit run_import(const Options& request, Context& context) {
  const auto list = read_list(request.file);
  return request.requirements || is_requirement_list(list.table) ? import_requirements(request, list, context)
                                                                 : import_list(request, list, context);
}

}  // namespace

Run add_import(Arguments& arguments) {
  auto request = std::make_shared<Options>();
  arguments.argument("FILE", request->file, "The list as CSV; - reads standard input",
                     Arguments::Need::required);
  arguments.option("--map", request->map, "FIELD=COLUMN",
                   "Take a field from a column of another name; repeatable");
  arguments.option("--year", request->year, "Y", "The year of figures whose header names none");
  arguments.option("--decimal", request->decimal, "MARK", "The decimal mark of the list's numbers: , or .");
  arguments.flag("--contacts", request->contacts, "The list is of the customers' people");
  arguments.flag("--requirements", request->requirements,
                 "The list is of requirements, as `kam export --requirements` writes it");
  arguments.flag("--create-only", request->create_only, "Only add what is new");
  arguments.flag("--update-only", request->update_only, "Only update what is there");
  arguments.flag("--keep-going", request->keep_going, "Take over the good rows where others are bad; exit 1");
  arguments.flag("--preview", request->preview,
                 "Show which column goes where and the first rows; write nothing");
  arguments.flag("--dry-run", request->dry_run, "Say what would be done; write nothing");
  return [request](Context& context) { return run_import(*request, context); };
}

}  // namespace kam::cli
