#include "unicode/fold.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>
#include <new>

#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"
#include "unicode/blanks.hpp"

namespace kam {

bool is_blank(char32_t code_point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP || (code_point >= 0x09 && code_point <= 0x0D) || code_point == 0x85;
}

std::string fold_text(std::string_view text) {
  std::string whole;  // without broken bytes, which the library refuses, and without what nobody sees
  for (const char32_t code_point : decode_utf8(text))
    if (!is_ignorable(code_point)) append_utf8(whole, code_point);
  utf8proc_uint8_t* mapped = nullptr;
  const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(whole.data()),
                                 static_cast<utf8proc_ssize_t>(whole.size()), &mapped,
                                 static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPAT |
                                                                UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD));
  if (size < 0) throw std::bad_alloc();  // well-formed text leaves only this
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

std::string fold_name(std::string_view name) {
  std::string folded;
  bool blank_before = false;
  for (const char32_t code_point : decode_utf8(fold_text(name))) {
    if (is_blank(code_point)) {
      blank_before = true;
      continue;
    }
    if (blank_before && !folded.empty()) folded += ' ';
    blank_before = false;
    append_utf8(folded, code_point);
  }
  return folded;
}

bool contains_folded(std::string_view haystack, std::string_view needle) {
  return fold_text(haystack).find(fold_text(needle)) != std::string::npos;
}

}  // namespace kam
