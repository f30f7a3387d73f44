#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "kam/interview/questions.hpp"

namespace kam {

// What a line of input means as an answer that is given on one line.
struct Misunderstood {
  std::string sentence;  // what would be right, in words
};
using ParsedAnswer = std::variant<Answer, Misunderstood>;

// `line` is without blanks at its ends and not empty. Numbers have a decimal comma or point; amounts may be
// grouped as the language does it. A rating keeps the reason that it has where none is given; of importance
// and fulfilment what is not given stays absent.
ParsedAnswer parse_answer(const Question& question, const std::string& line, const Known& known,
                          const Settings& settings, Language language);

// A number of kam's form, with a comma as well as a point.
std::optional<double> parse_decimal(std::string_view text);

// `1.250.000`, `1250000,50`, `1250000`: grouped, if at all, in threes throughout.
std::optional<double> parse_grouped(std::string_view text, Language language);

// `30.6.2027` and `2027-06-30`.
std::optional<Date> parse_typed_date(std::string_view text);

// A text without the `\` that says that the sign behind it belongs to it. Misunderstood where it begins with
// a sign all the same.
std::variant<std::string, Misunderstood> parse_typed_text(const std::string& line, Language language);

}  // namespace kam
