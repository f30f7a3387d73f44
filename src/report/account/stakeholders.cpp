#include "report/account/stakeholders.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "kam/score/coverage.hpp"
#include "kam/text/messages/people.hpp"
#include "kam/text/messages/plan.hpp"
#include "report/cells.hpp"
#include "report/data_values.hpp"

namespace kam {
namespace {

bool is_decision_maker(const Contact& contact) {
  return contact.role == ContactRole::decision_maker;
}

std::string with_remark(const std::string& name, std::string_view remark, Language language) {
  return remark.empty() ? name : say(msg::plan_name_and_industry, language, {name, remark});
}

// What would tell whether somebody of ours has to know this person, and is missing.
std::string what_is_missing(const Contact& contact, Language language) {
  if (contact.role && contact.influence) return {};
  if (contact.role) return say(msg::coverage_influence_unknown, language);
  return say(contact.influence ? msg::coverage_role_unknown : msg::coverage_both_unknown, language);
}

Table keepers_table(const AccountView& of, const StakeholderCoverage& coverage) {
  const Language language = of.view.language;
  Table table;
  table.caption = say(msg::coverage_heading, language);
  table.columns = {text_column("owner", say(msg::plan_kept_by, language)),
                   number_column("number", say(msg::coverage_count, language)),
                   text_column("contacts", say(msg::coverage_contacts, language))};
  for (const auto& keeper : coverage.keepers) {
    TextList known;
    for (const std::size_t i : keeper.contacts) {
      const Contact& contact = of.account.contacts[i];
      known.items.push_back(with_remark(
          contact.name, contact.role ? label_of(*contact.role, language) : std::string_view{}, language));
    }
    table.rows.push_back(
        {Text{keeper.name, {}}, Count{static_cast<long long>(keeper.contacts.size())}, std::move(known)});
  }
  return table;
}

struct Unkept {
  std::vector<std::string> decision_makers;
  std::vector<std::string> influential;
  std::vector<std::string> others;
};

Unkept sort_unkept(const AccountView& of, const std::vector<std::size_t>& contacts) {
  Unkept unkept;
  for (const std::size_t i : contacts) {
    const Contact& contact = of.account.contacts[i];
    if (is_decision_maker(contact))
      unkept.decision_makers.push_back(contact.name);
    else if (is_influential(contact, of.view.settings.scale))
      unkept.influential.push_back(contact.name);
    else
      unkept.others.push_back(
          with_remark(contact.name, what_is_missing(contact, of.view.language), of.view.language));
  }
  return unkept;
}

std::string decision_makers_sentence(const AccountView& of, const std::vector<std::string>& unkept) {
  const Language language = of.view.language;
  if (!std::ranges::any_of(of.account.contacts, is_decision_maker)) return {};
  if (unkept.empty()) return say(msg::coverage_decision_makers_kept, language);
  const Msg& message =
      unkept.size() == 1 ? msg::coverage_decision_maker_unkept : msg::coverage_decision_makers_unkept;
  return say(message, language, {join_names(unkept, language), std::to_string(unkept.size())});
}

std::string names_sentence(const Msg& message, const std::vector<std::string>& names, Language language) {
  return names.empty() ? std::string() : say(message, language, {join_names(names, language)});
}

Data contacts_data(const AccountView& of, const std::vector<std::size_t>& contacts) {
  Data::List list;
  for (const std::size_t i : contacts) {
    const Contact& contact = of.account.contacts[i];
    list.emplace_back(Data::Record{{"name", text_data(contact.name)},
                                   {"role", id_data(contact.role)},
                                   {"influence", number_data(contact.influence)},
                                   {"attitude", id_data(contact.attitude)}});
  }
  return list;
}

}  // namespace

Blocks coverage_blocks(const AccountView& of) {
  if (of.account.contacts.empty()) return {};
  const Language language = of.view.language;
  const StakeholderCoverage coverage = cover_stakeholders(of.account);
  const Unkept unkept = sort_unkept(of, coverage.unkept);
  Blocks blocks;
  if (!coverage.keepers.empty()) blocks.emplace_back(keepers_table(of, coverage));
  const std::string sentences =
      join_sentences({coverage.keepers.empty() ? say(msg::coverage_nobody, language) : std::string(),
                      decision_makers_sentence(of, unkept.decision_makers),
                      names_sentence(msg::coverage_influential_unkept, unkept.influential, language),
                      names_sentence(msg::coverage_others_unkept, unkept.others, language)});
  if (!sentences.empty()) blocks.emplace_back(plain_paragraph(sentences));
  return blocks;
}

std::string no_decision_maker_sentence(const AccountView& of) {
  if (of.account.contacts.empty() || std::ranges::any_of(of.account.contacts, is_decision_maker)) return {};
  return say(msg::plan_no_decision_maker, of.view.language);
}

Data stakeholders_data(const AccountView& of) {
  const StakeholderCoverage coverage = cover_stakeholders(of.account);
  Data::List keepers;
  for (const auto& keeper : coverage.keepers)
    keepers.emplace_back(
        Data::Record{{"owner", keeper.name}, {"contacts", contacts_data(of, keeper.contacts)}});
  return Data::Record{{"keepers", std::move(keepers)}, {"unkept", contacts_data(of, coverage.unkept)}};
}

}  // namespace kam
