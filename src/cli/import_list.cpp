#include "cli/import_list.hpp"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <set>

#include <fmt/format.h>

#include "cli/load.hpp"
#include "cli/options.hpp"
#include "kam/model/error.hpp"
#include "kam/store/write.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages.hpp"

namespace kam::cli {

namespace {

template <class Enum>
std::vector<ImportWord> words_of() {
  std::vector<ImportWord> words;
  for (const auto id : ids_of<Enum>())
    for (const auto language : {Language::en, Language::de})
      words.push_back({std::string(id), std::string(label_of(*parse_id<Enum>(id), language))});
  return words;
}

// A word of a shell's command line.
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

}  // namespace

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
  const auto name = is_stream ? std::string("standard input") : file;
  const auto bytes = is_stream ? read_stream(STDIN_FILENO, name) : read_file(file);
  return {name, parse_csv(bytes, name)};
}

bool is_readable(const ImportList& list, Context& context) {
  if (list.table.problems.empty()) return true;
  print_problems(context, list.table.problems, std::filesystem::current_path());
  context.err += "Nothing was written.\n";
  return false;
}

bool may_go_on(const Problems& problems, const ImportRequest& request, Context& context) {
  if (problems.empty()) return true;
  print_problems(context, problems, std::filesystem::current_path());
  if (request.keep_going) return true;
  context.err += "Nothing was written. `kam import --keep-going` takes over the good rows.\n";
  return false;
}

void refuse_questions(const ListPlan& plan) {
  if (!plan.questions.empty()) throw UsageError(plan.questions.front().message, plan.questions.front().hint);
}

std::string dry_run_command(const ImportRequest& request) {
  std::string command = "kam import " + quoted(request.file);
  if (request.contacts) command += " --contacts";
  for (const auto& mapping : request.map) command += " --map " + quoted(mapping);
  if (!request.year.empty()) command += " --year " + quoted(request.year);
  if (!request.decimal.empty()) command += " --decimal " + quoted(request.decimal);
  return command + " --dry-run";
}

void tell_import(const ImportRequest& request, const ImportCounts& done, const Problems& problems,
                 Language language, Context& context) {
  const auto sentence = request.contacts ? Msg::import_contact_counts : Msg::import_counts;
  const auto bad = count_rows(problems);
  auto line =
      say(sentence, language,
          {std::to_string(done.created), std::to_string(done.updated), std::to_string(done.unchanged)});
  if (done.skipped > 0) line += ", " + say(Msg::import_skipped, language, {std::to_string(done.skipped)});
  if (bad > 0) line += ", " + say(Msg::import_left_out, language, {std::to_string(bad)});
  context.out += (request.dry_run ? say(Msg::import_would, language, {line}) : line) + "\n";
}

std::size_t count_rows(const Problems& problems) {
  std::set<int> lines;
  for (const auto& problem : problems) lines.insert(problem.line);
  return lines.size();
}

}  // namespace kam::cli
