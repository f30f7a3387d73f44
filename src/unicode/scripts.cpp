#include "kam/unicode/scripts.hpp"

#include <unictype.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <span>

#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;
using Letters = std::vector<MixedWord::Letter>;

utf8proc_category_t category_of(char32_t code_point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
}

bool is_in_word(char32_t code_point) {
  const auto category = category_of(code_point);
  const bool is_letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
  const bool is_mark = category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
  return is_letter || is_mark || category == UTF8PROC_CATEGORY_ND;
}

// Empty of what belongs to none, or to that of its neighbour.
std::string_view script_of(char32_t code_point) {
  const auto* script = uc_script(code_point);
  if (script == nullptr) return {};
  const std::string_view name(script->name);
  return name == "Common" || name == "Inherited" ? std::string_view{} : name;
}

bool are_written_together(const Letters& scripts) {
  constexpr std::array kJapanese{"Latin"sv, "Han"sv, "Hiragana"sv, "Katakana"sv};
  constexpr std::array kKorean{"Latin"sv, "Han"sv, "Hangul"sv};
  constexpr std::array kChinese{"Latin"sv, "Han"sv, "Bopomofo"sv};
  const auto all_in = [&](std::span<const std::string_view> allowed) {
    return std::ranges::all_of(scripts, [&](const MixedWord::Letter& letter) {
      return std::ranges::find(allowed, letter.script) != allowed.end();
    });
  };
  return scripts.size() < 2 || all_in(kJapanese) || all_in(kKorean) || all_in(kChinese);
}

void add_script(Letters& scripts, char32_t code_point) {
  const auto script = script_of(code_point);
  if (script.empty() || std::ranges::find(scripts, script, &MixedWord::Letter::script) != scripts.end())
    return;
  scripts.push_back({std::string(script), code_point});
}

}  // namespace

std::optional<MixedWord> find_mixed_word(std::string_view name) {
  MixedWord mixed;
  for (const char32_t code_point : decode_utf8(name)) {
    if (is_ignorable(code_point)) continue;  // nobody sees that a word would end there
    if (is_in_word(code_point)) {
      append_utf8(mixed.word, code_point);
      add_script(mixed.scripts, code_point);
      continue;
    }
    if (!are_written_together(mixed.scripts)) return mixed;
    mixed = {};
  }
  if (!are_written_together(mixed.scripts)) return mixed;
  return std::nullopt;
}

}  // namespace kam
