#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace kam {

// A picture, as plain values before any format. Every text in it is written for people already: the builder
// knows the language, the renderer draws. What is not known is left out, never drawn as zero, and named in
// `not_drawn`.

struct Tick {
  double at = 0;
  std::string label;
  bool operator==(const Tick&) const = default;
};

struct Axis {
  std::string title;  // with its unit, if it has one
  double from = 0;
  double to = 100;          // > from; values beyond the range are drawn at its end
  std::vector<Tick> ticks;  // ascending; of an axis of categories one for each
  bool operator==(const Axis&) const = default;
};

// ---- scatter: a matrix where it has a cross-hair, a map where its axes are categories ----
struct ScatterPoint {
  std::string label;
  std::string sign;  // short and unique in the picture, e.g. a rank; stands where the label has no room
  double x = 0;
  double y = 0;
  std::optional<double> size;  // what the bubble's area stands for, >= 0; without one the bubble is hollow
  std::string details;         // the values in words, for whoever asks the point
  bool operator==(const ScatterPoint&) const = default;
};
struct ChartCross {  // its two lines, named by their values
  Tick x;
  Tick y;
  bool operator==(const ChartCross&) const = default;
};
struct ScatterChart {
  Axis x;
  Axis y;
  std::vector<ScatterPoint> points;
  std::optional<ChartCross> cross;
  std::array<std::string, 4> quadrants{};  // top left, top right, bottom left, bottom right; may be empty
  std::string size_title{};                // what the bubbles' area stands for; empty where all are alike
  bool operator==(const ScatterChart&) const = default;
};

// ---- bars: lying, in groups of one bar for each series ----
struct BarGroup {
  std::string label;
  std::vector<std::optional<double>> values;  // one for each series; an unknown one has no bar
  std::vector<std::string> texts;             // the same, as people read them
  bool operator==(const BarGroup&) const = default;
};
struct BarChart {
  Axis values;
  std::vector<std::string> series;  // at least one; named in a legend from two up
  std::vector<BarGroup> groups;
  bool operator==(const BarChart&) const = default;
};

// ---- lines ----
struct LinePoint {
  double x = 0;
  double y = 0;
  std::string details;  // the point in words
  bool operator==(const LinePoint&) const = default;
};
struct LineSeries {
  std::string name;
  std::vector<LinePoint> points;  // by ascending x
  bool operator==(const LineSeries&) const = default;
};
struct LineChart {
  Axis x;
  Axis y;
  std::vector<LineSeries> series;
  std::vector<Tick> levels{};  // horizontal lines with their names: limits, thresholds
  bool operator==(const LineChart&) const = default;
};

// ---- funnel: from the widest stage down ----
struct FunnelStage {
  std::string label;
  double value = 0;  // >= 0
  std::string text;  // the value as people read it
  bool operator==(const FunnelStage&) const = default;
};
struct FunnelChart {
  std::vector<FunnelStage> stages;
  bool operator==(const FunnelChart&) const = default;
};

// What has no place in the picture, and why: `Without revenue: A, B`.
struct NotDrawn {
  std::string reason;
  std::vector<std::string> names;
  bool operator==(const NotDrawn&) const = default;
};

struct Chart {
  std::string id;  // `[a-z][a-z-]*`, unique on its page: names the file it is drawn in
  std::string title;
  std::string alternative;  // says the picture in one sentence or two, for who does not see it
  std::variant<ScatterChart, BarChart, LineChart, FunnelChart> picture;
  std::vector<NotDrawn> not_drawn{};
  bool operator==(const Chart&) const = default;
};

}  // namespace kam
