#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"
#include "report/measures.hpp"
#include "report/portfolio/portfolio.hpp"

namespace kam {
namespace {

std::vector<Cell> class_row(const View& view, Abc abc) {
  int count = 0;
  double revenue = 0;
  double share = 0;
  for (const AccountScores& scores : view.scores.accounts) {
    if (scores.abc != abc) continue;
    ++count;
    revenue += scores.figures.revenue.value_or(0);
    share += scores.revenue_share.value_or(0);
  }
  return {Text{std::string(to_id(abc)), {}}, Count{count}, Money{revenue}, Percent{share, 0}};
}

std::vector<std::size_t> without_revenue(const View& view) {
  std::vector<std::size_t> accounts;
  for (const std::size_t account : current_accounts(view))
    if (!view.scores.accounts[account].figures.revenue) accounts.push_back(account);
  return accounts;
}

Table class_table(const View& view) {
  Table table;
  table.caption = say(Msg::portfolio_section_concentration, view.language);
  table.columns = {text_column("abc", say(Msg::portfolio_class, view.language)),
                   number_column("accounts", field_label(view, "accounts")),
                   number_column("revenue", field_label(view, "revenue")),
                   number_column("revenue_share", field_label(view, "revenue_share"))};
  for (const Abc abc : {Abc::a, Abc::b, Abc::c}) table.rows.push_back(class_row(view, abc));
  return table;
}

std::string concentration_sentence(const View& view) {
  const PortfolioSummary& summary = view.scores.summary;
  if (!summary.share_of_largest || !summary.share_of_three_largest || !summary.herfindahl) return {};
  return say(Msg::portfolio_concentration, view.language,
             {percent_text(*summary.share_of_largest, view.language),
              percent_text(*summary.share_of_three_largest, view.language),
              format_number(*summary.herfindahl, 2, view.language)});
}

}  // namespace

void add_portfolio_concentration(Document& document, const View& view) {
  const Language language = view.language;
  if (current_accounts(view).empty()) return;
  Blocks blocks;
  if (view.scores.summary.revenue) {
    const auto& limits = view.settings.thresholds.abc;
    add_chart(blocks, abc_chart(view));
    blocks.emplace_back(class_table(view));
    const std::string sentence = concentration_sentence(view);
    if (!sentence.empty()) blocks.emplace_back(plain_paragraph(sentence));
    blocks.emplace_back(
        plain_paragraph(say(Msg::portfolio_abc_limits, language,
                            {percent_text(limits[0], language), percent_text(limits[1], language)}),
                        Tone::muted));
  }
  const std::vector<std::size_t> unknown = without_revenue(view);
  if (!unknown.empty())
    blocks.emplace_back(
        plain_paragraph(say(Msg::portfolio_without_revenue, language,
                            {join_names(first_names(account_names(view, unknown), language), language)})));
  add_section(document, say(Msg::portfolio_section_concentration, language), std::move(blocks));
}

}  // namespace kam
