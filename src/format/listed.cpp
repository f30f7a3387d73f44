#include "format/listed.hpp"

namespace kam {

std::string as_listed(std::string_view text) {
  std::string listed;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank)
      listed += c;
    else if (!listed.ends_with(' '))
      listed += ' ';
  }
  std::string_view rest = listed;
  for (const std::string_view blank : {" ", "\u00A0", " ", "\u00A0"}) {
    while (rest.starts_with(blank)) rest.remove_prefix(blank.size());
    while (rest.ends_with(blank)) rest.remove_suffix(blank.size());
  }
  return std::string(rest);
}

bool is_same_listed(std::string_view a, std::string_view b) {
  return as_listed(a) == as_listed(b);
}

}  // namespace kam
