#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "kam/disk/portfolio.hpp"
#include "kam/format/assign.hpp"

using namespace kam;

namespace {

constexpr std::string_view kFile = R"yaml(kam: 1
name: Nord AG
tags: [a]
figures:
  2025: {revenue: 10}
attractiveness:
  reference: 3
  innovation_leader:
    rating: 4   # why
    reason: first
assessments:
  - date: 2026-03-31
    perspective: customer
    source: Jahresgespräch
    ratings:
      flexibility: {importance: 3, fulfilment: 3}
actions:
  - title: EDI einführen
    status: open
  - title: Lieferplan
  - title: Lieferplan Süd
)yaml";

struct Outcome {
  std::string text;  // the file afterwards; empty where the assignment does not fit
  std::string message;
  std::string hint;
};

Outcome assign(std::string_view file, std::string_view typed) {
  const auto settings = default_settings();
  const auto tree = parse_tree(file, {});
  auto parsed = parse_assignment(typed);
  if (const auto* const misfit = std::get_if<Misfit>(&parsed)) return {{}, misfit->message, misfit->hint};
  const auto planned = plan_assignment(*tree.root, std::get<Assignment>(parsed), settings);
  if (const auto* const misfit = std::get_if<Misfit>(&planned)) return {{}, misfit->message, misfit->hint};
  auto result = apply_edits(file, std::vector{std::get<Edit>(planned)}, account_key_order(settings));
  return {std::move(result.text), std::move(result.refusal), {}};
}

Outcome unset(std::string_view file, const std::string& path) {
  const auto settings = default_settings();
  const auto tree = parse_tree(file, {});
  const auto planned = plan_assignment(*tree.root, {path, std::nullopt}, settings);
  if (const auto* const misfit = std::get_if<Misfit>(&planned)) return {{}, misfit->message, misfit->hint};
  auto result = apply_edits(file, std::vector{std::get<Edit>(planned)}, account_key_order(settings));
  return {std::move(result.text), std::move(result.refusal), {}};
}

// `file` with the first `from` replaced.
std::string with(std::string_view from, std::string_view to) {
  std::string text(kFile);
  return text.replace(text.find(from), from.size(), to);
}

}  // namespace

TEST_CASE("an assignment writes its value at its path") {
  struct Row {
    std::string_view typed;
    std::string after;
  };
  const std::vector<Row> rows{
      {"name=Süd AG", with("Nord AG", "Süd AG")},
      {"industry=a=b: c", with("tags:", "industry: \"a=b: c\"\ntags:")},
      {"customer_since=2009", with("tags:", "customer_since: 2009\ntags:")},
      {"external_id=00012", with("tags:", "external_id: \"00012\"\ntags:")},
      {"tags[+]=b, c", with("[a]", "[a, \"b, c\"]")},
      {"tags[0]=b", with("[a]", "[b]")},
      {"tags[-1]=b", with("[a]", "[b]")},
      {"tags=[x, 'y z']", with("[a]", "[x, y z]")},
      {"figures.2025.profit=2.5", with("revenue: 10", "revenue: 10, profit: 2.5")},
      {"figures.2026.revenue_plan=12",
       with("attractiveness:", "  2026: {revenue_plan: 12}\nattractiveness:")},
      {"attractiveness.reference=3.5", with("reference: 3", "reference: 3.5")},
      {"attractiveness.reference.rating=4", with("reference: 3", "reference: 4")},
      {"attractiveness.reference.reason=Why: so",
       with("reference: 3", "reference: {rating: 3, reason: \"Why: so\"}")},
      {"attractiveness.innovation_leader=5", with("rating: 4 ", "rating: 5 ")},
      {"attractiveness.innovation_leader.reason=x", with("reason: first", "reason: x")},
      {"attractiveness.growth=2", with("  reference: 3", "  growth: 2\n  reference: 3")},
      {"attractiveness.growth.rating=2", with("  reference: 3", "  growth: 2\n  reference: 3")},
      {"collaboration.logistics.intensity=2",
       with("assessments:", "collaboration:\n  logistics:\n    intensity: 2\nassessments:")},
      {"collaboration.logistics.people[+]=Eva",
       with("assessments:", "collaboration:\n  logistics:\n    people:\n      - Eva\nassessments:")},
      {"customer_view.our_contribution=Ruhe",
       with("assessments:", "customer_view:\n  our_contribution: Ruhe\nassessments:")},
      {"requirements.near_us.label=Nähe",
       with("assessments:", "requirements:\n  near_us: {label: Nähe}\nassessments:")},
      {"assessments[jahresGESPRÄCH].ratings.flexibility.fulfilment=4",
       with("fulfilment: 3}", "fulfilment: 4}")},
      {"assessments[2026-03-31].by=Eva", with("    ratings:", "    by: Eva\n    ratings:")},
      {"actions[edi].status=done", with("status: open", "status: done")},
      {"actions[Lieferplan].owner=Eva", with("Lieferplan\n", "Lieferplan\n    owner: Eva\n")},
      {"actions[-1].due=2027-01-31", with("Süd\n", "Süd\n    due: 2027-01-31\n")},
      {"actions[+].title=Neu", std::string(kFile) + "  - title: Neu\n"},
      {"objectives[+].title=Neu", with("actions:", "objectives:\n  - title: Neu\nactions:")},
      {"x_note=5", with("tags:", "tags:").append("x_note: 5\n")},
      {"x_note=five", with("tags:", "tags:").append("x_note: five\n")},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    const auto outcome = assign(kFile, row.typed);
    CHECK(outcome.message == "");
    CHECK(outcome.text == row.after);
  }
}

TEST_CASE("an assignment that does not fit says what would") {
  struct Row {
    std::string_view typed;
    std::string_view message;
    std::string_view hint;
  };
  const std::vector<Row> rows{
      {"name", "`name` is no PATH=VALUE",
       "Write it as in figures.2026.revenue=1240000 or actions[0].status=done."},
      {"=x", "`\"\"` is no path: it is empty",
       "Write keys with dots between them, as in figures.2026.revenue or actions[0].status."},
      {"x_\xE4=1", "`x_\xE4` is no path: it is not UTF-8",
       "Write keys with dots between them, as in figures.2026.revenue or actions[0].status."},
      {"a..b=x", "`a..b` is no path: a key is missing",
       "Write keys with dots between them, as in figures.2026.revenue or actions[0].status."},
      {"a.=x", "`a.` is no path: a key is missing",
       "Write keys with dots between them, as in figures.2026.revenue or actions[0].status."},
      {"actions[].owner=x", "`actions[].owner` is no path: the brackets are empty",
       "Write keys with dots between them, as in figures.2026.revenue or actions[0].status."},
      {"actions[0]owner=x", "`actions[0]owner` is no path: a dot is missing",
       "Write keys with dots between them, as in figures.2026.revenue or actions[0].status."},
      {"nmae=x", "an account has no key nmae", "Did you mean name?"},
      {"actions[0].statu=x", "actions[0] has no key statu", "Did you mean status?"},
      {"actions[0].zzzzz=x", "actions[0] has no key zzzzz",
       "Its keys: title, requirement, owner, due, status."},
      {"actions.status=done", "actions is a list", "Name one of its items, as in actions[0].status."},
      {"actions[3].status=done", "actions has no item [3]: there are 3",
       "The first is actions[0], the last actions[-1]."},
      {"actions[-4].status=done", "actions has no item [-4]: there are 3",
       "The first is actions[0], the last actions[-1]."},
      {"tags[1]=x", "tags has no item [1]: there is one", "The first is tags[0], the last tags[-1]."},
      {"team[0].name=x", "team has no items yet", "Add one with team[+]."},
      {"actions[zoll].status=done", "no item of actions has `zoll` in its title, name, date or source",
       "There are: [0] EDI einführen; [1] Lieferplan; [2] Lieferplan Süd."},
      {"actions[lief].status=done", "2 items of actions have `lief` in their title, name, date or source",
       "Name one by its place: [1] Lieferplan; [2] Lieferplan Süd."},
      {"actions[0].status=don", "actions[0].status don is not known",
       "Did you mean done? Write one of open, done, dropped."},
      {"actions[0].due=31.1.2027", "31.1.2027 is not a date in the form YYYY-MM-DD", "Write 2027-01-31."},
      {"actions[0].requirement=flexibilty", "actions[0].requirement flexibilty is not known",
       "Did you mean flexibility?"},
      {"actions[0][1]=x", "actions[0] is no list and has no item [1]",
       "Items in brackets belong behind a list's key, as in actions[0].status."},
      {"name.first=x", "name is a single value and has no key first", "Give the path name."},
      {"name[0]=x", "name is no list and has no item [0]",
       "Items in brackets belong behind a list's key, as in actions[0].status."},
      {"name=", "name is given no value", "To take it out, give its path with --unset."},
      {"figures=5", "figures holds more than one value", "Give the path of one of them."},
      {"figures.2025=5", "figures.2025 holds more than one value",
       "Give the path of one of them: figures.2025.revenue, figures.2025.contribution_margin, "
       "figures.2025.profit, figures.2025.purchasing_volume, figures.2025.revenue_plan."},
      {"figures.25.revenue=5", "25 is not a year of four digits", "Write the year as in figures.2026."},
      {"figures.2025.revenue=1.000,5", "1.000,5 is not a plain number", "Write 1000.5 without grouping."},
      {"attractiveness.refrence=3", "attractiveness has no refrence", "Did you mean reference?"},
      {"attractiveness.reference=6", "rating 6 is above the scale's 5",
       "Ratings run from 0 to 5 (scale in kam.yaml)."},
      {"requirements.Near.label=x", "Near is not an id in snake_case",
       "Write near: small letters, digits and underscores, a letter first."},
      {"tags=x", "tags is a list, and `x` is none",
       "Write a list as in tags='[one, two]', or add one text with tags[+]=TEXT."},
      {"tags=[[x]]", "tags is a list, and `[[x]]` is none",
       "Write a list as in tags='[one, two]', or add one text with tags[+]=TEXT."},
      {"kam=2", "kam is the number of the file's format, and stays", "Give another path."},
      {"name=\xff", "the value of name is no UTF-8 text", "Type it on a UTF-8 terminal."},
  };
  for (const auto& row : rows) {
    CAPTURE(row.typed);
    const auto outcome = assign(kFile, row.typed);
    CHECK(outcome.text == "");
    CHECK(outcome.message == row.message);
    CHECK(outcome.hint == row.hint);
  }
}

TEST_CASE("unset takes out what stands at the path, and nothing where nothing stands") {
  CHECK(unset(kFile, "actions[edi].status").text == with("    status: open\n", ""));
  CHECK(unset(kFile, "actions[1]").text == with("  - title: Lieferplan\n", ""));
  CHECK(unset(kFile, "attractiveness.reference").text == with("  reference: 3\n", ""));
  CHECK(unset(kFile, "notes").text == kFile);
  CHECK(unset(kFile, "tags[+]").message == "[+] is a new item, which is not there to be taken out");
  CHECK(unset(kFile, "nots").hint == "Did you mean notes?");
}

TEST_CASE("an item is added with its facts in the format's order") {
  const auto settings = default_settings();
  const auto tree = parse_tree(kFile, {});
  const auto planned =
      plan_item(*tree.root, "actions", {{"due", "2027-01-31"}, {"title", "Neu: jetzt"}}, settings);
  const auto result = apply_edits(kFile, std::vector{std::get<Edit>(planned)}, account_key_order(settings));
  CHECK(result.text == std::string(kFile) + "  - title: \"Neu: jetzt\"\n    due: 2027-01-31\n");
  const auto refused =
      plan_item(*tree.root, "potentials", {{"title", "x"}, {"probability", "120"}}, settings);
  CHECK(std::get<Misfit>(refused).message == "percentage 120 is above 100");
}

TEST_CASE(
    "what items are named by is known from one assignment to the next, and looked at again where it "
    "changes") {
  const auto settings = default_settings();
  const std::string file =
      "kam: 1\nname: K\nactions:\n  - title: EDI\n  - title: Visit\n  - title: Visit us\n";
  std::string after = file;
  ItemNames names;
  // The item that the part names, in the text that the assignments before left.
  const auto set = [&](const std::string& path, std::optional<std::string> value) -> std::string {
    const auto tree = parse_tree(after, "x");
    REQUIRE(tree.root.has_value());
    const auto planned = plan_assignment(*tree.root, {path, value}, settings, &names);
    const auto anew = plan_assignment(*tree.root, {path, value}, settings);
    CHECK(planned.index() == anew.index());
    if (const auto* const misfit = std::get_if<Misfit>(&planned)) {
      CHECK(misfit->message == std::get<Misfit>(anew).message);
      return misfit->message;
    }
    const auto& edit = std::get<Edit>(planned);
    CHECK(edit.path == std::get<Edit>(anew).path);
    after = apply_edits(after, std::vector{edit}, account_key_order(settings)).text;
    return format_path(edit.path);
  };
  CHECK(set("actions[edi].owner", "Anna") == "actions[0].owner");
  CHECK(set("actions[visit].owner", "Anna") == "actions[1].owner");
  CHECK(set("actions[us].title", "Talk") == "actions[2].title");
  CHECK(set("actions[talk].owner", "Anna") == "actions[2].owner");
  CHECK(set("actions[+].title", "Fair") == "actions");
  CHECK(set("actions[fair].owner", "Anna") == "actions[3].owner");
  CHECK(set("actions[edi]", std::nullopt) == "actions[0]");
  CHECK(set("actions[fair].owner", "Ben") == "actions[2].owner");
  CHECK(set("actions[a].owner", "Ben") == "2 items of actions have `a` in their title, name, date or source");
  CHECK(set("actions", std::nullopt) == "actions");
  CHECK(set("actions[fair].owner", "Ben") == "actions has no items yet");
}
