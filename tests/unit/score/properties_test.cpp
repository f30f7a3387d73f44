#include <algorithm>
#include <random>

#include "sample.hpp"

using namespace kam;
using namespace kam::sample;

namespace {

// Accounts drawn at random, the same on every machine.
class Draw {
 public:
  explicit Draw(unsigned seed) : engine_(seed) {}

  // 0 to below `end`.
  std::size_t below(std::size_t end) { return engine_() % end; }

  // A rating in steps of a tenth, or nothing in one of four draws.
  std::optional<double> rating() {
    if (below(4) == 0) return std::nullopt;
    return static_cast<double>(below(51)) / 10;
  }

  Date date() {
    return std::chrono::sys_days{day("2024-01-01")} + std::chrono::days{static_cast<int>(below(1000))};
  }

  Account account(const std::string& id) {
    Account account = unknown_account(id);
    for (const auto& criterion : settings().attractiveness)
      account.attractiveness.push_back({criterion.id, {rating(), ""}});
    for (const auto& criterion : settings().partnership)
      account.partnership.push_back({criterion.id, {rating(), ""}});
    for (const int year : {2023, 2024, 2025, 2026})
      if (below(3) > 0) account.figures[year].revenue = static_cast<double>(below(40)) * 10000 - 20000;
    for (std::size_t i = below(6); i > 0; --i) account.assessments.push_back(assessment());
    return account;
  }

  Assessment assessment() {
    Assessment result;
    result.date = date();
    result.perspective = below(2) == 0 ? Perspective::customer : Perspective::own;
    for (const auto& requirement : settings().requirements)
      if (below(2) == 0) result.ratings.push_back({requirement.id, {rating(), rating(), {}, ""}});
    return result;
  }

 private:
  std::mt19937 engine_;
};

constexpr unsigned kDraws = 200;

double sum_points(const WeightedScore& weighted) {
  double sum = 0;
  for (const auto& criterion : weighted.criteria) sum += criterion.points.value_or(0);
  return sum;
}

double sum_lost_points(const PerspectiveScore& perspective) {
  double sum = 0;
  for (const auto& requirement : perspective.requirements) sum += requirement.lost_points.value_or(0);
  return sum;
}

std::vector<Account> draw_accounts(unsigned seed) {
  Draw draw(seed);
  std::vector<Account> accounts;
  for (int i = 0; i < 12; ++i) accounts.push_back(draw.account("a" + std::to_string(i)));
  return accounts;
}

}  // namespace

TEST_CASE("property: the points of a score add up to it, the lost ones to what it lacks") {
  int scored = 0;
  for (unsigned seed = 0; seed < kDraws; ++seed) {
    CAPTURE(seed);
    const auto scores = score_account(Draw(seed).account("a"), settings(), kToday);
    for (const auto* weighted : {&scores.attractiveness, &scores.partnership}) {
      if (!weighted->score) continue;
      CHECK(sum_points(*weighted) == about(*weighted->score));
      CHECK(*weighted->score >= 0);
      CHECK(*weighted->score <= 100 + 1e-9);
    }
    for (const auto* perspective : {&scores.fulfilment.customer, &scores.fulfilment.own}) {
      if (!perspective->score) continue;
      CHECK(sum_lost_points(*perspective) == about(100 - *perspective->score));
      ++scored;
    }
  }
  CHECK(scored > 100);
}

TEST_CASE("property: raising one rating never lowers the score") {
  for (unsigned seed = 0; seed < kDraws; ++seed) {
    CAPTURE(seed);
    Draw draw(seed);
    const Account account = draw.account("a");
    const auto before = score_account(account, settings(), kToday);

    Account raised = account;
    auto& rating = raised.attractiveness[draw.below(raised.attractiveness.size())].second.rating;
    if (rating) rating = std::min(5.0, *rating + 1);
    for (auto& entry : raised.assessments)
      for (auto& [id, given] : entry.ratings)
        if (given.fulfilment && draw.below(5) == 0) given.fulfilment = std::min(5.0, *given.fulfilment + 1);
    const auto after = score_account(raised, settings(), kToday);
    CHECK(after.attractiveness.score.value_or(0) >= before.attractiveness.score.value_or(0) - 1e-9);
    CHECK(after.fulfilment.customer.score.value_or(0) >= before.fulfilment.customer.score.value_or(0) - 1e-9);
    CHECK(after.fulfilment.own.score.value_or(0) >= before.fulfilment.own.score.value_or(0) - 1e-9);
    CHECK(after.fulfilment.coverage == before.fulfilment.coverage);
  }
}

TEST_CASE("property: what is recorded after the day changes nothing on it") {
  const Date as_of = day("2025-06-30");
  for (unsigned seed = 0; seed < kDraws; ++seed) {
    CAPTURE(seed);
    const Account account = Draw(seed).account("a");
    Account cut = account;
    std::erase_if(cut.assessments, [&](const Assessment& entry) { return entry.date > as_of; });
    std::erase_if(cut.figures, [](const auto& year) { return year.first > 2025; });
    const auto seen = score_account(account, settings(), as_of);
    const auto known_then = score_account(cut, settings(), as_of);
    CHECK(seen.attractiveness.score == known_then.attractiveness.score);
    CHECK(seen.fulfilment.score == known_then.fulfilment.score);
    CHECK(seen.fulfilment.perspective == known_then.fulfilment.perspective);
    CHECK(seen.figures.revenue_growth == known_then.figures.revenue_growth);
    CHECK(seen.last_assessed == known_then.last_assessed);
    CHECK(seen.history.size() == known_then.history.size());
    CHECK(seen.completeness.open == known_then.completeness.open);
    CHECK(seen.findings.size() == known_then.findings.size());
  }
}

TEST_CASE("property: the last point of the history is the score of today") {
  for (unsigned seed = 0; seed < kDraws; ++seed) {
    CAPTURE(seed);
    const auto scores = score_account(Draw(seed).account("a"), settings(), kToday);
    for (const auto& [perspective, score] :
         {std::pair{Perspective::customer, scores.fulfilment.customer.score},
          std::pair{Perspective::own, scores.fulfilment.own.score}}) {
      std::optional<double> last;
      for (const auto& point : scores.history)
        if (point.perspective == perspective) last = point.score;
      CHECK(last == score);
    }
  }
}

TEST_CASE("property: the order of the accounts changes neither classes nor shares nor ranks") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    CAPTURE(seed);
    auto accounts = draw_accounts(seed);
    const auto straight = score_portfolio(accounts, settings(), kToday);
    std::mt19937 engine(seed);
    for (std::size_t i = accounts.size(); i > 1; --i) std::swap(accounts[i - 1], accounts[engine() % i]);
    const auto shuffled = score_portfolio(accounts, settings(), kToday);
    CHECK(shuffled.summary.revenue == straight.summary.revenue);
    CHECK(shuffled.summary.herfindahl == straight.summary.herfindahl);
    for (const auto& before : straight.accounts) {
      const auto after = std::ranges::find(shuffled.accounts, before.id, &AccountScores::id);
      CHECK(after->abc == before.abc);
      CHECK(after->revenue_share == before.revenue_share);
      CHECK(after->rank == before.rank);
    }
  }
}

TEST_CASE("property: shares add up to 100, and more revenue is never a lower class") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    CAPTURE(seed);
    const auto scores = score_portfolio(draw_accounts(seed), settings(), kToday);
    double shares = 0;
    for (const auto& a : scores.accounts) {
      shares += a.revenue_share.value_or(0);
      for (const auto& b : scores.accounts)
        if (a.abc && b.abc && *a.figures.revenue >= *b.figures.revenue) CHECK(*a.abc <= *b.abc);
    }
    CHECK(shares == about(100));
  }
}
