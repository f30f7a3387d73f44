#include "kam/interview/answers.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "interview/facts.hpp"
#include "interview/plan_answer.hpp"
#include "interview/words.hpp"
#include "kam/format/decode.hpp"
#include "kam/text/messages/interview.hpp"

namespace kam {

namespace {

// What a file says whose tree is `root`; nothing, and why, where it does not read.
std::optional<Known> read_known(const Node& root, const Briefing& briefing, std::string& refusal) {
  auto decoded = decode_account(root, briefing.file, briefing.id, briefing.settings);
  if (const auto* const error = first_error(decoded.problems)) {
    refusal = error->message;
    return std::nullopt;
  }
  auto scores = score_account(decoded.account, briefing.settings, briefing.as_of);
  return Known{std::move(decoded.account), std::move(scores)};
}

// What was known with what is answered over it: of a requirement's values and note each may stay.
Answer merged(AnswerKind kind, const Answer& known, const Answer& answer) {
  if (kind != AnswerKind::pair || !answer.is_known()) return answer;
  return {.number = answer.number ? answer.number : known.number,
          .second = answer.second ? answer.second : known.second,
          .third = answer.third ? answer.third : known.third,
          .text = answer.text.empty() ? known.text : answer.text};
}

}  // namespace

Answers::Answers(Briefing briefing) : briefing_(std::move(briefing)) {
  std::string refusal;
  auto parsed = parse_tree(briefing_.text, briefing_.file);
  if (parsed.root) tree_ = std::move(*parsed.root);
  auto known = read_known(tree_, briefing_, refusal);
  steps_.push_back({briefing_.text, known ? std::move(*known) : Known{}});
}

const Answer* Answers::find(const Fact& fact) const {
  const auto found = std::ranges::find(given_, fact, &Given::fact);
  return found == given_.end() ? nullptr : &found->answer;
}

bool Answers::rate_requirements() const {
  return std::ranges::any_of(given_,
                             [](const Given& given) { return given.fact.topic == Topic::requirement; });
}

std::string Answers::source_of(const Givens& given, const std::string& perspective) const {
  if (briefing_.source) return *briefing_.source;
  const auto found = std::ranges::find(given, Fact{Topic::source, perspective, {}, {}}, &Given::fact);
  return found == given.end() ? source_so_far(perspective) : found->answer.text;
}

std::string Answers::source_so_far(const std::string& perspective) const {
  std::string source;
  for (const auto& assessment : before().account.assessments)
    if (assessment.date == briefing_.date && to_id(assessment.perspective) == perspective)
      source = assessment.source;
  return source;
}

bool Answers::is_in_this_assessment(const Fact& fact) const {
  Assessment assessment;
  assessment.date = briefing_.date;
  assessment.perspective = parse_id<Perspective>(fact.group).value_or(Perspective::customer);
  assessment.source = source_of(given_, fact.group);
  const auto index = find_assessment(tree_, assessment);
  return index && find_node(tree_, {"assessments", *index, "ratings", fact.item}) != nullptr;
}

// One answer on top of a step, whose text says `tree`. Returns why it cannot be put in, or nothing.
std::string Answers::step(const Givens& all, const Given& given, Step& step, Node& tree) const {
  Assessment assessment;
  assessment.date = briefing_.date;
  assessment.by = briefing_.by;
  assessment.perspective = parse_id<Perspective>(given.fact.group).value_or(Perspective::customer);
  assessment.source = source_of(all, given.fact.group);
  const PlanEdits plan = [&](const Node& root) {
    return plan_answer(root, given.fact, given.kind, given.answer, assessment);
  };
  auto result = apply_plans(step.text, tree, std::span(&plan, 1), account_key_order(briefing_.settings));
  if (!result.refusal.empty()) return result.refusal;
  if (result.text == step.text) return {};
  std::string refusal;
  auto known = read_known(*result.root, briefing_, refusal);
  if (!known) return refusal;
  step = {std::move(result.text), std::move(*known)};
  tree = *std::move(result.root);
  return {};
}

// The answers from the given one on, each on top of the step before it.
std::string Answers::carry_out(const Givens& given, std::size_t from, std::vector<Step>& steps) const {
  steps.resize(from + 1);
  if (from == given.size()) return {};
  auto tree = parse_tree(steps.back().text, briefing_.file).root.value();
  for (auto i = from; i < given.size(); ++i) {
    auto next = steps.back();
    if (auto refusal = step(given, given[i], next, tree); !refusal.empty()) return refusal;
    steps.push_back(std::move(next));
  }
  return {};
}

std::string Answers::put(const Question& question, Answer answer) {
  auto given = given_;
  auto found = std::ranges::find(given, question.fact, &Given::fact);
  const bool is_dated = question.kind == AnswerKind::pair;  // said again on another day, it is news
  auto from = static_cast<std::size_t>(found - given.begin());
  if (is_dated && found != given.end()) answer = merged(question.kind, found->answer, answer);
  if (!is_dated && question.fact.topic != Topic::source && answer == find_value(before(), question.fact)) {
    if (found == given.end()) return {};
    given.erase(found);
  } else if (found != given.end()) {
    found->answer = std::move(answer);
  } else {
    given.push_back({question.fact, question.kind, question.label, std::move(answer)});
  }
  if (question.fact.topic == Topic::source) from = 0;  // it names the assessment of earlier answers too
  auto steps = steps_;
  auto refusal = carry_out(given, from, steps);
  if (!refusal.empty()) return refusal;
  given_ = std::move(given);
  steps_ = std::move(steps);
  if (question.kind == AnswerKind::names) forget_orphans();
  return {};
}

void Answers::take_back(const Fact& fact) {
  const auto found = std::ranges::find(given_, fact, &Given::fact);
  if (found == given_.end()) return;
  const auto from = static_cast<std::size_t>(found - given_.begin());
  given_.erase(found);
  carry_out(given_, from, steps_);
}

// What was said of a person, potential or action that was then taken off its list.
void Answers::forget_orphans() {
  const auto gone = [&](const Given& given) { return is_orphan(now(), given.fact); };
  if (std::ranges::none_of(given_, gone)) return;
  std::erase_if(given_, gone);
  carry_out(given_, 0, steps_);
}

std::vector<Cell> Answers::change_row(const Given& given) const {
  const Wording wording{briefing_.settings, now().account, briefing_.language};
  const auto old = find_value(before(), given.fact);
  const auto change = change_words(given.kind, old, merged(given.kind, old, given.answer), wording);
  std::string remark;
  if (const auto perspective = parse_id<Perspective>(given.fact.group))
    remark = label_of(*perspective, briefing_.language);
  return {Text{given.label, {}}, Text{change, {}}, Text{remark, {}}};
}

bool Answers::has_ratings(const Fact& source) const {
  return std::ranges::any_of(given_, [&](const Given& given) {
    return given.fact.topic == Topic::requirement && given.fact.group == source.group;
  });
}

std::vector<std::string> Answers::unwritten_sources() const {
  std::vector<std::string> remarks;
  for (const auto& given : given_) {
    const auto perspective = parse_id<Perspective>(given.fact.group);
    if (given.fact.topic != Topic::source || !perspective || has_ratings(given.fact)) continue;
    if (given.answer.text.empty() || given.answer.text == source_so_far(given.fact.group)) continue;
    remarks.push_back(say(msg::ask_unwritten_source, briefing_.language,
                          {given.answer.text, label_of(*perspective, briefing_.language)}));
  }
  return remarks;
}

Table Answers::changes() const {
  Table table;
  table.head = Table::Head::hidden;
  for (const auto* key : {"label", "change", "remark"}) table.columns.push_back({key, {}});
  for (const auto& given : given_) {
    if (given.fact.topic != Topic::source || has_ratings(given.fact)) table.rows.push_back(change_row(given));
  }
  return table;
}

FilledIn Answers::fill_in(const std::string& text) const {
  FilledIn filled;
  filled.text = text;
  const auto parsed = parse_tree(text, briefing_.file);
  if (!parsed.root) {
    filled.refusal = parsed.problems.front().message;
    return filled;
  }
  auto known = read_known(*parsed.root, briefing_, filled.refusal);
  if (!known) return filled;
  filled.before = *known;
  for (const auto& given : given_)
    if (find_value(*known, given.fact) != find_value(before(), given.fact))
      filled.conflicts.push_back(given.label);
  if (!filled.conflicts.empty()) return filled;
  std::vector<Step> steps{{text, std::move(*known)}};
  filled.refusal = carry_out(given_, 0, steps);
  filled.text = steps.back().text;
  filled.known = std::move(steps.back().known);
  return filled;
}

}  // namespace kam
