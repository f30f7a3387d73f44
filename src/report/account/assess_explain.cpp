#include <algorithm>

#include <fmt/format.h>

#include "kam/model/number.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/assess.hpp"
#include "report/account/assess_parts.hpp"
#include "report/cells.hpp"
#include "report/measures.hpp"

namespace kam {

namespace {

// Every line is `name = formula with its numbers = result`, so that it can be redone by hand.
class Explanation {
 public:
  explicit Explanation(const AccountView& of) : of_(of) {}

  // Results are shown to two decimals, what they are made from to four, so that redoing them agrees.
  std::string result(double value) const { return format_trimmed(value, 2, of_.view.language); }
  std::string number(double value) const { return format_trimmed(value, 4, of_.view.language); }
  std::string scale() const { return number(of_.view.settings.scale); }

  void add(std::string line) { lines_.push_back(std::move(line)); }
  void add_sum(std::string_view name, std::string_view formula, const std::optional<double>& result) {
    add(fmt::format("{} = {} = {}", name, formula, result ? this->result(*result) : "–"));
  }
  std::vector<std::string> take() { return std::move(lines_); }

 private:
  const AccountView& of_;
  std::vector<std::string> lines_;
};

std::string join(const std::vector<std::string>& terms) {
  std::string sum;
  for (const auto& term : terms) sum += (sum.empty() ? "" : " + ") + term;
  return sum.empty() ? "0" : sum;
}

void explain_measured(Explanation& out, const AccountView& of, const WeightedPart& part) {
  const auto language = of.view.language;
  for (const auto& criterion : part.score.criteria) {
    const auto entry = part.catalogue.find(criterion.id);
    if (criterion.source != RatingSource::measured || !criterion.value || entry == part.catalogue.end())
      continue;
    const auto reached =
        std::ranges::count_if(entry->steps, [&](double step) { return reaches(*criterion.value, step); });
    const auto steps =
        say(msg::explain_steps, language,
            {label_of(*entry->measure, language), measure_text(*entry->measure, *criterion.value, of.view),
             std::to_string(criterion.value_year.value_or(0)), std::to_string(reached),
             std::to_string(entry->steps.size())});
    const auto sum = fmt::format("{} × {} / {} = {}", out.scale(), reached, entry->steps.size(),
                                 out.number(criterion.rating.value_or(0)));
    out.add(say(msg::explain_rating_of, language,
                {entry_label(part.vocabulary, entry->id, entry->label, language), steps, sum}));
  }
}

void explain_weighted(Explanation& out, const AccountView& of, const WeightedPart& part) {
  explain_measured(out, of, part);
  std::vector<std::string> products;
  std::vector<std::string> known;
  std::vector<std::string> all;
  for (const auto& criterion : part.score.criteria) {
    all.push_back(out.number(criterion.weight));
    if (!criterion.rating) continue;
    known.push_back(all.back());
    products.push_back(all.back() + "×" + out.number(*criterion.rating));
  }
  if (known.empty()) return;
  const auto label = field_label(of.view, part.field);
  out.add_sum(label, fmt::format("100 × ({}) / ({} × ({}))", join(products), out.scale(), join(known)),
              part.score.score);
  out.add_sum(say(msg::explain_coverage, of.view.language, {label}),
              fmt::format("100 × ({}) / ({})", join(known), join(all)), part.score.coverage);
}

void explain_perspective(Explanation& out, const AccountView& of, Perspective perspective,
                         const PerspectiveScore& score) {
  if (!score.score) return;
  const auto language = of.view.language;
  std::vector<std::string> products;
  std::vector<std::string> weights;
  for (const auto& requirement : score.requirements) {
    if (!requirement.lost_points) continue;
    weights.push_back(out.number(*requirement.importance));
    products.push_back(weights.back() + "×" + out.number(*requirement.fulfilment));
  }
  const auto sum = fmt::format("{} × ({})", out.scale(), join(weights));
  const auto label =
      fmt::format("{} ({})", field_label(of.view, "fulfilment"), label_of(perspective, language));
  out.add_sum(label, fmt::format("100 × ({}) / ({})", join(products), sum), score.score);
  out.add_sum(say(msg::explain_coverage, language, {label}),
              fmt::format("100 × {} / {}", score.rated, score.total), score.coverage);
  for (const auto& requirement : score.requirements)
    if (requirement.lost_points)
      out.add_sum(say(msg::explain_lost, language, {requirement_label(of.view, of.account, requirement.id)}),
                  fmt::format("100 × {} × ({} − {}) / ({})", out.number(*requirement.importance), out.scale(),
                              out.number(*requirement.fulfilment), sum),
                  requirement.lost_points);
  out.add(say(msg::explain_crosshair, language,
              {out.number(score.crosshair_importance), out.number(score.crosshair_fulfilment)}));
}

std::string against(const Explanation& out, const AccountView& of, std::string_view field,
                    const std::optional<double>& score, double threshold) {
  return say(msg::explain_threshold, of.view.language,
             {field_label(of.view, field), score ? out.number(*score) : "–", out.number(threshold)});
}

// A score of which less than half is known decides nothing.
std::string against(const Explanation& out, const AccountView& of, std::string_view field,
                    const WeightedScore& score, double threshold) {
  auto text = against(out, of, field, score.score, threshold);
  if (score.score && score.coverage && !reaches(*score.coverage, kHalfKnown))
    text += say(msg::explain_half_known, of.view.language, {out.result(*score.coverage)});
  return text;
}

// The share of revenue of all who have strictly more: what the ABC class is decided by.
double share_above(const AccountView& of) {
  const double revenue = of.scores.figures.revenue.value_or(0);
  double share = 0;
  for (const auto& other : of.view.scores.accounts)
    if (other.revenue_share && other.figures.revenue && !reaches(revenue, *other.figures.revenue))
      share += *other.revenue_share;
  return share;
}

void explain_classes(Explanation& out, const AccountView& of) {
  const auto language = of.view.language;
  const auto& scores = of.scores;
  const auto& thresholds = of.view.settings.thresholds;
  out.add(fmt::format(
      "{}: {}, {} → {}", field_label(of.view, "qualification"),
      against(out, of, "attractiveness", scores.attractiveness, thresholds.key_account_attractiveness),
      against(out, of, "partnership", scores.partnership, thresholds.key_account_partnership),
      label_of(scores.qualification, language)));
  out.add(fmt::format(
      "{}: {}, {} → {}", field_label(of.view, "quadrant"),
      against(out, of, "attractiveness", scores.attractiveness.score, thresholds.matrix_attractiveness),
      against(out, of, "fulfilment", scores.fulfilment.score, thresholds.matrix_strength),
      scores.quadrant ? label_of(*scores.quadrant, language) : "–"));
  if (scores.abc)
    out.add(
        fmt::format("ABC: {} → {}",
                    say(msg::explain_abc, language,
                        {percent_text(share_above(of), language), percent_text(thresholds.abc[0], language),
                         percent_text(thresholds.abc[1], language)}),
                    to_id(*scores.abc)));
}

void explain_money(Explanation& out, const AccountView& of) {
  std::vector<std::string> expected;
  for (const auto& potential : of.account.potentials)
    if (score_expected_value(potential))
      expected.push_back(
          fmt::format("{} × {} / 100", out.number(*potential.value), out.number(*potential.probability)));
  if (!expected.empty())
    out.add_sum(field_label(of.view, "expected_value"), join(expected), of.scores.expected_value);
  std::vector<std::string> space;
  for (const auto& [id, offering] : of.account.offerings)
    if (score_white_space(offering))
      space.push_back(
          fmt::format("max(0, {} − {})", out.number(*offering.potential), out.number(*offering.current)));
  if (!space.empty()) out.add_sum(field_label(of.view, "white_space"), join(space), of.scores.white_space);
}

}  // namespace

std::vector<std::string> explain_lines(const AccountView& of) {
  Explanation out(of);
  for (const auto& part : weighted_parts(of)) explain_weighted(out, of, part);
  const auto& fulfilment = of.scores.fulfilment;
  explain_perspective(out, of, Perspective::customer, fulfilment.customer);
  explain_perspective(out, of, Perspective::own, fulfilment.own);
  if (fulfilment.perception_gap)
    out.add_sum(field_label(of.view, "perception_gap"),
                fmt::format("{} − {}", out.number(fulfilment.own.score.value_or(0)),
                            out.number(fulfilment.customer.score.value_or(0))),
                fulfilment.perception_gap);
  explain_classes(out, of);
  explain_money(out, of);
  const auto& questions = of.scores.completeness;
  out.add_sum(field_label(of.view, "completeness"),
              fmt::format("100 × {} / {}", questions.answered, questions.total), questions.score);
  return out.take();
}

}  // namespace kam
