#include "kam/schema/schema.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "kam/document/data.hpp"
#include "kam/format/format.hpp"
#include "kam/model/number.hpp"
#include "kam/model/settings.hpp"
#include "kam/text/labels.hpp"
#include "kam/text/messages/schema.hpp"

namespace kam {

namespace {

// What a scalar's value may be. An optional one may be null: nothing is said.
enum class Presence { optional, required };

// One entry of a catalogue, as an editor offers it.
struct CatalogueKey {
  std::string id;
  std::string label;
  std::string question;  // what it asks, in one sentence; may be empty
};

template <class Entry>
std::vector<CatalogueKey> keys_in(const std::vector<Entry>& entries, Vocabulary vocabulary,
                                  Language language) {
  std::vector<CatalogueKey> keys;
  for (const auto& entry : entries)
    keys.push_back({entry.id, entry_label(vocabulary, entry.id, entry.label, language),
                    std::string(entry_question(vocabulary, entry.id, language))});
  return keys;
}

std::vector<CatalogueKey> catalogue_keys(const Settings& settings, Catalogue catalogue, Language language) {
  switch (catalogue) {
    case Catalogue::attractiveness:
      return keys_in(settings.attractiveness, Vocabulary::attractiveness, language);
    case Catalogue::partnership:
      return keys_in(settings.partnership, Vocabulary::partnership, language);
    case Catalogue::collaboration:
      return keys_in(settings.collaboration, Vocabulary::collaboration, language);
    case Catalogue::requirements:
      return keys_in(settings.requirements, Vocabulary::requirement, language);
    case Catalogue::potentials:
      return keys_in(settings.potentials, Vocabulary::potential, language);
    case Catalogue::offerings:
      return keys_in(settings.offerings, Vocabulary::offering, language);
    case Catalogue::none:
    case Catalogue::defined_here:
      break;
  }
  return {};
}

// The catalogue that kam.yaml defines at `key`; `none` where it is none.
Catalogue find_catalogue(std::string_view key) {
  using Entry = std::pair<std::string_view, Catalogue>;
  constexpr std::array kCatalogues{
      Entry{"attractiveness", Catalogue::attractiveness}, Entry{"partnership", Catalogue::partnership},
      Entry{"collaboration", Catalogue::collaboration},   Entry{"requirements", Catalogue::requirements},
      Entry{"potentials", Catalogue::potentials},         Entry{"offerings", Catalogue::offerings}};
  const auto found = std::ranges::find(kCatalogues, key, &Entry::first);
  return found == kCatalogues.end() ? Catalogue::none : found->second;
}

// The vocabulary that says what the choices at a path mean, if any does.
std::optional<Vocabulary> choices_vocabulary(std::string_view path) {
  using Entry = std::pair<std::string_view, Vocabulary>;
  constexpr std::array kChoices{Entry{"status", Vocabulary::status},
                                Entry{"contacts.role", Vocabulary::contact_role},
                                Entry{"contacts.attitude", Vocabulary::attitude},
                                Entry{"assessments.perspective", Vocabulary::perspective},
                                Entry{"potentials.status", Vocabulary::potential_status},
                                Entry{"actions.status", Vocabulary::action_status},
                                Entry{"objectives.measure", Vocabulary::measure},
                                Entry{"attractiveness.measure", Vocabulary::measure},
                                Entry{"partnership.measure", Vocabulary::measure}};
  const auto found = std::ranges::find(kChoices, path, &Entry::first);
  return found == kChoices.end() ? std::nullopt : std::optional(found->second);
}

constexpr const char* kOwnKeys = "^x_";
constexpr const char* kIdOrOwnKey = "^([a-z][a-z0-9_]*$|x_)";
constexpr const char* kYears = "^[1-9][0-9]{3}$";

constexpr double kHighestScale = 10;  // kam.yaml may name any up to it

Data::Record own_keys() {
  return {{kOwnKeys, true}};
}

void append(Data::Record& record, Data::Record more) {
  for (auto& entry : more) record.push_back(std::move(entry));
}

// The value of `type`: these, and null where nothing need be said.
Data::List types_of(std::initializer_list<const char*> types, Presence presence) {
  Data::List names(types.begin(), types.end());
  if (presence == Presence::optional) names.emplace_back("null");
  return names;
}

Data::Record number_keywords(const Shape& shape, const char* type, double most, Presence presence) {
  return {{"type", types_of({type}, presence)}, {"minimum", shape.least}, {"maximum", most}};
}

Data::Record pattern_keywords(const char* pattern, Presence presence) {
  return {{"type", types_of({"string"}, presence)}, {"pattern", pattern}};
}

// Any scalar is a text, whatever a YAML reader takes it for: `external_id: 10023`.
Data::Record text_keywords(Presence presence) {
  Data::Record keywords{{"type", types_of({"string", "number", "boolean"}, presence)}};
  if (presence == Presence::required) keywords.emplace_back("pattern", "\\S");
  return keywords;
}

Data::Record choice_keywords(const Shape& shape, Presence presence) {
  Data::List choices;
  for (const auto choice : shape.choices) choices.emplace_back(choice);
  if (presence == Presence::optional) choices.emplace_back();
  return {{"enum", std::move(choices)}};
}

// The keywords for a scalar of that shape: `type`, `enum`, `minimum` …; `scale` is the highest rating.
Data::Record scalar_keywords(const Shape& shape, double scale, Presence presence) {
  switch (shape.kind) {
    case ShapeKind::format_number:
      return {{"const", 1}};
    case ShapeKind::catalogue_id:  // `true` is one to kam, and a boolean to other readers
      return {{"type", types_of({"string", "boolean"}, presence)}, {"pattern", "^[a-z][a-z0-9_]*$"}};
    case ShapeKind::currency:
      return pattern_keywords("^[A-Z]{3}$", presence);
    case ShapeKind::number:
    case ShapeKind::percent:
      return number_keywords(shape, "number", shape.most, presence);
    case ShapeKind::rating:
      return number_keywords(shape, "number", scale, presence);
    case ShapeKind::whole:
    case ShapeKind::year:
      return number_keywords(shape, "integer", shape.most, presence);
    case ShapeKind::date: {
      auto keywords = pattern_keywords("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", presence);
      keywords.emplace_back("format", "date");
      return keywords;
    }
    case ShapeKind::choice:
      return choice_keywords(shape, presence);
    default:
      return text_keywords(presence);
  }
}

bool is_number(ShapeKind kind) {
  switch (kind) {
    case ShapeKind::format_number:
    case ShapeKind::number:
    case ShapeKind::numbers:
    case ShapeKind::whole:
    case ShapeKind::rating:
    case ShapeKind::percent:
    case ShapeKind::year:
      return true;
    default:
      return false;
  }
}

// A value as it stands in a file, as JSON has it: a number where the shape is one.
Data example_value(const Shape& shape, std::string_view text) {
  const auto number = is_number(shape.kind) ? parse_plain_number(text) : std::nullopt;
  return number ? Data(*number) : Data(text);
}

class SchemaBuilder {
 public:
  SchemaBuilder(FileKind file, const Settings& settings, CatalogueIds ids, Language language)
      : file_(file), settings_(settings), ids_(ids), language_(language) {}

  Data build() const {
    const bool is_account = file_ == FileKind::account;
    Data::Record schema{
        {"$schema", "http://json-schema.org/draft-07/schema#"},
        {"title", say(is_account ? msg::schema_account_title : msg::schema_portfolio_title, language_)},
        {"description", say(is_account ? msg::schema_account : msg::schema_portfolio, language_)},
        {"type", "object"}};
    append(schema, record_keywords(is_account ? account_format() : settings_format(), ""));
    return schema;
  }

 private:
  double scale() const { return file_ == FileKind::account ? settings_.scale : kHighestScale; }

  Data::Record record_keywords(const Record& record, const std::string& path) const {
    Data::Record properties;
    Data::List required;
    Data::Record dependencies;
    for (const auto& field : record.fields) {
      properties.emplace_back(field.key, field_schema(field, join(path, field.key)));
      if (!field.required.empty()) required.emplace_back(field.key);
      if (!field.needs.empty()) dependencies.emplace_back(field.key, Data::List{Data(field.needs)});
    }
    Data::Record keywords{{"properties", std::move(properties)},
                          {"patternProperties", own_keys()},
                          {"additionalProperties", false}};
    if (!required.empty()) keywords.emplace_back("required", std::move(required));
    if (!dependencies.empty()) keywords.emplace_back("dependencies", std::move(dependencies));
    return keywords;
  }

  static std::string join(const std::string& path, std::string_view key) {
    return path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
  }

  Data field_schema(const Field& field, const std::string& path) const {
    auto schema = description_of(field, path);
    append(schema, value_keywords(field, path));
    return schema;
  }

  Data::Record description_of(const Field& field, const std::string& path) const {
    const auto text = find_key_text(file_, path, language_);
    if (!text) return {};
    Data::Record schema{{"title", text->title},
                        {"description", std::string(text->description) + choices_text(field.shape, path)}};
    if (!text->example.empty() && field.shape.record == nullptr) {
      const auto example = example_value(field.shape, text->example);
      const bool is_list = field.shape.kind == ShapeKind::texts;
      if (field.shape.kind != ShapeKind::numbers)
        schema.emplace_back("examples", Data::List{is_list ? Data(Data::List{example}) : example});
    }
    return schema;
  }

  // ` prospect: Interessent, candidate: Kandidat …`
  std::string choices_text(const Shape& shape, const std::string& path) const {
    const auto vocabulary = choices_vocabulary(path);
    if (!vocabulary) return {};
    std::vector<std::string> words;
    for (const auto choice : shape.choices)
      words.push_back(fmt::format("{}: {}", choice, find_label(*vocabulary, choice, language_)));
    return fmt::format(" {}.", fmt::join(words, ", "));
  }

  Data::Record value_keywords(const Field& field, const std::string& path) const {
    const auto& shape = field.shape;
    const auto optional = Presence::optional;
    const bool must_say = !field.required.empty() || !field.needs.empty();
    const auto presence = must_say ? Presence::required : optional;
    switch (shape.kind) {
      case ShapeKind::record:
        return entry_keywords(*shape.record, path);
      case ShapeKind::records: {
        Data::Record item{{"type", types_of({"object"}, optional)}};
        append(item, record_keywords(*shape.record, path));
        return {{"type", types_of({"array"}, optional)}, {"items", std::move(item)}};
      }
      case ShapeKind::by_id:
        return by_id_keywords(shape, path);
      case ShapeKind::by_year:
        return {{"type", types_of({"object"}, optional)},
                {"patternProperties",
                 Data::Record{{kYears, entry_keywords(*shape.record, path)}, {kOwnKeys, true}}},
                {"additionalProperties", false}};
      case ShapeKind::texts:
        return {{"type", types_of({"array"}, optional)},
                {"items", scalar_keywords({.kind = ShapeKind::text}, scale(), optional)}};
      case ShapeKind::numbers:
        return numbers_keywords(shape, presence);
      default:
        return scalar_keywords(shape, scale(), presence);
    }
  }

  // Ascending numbers can at least not be equal.
  static Data::Record numbers_keywords(const Shape& shape, Presence presence) {
    auto item = shape;
    item.kind = ShapeKind::number;
    const int least = shape.count == 0 ? 1 : static_cast<int>(shape.count);
    Data::Record keywords{{"type", types_of({"array"}, presence)},
                          {"items", scalar_keywords(item, 0, Presence::required)},
                          {"minItems", least},
                          {"uniqueItems", true}};
    if (shape.count > 0) keywords.emplace_back("maxItems", least);
    return keywords;
  }

  // A map, or what its short form says. Both stand in one schema where they can, since an editor explains a
  // fault in an `anyOf` badly: keywords for maps do not concern scalars, nor the other way round.
  Data::Record entry_keywords(const Record& record, const std::string& path) const {
    if (record.short_form == nullptr) {
      Data::Record map{{"type", types_of({"object"}, Presence::optional)}};
      append(map, record_keywords(record, path));
      return map;
    }
    auto keywords = scalar_keywords(record.short_form->shape, scale(), Presence::optional);
    if (keywords.front().first == "type") {
      std::get<Data::List>(keywords.front().second.value()).emplace_back("object");
      append(keywords, record_keywords(record, path));
      return keywords;
    }
    Data::Record map{{"type", "object"}};
    append(map, record_keywords(record, path));
    return {{"anyOf", Data::List{std::move(keywords), std::move(map)}}};
  }

  Data::Record by_id_keywords(const Shape& shape, const std::string& path) const {
    const auto entry = entry_keywords(*shape.record, path);
    Data::Record properties;
    for (const auto& key : offered_keys(shape.catalogue, path)) {
      Data::Record named{{"title", key.label}};
      if (!key.question.empty()) named.emplace_back("description", key.question);
      append(named, entry);
      properties.emplace_back(key.id, std::move(named));
    }
    Data::Record keywords{{"type", types_of({"object"}, Presence::optional)},
                          {"properties", std::move(properties)},
                          {"patternProperties", own_keys()}};
    if (!takes_other_ids(shape.catalogue)) {
      keywords.emplace_back("additionalProperties", false);
      return keywords;
    }
    keywords.emplace_back("additionalProperties", entry);
    keywords.emplace_back("propertyNames", Data::Record{{"pattern", kIdOrOwnKey}});
    return keywords;
  }

  // An account may rate requirements of its own.
  bool takes_other_ids(Catalogue catalogue) const {
    return ids_ == CatalogueIds::any || catalogue == Catalogue::defined_here ||
           catalogue == Catalogue::requirements;
  }

  // The ids that an editor offers.
  std::vector<CatalogueKey> offered_keys(Catalogue catalogue, const std::string& path) const {
    if (catalogue == Catalogue::defined_here) {
      if (file_ == FileKind::account) return {};
      catalogue = find_catalogue(path);
    }
    return catalogue_keys(settings_, catalogue, language_);
  }

  FileKind file_;
  const Settings& settings_;
  CatalogueIds ids_;
  Language language_;
};

}  // namespace

Data build_schema(FileKind file, const Settings& settings, CatalogueIds ids, Language language) {
  return SchemaBuilder(file, settings, ids, language).build();
}

}  // namespace kam
