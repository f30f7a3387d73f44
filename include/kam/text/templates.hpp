#pragma once

#include <string>

#include "kam/model/settings.hpp"

namespace kam {

// The text of a new kam.yaml: all of format.md's values, commented in `language`. `company` and `currency`
// are put in as YAML scalars, already quoted where needed.
std::string settings_file_text(const std::string& company_scalar, const std::string& currency_scalar,
                               Language language);

// The part of a new account file after its facts: every question of the handbook as a commented section,
// ready to fill in, for this portfolio's catalogues. Only comment lines (`# …`) and blank lines; taking the
// `# ` off a line of YAML in it gives a file that reads.
std::string account_sections_text(const Settings& settings, Language language);

}  // namespace kam
