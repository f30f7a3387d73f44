#include <algorithm>
#include <string>

#include "kam/model/number.hpp"
#include "kam/report/lists.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/sheet.hpp"
#include "report/cells.hpp"
#include "report/sections.hpp"

namespace kam {

namespace {

const PerspectiveScore& score_of(const AccountView& of, Perspective perspective) {
  const auto& fulfilment = of.scores.fulfilment;
  return perspective == Perspective::own ? fulfilment.own : fulfilment.customer;
}

bool is_answered(const RequirementScore& requirement) {
  return requirement.importance || requirement.fulfilment || requirement.best_competitor ||
         !requirement.note.empty();
}

// The assessment in which a requirement was last given; null where it never was.
const Assessment* find_latest(const AccountView& of, Perspective perspective, std::string_view id) {
  const Assessment* latest = nullptr;
  for (const auto& assessment : of.account.assessments) {
    const bool counts = assessment.perspective == perspective && assessment.date <= of.view.as_of &&
                        find_by_id(assessment.ratings, id) != nullptr;
    if (counts && (latest == nullptr || assessment.date >= latest->date)) latest = &assessment;
  }
  return latest;
}

// What is to be filled in, in the order of the columns.
void add_answer(std::vector<Cell>& row, const RequirementScore& requirement) {
  row.push_back(rating_cell(requirement.importance));
  row.push_back(rating_cell(requirement.fulfilment));
  row.push_back(rating_cell(requirement.best_competitor));
  row.push_back(text_cell(requirement.note));
}

void add_columns(Table& table, std::initializer_list<const char*> keys) {
  for (const auto* key : keys) table.columns.push_back(text_column(key, {}));
}

void add_list_row(Table& table, const AccountView& of, Perspective perspective,
                  const RequirementScore& requirement) {
  std::vector<Cell> row{Text{of.account.id, {}}, Text{of.account.name, {}}, Text{requirement.id, {}},
                        Text{requirement_label(of.view, of.account, requirement.id), {}}};
  add_answer(row, requirement);
  row.push_back(term_cell(std::optional(perspective), of.view.language));
  const Assessment* latest = find_latest(of, perspective, requirement.id);
  row.push_back(date_cell(latest == nullptr ? std::nullopt : std::optional(latest->date)));
  row.push_back(text_cell(latest == nullptr ? "" : latest->source));
  row.push_back(text_cell(latest == nullptr ? "" : latest->by));
  table.rows.push_back(std::move(row));
}

}  // namespace

Table build_requirement_list(const View& view, std::span<const std::size_t> accounts) {
  Table table;
  add_columns(table, {"account", "name", "id", "requirement", "importance", "fulfilment", "best_competitor",
                      "note", "perspective", "date", "source", "by"});
  for (const auto account : accounts) {
    const auto of = account_view(view, account);
    const auto& fulfilment = of.scores.fulfilment;
    for (std::size_t i = 0; i < fulfilment.customer.requirements.size(); ++i) {
      add_list_row(table, of, Perspective::customer, fulfilment.customer.requirements[i]);
      if (is_answered(fulfilment.own.requirements[i]))
        add_list_row(table, of, Perspective::own, fulfilment.own.requirements[i]);
    }
  }
  return table;
}

Table build_requirement_sheet(const View& view, std::span<const std::size_t> accounts,
                              SheetAccounts sheet_accounts, Perspective perspective) {
  Table table;
  std::vector<Cell> explanation;
  if (sheet_accounts == SheetAccounts::many) {
    add_columns(table, {"account", "name"});
    explanation.insert(explanation.end(), 2, Unknown{});
  }
  add_columns(table, {"id", "requirement", "importance", "fulfilment", "best_competitor", "note"});
  const auto scale = format_trimmed(view.settings.scale, 2, view.language);
  const auto view_text =
      perspective == Perspective::own ? msg::sheet_requirement_own : msg::sheet_requirement_customer;
  for (const auto& text :
       {std::string("#"), say(view_text, view.language), say(msg::sheet_importance, view.language, {scale}),
        say(msg::sheet_fulfilment, view.language, {scale}),
        say(msg::sheet_best_competitor, view.language, {scale}), say(msg::sheet_note, view.language)})
    explanation.emplace_back(Text{text, {}});
  // A sheet of our own view says so, or it would come back as the customer's.
  const bool is_own = perspective == Perspective::own;
  if (is_own) {
    add_columns(table, {"perspective"});
    explanation.emplace_back(Unknown{});
  }
  table.rows.push_back(std::move(explanation));
  for (const auto account : accounts) {
    const auto of = account_view(view, account);
    for (const auto& requirement : score_of(of, perspective).requirements) {
      std::vector<Cell> row;
      if (sheet_accounts == SheetAccounts::many) row = {Text{of.account.id, {}}, Text{of.account.name, {}}};
      row.emplace_back(Text{requirement.id, {}});
      row.emplace_back(Text{requirement_label(view, of.account, requirement.id), {}});
      add_answer(row, requirement);
      if (is_own) row.push_back(term_cell(std::optional(perspective), view.language));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

}  // namespace kam
