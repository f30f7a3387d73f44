#include "kam/report/white_space.hpp"

#include <algorithm>

#include "kam/score/white_space.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/inventory.hpp"
#include "kam/text/messages/plan.hpp"
#include "report/cells.hpp"
#include "report/data_values.hpp"
#include "report/portfolio/white_space.hpp"
#include "report/sections.hpp"
#include "report/sums.hpp"

namespace kam {

namespace {

const OfferingPosition& position_of(const Account& account, std::string_view offering) {
  static const OfferingPosition kNothingKnown;
  const auto* const found = find_by_id(account.offerings, offering);
  return found != nullptr ? *found : kNothingKnown;
}

// Amounts of the grid, in thousands where one of them is large: two stand in each cell.
struct Amounts {
  enum class Unit { ones, thousands };
  Unit unit = Unit::ones;
  Language language = Language::en;

  std::string show(std::optional<double> value) const {
    constexpr double kThousand = 1000;
    constexpr double kWholeThousands = 10 * kThousand;  // below, one decimal is worth its place
    if (!value) return "–";
    if (unit == Unit::ones) return format_number(*value, 0, language);
    return format_trimmed(*value / kThousand, *value < kWholeThousands ? 1 : 0, language);
  }
  // `120 / 300 Tannhauser AG`: today, potential, who has the rest.
  Cell show(const OfferingPosition& position) const {
    if (!position.current && !position.potential && position.competitor.empty()) return Unknown{};
    auto text = show(position.current) + " / " + show(position.potential);
    if (!position.competitor.empty()) text += " " + position.competitor;
    return Text{std::move(text), {}};
  }
};

Amounts amounts_of(const View& view, const std::vector<std::size_t>& accounts) {
  constexpr double kLarge = 100000;
  Amounts amounts{Amounts::Unit::ones, view.language};
  for (const auto account : accounts)
    for (const auto& [id, position] : view.accounts[account].offerings)
      if (position.current.value_or(0) >= kLarge || position.potential.value_or(0) >= kLarge)
        amounts.unit = Amounts::Unit::thousands;
  return amounts;
}

Table grid(const View& view, const std::vector<std::size_t>& accounts, const Amounts& amounts) {
  Table table;
  table.caption = field_label(view, "white_space");
  table.columns.push_back(text_column("name", field_label(view, "name")));
  for (const auto& offering : view.settings.offerings)
    table.columns.push_back(text_column(offering.id, offering_label(view, offering)));
  table.columns.push_back(number_column("white_space", field_label(view, "white_space")));
  for (const auto account : accounts) {
    auto& row = table.rows.emplace_back();
    row.push_back(account_cell(view.accounts[account]));
    for (const auto& offering : view.settings.offerings)
      row.push_back(amounts.show(position_of(view.accounts[account], offering.id)));
    row.push_back(sum_cell(view.scores.accounts[account].white_space));
  }
  return table;
}

// What is lost with a former customer is no space to be filled.
std::vector<std::size_t> without_former(const View& view, std::vector<std::size_t> accounts) {
  std::erase_if(accounts, [&](std::size_t account) { return is_former(view.accounts[account]); });
  return accounts;
}

}  // namespace

Table offering_table(const View& view, const std::vector<std::size_t>& accounts) {
  Table table;
  table.caption = say(msg::white_space_by_offering, view.language);
  table.columns = {text_column("offering", field_label(view, "offering")),
                   number_column("current", say(msg::plan_revenue_today, view.language)),
                   number_column("potential", field_label(view, "potential")),
                   number_column("white_space", field_label(view, "white_space")),
                   text_column("known", say(msg::white_space_known, view.language)),
                   text_column("largest", say(msg::white_space_largest, view.language))};
  const auto totals = total_offerings(view.accounts, accounts, view.settings);
  for (std::size_t i = 0; i < totals.size(); ++i) {
    const auto& total = totals[i];
    table.rows.push_back({Text{offering_label(view, view.settings.offerings[i]), {}}, sum_cell(total.current),
                          sum_cell(total.potential), sum_cell(total.white_space),
                          Text{say(msg::white_space_known_of, view.language,
                                   {std::to_string(total.known), std::to_string(accounts.size())}),
                               {}},
                          total.largest ? account_cell(view.accounts[*total.largest]) : Cell{Unknown{}}});
  }
  return table;
}

Document build_white_space(const View& view, const InventoryQuery& query) {
  Document document;
  document.title =
      view.settings.company.empty() ? say(msg::untitled_portfolio, view.language) : view.settings.company;
  document.aside = say(msg::as_of_day, view.language, {format_date(view.as_of, view.language)});
  document.language = view.language;
  document.currency = view.settings.currency;
  const auto accounts = select_accounts(view, query);
  if (view.settings.offerings.empty() || accounts.empty()) {
    document.blocks.emplace_back(plain_paragraph(
        say(view.settings.offerings.empty() ? msg::white_space_no_offerings : msg::inventory_none_met,
            view.language)));
    return document;
  }
  document.blocks.emplace_back(Heading{2, field_label(view, "white_space")});
  const auto amounts = amounts_of(view, accounts);
  const bool thousands = amounts.unit == Amounts::Unit::thousands;
  document.blocks.emplace_back(grid(view, accounts, amounts));
  document.blocks.emplace_back(
      plain_paragraph(say(thousands ? msg::white_space_legend_thousands : msg::white_space_legend,
                          view.language, {view.settings.currency}),
                      Tone::muted));
  document.blocks.emplace_back(Heading{2, say(msg::white_space_by_offering, view.language)});
  document.blocks.emplace_back(offering_table(view, without_former(view, accounts)));
  document.blocks.emplace_back(plain_paragraph(say(msg::white_space_basis, view.language), Tone::muted));
  return document;
}

Table build_white_space_table(const View& view, const InventoryQuery& query) {
  Table table;
  for (const auto* const key : {"id", "name", "offering"}) table.columns.push_back(text_column(key, key));
  for (const auto* const key : {"current", "potential", "white_space"})
    table.columns.push_back(number_column(key, key));
  table.columns.push_back(text_column("competitor", "competitor"));
  for (const auto account : select_accounts(view, query))
    for (const auto& offering : view.settings.offerings) {
      const auto& position = position_of(view.accounts[account], offering.id);
      table.rows.push_back({Text{view.accounts[account].id, {}}, Text{view.accounts[account].name, {}},
                            Text{offering.id, {}}, money_cell(position.current),
                            money_cell(position.potential), sum_cell(score_white_space(position)),
                            text_cell(position.competitor)});
    }
  return table;
}

Data build_white_space_data(const View& view, const InventoryQuery& query) {
  const auto selected = select_accounts(view, query);
  Data::List offerings;
  const auto totals = total_offerings(view.accounts, without_former(view, selected), view.settings);
  for (std::size_t i = 0; i < totals.size(); ++i)
    offerings.emplace_back(Data::Record{{"id", totals[i].id},
                                        {"label", offering_label(view, view.settings.offerings[i])},
                                        {"known", totals[i].known},
                                        {"current", sum_data(totals[i].current)},
                                        {"potential", sum_data(totals[i].potential)},
                                        {"white_space", sum_data(totals[i].white_space)}});
  Data::List accounts;
  for (const auto account : selected) {
    Data::List positions;
    for (const auto& offering : view.settings.offerings) {
      const auto& position = position_of(view.accounts[account], offering.id);
      positions.emplace_back(Data::Record{{"id", offering.id},
                                          {"current", number_data(position.current)},
                                          {"potential", number_data(position.potential)},
                                          {"white_space", sum_data(score_white_space(position))},
                                          {"competitor", text_data(position.competitor)}});
    }
    accounts.emplace_back(Data::Record{{"id", view.accounts[account].id},
                                       {"name", view.accounts[account].name},
                                       {"white_space", sum_data(view.scores.accounts[account].white_space)},
                                       {"offerings", std::move(positions)}});
  }
  return Data::Record{{"kam", 1},
                      {"as_of", format_iso_date(view.as_of)},
                      {"company", text_data(view.settings.company)},
                      {"currency", text_data(view.settings.currency)},
                      {"offerings", std::move(offerings)},
                      {"accounts", std::move(accounts)}};
}

}  // namespace kam
