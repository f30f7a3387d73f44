#include "report/time/mean_history.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"
#include "report/portfolio/portfolio.hpp"

namespace kam {

namespace {

constexpr std::size_t kPeriodsShown = 12;  // three years of quarters

unsigned quarter_of(Date day) {
  return (static_cast<unsigned>(day.month()) + 2) / 3;
}

std::vector<Date> mean_days(std::span<const MeanPoint> means) {
  std::vector<Date> days;
  for (const MeanPoint& mean : means)
    if (days.empty() || days.back() != mean.date) days.push_back(mean.date);
  return days;
}

Table mean_table(const View& view, Period period, std::span<const MeanPoint> means) {
  Table table;
  table.caption = say(Msg::history_title, view.language);
  table.columns = {text_column("period", period == Period::quarter ? say(Msg::history_quarter, view.language)
                                                                   : field_label(view, "year"))};
  for (const Perspective perspective : {Perspective::customer, Perspective::own}) {
    const std::string id(to_id(perspective));
    table.columns.push_back(
        number_column(id, say(Msg::history_mean, view.language, {label_of(perspective, view.language)})));
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

}  // namespace

std::string period_id(Date day, Period period) {
  const int year = static_cast<int>(day.year());
  return period == Period::year ? fmt::format("{:04}", year)
                                : fmt::format("{:04}-Q{}", year, quarter_of(day));
}

std::string period_label(Date day, Period period, const View& view) {
  const auto year = std::to_string(static_cast<int>(day.year()));
  auto label = period == Period::year
                   ? year
                   : say(Msg::history_quarter_of, view.language, {std::to_string(quarter_of(day)), year});
  if (find_period_end(day, period) <= view.as_of) return label;
  return say(Msg::history_so_far, view.language, {label, format_date(view.as_of, view.language)});
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
  blocks.emplace_back(plain_paragraph(say(Msg::history_mean_basis, view.language), Tone::muted));
  if (earlier > 0)
    blocks.emplace_back(
        plain_paragraph(say(Msg::history_earlier, view.language, {std::to_string(earlier)}), Tone::muted));
  return blocks;
}

void add_portfolio_trend(Document& document, const View& view) {
  if (auto blocks = mean_history_blocks(view, Period::quarter, Picture::drawn); !blocks.empty())
    add_section(document, say(Msg::history_title, view.language), std::move(blocks));
}

}  // namespace kam
