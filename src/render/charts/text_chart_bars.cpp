#include <algorithm>
#include <array>

#include "kam/unicode/unicode.hpp"
#include "render/cells.hpp"
#include "render/charts/plane.hpp"
#include "render/charts/text_chart_parts.hpp"

namespace kam {

namespace {

constexpr int kBesideFrom = 60;  // columns; in fewer a name stands over its bars
constexpr int kShortestBar = 4;
constexpr std::size_t kStageLines = 2;
// Told apart without colour: full, striped, shaded.
constexpr std::array<std::string_view, 3> kFillings{"█", "▌", "░"};

std::string_view filling(std::size_t series) {
  return kFillings.at(series % kFillings.size());
}

int widest(const TextLines& texts) {
  int width = 0;
  for (const auto& text : texts) width = std::max(width, display_width(text));
  return width;
}

struct Room {
  bool beside = false;
  int name = 0;  // with the blank behind it
  int bar = 0;
  int text = 0;
};

Room divide(const TextLines& names, const TextLines& texts, int width) {
  Room room;
  room.beside = width >= kBesideFrom;
  room.name = room.beside ? std::min(widest(names), width * 3 / 7) + 1 : 0;
  room.text = std::min(widest(texts), width / 3);
  room.bar = std::max(kShortestBar, width - room.name - room.text - 2);
  return room;
}

// What is above the axis's beginning is seen, however little it is.
std::string draw_value(const Axis& axis, double value, std::size_t series, int room) {
  const int least = value > axis.from ? 1 : 0;
  return repeated(filling(series), std::max(least, place_between(value, axis.from, axis.to, 0, room)));
}

std::string text_of(const BarGroup& group, std::size_t series) {
  return series < group.texts.size() ? group.texts[series] : std::string(kUnknownSign);
}

// At most so many lines; the last one says where there is more.
TextLines wrap_name(std::string_view name, int width, std::size_t most) {
  TextLines lines = wrap_text(name, width);
  if (lines.size() <= most) return lines;
  lines[most - 1] = cut_to_width(lines[most - 1] + ' ' + lines[most], width);
  lines.resize(most);
  return lines;
}

TextLines draw_group(const BarChart& chart, const BarGroup& group, const Room& room, int width) {
  TextLines names;
  TextLines lines;
  if (room.beside)
    names = wrap_name(group.label, room.name - 1, chart.series.size());
  else
    lines = wrap_text(group.label, width);
  names.resize(chart.series.size());
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const bool known = i < group.values.size() && group.values[i].has_value();
    const auto bar = known ? draw_value(chart.values, *group.values[i], i, room.bar) : std::string();
    lines.push_back(fit_left(names[i], room.name).append("│").append(bar).append(bar.empty() ? "" : " "));
    lines.back() += cut_to_width(text_of(group, i), room.text);
  }
  return lines;
}

// A bar as high as the stages' names are, so that all are.
TextLines draw_stage(const TextLines& name, const std::string& bar, const std::string& text, const Room& room,
                     std::size_t height) {
  TextLines lines;
  for (std::size_t i = 0; i < height; ++i)
    lines.push_back(fit_left(i < name.size() ? name[i] : "", room.name) + fit_left(bar, room.bar) + ' ' +
                    fit_right(i == 0 ? text : "", room.text));
  return lines;
}

}  // namespace

TextLines draw_text_bars(const BarChart& chart, int width) {
  if (chart.groups.empty() || chart.series.empty()) return {};
  TextLines names;
  TextLines texts;
  for (const auto& group : chart.groups) {
    names.push_back(group.label);
    for (std::size_t i = 0; i < chart.series.size(); ++i) texts.push_back(text_of(group, i));
  }
  const Room room = divide(names, texts, width);
  TextLines lines;
  if (chart.series.size() > 1) {
    std::string legend;
    for (std::size_t i = 0; i < chart.series.size(); ++i)
      legend += repeated(filling(i), 3) + ' ' + chart.series[i] + blanks(3);
    append(lines, wrap_text(legend, width));
  }
  for (const auto& group : chart.groups) append(lines, draw_group(chart, group, room, width));
  append(lines, frame_floor({chart.values, {}, room.name}, room.bar));
  return lines;
}

TextLines draw_text_funnel(const FunnelChart& chart, int width) {
  TextLines names;
  TextLines texts;
  double largest = 0;
  for (const auto& stage : chart.stages) {
    names.push_back(stage.label);
    texts.push_back(stage.text);
    largest = std::max(largest, stage.value);
  }
  const Room room = divide(names, texts, width);
  std::vector<TextLines> wrapped;
  std::size_t height = 1;
  for (const auto& name : names) {
    wrapped.push_back(room.beside ? wrap_name(name, room.name - 1, kStageLines) : TextLines{});
    height = std::max(height, wrapped.back().size());
  }
  TextLines lines;
  for (std::size_t i = 0; i < chart.stages.size(); ++i) {
    const FunnelStage& stage = chart.stages[i];
    const int half =
        stage.value > 0 ? std::max(1, place_between(stage.value, 0, largest, 0, room.bar / 2)) : 0;
    const auto bar = blanks(room.bar / 2 - half) + repeated(kFillings.front(), 2 * half);
    if (!room.beside) append(lines, wrap_text(stage.label, width));
    append(lines, draw_stage(wrapped[i], bar, stage.text, room, height));
  }
  return lines;
}

}  // namespace kam
