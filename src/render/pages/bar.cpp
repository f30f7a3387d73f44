#include "render/pages/bar.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace kam {

namespace {

constexpr int kEighths = 8;
constexpr std::array<std::string_view, kEighths> kPartial{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

}  // namespace

std::string draw_bar(double score) {
  // Rounded down, so that only a full score fills the bar; 1e-9 is scoring's tolerance.
  const double eighths = std::floor(score / 100 * kBarWidth * kEighths + 1e-9);
  const int filled = static_cast<int>(std::clamp<double>(eighths, 0, kBarWidth * kEighths));
  std::string bar;
  for (int cell = 0; cell < filled / kEighths; ++cell) bar += "█";
  const int rest = filled % kEighths;
  bar += kPartial.at(static_cast<std::size_t>(rest));
  for (int cell = filled / kEighths + (rest > 0 ? 1 : 0); cell < kBarWidth; ++cell) bar += "░";
  return bar;
}

}  // namespace kam
