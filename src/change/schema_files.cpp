#include "kam/change/schema_files.hpp"

#include <fmt/format.h>

#include "kam/disk/portfolio.hpp"
#include "kam/disk/write.hpp"
#include "kam/render/render.hpp"
#include "kam/schema/schema.hpp"
#include "kam/yaml/text_form.hpp"

namespace kam {

namespace fs = std::filesystem;

std::string schema_file(FileKind file) {
  return file == FileKind::portfolio ? ".kam/portfolio.schema.json" : ".kam/account.schema.json";
}

std::string schema_line(FileKind file) {
  return fmt::format("# yaml-language-server: $schema={}{}\n", file == FileKind::portfolio ? "" : "../",
                     schema_file(file));
}

std::vector<std::string> write_schema_files(const fs::path& root, const Settings& settings) {
  struct Schema {
    std::string file;
    std::string text;
  };
  std::vector<Schema> changed;  // all of them before the first is written
  check_stays_inside(root, root / ".kam");
  make_directories(root / ".kam");
  for (const auto file : {FileKind::portfolio, FileKind::account}) {
    // On one line: nobody reads it, and it should not be most of a portfolio's first commit.
    auto text = render_json(build_schema(file, settings, CatalogueIds::these_only, settings.language),
                            JsonLayout::one_line);
    const auto present = find_portfolio_file(root, schema_file(file));
    if (!present || plain_text(*present) != text) changed.push_back({schema_file(file), std::move(text)});
  }
  std::vector<std::string> written;
  for (const auto& [file, text] : changed) {
    put_file(root / file, text);
    written.push_back(file);
  }
  return written;
}

}  // namespace kam
