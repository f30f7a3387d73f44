#include "cli/output.hpp"

#include <array>
#include <vector>

#include "cli/options.hpp"

namespace kam::cli {

namespace {
constexpr std::array<std::string_view, 7> kFormats{"text", "markdown", "html", "csv", "tsv", "json", "ics"};
}

Format parse_format(std::string_view value, std::initializer_list<Format> allowed) {
  std::vector<std::string_view> names;
  for (const auto format : allowed) names.push_back(kFormats.at(static_cast<std::size_t>(format)));
  return allowed.begin()[parse_choice(value, names, "--format")];
}

CsvDialect parse_dialect(std::string_view value) {
  constexpr std::array kDialects{CsvDialect::plain, CsvDialect::rfc4180, CsvDialect::excel_en,
                                 CsvDialect::excel_de};
  return kDialects.at(parse_choice(value, {"plain", "rfc4180", "excel-en", "excel-de"}, "--dialect"));
}

std::string render_document(const Document& document, Format format, const Context& context) {
  return format == Format::markdown ? render_markdown(document, {Pictures::text, {}})
                                    : render_text(document, context.terminal);
}

}  // namespace kam::cli
