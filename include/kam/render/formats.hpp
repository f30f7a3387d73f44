#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "kam/render/render.hpp"

namespace kam {

// The one table of output formats: a format is its renderer and one line of it (formats.cpp).

enum class Format { text, markdown, html, csv, tsv, json, ics };  // in the table's order

// What a command prints, as formats need it, made when one asks for it.
struct Printable {
  std::size_t documents = 1;  // printed one after the other
  std::function<Document(std::size_t number)> document{};
  std::function<Table()> table{};
  std::function<Data()> data{};
  std::function<Calendar()> calendar{};
};

struct PrintStyle {
  TextOptions terminal{};
  Pictures pictures = Pictures::text;  // `text` and `mermaid` stand for SVG in HTML
  std::string page{};                  // of Markdown in a directory (MarkdownOptions)
};

struct OutputFormat {
  std::string_view name;    // as --format has it
  std::string_view ending;  // of a file
  std::string (*print)(const Printable& printable, const PrintStyle& style);
  // Of a report's directory: the name of its first page, what parts kam's mark in the first line from the
  // page, and where pictures as SVG go. Without an index the format has no pages.
  enum class Svg { in_page, beside };
  std::string_view index = {};
  std::string_view behind_mark = {};
  Svg svg = Svg::in_page;
};
const OutputFormat& output_format(Format format);

}  // namespace kam
