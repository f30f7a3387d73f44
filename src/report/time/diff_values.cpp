#include "report/time/diff_values.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/model/number.hpp"
#include "kam/text/format.hpp"
#include "kam/text/labels.hpp"
#include "report/time/diff_words.hpp"

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

}  // namespace

std::string entry_word(Vocabulary vocabulary, std::string_view id, const PortfolioDiff& diff,
                       const AccountChange* account) {
  const auto* label = find_own_label(diff.after.settings, vocabulary, id);
  if (label == nullptr) label = find_own_label(diff.before.settings, vocabulary, id);
  if (label == nullptr && vocabulary == Vocabulary::requirement)
    label = find_account_label(diff, account, id);
  return entry_label(vocabulary, id, label == nullptr ? OwnLabel{} : *label, diff.after.language);
}

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

}  // namespace kam
