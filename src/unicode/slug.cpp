#include <utf8proc.h>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <string_view>

#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"
#include "unicode/blanks.hpp"

namespace kam {

namespace {

constexpr std::size_t kMaxLength = 64;

struct Spelling {
  char32_t letter;
  std::string_view ascii;
};

// Letters that German spells otherwise than by their base, and those that have no base to reduce to. Case
// folding has made `ss` of ß.
constexpr std::array kSpellings{Spelling{U'ä', "ae"}, Spelling{U'ö', "oe"}, Spelling{U'ü', "ue"},
                                Spelling{U'æ', "ae"}, Spelling{U'œ', "oe"}, Spelling{U'ø', "o"},
                                Spelling{U'þ', "th"}, Spelling{U'ð', "d"},  Spelling{U'đ', "d"},
                                Spelling{U'ħ', "h"},  Spelling{U'ı', "i"},  Spelling{U'ł', "l"},
                                Spelling{U'ŋ', "ng"}, Spelling{U'ŧ', "t"},  Spelling{U'ə', "e"}};

bool is_id_character(char32_t code_point) {
  return (code_point >= U'a' && code_point <= U'z') || (code_point >= U'0' && code_point <= U'9');
}

bool is_mark(char32_t code_point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
         category == UTF8PROC_CATEGORY_ME;
}

// The first character of the canonical decomposition, which is the letter without its marks.
char32_t base_of(char32_t code_point) {
  std::array<utf8proc_int32_t, 8> parts{};
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(code_point), parts.data(),
                                             parts.size(), UTF8PROC_DECOMPOSE, nullptr);
  return count < 1 ? code_point : static_cast<char32_t>(parts[0]);
}

void append_letter(std::string& id, char32_t code_point) {
  const auto* const spelling = std::ranges::find(kSpellings, code_point, &Spelling::letter);
  if (spelling != kSpellings.end()) {
    id += spelling->ascii;
    return;
  }
  const char32_t base = base_of(code_point);
  if (is_id_character(base))
    id += static_cast<char>(base);
  else if (!is_mark(base) && !id.empty() && !id.ends_with('-'))
    id += '-';
}

// NFKC, case folded; broken UTF-8 counts as U+FFFD.
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

}  // namespace

std::string slug(std::string_view name) {
  std::string id;
  for (const char32_t code_point : decode_utf8(fold_text(name))) append_letter(id, code_point);
  if (id.size() > kMaxLength) {
    const auto hyphen = id.rfind('-', kMaxLength);
    id.resize(hyphen == std::string::npos ? kMaxLength : hyphen);
  }
  if (id.ends_with('-')) id.pop_back();
  return id;
}

bool is_blank(char32_t code_point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP || (code_point >= 0x09 && code_point <= 0x0D) || code_point == 0x85;
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
