#include "kam/report/history.hpp"
#include "report/cells.hpp"
#include "report/data_values.hpp"
#include "report/time/history_points.hpp"
#include "report/time/mean_history.hpp"

namespace kam {

namespace {

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

}  // namespace

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

}  // namespace kam
