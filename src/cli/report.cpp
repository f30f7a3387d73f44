#include "kam/report/report.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/report_pages.hpp"
#include "kam/model/error.hpp"
#include "kam/render/diff.hpp"
#include "kam/report/assess.hpp"
#include "kam/report/inventory.hpp"
#include "kam/store/write.hpp"
#include "kam/text/messages.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::vector<std::string> accounts;
  std::string kind = "plan";
  std::string format = "markdown";
  std::string charts;  // empty: as fits the output
  std::string output;
  bool check = false;
  bool keep_going = false;
};

// `report/`, a directory that is there, or a name without an ending.
bool names_directory(const std::string& output) {
  const std::filesystem::path path = output;
  return output.ends_with('/') || std::filesystem::is_directory(path) || !path.has_extension();
}

Data build_report_data(const View& view, const std::vector<std::size_t>& accounts) {
  auto record = std::get<Data::Record>(build_assessment_data(view, accounts).value());
  record.insert(record.begin() + 2,
                {{"company", view.settings.company.empty() ? Data() : Data(view.settings.company)},
                 {"currency", view.settings.currency},
                 {"summary", build_summary_data(view.scores.summary)}});
  return record;
}

// The whole report as one text: for standard output or a single file.
std::string build_text(const View& view, const std::vector<std::size_t>& accounts, ReportKind kind,
                       Format format, Pictures pictures) {
  if (format == Format::json)
    return render_json(build_report_data(view, accounts.empty() ? view.scores.ranking : accounts));
  if (accounts.empty()) return render_markdown(build_portfolio_report(view), {pictures, {}});
  std::string text;
  for (const auto account : accounts)
    text += (text.empty() ? "" : "\n") + render_markdown(build_page(view, account, kind), {pictures, {}});
  return text;
}

Exit write_directory(const Options& options, const View& view, ReportKind kind, Pictures pictures,
                     Context& context) {
  const auto changes = compare_pages(build_pages(view, kind, pictures), options.output);
  if (!options.check) {
    write_pages(changes, options.output);
    context.remark(
        say(Msg::report_pages_written, view.language,
            {std::to_string(changes.write.size()), std::to_string(changes.remove.size()), options.output}));
    return Exit::done;
  }
  context.out += changes.diff;
  return changes.diff.empty() ? Exit::done : Exit::answer_is_no;
}

Exit write_file(const Options& options, const std::string& text, Context& context) {
  if (!options.check) {
    put_file(options.output, text);
    return Exit::done;
  }
  const auto current = std::filesystem::exists(options.output) ? read_file(options.output) : std::string();
  context.out += unified_diff(current, text, options.output);
  return current == text ? Exit::done : Exit::answer_is_no;
}

void check_usage(const Options& options, ReportKind kind, Format format) {
  if (options.check && options.output.empty())
    throw UsageError("--check is given without -o",
                     "Name the file or directory that is to be checked with -o.");
  const bool directory = !options.output.empty() && names_directory(options.output);
  if (directory && format == Format::json)
    throw UsageError("a report as json is one file", "Name it with its ending, as in -o report.json.");
  if (directory && !options.accounts.empty())
    throw UsageError("a report directory holds every account",
                     "Leave the accounts out, or name one file with its ending, as in -o plan.md.");
  if (kind == ReportKind::review && format == Format::json)
    throw UsageError("a review is for people and has no json", "Leave --format out.");
  if (kind == ReportKind::review && options.accounts.empty() && !directory)
    throw UsageError("a review is about one customer", "Name an account, or write all of them with -o DIR.");
  if (const auto ending = std::filesystem::path(options.output).extension();
      ending == ".yaml" || ending == ".yml")
    throw UsageError(
        fmt::format("-o cannot be `{}`: a report is no YAML, and a portfolio's files are", options.output),
        "Name a file with another ending, as in -o plan.md.");
}

// Mermaid in a directory, since that is for GitHub or GitLab, which draw it; elsewhere it would be read as it
// is.
Pictures pictures_of(const Options& options, Format format) {
  const bool directory = !options.output.empty() && names_directory(options.output);
  if (options.charts.empty()) return directory ? Pictures::mermaid : Pictures::none;
  const auto pictures =
      static_cast<Pictures>(parse_choice(options.charts, {"none", "mermaid", "svg"}, "--charts"));
  if (format == Format::json)
    throw UsageError("a report as json has no charts", "Leave --charts or --format out.");
  if (pictures == Pictures::svg && !directory)
    throw UsageError("--charts svg writes a file for each picture, which needs a directory",
                     "Name one with -o, as in -o report/, or give --charts mermaid.");
  return pictures;
}

Exit run_report(const Options& options, Context& context) {
  const auto format = parse_format(options.format, {Format::markdown, Format::json});
  const auto kind = static_cast<ReportKind>(parse_choice(options.kind, {"plan", "review"}, "--kind"));
  check_usage(options, kind, format);
  const auto pictures = pictures_of(options, format);
  const auto loaded = load(context, options.keep_going ? Faulty::leave_out : Faulty::refuse, "report");
  if (!loaded) return Exit::failed;
  const auto accounts = find_accounts(loaded->portfolio, options.accounts);
  auto status = Exit::done;
  if (options.output.empty()) {
    context.out += build_text(loaded->view(), accounts, kind, format, pictures);
  } else if (names_directory(options.output)) {
    status = write_directory(options, loaded->view(), kind, pictures, context);
  } else {
    status = write_file(options, build_text(loaded->view(), accounts, kind, format, pictures), context);
  }
  if (kind == ReportKind::review) context.remark(say(Msg::review_read_before, loaded->language));
  const auto left_out = finish(context, *loaded);
  return status == Exit::done ? left_out : status;
}

}  // namespace

Run add_report(CLI::App& command) {
  auto options = std::make_shared<Options>();
  command.add_option("ACCOUNT", options->accounts, "The plans of these accounts (default: the portfolio)")
      ->type_name("");
  command
      .add_option("--kind", options->kind, "plan, or review: the agenda of the annual talk with the customer")
      ->type_name("KIND");
  command.add_option("--format", options->format, "markdown or json")->type_name("FORMAT");
  command
      .add_option("--charts", options->charts,
                  "none, mermaid, or svg files beside the pages (default: mermaid in a DIR, else none)")
      ->type_name("CHARTS");
  command
      .add_option("-o,--output", options->output,
                  "Write README.md and a page for each account into DIR, or one FILE")
      ->type_name("FILE|DIR");
  command.add_flag("--check", options->check,
                   "Write nothing; exit 1 with a diff where the files are not up to date");
  command.add_flag("--keep-going", options->keep_going,
                   "Leave out accounts whose file does not read; exit 1");
  return [options](Context& context) { return run_report(*options, context); };
}

}  // namespace kam::cli
