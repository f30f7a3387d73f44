#pragma once

#include <string>

#include "kam/model/date.hpp"
#include "kam/model/ids.hpp"

namespace kam {

// Numbers and dates as people of a language write them. The global locale plays no part.

// de `1.240.000,5`, en `1,240,000.5`; rounded half away from zero to `decimals` places, all of them shown.
std::string format_number(double value, int decimals, Language language);
// As above, but trailing zeros of the decimals are dropped: de `3,5`, `4`.
std::string format_trimmed(double value, int max_decimals, Language language);
// Short for sentences: de `3,1 Mio. EUR`, `310.000 EUR`; en `EUR 3.1 million`, `EUR 310,000`.
std::string format_money(double value, const std::string& currency, Language language);
// de `24.11.2026`, en `24 Nov 2026`.
std::string format_date(Date date, Language language);
// de `40 %` (with a no-break space), en `40%`.
std::string format_percent(double value, int decimals, Language language);
// A word of a shell's command line, in quotes where it needs them.
std::string shell_word(const std::string& word);

}  // namespace kam
