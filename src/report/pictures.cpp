#include "report/pictures.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/text/messages/assess.hpp"
#include "kam/text/messages/charts.hpp"
#include "kam/text/messages/people.hpp"
#include "report/charts.hpp"

namespace kam {

namespace {

void add_picture(Document& document, std::optional<Chart> chart) {
  if (!chart) return;
  document.blocks.emplace_back(Heading{2, chart->title});
  document.blocks.emplace_back(std::move(*chart));
}

// Or, where there is none, the sentence why.
void add_picture(Document& document, std::optional<Chart> chart, std::string title, std::string why_not) {
  if (chart) return add_picture(document, std::move(chart));
  document.blocks.emplace_back(Heading{2, std::move(title)});
  document.blocks.emplace_back(plain_paragraph(std::move(why_not), Tone::muted));
}

std::string no_people(const AccountView& of) {
  std::vector<std::string> names;
  for (const auto& contact : of.account.contacts) names.push_back(contact.name);
  if (names.empty()) return say(msg::people_none, of.view.language);
  return say(msg::people_not_placed, of.view.language, {fmt::format("{}", fmt::join(names, ", "))});
}

}  // namespace

void add_portfolio_pictures(Document& document, const View& view, std::span<const std::size_t> accounts) {
  add_picture(document, portfolio_chart(view, accounts));
  if (accounts.size() == view.accounts.size()) add_picture(document, abc_chart(view));
}

void add_requirement_pictures(Document& document, const AccountView& of) {
  const Language language = of.view.language;
  add_picture(document, priorities_chart(of), say(msg::chart_priorities, language),
              say(msg::nothing_rated, language));
  add_picture(document, views_chart(of));
  add_picture(document, trend_chart(of, Views::both));
}

void add_growth_pictures(Document& document, const AccountView& of) {
  add_picture(document, people_chart(of), say(msg::chart_people, of.view.language), no_people(of));
  add_picture(document, potentials_chart(of));
}

}  // namespace kam
