#include "cli/output.hpp"

#include <array>
#include <vector>

#include "cli/options.hpp"

namespace kam::cli {

FormatOption::FormatOption(std::initializer_list<Format> formats) : formats_(formats) {
  for (const auto format : formats) names_.push_back(output_format(format).name);
  value_ = names_.front();
}

void FormatOption::add_to(Arguments& arguments) {
  arguments.option("--format", value_, "FORMAT", list_alternatives(names_));
}

Format FormatOption::chosen() const {
  return formats_.at(parse_choice(value_, names_, "--format"));
}

std::string list_alternatives(const std::vector<std::string_view>& names) {
  std::string list;
  for (std::size_t i = 0; i < names.size(); ++i)
    list.append(i == 0 ? "" : i + 1 == names.size() ? " or " : ", ").append(names[i]);
  return list;
}

CsvDialect parse_dialect(std::string_view value) {
  constexpr std::array kDialects{CsvDialect::plain, CsvDialect::rfc4180, CsvDialect::excel_en,
                                 CsvDialect::excel_de};
  return kDialects.at(parse_choice(value, {"plain", "rfc4180", "excel-en", "excel-de"}, "--dialect"));
}

std::string print_as(Format format, const Printable& printable, const Context& context) {
  return output_format(format).print(printable, {.terminal = context.terminal});
}

std::string render_document(const Document& document, const Context& context) {
  return render_text(document, context.terminal);
}

}  // namespace kam::cli
