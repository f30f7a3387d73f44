#include "schema/scalars.hpp"

#include "kam/model/number.hpp"

namespace kam {

namespace {

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

}  // namespace

Data::List types_of(std::initializer_list<const char*> types, Presence presence) {
  Data::List names(types.begin(), types.end());
  if (presence == Presence::optional) names.emplace_back("null");
  return names;
}

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

Data example_value(const Shape& shape, std::string_view text) {
  const auto number = is_number(shape.kind) ? parse_plain_number(text) : std::nullopt;
  return number ? Data(*number) : Data(text);
}

}  // namespace kam
