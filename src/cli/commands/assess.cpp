#include "kam/report/assess.hpp"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "cli/assess/modes.hpp"
#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace kam::cli {

namespace {

Exit run_show(const AssessOptions& options, Context& context) {
  const auto loaded = load(context, options.keep_going ? Faulty::leave_out : Faulty::refuse, "assess");
  if (!loaded) return Exit::failed;
  const auto accounts =
      options.all ? loaded->scores.ranking : find_accounts(loaded->portfolio, options.accounts);
  const auto view = loaded->view();
  const auto explain = options.explain ? Explain::yes : Explain::no;
  const auto matrix = options.matrix ? Matrix::shown : Matrix::hidden;
  context.out += print_as(
      options.format.chosen(),
      {.documents = accounts.size(),
       .document = [&](std::size_t i) { return build_assessment(view, accounts[i], explain, matrix); },
       .table = [&] { return build_assessment_table(view, accounts); },
       .data = [&] { return build_assessment_data(view, accounts); }},
      context);
  return finish(context, *loaded);
}

// What of the command line matters for what goes together.
enum class Given {
  no_account,
  several_accounts,
  all,
  explain,
  matrix,
  keep_going,
  csv_or_markdown,
  json,
  what_if,
  interactive,
  open,
  rate,
  other_rating,
  perspective,
  date,
  source,
  by,
  dry_run,
  sheet,
  from,
  dialect,
  record_unchanged
};
using AllGiven = std::set<Given>;

AllGiven find_given(const AssessOptions& options) {
  const auto format = options.format.chosen();
  const std::initializer_list<std::pair<Given, bool>> all{
      {Given::no_account, options.accounts.empty()},
      {Given::several_accounts, options.accounts.size() > 1},
      {Given::all, options.all},
      {Given::explain, options.explain},
      {Given::matrix, options.matrix},
      {Given::keep_going, options.keep_going},
      {Given::csv_or_markdown, format == Format::csv || format == Format::markdown},
      {Given::json, format == Format::json},
      {Given::what_if, !options.what_if.empty()},
      {Given::interactive, options.interactive},
      {Given::open, options.open},
      {Given::rate, !options.rate.empty()},
      {Given::other_rating,
       !options.attractiveness.empty() || !options.partnership.empty() || !options.intensity.empty()},
      {Given::perspective, !options.perspective.empty()},
      {Given::date, !options.date.empty()},
      {Given::source, !options.source.empty()},
      {Given::by, !options.by.empty()},
      {Given::dry_run, options.dry_run},
      {Given::sheet, options.sheet},
      {Given::from, !options.from.empty()},
      {Given::dialect, !options.dialect.empty()},
      {Given::record_unchanged, options.record_unchanged}};
  AllGiven given;
  for (const auto& [what, is_given] : all)
    if (is_given) given.insert(what);
  return given;
}

// What must not be given: any of `those` together with any of `these`, or without all of them.
struct Rule {
  enum class When { with, without };
  std::vector<Given> those;
  When when = When::with;
  std::vector<Given> these;
  std::string_view message;
  std::string_view hint;

  bool is_broken(const AllGiven& given) const {
    const auto any = [&](const std::vector<Given>& options) {
      return std::ranges::any_of(options, [&](Given option) { return given.contains(option); });
    };
    return any(those) && (when == When::with) == any(these);
  }
};

// What `kam assess` can do: chosen by one of `chosen_by`, the first of the table that is; the last without
// any.
struct Mode {
  std::vector<Given> chosen_by;
  std::vector<Rule> rules;  // besides those of all modes
  void (*add_options)(Arguments& arguments, AssessOptions& options);
  Exit (*run)(const AssessOptions& options, Context& context);
};

Rule only_with_rate(Given option, std::string_view message) {
  return {{option},
          Rule::When::without,
          {Given::rate},
          message,
          "Only ratings of requirements are kept with a date, a perspective and a source."};
}

// Of all modes, in the order in which they are told.
const std::vector<Rule>& common_rules() {
  using enum Given;
  using enum Rule::When;
  static const std::vector<Rule> rules{
      {{sheet}, with, {from}, "--sheet and --from are given", "Print the sheet first, then read it back."},
      {{dialect},
       without,
       {sheet},
       "--dialect is given without --sheet",
       "It is how a sheet is written; what is read is recognised."},
      {{record_unchanged},
       without,
       {from},
       "--record-unchanged is given without --from",
       "Give the filled-in sheet with --from."},
      {{from},
       with,
       {rate, other_rating},
       "--from is given together with single ratings",
       "Record one after the other."},
      {{sheet},
       with,
       {rate, other_rating, dry_run, date, source, by},
       "--sheet is given together with options that record",
       "Print the sheet first; give them with --from."},
      {{all}, without, {no_account}, "accounts and --all are given", "Give one or the other."},
      {{open},
       without,
       {interactive},
       "--open is given without -i",
       "`kam assess ACCOUNT -i --open` asks what is still open."},
      {{interactive},
       with,
       {rate, other_rating, perspective},
       "-i is given together with options that record by themselves",
       "Give -i alone, with --date, --source and --by if you like."},
      {{matrix},
       with,
       {interactive, from, sheet, what_if, rate, other_rating},
       "--matrix is given, but not to show an account",
       "Give it without -i, --what-if, --sheet, --from and what records ratings."},
      {{interactive},
       with,
       {no_account, several_accounts, all, explain, keep_going, from, sheet, what_if, csv_or_markdown, json},
       "-i asks about one account, and shows its result as text",
       "Give one ACCOUNT, without --all, --sheet, --from, --explain, --format and --keep-going."},
      {{no_account},
       without,
       {all, from},
       "no account is given",
       "Name one or more accounts, or give --all."}};
  return rules;
}

const std::vector<Mode>& modes() {
  using enum Given;
  using enum Rule::When;
  const Rule shown_as_text_or_json{{csv_or_markdown, explain},
                                   with,
                                   {from, rate, other_rating},
                                   "what is recorded is shown as text or json, without --explain",
                                   "Record first; `kam assess ACCOUNT` shows the result in every format."};
  const Rule of_whole_portfolio{
      {keep_going},
      with,
      {from, rate, other_rating},
      "--keep-going is given, but ratings are recorded only where every account reads",
      "Mend the files that `kam inventory` names, then record."};
  static const std::vector<Mode> modes{
      {{what_if},
       {{{what_if},
         with,
         {several_accounts, all, explain, keep_going, from, sheet, rate, other_rating, dry_run},
         "--what-if thinks about one account, and writes nothing",
         "Give one ACCOUNT, without --all, --sheet, --from, --rate and its sisters."}},
       add_what_if_options,
       run_what_if},
      {{interactive}, {}, add_ask_options, run_ask},
      {{rate, other_rating},
       {only_with_rate(perspective, "--perspective is given without --rate"),
        only_with_rate(date, "--date is given without --rate"),
        only_with_rate(source, "--source is given without --rate"),
        only_with_rate(by, "--by is given without --rate"),
        {{several_accounts, all},
         with,
         {rate, other_rating},
         "ratings are given for several accounts",
         "Name one; a list with an account column records many with --from."},
        shown_as_text_or_json,
        of_whole_portfolio},
       add_record_options,
       run_record},
      {{sheet}, {}, add_sheet_options, run_sheet},
      {{from},
       {{{several_accounts},
         with,
         {from},
         "--from is given with several accounts",
         "Name one, or none where the list has an account column."},
        shown_as_text_or_json,
        of_whole_portfolio},
       nullptr,
       run_from},
      {{},
       {only_with_rate(perspective, "--perspective is given without --rate"),
        only_with_rate(date, "--date is given without --rate"),
        only_with_rate(source, "--source is given without --rate"),
        only_with_rate(by, "--by is given without --rate"),
        {{dry_run},
         without,
         {rate},
         "--dry-run is given, but nothing to record",
         "Give it with --rate and its sisters."}},
       nullptr,
       run_show}};
  return modes;
}

void check_rules(const std::vector<Rule>& rules, const AllGiven& given) {
  for (const auto& rule : rules)
    if (rule.is_broken(given)) throw UsageError(std::string(rule.message), std::string(rule.hint));
}

Exit run_assess(const AssessOptions& options, Context& context) {
  const auto given = find_given(options);
  check_rules(common_rules(), given);
  const auto mode = std::ranges::find_if(modes(), [&](const Mode& of_table) {
    const auto& by = of_table.chosen_by;
    return by.empty() || std::ranges::any_of(by, [&](Given option) { return given.contains(option); });
  });
  check_rules(mode->rules, given);
  return mode->run(options, context);
}

}  // namespace

Run add_assess(Arguments& arguments) {
  auto options = std::make_shared<AssessOptions>();
  arguments.argument("ACCOUNT", options->accounts, "Accounts, by id or name");
  arguments.flag("--all", options->all, "All accounts, by rank");
  arguments.flag("--explain", options->explain, "With the arithmetic behind every score");
  arguments.flag("--matrix", options->matrix,
                 "Draw the requirements, both views, the trend, the people and the potentials");
  options->format.add_to(arguments);
  arguments.flag("--keep-going", options->keep_going, "Leave out accounts whose file does not read; exit 1");
  for (const auto& mode : modes())
    if (mode.add_options != nullptr) mode.add_options(arguments, *options);
  return [options](Context& context) { return run_assess(*options, context); };
}

}  // namespace kam::cli
