#include "render/charts/svg_writer.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "render/charts/glyph_widths.hpp"
#include "render/escape_xml.hpp"

namespace kam {

namespace {

constexpr std::string_view anchor_name(Anchor anchor) {
  switch (anchor) {
    case Anchor::middle:
      return "middle";
    case Anchor::end:
      return "end";
    case Anchor::start:
      break;
  }
  return "start";
}

}  // namespace

std::string pixels(int tenths) {
  const int size = tenths < 0 ? -tenths : tenths;
  const std::string_view sign = tenths < 0 ? "-" : "";
  if (size % 10 == 0) return fmt::format("{}{}", sign, size / 10);
  return fmt::format("{}{}.{}", sign, size / 10, size % 10);
}

void SvgWriter::text(Spot spot, Anchor anchor, std::string_view css_class, std::string_view content) {
  if (content.empty()) return;
  const std::string place =
      anchor == Anchor::start ? "" : fmt::format(R"( text-anchor="{}")", anchor_name(anchor));
  body_ += fmt::format("<text class=\"{}\" x=\"{}\" y=\"{}\"{}>{}</text>\n", css_class, pixels(spot.x),
                       pixels(spot.y), place, escape_xml(content));
}

void SvgWriter::line(const Stroke& stroke, std::string_view css_class) {
  body_ +=
      fmt::format("<line class=\"{}\" x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"/>\n", css_class,
                  pixels(stroke.from.x), pixels(stroke.from.y), pixels(stroke.to.x), pixels(stroke.to.y));
}

void SvgWriter::shape(std::string_view element, std::string_view details) {
  if (details.empty()) {
    body_ += fmt::format("<{}/>\n", element);
    return;
  }
  const auto name = element.substr(0, element.find(' '));
  body_ += fmt::format("<{}><title>{}</title></{}>\n", element, escape_xml(details), name);
}

void SvgWriter::box(const Box& box, std::string_view css_class, std::string_view details) {
  shape(fmt::format(R"(rect class="{}" x="{}" y="{}" width="{}" height="{}")", css_class, pixels(box.left),
                    pixels(box.top), pixels(box.width()), pixels(box.height())),
        details);
}

void SvgWriter::circle(const Bubble& bubble, std::string_view css_class, std::string_view details) {
  shape(fmt::format(R"(circle class="{}" cx="{}" cy="{}" r="{}")", css_class, pixels(bubble.center.x),
                    pixels(bubble.center.y), pixels(bubble.radius)),
        details);
}

void SvgWriter::path(const std::vector<Spot>& spots, std::string_view css_class) {
  if (spots.size() < 2) return;
  std::vector<std::string> places;
  for (const Spot spot : spots) places.push_back(fmt::format("{},{}", pixels(spot.x), pixels(spot.y)));
  body_ += fmt::format("<polyline class=\"{}\" points=\"{}\"/>\n", css_class, fmt::join(places, " "));
}

std::vector<std::string> wrap_to_estimate(std::string_view text, int font_size, int width) {
  std::vector<std::string> lines;
  std::string line;
  const auto keep = [&] {
    if (!line.empty()) lines.push_back(cut_to_estimate(line, font_size, width));
  };
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    const std::string word(text.substr(start, end - start));
    start = end + 1;
    if (word.empty()) continue;
    const std::string longer = line.empty() ? word : fmt::format("{} {}", line, word);
    if (!line.empty() && estimate_text_width(longer, font_size) > width) {
      keep();
      line = word;
    } else {
      line = longer;
    }
  }
  keep();
  return lines;
}

}  // namespace kam
