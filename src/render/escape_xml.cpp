#include "render/escape_xml.hpp"

#include <fmt/format.h>

#include "kam/unicode/orders.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

bool is_xml_character(char32_t c) {
  return c != 0xFFFE && c != 0xFFFF && (c < 0xD800 || c > 0xDFFF);
}

}  // namespace

std::string escape_xml(std::string_view text) {
  std::string out;
  for (const char32_t c : decode_utf8(escape_controls(text))) {
    switch (c) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      case U'"':
        out += "&quot;";
        break;
      default:
        append_utf8(out, is_xml_character(c) ? c : 0xFFFD);
    }
  }
  return rewrite_orders(out,
                        [](char sign) { return fmt::format("&#{};", static_cast<unsigned char>(sign)); });
}

}  // namespace kam
