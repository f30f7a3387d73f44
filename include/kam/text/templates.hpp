#pragma once

#include <string>

#include "kam/model/date.hpp"
#include "kam/model/settings.hpp"

namespace kam {

// The files that kam writes for people to fill in hold two kinds of comment lines, told apart by the bytes
// behind the `#` in column 1:
//   `# text`   prose: one blank, then text
//   `#key:`    a line to be filled in, and `#  key:` an indented one: the YAML line itself behind a `#`
// So a line is filled in by deleting the one byte `#`; a file with all such lines freed reads as YAML.

// The text of a new kam.yaml: the values of default_settings(), commented in `language`. `company_scalar` and
// `currency_scalar` are put in as they are: YAML scalars, already quoted where needed.
std::string settings_file_text(const std::string& company_scalar, const std::string& currency_scalar,
                               Language language);

// The part of a new account file after its facts: every question of the handbook as a section of comments and
// blank lines, ready to be filled in, in the order of kam-account(5) and for this portfolio's catalogues. Its
// lines to be filled in hold no invented facts: values are empty (unknown) but for days and years, which are
// taken from `as_of`, and for what a new entry begins with (`perspective: customer`, `status: open`).
std::string account_sections_text(const Settings& settings, Date as_of, Language language);

}  // namespace kam
