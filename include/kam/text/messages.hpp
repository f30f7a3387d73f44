#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "kam/model/ids.hpp"

namespace kam {

namespace sentence {

// The arguments that a sentence names, bit n for `{n}`; nothing where a brace stands for anything but `{0}`
// to `{9}`.
constexpr std::optional<unsigned> named_arguments(std::string_view text) {
  unsigned arguments = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '}') return std::nullopt;
    if (text[i] != '{') continue;
    if (i + 2 >= text.size() || text[i + 1] < '0' || text[i + 1] > '9' || text[i + 2] != '}')
      return std::nullopt;
    arguments |= 1U << static_cast<unsigned>(text[i + 1] - '0');
    i += 2;
  }
  return arguments;
}

// Both languages say something, name the same arguments, and count them from 0 without a hole.
constexpr bool is_sound(std::string_view en, std::string_view de) {
  if (en.empty() || de.empty()) return false;
  const auto arguments = named_arguments(en);
  if (!arguments || arguments != named_arguments(de)) return false;
  return (*arguments & (*arguments + 1)) == 0;
}

// `text` with each `{n}` replaced by the n-th argument; what an argument holds is never looked into. A `{n}`
// without its argument stays, so that it is seen.
std::string fill(std::string_view text, std::initializer_list<std::string_view> arguments);

}  // namespace sentence

// A sentence that users see, English and German side by side; `{0}`, `{1}` … stand for the arguments, literal
// braces do not occur. All of them are in messages/, a header for each subject, so that a wording rebuilds
// what uses its subject. One that is not sound does not compile.
struct Msg {
  consteval Msg(std::string_view in_english, std::string_view in_german) : en(in_english), de(in_german) {
    if (!sentence::is_sound(en, de)) throw "a text is empty, or the arguments differ or have a hole";
  }
  std::string_view en;
  std::string_view de;
};

// The sentence in that language, the arguments put in.
std::string say(const Msg& message, Language language,
                std::initializer_list<std::string_view> arguments = {});

// `one` where count is 1, else `many`; `{0}` is the count.
std::string say_count(const Msg& one, const Msg& many, long long count, Language language);

}  // namespace kam
