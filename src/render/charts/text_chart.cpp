#include "render/charts/text_chart.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kam/unicode/invisible.hpp"
#include "kam/unicode/orders.hpp"
#include "kam/unicode/unicode.hpp"
#include "render/cells.hpp"
#include "render/charts/plane.hpp"
#include "render/charts/text_chart_parts.hpp"

namespace kam {

namespace {

constexpr int kNarrowestPicture = 24;  // below, what goes beyond the width is cut off

// ---- every text made safe, so that drawing need not think of it ----

void make_safe(std::string& text) {
  text = escape_for_terminal(text);
}
void make_safe(std::vector<std::string>& texts) {
  for (auto& text : texts) make_safe(text);
}
void make_safe(Tick& tick) {
  make_safe(tick.label);
}
void make_safe(Axis& axis) {
  make_safe(axis.title);
  for (auto& tick : axis.ticks) make_safe(tick);
}

struct DrawSafely {
  int width;

  TextLines operator()(ScatterChart chart) const {
    make_safe(chart.x);
    make_safe(chart.y);
    for (auto& point : chart.points) {
      make_safe(point.label);
      make_safe(point.sign);
      make_safe(point.details);
    }
    if (chart.cross) {
      make_safe(chart.cross->x);
      make_safe(chart.cross->y);
    }
    for (auto& name : chart.quadrants) make_safe(name);
    return draw_text_scatter(chart, width);
  }
  TextLines operator()(BarChart chart) const {
    make_safe(chart.values);
    make_safe(chart.series);
    for (auto& group : chart.groups) {
      make_safe(group.label);
      make_safe(group.texts);
    }
    return draw_text_bars(chart, width);
  }
  TextLines operator()(LineChart chart) const {
    make_safe(chart.x);
    make_safe(chart.y);
    for (auto& series : chart.series) {
      make_safe(series.name);
      for (auto& point : series.points) make_safe(point.details);
    }
    for (auto& level : chart.levels) make_safe(level);
    return draw_text_lines(chart, width);
  }
  TextLines operator()(FunnelChart chart) const {
    for (auto& stage : chart.stages) {
      make_safe(stage.label);
      make_safe(stage.text);
    }
    return draw_text_funnel(chart, width);
  }
};

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

constexpr int kLines = 17;
constexpr std::size_t kMarkedAtMost = 60;  // points; more would hide their line
constexpr std::size_t kListedAtMost = 12;

// Told apart without colour.
struct LineStyle {
  std::string_view mark;
  std::string_view level;
  std::string_view upright;
};
constexpr std::array<LineStyle, 3> kStyles{LineStyle{"█", "─", "│"}, LineStyle{"▌", "┈", "┊"},
                                           LineStyle{"░", "·", "·"}};

const LineStyle& style_of(std::size_t series) {
  return kStyles.at(series % kStyles.size());
}

// By column and line.
std::vector<Spot> spots_of(const LineChart& chart, const LineSeries& series, const Canvas& canvas) {
  std::vector<Spot> spots;
  for (const auto& point : series.points)
    spots.push_back({step_on(chart.x, point.x, canvas.width()),
                     canvas.height() - 1 - step_on(chart.y, point.y, canvas.height())});
  return spots;
}

// Level where it can be, upright where it climbs or falls by more than a line.
void draw_stroke(Canvas& canvas, Spot from, Spot to, const LineStyle& style) {
  int before = from.y;
  for (int column = from.x; column <= to.x; ++column) {
    const int line = place_between(column, from.x, to.x, from.y, to.y);
    const int target = from.x == to.x ? to.y : line;
    for (int between = std::min(before, target) + 1; between < std::max(before, target); ++between)
      canvas.put(column, between, style.upright);
    canvas.put(column, target, style.level);
    before = target;
  }
}

// The marks of two lines at one place stand side by side.
class Marks {
 public:
  explicit Marks(Canvas& canvas) : canvas_(canvas), owners_(cell_index(0, canvas.height(), canvas.width())) {}

  void put(Spot spot, std::size_t series) {
    for (const int aside : {0, 1, -1, 2, -2}) {
      const int column = spot.x + aside;
      if (column < 0 || column >= canvas_.width()) continue;
      auto& owner = owners_.at(cell_index(column, spot.y, canvas_.width()));
      if (owner != 0 && owner != series + 1) continue;
      owner = series + 1;
      canvas_.put(column, spot.y, style_of(series).mark);
      return;
    }
  }

 private:
  Canvas& canvas_;
  std::vector<std::size_t> owners_;  // 0: nobody
};

void draw_series(Canvas& canvas, const LineChart& chart) {
  for (std::size_t i = chart.series.size(); i-- > 0;) {  // the first over the others
    const auto spots = spots_of(chart, chart.series[i], canvas);
    for (std::size_t k = 1; k < spots.size(); ++k) draw_stroke(canvas, spots[k - 1], spots[k], style_of(i));
  }
  Marks marks(canvas);
  for (std::size_t i = 0; i < chart.series.size(); ++i)
    if (chart.series[i].points.size() <= kMarkedAtMost)
      for (const auto& spot : spots_of(chart, chart.series[i], canvas)) marks.put(spot, i);
}

// The levels' names, each behind its line; those of one line share it.
TextLines level_names(const LineChart& chart) {
  TextLines names(kLines);
  for (const Tick& level : chart.levels) {
    auto& name = names.at(static_cast<std::size_t>(kLines - 1 - step_on(chart.y, level.at, kLines)));
    name += (name.empty() ? "" : ", ") + level.label;
  }
  return names;
}

// Which mark is whose, and where they are few the values in words.
TextLines list_series(const LineChart& chart, int width) {
  TextLines lines;
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const auto& series = chart.series[i];
    std::string details;
    if (series.points.size() <= kListedAtMost)
      for (const auto& point : series.points)
        if (!point.details.empty()) details += (details.empty() ? "" : " · ") + point.details;
    if (chart.series.size() == 1 && details.empty()) continue;
    const auto head = fmt::format("{} {}", style_of(i).mark, series.name);
    append(lines, wrap_text(details.empty() ? head : fmt::format("{}: {}", head, details), width, 2));
  }
  return lines;
}

}  // namespace

std::vector<std::string> draw_chart(const Chart& chart, int width) {
  const int columns = std::clamp(width, kNarrowestPicture, kWidestPicture);
  TextLines lines = std::visit(DrawSafely{columns}, chart.picture);
  for (auto& line : lines) {
    line.resize(line.find_last_not_of(' ') + 1);
    line = cut_to_width(disarm(line), width);
  }
  while (!lines.empty() && lines.back().empty()) lines.pop_back();
  return lines;
}

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

TextLines draw_text_lines(const LineChart& chart, int width) {
  if (std::ranges::all_of(chart.series, [](const auto& series) { return series.points.empty(); })) return {};
  const auto labels = upright_labels(chart.y, {}, kLines);
  const auto names = level_names(chart);
  const Frame frame{chart.x, {}, margin_of(labels, width)};
  int names_room = 0;  // with the blank before
  for (const auto& name : names)
    if (!name.empty()) names_room = std::max(names_room, std::min(display_width(name) + 1, width / 3));
  Canvas canvas(width - frame.margin - 1 - names_room, kLines);
  for (const Tick& level : chart.levels)
    for (int column = 0; column < canvas.width(); ++column)
      canvas.put(column, kLines - 1 - step_on(chart.y, level.at, kLines), "┈");
  draw_series(canvas, chart);
  TextLines lines;
  if (!chart.y.title.empty()) lines.push_back(cut_to_width(chart.y.title, width));
  for (int line = 0; line < kLines; ++line) {
    const auto index = static_cast<std::size_t>(line);
    const auto name = names[index].empty() ? std::string() : ' ' + cut_to_width(names[index], names_room - 1);
    lines.push_back(framed_line(frame, labels[index], canvas.line(line) + name));
  }
  append(lines, frame_floor(frame, canvas.width()));
  if (const auto list = list_series(chart, width); !list.empty()) {
    lines.emplace_back();
    append(lines, list);
  }
  return lines;
}

}  // namespace kam
