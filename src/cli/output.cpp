#include "cli/output.hpp"

#include <array>
#include <vector>

#include "cli/options.hpp"

namespace kam::cli {

namespace {
constexpr std::array<std::string_view, 5> kFormats{"text", "markdown", "csv", "tsv", "json"};
}

Format parse_format(std::string_view value, std::initializer_list<Format> allowed) {
  std::vector<std::string_view> names;
  for (const auto format : allowed) names.push_back(kFormats.at(static_cast<std::size_t>(format)));
  return allowed.begin()[parse_choice(value, names, "--format")];
}

std::string render_document(const Document& document, Format format, const Context& context) {
  return format == Format::markdown ? render_markdown(document) : render_text(document, context.terminal);
}

}  // namespace kam::cli
