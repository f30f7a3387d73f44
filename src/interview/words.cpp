#include "interview/words.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "kam/model/number.hpp"
#include "kam/text/format.hpp"
#include "kam/text/messages/interview.hpp"

namespace kam {

namespace {

constexpr int kDecimals = 2;

std::string number_words(const std::optional<double>& number, Language language) {
  return number ? format_trimmed(*number, kDecimals, language) : "–";
}

std::string money_words(double amount, const Wording& wording) {
  return format_trimmed(amount, kDecimals, wording.language) + " " + wording.settings.currency;
}

std::string joined(const std::vector<std::string>& items) {
  std::string text;
  for (const auto& item : items) text += (text.empty() ? "" : "; ") + item;
  return text;
}

std::string list_change(const std::vector<std::string>& before, const std::vector<std::string>& after,
                        Language language) {
  std::vector<std::string> changes;
  std::size_t kept = 0;
  std::vector<std::string> removed;
  for (const auto& item : before)
    if (kept < after.size() && after[kept] == item)
      ++kept;
    else
      removed.push_back(say(msg::ask_removed, language, {item}));
  for (auto i = kept; i < after.size(); ++i) changes.push_back(say(msg::ask_added, language, {after[i]}));
  changes.insert(changes.end(), removed.begin(), removed.end());
  return joined(changes);
}

Msg title_of(InterviewSection section) {
  switch (section) {
    case InterviewSection::inventory:
      return msg::ask_inventory;
    case InterviewSection::relationship:
      return msg::ask_relationship;
    case InterviewSection::customer_requirements:
      return msg::ask_customer_requirements;
    default:
      return msg::ask_own_requirements;
  }
}

}  // namespace

EntryList requirements_of(const Settings& settings, const Account& account) {
  auto entries = settings.requirements;
  for (const auto& own : account.requirements)
    if (entries.find(own.id) == entries.end()) entries.push_back(own);
  return entries;
}

std::vector<Choice> choices_of(AnswerKind kind, const Wording& wording) {
  std::vector<Choice> choices;
  const auto language = wording.language;
  if (kind == AnswerKind::requirement)
    for (const auto& entry : requirements_of(wording.settings, wording.account))
      choices.push_back({entry.id, entry_label(Vocabulary::requirement, entry.id, entry.label, language)});
  if (kind == AnswerKind::contact_role)
    for (const auto id : ids_of<ContactRole>())
      choices.push_back({std::string(id), std::string(find_label(Vocabulary::contact_role, id, language))});
  if (kind == AnswerKind::attitude)
    for (const auto id : ids_of<Attitude>())
      choices.push_back({std::string(id), std::string(find_label(Vocabulary::attitude, id, language))});
  return choices;
}

std::string requirement_words(const Settings& settings, const Account& account, const std::string& id,
                              Language language) {
  const auto entries = requirements_of(settings, account);
  const auto found = entries.find(id);
  return entry_label(Vocabulary::requirement, id, found == entries.end() ? OwnLabel{} : found->label,
                     language);
}

std::string value_words(AnswerKind kind, const Answer& answer, const Wording& wording) {
  const auto language = wording.language;
  if (!answer.is_known()) return say(msg::ask_unknown, language);
  switch (kind) {
    case AnswerKind::rating:
    case AnswerKind::plain_rating:
      return number_words(answer.number, language);
    case AnswerKind::pair: {
      if (!answer.number && !answer.second && !answer.third) return number_words({}, language);
      const auto pair = number_words(answer.number, language) + ":" + number_words(answer.second, language);
      return answer.third ? pair + ":" + number_words(answer.third, language) : pair;
    }
    case AnswerKind::text:
      return answer.text;
    case AnswerKind::list:
    case AnswerKind::names:
      return joined(answer.items);
    case AnswerKind::money:
      return money_words(*answer.number, wording);
    case AnswerKind::percent:
      return format_percent(*answer.number, 0, language);
    case AnswerKind::date:
      return format_date(*answer.date, language);
    case AnswerKind::requirement:
      return requirement_words(wording.settings, wording.account, answer.text, language);
    case AnswerKind::contact_role:
      return std::string(find_label(Vocabulary::contact_role, answer.text, language));
    case AnswerKind::attitude:
      return std::string(find_label(Vocabulary::attitude, answer.text, language));
  }
  return {};
}

std::string reason_of(AnswerKind kind, const Answer& answer) {
  return kind == AnswerKind::rating || kind == AnswerKind::pair ? answer.text : std::string{};
}

std::string answer_words(AnswerKind kind, const Answer& answer, const Wording& wording) {
  const auto value = value_words(kind, answer, wording);
  const auto reason = reason_of(kind, answer);
  return reason.empty() ? value : say(msg::ask_reason_in_brackets, wording.language, {value, reason});
}

std::string change_words(AnswerKind kind, const Answer& before, const Answer& after, const Wording& wording) {
  if (kind == AnswerKind::list || kind == AnswerKind::names)
    return list_change(before.items, after.items, wording.language);
  const auto reason = reason_of(kind, before);
  if (reason.empty() || reason != reason_of(kind, after))
    return fmt::format("{} → {}", answer_words(kind, before, wording), answer_words(kind, after, wording));
  const auto change =
      fmt::format("{} → {}", value_words(kind, before, wording), value_words(kind, after, wording));
  return say(kind == AnswerKind::pair ? msg::ask_note_stays : msg::ask_reason_stays, wording.language,
             {change, reason});
}

std::string form_words(AnswerKind kind, const Settings& settings, Language language) {
  switch (kind) {
    case AnswerKind::rating:
    case AnswerKind::plain_rating:
      return "0–" + format_trimmed(settings.scale, kDecimals, language);
    case AnswerKind::pair:
      return say(msg::ask_form_pair, language);
    case AnswerKind::money:
      return settings.currency;
    case AnswerKind::percent:
      return "%";
    case AnswerKind::date:
      return say(msg::ask_form_date, language);
    case AnswerKind::requirement:
      return say(msg::ask_form_requirement, language);
    case AnswerKind::contact_role:
      return say(msg::ask_form_role, language);
    case AnswerKind::attitude:
      return say(msg::ask_form_attitude, language);
    default:
      return {};
  }
}

std::string section_title(InterviewSection section, Language language) {
  switch (section) {
    case InterviewSection::customer_view:
      return std::string(find_label(Vocabulary::field, "customer_view", language));
    case InterviewSection::potentials:
      return std::string(find_label(Vocabulary::field, "potentials", language));
    case InterviewSection::actions:
      return std::string(find_label(Vocabulary::field, "actions", language));
    default:
      return say(title_of(section), language);
  }
}

std::string section_intro(InterviewSection section, Language language) {
  switch (section) {
    case InterviewSection::inventory:
      return say(msg::ask_inventory_intro, language);
    case InterviewSection::relationship:
      return say(msg::ask_relationship_intro, language);
    case InterviewSection::customer_view:
      return say(msg::ask_view_intro, language);
    case InterviewSection::customer_requirements:
      return std::string(question_text("requirements_rated", language));
    case InterviewSection::own_requirements:
      return say(msg::ask_own_requirements_intro, language);
    case InterviewSection::potentials:
      return std::string(question_text("potentials_named", language));
    case InterviewSection::actions:
      return say(msg::ask_actions_intro, language);
  }
  return {};
}

std::string example_date(Language language) {
  return language == Language::de ? "30.06.2027" : "2027-06-30";
}

}  // namespace kam
