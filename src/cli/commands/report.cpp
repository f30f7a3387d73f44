#include "kam/report/report.hpp"

#include <algorithm>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "kam/disk/read.hpp"
#include "kam/disk/write.hpp"
#include "kam/model/error.hpp"
#include "kam/model/system_reason.hpp"
#include "kam/render/diff.hpp"
#include "kam/render/render.hpp"
#include "kam/report/assess.hpp"
#include "kam/report/inventory.hpp"
#include "kam/report/page_names.hpp"
#include "kam/text/messages/import.hpp"
#include "kam/text/messages/review.hpp"
#include "kam/unicode/unicode.hpp"
#include "kam/yaml/text_form.hpp"

namespace kam::cli {

namespace fs = std::filesystem;

namespace {

enum class ReportKind { plan, review, onepager };

// How pages are written: Markdown or HTML. Pictures in HTML are SVG or none.
struct PageForm {
  Format format = Format::markdown;
  Pictures pictures = Pictures::none;
};

// One file of a report.
struct Page {
  std::string file;  // `README.md`, `<id>.md`, and of pictures `<id>.<chart>.svg`; `index.html`, `<id>.html`
  std::string text;
};

// What makes a directory hold exactly these pages in that format; those of another stay. Files that no report
// wrote (they lack its first line) are never replaced and never removed.
struct PageChanges {
  // What is there now is replaced and removed only as it was seen.
  struct Written {
    Page page;                        // new or different
    std::optional<std::string> seen;  // nothing where there is none yet
  };
  std::vector<Written> write;
  std::vector<Page> remove;  // written by an earlier report, for accounts that are gone
  std::string diff;          // all of it as a unified diff
};

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

Document build_page(const View& view, std::size_t account, ReportKind kind) {
  switch (kind) {
    case ReportKind::review:
      return build_review(view, account);
    case ReportKind::onepager:
      return build_onepager(view, account);
    case ReportKind::plan:
      break;
  }
  return build_plan(view, account);
}

// `name`: of the page in a directory, without its ending.
std::string render_page(const Document& document, PageForm form, const std::string& name = {}) {
  return output_format(form.format)
      .print({.document = [&](std::size_t) { return document; }}, {{}, form.pictures, name});
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

// The first line of every file in a report directory: how kam knows its own files again. Neither Markdown,
// HTML nor SVG shows it.
constexpr std::string_view kMark =
    "<!-- Written by kam report. Changes made here are overwritten by the next one. -->\n";

void add_page(std::vector<Page>& pages, const Document& document, const std::string& name, PageForm form) {
  const auto& format = output_format(form.format);
  pages.push_back({fmt::format("{}{}", name, format.ending),
                   fmt::format("{}{}{}", kMark, format.behind_mark, render_page(document, form, name))});
  if (form.pictures != Pictures::svg || format.svg != OutputFormat::Svg::beside) return;
  for (const auto& block : document.blocks)
    if (const auto* chart = std::get_if<Chart>(&block))
      pages.push_back({picture_file(name, *chart), std::string(kMark) + render_svg(*chart)});
}

Document build_index(const View& view, ReportKind kind) {
  switch (kind) {
    case ReportKind::review:
      return build_review_index(view);
    case ReportKind::onepager:
      return build_onepager_index(view);
    case ReportKind::plan:
      break;
  }
  return build_portfolio_report(view);
}

// The portfolio's page and one for each account, with the pictures that lie beside them.
std::vector<Page> build_pages(const View& view, ReportKind kind, PageForm form) {
  std::vector<Page> pages;
  add_page(pages, build_index(view, kind), std::string(output_format(form.format).index), form);
  for (std::size_t account = 0; account < view.accounts.size(); ++account)
    add_page(pages, build_page(view, account, kind), page_of(view.accounts[account].id), form);
  return pages;
}

// The bytes of a page that an earlier report wrote; nothing where something else is there, or nothing.
std::optional<std::string> page_bytes(const fs::path& file) {
  auto bytes = read_regular_file(file);
  if (bytes && !plain_text(*bytes).starts_with(kMark)) bytes.reset();
  return bytes;
}

// What lies at the page's place: nothing, or the bytes of the page that an earlier report wrote.
std::optional<std::string> current_bytes(const fs::path& file) {
  if (auto bytes = page_bytes(file)) return bytes;
  if (!fs::exists(fs::symlink_status(file))) return std::nullopt;
  throw Error(fmt::format("{} was not written by kam report and is not replaced", file.string()),
              "Move it away, or give another directory with -o.");
}

constexpr std::string_view kPictureEnding = ".svg";

bool has_ending(const fs::path& file, Format format) {
  const auto& of = output_format(format);
  return file.extension() == of.ending ||
         (of.svg == OutputFormat::Svg::beside && file.extension() == kPictureEnding);
}

std::vector<std::string> earlier_pages(const fs::path& directory, Format format) {
  std::vector<std::string> files;
  if (!fs::is_directory(directory)) return files;
  for (const auto& entry : fs::directory_iterator(directory))
    if (has_ending(entry.path(), format) && page_bytes(entry.path()))
      files.push_back(entry.path().filename().string());
  std::ranges::sort(files);
  return files;
}

// Whether the file is one of the pages under a name that differs in case, on a file system that ignores case.
bool is_page_by_another_name(const fs::path& directory, const std::string& file,
                             const std::set<std::string>& expected) {
  return std::ranges::any_of(expected, [&](const std::string& page) {
    std::error_code error;
    return fold_name(page) == fold_name(file) && fs::equivalent(directory / page, directory / file, error);
  });
}

// Throws Error naming the file where a page would replace something that no report wrote.
PageChanges compare_pages(const std::vector<Page>& pages, Format format, const fs::path& directory) {
  PageChanges changes;
  std::set<std::string> expected;
  for (const auto& page : pages) {
    expected.insert(page.file);
    const auto current = current_bytes(directory / page.file);
    const auto text = plain_text(current.value_or(""));
    if (current && text == page.text) continue;
    changes.diff += unified_diff(text, page.text, page.file);
    changes.write.push_back({page, current});
  }
  for (const auto& file : earlier_pages(directory, format)) {
    if (expected.contains(file) || is_page_by_another_name(directory, file, expected)) continue;
    changes.remove.push_back({file, page_bytes(directory / file).value_or("")});
    changes.diff += unified_diff(plain_text(changes.remove.back().text), {}, file);
  }
  return changes;
}

void write_pages(const PageChanges& changes, const fs::path& directory) {
  make_directories(directory);
  const DirectoryLock lock(directory);
  for (const auto& [page, seen] : changes.write) {
    if (seen)
      replace_file(directory / page.file, *seen, in_form(form_of(*seen), page.text));
    else
      create_file(directory / page.file, page.text);
  }
  for (const auto& page : changes.remove) remove_file(directory / page.file, page.text);
}

Exit write_directory(const ReportOptions& options, const View& view, ReportKind kind, PageForm form,
                     Context& context) {
  const auto changes = compare_pages(build_pages(view, kind, form), form.format, options.output);
  if (!options.check) {
    write_pages(changes, options.output);
    context.remark(
        say(msg::report_pages_written, view.language,
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
  if (kind == ReportKind::review) context.remark(say(msg::review_read_before, loaded->language));
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
