#include "cli/import/list.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "cli/import/next.hpp"
#include "cli/import/remarks.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "kam/format/format.hpp"
#include "kam/model/error.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages.hpp"

namespace kam::cli {

namespace {

// What people say for the ids of the record's closed lists.
void add_words(std::vector<ImportWord>& words, const Record& record) {
  for (const auto& field : record.fields)
    for (const auto id : field.shape.choices)
      for (const auto language : {Language::en, Language::de})
        words.push_back({std::string(id), std::string(choice_label(field.shape.choices, id, language))});
}

}  // namespace

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

ImportOptions parse_import_options(const ImportRequest& request) {
  if (request.create_only && request.update_only)
    throw UsageError("--create-only and --update-only are given", "Give one or the other.");
  ImportOptions parsed;
  for (const auto& text : request.map)
    parsed.map.push_back(parse_pair(text, "--map", "FIELD=COLUMN", EmptyValue::allowed));
  if (!request.year.empty()) parsed.year = parse_year(request.year, "--year");
  if (!request.decimal.empty())
    parsed.decimal =
        parse_choice(request.decimal, {",", "."}, "--decimal") == 0 ? DecimalMark::comma : DecimalMark::point;
  return parsed;
}

ImportList read_list(const std::string& file) {
  const bool is_stream = file == "-";
  auto name = is_stream ? std::string("standard input") : file;
  auto text = is_stream ? read_stream(STDIN_FILENO, name) : read_named_file(file, current_directory());
  auto table = parse_csv(text, name);
  return {std::move(name), std::move(text), std::move(table)};
}

void print_problems(Context& context, const Problems& problems, const ImportList& list) {
  print_problems(context, problems, [&](const std::string&) { return list.text; });
}

bool is_readable(const ImportList& list, Context& context) {
  if (list.table.problems.empty()) return true;
  print_problems(context, list.table.problems, list);
  context.err += "Nothing was written.\n";
  return false;
}

std::string quoted(const std::string& word) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_./=,:").find(c) != std::string_view::npos;
  };
  if (!word.empty() && std::ranges::all_of(word, is_plain)) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? "'\\''" : std::string(1, c);
  return text + "'";
}

std::optional<Opened> open_target(const ImportRequest& request, Context& context) {
  if (!request.preview)
    return open_portfolio(context, request.dry_run ? WriteMode::dry_run : WriteMode::write);
  auto state = load(context, Faulty::leave_out, {});
  if (!state) return std::nullopt;
  return Opened{{}, *std::move(state)};
}

ImportSelection parse_selection(const ImportRequest& request) {
  if (request.create_only) return ImportSelection::create_only;
  return request.update_only ? ImportSelection::update_only : ImportSelection::all;
}

Problems join_problems(const ListPlan& plan, const Problems& matching) {
  Problems problems = plan.problems;
  problems.insert(problems.end(), matching.begin(), matching.end());
  std::ranges::stable_sort(problems, {}, &Problem::line);
  return problems;
}

bool may_go_on(const ImportList& list, const ListPlan& plan, const Problems& problems,
               const ImportRequest& request, Context& context) {
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

Exit preview_list(const ImportRequest& request, const ImportList& list, const ListPlan& plan,
                  const Problems& problems, PreviewRows rows, const ScoredPortfolio& loaded,
                  Context& context) {
  const auto next = next_command(request, list, plan, problems, loaded.language);
  context.out += render_document(
      build_import_preview({request.contacts ? ListKind::contacts : ListKind::accounts, list.name, plan,
                            problems, list.table.blank_lines, std::move(rows), loaded.portfolio.settings,
                            loaded.language, next}),
      Format::text, context);
  return Exit::done;
}

Exit finish_import(const ImportRequest& request, const ImportList& list, const ListPlan& plan,
                   const Problems& problems, const ImportCounts& done, const ScoredPortfolio& loaded,
                   Context& context) {
  const auto language = loaded.language;
  const auto sentence = request.contacts ? Msg::import_contact_counts : Msg::import_counts;
  const auto bad = count_rows(problems);
  auto line =
      say(sentence, language,
          {std::to_string(done.created), std::to_string(done.updated), std::to_string(done.unchanged)});
  if (done.skipped > 0) line += ", " + say(Msg::import_skipped, language, {std::to_string(done.skipped)});
  if (bad > 0) line += ", " + say(Msg::import_left_out, language, {std::to_string(bad)});
  context.out += (request.dry_run ? say(Msg::import_would, language, {line}) : line) + "\n";
  remark_list(plan, list.table.blank_lines, loaded.portfolio.settings.currency, language, context);
  return problems.empty() ? Exit::done : Exit::answer_is_no;
}

std::size_t count_rows(const Problems& problems) {
  std::set<int> lines;
  for (const auto& problem : problems) lines.insert(problem.line);
  return lines.size();
}

}  // namespace kam::cli
