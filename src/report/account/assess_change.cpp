#include <algorithm>

#include <fmt/format.h>

#include "kam/model/number.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/assess.hpp"
#include "report/account/assess_parts.hpp"
#include "report/cells.hpp"
#include "report/data_values.hpp"

namespace kam {

namespace {

// One value that differs between before and after.
struct Change {
  std::string section;  // the file's section, or `scores`
  std::string id;       // of a criterion, area, requirement or score
  std::string field;    // `rating`, `intensity`, `importance`, `fulfilment`, `best_competitor`, `score`
  std::string label;
  std::optional<double> before;
  std::optional<double> after;
  std::string remark;
};
using Changes = std::vector<Change>;

bool differs(const std::optional<double>& a, const std::optional<double>& b) {
  if (a && b) return !nearly_equal(*a, *b);
  return a.has_value() != b.has_value();
}

void add(Changes& changes, Change change) {
  if (differs(change.before, change.after)) changes.push_back(std::move(change));
}

void compare_criteria(Changes& changes, const AccountView& before, const AccountView& after) {
  const auto parts_before = weighted_parts(before);
  const auto parts_after = weighted_parts(after);
  for (std::size_t p = 0; p < parts_after.size(); ++p) {
    const auto& part = parts_after[p];
    const std::string field = part.vocabulary == Vocabulary::collaboration ? "intensity" : "rating";
    for (std::size_t i = 0; i < part.catalogue.size(); ++i) {
      const auto& entry = part.catalogue[i];
      add(changes, {std::string(part.field),
                    entry.id,
                    field,
                    entry_label(part.vocabulary, entry.id, entry.label, after.view.language),
                    parts_before[p].score.criteria[i].rating,
                    part.score.criteria[i].rating,
                    {}});
    }
  }
}

void compare_requirements(Changes& changes, const AccountView& after, Perspective perspective,
                          const PerspectiveScore& scores_before, const PerspectiveScore& scores_after) {
  for (const auto& requirement : scores_after.requirements) {
    const auto found = scores_before.requirements.find(requirement.id);
    const auto old = found == scores_before.requirements.end() ? RequirementScore{} : *found;
    const auto label = requirement_label(after.view, after.account, requirement.id);
    const std::string remark(label_of(perspective, after.view.language));
    const std::string section(to_id(perspective));
    add(changes,
        {section, requirement.id, "importance", label, old.importance, requirement.importance, remark});
    add(changes,
        {section, requirement.id, "fulfilment", label, old.fulfilment, requirement.fulfilment, remark});
    add(changes, {section, requirement.id, "best_competitor", label, old.best_competitor,
                  requirement.best_competitor, remark});
  }
}

// A remark that came with a rating.
struct NoteChange {
  Perspective perspective = Perspective::customer;
  std::string id;
  std::string label;
  std::string before;
  std::string after;
};

std::vector<NoteChange> note_changes(const AccountView& before, const AccountView& after) {
  std::vector<NoteChange> changes;
  const auto compare = [&](Perspective perspective, const PerspectiveScore& old,
                           const PerspectiveScore& now) {
    for (const auto& requirement : now.requirements) {
      const auto found = old.requirements.find(requirement.id);
      const auto note = found == old.requirements.end() ? std::string() : found->note;
      if (note != requirement.note)
        changes.push_back({perspective, requirement.id,
                           requirement_label(after.view, after.account, requirement.id), note,
                           requirement.note});
    }
  };
  const auto& old = before.scores.fulfilment;
  const auto& now = after.scores.fulfilment;
  compare(Perspective::customer, old.customer, now.customer);
  compare(Perspective::own, old.own, now.own);
  return changes;
}

Changes rating_changes(const AccountView& before, const AccountView& after) {
  Changes changes;
  compare_criteria(changes, before, after);
  const auto& old = before.scores.fulfilment;
  const auto& now = after.scores.fulfilment;
  compare_requirements(changes, after, Perspective::customer, old.customer, now.customer);
  compare_requirements(changes, after, Perspective::own, old.own, now.own);
  return changes;
}

Changes score_changes(const AccountView& before, const AccountView& after) {
  Changes changes;
  const auto parts_before = weighted_parts(before);
  const auto parts_after = weighted_parts(after);
  for (std::size_t p = 0; p < parts_after.size(); ++p)
    add(changes, {"scores",
                  std::string(parts_after[p].field),
                  "score",
                  field_label(after.view, parts_after[p].field),
                  parts_before[p].score.score,
                  parts_after[p].score.score,
                  {}});
  for (const auto perspective : {Perspective::customer, Perspective::own}) {
    const bool own = perspective == Perspective::own;
    const auto& old = own ? before.scores.fulfilment.own : before.scores.fulfilment.customer;
    const auto& now = own ? after.scores.fulfilment.own : after.scores.fulfilment.customer;
    add(changes, {"scores", own ? "fulfilment_own" : "fulfilment_customer", "score",
                  field_label(after.view, "fulfilment"), old.score, now.score,
                  std::string(label_of(perspective, after.view.language))});
  }
  add(changes, {"scores",
                "completeness",
                "score",
                field_label(after.view, "completeness"),
                before.scores.completeness.score,
                after.scores.completeness.score,
                {}});
  return changes;
}

std::string number_or_dash(const std::optional<double>& value, int decimals, Language language) {
  return value ? format_trimmed(*value, decimals, language) : "–";
}

// `Erfüllung 3 → 4`
std::string change_text(const Change& change, const View& view) {
  const auto what = change.field == "fulfilment" ? say(msg::fulfilment_rating, view.language)
                                                 : field_label(view, change.field);
  return fmt::format("{} {} → {}", what, number_or_dash(change.before, 2, view.language),
                     number_or_dash(change.after, 2, view.language));
}

// `67 → 70 (+3)`
std::string score_text_of(const Change& change, const View& view) {
  auto text = fmt::format("{} → {}", number_or_dash(change.before, 0, view.language),
                          number_or_dash(change.after, 0, view.language));
  if (change.before && change.after)
    text += fmt::format(" ({})", signed_points(*change.after - *change.before, view.language));
  return text;
}

// `Kandidat → Schlüsselkunde`, where the two differ.
template <class Enum>
void add_class(Table& table, const View& view, std::string_view field, std::optional<Enum> before,
               std::optional<Enum> after) {
  if (before == after) return;
  const auto word = [&](std::optional<Enum> value) {
    return value ? label_of(*value, view.language) : std::string_view("–");
  };
  table.rows.push_back({Text{field_label(view, field), {}},
                        Text{fmt::format("{} → {}", word(before), word(after)), {}}, Text{}});
}

Table change_table() {
  Table table;
  table.head = Table::Head::hidden;
  table.columns = {text_column("label", {}), text_column("change", {}), text_column("remark", {})};
  return table;
}

}  // namespace

Table build_score_change(const View& before, const View& after, std::size_t account) {
  Table table = change_table();
  for (const auto& change : score_changes(account_view(before, account), account_view(after, account)))
    table.rows.push_back(
        {Text{change.label, {}}, Text{score_text_of(change, after), {}}, Text{change.remark, {}}});
  const auto& old = before.scores.accounts[account];
  const auto& now = after.scores.accounts[account];
  add_class(table, after, "qualification", std::optional(old.qualification),
            std::optional(now.qualification));
  add_class(table, after, "quadrant", old.quadrant, now.quadrant);
  return table;
}

Document build_change(const View& before, const View& after, std::size_t account) {
  const auto old = account_view(before, account);
  const auto now = account_view(after, account);
  Document document;
  document.language = after.language;
  document.currency = after.settings.currency;
  Table table = change_table();
  for (const auto& change : rating_changes(old, now))
    table.rows.push_back(
        {Text{change.label, {}}, Text{change_text(change, after), {}}, Text{change.remark, {}}});
  for (const auto& change : note_changes(old, now))
    table.rows.push_back(
        {Text{change.label, {}},
         Text{fmt::format("{}: {}", field_label(after, "note"), change.after.empty() ? "–" : change.after),
              {}},
         Text{std::string(label_of(change.perspective, after.language)), {}}});
  const auto scores = build_score_change(before, after, account);
  table.rows.insert(table.rows.end(), scores.rows.begin(), scores.rows.end());
  if (!table.rows.empty()) document.blocks.emplace_back(std::move(table));
  return document;
}

Data build_change_data(const View& before, const View& after, std::size_t account) {
  const auto old = account_view(before, account);
  const auto now = account_view(after, account);
  Data::List list;
  const auto put = [&list](const Changes& changes, auto to_data) {
    for (const auto& change : changes)
      list.emplace_back(Data::Record{{"section", change.section},
                                     {"id", change.id},
                                     {"field", change.field},
                                     {"before", to_data(change.before)},
                                     {"after", to_data(change.after)}});
  };
  put(rating_changes(old, now), number_data);
  for (const auto& change : note_changes(old, now))
    list.emplace_back(Data::Record{{"section", to_id(change.perspective)},
                                   {"id", change.id},
                                   {"field", "note"},
                                   {"before", change.before.empty() ? Data() : Data(change.before)},
                                   {"after", change.after.empty() ? Data() : Data(change.after)}});
  put(score_changes(old, now), percent_data);
  return list;
}

}  // namespace kam
