#include "kam/text/messages.hpp"

namespace kam {

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

std::string say(const Msg& message, Language language, std::initializer_list<std::string_view> arguments) {
  return sentence::fill(language == Language::de ? message.de : message.en, arguments);
}

std::string say_count(const Msg& one, const Msg& many, long long count, Language language) {
  return say(count == 1 ? one : many, language, {std::to_string(count)});
}

}  // namespace kam
