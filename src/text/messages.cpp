#include "kam/text/messages.hpp"

#include <array>

#include "text/sentence.hpp"

namespace kam {

namespace {

struct Sentence {
  std::string_view en;
  std::string_view de;
};

constexpr auto kSentences = std::to_array<Sentence>({
#define X(id, en, de) {en, de},
#include "kam/text/messages.def"
#undef X
});

#define X(id, en, de)                                                   \
  static_assert(sentence::is_sound(en, de), #id                         \
                ": a text is empty, or the arguments differ or have a " \
                "hole");
#include "kam/text/messages.def"
#undef X

}  // namespace

std::string sentence::fill(std::string_view text, std::initializer_list<std::string_view> arguments) {
  std::string filled;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && i + 2 < text.size()) {
      const auto index = static_cast<std::size_t>(text[i + 1] - '0');
      if (index < arguments.size()) {
        filled += arguments.begin()[index];
        i += 2;
        continue;
      }
    }
    filled += text[i];
  }
  return filled;
}

std::string say(Msg message, Language language, std::initializer_list<std::string_view> arguments) {
  const auto& texts = kSentences[static_cast<std::size_t>(message)];
  return sentence::fill(language == Language::de ? texts.de : texts.en, arguments);
}

std::string say_count(Msg one, Msg many, long long count, Language language) {
  return say(count == 1 ? one : many, language, {std::to_string(count)});
}

}  // namespace kam
