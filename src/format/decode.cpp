#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "format/values.hpp"
#include "kam/format/decode.hpp"
#include "kam/format/format.hpp"
#include "kam/model/number.hpp"
#include "kam/model/problem.hpp"
#include "kam/unicode/unicode.hpp"
#include "kam/yaml/edit.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

namespace {

// The sentences for what is wrong with the structure of a file: keys, lists and maps.

// One walk over a file's tree along the format's table, filling the model and collecting every fault.
class Decoder {
 public:
  // `settings`: for the scale, and for the catalogues that ids are looked up in; while kam.yaml itself is
  // read, the one being filled. `account`: the one being filled, or null.
  Decoder(const std::string& file, const Settings& settings, const Account* account)
      : file_(file), settings_(settings), account_(account) {}

  // Fills `target`, which is the struct that `format` describes.
  void decode_document(const Node& root, const Record& format, void* target);

  // What was found, in the file's order.
  Problems take_problems();

 private:
  void decode_record(const Node& node, const Record& record, void* target);
  void decode_field(const Node& node, const Field& field, void* owner);
  void decode_map(const Node& node, const Field& field, void* owner);
  void decode_records(const Node& node, const Field& field, void* owner);
  void decode_entry(const Node& node, const Field& field, void* target);
  void decode_scalar(const Node& node, const Field& field, void* owner);
  void decode_texts(const Node& node, const Field& field, void* owner);
  void decode_numbers(const Node& node, const Field& field, void* owner);

  bool is_format_known(const Node& root);
  void check_keys(const Node& node, const Record& record);
  void check_companions(const Node& node, const Record& record);
  void check_known(const Node& key, Catalogue catalogue);
  struct Known {
    std::set<std::string> ids;
    Suggestions suggestions;
    std::size_t own = 0;  // how many of the account's own are among them
  };
  Known& known_ids(Catalogue catalogue);
  bool expect(NodeKind kind, const Node& node, const Shape& shape);

  void report(const Node& at, Severity severity, Fault fault);

  const std::string& file_;
  const Settings& settings_;
  const Account* account_;
  Problems problems_;
  std::map<Catalogue, Known> known_;
};

bool says_nothing(const Node* value) {
  if (value == nullptr || value->is_null()) return true;
  return value->kind == NodeKind::scalar && value->value.find_first_not_of(" \t\n") == std::string::npos;
}

// What stands at `key`, unless nothing is said there.
const Node* find_value(const Node& map, std::string_view key) {
  const Node* value = map.find(key);
  return value == nullptr || value->is_null() ? nullptr : value;
}

void Decoder::decode_document(const Node& root, const Record& format, void* target) {
  if (is_format_known(root)) decode_record(root, format, target);
}

Problems Decoder::take_problems() {
  std::ranges::stable_sort(problems_, {},
                           [](const Problem& problem) { return std::tuple(problem.line, problem.column); });
  return std::exchange(problems_, {});
}

Fault missing_key(const Field& field, bool is_there) {
  return {fmt::format("missing-{}", field.key),
          fmt::format("{} is {}", field.key, is_there ? "empty" : "missing"),
          fmt::format("Write it as in `{}`.", field.required)};
}

void Decoder::decode_record(const Node& node, const Record& record, void* target) {
  check_keys(node, record);
  check_companions(node, record);
  for (const auto& field : record.fields) {
    const Node* value = node.find(field.key);
    if (!field.required.empty() && says_nothing(value))
      report(value == nullptr ? node : *value, Severity::error, missing_key(field, value != nullptr));
    else if (value != nullptr && !value->is_null())
      decode_field(*value, field, target);
  }
}

void Decoder::decode_field(const Node& node, const Field& field, void* owner) {
  switch (field.shape.kind) {
    case ShapeKind::record:
      return decode_entry(node, field, field.open(owner, field.key));
    case ShapeKind::records:
      return decode_records(node, field, owner);
    case ShapeKind::by_id:
    case ShapeKind::by_year:
      return decode_map(node, field, owner);
    case ShapeKind::texts:
      return decode_texts(node, field, owner);
    case ShapeKind::numbers:
      return decode_numbers(node, field, owner);
    default:
      return decode_scalar(node, field, owner);
  }
}

Fault not_a_year(std::string_view key) {
  return {"not-a-year", fmt::format("{} is not a year of four digits", shown(key)),
          "Write the year as in 2026."};
}

void Decoder::decode_map(const Node& node, const Field& field, void* owner) {
  if (!expect(NodeKind::map, node, field.shape)) return;
  field.clear(owner);
  const bool years = field.shape.kind == ShapeKind::by_year;
  for (const auto& [key, value] : node.entries) {
    if (is_own_key(key.value)) continue;
    if (years && !is_year(key.value)) {
      report(key, Severity::error, not_a_year(key.value));
    } else if (!years && !is_catalogue_id(key.value)) {
      report(key, Severity::error, not_snake_case(key.value));
    } else if (!value.is_null()) {
      check_known(key, field.shape.catalogue);
      decode_entry(value, field, field.open(owner, key.value));
    } else if (field.shape.catalogue == Catalogue::defined_here) {
      field.open(owner, key.value);
    }
  }
}

void Decoder::decode_records(const Node& node, const Field& field, void* owner) {
  if (!expect(NodeKind::list, node, field.shape)) return;
  const Shape item{.kind = ShapeKind::record, .record = field.shape.record};
  for (const auto& entry : node.items)
    if (!entry.is_null() && expect(NodeKind::map, entry, item))
      decode_record(entry, *item.record, field.open(owner, {}));
}

void Decoder::decode_entry(const Node& node, const Field& field, void* target) {
  const Record& record = *field.shape.record;
  if (node.kind == NodeKind::scalar && record.short_form != nullptr)
    decode_scalar(node, *record.short_form, target);
  else if (expect(NodeKind::map, node, {.kind = ShapeKind::record, .record = &record}))
    decode_record(node, record, target);
}

void Decoder::decode_scalar(const Node& node, const Field& field, void* owner) {
  if (!expect(NodeKind::scalar, node, field.shape)) return;
  auto reading = read_scalar(node, field.key, field.shape, settings_.scale);
  if (auto* fault = std::get_if<Fault>(&reading))
    report(node, Severity::error, std::move(*fault));
  else if (field.put != nullptr)
    field.put(owner, std::get<Value>(std::move(reading)));
}

void Decoder::decode_texts(const Node& node, const Field& field, void* owner) {
  if (!expect(NodeKind::list, node, field.shape)) return;
  std::vector<std::string> texts;
  for (const auto& item : node.items)
    if (!item.is_null() && expect(NodeKind::scalar, item, {.kind = ShapeKind::text}))
      texts.push_back(item.value);
  field.put(owner, std::move(texts));
}

Fault not_ascending(std::string_view key, std::string_view number, double before) {
  return {"not-ascending",
          fmt::format("{} do not ascend: {} follows {}", key, number, format_plain_number(before)),
          "Write the lowest first, and none twice."};
}

// A list of more or fewer numbers than belong there.
std::optional<Fault> wrong_count(std::string_view key, std::size_t count, const Shape& shape) {
  if (shape.count == 0 && count == 0)
    return Fault{"wrong-count", fmt::format("{} has no numbers", key), how_to_write(shape, 0)};
  if (shape.count == 0 || shape.count == count) return std::nullopt;
  return Fault{"wrong-count",
               fmt::format("{} has {} {}, where {} belong", key, count, count == 1 ? "number" : "numbers",
                           shape.count),
               how_to_write(shape, 0)};
}

void Decoder::decode_numbers(const Node& node, const Field& field, void* owner) {
  if (!expect(NodeKind::list, node, field.shape)) return;
  const std::size_t before = problems_.size();
  std::vector<double> numbers;
  Shape shape = field.shape;
  shape.kind = ShapeKind::number;
  for (const auto& item : node.items) {
    if (!expect(NodeKind::scalar, item, shape)) continue;
    auto reading = read_scalar(item, field.key, shape, settings_.scale);
    if (auto* fault = std::get_if<Fault>(&reading)) {
      report(item, Severity::error, std::move(*fault));
      continue;
    }
    const double number = std::get<double>(std::get<Value>(reading));
    if (!numbers.empty() && number <= numbers.back())
      report(item, Severity::error, not_ascending(field.key, item.value, numbers.back()));
    numbers.push_back(number);
  }
  if (auto fault = wrong_count(field.key, node.items.size(), field.shape))
    report(node, Severity::error, std::move(*fault));
  if (problems_.size() == before) field.put(owner, std::move(numbers));
}

// Whether the file is of the one format that this program knows: what the keys of another mean, it cannot
// say.
bool Decoder::is_format_known(const Node& root) {
  const Node* format = find_value(root, "kam");
  if (format == nullptr || format->kind != NodeKind::scalar || format->style != NodeStyle::plain) return true;
  const auto number = parse_plain_number(format->value);
  if (!number || *number == 1) return true;
  report(*format, Severity::error,
         {"unknown-format", fmt::format("format {} is not known", format->value),
          "This kam reads format 1; look for a newer one, or write kam: 1."});
  return false;
}

Fault unknown_key(std::string_view key, std::optional<std::string_view> near) {
  const std::string_view rule = "A key of your own starts with x_.";
  return {"unknown-key", fmt::format("the key {} is not known", shown(key)),
          near ? fmt::format("Did you mean {}? {}", *near, rule) : std::string(rule)};
}

void Decoder::check_keys(const Node& node, const Record& record) {
  for (const auto& [key, value] : node.entries) {
    if (is_own_key(key.value) || find_field(record, key.value) != nullptr) continue;
    const auto near = nearest(key.value, std::span<const std::string_view>(keys_of(record)));
    report(key, Severity::warning, unknown_key(key.value, near));
  }
}

Fault missing_companion(const Field& field) {
  return {fmt::format("{}-without-{}", field.key, field.needs),
          fmt::format("{} stands without {}", field.key, field.needs),
          fmt::format("Add {}, or take {} out.", field.needs, field.key)};
}

void Decoder::check_companions(const Node& node, const Record& record) {
  for (const auto& field : record.fields)
    if (!field.needs.empty() && find_value(node, field.key) && !find_value(node, field.needs))
      report(node.find_entry(field.key)->key, Severity::error, missing_companion(field));
}

std::string_view noun(const Node& node);

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

// An id that its catalogue lacks, where that makes a rating count for nothing.
std::optional<Fault> unknown_id(std::string_view id, Catalogue catalogue,
                                std::optional<std::string_view> near) {
  const auto rated = rated_catalogue(catalogue);
  if (!rated) return std::nullopt;
  auto message = fmt::format("the {} {} is not in kam.yaml and does not count", rated->noun, id);
  if (near) message += fmt::format("; the nearest there is {}", *near);
  return Fault{std::string(rated->code), std::move(message),
               fmt::format("Correct it, or add {} to {} in kam.yaml.", id, rated->section)};
}

// A rating of what kam.yaml does not list is read, but counts nowhere.
void Decoder::check_known(const Node& key, Catalogue catalogue) {
  auto& known = known_ids(catalogue);
  if (known.ids.contains(key.value)) return;
  const auto near = known.suggestions.find(key.value);
  if (auto fault = unknown_id(key.value, catalogue, near)) report(key, Severity::warning, std::move(*fault));
}

Decoder::Known& Decoder::known_ids(Catalogue catalogue) {
  const bool has_own = account_ != nullptr && catalogue == Catalogue::requirements;
  const auto own = has_own ? account_->requirements.size() : 0;
  const auto found = known_.find(catalogue);
  // kam.yaml's own catalogues are being filled while it is read.
  if (account_ != nullptr && found != known_.end() && found->second.own == own) return found->second;
  std::vector<std::string> ids;
  for (const auto id : catalogue_ids(settings_, catalogue)) ids.emplace_back(id);
  if (has_own)
    for (const auto& entry : account_->requirements) ids.push_back(entry.id);
  Known known{{ids.begin(), ids.end()}, Suggestions(std::move(ids)), own};
  return known_.insert_or_assign(catalogue, std::move(known)).first->second;
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

// Something stands there that is no such thing as the shape asks for: a list for a map, a map for a number.
Fault wrong_kind(const Node& node, const Shape& shape, double scale) {
  std::string expected(noun(shape.kind));
  const bool is_record = shape.kind == ShapeKind::record && shape.record->short_form != nullptr;
  if (is_record) expected = fmt::format("{} or a map", noun(shape.record->short_form->shape.kind));
  return {"wrong-kind", fmt::format("{} belongs here, not {}", expected, noun(node)),
          wanted(node, shape, scale)};
}

bool Decoder::expect(NodeKind kind, const Node& node, const Shape& shape) {
  if (node.kind == kind) return true;
  report(node, Severity::error, wrong_kind(node, shape, settings_.scale));
  return false;
}

void Decoder::report(const Node& at, Severity severity, Fault fault) {
  problems_.push_back({file_, at.place.line, at.place.column, severity, std::move(fault.code),
                       std::move(fault.message), std::move(fault.hint)});
}

}  // namespace

DecodedSettings decode_settings(std::string_view text, const std::string& file) {
  auto tree = parse_tree(text, file);
  if (!tree.root) return {{}, std::move(tree.problems)};
  return decode_settings(*tree.root, file);
}

DecodedSettings decode_settings(const Node& root, const std::string& file) {
  DecodedSettings decoded{default_settings(), {}};
  Decoder decoder(file, decoded.settings, nullptr);
  decoder.decode_document(root, settings_format(), &decoded.settings);
  decoded.problems = decoder.take_problems();
  return decoded;
}

DecodedAccount decode_account(std::string_view text, const std::string& file, const std::string& id,
                              const Settings& settings) {
  auto tree = parse_tree(text, file);
  if (!tree.root) return {{}, std::move(tree.problems)};
  return decode_account(*tree.root, file, id, settings);
}

DecodedAccount decode_account(const Node& root, const std::string& file, const std::string& id,
                              const Settings& settings) {
  DecodedAccount decoded;
  decoded.account.id = id;
  Decoder decoder(file, settings, &decoded.account);
  decoder.decode_document(root, account_format(), &decoded.account);
  decoded.problems = decoder.take_problems();
  return decoded;
}

}  // namespace kam
