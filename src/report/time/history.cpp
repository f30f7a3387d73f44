#include "kam/report/history.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "kam/score/history.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/charts.hpp"
#include "kam/text/messages/history.hpp"
#include "kam/text/messages/inventory.hpp"
#include "kam/text/messages/report.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"
#include "report/data_values.hpp"
#include "report/portfolio/portfolio.hpp"
#include "report/sections.hpp"

namespace kam {

namespace {

// The mean fulfilment of the current customers by periods, customer's and own: a picture, if asked for, and a
// table with how many customers each mean rests on. Nothing where it has only one day.
enum class Picture { drawn, none };

constexpr std::size_t kCourseValues = 12;
using PointList = std::vector<FulfilmentPoint>;

// `▂▅▆`: the last values, from 0 to 100, so that lines of different accounts compare.
std::string draw_course(const PointList& points) {
  constexpr std::array<std::string_view, 8> kSteps{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
  std::string line;
  for (std::size_t i = points.size() - std::min(points.size(), kCourseValues); i < points.size(); ++i) {
    const auto step = static_cast<std::size_t>(std::clamp(points[i].score / 100, 0.0, 1.0) * kSteps.size());
    line += kSteps.at(std::min(step, kSteps.size() - 1));
  }
  return line;
}

PointList points_seen(const PointList& history, Perspective perspective) {
  PointList points;
  std::ranges::copy_if(history, std::back_inserter(points), [perspective](const FulfilmentPoint& point) {
    return point.perspective == perspective;
  });
  return points;
}

Cell plain_score(double score) {
  return Score{score, Band::none, false, {}};
}

void add_course(Table& table, const AccountView& of, const PointList& points) {
  if (points.empty()) return;
  const auto& first = points.front();
  const auto& last = points.back();
  const bool several = points.size() > 1;
  const auto change = several ? std::optional(last.score - points[points.size() - 2].score) : std::nullopt;
  const auto since_first = several ? std::optional(last.score - first.score) : std::nullopt;
  table.rows.push_back({Text{of.account.name, {}},
                        term_cell(std::optional(first.perspective), of.view.language),
                        text_cell(draw_course(points)), plain_score(first.score), plain_score(last.score),
                        points_cell(change, Sign::shown), points_cell(since_first, Sign::shown), last.date,
                        Count{static_cast<long long>(points.size())}});
}

// The accounts that a history is about: those asked for, else all by rank.
std::vector<std::size_t> history_accounts(const View& view, const HistoryQuery& query) {
  return query.accounts.empty() ? view.scores.ranking : query.accounts;
}

// The account's points, with a period its last ones.
PointList history_points(const AccountView& of, const HistoryQuery& query) {
  return query.by ? pick_period_ends(of.scores.history, *query.by) : of.scores.history;
}

Table course_table(const View& view, const HistoryQuery& query) {
  const Language language = view.language;
  Table table;
  table.caption = say(msg::history_title, language);
  table.columns = {text_column("name", field_label(view, "name")),
                   text_column("perspective", field_label(view, "perspective")),
                   text_column("course", say(msg::history_course, language)),
                   number_column("first", say(msg::history_first, language), 2),
                   number_column("last", say(msg::history_last, language)),
                   number_column("change", say(msg::report_change, language)),
                   number_column("since_first", say(msg::history_since_first, language), 1),
                   text_column("date", field_label(view, "date"), 3),
                   number_column("values", say(msg::history_values, language), 4)};
  for (const std::size_t account : history_accounts(view, query)) {
    const AccountView of = account_view(view, account);
    const PointList history = history_points(of, query);
    for (const Perspective perspective : {Perspective::customer, Perspective::own})
      add_course(table, of, points_seen(history, perspective));
  }
  return table;
}

unsigned quarter_of(Date day) {
  return (static_cast<unsigned>(day.month()) + 2) / 3;
}

// The same for people; of the period that has not ended yet with the as-of day.
std::string period_label(Date day, Period period, const View& view) {
  const auto year = std::to_string(static_cast<int>(day.year()));
  auto label = period == Period::year
                   ? year
                   : say(msg::history_quarter_of, view.language, {std::to_string(quarter_of(day)), year});
  if (find_period_end(day, period) <= view.as_of) return label;
  return say(msg::history_so_far, view.language, {label, format_date(view.as_of, view.language)});
}

Table points_table(const AccountView& of, const HistoryQuery& query) {
  const View& view = of.view;
  Table table;
  table.caption = of.account.name;
  if (query.by)
    table.columns = {text_column("period", *query.by == Period::quarter
                                               ? say(msg::history_quarter, view.language)
                                               : field_label(view, "year"))};
  for (auto& column : {text_column("date", field_label(view, "date")),
                       text_column("perspective", field_label(view, "perspective")),
                       number_column("fulfilment", field_label(view, "fulfilment")),
                       number_column("change", say(msg::report_change, view.language)),
                       number_column("coverage", field_label(view, "coverage"), 1),
                       text_column("sources", field_label(view, "source"), 2)})
    table.columns.push_back(column);
  const PointList history = history_points(of, query);
  const auto changes = score_changes(history);
  for (std::size_t i = 0; i < history.size(); ++i) {
    const FulfilmentPoint& point = history[i];
    auto& row = table.rows.emplace_back();
    if (query.by) row.push_back(text_cell(period_label(point.date, *query.by, view)));
    for (const Cell& cell : {Cell(point.date), term_cell(std::optional(point.perspective), view.language),
                             plain_score(point.score), points_cell(changes[i], Sign::shown),
                             Cell(Percent{point.coverage, 0}), list_cell(point.sources)})
      row.push_back(cell);
  }
  drop_unknown_columns(table);
  return table;
}

void add_unassessed(Document& document, const View& view, const HistoryQuery& query) {
  std::vector<std::string> names;
  for (const std::size_t account : history_accounts(view, query))
    if (view.scores.accounts[account].history.empty() && !is_former(view.accounts[account]))
      names.push_back(view.accounts[account].name);
  if (names.empty()) return;
  document.blocks.emplace_back(
      plain_paragraph(say(msg::history_unassessed, view.language,
                          {join_names(first_names(std::move(names), view.language), view.language)})));
}

constexpr std::size_t kPeriodsShown = 12;  // three years of quarters

std::vector<Date> mean_days(std::span<const MeanPoint> means) {
  std::vector<Date> days;
  for (const MeanPoint& mean : means)
    if (days.empty() || days.back() != mean.date) days.push_back(mean.date);
  return days;
}

Table mean_table(const View& view, Period period, std::span<const MeanPoint> means) {
  Table table;
  table.caption = say(msg::history_title, view.language);
  table.columns = {text_column("period", period == Period::quarter ? say(msg::history_quarter, view.language)
                                                                   : field_label(view, "year"))};
  for (const Perspective perspective : {Perspective::customer, Perspective::own}) {
    const std::string id(to_id(perspective));
    table.columns.push_back(
        number_column(id, say(msg::history_mean, view.language, {label_of(perspective, view.language)})));
    table.columns.push_back(number_column(id + "_accounts", field_label(view, "accounts")));
  }
  for (const Date day : mean_days(means)) {
    auto& row = table.rows.emplace_back(table.columns.size(), Unknown{});
    row[0] = text_cell(period_label(day, period, view));
    for (const MeanPoint& mean : means) {
      if (mean.date != day) continue;
      const auto column = 1 + 2 * static_cast<std::size_t>(mean.perspective);
      row[column] = Score{mean.score, Band::none, false, {}};
      row[column + 1] = Count{mean.accounts};
    }
  }
  drop_unknown_columns(table);
  return table;
}

Blocks mean_history_blocks(const View& view, Period period, Picture picture) {
  const auto all = score_mean_history(view.accounts, view.scores.accounts, period, view.as_of);
  const auto days = mean_days(all);
  if (days.size() < 2) return {};
  const std::size_t earlier = days.size() - std::min(days.size(), kPeriodsShown);
  const std::span means(std::ranges::find(all, days[earlier], &MeanPoint::date), all.end());
  Blocks blocks;
  if (picture == Picture::drawn) add_chart(blocks, mean_trend_chart(view, means));
  blocks.emplace_back(mean_table(view, period, means));
  blocks.emplace_back(plain_paragraph(say(msg::history_mean_basis, view.language), Tone::muted));
  if (earlier > 0)
    blocks.emplace_back(
        plain_paragraph(say(msg::history_earlier, view.language, {std::to_string(earlier)}), Tone::muted));
  return blocks;
}

void add_parts(Document& document, const View& view, const HistoryQuery& query, Table courses) {
  const auto accounts = history_accounts(view, query);
  const auto first = std::ranges::find_if_not(
      accounts, [&view](std::size_t account) { return view.scores.accounts[account].history.empty(); });
  document.blocks.emplace_back(std::move(courses));
  if (query.accounts.empty()) {
    if (auto blocks = mean_history_blocks(view, query.by.value_or(Period::quarter), Picture::none);
        !blocks.empty())
      add_section(document, say(msg::history_mean, view.language, {field_label(view, "fulfilment")}),
                  std::move(blocks));
  }
  for (const std::size_t account : query.accounts)
    if (Table points = points_table(account_view(view, account), query); !points.rows.empty())
      add_section(document, view.accounts[account].name, Blocks{std::move(points)});
  add_unassessed(document, view, query);
  document.blocks.emplace_back(plain_paragraph(
      say(msg::history_course_note, view.language, {std::to_string(kCourseValues)}), Tone::muted));
  const std::string& id = view.accounts[*first].id;  // one of them has a course
  document.blocks.emplace_back(
      command_line(view.language, {query.accounts.empty() ? "kam history " + id : "kam report " + id}));
}

// `2026-Q3`, `2026`.
std::string period_id(Date day, Period period) {
  const int year = static_cast<int>(day.year());
  return period == Period::year ? fmt::format("{:04}", year)
                                : fmt::format("{:04}-Q{}", year, quarter_of(day));
}

std::string period_text(Date day, std::optional<Period> period) {
  return period ? period_id(day, *period) : std::string();
}

template <class Enum>
Cell id_term(Enum value) {
  return Term{std::string(to_id(value)), {}};
}

Data history_point(const FulfilmentPoint& point, std::optional<double> change, std::optional<Period> period) {
  return Data::Record{{"date", format_iso_date(point.date)},
                      {"period", text_data(period_text(point.date, period))},
                      {"perspective", to_id(point.perspective)},
                      {"fulfilment", percent_data(point.score)},
                      {"change", percent_data(change)},
                      {"coverage", percent_data(point.coverage)},
                      {"sources", Data::List(point.sources.begin(), point.sources.end())}};
}

Data account_history(const AccountView& of, const HistoryQuery& query) {
  const auto history = history_points(of, query);
  const auto changes = score_changes(history);
  Data::List points;
  for (std::size_t i = 0; i < history.size(); ++i)
    points.push_back(history_point(history[i], changes[i], query.by));
  return Data::Record{{"id", of.account.id}, {"name", of.account.name}, {"history", std::move(points)}};
}

Data means_data(const View& view, Period period) {
  Data::List means;
  for (const MeanPoint& mean : score_mean_history(view.accounts, view.scores.accounts, period, view.as_of))
    means.emplace_back(Data::Record{{"date", format_iso_date(mean.date)},
                                    {"period", period_id(mean.date, period)},
                                    {"perspective", to_id(mean.perspective)},
                                    {"fulfilment", percent_data(mean.score)},
                                    {"accounts", mean.accounts}});
  return means;
}

double days_of(Date date) {
  return static_cast<double>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::string series_words(const LineSeries& series, const std::vector<FulfilmentPoint>& points,
                         Language language) {
  const auto first = score_text(points.front().score, language);
  const auto first_day = format_date(points.front().date, language);
  if (points.size() == 1) return say(msg::chart_trend_once, language, {series.name, first, first_day});
  return say(msg::chart_trend_words, language,
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
  return say_count(msg::accounts_one, msg::accounts_many, point.accounts, language);
}

std::string mean_words(const std::string& name, const std::vector<MeanPoint>& points, Language language) {
  const auto& first = points.front();
  const auto score = score_text(first.score, language);
  const auto date = format_date(first.date, language);
  if (points.size() == 1)
    return say(msg::history_mean_once, language, {name, score, customers_text(first, language), date});
  const auto& last = points.back();
  return say(msg::history_mean_from, language,
             {name, score, customers_text(first, language), date, score_text(last.score, language),
              customers_text(last, language), format_date(last.date, language)});
}

LineSeries mean_series(std::string name, const std::vector<MeanPoint>& points, Language language) {
  LineSeries series{std::move(name), {}};
  for (const MeanPoint& point : points)
    series.points.push_back({days_of(point.date), point.score,
                             say(msg::history_mean_point, language,
                                 {format_date(point.date, language), score_text(point.score, language),
                                  customers_text(point, language)})});
  return series;
}

}  // namespace

Document build_history(const View& view, const HistoryQuery& query) {
  const Language language = view.language;
  const std::string& company = view.settings.company;
  Document document;
  document.title =
      company.empty() ? say(msg::history_title, language) : say(msg::history_title_of, language, {company});
  document.aside = say(msg::as_of_day, language, {format_date(view.as_of, language)});
  document.language = language;
  document.currency = view.settings.currency;
  if (view.accounts.empty()) {
    document.blocks.emplace_back(plain_paragraph(say(msg::inventory_empty, language)));
    document.blocks.emplace_back(command_line(language, {"kam add-account NAME", "kam import FILE.csv"}));
    return document;
  }
  Table courses = course_table(view, query);
  if (!courses.rows.empty()) {
    add_parts(document, view, query, std::move(courses));
    return document;
  }
  const std::string& id = view.accounts[history_accounts(view, query).front()].id;
  if (query.accounts.empty())
    document.blocks.emplace_back(plain_paragraph(say(msg::history_nothing, language)));
  add_unassessed(document, view, query);
  document.blocks.emplace_back(command_line(language, {"kam assess " + id + " -i"}));
  return document;
}

Table build_history_table(const View& view, const HistoryQuery& query) {
  Table table;
  for (const std::string_view key :
       {"account", "name", "date", "period", "perspective", "fulfilment", "change", "coverage", "sources"})
    table.columns.push_back(text_column(std::string(key), {}));
  for (const std::size_t account : history_accounts(view, query)) {
    const AccountView of = account_view(view, account);
    const auto history = history_points(of, query);
    const auto changes = score_changes(history);
    for (std::size_t i = 0; i < history.size(); ++i) {
      const FulfilmentPoint& point = history[i];
      table.rows.push_back({text_cell(of.account.id), text_cell(of.account.name), point.date,
                            text_cell(period_text(point.date, query.by)), id_term(point.perspective),
                            Score{point.score, Band::none, false, {}}, points_cell(changes[i]),
                            Percent{point.coverage, 2}, list_cell(point.sources)});
    }
  }
  return table;
}

Data build_history_data(const View& view, const HistoryQuery& query) {
  Data::List accounts;
  for (const std::size_t account : history_accounts(view, query))
    accounts.push_back(account_history(account_view(view, account), query));
  return Data::Record{
      {"kam", 1},
      {"as_of", format_iso_date(view.as_of)},
      {"by", query.by ? Data(*query.by == Period::quarter ? "quarter" : "year") : Data()},
      {"mean", query.accounts.empty() ? means_data(view, query.by.value_or(Period::quarter)) : Data()},
      {"accounts", std::move(accounts)}};
}

void add_portfolio_trend(Document& document, const View& view) {
  if (auto blocks = mean_history_blocks(view, Period::quarter, Picture::drawn); !blocks.empty())
    add_section(document, say(msg::history_title, view.language), std::move(blocks));
}

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
  return Chart{"trend", say(msg::chart_trend, language), join_sentences(sentences), std::move(lines), {}};
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
    std::string name = say(msg::history_mean, language, {label_of(perspective, language)});
    sentences.push_back(mean_words(name, points, language));
    for (const MeanPoint& point : points)
      lines.x.ticks.push_back({days_of(point.date), format_date(point.date, language)});
    lines.series.push_back(mean_series(std::move(name), points, language));
  }
  if (lines.series.empty()) return std::nullopt;
  finish_days(lines.x);
  if (!(lines.x.to > lines.x.from)) return std::nullopt;
  lines.y = number_axis(field_label(view, "fulfilment"), 0, 100, 5, language);
  return Chart{"trend", say(msg::chart_trend, language), join_sentences(sentences), std::move(lines), {}};
}

}  // namespace kam
