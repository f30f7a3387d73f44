#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/load.hpp"
#include "cli/output.hpp"
#include "kam/render/render.hpp"

namespace kam::cli {

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

Document build_page(const View& view, std::size_t account, ReportKind kind);
// `name`: of the page in a directory, without its ending.
std::string render_page(const Document& document, PageForm form, const std::string& name = {});
Document build_index(const View& view, ReportKind kind);

// The portfolio's page and one for each account, with the pictures that lie beside them.
std::vector<Page> build_pages(const View& view, ReportKind kind, PageForm form);

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

// Throws Error naming the file where a page would replace something that no report wrote.
PageChanges compare_pages(const std::vector<Page>& pages, Format format,
                          const std::filesystem::path& directory);
void write_pages(const PageChanges& changes, const std::filesystem::path& directory);

}  // namespace kam::cli
