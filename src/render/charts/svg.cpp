#include <fmt/format.h>

#include "kam/render/render.hpp"
#include "render/charts/chart_parts.hpp"
#include "render/charts/glyph_widths.hpp"
#include "render/charts/svg_parts.hpp"
#include "render/escape_xml.hpp"

namespace kam {

namespace {

// Written out twice rather than with variables, which several viewers of SVG do not know. Every text has a
// contrast of at least 4.5 to 1 with its ground, every mark of at least 3 to 1 (WCAG 2, AA). The ground is
// drawn, as nobody knows on which one the picture is shown.
constexpr std::string_view kStyle =
    R"(.kam-chart text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;font-size:12px;fill:#1f2328}
.kam-chart .title{font-size:16px;font-weight:600}
.kam-chart .axis{font-weight:600}
.kam-chart .small{font-size:11px;fill:#57606a}
.kam-chart .quadrant{fill:#57606a;font-style:italic}
.kam-chart .halo{paint-order:stroke;stroke:#ffffff;stroke-width:3px;stroke-linejoin:round}
.kam-chart .paper{fill:#ffffff}
.kam-chart .frame{fill:none;stroke:#8c959f}
.kam-chart .grid{stroke:#e4e8ec}
.kam-chart .cross{stroke:#57606a;stroke-dasharray:5 4}
.kam-chart .leader{stroke:#6e7781}
.kam-chart .bubble{fill:#0969da;fill-opacity:.2;stroke:#0550ae;stroke-width:1.5}
.kam-chart .hollow{fill-opacity:0;stroke-dasharray:3 2}
.kam-chart .bar{stroke-width:1.5}
.kam-chart .bar0{fill:#0969da;stroke:#0969da}
.kam-chart .bar1{fill:#ffffff;stroke:#bc4c00}
.kam-chart .bar2{fill:#6e7781;stroke:#6e7781}
.kam-chart .curve{fill:none;stroke-width:2}
.kam-chart .curve0{stroke:#0969da}
.kam-chart .curve1{stroke:#bc4c00;stroke-dasharray:7 4}
.kam-chart .curve2{stroke:#6e7781;stroke-dasharray:2 3}
.kam-chart .dot0{fill:#0969da}
.kam-chart .dot1{fill:#bc4c00}
.kam-chart .dot2{fill:#6e7781}
@media screen and (prefers-color-scheme:dark){
.kam-chart text{fill:#e6edf3}
.kam-chart .small,.kam-chart .quadrant{fill:#9da7b3}
.kam-chart .halo{stroke:#0d1117}
.kam-chart .paper{fill:#0d1117}
.kam-chart .frame{stroke:#6e7681}
.kam-chart .grid{stroke:#21262d}
.kam-chart .cross,.kam-chart .leader{stroke:#8b949e}
.kam-chart .bubble{fill:#58a6ff;stroke:#79c0ff}
.kam-chart .bar0{fill:#58a6ff;stroke:#58a6ff}
.kam-chart .bar1{fill:#0d1117;stroke:#f0883e}
.kam-chart .bar2{fill:#8b949e;stroke:#8b949e}
.kam-chart .curve0{stroke:#58a6ff}
.kam-chart .curve1{stroke:#f0883e}
.kam-chart .curve2{stroke:#8b949e}
.kam-chart .dot0{fill:#58a6ff}
.kam-chart .dot1{fill:#f0883e}
.kam-chart .dot2{fill:#8b949e}
}
)";

constexpr std::size_t kRemarkLines = 3;

struct DrawPicture {
  SvgWriter& svg;

  int operator()(const ScatterChart& chart) const { return draw_scatter(svg, chart); }
  int operator()(const BarChart& chart) const { return draw_bars(svg, chart); }
  int operator()(const LineChart& chart) const { return draw_lines(svg, chart); }
  int operator()(const FunnelChart& chart) const { return draw_funnel(svg, chart); }
};

// The names that do not fit into three lines are counted; all of them stand in the description.
std::vector<std::string> remark_lines(const NotDrawn& part) {
  constexpr int kWidth = kPictureWidth - 2 * kMargin;
  auto lines = wrap_to_estimate(not_drawn_text(part), kSmallSize, kWidth);
  NotDrawn fewer = part;
  while (lines.size() > kRemarkLines && fewer.names.size() > 1) {
    fewer.names.pop_back();
    const auto text = fmt::format("{}, … +{}", not_drawn_text(fewer), part.names.size() - fewer.names.size());
    lines = wrap_to_estimate(text, kSmallSize, kWidth);
  }
  return lines;
}

int draw_remarks(SvgWriter& svg, const Chart& chart, int top) {
  if (!chart.not_drawn.empty()) top += kLineStep / 2;
  for (const auto& part : chart.not_drawn)
    for (const auto& line : remark_lines(part)) {
      top += kLineStep;
      svg.text({kMargin, top}, Anchor::start, "small", line);
    }
  return top;
}

}  // namespace

std::string_view svg_style_sheet() {
  return kStyle;
}

std::string render_svg(const Chart& chart, SvgStyle style) {
  SvgWriter svg;
  svg.text({kMargin, 24 * kPixel}, Anchor::start, "title",
           cut_to_estimate(chart.title, kTitleSize + 1, kPictureWidth - 2 * kMargin));  // bold is wider
  const int body_end = std::visit(DrawPicture{svg}, chart.picture);
  const int height = draw_remarks(svg, chart, body_end) + kMargin;
  const auto size = fmt::format("{} {}", pixels(kPictureWidth), pixels(height));
  const auto id = escape_xml(chart.id);
  std::string out = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kam-chart\" role=\"img\" width=\"{}\" height=\"{}\" "
      "viewBox=\"0 0 {}\" aria-labelledby=\"{}-title {}-desc\">\n",
      pixels(kPictureWidth), pixels(height), size, id, id);
  out += fmt::format("<title id=\"{}-title\">{}</title>\n", id, escape_xml(chart.title));
  out += fmt::format("<desc id=\"{}-desc\">{}</desc>\n", id, escape_xml(chart_in_words(chart)));
  if (style == SvgStyle::embedded) out += fmt::format("<style>\n{}</style>\n", kStyle);
  out += fmt::format("<rect class=\"paper\" width=\"{}\" height=\"{}\"/>\n", pixels(kPictureWidth),
                     pixels(height));
  out += svg.body();
  return out + "</svg>\n";
}

}  // namespace kam
