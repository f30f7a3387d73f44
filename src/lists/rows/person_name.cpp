#include "lists/rows/person_name.hpp"

#include <algorithm>
#include <array>

#include "kam/unicode/unicode.hpp"
#include "lists/cells/units.hpp"

namespace kam {

namespace {

using namespace std::string_view_literals;

// By their letters.
constexpr std::array kAcademic{"dr"sv,   "prof"sv, "professor"sv, "professorin"sv, "mag"sv,   "ing"sv,
                               "dipl"sv, "med"sv,  "phil"sv,      "rer"sv,         "nat"sv,   "jur"sv,
                               "pol"sv,  "oec"sv,  "hc"sv,        "mult"sv,        "habil"sv, "phd"sv};
constexpr std::array kSalutations{"herr"sv,     "herrn"sv,   "frau"sv,   "mr"sv,   "mrs"sv,    "ms"sv,
                                  "mx"sv,       "miss"sv,    "divers"sv, "male"sv, "female"sv, "sehr"sv,
                                  "geehrter"sv, "geehrte"sv, "dear"sv,   "sir"sv,  "madam"sv,  "dame"sv};

std::string letters_of(std::string_view word) {
  const std::string folded = fold_name(word);
  std::string letters;
  for (const std::string_view part : split_words(folded)) letters += part;
  return letters;
}

// `Dr.`, `Dipl.-Ing.`, `h.c.`
bool is_academic(std::string_view word) {
  const std::string letters = letters_of(word);
  return letters.starts_with("dipl") || std::ranges::find(kAcademic, letters) != kAcademic.end();
}

void append_word(std::string& text, std::string_view word) {
  if (!text.empty()) text += ' ';
  text += word;
}

// Takes the first word off; words are parted by blanks.
std::string_view take_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const std::string_view word = text.substr(0, text.find(' '));
  text.remove_prefix(word.size());
  return word;
}

}  // namespace

PersonTitle split_title(std::string_view cell) {
  PersonTitle title;
  for (auto word = take_word(cell); !word.empty(); word = take_word(cell)) {
    if (is_academic(word))
      append_word(title.academic, word);
    else if (std::ranges::find(kSalutations, letters_of(word)) == kSalutations.end())
      append_word(title.rest, word);
  }
  return title;
}

std::string person_key(std::string_view name) {
  std::string_view rest = name;
  while (true) {
    std::string_view behind = rest;
    if (!is_academic(take_word(behind)) || fold_name(behind).empty()) return fold_name(rest);
    rest = behind;
  }
}

std::string join_names(const std::string& first, const std::string& last) {
  return first.empty() || last.empty() ? first + last : first + " " + last;
}

std::string with_title(const std::string& academic, const std::string& name) {
  const bool has_title = person_key(name) != fold_name(name);
  return academic.empty() || has_title ? name : academic + " " + name;
}

}  // namespace kam
