#include "render/charts/chart_parts.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kam {

std::string not_drawn_text(const NotDrawn& part) {
  if (part.names.empty()) return part.reason;
  return fmt::format("{}: {}", part.reason, fmt::join(part.names, ", "));
}

std::string chart_in_words(const Chart& chart) {
  std::string words = chart.alternative;
  for (const auto& part : chart.not_drawn)
    words += fmt::format("{}{}.", words.empty() ? "" : " ", not_drawn_text(part));
  return words;
}

}  // namespace kam
