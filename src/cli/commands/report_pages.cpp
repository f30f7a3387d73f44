#include "cli/commands/report_pages.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

#include "kam/disk/read.hpp"
#include "kam/disk/write.hpp"
#include "kam/model/error.hpp"
#include "kam/model/system_reason.hpp"
#include "kam/render/diff.hpp"
#include "kam/report/page_names.hpp"
#include "kam/report/report.hpp"
#include "kam/unicode/unicode.hpp"
#include "kam/yaml/text_form.hpp"

namespace kam::cli {

namespace {

namespace fs = std::filesystem;

// The first line of every file in a report directory: how kam knows its own files again. Neither Markdown,
// HTML nor SVG shows it.
constexpr std::string_view kMark =
    "<!-- Written by kam report. Changes made here are overwritten by the next one. -->\n";
constexpr std::string_view kPictureEnding = ".svg";

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

void add_page(std::vector<Page>& pages, const Document& document, const std::string& name, PageForm form) {
  const auto& format = output_format(form.format);
  pages.push_back({fmt::format("{}{}", name, format.ending),
                   fmt::format("{}{}{}", kMark, format.behind_mark, render_page(document, form, name))});
  if (form.pictures != Pictures::svg || format.svg != OutputFormat::Svg::beside) return;
  for (const auto& block : document.blocks)
    if (const auto* chart = std::get_if<Chart>(&block))
      pages.push_back({picture_file(name, *chart), std::string(kMark) + render_svg(*chart)});
}

}  // namespace

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

std::string render_page(const Document& document, PageForm form, const std::string& name) {
  return output_format(form.format)
      .print({.document = [&](std::size_t) { return document; }}, {{}, form.pictures, name});
}

std::vector<Page> build_pages(const View& view, ReportKind kind, PageForm form) {
  std::vector<Page> pages;
  add_page(pages, build_index(view, kind), std::string(output_format(form.format).index), form);
  for (std::size_t account = 0; account < view.accounts.size(); ++account)
    add_page(pages, build_page(view, account, kind), page_of(view.accounts[account].id), form);
  return pages;
}

namespace {

// Whether the file is one of the pages under a name that differs in case, on a file system that ignores case.
bool is_page_by_another_name(const fs::path& directory, const std::string& file,
                             const std::set<std::string>& expected) {
  return std::ranges::any_of(expected, [&](const std::string& page) {
    std::error_code error;
    return fold_name(page) == fold_name(file) && fs::equivalent(directory / page, directory / file, error);
  });
}

}  // namespace

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

}  // namespace kam::cli
