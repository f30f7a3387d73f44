#include "format/fit.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "format/values.hpp"
#include "kam/model/number.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

using Fitted = std::variant<NewValue, Misfit>;

Misfit empty_value(std::string_view key) {
  return {fmt::format("{} is given no value", key), "To take it out, give its path with --unset."};
}

Fitted fit_texts(std::string_view text, std::string_view key) {
  const auto no_list = [&] {
    return Misfit{fmt::format("{} is a list, and `{}` is none", key, shown(text)),
                  fmt::format("Write a list as in {0}='[one, two]', or add one text with {0}[+]=TEXT.", key)};
  };
  if (!text.starts_with('[')) return no_list();
  const auto tree = parse_tree("list: " + std::string(text) + "\n", {});
  const auto* const list = tree.root ? tree.root->find("list") : nullptr;
  if (list == nullptr || list->kind != NodeKind::list) return no_list();
  std::vector<NewValue> items;
  for (const auto& item : list->items) {
    if (item.kind != NodeKind::scalar) return no_list();
    items.push_back(NewValue::of_text(item.value));
  }
  return NewValue::of_list(std::move(items), NewValue::Layout::flow);
}

// A number, date or word of the format, written as it is typed.
Fitted fit_literal(std::string_view text, std::string_view key, const Shape& shape, double scale) {
  Node node;
  node.kind = NodeKind::scalar;
  node.value = text;
  const auto reading = read_scalar(node, key, shape, scale);
  if (const auto* const fault = std::get_if<Fault>(&reading)) return Misfit{fault->message, fault->hint};
  const auto grouped = shape.kind == ShapeKind::number ? grouped_reading(text) : std::nullopt;
  if (grouped)
    return Misfit{fmt::format("{} {} may be {} or {}", key, text,
                              format_plain_number(*parse_plain_number(text)), format_plain_number(*grouped)),
                  "Write the one that is meant, without grouping."};
  return NewValue::of_id(text);
}

}  // namespace

std::optional<Misfit> check_id(std::string_view id, std::string message, const Node& root,
                               const Settings& settings, Catalogue catalogue) {
  const auto* const own = catalogue == Catalogue::requirements ? root.find("requirements") : nullptr;
  if (own != nullptr && own->entries.find(id)) return std::nullopt;
  std::vector<std::string> known;
  for (const auto known_id : catalogue_ids(settings, catalogue)) {
    if (known_id == id) return std::nullopt;
    known.emplace_back(known_id);
  }
  if (own != nullptr)
    for (const auto& entry : own->entries) known.push_back(entry.key.value);
  Misfit misfit{std::move(message), {}};
  if (known.empty()) {
    misfit.hint = "kam.yaml lists none yet; add it there first.";
  } else if (const auto near = nearest(id, std::span<const std::string>(known))) {
    misfit.hint = fmt::format("Did you mean {}?", *near);
  } else {
    misfit.hint = fmt::format("Write one of {}.", fmt::join(known, ", "));
  }
  return misfit;
}

Fitted fit_value(std::string_view text, std::string_view key, const Shape& shape, const Node& root,
                 const Settings& settings) {
  if (const auto broken = find_invalid_utf8(text))
    return Misfit{fmt::format("the value of {} is no UTF-8 text", key), "Type it on a UTF-8 terminal."};
  if (text.empty()) return empty_value(key);
  switch (shape.kind) {
    case ShapeKind::text:
      return NewValue::of_text(std::string(text));
    case ShapeKind::texts:
      return fit_texts(text, key);
    case ShapeKind::catalogue_id:
      if (auto misfit = check_id(text, fmt::format("{} {} is not known", key, shown(text)), root, settings,
                                 shape.catalogue))
        return *misfit;
      return NewValue::of_id(text);
    case ShapeKind::format_number:
      return Misfit{"kam is the number of the file's format, and stays", "Give another path."};
    case ShapeKind::record:
    case ShapeKind::records:
    case ShapeKind::by_id:
    case ShapeKind::by_year:
    case ShapeKind::numbers:
      break;
    default:
      return fit_literal(text, key, shape, settings.scale);
  }
  return Misfit{fmt::format("{} holds more than one value", key), "Give the path of one of them."};
}

}  // namespace kam
