#include "kam/interview/questions.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "interview/origin.hpp"
#include "interview/words.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages/interview.hpp"
#include "kam/text/messages/plan.hpp"

namespace kam {

namespace {

// Asks section by section.
class Questionnaire {
 public:
  explicit Questionnaire(const Inquiry& inquiry) : inquiry_(inquiry) {}

  std::vector<Question> build() && {
    inventory();
    relationship();
    customer_view();
    requirements(InterviewSection::customer_requirements, Perspective::customer);
    requirements(InterviewSection::own_requirements, Perspective::own);
    potentials();
    actions();
    return std::move(questions_);
  }

 private:
  void inventory();
  void relationship();
  void area(const Criterion& entry);
  void member(const std::string& name);
  void contact(const std::string& name);
  void customer_view();
  void requirements(InterviewSection section, Perspective perspective);
  void potentials();
  void potentials_of(const std::string& kind);
  void potential(const std::string& kind, const std::string& title);
  void actions();
  void criteria(Topic topic, Vocabulary vocabulary, const CriterionList& entries, const WeightedScore& score);

  // Adds the question unless only open ones are asked and the file answers it.
  void ask(Fact fact, AnswerKind kind, std::string label, std::string text, std::string example = {});

  // Of a potential or action only what the file lacks: all of a new one.
  void ask_missing(Fact fact, AnswerKind kind, const std::string& question);

  std::string words(const Msg& message, std::initializer_list<std::string_view> arguments = {}) const {
    return say(message, inquiry_.language, arguments);
  }
  std::string handbook(std::string_view id) const {
    return std::string(question_text(id, inquiry_.language));
  }
  std::string field(std::string_view id) const {
    return std::string(find_label(Vocabulary::field, id, inquiry_.language));
  }
  std::string about(const std::string& what, const std::string& question) const {
    return words(msg::ask_about, {what, question});
  }
  // A question on a catalogue's entry: the program's own words, or for an entry of the user's the general
  // ones.
  template <class Entry>
  std::string about_entry(Vocabulary vocabulary, const Entry& entry, const std::string& label,
                          const Msg& general) const {
    const auto question = entry_question(vocabulary, entry.id, inquiry_.language);
    return about(label, question.empty() ? words(general) : std::string(question));
  }
  template <class Entry>
  std::string label_of_entry(Vocabulary vocabulary, const Entry& entry) const {
    return entry_label(vocabulary, entry.id, entry.label, inquiry_.language);
  }
  bool is_open(std::string_view question) const {
    const auto& open = inquiry_.before.scores.completeness.open;
    return std::ranges::find(open, question) != open.end();
  }
  bool asks_all() const { return inquiry_.asking == Asking::all; }

  const Inquiry& inquiry_;
  InterviewSection section_ = InterviewSection::inventory;
  std::vector<Question> questions_;
};

// Facts go by names, so of two records of one name the first is asked about.
std::vector<std::string> distinct(const std::vector<std::string>& names) {
  std::vector<std::string> once;
  for (const auto& name : names)
    if (std::ranges::find(once, name) == once.end()) once.push_back(name);
  return once;
}

bool is_answered(AnswerKind kind, const Answer& answer) {
  if (kind == AnswerKind::pair) return answer.number && answer.second;
  return answer.is_known();
}

void Questionnaire::ask(Fact fact, AnswerKind kind, std::string label, std::string text,
                        std::string example) {
  if (!asks_all() && is_answered(kind, find_value(inquiry_.before, fact))) return;
  Question question{
      section_, std::move(fact), kind, std::move(label), std::move(text), std::move(example), {}, {}, {}};
  question.value = find_value(inquiry_.now, question.fact);
  question.origin = describe_origin(inquiry_, question.fact);
  question.measured = describe_measured(inquiry_, question.fact);
  questions_.push_back(std::move(question));
}

void Questionnaire::criteria(Topic topic, Vocabulary vocabulary, const CriterionList& entries,
                             const WeightedScore& score) {
  for (const auto& entry : entries) {
    const auto scored = score.criteria.find(entry.id);
    if (scored != score.criteria.end() && scored->source == RatingSource::measured) continue;
    const auto label = label_of_entry(vocabulary, entry);
    const bool is_question = label.ends_with('?');  // as the labels of partnership are
    ask({topic, {}, entry.id, {}}, AnswerKind::rating, label,
        is_question ? label : about_entry(vocabulary, entry, label, msg::ask_criterion));
  }
}

void Questionnaire::inventory() {
  section_ = InterviewSection::inventory;
  const auto& settings = inquiry_.settings;
  const auto& scores = inquiry_.before.scores;
  criteria(Topic::attractiveness, Vocabulary::attractiveness, settings.attractiveness, scores.attractiveness);
  criteria(Topic::partnership, Vocabulary::partnership, settings.partnership, scores.partnership);
  ask({Topic::unique_services}, AnswerKind::list, field("unique_services"), handbook("unique_services"),
      words(msg::ask_eg_unique_services));
}

void Questionnaire::area(const Criterion& entry) {
  const auto label = label_of_entry(Vocabulary::collaboration, entry);
  const auto labelled = [&](std::string_view key) { return label + ", " + field(key); };
  ask({Topic::area, {}, entry.id, "intensity"}, AnswerKind::plain_rating, labelled("intensity"),
      about_entry(Vocabulary::collaboration, entry, label, msg::ask_area));
  const auto* now = find_by_id(inquiry_.now.account.collaboration, entry.id);
  if (now == nullptr || now->intensity.value_or(0) <= 0) return;
  ask({Topic::area, {}, entry.id, "activities"}, AnswerKind::list, labelled("activities"),
      about(label, handbook("collaboration_activities")), words(msg::ask_eg_activities));
  ask({Topic::area, {}, entry.id, "people"}, AnswerKind::list, labelled("people"),
      about(label, words(msg::ask_people)), words(msg::ask_eg_person));
}

void Questionnaire::member(const std::string& name) {
  const auto put = [&](const char* key, AnswerKind kind, const Msg& question, const Msg& example) {
    ask({Topic::member, {}, name, key}, kind, name + ", " + field(key), about(name, words(question)),
        words(example));
  };
  put("role", AnswerKind::text, msg::ask_member_role, msg::ask_eg_role);
  put("unit", AnswerKind::text, msg::ask_member_unit, msg::ask_eg_unit);
  put("tasks", AnswerKind::list, msg::ask_member_tasks, msg::ask_eg_tasks);
  put("authority", AnswerKind::list, msg::ask_member_authority, msg::ask_eg_authority);
}

void Questionnaire::contact(const std::string& name) {
  const auto put = [&](const char* key, AnswerKind kind, const std::string& label, const Msg& question,
                       std::string example = {}) {
    ask({Topic::contact, {}, name, key}, kind, name + ", " + label, about(name, words(question)),
        std::move(example));
  };
  put("title", AnswerKind::text, field("position"), msg::ask_contact_title, words(msg::ask_eg_contact_title));
  put("role", AnswerKind::contact_role, words(msg::plan_role_in_decision), msg::ask_contact_role);
  put("influence", AnswerKind::plain_rating, field("influence"), msg::ask_contact_influence);
  put("attitude", AnswerKind::attitude, words(msg::plan_attitude), msg::ask_contact_attitude);
}

void Questionnaire::relationship() {
  section_ = InterviewSection::relationship;
  const auto person = words(msg::ask_eg_person);
  ask({Topic::manager}, AnswerKind::text, field("manager"), handbook("fixed_contact"), person);
  for (const auto& entry : inquiry_.settings.collaboration) area(entry);
  ask({Topic::team}, AnswerKind::names, field("team"), handbook("team_people"), person);
  for (const auto& name : distinct(find_value(inquiry_.now, {Topic::team}).items)) member(name);
  ask({Topic::contacts}, AnswerKind::names, field("contacts"), handbook("stakeholders_named"),
      words(msg::ask_eg_contact));
  for (const auto& name : distinct(find_value(inquiry_.now, {Topic::contacts}).items)) contact(name);
}

void Questionnaire::customer_view() {
  section_ = InterviewSection::customer_view;
  const auto put = [&](const char* key, const char* question, AnswerKind kind, const Msg& example) {
    ask({Topic::customer_view, {}, {}, key}, kind, field(key), handbook(question), words(example));
  };
  put("goals", "customer_goals", AnswerKind::list, msg::ask_eg_goals);
  put("important_services", "important_services", AnswerKind::list, msg::ask_eg_important_services);
  put("market_strengths", "market_strengths", AnswerKind::list, msg::ask_eg_market_strengths);
  put("our_contribution", "our_contribution", AnswerKind::text, msg::ask_eg_our_contribution);
}

void Questionnaire::requirements(InterviewSection section, Perspective perspective) {
  section_ = section;
  const std::string group(to_id(perspective));
  const auto first = questions_.size();
  for (const auto& entry : requirements_of(inquiry_.settings, inquiry_.now.account)) {
    const auto label = label_of_entry(Vocabulary::requirement, entry);
    ask({Topic::requirement, group, entry.id, {}}, AnswerKind::pair, label,
        about_entry(Vocabulary::requirement, entry, label, msg::ask_requirement));
  }
  if (!inquiry_.asks_source || questions_.size() == first) return;
  auto ratings =
      std::vector<Question>(questions_.begin() + static_cast<std::ptrdiff_t>(first), questions_.end());
  questions_.resize(first);
  ask({Topic::source, group, {}, {}}, AnswerKind::text, field("source"), words(msg::ask_source),
      words(perspective == Perspective::own ? msg::ask_eg_own_source : msg::ask_eg_customer_source));
  questions_.insert(questions_.end(), ratings.begin(), ratings.end());
}

void Questionnaire::ask_missing(Fact fact, AnswerKind kind, const std::string& question) {
  if (find_value(inquiry_.before, fact).is_known()) return;
  auto label = fact.item + ", " + field(fact.field);
  auto text = about(fact.item, question);
  ask(std::move(fact), kind, std::move(label), std::move(text), words(msg::ask_eg_person));
}

void Questionnaire::potential(const std::string& kind, const std::string& title) {
  const auto put = [&](const char* key, AnswerKind form, const std::string& question) {
    ask_missing({Topic::potential, kind, title, key}, form, question);
  };
  put("value", AnswerKind::money, words(msg::ask_potential_value, {inquiry_.settings.currency}));
  put("probability", AnswerKind::percent, words(msg::ask_potential_probability));
  put("owner", AnswerKind::text, words(msg::ask_owner));
  put("due", AnswerKind::date, words(msg::ask_due));
}

void Questionnaire::potentials_of(const std::string& kind) {
  for (const auto& title : distinct(find_value(inquiry_.now, {Topic::potentials, kind}).items))
    potential(kind, title);
}

void Questionnaire::potentials() {
  section_ = InterviewSection::potentials;
  const auto& kinds = inquiry_.settings.potentials;
  const bool asks_titles = asks_all() || is_open("potentials_named");
  const auto titles = [&](const std::string& kind, std::string label, std::string text) {
    if (asks_titles)
      ask({Topic::potentials, kind}, AnswerKind::names, std::move(label), std::move(text),
          words(msg::ask_eg_potentials));
    potentials_of(kind);
  };
  for (const auto& kind : kinds) {
    const auto label = label_of_entry(Vocabulary::potential, kind);
    const auto question = entry_question(Vocabulary::potential, kind.id, inquiry_.language);
    titles(kind.id, label,
           question.empty() ? about(label, handbook("potentials_named")) : std::string(question));
  }
  if (kinds.empty()) titles({}, field("potentials"), handbook("potentials_named"));
  // What the file has of no kind, or of one that the portfolio's list does not have.
  std::vector<std::string> others;
  for (const auto& potential : inquiry_.now.account.potentials)
    if (kinds.find(potential.kind) == kinds.end()) others.push_back(potential.kind);
  for (const auto& kind : distinct(others))
    if (!kinds.empty() || !kind.empty()) potentials_of(kind);
}

void Questionnaire::actions() {
  section_ = InterviewSection::actions;
  const Fact titles{Topic::actions};
  const auto old = find_value(inquiry_.before, titles).items;
  ask(titles, AnswerKind::names, field("actions"), words(msg::ask_actions), words(msg::ask_eg_actions));
  for (const auto& title : distinct(find_value(inquiry_.now, titles).items)) {
    ask_missing({Topic::action, {}, title, "owner"}, AnswerKind::text, words(msg::ask_owner));
    ask_missing({Topic::action, {}, title, "due"}, AnswerKind::date, words(msg::ask_due));
    // Not every action closes a gap: that one is not open for ever.
    if (asks_all() || std::ranges::find(old, title) == old.end())
      ask_missing({Topic::action, {}, title, "requirement"}, AnswerKind::requirement,
                  words(msg::ask_action_requirement));
  }
}

}  // namespace

std::vector<Question> build_questions(const Inquiry& inquiry) {
  return Questionnaire(inquiry).build();
}

}  // namespace kam
