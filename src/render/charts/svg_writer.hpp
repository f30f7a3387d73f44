#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "render/charts/plane.hpp"

namespace kam {

// Tenths of a pixel as SVG writes them: `12`, `12.5`.
std::string pixels(int tenths);

inline constexpr int kPixel = 10;
inline constexpr int kTextSize = 12;   // of labels, in pixels
inline constexpr int kSmallSize = 11;  // of axes and remarks
inline constexpr int kTitleSize = 16;

enum class Anchor { start, middle, end };

// Writes SVG elements, one a line. Classes are those of `svg_style_sheet`.
class SvgWriter {
 public:
  // `spot` is on the base line.
  void text(Spot spot, Anchor anchor, std::string_view css_class, std::string_view content);
  void line(const Stroke& stroke, std::string_view css_class);
  // With a tooltip where `details` is not empty.
  void box(const Box& box, std::string_view css_class, std::string_view details = {});
  void circle(const Bubble& bubble, std::string_view css_class, std::string_view details = {});
  void path(const std::vector<Spot>& spots, std::string_view css_class);

  const std::string& body() const { return body_; }

 private:
  void shape(std::string_view element, std::string_view details);

  std::string body_;
};

// Broken at blanks into lines that are estimated to fit; a word that does not is cut.
std::vector<std::string> wrap_to_estimate(std::string_view text, int font_size, int width);

}  // namespace kam
