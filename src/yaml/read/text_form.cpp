#include "kam/yaml/text_form.hpp"

#include "kam/yaml/byte_problem.hpp"

namespace kam {

TextForm form_of(std::string_view bytes) {
  TextForm form;
  form.mark = size_of_mark(bytes) > 0;
  std::size_t breaks = 0;
  std::size_t returns = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\n') continue;
    ++breaks;
    if (i > 0 && bytes[i - 1] == '\r') ++returns;
  }
  using LineEnds = TextForm::LineEnds;
  if (returns > 0) form.ends = returns == breaks ? LineEnds::crlf : LineEnds::mixed;
  return form;
}

std::string plain_text(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t i = size_of_mark(bytes); i < bytes.size(); ++i)
    if (!bytes.substr(i).starts_with("\r\n")) text += bytes[i];
  return text;
}

std::string in_form(TextForm form, std::string_view text) {
  std::string bytes = form.mark ? "\xEF\xBB\xBF" : "";
  for (const char c : text) {
    if (c == '\n' && form.ends == TextForm::LineEnds::crlf) bytes += '\r';
    bytes += c;
  }
  return bytes;
}

}  // namespace kam
