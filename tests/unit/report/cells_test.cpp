#include "report/cells.hpp"

#include <doctest/doctest.h>

#include "report/actions.hpp"
#include "report/measures.hpp"
#include "report/sections.hpp"
#include "stage.hpp"

using namespace kam;

TEST_CASE("what is absent is unknown, never zero and never blank") {
  for (const Cell& cell :
       {text_cell(""), list_cell({}), year_cell({}), rating_cell({}), money_cell({}), percent_cell({}),
        date_cell({}), points_cell({}), measure_cell(Measure::revenue, {}),
        term_cell(std::optional<Status>(), Language::en), weighted_cell({}, {}), fulfilment_cell({}, {})})
    CHECK(cell == Cell(Unknown{}));
  CHECK(money_cell(0) == Cell(Money{0}));
  CHECK(rating_cell(0) == Cell(Number{0, 2}));
  CHECK(percent_cell(0) == Cell(Percent{0, 0}));
  CHECK(points_cell(1.5) == Cell(Points{1.5, false}));
  CHECK(points_cell(1.5, Sign::shown) == Cell(Points{1.5, true}));
}

TEST_CASE("a measure's value has its unit") {
  for (const Measure measure : {Measure::revenue, Measure::contribution_margin, Measure::profit})
    CHECK(measure_cell(measure, 12) == Cell(Money{12}));
  for (const Measure measure :
       {Measure::contribution_margin_ratio, Measure::revenue_growth, Measure::share_of_wallet})
    CHECK(measure_cell(measure, 12) == Cell(Percent{12, 1}));
  CHECK(measure_cell({}, 12) == Cell(Number{12, 2}));
}

TEST_CASE("a score of which less than half is known is marked, a stale fulfilment too") {
  WeightedScore weighted;
  weighted.score = 70;
  weighted.coverage = 49.9;
  CHECK(weighted_cell(weighted, {}) == Cell(Score{70, Band::green, true, "*"}));
  weighted.coverage = 50;
  CHECK(weighted_cell(weighted, {}) == Cell(Score{70, Band::green, true, ""}));
  AccountScores scores;
  scores.fulfilment.score = 70;
  scores.fulfilment.coverage = 20;
  CHECK(fulfilment_cell(scores, {}) == Cell(Score{70, Band::green, true, "*"}));
  scores.stale = true;
  CHECK(fulfilment_cell(scores, {}) == Cell(Score{70, Band::amber, true, "*†"}));
}

TEST_CASE("columns in which nothing is known are dropped, but never the first") {
  Table table;
  table.columns = {text_column("a", "A"), number_column("b", "B"), text_column("c", "C", 2)};
  table.rows = {{Unknown{}, Unknown{}, Count{1}}, {Unknown{}, Unknown{}, Unknown{}}};
  drop_unknown_columns(table);
  REQUIRE(table.columns.size() == 2);
  CHECK(table.columns[0] == Column{"a", "A", Align::left, 0});
  CHECK(table.columns[1] == Column{"c", "C", Align::left, 2});
  CHECK(table.rows[0] == std::vector<Cell>{Unknown{}, Count{1}});
  CHECK(table.rows[1] == std::vector<Cell>{Unknown{}, Unknown{}});
  drop_column(table, "nothing");
  CHECK(table.columns.size() == 2);
  CHECK(number_column("b", "B").align == Align::right);
}

TEST_CASE("percentages in sentences are whole from ten up") {
  CHECK(percent_text(9.94, Language::en) == "9.9%");
  CHECK(percent_text(10.4, Language::en) == "10%");
  CHECK(percent_text(-10.4, Language::en) == "-10%");
  CHECK(percent_text(5, Language::en) == "5%");
  CHECK(percent_text(0.4, Language::de) == "0,4\u00a0%");
}

TEST_CASE("names and sentences are joined as people do") {
  CHECK(join_names({}, Language::en).empty());
  CHECK(join_names({"A"}, Language::en) == "A");
  CHECK(join_names({"A", "B"}, Language::en) == "A and B");
  CHECK(join_names({"A", "B", "C"}, Language::de) == "A, B und C");
  CHECK(join_sentences({"", "One.", "", "Two."}) == "One. Two.");
}

TEST_CASE("what has no date comes last") {
  CHECK(is_due_before(day(2026, 1, 1), day(2026, 1, 2)));
  CHECK_FALSE(is_due_before(day(2026, 1, 2), day(2026, 1, 2)));
  CHECK(is_due_before(day(2026, 1, 1), {}));
  CHECK_FALSE(is_due_before({}, day(2026, 1, 1)));
  CHECK_FALSE(is_due_before({}, {}));
}

TEST_CASE("catalogue words: own labels first, then the built-in ones, then the id") {
  Account account = nordlicht();
  Settings settings = settings_of("Beispiel AG");
  settings.requirements[0].label.de = "Eigener Name";
  settings.potentials[0].label.any = "Eigene Art";
  const Stage stage({account}, settings);
  const View view = stage.view(Language::de);
  CHECK(requirement_label(view, view.accounts[0], "delivered_quality") == "Eigener Name");
  CHECK(requirement_label(view, view.accounts[0], "flexibility") ==
        "Ist flexibel und offen für Veränderungen");
  CHECK(requirement_label(view, view.accounts[0], "english_documentation") == "Dokumentation auf Englisch");
  CHECK(requirement_label(view, view.accounts[0], "gone") == "gone");
  CHECK(potential_kind_label(view, "new_offerings") == "Eigene Art");
  CHECK(potential_kind_label(view, "joint_strategy") == "Gemeinsame Strategie und Planung");
  CHECK(potential_kind_label(view, "gone") == "gone");
  CHECK(potential_kind_label(view, "").empty());
  CHECK(offering_label(view, {"new_offerings", {}}) == "new_offerings");
  CHECK(offering_label(view, {"new_offerings", {"Teile", "", ""}}) == "Teile");
}
