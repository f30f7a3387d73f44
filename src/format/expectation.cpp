#include "format/expectation.hpp"

#include <fmt/format.h>

#include "kam/model/number.hpp"
#include "kam/yaml/edit.hpp"

namespace kam {

namespace {

std::string_view noun(const Node& node) {
  switch (node.kind) {
    case NodeKind::list:
      return "a list";
    case NodeKind::map:
      return "a map";
    case NodeKind::scalar:
      return "a single value";
    case NodeKind::null:
      break;
  }
  return "nothing";
}

std::string_view noun(ShapeKind kind) {
  switch (kind) {
    case ShapeKind::text:
      return "a text";
    case ShapeKind::catalogue_id:
      return "an id";
    case ShapeKind::currency:
      return "a currency code";
    case ShapeKind::format_number:
    case ShapeKind::number:
      return "a number";
    case ShapeKind::whole:
      return "a whole number";
    case ShapeKind::rating:
      return "a rating";
    case ShapeKind::percent:
      return "a percentage";
    case ShapeKind::year:
      return "a year";
    case ShapeKind::date:
      return "a date";
    case ShapeKind::choice:
      return "one word";
    case ShapeKind::texts:
    case ShapeKind::numbers:
    case ShapeKind::records:
      return "a list";
    case ShapeKind::record:
    case ShapeKind::by_id:
    case ShapeKind::by_year:
      break;
  }
  return "a map";
}

// What would be right, where something else stands.
std::string wanted(const Node& node, const Shape& shape, double scale) {
  const bool is_scalar = node.kind == NodeKind::scalar;
  switch (shape.kind) {
    case ShapeKind::texts:
      if (is_scalar) return fmt::format("Write [{}].", format_scalar(node.value, ScalarContext::flow));
      return "Write a list of texts, such as [one, two].";
    case ShapeKind::records:
      return fmt::format("Write a list, each item with its keys: {}.", listed(keys_of(*shape.record)));
    case ShapeKind::record:
      return fmt::format("Write it with its keys: {}.", listed(keys_of(*shape.record)));
    case ShapeKind::by_id:
      return "Write one line for each id below it, indented.";
    case ShapeKind::by_year:
      return "Write one line for each year below it, indented: 2026: {revenue: 1240000}.";
    default:
      return how_to_write(shape, scale);
  }
}

// What a catalogue of ratings is called in a message, and the code of an id it lacks.
struct RatedCatalogue {
  std::string_view code;
  std::string_view noun;
  std::string_view section;
};

std::optional<RatedCatalogue> rated_catalogue(Catalogue catalogue) {
  switch (catalogue) {
    case Catalogue::attractiveness:
      return RatedCatalogue{"unknown-criterion", "criterion", "attractiveness"};
    case Catalogue::partnership:
      return RatedCatalogue{"unknown-criterion", "criterion", "partnership"};
    case Catalogue::collaboration:
      return RatedCatalogue{"unknown-area", "area", "collaboration"};
    case Catalogue::requirements:
      return RatedCatalogue{"unknown-requirement", "requirement", "requirements"};
    default:
      return std::nullopt;
  }
}

}  // namespace

Fault wrong_kind(const Node& node, const Shape& shape, double scale) {
  std::string expected(noun(shape.kind));
  const bool is_record = shape.kind == ShapeKind::record && shape.record->short_form != nullptr;
  if (is_record) expected = fmt::format("{} or a map", noun(shape.record->short_form->shape.kind));
  return {"wrong-kind", fmt::format("{} belongs here, not {}", expected, noun(node)),
          wanted(node, shape, scale)};
}

Fault missing_key(const Field& field, bool is_there) {
  return {fmt::format("missing-{}", field.key),
          fmt::format("{} is {}", field.key, is_there ? "empty" : "missing"),
          fmt::format("Write it as in `{}`.", field.required)};
}

Fault missing_companion(const Field& field) {
  return {fmt::format("{}-without-{}", field.key, field.needs),
          fmt::format("{} stands without {}", field.key, field.needs),
          fmt::format("Add {}, or take {} out.", field.needs, field.key)};
}

Fault unknown_key(std::string_view key, std::optional<std::string_view> near) {
  const std::string_view rule = "A key of your own starts with x_.";
  return {"unknown-key", fmt::format("the key {} is not known", shown(key)),
          near ? fmt::format("Did you mean {}? {}", *near, rule) : std::string(rule)};
}

Fault not_a_year(std::string_view key) {
  return {"not-a-year", fmt::format("{} is not a year of four digits", shown(key)),
          "Write the year as in 2026."};
}

Fault not_ascending(std::string_view key, std::string_view number, double before) {
  return {"not-ascending",
          fmt::format("{} do not ascend: {} follows {}", key, number, format_plain_number(before)),
          "Write the lowest first, and none twice."};
}

std::optional<Fault> wrong_count(std::string_view key, std::size_t count, const Shape& shape) {
  if (shape.count == 0 && count == 0)
    return Fault{"wrong-count", fmt::format("{} has no numbers", key), how_to_write(shape, 0)};
  if (shape.count == 0 || shape.count == count) return std::nullopt;
  return Fault{"wrong-count",
               fmt::format("{} has {} {}, where {} belong", key, count, count == 1 ? "number" : "numbers",
                           shape.count),
               how_to_write(shape, 0)};
}

std::optional<Fault> unknown_id(std::string_view id, Catalogue catalogue,
                                std::optional<std::string_view> near) {
  const auto rated = rated_catalogue(catalogue);
  if (!rated) return std::nullopt;
  auto message = fmt::format("the {} {} is not in kam.yaml and does not count", rated->noun, id);
  if (near) message += fmt::format("; the nearest there is {}", *near);
  return Fault{std::string(rated->code), std::move(message),
               fmt::format("Correct it, or add {} to {} in kam.yaml.", id, rated->section)};
}

}  // namespace kam
