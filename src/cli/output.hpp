#pragma once

#include <string>
#include <string_view>

#include "cli/context.hpp"
#include "kam/document/document.hpp"

namespace kam::cli {

// The one list of formats; a command says which of them it has.
enum class Format { text, markdown, html, csv, tsv, json, ics };
Format parse_format(std::string_view value, std::initializer_list<Format> allowed);

// A document for people, as text or Markdown.
std::string render_document(const Document& document, Format format, const Context& context);

// How `--dialect` writes a CSV list: plain, rfc4180, excel-en or excel-de.
CsvDialect parse_dialect(std::string_view value);
inline constexpr const char* kDialectHelp =
    "How the CSV is written: plain, rfc4180, excel-en or excel-de (default: plain)";

}  // namespace kam::cli
