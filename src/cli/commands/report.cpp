#include "kam/report/report.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/commands/report_pages.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "kam/disk/write.hpp"
#include "kam/model/error.hpp"
#include "kam/render/diff.hpp"
#include "kam/report/assess.hpp"
#include "kam/report/inventory.hpp"
#include "kam/text/messages.hpp"
#include "kam/yaml/text_form.hpp"

namespace kam::cli {

namespace {

// The options of `kam report` as they are given.
struct ReportOptions {
  std::vector<std::string> accounts;
  std::string kind = "plan";
  FormatOption format{Format::markdown, Format::html, Format::json};
  std::string charts;  // empty: as fits the output
  std::string output;
  bool check = false;
  bool keep_going = false;
};

struct ReportRequest {
  ReportKind kind = ReportKind::plan;
  PageForm form;  // the format may also be json, which is no page
};

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
                       PageForm form) {
  if (form.format == Format::json)
    return render_json(build_report_data(view, accounts.empty() ? view.scores.ranking : accounts));
  if (accounts.empty()) return render_page(build_portfolio_report(view), form);
  std::string text;
  for (const auto account : accounts)
    text += (text.empty() ? "" : "\n") + render_page(build_page(view, account, kind), form);
  return text;
}

Exit write_directory(const ReportOptions& options, const View& view, ReportKind kind, PageForm form,
                     Context& context) {
  const auto changes = compare_pages(build_pages(view, kind, form), form.format, options.output);
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

Exit write_file(const ReportOptions& options, const std::string& text, Context& context) {
  check_target(options.output);
  const auto current = read_regular_file(options.output);
  const bool up_to_date = current && plain_text(*current) == text;
  if (!options.check) {
    if (up_to_date) return Exit::done;
    const auto directory = std::filesystem::path(options.output).parent_path();
    std::optional<DirectoryLock> lock;  // a directory that is missing is told with the file
    if (directory.empty() || std::filesystem::is_directory(directory))
      lock.emplace(directory.empty() ? "." : directory);
    put_file(options.output, current ? in_form(form_of(*current), text) : text);
    return Exit::done;
  }
  context.out += unified_diff(plain_text(current.value_or("")), text, options.output);
  return up_to_date ? Exit::done : Exit::answer_is_no;
}

// A link that came with the portfolio does not decide where its report goes; somebody who names a place
// beyond it does.
void check_output(const std::filesystem::path& root, const std::string& output) {
  const auto place = (current_directory() / output).lexically_normal();
  const auto is_below = [&](const std::filesystem::path& directory) {
    return std::ranges::mismatch(directory, place).in1 == directory.end();
  };
  if (is_below(root)) check_stays_inside(root, place);
  const auto around = find_surroundings(root);
  if (is_below(around.directory)) check_stays_inside(around.directory, place, around.kind);
}

// `report/`, a directory that is there, or a name without an ending.
bool names_directory(const std::string& output) {
  const std::filesystem::path path = output;
  return output.ends_with('/') || std::filesystem::is_directory(path) || !path.has_extension();
}

// Of the kinds that are a page about one customer and nothing else.
std::string name_of_page(ReportKind kind) {
  if (kind == ReportKind::review) return "a review";
  if (kind == ReportKind::onepager) return "a one-pager";
  return {};
}

void check_usage(const ReportOptions& options, ReportKind kind, Format format) {
  if (options.check && options.output.empty())
    throw UsageError("--check is given without -o",
                     "Name the file or directory that is to be checked with -o.");
  const bool directory = !options.output.empty() && names_directory(options.output);
  if (directory && format == Format::json)
    throw UsageError("a report as json is one file", "Name it with its ending, as in -o report.json.");
  if (directory && !options.accounts.empty())
    throw UsageError("a report directory holds every account",
                     "Leave the accounts out, or name one file with its ending, as in -o plan.md.");
  if (format == Format::html && options.accounts.size() > 1)
    throw UsageError("a page in html is about one account",
                     "Name one of them, or write all of them with -o DIR, as in -o report/.");
  const std::string page = name_of_page(kind);
  if (!page.empty() && format == Format::json)
    throw UsageError(page + " is for people and has no json", "Leave --format out.");
  if (!page.empty() && options.accounts.empty() && !directory)
    throw UsageError(page + " is about one customer", "Name an account, or write all of them with -o DIR.");
  if (const auto ending = std::filesystem::path(options.output).extension();
      ending == ".yaml" || ending == ".yml")
    throw UsageError(
        fmt::format("-o cannot be `{}`: a report is no YAML, and a portfolio's files are", options.output),
        "Name a file with another ending, as in -o plan.md.");
}

// In Markdown, Mermaid in a directory, since that is for GitHub or GitLab, which draw it; elsewhere it would
// be read as it is.
Pictures pictures_of(const ReportOptions& options, Format format) {
  const bool directory = !options.output.empty() && names_directory(options.output);
  if (options.charts.empty()) {
    if (format == Format::html) return Pictures::svg;
    return directory ? Pictures::mermaid : Pictures::none;
  }
  const auto pictures =
      static_cast<Pictures>(parse_choice(options.charts, {"none", "mermaid", "svg"}, "--charts"));
  if (format == Format::json)
    throw UsageError("a report as json has no charts", "Leave --charts or --format out.");
  if (format == Format::html && pictures == Pictures::mermaid)
    throw UsageError("a page in html has its charts as svg, not as mermaid",
                     "Leave --charts out, or give --charts none.");
  if (format == Format::markdown && pictures == Pictures::svg && !directory)
    throw UsageError("--charts svg writes a file for each picture, which needs a directory",
                     "Name one with -o, as in -o report/, or give --charts mermaid.");
  return pictures;
}

// Throws UsageError where options contradict each other.
ReportRequest parse_report_options(const ReportOptions& options) {
  const auto format = options.format.chosen();
  const auto kind =
      static_cast<ReportKind>(parse_choice(options.kind, {"plan", "review", "onepager"}, "--kind"));
  check_usage(options, kind, format);
  return {kind, {format, pictures_of(options, format)}};
}

Exit run_report(const ReportOptions& options, Context& context) {
  const auto [kind, form] = parse_report_options(options);
  const auto loaded = load(context, options.keep_going ? Faulty::leave_out : Faulty::refuse, "report");
  if (!loaded) return Exit::failed;
  if (!options.output.empty()) check_output(loaded->portfolio.root, options.output);
  const auto accounts = find_accounts(loaded->portfolio, options.accounts);
  auto status = Exit::done;
  if (options.output.empty()) {
    context.out += build_text(loaded->view(), accounts, kind, form);
  } else if (names_directory(options.output)) {
    status = write_directory(options, loaded->view(), kind, form, context);
  } else {
    status = write_file(options, build_text(loaded->view(), accounts, kind, form), context);
  }
  if (kind == ReportKind::review) context.remark(say(Msg::review_read_before, loaded->language));
  const auto left_out = finish(context, *loaded);
  return status == Exit::done ? left_out : status;
}

}  // namespace

Run add_report(Arguments& arguments) {
  auto options = std::make_shared<ReportOptions>();
  arguments.argument("ACCOUNT", options->accounts, "The plans of these accounts (default: the portfolio)");
  arguments.option("--kind", options->kind, "KIND",
                   "plan, review (the agenda of the annual talk with the customer) or onepager (one page for "
                   "management)");
  options->format.add_to(arguments);
  arguments.option(
      "--charts", options->charts, "CHARTS",
      "none, mermaid, or svg files beside the pages (default: mermaid in a DIR, else none; in html svg)");
  arguments.option("-o,--output", options->output, "FILE|DIR",
                   "Write README.md or index.html and a page for each account into DIR, or one FILE");
  arguments.flag("--check", options->check,
                 "Write nothing; exit 1 with a diff where the files are not up to date");
  arguments.flag("--keep-going", options->keep_going, "Leave out accounts whose file does not read; exit 1");
  return [options](Context& context) { return run_report(*options, context); };
}

}  // namespace kam::cli
