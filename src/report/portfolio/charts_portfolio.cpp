#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/text/format.hpp"
#include "kam/text/messages/charts.hpp"
#include "kam/text/messages/inventory.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"
#include "report/measures.hpp"
#include "report/portfolio/portfolio.hpp"

namespace kam {

namespace {

constexpr std::array<MatrixQuadrant, 4> kQuadrants{MatrixQuadrant::star, MatrixQuadrant::strategic,
                                                   MatrixQuadrant::streamline, MatrixQuadrant::status};

std::string details_of(const View& view, const AccountScores& scores) {
  const Language language = view.language;
  std::string text = fmt::format(
      "{} {}, {} {}", field_label(view, "attractiveness"), score_text(*scores.attractiveness.score, language),
      field_label(view, "fulfilment"), score_text(*scores.fulfilment.score, language));
  if (scores.figures.revenue)
    text += fmt::format(", {} {}", field_label(view, "revenue"),
                        format_money(*scores.figures.revenue, view.settings.currency, language));
  return text;
}

std::string matrix_words(const View& view, std::span<const std::size_t> accounts) {
  std::vector<std::string> parts;
  for (const MatrixQuadrant quadrant : kQuadrants) {
    const auto count = std::ranges::count_if(
        accounts, [&](std::size_t account) { return view.scores.accounts[account].quadrant == quadrant; });
    parts.push_back(fmt::format("{} ({})", label_of(quadrant, view.language), count));
  }
  return say(msg::chart_matrix_words, view.language, {fmt::format("{}", fmt::join(parts, ", "))});
}

Tick threshold(double value, Language language) {
  return {value, format_trimmed(value, 2, language)};
}

// The accounts with revenue above zero, largest first; of equals by rank.
std::vector<std::size_t> by_revenue(const View& view) {
  std::vector<std::size_t> accounts;
  for (const std::size_t account : current_accounts(view))
    if (view.scores.accounts[account].figures.revenue.value_or(0) > 0) accounts.push_back(account);
  std::ranges::stable_sort(accounts, std::greater{}, [&view](std::size_t account) {
    return *view.scores.accounts[account].figures.revenue;
  });
  return accounts;
}

// Those left out of the curve, by what is known of their revenue.
std::vector<NotDrawn> without_place(const View& view) {
  NotDrawn unknown{say(msg::chart_no_revenue, view.language), {}};
  NotDrawn none{say(msg::chart_revenue_not_positive, view.language), {}};
  for (const std::size_t account : current_accounts(view)) {
    const auto revenue = view.scores.accounts[account].figures.revenue;
    if (!revenue)
      unknown.names.push_back(view.accounts[account].name);
    else if (*revenue <= 0)
      none.names.push_back(view.accounts[account].name);
  }
  std::vector<NotDrawn> parts;
  for (auto* part : {&unknown, &none})
    if (!part->names.empty())
      parts.push_back({std::move(part->reason), first_names(std::move(part->names), view.language)});
  return parts;
}

// More points than this hide each other.
constexpr std::size_t kPointsShown = 50;

// The accounts with a place in the matrix that are drawn: those with most revenue, in the order given.
std::set<std::size_t> drawn_accounts(const View& view, std::span<const std::size_t> accounts) {
  std::vector<std::size_t> placed;
  for (const std::size_t account : accounts)
    if (view.scores.accounts[account].quadrant) placed.push_back(account);
  std::ranges::stable_sort(placed, std::greater{}, [&view](std::size_t account) {
    return view.scores.accounts[account].figures.revenue.value_or(-1);
  });
  placed.resize(std::min(placed.size(), kPointsShown));
  return {placed.begin(), placed.end()};
}

LineSeries cumulate(const View& view, const std::vector<std::size_t>& accounts) {
  LineSeries series{field_label(view, "revenue_share"), {{0, 0, {}}}};
  double share = 0;
  for (const std::size_t account : accounts) {
    share += view.scores.accounts[account].revenue_share.value_or(0);
    series.points.push_back(
        {static_cast<double>(series.points.size()), share,
         fmt::format("{}: {}", view.accounts[account].name, percent_text(share, view.language))});
  }
  return series;
}

std::string curve_words(const View& view, const std::vector<std::size_t>& accounts) {
  int count = 0;
  double share = 0;
  for (const std::size_t account : accounts) {
    if (view.scores.accounts[account].abc != Abc::a) continue;
    ++count;
    share += view.scores.accounts[account].revenue_share.value_or(0);
  }
  return say(msg::chart_curve_words, view.language,
             {std::to_string(count), std::to_string(accounts.size()), percent_text(share, view.language)});
}

// Whole customers only, at most about ten ticks.
Axis customers_axis(const View& view, std::size_t customers) {
  Axis axis{say(msg::chart_curve_x, view.language), 0, static_cast<double>(customers), {}};
  const std::size_t step = std::max<std::size_t>(1, (customers + 9) / 10);
  for (std::size_t at = 0; at <= customers; at += step)
    axis.ticks.push_back({static_cast<double>(at), std::to_string(at)});
  return axis;
}

}  // namespace

Axis number_axis(std::string title, double from, double to, int steps, Language language) {
  Axis axis{std::move(title), from, to, {}};
  for (int i = 0; i <= steps; ++i) {
    const double at = from + (to - from) * i / steps;
    axis.ticks.push_back({at, format_trimmed(at, 2, language)});
  }
  return axis;
}

void add_chart(Blocks& blocks, std::optional<Chart> chart) {
  if (chart) blocks.emplace_back(std::move(*chart));
}

Chart portfolio_chart(const View& view, std::span<const std::size_t> accounts) {
  const Language language = view.language;
  const Thresholds& thresholds = view.settings.thresholds;
  ScatterChart matrix;
  matrix.x = number_axis(field_label(view, "fulfilment"), 0, 100, 5, language);
  matrix.y = number_axis(field_label(view, "attractiveness"), 0, 100, 5, language);
  matrix.cross = ChartCross{threshold(thresholds.matrix_strength, language),
                            threshold(thresholds.matrix_attractiveness, language)};
  for (std::size_t i = 0; i < kQuadrants.size(); ++i)
    matrix.quadrants.at(i) = label_of(kQuadrants.at(i), language);
  matrix.size_title = say(msg::chart_area_revenue, language);
  NotDrawn unknown{say(msg::chart_not_placed, language), {}};
  const std::set<std::size_t> drawn = drawn_accounts(view, accounts);
  std::size_t smaller = 0;
  for (const std::size_t account : accounts) {
    const AccountScores& scores = view.scores.accounts[account];
    const std::string& name = view.accounts[account].name;
    if (!scores.attractiveness.score || !scores.fulfilment.score) {
      unknown.names.push_back(name);
      continue;
    }
    if (!drawn.contains(account)) {
      ++smaller;
      continue;
    }
    matrix.points.push_back({name, std::to_string(scores.rank), *scores.fulfilment.score,
                             *scores.attractiveness.score, scores.figures.revenue, details_of(view, scores)});
  }
  Chart chart{
      "matrix", say(msg::matrix_title, language), matrix_words(view, accounts), std::move(matrix), {}};
  if (smaller > 0)
    chart.not_drawn.push_back({say(msg::chart_not_drawn_many, language),
                               {say(msg::chart_smaller_customers, language, {std::to_string(smaller)})}});
  if (!unknown.names.empty())
    chart.not_drawn.push_back({std::move(unknown.reason), first_names(std::move(unknown.names), language)});
  return chart;
}

std::optional<Chart> abc_chart(const View& view) {
  const Language language = view.language;
  const std::vector<std::size_t> accounts = by_revenue(view);
  if (accounts.size() < 2) return std::nullopt;
  LineChart curve;
  curve.x = customers_axis(view, accounts.size());
  curve.y = number_axis(say(msg::chart_curve_y, language), 0, 100, 5, language);
  curve.series = {cumulate(view, accounts)};
  const auto& limits = view.settings.thresholds.abc;
  for (std::size_t i = 0; i < limits.size(); ++i)
    curve.levels.push_back(
        {limits.at(i), say(msg::chart_class_until, language,
                           {to_id(static_cast<Abc>(i)), percent_text(limits.at(i), language)})});
  return Chart{"abc", say(msg::chart_curve, language), curve_words(view, accounts), std::move(curve),
               without_place(view)};
}

}  // namespace kam
