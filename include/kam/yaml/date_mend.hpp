#pragma once

#include <string>
#include <string_view>

namespace kam {

// Whether the text has the form of a date, of a day that may or may not be.
bool has_date_form(std::string_view text);

// How to write the day that was meant by a text that is no date (`31.03.2026`, `2026-02-30`): a sentence for
// a hint, or empty where nothing can be told.
std::string date_mend(std::string_view text);

}  // namespace kam
