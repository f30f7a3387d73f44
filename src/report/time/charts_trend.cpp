#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"
#include "report/time/mean_history.hpp"

namespace kam {

namespace {

double days_of(Date date) {
  return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::string series_words(const LineSeries& series, const std::vector<FulfilmentPoint>& points,
                         Language language) {
  const auto first = score_text(points.front().score, language);
  const auto first_day = format_date(points.front().date, language);
  if (points.size() == 1) return say(Msg::chart_trend_once, language, {series.name, first, first_day});
  return say(Msg::chart_trend_words, language,
             {series.name, first, first_day, score_text(points.back().score, language),
              format_date(points.back().date, language)});
}

std::vector<FulfilmentPoint> points_of(const AccountView& of, Perspective perspective) {
  std::vector<FulfilmentPoint> points;
  for (const FulfilmentPoint& point : of.scores.history)
    if (point.perspective == perspective) points.push_back(point);
  return points;
}

void add_days(Axis& axis, const std::vector<FulfilmentPoint>& points, Language language) {
  for (const FulfilmentPoint& point : points)
    axis.ticks.push_back({days_of(point.date), format_date(point.date, language)});
}

void finish_days(Axis& axis) {
  std::ranges::stable_sort(axis.ticks, {}, &Tick::at);
  axis.ticks.erase(std::unique(axis.ticks.begin(), axis.ticks.end()), axis.ticks.end());
  axis.from = axis.ticks.front().at;
  axis.to = axis.ticks.back().at;
}

// ---- the portfolio's mean ----

std::string customers_text(const MeanPoint& point, Language language) {
  return say_count(Msg::accounts_one, Msg::accounts_many, point.accounts, language);
}

std::string mean_words(const std::string& name, const std::vector<MeanPoint>& points, Language language) {
  const auto& first = points.front();
  const auto score = score_text(first.score, language);
  const auto date = format_date(first.date, language);
  if (points.size() == 1)
    return say(Msg::history_mean_once, language, {name, score, customers_text(first, language), date});
  const auto& last = points.back();
  return say(Msg::history_mean_from, language,
             {name, score, customers_text(first, language), date, score_text(last.score, language),
              customers_text(last, language), format_date(last.date, language)});
}

LineSeries mean_series(std::string name, const std::vector<MeanPoint>& points, Language language) {
  LineSeries series{std::move(name), {}};
  for (const MeanPoint& point : points)
    series.points.push_back({days_of(point.date), point.score,
                             say(Msg::history_mean_point, language,
                                 {format_date(point.date, language), score_text(point.score, language),
                                  customers_text(point, language)})});
  return series;
}

}  // namespace

std::optional<Chart> trend_chart(const AccountView& of, Views views) {
  const Language language = of.view.language;
  LineChart lines;
  std::vector<std::string> sentences;
  std::size_t longest = 0;
  for (const Perspective perspective : {Perspective::customer, Perspective::own}) {
    if (views == Views::customer_only && perspective != Perspective::customer) continue;
    const std::vector<FulfilmentPoint> points = points_of(of, perspective);
    if (points.empty()) continue;
    longest = std::max(longest, points.size());
    LineSeries series{std::string(label_of(perspective, language)), {}};
    for (const FulfilmentPoint& point : points)
      series.points.push_back(
          {days_of(point.date), point.score,
           fmt::format("{}: {}", format_date(point.date, language), score_text(point.score, language))});
    sentences.push_back(series_words(series, points, language));
    add_days(lines.x, points, language);
    lines.series.push_back(std::move(series));
  }
  if (longest < 2) return std::nullopt;
  finish_days(lines.x);
  if (!(lines.x.to > lines.x.from)) return std::nullopt;
  lines.y = number_axis(field_label(of.view, "fulfilment"), 0, 100, 5, language);
  return Chart{"trend", say(Msg::chart_trend, language), join_sentences(sentences), std::move(lines), {}};
}

std::optional<Chart> mean_trend_chart(const View& view, std::span<const MeanPoint> means) {
  const Language language = view.language;
  LineChart lines;
  std::vector<std::string> sentences;
  for (const Perspective perspective : {Perspective::customer, Perspective::own}) {
    std::vector<MeanPoint> points;
    std::ranges::copy_if(means, std::back_inserter(points),
                         [&](const MeanPoint& point) { return point.perspective == perspective; });
    if (points.empty()) continue;
    std::string name = say(Msg::history_mean, language, {label_of(perspective, language)});
    sentences.push_back(mean_words(name, points, language));
    for (const MeanPoint& point : points)
      lines.x.ticks.push_back({days_of(point.date), format_date(point.date, language)});
    lines.series.push_back(mean_series(std::move(name), points, language));
  }
  if (lines.series.empty()) return std::nullopt;
  finish_days(lines.x);
  if (!(lines.x.to > lines.x.from)) return std::nullopt;
  lines.y = number_axis(field_label(view, "fulfilment"), 0, 100, 5, language);
  return Chart{"trend", say(Msg::chart_trend, language), join_sentences(sentences), std::move(lines), {}};
}

}  // namespace kam
