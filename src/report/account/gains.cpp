#include "report/account/gains.hpp"

#include <algorithm>

#include "kam/score/gains.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/assess.hpp"
#include "report/actions.hpp"
#include "report/cells.hpp"

namespace kam {

Blocks gain_blocks(const AccountView& of) {
  constexpr std::size_t kShown = 3;
  const View& view = of.view;
  auto gains = rank_gains(of.scores.fulfilment.headline());
  if (gains.empty()) return {};
  gains.resize(std::min(gains.size(), kShown));
  Table table;
  table.caption = say(msg::gains_heading, view.language);
  table.columns = {text_column("requirement", field_label(view, "requirement")),
                   number_column("points", say(msg::gains_points, view.language)),
                   number_column("fulfilment", say(msg::gains_fulfilment, view.language)),
                   text_column("action", field_label(view, "action"))};
  for (const Gain& gain : gains)
    table.rows.push_back({Text{requirement_label(view, of.account, gain.requirement), {}},
                          Points{gain.points, true}, Score{gain.fulfilment, Band::none, false, {}},
                          list_cell(open_actions_for(of.account, gain.requirement))});
  drop_unknown_columns(table);
  Blocks blocks;
  blocks.emplace_back(std::move(table));
  blocks.emplace_back(plain_paragraph(
      say(msg::gains_basis, view.language, {format_trimmed(view.settings.scale, 2, view.language)}),
      Tone::muted));
  return blocks;
}

}  // namespace kam
