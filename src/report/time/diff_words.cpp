#include "report/time/diff_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/model/number.hpp"
#include "kam/report/diff.hpp"
#include "kam/text/format.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages/assess.hpp"
#include "kam/text/messages/diff.hpp"
#include "report/account/assess_parts.hpp"

namespace kam {

namespace {

const OwnLabel* find_criterion(const CriterionList& catalogue, std::string_view id) {
  const auto found = catalogue.find(id);
  return found == catalogue.end() ? nullptr : &found->label;
}

const OwnLabel* find_entry(const EntryList& catalogue, std::string_view id) {
  const auto found = catalogue.find(id);
  return found == catalogue.end() ? nullptr : &found->label;
}

const OwnLabel* find_own_label(const Settings& settings, Vocabulary vocabulary, std::string_view id) {
  switch (vocabulary) {
    case Vocabulary::attractiveness:
      return find_criterion(settings.attractiveness, id);
    case Vocabulary::partnership:
      return find_criterion(settings.partnership, id);
    case Vocabulary::collaboration:
      return find_criterion(settings.collaboration, id);
    case Vocabulary::requirement:
      return find_entry(settings.requirements, id);
    case Vocabulary::potential:
      return find_entry(settings.potentials, id);
    case Vocabulary::offering:
      return find_entry(settings.offerings, id);
    default:
      return nullptr;
  }
}

// Of the requirements that the account has beyond the portfolio's.
const OwnLabel* find_account_label(const PortfolioDiff& diff, const AccountChange* account,
                                   std::string_view id) {
  const OwnLabel* label = nullptr;
  if (account == nullptr) return label;
  if (account->after) label = find_entry(diff.after.accounts[*account->after].requirements, id);
  if (label == nullptr && account->before)
    label = find_entry(diff.before.accounts[*account->before].requirements, id);
  return label;
}

struct IdField {
  std::string_view section;
  std::string_view field;
  Vocabulary vocabulary;
};
// Facts that are ids, with their words.
constexpr std::array kIdFields{IdField{"", "status", Vocabulary::status},
                               IdField{"contacts", "role", Vocabulary::contact_role},
                               IdField{"contacts", "attitude", Vocabulary::attitude},
                               IdField{"potentials", "status", Vocabulary::potential_status},
                               IdField{"potentials", "kind", Vocabulary::potential},
                               IdField{"objectives", "measure", Vocabulary::measure},
                               IdField{"actions", "status", Vocabulary::action_status},
                               IdField{"actions", "requirement", Vocabulary::requirement},
                               IdField{"attractiveness", "measure", Vocabulary::measure},
                               IdField{"partnership", "measure", Vocabulary::measure}};

std::string number_text(double value, std::string_view field, Language language) {
  if (field == "year" || field == "customer_since") return fmt::format("{:.0f}", value);
  if (field == "probability")
    return format_percent(value, nearly_equal(value, std::round(value)) ? 0 : 1, language);
  return format_trimmed(value, 2, language);
}

// The catalogue's word for a criterion, area, requirement, offering or kind of potential, from the side that
// has it.
std::string entry_word(Vocabulary vocabulary, std::string_view id, const PortfolioDiff& diff,
                       const AccountChange* account) {
  const auto* label = find_own_label(diff.after.settings, vocabulary, id);
  if (label == nullptr) label = find_own_label(diff.before.settings, vocabulary, id);
  if (label == nullptr && vocabulary == Vocabulary::requirement)
    label = find_account_label(diff, account, id);
  return entry_label(vocabulary, id, label == nullptr ? OwnLabel{} : *label, diff.after.language);
}

// A fact as people read it: amounts grouped, days and numbers in the language, ids as words.
std::string fact_text(const FactValue& value, std::string_view section, std::string_view field,
                      const PortfolioDiff& diff, const AccountChange* account) {
  const auto language = diff.after.language;
  if (const auto* number = std::get_if<double>(&value)) return number_text(*number, field, language);
  if (const auto* date = std::get_if<Date>(&value)) return format_date(*date, language);
  if (const auto* list = std::get_if<std::vector<std::string>>(&value))
    return fmt::format("{}", fmt::join(*list, ", "));
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return "–";
  const auto found = std::ranges::find_if(
      kIdFields, [&](const IdField& entry) { return entry.section == section && entry.field == field; });
  return found == kIdFields.end() ? *text : entry_word(found->vocabulary, *text, diff, account);
}

constexpr std::size_t kShortId = 8;

bool is_amount(std::string_view key) {
  return key == "revenue" || key == "expected_value" || key == "white_space";
}

// The word of a list's item: `Action: …`.
std::string_view item_field(std::string_view section) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kSingular{{
      {"requirements", "requirement"},
      {"offerings", "offering"},
      {"potentials", "potential"},
      {"objectives", "objective"},
      {"actions", "action"},
  }};
  for (const auto& [many, one] : kSingular)
    if (many == section) return one;
  return section;
}

// `Assessment of 31 Mar 2026 (customer's view)` from `2026-03-31 customer`.
std::string assessment_label(const std::string& item, Language language) {
  const auto blank = item.find(' ');
  const auto day = parse_date(item.substr(0, blank));
  const auto perspective = find_label(Vocabulary::perspective, item.substr(blank + 1), language);
  return say(msg::diff_assessment, language, {day ? format_date(*day, language) : item, perspective});
}

std::string item_label(const ItemChange& change, const PortfolioDiff& diff, const AccountChange* account) {
  const auto language = diff.after.language;
  const auto& [section, item, kind, facts] = change;
  if (section == "attractiveness") return entry_word(Vocabulary::attractiveness, item, diff, account);
  if (section == "partnership") return entry_word(Vocabulary::partnership, item, diff, account);
  if (section == "collaboration") return entry_word(Vocabulary::collaboration, item, diff, account);
  if (section == "customer" || section == "own")
    return fmt::format("{} ({})", entry_word(Vocabulary::requirement, item, diff, account),
                       find_label(Vocabulary::perspective, section, language));
  if (section == "assessments") return assessment_label(item, language);
  auto name = item;
  if (section == "requirements") name = entry_word(Vocabulary::requirement, item, diff, account);
  if (section == "offerings") name = entry_word(Vocabulary::offering, item, diff, account);
  const auto list = find_label(Vocabulary::field, item_field(section), language);
  if (section == "figures") return fmt::format("{} {}", list, name);
  return say(msg::diff_item, language, {list, name});
}

std::string field_word(std::string_view section, std::string_view field, Language language) {
  if (field == "fulfilment") return say(msg::fulfilment_rating, language);
  if (section == "contacts" && field == "title") field = "position";
  const auto word = find_label(Vocabulary::field, field, language);
  return std::string(word.empty() ? field : word);
}

// What stands at the top of the file, and what is a list of texts by itself.
bool is_per_fact(std::string_view section) {
  return section.empty() || section == "customer_view" || section == "swot" || section == "thresholds";
}

// Ratings and figures are facts that become known, rather than items that come.
bool is_listed(std::string_view section) {
  constexpr std::array<std::string_view, 8> kListed{"team",      "contacts",   "requirements", "assessments",
                                                    "offerings", "potentials", "objectives",   "actions"};
  return std::ranges::find(kListed, section) != kListed.end();
}

std::string fact_change(const FactChange& fact, std::string_view section, const PortfolioDiff& diff,
                        const AccountChange* account) {
  const auto language = diff.after.language;
  if (section.empty() && fact.field == "notes") return say(msg::diff_text_changed, language);
  return change_text(fact_text(fact.before, section, fact.field, diff, account),
                     fact_text(fact.after, section, fact.field, diff, account));
}

std::string join_facts(std::string line, const std::string& part) {
  if (!line.empty()) line += " · ";
  return line + part;
}

// `Status Open → Done · Due 1 Dec 2026 → 15 Dec 2026`; a rating alone needs no word for it.
std::string facts_changed(const ItemChange& change, const PortfolioDiff& diff, const AccountChange* account) {
  std::string line;
  for (const auto& fact : change.facts) {
    const auto text = fact_change(fact, change.section, diff, account);
    const bool plain = fact.field == "rating" || fact.field == "intensity";
    line = join_facts(line, plain ? text
                                  : say(msg::diff_field, diff.after.language,
                                        {field_word(change.section, fact.field, diff.after.language), text}));
  }
  return line;
}

// `Status Open · Due 15 Dec 2026`
std::string facts_given(const ItemChange& change, const PortfolioDiff& diff, const AccountChange* account) {
  std::string line;
  for (const auto& fact : change.facts)
    line = join_facts(line, say(msg::diff_field, diff.after.language,
                                {field_word(change.section, fact.field, diff.after.language),
                                 fact_text(fact.after, change.section, fact.field, diff, account)}));
  return line;
}

// How many requirements an assessment rates, or rates otherwise.
std::string assessed(const ItemChange& change, Language language) {
  std::vector<std::string> requirements;
  for (const auto& fact : change.facts)
    if (const auto dot = fact.field.rfind('.'); dot != std::string::npos)
      if (const auto id = fact.field.substr(0, dot);
          std::ranges::find(requirements, id) == requirements.end())
        requirements.push_back(id);
  if (requirements.empty()) return {};
  return say_count(msg::diff_ratings_one, msg::diff_ratings_many, static_cast<long long>(requirements.size()),
                   language);
}

std::string listed_text(const ItemChange& change, const PortfolioDiff& diff, const AccountChange* account) {
  const auto language = diff.after.language;
  const bool assessment = change.section == "assessments";
  if (change.kind == ItemChange::Kind::removed) return say(msg::diff_item_removed, language);
  if (change.kind == ItemChange::Kind::changed) {
    if (!assessment) return facts_changed(change, diff, account);
    const auto text = assessed(change, language);
    return text.empty() ? say(msg::diff_changed, language)
                        : say(msg::diff_item, language, {say(msg::diff_changed, language), text});
  }
  const auto text = assessment ? assessed(change, language) : facts_given(change, diff, account);
  return text.empty() ? say(msg::diff_item_added, language)
                      : say(msg::diff_item_added_with, language, {text});
}

std::string limit_label(std::string_view field, Language language) {
  constexpr std::array<std::pair<std::string_view, Msg>, 8> kLabels{{
      {"abc", msg::diff_limits_abc},
      {"bands", msg::diff_limits_bands},
      {"key_account.attractiveness", msg::diff_limits_key_account_attractiveness},
      {"key_account.partnership", msg::diff_limits_key_account_partnership},
      {"matrix.attractiveness", msg::diff_limits_matrix_attractiveness},
      {"matrix.strength", msg::diff_limits_matrix_strength},
      {"crosshair", msg::diff_limits_crosshair},
      {"stale_after_days", msg::diff_limits_stale},
  }};
  for (const auto& [key, label] : kLabels)
    if (key == field) return say(label, language);
  return std::string(field);
}

}  // namespace

std::string change_text(std::string_view before, std::string_view after) {
  return before == after ? std::string(after) : fmt::format("{} → {}", before, after);
}

std::string value_text(const ValueChange& change, const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  const auto number = [&](const std::optional<double>& value) {
    return value ? format_number(*value, 0, language) : std::string("–");
  };
  if (!change.differs()) return number(change.after);
  auto text = fmt::format("{} → {}", number(change.before), number(change.after));
  const auto difference = change.difference();
  if (!difference) return text;
  const auto sign = *difference > 0 ? "+" : "";
  return text + fmt::format(" ({})", is_amount(change.key) ? sign + format_number(*difference, 0, language)
                                                           : signed_points(*difference, language));
}

std::string class_text(const ClassChange& change, const PortfolioDiff& diff) {
  const auto word = [&](const std::optional<std::string>& id) {
    if (!id) return std::string("–");
    auto vocabulary = Vocabulary::perspective;
    if (change.key == "qualification") vocabulary = Vocabulary::qualification;
    if (change.key == "quadrant") vocabulary = Vocabulary::matrix_quadrant;
    const auto label = find_label(vocabulary, *id, diff.after.language);
    return label.empty() ? *id : std::string(label);  // of ABC the id is the word
  };
  return change_text(word(change.before), word(change.after));
}

std::vector<ItemWords> item_words(const ItemChange& change, const PortfolioDiff& diff,
                                  const AccountChange& account) {
  if (is_per_fact(change.section)) {
    std::vector<ItemWords> words;
    for (const auto& fact : change.facts)
      words.push_back({field_word(change.section, fact.field, diff.after.language),
                       fact_change(fact, change.section, diff, &account)});
    return words;
  }
  return {{item_label(change, diff, &account), is_listed(change.section)
                                                   ? listed_text(change, diff, &account)
                                                   : facts_changed(change, diff, &account)}};
}

std::vector<ItemWords> model_words(const ItemChange& change, const PortfolioDiff& diff) {
  const auto language = diff.after.language;
  if (is_per_fact(change.section)) {
    std::vector<ItemWords> words;
    for (const auto& fact : change.facts)
      words.push_back(
          {change.section.empty() ? field_word({}, fact.field, language) : limit_label(fact.field, language),
           fact_change(fact, change.section, diff, nullptr)});
    return words;
  }
  auto label = item_label(change, diff, nullptr);
  if (!is_listed(change.section))
    label = say(msg::diff_item, language, {find_label(Vocabulary::field, change.section, language), label});
  return {{label, change.kind == ItemChange::Kind::changed ? facts_changed(change, diff, nullptr)
                                                           : listed_text(change, diff, nullptr)}};
}

std::string gone_text(const Finding& finding, const AccountChange& change, const PortfolioDiff& diff) {
  auto subject = finding.subjects.empty() ? std::string() : finding.subjects.front();
  if (finding.kind == FindingKind::requirement_gap)
    subject = entry_word(Vocabulary::requirement, subject, diff, &change);
  return gone_finding_text(finding, subject, diff.after.language);
}

std::string state_text(const StateName& state, Language language) {
  if (state.commit.empty()) return say(msg::diff_working_tree, language);
  const auto id = state.commit.substr(0, kShortId);
  const auto day = state.day ? format_date(*state.day, language) : std::string("–");
  if (state.revision.empty() || state.commit.starts_with(state.revision))
    return say(msg::diff_commit, language, {id, day});
  return say(msg::diff_commit_named, language, {state.revision, id, day});
}

std::string account_name(const AccountChange& change, const PortfolioDiff& diff) {
  return change.after ? diff.after.accounts[*change.after].name : diff.before.accounts[*change.before].name;
}

}  // namespace kam
