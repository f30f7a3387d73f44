#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kam {

// A word written in several scripts, as nobody writes it but to deceive or by accident: `Bаnk` with a
// Cyrillic `а`.
struct MixedWord {
  struct Letter {
    std::string script;   // `Cyrillic`
    char32_t letter = 0;  // the first of it
  };
  std::string word;
  std::vector<Letter> scripts;  // in the order of the word
};

// The first such word of a name, if any. A word ends at whatever is no letter, mark or digit. As the level
// "highly restrictive" of UTS 39 has it, Han may stand beside Hiragana and Katakana, Hangul, or Bopomofo, and
// Latin beside each of these; what belongs to no script, such as digits, beside any.
std::optional<MixedWord> find_mixed_word(std::string_view name);

}  // namespace kam
