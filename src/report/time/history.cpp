#include "kam/report/history.hpp"

#include <algorithm>
#include <array>

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/cells.hpp"
#include "report/sections.hpp"
#include "report/time/history_points.hpp"
#include "report/time/mean_history.hpp"

namespace kam {

namespace {

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

Table course_table(const View& view, const HistoryQuery& query) {
  const Language language = view.language;
  Table table;
  table.caption = say(Msg::history_title, language);
  table.columns = {text_column("name", field_label(view, "name")),
                   text_column("perspective", field_label(view, "perspective")),
                   text_column("course", say(Msg::history_course, language)),
                   number_column("first", say(Msg::history_first, language), 2),
                   number_column("last", say(Msg::history_last, language)),
                   number_column("change", say(Msg::report_change, language)),
                   number_column("since_first", say(Msg::history_since_first, language), 1),
                   text_column("date", field_label(view, "date"), 3),
                   number_column("values", say(Msg::history_values, language), 4)};
  for (const std::size_t account : history_accounts(view, query)) {
    const AccountView of = account_view(view, account);
    const PointList history = history_points(of, query);
    for (const Perspective perspective : {Perspective::customer, Perspective::own})
      add_course(table, of, points_seen(history, perspective));
  }
  return table;
}

Table points_table(const AccountView& of, const HistoryQuery& query) {
  const View& view = of.view;
  Table table;
  table.caption = of.account.name;
  if (query.by)
    table.columns = {text_column("period", *query.by == Period::quarter
                                               ? say(Msg::history_quarter, view.language)
                                               : field_label(view, "year"))};
  for (auto& column : {text_column("date", field_label(view, "date")),
                       text_column("perspective", field_label(view, "perspective")),
                       number_column("fulfilment", field_label(view, "fulfilment")),
                       number_column("change", say(Msg::report_change, view.language)),
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
      plain_paragraph(say(Msg::history_unassessed, view.language,
                          {join_names(first_names(std::move(names), view.language), view.language)})));
}

void add_parts(Document& document, const View& view, const HistoryQuery& query, Table courses) {
  const auto accounts = history_accounts(view, query);
  const auto first = std::ranges::find_if_not(
      accounts, [&view](std::size_t account) { return view.scores.accounts[account].history.empty(); });
  document.blocks.emplace_back(std::move(courses));
  if (query.accounts.empty()) {
    if (auto blocks = mean_history_blocks(view, query.by.value_or(Period::quarter), Picture::none);
        !blocks.empty())
      add_section(document, say(Msg::history_mean, view.language, {field_label(view, "fulfilment")}),
                  std::move(blocks));
  }
  for (const std::size_t account : query.accounts)
    if (Table points = points_table(account_view(view, account), query); !points.rows.empty())
      add_section(document, view.accounts[account].name, Blocks{std::move(points)});
  add_unassessed(document, view, query);
  document.blocks.emplace_back(plain_paragraph(
      say(Msg::history_course_note, view.language, {std::to_string(kCourseValues)}), Tone::muted));
  const std::string& id = view.accounts[*first].id;  // one of them has a course
  document.blocks.emplace_back(
      command_line(view.language, {query.accounts.empty() ? "kam history " + id : "kam report " + id}));
}

}  // namespace

std::vector<std::size_t> history_accounts(const View& view, const HistoryQuery& query) {
  return query.accounts.empty() ? view.scores.ranking : query.accounts;
}

PointList history_points(const AccountView& of, const HistoryQuery& query) {
  return query.by ? pick_period_ends(of.scores.history, *query.by) : of.scores.history;
}

Document build_history(const View& view, const HistoryQuery& query) {
  const Language language = view.language;
  const std::string& company = view.settings.company;
  Document document;
  document.title =
      company.empty() ? say(Msg::history_title, language) : say(Msg::history_title_of, language, {company});
  document.aside = say(Msg::as_of_day, language, {format_date(view.as_of, language)});
  document.language = language;
  document.currency = view.settings.currency;
  if (view.accounts.empty()) {
    document.blocks.emplace_back(plain_paragraph(say(Msg::inventory_empty, language)));
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
    document.blocks.emplace_back(plain_paragraph(say(Msg::history_nothing, language)));
  add_unassessed(document, view, query);
  document.blocks.emplace_back(command_line(language, {"kam assess " + id + " -i"}));
  return document;
}

}  // namespace kam
