#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "kam/model/ids.hpp"

namespace kam {

// Every sentence that users see, German and English side by side: `X(id, "English", "Deutsch")` in the .def
// files, one for each subject. `{0}`, `{1}` … stand for the arguments; literal braces do not occur.
enum class Msg : unsigned {
#define X(id, en, de) id,
#include "kam/text/messages.def"
#undef X
};

// The sentence in that language, the arguments put in. Both languages name the same arguments (checked at
// compile time, as is that neither is empty).
std::string say(Msg message, Language language, std::initializer_list<std::string_view> arguments = {});

// `one` where count is 1, else `many`; `{0}` is the count.
std::string say_count(Msg one, Msg many, long long count, Language language);

}  // namespace kam
