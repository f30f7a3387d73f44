#include "report/sections.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/model/number.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/inventory.hpp"
#include "kam/text/messages/people.hpp"
#include "kam/text/messages/report.hpp"
#include "report/cells.hpp"
#include "report/measures.hpp"

namespace kam {

namespace {

std::string with_range(const View& view, std::string_view title) {
  return say(msg::report_rating_title, view.language,
             {title, format_trimmed(view.settings.scale, 2, view.language)});
}

}  // namespace

AccountView account_view(const View& view, std::size_t account) {
  return {view, view.accounts[account], view.scores.accounts[account]};
}

bool is_former(const Account& account) {
  return account.status == Status::former;
}

void add_section(Document& document, std::string title, Blocks blocks) {
  document.blocks.emplace_back(Heading{2, std::move(title)});
  std::ranges::move(blocks, std::back_inserter(document.blocks));
}

void add_section(Document& document, std::string title, std::vector<Part> parts) {
  Blocks blocks;
  std::vector<std::string> questions;
  for (Part& part : parts) {
    if (part.blocks.empty()) {
      questions.push_back(std::move(part.question));
      continue;
    }
    if (!part.title.empty()) blocks.emplace_back(Heading{3, std::move(part.title)});
    std::ranges::move(part.blocks, std::back_inserter(blocks));
  }
  const std::string to_ask = join_sentences(questions);
  if (!to_ask.empty()) {
    const Msg& message = blocks.empty() ? msg::report_nothing_known : msg::report_to_ask;
    blocks.emplace_back(plain_paragraph(say(message, document.language, {to_ask}), Tone::muted));
  }
  if (!blocks.empty()) add_section(document, std::move(title), std::move(blocks));
}

BulletList bullet_list(const std::vector<std::string>& items) {
  BulletList list;
  for (const std::string& item : items) list.items.push_back({Span{Span::Kind::plain, item, {}}});
  return list;
}

Paragraph command_line(Language language, const std::vector<std::string>& commands) {
  Paragraph paragraph{{{Span::Kind::plain, say(msg::next_step, language) + " ", {}}}, Tone::next_step};
  for (const std::string& command : commands) {
    if (paragraph.line.size() > 1)
      paragraph.line.push_back({Span::Kind::plain, " " + say(msg::next_step_or, language) + " ", {}});
    paragraph.line.push_back({Span::Kind::code, command, {}});
  }
  return paragraph;
}

Part list_part(std::string title, const std::vector<std::string>& items, std::string question) {
  Part part{std::move(title), {}, std::move(question)};
  if (!items.empty()) part.blocks.emplace_back(bullet_list(items));
  return part;
}

Table facts_table(std::string caption) {
  Table table;
  table.caption = std::move(caption);
  table.columns = {text_column("fact", {}), text_column("value", {})};
  table.head = Table::Head::hidden;
  return table;
}

void add_fact(Table& table, std::string label, Cell value) {
  table.rows.push_back({Text{std::move(label), {}}, std::move(value)});
}

std::string field_label(const View& view, std::string_view id) {
  return std::string(find_label(Vocabulary::field, id, view.language));
}

std::string requirement_label(const View& view, const Account& account, std::string_view id) {
  OwnLabel own;
  for (const auto* catalogue : {&view.settings.requirements, &account.requirements}) {
    const auto entry = catalogue->find(id);
    if (entry == catalogue->end()) continue;
    own = entry->label;
    break;
  }
  return entry_label(Vocabulary::requirement, id, own, view.language);
}

std::string potential_kind_label(const View& view, std::string_view kind) {
  if (kind.empty()) return {};
  const auto entry = view.settings.potentials.find(kind);
  const OwnLabel own = entry == view.settings.potentials.end() ? OwnLabel{} : entry->label;
  return entry_label(Vocabulary::potential, kind, own, view.language);
}

std::string offering_label(const View& view, const CatalogueEntry& offering) {
  if (offering.label == OwnLabel{}) return offering.id;  // offerings have no built-in labels
  return entry_label(Vocabulary::potential, offering.id, offering.label, view.language);
}

std::string question(const View& view, std::string_view id) {
  return std::string(question_text(id, view.language));
}

std::string rating_title(const View& view, std::string_view field) {
  return with_range(view, find_label(Vocabulary::field, field, view.language));
}

std::string fulfilled_title(const View& view) {
  return with_range(view, say(msg::report_fulfilled, view.language));
}

std::string join_sentences(const std::vector<std::string>& sentences) {
  std::string text;
  for (const std::string& sentence : sentences) {
    if (sentence.empty()) continue;
    if (!text.empty()) text += ' ';
    text += sentence;
  }
  return text;
}

std::vector<std::string> first_names(std::vector<std::string> names, Language language) {
  constexpr std::size_t kNames = 12;
  if (names.size() <= kNames + 1) return names;
  const std::size_t more = names.size() - kNames;
  names.resize(kNames);
  names.push_back(say(msg::list_more, language, {std::to_string(more)}));
  return names;
}

std::string join_names(const std::vector<std::string>& names, Language language) {
  if (names.size() < 2) return names.empty() ? std::string() : names.front();
  const std::string others = fmt::format("{}", fmt::join(names.begin(), names.end() - 1, ", "));
  return say(msg::report_and, language, {others, names.back()});
}

std::string score_text(double score, Language language) {
  return format_number(score, 0, language);
}

std::string points_text(double points, Language language) {
  return format_trimmed(points, 1, language);
}

Unit unit_of(Measure measure) {
  switch (measure) {
    case Measure::revenue:
    case Measure::contribution_margin:
    case Measure::profit:
      return Unit::money;
    case Measure::contribution_margin_ratio:
    case Measure::revenue_growth:
    case Measure::share_of_wallet:
      break;
  }
  return Unit::percent;
}

std::string percent_text(double percent, Language language) {
  const bool whole = reaches(std::abs(percent), 10) || nearly_equal(percent, std::round(percent));
  return format_percent(percent, whole ? 0 : 1, language);
}

std::string measure_text(Measure measure, double value, const View& view) {
  if (unit_of(measure) == Unit::money) return format_money(value, view.settings.currency, view.language);
  return percent_text(value, view.language);
}

}  // namespace kam
