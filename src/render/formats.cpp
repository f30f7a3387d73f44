#include "kam/render/formats.hpp"

#include <array>

namespace kam {

namespace {

template <class RenderOne>
std::string print_documents(const Printable& printable, const RenderOne& render_one) {
  std::string text;
  for (std::size_t i = 0; i < printable.documents; ++i) {
    if (!text.empty()) text += "\n";
    text += render_one(printable.document(i));
  }
  return text;
}

std::string print_text(const Printable& printable, const PrintStyle& style) {
  return print_documents(printable,
                         [&](const Document& document) { return render_text(document, style.terminal); });
}

std::string print_markdown(const Printable& printable, const PrintStyle& style) {
  return print_documents(printable, [&](const Document& document) {
    return render_markdown(document, {style.pictures, style.page});
  });
}

std::string print_html(const Printable& printable, const PrintStyle& style) {
  const auto pictures = style.pictures == Pictures::none ? HtmlPictures::none : HtmlPictures::svg;
  return print_documents(printable,
                         [&](const Document& document) { return render_html(document, {pictures}); });
}

std::string print_csv(const Printable& printable, const PrintStyle& /*style*/) {
  return render_csv(printable.table(), CsvDialect::plain);
}

std::string print_tsv(const Printable& printable, const PrintStyle& /*style*/) {
  return render_csv(printable.table(), CsvDialect::tsv);
}

std::string print_json(const Printable& printable, const PrintStyle& /*style*/) {
  return render_json(printable.data());
}

std::string print_ics(const Printable& printable, const PrintStyle& /*style*/) {
  return render_ical(printable.calendar());
}

constexpr std::array<OutputFormat, 7> kFormats{{
    {"text", ".txt", print_text},
    {"markdown", ".md", print_markdown, "README", "\n", OutputFormat::Svg::beside},
    {"html", ".html", print_html, "index"},
    {"csv", ".csv", print_csv},
    {"tsv", ".tsv", print_tsv},
    {"json", ".json", print_json},
    {"ics", ".ics", print_ics},
}};

}  // namespace

const OutputFormat& output_format(Format format) {
  return kFormats.at(static_cast<std::size_t>(format));
}

}  // namespace kam
