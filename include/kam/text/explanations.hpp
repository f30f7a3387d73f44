#pragma once

#include <optional>
#include <string_view>

#include "kam/text/labels.hpp"

namespace kam {

// How high an example rates, whatever the portfolio's scale.
enum class ExampleLevel { middle, high, top };

// What a dialogue says to explain a built-in catalogue entry.
struct EntryExplanation {
  std::string_view low;      // what a rating of 0 means; of a kind of potential, what belongs to it
  std::string_view high;     // what the highest rating means; of a kind of potential empty
  std::string_view example;  // what an example of `rating` says; of a kind of potential the title of one
  ExampleLevel importance = ExampleLevel::top;  // in the example of a requirement
  ExampleLevel rating = ExampleLevel::high;     // of a requirement its fulfilment
};

// Nothing for entries that are not built in.
std::optional<EntryExplanation> explain_entry(Vocabulary vocabulary, std::string_view id, Language language);

// A whole number below `scale` unless the level is `top`.
double rating_at(ExampleLevel level, double scale);

}  // namespace kam
