#include "report/matrix.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/text/messages.hpp"
#include "kam/unicode/unicode.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"

namespace kam {

namespace {

constexpr int kWidth = 61;   // columns from one end of the axis to the other
constexpr int kHeight = 17;  // lines likewise

// One character cell each; a cell holds one code point of width one, or nothing behind a wide one.
class Canvas {
 public:
  Canvas() { cells_.fill(" "); }

  void put(int column, int line, std::string_view text) { at(column, line) = text; }

  // Writes ASCII, where nothing but blanks and lines is overwritten.
  bool try_write(int column, int line, std::string_view text) {
    if (column < 0 || line < 0 || line >= kHeight || column + static_cast<int>(text.size()) > kWidth)
      return false;
    for (int i = -1; i <= static_cast<int>(text.size()); ++i)
      if (is_taken(column + i, line)) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      at(column + static_cast<int>(i), line) = text.substr(i, 1);
      taken_[index(column + static_cast<int>(i), line)] = true;
    }
    return true;
  }

  std::string line(int number) const {
    std::string text;
    for (int column = 0; column < kWidth; ++column) text += cells_[index(column, number)];
    const auto last = text.find_last_not_of(' ');
    return last == std::string::npos ? std::string{} : text.substr(0, last + 1);
  }

 private:
  static std::size_t index(int column, int line) {
    return static_cast<std::size_t>(line) * kWidth + static_cast<std::size_t>(column);
  }
  std::string& at(int column, int line) { return cells_[index(column, line)]; }
  bool is_taken(int column, int line) const {
    return column >= 0 && column < kWidth && taken_[index(column, line)];
  }

  std::array<std::string, static_cast<std::size_t>(kWidth* kHeight)> cells_;
  std::array<bool, static_cast<std::size_t>(kWidth* kHeight)> taken_{};
};

// Where `value` lies on the axis, as a step of `steps`.
int step_on(const Axis& axis, double value, int steps) {
  const double share = std::clamp((value - axis.from) / (axis.to - axis.from), 0.0, 1.0);
  return static_cast<int>(std::lround(share * (steps - 1)));
}
int column_of(const ScatterChart& chart, double value) {
  return step_on(chart.x, value, kWidth);
}
int line_of(const ScatterChart& chart, double value) {
  return kHeight - 1 - step_on(chart.y, value, kHeight);
}

void draw_cross(Canvas& canvas, const ScatterChart& chart) {
  if (!chart.cross) return;
  const int cross_column = column_of(chart, chart.cross->x.at);
  const int cross_line = line_of(chart, chart.cross->y.at);
  for (int line = 0; line < kHeight; ++line) canvas.put(cross_column, line, "┊");
  for (int column = 0; column < kWidth; ++column) canvas.put(column, cross_line, "┈");
  canvas.put(cross_column, cross_line, "┼");
}

// The nearest free place to the point, nearer ones first; false where the neighbourhood is full.
bool place_number(Canvas& canvas, int column, int line, const std::string& number) {
  column = std::min(column, kWidth - static_cast<int>(number.size()));
  for (int distance = 0; distance < kHeight; ++distance)
    for (const int down : {0, -distance, distance})
      for (const int side : {0, 2 * distance, -2 * distance})
        if (canvas.try_write(column + side, line + down, number)) return true;
  return false;
}

// Cuts and pads to a number of columns.
std::string fit(std::string_view text, int width) {
  auto fitted = cut_to_width(text, width);
  fitted.append(static_cast<std::size_t>(std::max(0, width - display_width(fitted))), ' ');
  return fitted;
}

// The names of two neighbouring fields, each from where its field begins.
std::string field_names(const ScatterChart& chart, std::string_view left, std::string_view right) {
  const int cross_column = chart.cross ? column_of(chart, chart.cross->x.at) : 0;
  const auto text =
      fit(left, std::max(0, cross_column - 1)) + "  " + cut_to_width(right, kWidth - cross_column);
  const auto last = text.find_last_not_of(' ');
  return text.substr(0, last + 1);
}

// Of an axis of numbers its ends are labelled, of one of words every tick.
enum class Ticks { ends, all };

int margin_width(const Axis& axis) {
  int width = 3;
  for (const auto& tick : axis.ticks) width = std::max(width, display_width(tick.label));
  return width;
}

std::string margin_of(const ScatterChart& chart, int line, Ticks ticks) {
  std::string_view label;
  for (const auto& tick : chart.y.ticks)
    if (line_of(chart, tick.at) == line && (ticks == Ticks::all || line == 0 || line == kHeight - 1))
      label = tick.label;
  const int room = margin_width(chart.y) - display_width(label);
  return fmt::format("{}{} ", std::string(static_cast<std::size_t>(room), ' '), label);
}

struct Drawn {
  Drawing drawing;
  std::vector<std::string> crowded_out;
};

// The chart in characters: each point as its sign.
Drawn draw(const Chart& chart, const ScatterChart& scatter, Ticks ticks = Ticks::ends) {
  Drawn drawn;
  Canvas canvas;
  draw_cross(canvas, scatter);
  for (const auto& point : scatter.points)
    if (!place_number(canvas, column_of(scatter, point.x), line_of(scatter, point.y), point.sign))
      drawn.crowded_out.push_back(point.label);
  const std::string margin(static_cast<std::size_t>(margin_width(scatter.y)) + 1, ' ');
  const bool fields_named =
      std::ranges::any_of(scatter.quadrants, [](const auto& name) { return !name.empty(); });
  auto& lines = drawn.drawing.lines;
  drawn.drawing.alternative = chart.title;
  lines.push_back(scatter.y.title);
  if (fields_named)
    lines.push_back(margin + " " + field_names(scatter, scatter.quadrants[0], scatter.quadrants[1]));
  for (int line = 0; line < kHeight; ++line)
    lines.push_back(margin_of(scatter, line, ticks) + "│" + canvas.line(line));
  std::string axis = margin + "└";
  for (int column = 0; column < kWidth; ++column) axis += "─";
  lines.push_back(axis);
  if (fields_named)
    lines.push_back(margin + " " + field_names(scatter, scatter.quadrants[2], scatter.quadrants[3]));
  const auto end = scatter.x.ticks.empty() ? std::string() : scatter.x.ticks.back().label;
  const int room = kWidth - 2 - display_width(end) - display_width(scatter.x.title);
  lines.push_back(margin + " 0" + fit("", room) + scatter.x.title + " " + end);
  return drawn;
}

void add_names(Document& document, Msg message, const std::vector<std::string>& names) {
  if (names.empty()) return;
  const auto sentence = say(message, document.language, {fmt::format("{}", fmt::join(names, ", "))});
  document.blocks.emplace_back(plain_paragraph(sentence, Tone::muted));
}

std::vector<std::string> names_not_drawn(const Chart& chart) {
  std::vector<std::string> names;
  for (const auto& part : chart.not_drawn) names.insert(names.end(), part.names.begin(), part.names.end());
  return names;
}

// What the numbers stand for.
Table legend(const View& view, const ScatterChart& matrix, std::string caption, Column named) {
  Table table;
  table.caption = std::move(caption);
  table.columns = {number_column("number", field_label(view, "rank")), std::move(named)};
  for (const auto& point : matrix.points) table.rows.push_back({Text{point.sign, {}}, Text{point.label, {}}});
  return table;
}

}  // namespace

void add_matrix(Document& document, const View& view, std::span<const std::size_t> accounts) {
  const Chart chart = portfolio_chart(view, accounts);
  auto drawn = draw(chart, std::get<ScatterChart>(chart.picture));
  document.blocks.emplace_back(Heading{2, chart.title});
  document.blocks.emplace_back(std::move(drawn.drawing));
  add_names(document, Msg::matrix_not_placed, names_not_drawn(chart));
  add_names(document, Msg::matrix_no_room, drawn.crowded_out);
}

void add_priorities(Document& document, const AccountView& of) {
  document.blocks.emplace_back(Heading{2, say(Msg::chart_priorities, of.view.language)});
  const auto chart = priorities_chart(of);
  if (!chart) {
    document.blocks.emplace_back(plain_paragraph(say(Msg::nothing_rated, of.view.language), Tone::muted));
    return;
  }
  const auto& matrix = std::get<ScatterChart>(chart->picture);
  auto drawn = draw(*chart, matrix);
  document.blocks.emplace_back(std::move(drawn.drawing));
  document.blocks.emplace_back(legend(of.view, matrix, field_label(of.view, "requirements"),
                                      text_column("requirement", field_label(of.view, "requirement"))));
  add_names(document, Msg::not_yet_rated, names_not_drawn(*chart));
  add_names(document, Msg::matrix_no_room, drawn.crowded_out);
}

void add_people(Document& document, const AccountView& of) {
  const Language language = of.view.language;
  document.blocks.emplace_back(Heading{2, say(Msg::chart_people, language)});
  std::vector<std::string> unknown;
  const auto chart = people_chart(of);
  if (chart) {
    const auto& map = std::get<ScatterChart>(chart->picture);
    auto drawn = draw(*chart, map, Ticks::all);
    document.blocks.emplace_back(std::move(drawn.drawing));
    Table names = legend(of.view, map, field_label(of.view, "contacts"),
                         text_column("name", say(Msg::report_name, language)));
    names.columns.push_back(text_column("details", say(Msg::chart_details, language)));
    for (std::size_t i = 0; i < names.rows.size(); ++i)
      names.rows[i].emplace_back(Text{map.points[i].details, {}});
    document.blocks.emplace_back(std::move(names));
    unknown = names_not_drawn(*chart);
    add_names(document, Msg::matrix_no_room, drawn.crowded_out);
  } else {
    for (const auto& contact : of.account.contacts) unknown.push_back(contact.name);
    if (unknown.empty())
      document.blocks.emplace_back(plain_paragraph(say(Msg::people_none, language), Tone::muted));
  }
  add_names(document, Msg::people_not_placed, unknown);
}

}  // namespace kam
