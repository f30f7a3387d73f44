#include "format/values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

#include "kam/model/number.hpp"
#include "kam/unicode/unicode.hpp"
#include "kam/yaml/date_mend.hpp"
#include "kam/yaml/number_mend.hpp"

namespace kam {

namespace {

using Reading = std::variant<Value, Fault>;

constexpr int kShownColumns = 40;

bool is_quoted(const Node& node) {
  return node.style != NodeStyle::plain;
}

bool is_bounded(const Shape& shape) {
  return shape.least > -kLargestNumber;
}

// The bounds that a number is outside of, as a sentence.
std::string range_hint(const Shape& shape, double scale) {
  if (shape.kind == ShapeKind::rating)
    return fmt::format("Ratings run from 0 to {} (scale in kam.yaml).", format_plain_number(scale));
  if (shape.kind == ShapeKind::percent) return "Percentages run from 0 to 100.";
  return fmt::format("Write a number from {} to {}.", format_plain_number(shape.least),
                     format_plain_number(shape.most));
}

// What a message calls a number at `key`.
std::string_view number_noun(std::string_view key, const Shape& shape) {
  switch (shape.kind) {
    case ShapeKind::rating:
      return "rating";
    case ShapeKind::percent:
      return "percentage";
    default:
      return key;
  }
}

Reading check_range(double value, std::string_view text, std::string_view key, const Shape& shape,
                    double scale) {
  const bool rated = shape.kind == ShapeKind::rating;
  const double most = rated ? scale : shape.most;
  const std::string code = rated ? "rating-out-of-range" : "number-out-of-range";
  const auto noun = number_noun(key, shape);
  if (value > most) {
    const auto bound = format_plain_number(most);
    return Fault{code, fmt::format("{} {} is above {}{}", noun, text, rated ? "the scale's " : "", bound),
                 range_hint(shape, scale)};
  }
  if (value < shape.least)
    return Fault{code, fmt::format("{} {} is below {}", noun, text, format_plain_number(shape.least)),
                 range_hint(shape, scale)};
  return Value{value};
}

Reading read_number(const Node& node, std::string_view key, const Shape& shape, double scale) {
  const auto value = parse_plain_number(node.value);
  if (is_quoted(node)) {
    auto hint = value ? fmt::format("Take the quotes off: {}.", node.value) : how_to_write(shape, scale);
    return Fault{"quoted-number",
                 fmt::format("\"{}\" is in quotes, so it is a text and no number", shown(node.value)),
                 std::move(hint)};
  }
  if (!value) {
    auto mend = number_mend(node.value);
    return Fault{"not-a-number", fmt::format("{} is not a plain number", shown(node.value)),
                 mend.empty() ? how_to_write(shape, scale) : std::move(mend)};
  }
  return check_range(*value, node.value, key, shape, scale);
}

Reading read_whole(const Node& node, std::string_view key, const Shape& shape, double scale) {
  auto reading = read_number(node, key, shape, scale);
  const auto* value = std::get_if<Value>(&reading);
  if (value == nullptr) return reading;
  const double number = std::get<double>(*value);
  if (number == std::floor(number)) return reading;
  return Fault{"not-a-whole-number", fmt::format("{} {} is not a whole number", key, node.value),
               how_to_write(shape, scale)};
}

Reading read_year(const Node& node, std::string_view key, const Shape& shape, double scale) {
  if (is_quoted(node)) return read_number(node, key, shape, scale);
  if (!is_year(node.value))
    return Fault{"not-a-year", fmt::format("{} is not a year of four digits", shown(node.value)),
                 how_to_write(shape, scale)};
  return read_number(node, key, shape, scale);
}

Reading read_date(const Node& node, const Shape& shape, double scale) {
  if (const auto date = parse_date(node.value)) return Value{*date};
  auto hint = date_mend(node.value);
  if (hint.empty()) hint = how_to_write(shape, scale);
  if (has_date_form(node.value))
    return Fault{"no-such-day", fmt::format("{} is a day that no calendar has", node.value), std::move(hint)};
  return Fault{"not-a-date", fmt::format("{} is not a date in the form YYYY-MM-DD", shown(node.value)),
               std::move(hint)};
}

Reading read_choice(const Node& node, std::string_view key, const Shape& shape, double scale) {
  const auto found = std::ranges::find(shape.choices, node.value);
  if (found != shape.choices.end()) return Value{static_cast<std::size_t>(found - shape.choices.begin())};
  const auto near = nearest(node.value, shape.choices);
  auto hint = how_to_write(shape, scale);
  if (near) hint = fmt::format("Did you mean {}? {}", *near, hint);
  return Fault{"unknown-value", fmt::format("{} {} is not known", key, shown(node.value)), std::move(hint)};
}

Reading read_catalogue_id(const Node& node) {
  if (is_catalogue_id(node.value)) return Value{node.value};
  return not_snake_case(node.value);
}

Reading read_currency(const Node& node, const Shape& shape, double scale) {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (node.value.size() == 3 && std::ranges::all_of(node.value, is_capital)) return Value{node.value};
  return Fault{"not-a-currency", fmt::format("{} is not a currency code", shown(node.value)),
               how_to_write(shape, scale)};
}

}  // namespace

Reading read_scalar(const Node& node, std::string_view key, const Shape& shape, double scale) {
  switch (shape.kind) {
    case ShapeKind::catalogue_id:
      return read_catalogue_id(node);
    case ShapeKind::currency:
      return read_currency(node, shape, scale);
    case ShapeKind::format_number:
    case ShapeKind::number:
    case ShapeKind::rating:
    case ShapeKind::percent:
      return read_number(node, key, shape, scale);
    case ShapeKind::whole:
      return read_whole(node, key, shape, scale);
    case ShapeKind::year:
      return read_year(node, key, shape, scale);
    case ShapeKind::date:
      return read_date(node, shape, scale);
    case ShapeKind::choice:
      return read_choice(node, key, shape, scale);
    default:
      return Value{node.value};
  }
}

std::string how_to_write(const Shape& shape, double scale) {
  switch (shape.kind) {
    case ShapeKind::text:
    case ShapeKind::texts:
      return "Write one text, in quotes where it starts with a bracket or holds a colon and a blank.";
    case ShapeKind::catalogue_id:
      return "Write one id in snake_case.";
    case ShapeKind::currency:
      return "Write its ISO 4217 code in three capital letters, such as EUR.";
    case ShapeKind::rating:
      return fmt::format("Write a number from 0 to {}, or leave it out where it is unknown.",
                         format_plain_number(scale));
    case ShapeKind::percent:
      return "Write a number from 0 to 100, or leave it out where it is unknown.";
    case ShapeKind::whole:
      return "Write a whole number, such as 365.";
    case ShapeKind::year:
      return "Write the year as in 2026.";
    case ShapeKind::date:
      return "Write it as in 2026-03-31.";
    case ShapeKind::choice:
      return fmt::format("Write one of {}.", listed({shape.choices.begin(), shape.choices.end()}));
    case ShapeKind::format_number:
      return "Write kam: 1.";
    case ShapeKind::numbers:
      return shape.count == 2 ? "Write two ascending numbers, such as [34, 67]."
                              : "Write ascending numbers, such as [10, 20, 50].";
    default:
      if (is_bounded(shape)) return range_hint(shape, scale);
      return "Write a plain number such as 1240000 or 2.5, or leave it out where it is unknown.";
  }
}

std::string shown(std::string_view text) {
  if (text.empty()) return "\"\"";
  const auto line = text.substr(0, text.find('\n'));
  if (line.size() < text.size()) return cut_to_width(fmt::format("{}…", line), kShownColumns);
  return cut_to_width(line, kShownColumns);
}

std::string listed(const std::vector<std::string_view>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

Fault not_snake_case(std::string_view id) {
  auto mended = slug(id);
  std::ranges::replace(mended, '-', '_');
  const std::string rule = "small letters, digits and underscores, a letter first";
  auto hint = is_catalogue_id(mended) ? fmt::format("Write {}: {}.", mended, rule)
                                      : fmt::format("Write it in {}.", rule);
  return {"not-snake-case", fmt::format("{} is not an id in snake_case", shown(id)), std::move(hint)};
}

bool is_year(std::string_view text) {
  return text.size() == 4 && text[0] != '0' &&
         std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace kam
