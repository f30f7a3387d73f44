#include <array>

#include "kam/model/number.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages/templates.hpp"
#include "kam/text/templates.hpp"
#include "text/comments.hpp"

namespace kam {

namespace {

using comments::Form;
using comments::prose;
using comments::Row;

template <class Numbers>
std::string number_list(const Numbers& numbers) {
  std::string text;
  for (const double number : numbers) text += (text.empty() ? "" : ", ") + format_plain_number(number);
  return '[' + text + ']';
}

std::string criterion_value(const Criterion& criterion) {
  auto value = "{weight: " + format_plain_number(criterion.weight);
  if (criterion.measure)
    value +=
        ", measure: " + std::string(to_id(*criterion.measure)) + ", steps: " + number_list(criterion.steps);
  return value + '}';
}

std::string all_measures() {
  std::string text;
  for (const auto id : ids_of<Measure>()) text += (text.empty() ? "" : ", ") + std::string(id);
  return text;
}

std::string labelled(const std::string& label) {
  return "{label: " + label + '}';
}

std::string criteria_section(const std::string& section, Vocabulary vocabulary, const CriterionList& entries,
                             Language language) {
  const auto widest = comments::widest_id(entries);
  std::vector<Row> lines;
  lines.reserve(entries.size());
  for (const auto& entry : entries)
    lines.push_back({comments::entry("  ", entry.id, widest, criterion_value(entry)),
                     entry_label(vocabulary, entry.id, entry.label, language)});
  return section + ":\n" + comments::rows(lines, Form::live);
}

std::string catalogue(const std::string& section, Vocabulary vocabulary, const EntryList& entries,
                      Language language) {
  std::vector<Row> lines;
  lines.reserve(entries.size());
  for (const auto& entry : entries)
    lines.push_back({"  " + entry.id + ": {}", entry_label(vocabulary, entry.id, entry.label, language)});
  return section + ":\n" + comments::rows(lines, Form::live);
}

std::string fill_in(const std::string& id, std::size_t widest, const std::string& value) {
  return comments::rows({{comments::entry("  ", id, widest, value), {}}}, Form::fill_in);
}

std::string settings_head(const Settings& settings, const std::string& company, const std::string& currency,
                          Language language) {
  const auto spaced = [](const std::string& key, const std::string& value) {
    return value.empty() ? key + ':' : key + ": " + value;
  };
  return prose(say(msg::tpl_settings_head, language)) + '\n' +
         comments::rows(
             {{"kam: 1", say(msg::tpl_settings_format, language)},
              {spaced("company", company), {}},
              {"language: " + std::string(to_id(language)), say(msg::tpl_settings_language, language)},
              {spaced("currency", currency), say(msg::tpl_settings_currency, language)},
              {"scale: " + format_plain_number(settings.scale), say(msg::tpl_settings_scale, language)}},
             Form::live);
}

std::string offerings_section(Language language) {
  const auto example = "{spare_parts: " + labelled(say(msg::tpl_settings_own_offering, language)) + '}';
  return prose(say(msg::tpl_settings_offerings, language)) +
         comments::rows({{"offerings: {}", say(msg::tpl_settings_example, language, {example})}}, Form::live);
}

std::string thresholds(const Thresholds& values, Language language) {
  const auto text = format_plain_number;
  const auto pair = [](const std::string& first, double a, const std::string& second, double b) {
    return '{' + first + ": " + format_plain_number(a) + ", " + second + ": " + format_plain_number(b) + '}';
  };
  const auto range = [&](const Msg& message, const std::array<double, 2>& bounds) {
    return say(message, language, {text(bounds[0]), text(bounds[1])});
  };
  const std::vector<Row> lines{
      {"  abc: " + number_list(values.abc), range(msg::tpl_settings_abc, values.abc)},
      {"  bands: " + number_list(values.bands), range(msg::tpl_settings_bands, values.bands)},
      {"  key_account: " + pair("attractiveness", values.key_account_attractiveness, "partnership",
                                values.key_account_partnership),
       say(msg::tpl_settings_key_account, language)},
      {"  matrix: " +
           pair("attractiveness", values.matrix_attractiveness, "strength", values.matrix_strength),
       say(msg::tpl_settings_matrix, language)},
      {"  crosshair: " +
           pair("importance", values.crosshair.importance, "fulfilment", values.crosshair.fulfilment),
       say(msg::tpl_settings_crosshair, language)},
      {"  stale_after_days: " + std::to_string(values.stale_after_days),
       say(msg::tpl_settings_stale, language)}};
  return prose(say(msg::tpl_settings_thresholds, language)) + "thresholds:\n" +
         comments::rows(lines, Form::live);
}

}  // namespace

std::string settings_file_text(const std::string& company_scalar, const std::string& currency_scalar,
                               Language language) {
  const auto settings = default_settings();
  const auto explained = [&](const Msg& message) { return '\n' + prose(say(message, language)); };
  return settings_head(settings, company_scalar, currency_scalar, language) +  //
         '\n' + prose(say(msg::tpl_settings_attractiveness, language, {all_measures()})) +
         criteria_section("attractiveness", Vocabulary::attractiveness, settings.attractiveness, language) +
         fill_in("export_share", comments::widest_id(settings.attractiveness),
                 "{weight: 5, label: " + say(msg::tpl_settings_own_criterion, language) + '}') +
         explained(msg::tpl_settings_partnership) +
         criteria_section("partnership", Vocabulary::partnership, settings.partnership, language) +
         explained(msg::tpl_settings_collaboration) +
         criteria_section("collaboration", Vocabulary::collaboration, settings.collaboration, language) +
         explained(msg::tpl_settings_requirements) +
         catalogue("requirements", Vocabulary::requirement, settings.requirements, language) +
         fill_in("own_language_documentation", 0,
                 labelled(say(msg::tpl_settings_own_requirement, language))) +
         explained(msg::tpl_settings_potentials) +
         catalogue("potentials", Vocabulary::potential, settings.potentials, language) + '\n' +
         offerings_section(language) + '\n' + thresholds(settings.thresholds, language);
}

}  // namespace kam
