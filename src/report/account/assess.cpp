#include "kam/report/assess.hpp"

#include <algorithm>

#include "kam/text/format.hpp"
#include "kam/text/messages.hpp"
#include "report/account/assess_parts.hpp"
#include "report/account/gains.hpp"
#include "report/account/stakeholders.hpp"
#include "report/pictures.hpp"

namespace kam {

namespace {

void append_part(std::string& line, std::string_view part) {
  if (part.empty()) return;
  if (!line.empty()) line += " · ";
  line += part;
}

std::string classification(const AccountView& of) {
  const auto language = of.view.language;
  std::string line;
  append_part(line, label_of(of.scores.qualification, language));
  if (of.scores.abc) append_part(line, to_id(*of.scores.abc));
  if (of.scores.quadrant) append_part(line, label_of(*of.scores.quadrant, language));
  return line;
}

std::string profile(const AccountView& of) {
  const auto language = of.view.language;
  std::string line;
  append_part(line, of.account.industry);
  append_part(line, of.account.manager);
  if (of.account.customer_since)
    append_part(line, say(Msg::customer_since, language, {std::to_string(*of.account.customer_since)}));
  append_part(line, say(Msg::as_of_day, language, {format_date(of.view.as_of, language)}));
  return line;
}

void add_bullets(Document& document, std::string heading, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  document.blocks.emplace_back(Heading{2, std::move(heading)});
  document.blocks.emplace_back(bullet_list(texts));
}

void add_coverage(Document& document, const AccountView& of) {
  Blocks blocks = coverage_blocks(of);
  if (blocks.empty()) return;  // that nobody is named is among the open questions
  if (std::string sentence = no_decision_maker_sentence(of); !sentence.empty())
    blocks.emplace_back(plain_paragraph(std::move(sentence)));
  add_section(document, say(Msg::coverage_heading, of.view.language), std::move(blocks));
}

void add_findings(Document& document, const AccountView& of) {
  std::vector<std::string> sentences;
  for (const auto& finding : of.scores.findings)
    sentences.push_back(finding_sentence(finding, of.view, of.account));
  add_bullets(document, say(Msg::findings, of.view.language), sentences);
}

void add_open_questions(Document& document, const AccountView& of) {
  const auto& questions = of.scores.completeness;
  std::vector<std::string> texts;
  for (const auto& id : questions.open) texts.push_back(question(of.view, id));
  add_bullets(document,
              say(Msg::open_questions, of.view.language,
                  {std::to_string(questions.open.size()), std::to_string(questions.total)}),
              texts);
}

// Whether `kam assess -i --open` has something to ask: it asks for no contacts of the customer.
bool has_open_questions(const AccountScores& scores) {
  return std::ranges::any_of(scores.completeness.open,
                             [](const std::string& id) { return id != "stakeholders_named"; }) ||
         std::ranges::any_of(scores.fulfilment.headline().requirements,
                             [](const RequirementScore& requirement) { return !requirement.lost_points; });
}

// While questions are open, the dialogue through them; then the plan.
Paragraph next_step(const AccountView& of) {
  const auto& id = of.scores.id;
  const auto command = has_open_questions(of.scores) ? "kam assess " + id + " -i --open" : "kam report " + id;
  return {
      {{Span::Kind::plain, say(Msg::next_step, of.view.language) + " ", {}}, {Span::Kind::code, command, {}}},
      Tone::next_step};
}

}  // namespace

std::optional<Trend> fulfilment_trend(const AccountScores& scores) {
  std::vector<FulfilmentPoint> points;
  for (const auto& point : scores.history)
    if (point.perspective == scores.fulfilment.perspective) points.push_back(point);
  if (points.size() < 2) return std::nullopt;
  const auto& before = points[points.size() - 2];
  return Trend{before.date, points.back().score - before.score};
}

Document build_assessment(const View& view, std::size_t account, Explain explain, Matrix matrix) {
  const auto of = account_view(view, account);
  Document document;
  document.title = of.account.name;
  document.aside = classification(of);
  document.subtitle = {profile(of)};
  document.language = view.language;
  document.currency = view.settings.currency;
  document.blocks.emplace_back(scores_table(of));
  for (const auto& part : weighted_parts(of)) add_criteria(document, of, part);
  add_requirements(document, of);
  if (matrix == Matrix::shown) add_requirement_pictures(document, of);
  if (auto gains = gain_blocks(of); !gains.empty()) {
    document.blocks.emplace_back(Heading{2, say(Msg::gains_heading, view.language)});
    for (auto& block : gains) document.blocks.push_back(std::move(block));
  }
  add_coverage(document, of);
  if (matrix == Matrix::shown) add_growth_pictures(document, of);
  if (explain == Explain::yes)
    add_bullets(document, say(Msg::explain_heading, view.language), explain_lines(of));
  add_findings(document, of);
  add_open_questions(document, of);
  document.blocks.emplace_back(next_step(of));
  return document;
}

}  // namespace kam
