#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kam/document/data.hpp"
#include "kam/document/document.hpp"
#include "kam/report/report.hpp"
#include "kam/score/history.hpp"

namespace kam {

// `kam history`: the fulfilment by assessment.
struct HistoryQuery {
  std::vector<std::size_t> accounts;  // empty: all, by rank
  std::optional<Period> by;           // else every day of assessment
};

// The course of each account in a line; with accounts named every assessment, else the portfolio's mean.
Document build_history(const View& view, const HistoryQuery& query);
// One row a point, untranslated: for CSV.
Table build_history_table(const View& view, const HistoryQuery& query);
Data build_history_data(const View& view, const HistoryQuery& query);

// `kam history --revisions`: the states that the files went through, each scored as of its day.

// Everything that a report on states needs to know.
struct RevisionsView {
  std::string company;  // as the newest state that reads has it; so is the currency
  std::string currency;
  Date as_of;
  Language language = Language::en;
  std::string each;                   // `commit`, `tag` or `month`
  std::vector<std::string> accounts;  // ids; empty: the portfolio's line
  std::vector<PastState> states;      // oldest first
};

Document build_revisions(const RevisionsView& view);
// One row a state; with accounts one a state and account: for CSV.
Table build_revisions_table(const RevisionsView& view);
// All of it: the portfolio's line and the accounts of each state.
Data build_revisions_data(const RevisionsView& view);

}  // namespace kam
