#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/text/format.hpp"
#include "kam/text/messages/charts.hpp"
#include "kam/text/messages/plan.hpp"
#include "kam/text/messages/report.hpp"
#include "report/cells.hpp"
#include "report/charts.hpp"

namespace kam {

namespace {

// ---- requirements ----

constexpr std::array<ImportanceQuadrant, 4> kQuadrants{
    ImportanceQuadrant::concentrate_here, ImportanceQuadrant::keep_up, ImportanceQuadrant::low_priority,
    ImportanceQuadrant::possible_overkill};

// One step for each whole rating.
Axis rating_axis(const AccountView& of, std::string title) {
  const double scale = of.view.settings.scale;
  return number_axis(std::move(title), 0, scale, std::max(1, static_cast<int>(scale)), of.view.language);
}

std::string rating_text(const AccountView& of, double rating) {
  return format_trimmed(rating, 2, of.view.language);
}

template <class Enum, class Count>
std::string counts_of(std::span<const Enum> values, Language language, Count count) {
  std::vector<std::string> parts;
  for (const Enum value : values)
    if (const auto number = count(value); number > 0)
      parts.push_back(fmt::format("{} ({})", label_of(value, language), number));
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string priorities_words(const AccountView& of, const std::vector<RequirementScore>& rated) {
  const auto count = [&rated](ImportanceQuadrant quadrant) {
    return std::ranges::count(rated, std::optional(quadrant), &RequirementScore::quadrant);
  };
  return say(msg::chart_priorities_words, of.view.language,
             {counts_of(std::span<const ImportanceQuadrant>(kQuadrants), of.view.language, count)});
}

// ---- people ----

constexpr std::array<Attitude, 5> kAttitudes{Attitude::champion, Attitude::supporter, Attitude::neutral,
                                             Attitude::critic, Attitude::opponent};

double height_of(Attitude attitude) {
  return static_cast<double>(kAttitudes.size() - 1 - static_cast<std::size_t>(attitude));
}

Axis attitude_axis(const AccountView& of) {
  Axis axis{say(msg::plan_attitude, of.view.language), 0, height_of(Attitude::champion), {}};
  for (std::size_t i = kAttitudes.size(); i-- > 0;)
    axis.ticks.push_back(
        {height_of(kAttitudes.at(i)), std::string(label_of(kAttitudes.at(i), of.view.language))});
  return axis;
}

std::string person_details(const AccountView& of, const Contact& contact) {
  std::vector<std::string> parts;
  if (!contact.title.empty()) parts.push_back(contact.title);
  if (contact.role) parts.emplace_back(label_of(*contact.role, of.view.language));
  parts.push_back(
      fmt::format("{} {}", field_label(of.view, "influence"), rating_text(of, *contact.influence)));
  parts.emplace_back(label_of(*contact.attitude, of.view.language));
  return fmt::format("{}", fmt::join(parts, ", "));
}

// ---- potentials ----

constexpr double kLikely = 50;  // percent

bool is_won(const Potential& potential) {
  return potential.status == PotentialStatus::won;
}

bool is_likely(const Potential& potential) {
  return is_won(potential) || potential.probability.value_or(0) >= kLikely;
}

std::vector<NotDrawn> potentials_not_drawn(const AccountView& of) {
  NotDrawn no_value{say(msg::chart_no_value, of.view.language), {}};
  NotDrawn no_probability{say(msg::chart_no_probability, of.view.language), {}};
  for (const Potential& potential : of.account.potentials) {
    if (potential.status == PotentialStatus::lost) continue;
    if (!potential.value)
      no_value.names.push_back(potential.title);
    else if (!is_won(potential) && !potential.probability)
      no_probability.names.push_back(potential.title);
  }
  std::vector<NotDrawn> parts;
  for (auto* part : {&no_value, &no_probability})
    if (!part->names.empty()) parts.push_back(std::move(*part));
  return parts;
}

}  // namespace

std::optional<Chart> priorities_chart(const AccountView& of) {
  const Language language = of.view.language;
  const PerspectiveScore& headline = of.scores.fulfilment.headline();
  const std::vector<RequirementScore> rated = rated_requirements(headline);
  if (rated.empty()) return std::nullopt;
  ScatterChart matrix;
  matrix.x = rating_axis(of, say(msg::report_fulfilled, language));
  matrix.y = rating_axis(of, field_label(of.view, "importance"));
  matrix.cross = ChartCross{{headline.crosshair_fulfilment, rating_text(of, headline.crosshair_fulfilment)},
                            {headline.crosshair_importance, rating_text(of, headline.crosshair_importance)}};
  for (std::size_t i = 0; i < kQuadrants.size(); ++i)
    matrix.quadrants.at(i) = label_of(kQuadrants.at(i), language);
  for (const RequirementScore& requirement : rated)
    matrix.points.push_back(
        {requirement_label(of.view, of.account, requirement.id), std::to_string(matrix.points.size() + 1),
         *requirement.fulfilment, *requirement.importance, std::nullopt,
         fmt::format("{} {}, {} {}", field_label(of.view, "importance"),
                     rating_text(of, *requirement.importance), say(msg::report_fulfilled, language),
                     rating_text(of, *requirement.fulfilment))});
  Chart chart{
      "priorities", say(msg::chart_priorities, language), priorities_words(of, rated), std::move(matrix), {}};
  if (auto unrated = unrated_requirements(of, headline); !unrated.empty())
    chart.not_drawn = {{say(msg::chart_not_rated, language), std::move(unrated)}};
  return chart;
}

std::optional<Chart> views_chart(const AccountView& of) {
  const Language language = of.view.language;
  const FulfilmentScore& fulfilment = of.scores.fulfilment;
  if (!fulfilment.customer.score || !fulfilment.own.score) return std::nullopt;
  BarChart bars{rating_axis(of, fulfilled_title(of.view)),
                {std::string(label_of(Perspective::customer, language)),
                 std::string(label_of(Perspective::own, language))},
                {}};
  NotDrawn unrated{say(msg::chart_not_rated, language), {}};
  for (std::size_t i = 0; i < fulfilment.own.requirements.size(); ++i) {
    const std::array<std::optional<double>, 2> values{fulfilment.customer.requirements[i].fulfilment,
                                                      fulfilment.own.requirements[i].fulfilment};
    BarGroup group{requirement_label(of.view, of.account, fulfilment.own.requirements[i].id), {}, {}};
    if (!values[0] && !values[1]) {
      unrated.names.push_back(group.label);
      continue;
    }
    for (const auto& value : values) {
      group.values.push_back(value);
      group.texts.push_back(value ? rating_text(of, *value) : "–");
    }
    bars.groups.push_back(std::move(group));
  }
  Chart chart{"views",
              say(msg::plan_views_compared, language),
              say(msg::chart_views_words, language),
              std::move(bars),
              {}};
  if (!unrated.names.empty()) chart.not_drawn = {std::move(unrated)};
  return chart;
}

std::optional<Chart> people_chart(const AccountView& of) {
  const Language language = of.view.language;
  ScatterChart map;
  map.x = rating_axis(of, field_label(of.view, "influence"));
  map.y = attitude_axis(of);
  NotDrawn unknown{say(msg::chart_people_unknown, language), {}};
  std::array<int, kAttitudes.size()> counts{};
  for (const Contact& contact : of.account.contacts) {
    if (!contact.influence || !contact.attitude) {
      unknown.names.push_back(contact.name);
      continue;
    }
    ++counts.at(static_cast<std::size_t>(*contact.attitude));
    map.points.push_back({contact.name, std::to_string(map.points.size() + 1), *contact.influence,
                          height_of(*contact.attitude), std::nullopt, person_details(of, contact)});
  }
  if (map.points.empty()) return std::nullopt;
  const auto count = [&counts](Attitude attitude) { return counts.at(static_cast<std::size_t>(attitude)); };
  Chart chart{"people",
              say(msg::chart_people, language),
              say(msg::chart_people_words, language,
                  {counts_of(std::span<const Attitude>(kAttitudes), language, count)}),
              std::move(map),
              {}};
  if (!unknown.names.empty()) chart.not_drawn = {std::move(unknown)};
  return chart;
}

std::optional<Chart> potentials_chart(const AccountView& of) {
  const Language language = of.view.language;
  std::array<double, 3> sums{};
  for (const Potential& potential : of.account.potentials) {
    if (potential.status == PotentialStatus::lost || !potential.value) continue;
    sums[0] += *potential.value;
    if (is_likely(potential)) sums[1] += *potential.value;
    if (is_won(potential)) sums[2] += *potential.value;
  }
  if (!(sums[0] > 0)) return std::nullopt;
  const std::array<std::string, 3> names{
      say(msg::chart_stage_named, language),
      say(msg::chart_stage_likely, language, {format_percent(kLikely, 0, language)}),
      std::string(label_of(PotentialStatus::won, language))};
  FunnelChart funnel;
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const auto text = format_money(sums.at(i), of.view.settings.currency, language);
    funnel.stages.push_back({names.at(i), sums.at(i), text});
    parts.push_back(fmt::format("{}: {}", names.at(i), text));
  }
  return Chart{"potentials", say(msg::chart_potentials, language), fmt::format("{}.", fmt::join(parts, "; ")),
               std::move(funnel), potentials_not_drawn(of)};
}

}  // namespace kam
