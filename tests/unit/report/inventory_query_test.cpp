#include <functional>

#include "inventory_stage.hpp"
#include "kam/model/error.hpp"

using namespace kam;

namespace {

std::string fault_of(const std::function<void()>& act) {
  try {
    act();
  } catch (const UsageError& error) {
    return std::string(error.what()) + " | " + error.hint();
  }
  return "nothing";
}

std::string condition_fault(const std::string& text) {
  return fault_of([&] { parse_condition(text); });
}

std::string where(const View& view, const std::vector<std::string>& conditions) {
  InventoryQuery query;
  for (const auto& text : conditions) query.where.push_back(parse_condition(text));
  return selected(view, query);
}

std::string sorted(const View& view, const std::vector<std::string>& keys) {
  InventoryQuery query;
  for (const auto& text : keys) query.sort.push_back(parse_sort_key(text));
  return selected(view, query);
}

}  // namespace

TEST_CASE("a condition is a column, an operator and a value, blanks or not") {
  struct Row {
    const char* text;
    const char* column;
    Condition::Op op;
    const char* value;
  };
  for (const auto& row : {
           Row{"name=x", "name", Condition::Op::equal, "x"},
           Row{" name \t= \tx y ", "name", Condition::Op::equal, "x y"},
           Row{"name!=x", "name", Condition::Op::not_equal, "x"},
           Row{"revenue<1", "revenue", Condition::Op::less, "1"},
           Row{"revenue<=1", "revenue", Condition::Op::less_equal, "1"},
           Row{"revenue>1", "revenue", Condition::Op::greater, "1"},
           Row{"revenue>=-1.5", "revenue", Condition::Op::greater_equal, "-1.5"},
           Row{"name~x=y", "name", Condition::Op::contains, "x=y"},
           Row{"name = a<b", "name", Condition::Op::equal, "a<b"},
           Row{"name=", "name", Condition::Op::equal, ""},
           Row{"name != ", "name", Condition::Op::not_equal, ""},
           Row{"name==x", "name", Condition::Op::equal, "=x"},
       }) {
    CAPTURE(row.text);
    const auto condition = parse_condition(row.text);
    CHECK(condition.column->key == row.column);
    CHECK(condition.op == row.op);
    CHECK(condition.value == row.value);
  }
}

TEST_CASE("a condition that cannot be meant is refused with the mend") {
  const std::string form =
      " is no condition | Write COLUMN OPERATOR VALUE, with one of = != < <= > >= ~, for example `fulfilment "
      ">= 60`.";
  CHECK(condition_fault("revenue") == "`revenue`" + form);
  CHECK(condition_fault("") == "``" + form);
  CHECK(condition_fault("name ! x") == "`name ! x`" + form);
  CHECK(condition_fault("reveneu > 1") == "there is no column `reveneu` | Did you mean `revenue`?");
  CHECK(condition_fault("= 1").starts_with("there is no column `` | The columns are: rank id name "));
  CHECK(condition_fault("status = key_acount") ==
        "`status` is never `key_acount` | Did you mean `key_account`?");
  CHECK(condition_fault("status != foo") ==
        "`status` is never `foo` | Its values are: prospect candidate key_account former.");
  CHECK(condition_fault("abc = foo") == "`abc` is never `foo` | Its values are: A B C.");
  CHECK(condition_fault("abc = a").starts_with("`abc` is never `a`"));
  CHECK(condition_fault("quadrant=startegic") ==
        "`quadrant` is never `startegic` | Did you mean `strategic`?");
  CHECK(
      condition_fault("revenue > 1.000.000") ==
      "`revenue` is a number, `1.000.000` is none | Write for example `revenue >= 60`, with a decimal point "
      "and no grouping.");
  CHECK(condition_fault("rank = x").starts_with("`rank` is a number, `x` is none"));
  CHECK(condition_fault("last_assessed < 31.12.2026") ==
        "`last_assessed` is a date, `31.12.2026` is none | Write for example `last_assessed >= 2026-01-31`.");
  CHECK(condition_fault("stale = yes") == "`stale` is true or false, not `yes` | Write `stale = true`.");
  CHECK(condition_fault("stale < true") == "`stale` has no order | Use = != or ~ with `stale`.");
  CHECK(condition_fault("tags >= a") == "`tags` has no order | Use = != or ~ with `tags`.");
  CHECK(condition_fault("tags <") == "`tags` has no order | Use = != or ~ with `tags`.");
  CHECK(condition_fault("revenue >") ==
        "`revenue` is compared with nothing | Give a value, or write `revenue =` or `revenue !=` for what is "
        "not known or known.");
}

TEST_CASE("every operator on every kind of column") {
  const Stage stage(five_customers(), simple_settings());
  const View view = stage.view();
  struct Row {
    const char* condition;
    const char* ids;  // by rank: omega alpha beta delta gamma
  };
  for (const auto& row : {
           // numbers; delta has no revenue
           Row{"revenue = 300000", "beta"},
           Row{"revenue != 300000", "omega alpha gamma"},
           Row{"revenue < 300000", "gamma"},
           Row{"revenue <= 300000", "beta gamma"},
           Row{"revenue > 300000", "omega alpha"},
           Row{"revenue >= 300000", "omega alpha beta"},
           Row{"revenue ~ 00000", "omega alpha beta gamma"},
           Row{"revenue ~ 9", "omega"},
           Row{"rank <= 2", "omega alpha"},
           Row{"fulfilment >= 80", "alpha"},
           Row{"fulfilment > 80", ""},
           Row{"revenue_growth = 25", "alpha"},
           Row{"revenue_share < 60.0000000001", "beta gamma"},
           // texts, without case
           Row{"manager = ANNA  Schmidt", "alpha delta"},
           Row{"manager != anna schmidt", ""},
           Row{"name ~ ALPHA", "alpha"},
           Row{"name = firma beta", "beta"},
           Row{"name != Firma beta", "omega alpha delta gamma"},
           Row{"name < Firma beta", "alpha"},
           Row{"name <= Firma beta", "alpha beta"},
           Row{"name > Firma delta", "omega gamma"},
           Row{"name >= Firma delta", "omega delta gamma"},
           // ids of terms
           Row{"status = former", "omega"},
           Row{"status != former", "alpha beta"},
           Row{"status ~ CAND", "beta"},
           Row{"abc = A", "alpha beta"},
           Row{"abc > A", "gamma"},
           Row{"abc >= A", "alpha beta gamma"},
           Row{"abc < B", "alpha beta"},
           Row{"top_gap = flexibility", "omega alpha beta gamma"},
           Row{"qualification = unknown", "delta gamma omega"},
           // dates
           Row{"last_assessed = 2026-05-01", "omega alpha beta"},
           Row{"last_assessed != 2026-05-01", "gamma"},
           Row{"last_assessed < 2026-05-01", "gamma"},
           Row{"last_assessed <= 2026-05-01", "omega alpha beta gamma"},
           Row{"last_assessed > 2025-05-01", "omega alpha beta"},
           Row{"last_assessed >= 2026-05-02", ""},
           Row{"last_assessed ~ 2025-", "gamma"},
           // true and false
           Row{"stale = true", "gamma"},
           Row{"stale = false", "omega alpha beta"},
           Row{"stale != true", "omega alpha beta"},
           Row{"stale ~ tru", "gamma"},
           // lists: any item
           Row{"tags = export", "alpha beta"},
           Row{"tags = OFFSHORE", "alpha"},
           Row{"tags = shore", ""},
           Row{"tags != offshore", "beta"},
           Row{"tags ~ SHORE", "alpha"},
           Row{"tags ~ xpor", "alpha beta"},
       }) {
    CAPTURE(row.condition);
    InventoryQuery query;
    query.where = {parse_condition(row.condition)};
    auto met = select_accounts(view, query);
    const std::string expected = row.ids;
    std::size_t count = expected.empty() ? 0 : 1;
    for (const char c : expected) count += c == ' ' ? 1U : 0U;
    CHECK(met.size() == count);
    for (const auto account : met)
      CHECK_MESSAGE((" " + expected + " ").find(" " + view.accounts[account].id + " ") != std::string::npos,
                    view.accounts[account].id);
  }
}

TEST_CASE("what is unknown meets only = and != against nothing") {
  const Stage stage(five_customers(), simple_settings());
  const View view = stage.view();
  struct Row {
    const char* column;
    const char* unknown;
    const char* known;
  };
  for (const auto& row : {
           Row{"revenue", "delta", "omega alpha beta gamma"},
           Row{"manager", "omega beta gamma", "alpha delta"},
           Row{"tags", "omega delta gamma", "alpha beta"},
           Row{"status", "delta gamma", "omega alpha beta"},
           Row{"last_assessed", "delta", "omega alpha beta gamma"},
           Row{"stale", "delta", "omega alpha beta gamma"},
           Row{"top_gap", "delta", "omega alpha beta gamma"},
           Row{"attractiveness", "gamma", "omega alpha beta delta"},
           Row{"abc", "omega delta", "alpha beta gamma"},
           Row{"id", "", "omega alpha beta delta gamma"},
       }) {
    CAPTURE(row.column);
    CHECK(where(view, {std::string(row.column) + " ="}) == row.unknown);
    CHECK(where(view, {std::string(row.column) + " !="}) == row.known);
    CHECK(where(view, {std::string(row.column) + " ~"}) == row.known);
  }
  CHECK(where(view, {"revenue != 1"}) == "omega alpha beta gamma");
  CHECK(where(view, {"status != former"}) == "alpha beta");
  CHECK(where(view, {"tags != x"}) == "alpha beta");
}

TEST_CASE("all conditions are to be met, and only the accounts named count") {
  const Stage stage(five_customers(), simple_settings());
  const View view = stage.view();
  CHECK(where(view, {}) == "omega alpha beta delta gamma");
  CHECK(where(view, {"revenue >= 300000", "status != former"}) == "alpha beta");
  CHECK(where(view, {"revenue >= 300000", "revenue < 300000"}).empty());
  InventoryQuery query;
  query.accounts = {2, 0};
  CHECK(selected(view, query) == "alpha gamma");
  query.where = {parse_condition("revenue > 100000")};
  CHECK(selected(view, query) == "alpha");
}

TEST_CASE("rows are sorted by every kind of column, unknown last, equals by rank") {
  const Stage stage(five_customers(), simple_settings());
  const View view = stage.view();
  struct Row {
    std::vector<std::string> keys;
    const char* ids;
  };
  for (const auto& row : {
           Row{{}, "omega alpha beta delta gamma"},
           Row{{"revenue"}, "gamma beta alpha omega delta"},
           Row{{"revenue:asc"}, "gamma beta alpha omega delta"},
           Row{{"revenue:desc"}, "omega alpha beta gamma delta"},
           Row{{"attractiveness"}, "delta beta omega alpha gamma"},
           Row{{"attractiveness:desc"}, "omega alpha beta delta gamma"},
           Row{{"name"}, "alpha beta delta gamma omega"},
           Row{{"name:desc"}, "omega gamma delta beta alpha"},
           Row{{"manager"}, "alpha delta omega beta gamma"},  // equal but for case: by rank
           Row{{"manager:desc"}, "alpha delta omega beta gamma"},
           Row{{"last_assessed"}, "gamma omega alpha beta delta"},
           Row{{"last_assessed:desc"}, "omega alpha beta gamma delta"},
           Row{{"stale"}, "omega alpha beta gamma delta"},
           Row{{"stale:desc"}, "gamma omega alpha beta delta"},
           Row{{"status"}, "beta omega alpha delta gamma"},
           Row{{"tags"}, "beta alpha omega delta gamma"},
           Row{{"industry", "revenue"}, "beta omega gamma alpha delta"},
           Row{{"industry:desc", "revenue:desc"}, "alpha gamma omega beta delta"},
           Row{{"rank:desc"}, "gamma delta beta alpha omega"},
       }) {
    std::string keys;
    for (const auto& key : row.keys) keys += key + " ";
    CAPTURE(keys);
    CHECK(sorted(view, row.keys) == row.ids);
  }
}

TEST_CASE("a sort key that cannot be meant is refused") {
  CHECK(fault_of([] { parse_sort_key("reveneu:asc"); }) ==
        "there is no column `reveneu` | Did you mean `revenue`?");
  CHECK(fault_of([] { parse_sort_key("revenue:down"); }) ==
        "`down` is no direction to sort in | Write `revenue:asc` or `revenue:desc`.");
  CHECK(fault_of([] { parse_sort_key("revenue:"); }) ==
        "`` is no direction to sort in | Write `revenue:asc` or `revenue:desc`.");
}

TEST_CASE("--top takes the first of the order, before they are grouped") {
  const Stage stage(five_customers(), simple_settings());
  const View view = stage.view();
  InventoryQuery query;
  query.top = 3;
  CHECK(selected(view, query) == "omega alpha beta");
  query.group_by = &find_inventory_column("industry");
  CHECK(selected(view, query) == "omega beta alpha");
  query.top = 4;
  CHECK(selected(view, query) == "omega beta alpha delta");
  query.sort = {parse_sort_key("revenue")};
  CHECK(selected(view, query) == "gamma alpha beta omega");
  query.top = 0;
  CHECK(selected(view, query).empty());
  query.top = 99;
  CHECK(selected(view, query) == "gamma alpha beta omega delta");
}

TEST_CASE("groups come in the order of their first row, the unknown one last") {
  const Stage stage(five_customers(), simple_settings());
  const View view = stage.view();
  InventoryQuery query;
  query.group_by = &find_inventory_column("industry");
  CHECK(selected(view, query) == "omega beta alpha gamma delta");
  query.group_by = &find_inventory_column("status");
  CHECK(selected(view, query) == "omega alpha beta delta gamma");
  query.group_by = &find_inventory_column("manager");  // unlike spellings stay apart
  CHECK(selected(view, query) == "alpha delta omega beta gamma");
  query.group_by = &find_inventory_column("stale");
  CHECK(selected(view, query) == "omega alpha beta gamma delta");
}
