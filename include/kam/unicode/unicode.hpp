#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kam {

// The code points of `text`; each byte that is not part of well-formed UTF-8 counts as U+FFFD.
std::u32string decode_utf8(std::string_view text);
void append_utf8(std::string& text, char32_t code_point);

// C0, DEL, C1 and what reorders or breaks lines unseen: U+202A–202E, U+2066–2069, U+200E, U+200F, U+061C,
// U+2028, U+2029. Such a character from a file must not reach a terminal or a page as it is.
bool is_control(char32_t code_point);

// The byte offset of the first byte that is not part of well-formed UTF-8, or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Terminal columns `text` (UTF-8, no line break) takes: combining marks 0, CJK and emoji 2.
int display_width(std::string_view text);

// The longest prefix of whole grapheme clusters that is at most `width` columns wide, with `…` as its last
// column where something was cut.
std::string cut_to_width(std::string_view text, int width);

// Makes any text safe for a terminal and for one line: what `is_control` names (line breaks and tabs
// included) becomes `\u{202e}`; each byte of broken UTF-8 becomes U+FFFD.
std::string escape_controls(std::string_view text);

// The form in which two names are compared for equality: NFKC, case folded, blanks at the ends dropped and
// runs of blanks made one.
std::string fold_name(std::string_view name);

// Whether `haystack` contains `needle`, both case folded.
bool contains_folded(std::string_view haystack, std::string_view needle);

// An account id from a name: lower case, ä→ae ö→oe ü→ue ß→ss, other letters reduced to their base, the rest
// to `-`, cut at a `-` to at most 64 characters. Empty where nothing is left. The result may still be a
// reserved name.
std::string slug(std::string_view name);

// The candidate nearest to a mistyped `word` by edit distance (transpositions count one), if any is near
// enough to be meant: at most a third of the longer one's length, at least one. Texts of more than 128
// letters are near to none.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);
std::optional<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates);

// `nearest` for the many mistyped words that a file may have, against the same candidates: for the first
// hundred, since each is a search through all candidates and nobody reads on.
class Suggestions {
 public:
  static constexpr std::size_t kMost = 100;

  explicit Suggestions(std::vector<std::string> candidates) : candidates_(std::move(candidates)) {}
  std::optional<std::string> find(const std::string& word);

 private:
  std::vector<std::string> candidates_;
  std::map<std::string, std::optional<std::string>> found_;
};

}  // namespace kam
