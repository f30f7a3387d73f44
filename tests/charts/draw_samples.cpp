// Writes the sample charts into a directory, for judges that are not ours.
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "kam/render/render.hpp"
#include "samples.hpp"

int main(int count, char** arguments) {
  if (count != 2) return std::fputs("usage: kam_draw_samples DIR\n", stderr), 2;
  const std::filesystem::path directory = arguments[1];
  for (const auto& chart : kam::sample_charts()) {
    std::ofstream(directory / (chart.id + ".svg"), std::ios::binary) << kam::render_svg(chart);
    int number = 0;
    for (const auto& diagram : kam::render_mermaid(chart))
      std::ofstream(directory / (chart.id + '-' + std::to_string(++number) + ".mmd"), std::ios::binary)
          << diagram;
  }
  return 0;
}
