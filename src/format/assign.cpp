#include "kam/format/assign.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "format/item_names.hpp"
#include "format/path_words.hpp"
#include "format/values.hpp"
#include "kam/format/format.hpp"
#include "kam/model/number.hpp"
#include "kam/model/settings.hpp"
#include "kam/unicode/unicode.hpp"
#include "kam/yaml/tree.hpp"

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

// `message` with the ids that would be right, where `id` is none of those that `catalogue` has for the
// account whose tree is `root`: its own requirements count.
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

// The typed `text` as the value that belongs at `key`.
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

using Planned = std::variant<Edit, Misfit>;
using Layout = NewValue::Layout;

const Field kOwnKey{"x_", {}};  // a key of the user's own: any single value

Path prefix(const Path& path, std::size_t steps) {
  return {path.begin(), path.begin() + static_cast<std::ptrdiff_t>(steps)};
}

// Walks a typed path down the format and the file side by side.
class PathWalk {
 public:
  PathWalk(const Node& root, const std::vector<PathWord>& words, const Settings& settings, ItemNames& known)
      : root_(root),
        words_(words),
        settings_(settings),
        known_(known),
        node_(&root),
        record_(&account_format()) {}

  std::optional<Misfit> go() {
    for (at_ = 0; at_ < words_.size(); ++at_)
      if (auto misfit = step(words_[at_])) return misfit;
    return std::nullopt;
  }
  Planned set(const std::string& value) const;
  Planned unset() const;

 private:
  std::optional<Misfit> step(const PathWord& word);
  std::optional<Misfit> step_to_field(const std::string& key);
  std::optional<Misfit> step_to_entry(const std::string& key);
  std::optional<Misfit> step_to_item(const PathWord& word);
  std::optional<std::size_t> find_item(const PathWord& word, std::optional<Misfit>& misfit) const;
  Edit append(NewValue value) const;
  Edit set_beside_rating(NewValue value) const;
  Misfit no_item(const PathWord& word, std::vector<std::string> titles) const;
  std::string shown_path(std::size_t words) const { return format_path_words(words_, words); }

  // Into the child, where the file has it.
  void descend(PathStep step, const Node* child) {
    path_.push_back(std::move(step));
    parent_ = node_;
    node_ = child;
  }

  const Node& root_;
  const std::vector<PathWord>& words_;
  const Settings& settings_;
  ItemNames& known_;
  std::size_t at_ = 0;
  const Node* node_;  // what stands there; null where the file has nothing
  const Node* parent_ = nullptr;
  const Record* record_;           // of the map that stands there; null at a list, by_id map or single value
  const Record* owner_ = nullptr;  // of the map that has the single value
  const Field* field_ = nullptr;   // what the format has there
  Path path_;
  std::optional<std::size_t> appended_;  // the length of the path to the list that gets a new item
  Layout layout_ = Layout::block;        // of a map that is made around the value
};

std::optional<Misfit> PathWalk::step(const PathWord& word) {
  const bool is_key = word.kind == PathWord::Kind::key;
  const auto kind = field_ == nullptr ? ShapeKind::record : field_->shape.kind;
  if (record_ != nullptr && is_key) return step_to_field(word.text);
  if (record_ == nullptr && is_key && (kind == ShapeKind::by_id || kind == ShapeKind::by_year))
    return step_to_entry(word.text);
  if (record_ == nullptr && !is_key && (kind == ShapeKind::records || kind == ShapeKind::texts))
    return step_to_item(word);
  const auto here = shown_path(at_);
  if (kind == ShapeKind::records && is_key)
    return Misfit{fmt::format("{} is a list", here),
                  fmt::format("Name one of its items, as in {}[0].{}.", here, word.text)};
  if (is_key)
    return Misfit{fmt::format("{} is a single value and has no key {}", here, shown(word.text)),
                  fmt::format("Give the path {}.", here)};
  return Misfit{fmt::format("{} is no list and has no item [{}]", here, shown(word.text)),
                "Items in brackets belong behind a list's key, as in actions[0].status."};
}

std::optional<Misfit> PathWalk::step_to_field(const std::string& key) {
  const auto* const node = node_ == nullptr ? nullptr : node_->find(key);
  const auto* const field = is_own_key(key) ? &kOwnKey : find_field(*record_, key);
  if (field == nullptr) {
    const auto keys = keys_of(*record_);
    const auto near = nearest(key, std::span<const std::string_view>(keys));
    return Misfit{
        at_ == 0 ? fmt::format("an account has no key {}", shown(key))
                 : fmt::format("{} has no key {}", shown_path(at_), shown(key)),
        near ? fmt::format("Did you mean {}?", *near) : fmt::format("Its keys: {}.", fmt::join(keys, ", "))};
  }
  owner_ = record_;
  field_ = field;
  record_ = field->shape.kind == ShapeKind::record ? field->shape.record : nullptr;
  descend(key, node);
  return std::nullopt;
}

std::optional<Misfit> PathWalk::step_to_entry(const std::string& key) {
  const auto& shape = field_->shape;
  if (shape.kind == ShapeKind::by_year && !is_year(key))
    return Misfit{fmt::format("{} is not a year of four digits", shown(key)),
                  fmt::format("Write the year as in {}.2026.", shown_path(at_))};
  if (shape.catalogue == Catalogue::defined_here && !is_catalogue_id(key)) {
    const auto fault = not_snake_case(key);
    return Misfit{fault.message, fault.hint};
  }
  if (shape.kind == ShapeKind::by_id && shape.catalogue != Catalogue::defined_here && !is_own_key(key))
    if (auto misfit = check_id(key, fmt::format("{} has no {}", shown_path(at_), shown(key)), root_,
                               settings_, shape.catalogue))
      return misfit;
  layout_ = shape.catalogue == Catalogue::collaboration ? Layout::block : Layout::flow;
  record_ = shape.record;
  descend(key, node_ == nullptr ? nullptr : node_->find(key));
  return std::nullopt;
}

Misfit PathWalk::no_item(const PathWord& word, std::vector<std::string> titles) const {
  const auto here = shown_path(at_);
  if (titles.empty())
    return {fmt::format("{} has no items yet", here), fmt::format("Add one with {}[+].", here)};
  if (word.kind == PathWord::Kind::index)
    return {fmt::format("{} has no item [{}]: there {}", here, word.text,
                        titles.size() == 1 ? "is one" : fmt::format("are {}", titles.size())),
            fmt::format("The first is {0}[0], the last {0}[-1].", here)};
  return {fmt::format("no item of {} has `{}` in its title, name, date or source", here, shown(word.text)),
          fmt::format("There are: {}.", fmt::join(titles, "; "))};
}

std::optional<std::size_t> PathWalk::find_item(const PathWord& word, std::optional<Misfit>& misfit) const {
  const auto count = node_ == nullptr ? 0 : node_->items.size();
  const bool is_index = word.kind == PathWord::Kind::index;
  if (is_index) {
    const auto index = word.index < 0 ? word.index + static_cast<long>(count) : word.index;
    if (index >= 0 && index < static_cast<long>(count)) return static_cast<std::size_t>(index);
  }
  if (!is_index && node_ != nullptr)
    if (const auto found = known_.find(path_, *node_, word.text)) return found;
  // There is none, or more than one: which of them, the message says.
  std::vector<std::string> titles;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < count; ++i) {
    const auto& item = node_->items[i];
    const auto names = names_of(item);
    titles.push_back(fmt::format("[{}] {}", i, names.empty() ? "" : shown(names.front())));
    if (std::ranges::any_of(names, [&](const auto& name) { return contains_folded(name, word.text); }))
      found.push_back(i);
  }
  if (!is_index && !found.empty()) {
    std::vector<std::string> ambiguous;
    for (const auto i : found) ambiguous.push_back(titles[i]);
    misfit = Misfit{fmt::format("{} items of {} have `{}` in their title, name, date or source", found.size(),
                                shown_path(at_), shown(word.text)),
                    fmt::format("Name one by its place: {}.", fmt::join(ambiguous, "; "))};
    return std::nullopt;
  }
  misfit = no_item(word, std::move(titles));
  return std::nullopt;
}

std::optional<Misfit> PathWalk::step_to_item(const PathWord& word) {
  if (word.kind == PathWord::Kind::append) {
    appended_ = path_.size();
    descend(node_ == nullptr ? std::size_t{0} : node_->items.size(), nullptr);
  } else {
    std::optional<Misfit> misfit;
    const auto index = find_item(word, misfit);
    if (!index) return misfit;
    descend(*index, &node_->items[*index]);
  }
  layout_ = Layout::block;
  record_ = field_->shape.kind == ShapeKind::records ? field_->shape.record : nullptr;
  static const Field text_item{"", {}};
  if (record_ == nullptr) field_ = &text_item;
  return std::nullopt;
}

Planned PathWalk::set(const std::string& value) const {
  auto path = path_;
  const auto* field = field_;
  if (record_ != nullptr && record_->short_form != nullptr) {
    field = record_->short_form;
    if (node_ != nullptr && node_->kind == NodeKind::map) path.emplace_back(std::string(field->key));
  } else if (record_ != nullptr) {
    const auto here = shown_path(words_.size());
    return Misfit{fmt::format("{} holds more than one value", here),
                  fmt::format("Give the path of one of them: {}.{}.", here,
                              fmt::join(keys_of(*record_), fmt::format(", {}.", here)))};
  }
  const auto shape =
      field_ == &kOwnKey && parse_plain_number(value) ? Shape{ShapeKind::number} : field->shape;
  auto fitted = fit_value(value, shown_path(words_.size()), shape, root_, settings_);
  if (auto* const misfit = std::get_if<Misfit>(&fitted)) return std::move(*misfit);
  auto written = std::get<NewValue>(std::move(fitted));
  if (written.kind != NewValue::Kind::list) written.layout = layout_;
  if (appended_) return append(std::move(written));
  if (path.size() == path_.size() && owner_ != nullptr && owner_->short_form != nullptr)
    return set_beside_rating(std::move(written));
  return Edit{Edit::Op::set, std::move(path), std::move(written)};
}

// The new item with the value in it.
Edit PathWalk::append(NewValue value) const {
  for (auto i = path_.size(); i-- > *appended_ + 1;)
    value = NewValue::of_map({{std::get<std::string>(path_[i]), std::move(value)}}, Layout::block);
  return {Edit::Op::append, prefix(path_, *appended_), std::move(value)};
}

// A key of a rating's long form. One that stands alone stays alone, or becomes `{rating: 3, reason: …}`.
Edit PathWalk::set_beside_rating(NewValue value) const {
  const bool alone = parent_ != nullptr && parent_->kind == NodeKind::scalar;
  const bool is_rating = field_ == owner_->short_form;
  if (is_rating && (alone || parent_ == nullptr || parent_->is_null()))
    return {Edit::Op::set, prefix(path_, path_.size() - 1), std::move(value)};
  if (!alone) return {Edit::Op::set, path_, std::move(value)};
  auto rating = NewValue::of_id(parent_->value);
  if (parent_->style != NodeStyle::plain) rating = NewValue::of_text(parent_->value);
  return {Edit::Op::set, prefix(path_, path_.size() - 1),
          NewValue::of_map({{std::string(owner_->short_form->key), std::move(rating)},
                            {std::string(field_->key), std::move(value)}},
                           Layout::flow)};
}

Planned PathWalk::unset() const {
  if (appended_)
    return Misfit{"[+] is a new item, which is not there to be taken out", "Name one by its place."};
  return Edit{Edit::Op::remove, path_, {}};
}

}  // namespace

std::variant<Assignment, Misfit> parse_assignment(std::string_view text) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') ++depth;
    if (text[i] == ']' && depth > 0) --depth;
    if (text[i] != '=' || depth > 0) continue;
    return Assignment{std::string(text.substr(0, i)), std::string(text.substr(i + 1))};
  }
  return Misfit{fmt::format("`{}` is no PATH=VALUE", shown(text)),
                "Write it as in figures.2026.revenue=1240000 or actions[0].status=done."};
}

Planned plan_assignment(const Node& root, const Assignment& assignment, const Settings& settings,
                        ItemNames* known) {
  const auto words = parse_path_words(assignment.path);
  if (const auto* const misfit = std::get_if<Misfit>(&words)) return *misfit;
  ItemNames none;
  PathWalk walk(root, std::get<std::vector<PathWord>>(words), settings, known != nullptr ? *known : none);
  if (auto misfit = walk.go()) return *std::move(misfit);
  auto planned = assignment.value ? walk.set(*assignment.value) : walk.unset();
  if (const auto* const edit = std::get_if<Edit>(&planned); edit != nullptr && known != nullptr)
    known->forget(*edit);
  return planned;
}

Planned plan_item(const Node& root, std::string_view list, const ItemFacts& facts, const Settings& settings) {
  const auto& record = *find_field(account_format(), list)->shape.record;
  decltype(NewValue::entries) entries;
  for (const auto& field : record.fields) {
    const auto fact = std::ranges::find(facts, field.key, &ItemFacts::value_type::first);
    if (fact == facts.end()) continue;
    auto fitted = fit_value(fact->second, field.key, field.shape, root, settings);
    if (auto* const misfit = std::get_if<Misfit>(&fitted)) return std::move(*misfit);
    entries.push_back({std::string(field.key), std::get<NewValue>(std::move(fitted))});
  }
  return Edit{Edit::Op::append, {std::string(list)}, NewValue::of_map(std::move(entries), Layout::block)};
}

}  // namespace kam
