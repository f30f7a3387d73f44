#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/context.hpp"
#include "kam/document/document.hpp"
#include "kam/render/formats.hpp"

namespace kam::cli {

// `--format`: the formats that a command has, the default first. Its help, what it takes and what it suggests
// are made from this list and the one table of formats.
class FormatOption {
 public:
  FormatOption(std::initializer_list<Format> formats);

  // The arguments keep a reference to this option.
  void add_to(Arguments& arguments);
  // Throws UsageError where it is none of the command's.
  Format chosen() const;

 private:
  std::vector<std::string_view> names_;
  std::vector<Format> formats_;
  std::string value_;
};

// The names as people list them: `text, csv or json`.
std::string list_alternatives(const std::vector<std::string_view>& names);

// What a command prints, in one of its formats.
std::string print_as(Format format, const Printable& printable, const Context& context);
// A document for people at the terminal.
std::string render_document(const Document& document, const Context& context);

// How `--dialect` writes a CSV list: plain, rfc4180, excel-en or excel-de.
CsvDialect parse_dialect(std::string_view value);
inline constexpr const char* kDialectHelp =
    "How the CSV is written: plain, rfc4180, excel-en or excel-de (default: plain)";

}  // namespace kam::cli
