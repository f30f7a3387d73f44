#include "kam/model/number.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages/templates.hpp"
#include "kam/text/templates.hpp"
#include "text/comments.hpp"

namespace kam {

namespace {

using comments::Form;
using comments::Row;

template <class Enum>
std::string choices() {
  std::string text;
  for (const auto id : ids_of<Enum>()) text += (text.empty() ? "" : " | ") + std::string(id);
  return text;
}

// Builds the sections one after the other; each begins with a blank line.
class Sections {
 public:
  Sections(const Settings& settings, Date as_of, Language language)
      : settings_(settings), as_of_(as_of), year_(static_cast<int>(as_of.year())), language_(language) {}

  std::string build() {
    head();
    figures();
    attractiveness();
    partnership();
    unique_services();
    collaboration();
    team();
    contacts();
    customer_view();
    requirements();
    assessments();
    offerings();
    potentials();
    objectives();
    actions();
    swot();
    notes();
    return text_;
  }

 private:
  void head();
  void figures();
  void attractiveness();
  void partnership();
  void unique_services();
  void collaboration();
  void team();
  void contacts();
  void customer_view();
  void requirements();
  void assessments();
  void offerings();
  void potentials();
  void objectives();
  void actions();
  void swot();
  void notes();

  std::string words(const Msg& message, std::initializer_list<std::string_view> arguments = {}) const {
    return say(message, language_, arguments);
  }
  std::string question(std::string_view id) const { return std::string(question_text(id, language_)); }
  std::string field(std::string_view id) const {
    return std::string(find_label(Vocabulary::field, id, language_));
  }
  template <class Entry>
  std::string label(Vocabulary vocabulary, const Entry& entry) const {
    return comments::one_line(entry_label(vocabulary, entry.id, entry.label, language_));
  }
  std::string currency() const { return comments::one_line(settings_.currency); }

  void gap() { text_ += '\n'; }
  void prose(const std::string& text) { text_ += comments::prose(text); }
  void rows(const std::vector<Row>& lines) { text_ += comments::rows(lines, Form::fill_in); }
  void criteria(const std::string& section, Vocabulary vocabulary, const CriterionList& entries);
  void ask(std::initializer_list<std::string_view> questions) {
    gap();
    for (const auto id : questions) prose(question(id));
  }

  const Settings& settings_;
  Date as_of_;
  int year_;
  Language language_;
  std::string text_;
};

void Sections::head() {
  const auto facts =
      "status (" + choices<Status>() + "), industry, manager, customer_since, external_id, tags";
  gap();
  prose(words(msg::tpl_account_head, {format_plain_number(settings_.scale), facts}));
}

void Sections::figures() {
  gap();
  prose(words(msg::tpl_account_figures, {currency()}));
  rows({{"figures:", {}},
        {"  " + std::to_string(year_ - 1) +
             ": {revenue: , contribution_margin: , profit: , purchasing_volume: }",
         {}},
        {"  " + std::to_string(year_) + ": {revenue_plan: }", {}}});
}

void Sections::criteria(const std::string& section, Vocabulary vocabulary, const CriterionList& entries) {
  std::vector<Row> lines{{section + ':', {}}};
  for (const auto& criterion : entries) {
    const auto name = label(vocabulary, criterion);
    lines.push_back(
        {"  " + criterion.id + ":", criterion.measure ? words(msg::tpl_account_measured, {name}) : name});
  }
  rows(lines);
}

void Sections::attractiveness() {
  ask({"attractiveness_reasons"});
  prose(words(msg::tpl_account_attractiveness, {"{rating: 3, reason: …}"}));
  criteria("attractiveness", Vocabulary::attractiveness, settings_.attractiveness);
}

void Sections::partnership() {
  ask({"strategic_relevance", "collaboration_potential", "partner_acceptance"});
  criteria("partnership", Vocabulary::partnership, settings_.partnership);
}

void Sections::unique_services() {
  ask({"unique_services"});
  prose(words(msg::tpl_account_unique_services));
  rows({{"unique_services: []", {}}});
}

void Sections::collaboration() {
  ask({"collaboration_areas", "collaboration_activities"});
  prose(words(msg::tpl_account_collaboration));
  std::vector<Row> lines{{"collaboration:", {}}};
  for (const auto& area : settings_.collaboration) {
    lines.push_back({"  " + area.id + ":", label(Vocabulary::collaboration, area)});
    lines.push_back({"    intensity:", {}});
    lines.push_back({"    activities: []", {}});
    lines.push_back({"    people: []", {}});
  }
  rows(lines);
}

void Sections::team() {
  ask({"fixed_contact"});
  prose(words(msg::tpl_account_manager));
  ask({"team_people"});
  prose(words(msg::tpl_account_team));
  rows({{"team:", {}},
        {"  - name:", {}},
        {"    role:", words(msg::tpl_account_role)},
        {"    unit:", question("team_unit")},
        {"    tasks: []", question("team_tasks")},
        {"    authority: []", question("team_authority")}});
}

void Sections::contacts() {
  ask({"stakeholders_named"});
  rows({{"contacts:", {}},
        {"  - name:", {}},
        {"    title:", words(msg::tpl_account_contact_title)},
        {"    role:", choices<ContactRole>()},
        {"    influence:", words(msg::tpl_account_influence)},
        {"    attitude:", choices<Attitude>()},
        {"    owner:", words(msg::tpl_account_contact_owner)}});
}

void Sections::customer_view() {
  gap();
  prose(field("customer_view") + ':');
  rows({{"customer_view:", {}},
        {"  goals: []", question("customer_goals")},
        {"  important_services: []", question("important_services")},
        {"  market_strengths: []", question("market_strengths")},
        {"  our_contribution:", question("our_contribution")}});
}

void Sections::requirements() {
  gap();
  prose(words(msg::tpl_account_requirements_question));
  prose(words(msg::tpl_account_requirements));
  rows({{"requirements:", {}}, {"  special_requirement: {label: }", {}}});
}

void Sections::assessments() {
  ask({"requirements_rated", "all_requirements_rated", "customer_asked"});
  prose(words(msg::tpl_account_assessments));
  rows({{"assessments:", {}},
        {"  - date: " + format_iso_date(as_of_), {}},
        {"    perspective: customer", choices<Perspective>()},
        {"    source:", words(msg::tpl_account_source)},
        {"    by:", {}},
        {"    ratings:", {}}});
  const auto widest = comments::widest_id(settings_.requirements);
  std::vector<Row> lines;
  lines.reserve(settings_.requirements.size());
  for (const auto& requirement : settings_.requirements)
    lines.push_back({comments::entry("      ", requirement.id, widest, "{importance: , fulfilment: }"),
                     label(Vocabulary::requirement, requirement)});
  rows(lines);
}

void Sections::offerings() {
  if (settings_.offerings.empty()) return;
  gap();
  prose(words(msg::tpl_account_offerings_question));
  prose(words(msg::tpl_account_offerings, {currency()}));
  std::vector<Row> lines{{"offerings:", {}}};
  const auto widest = comments::widest_id(settings_.offerings);
  for (const auto& offering : settings_.offerings)
    lines.push_back({comments::entry("  ", offering.id, widest, "{current: , potential: , competitor: }"),
                     label(Vocabulary::offering, offering)});
  rows(lines);
}

void Sections::potentials() {
  ask({"potentials_named"});
  prose(words(msg::tpl_account_potentials, {currency()}));
  for (const auto& kind : settings_.potentials)
    prose("- " + kind.id + ": " + label(Vocabulary::potential, kind));
  rows({{"potentials:", {}},
        {"  - title:", {}},
        {"    kind:", {}},
        {"    value:", {}},
        {"    probability:", words(msg::tpl_account_probability)},
        {"    status: open", choices<PotentialStatus>()},
        {"    owner:", {}},
        {"    due:", {}}});
}

void Sections::objectives() {
  gap();
  prose(words(msg::tpl_account_objectives_question));
  rows({{"objectives:", {}},
        {"  - title:", {}},
        {"    measure:", choices<Measure>()},
        {"    target:", words(msg::tpl_account_target)},
        {"    year: " + std::to_string(year_ + 1), {}}});
}

void Sections::actions() {
  gap();
  prose(words(msg::tpl_account_actions_question));
  rows({{"actions:", {}},
        {"  - title:", {}},
        {"    requirement:", words(msg::tpl_account_action_requirement)},
        {"    owner:", {}},
        {"    due:", {}},
        {"    status: open", choices<ActionStatus>()}});
}

void Sections::swot() {
  gap();
  prose(words(msg::tpl_account_swot_question));
  rows({{"swot:", {}},
        {"  strengths: []", field("strengths")},
        {"  weaknesses: []", field("weaknesses")},
        {"  opportunities: []", field("opportunities")},
        {"  threats: []", field("threats")}});
}

void Sections::notes() {
  gap();
  prose(words(msg::tpl_account_notes));
  rows({{"notes:", {}}});
}

}  // namespace

std::string account_sections_text(const Settings& settings, Date as_of, Language language) {
  return Sections(settings, as_of, language).build();
}

}  // namespace kam
