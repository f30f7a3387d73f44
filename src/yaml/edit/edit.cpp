#include "kam/yaml/edit.hpp"

#include <fmt/format.h>

#include <optional>
#include <utility>
#include <variant>

#include "kam/model/number.hpp"
#include "yaml/edit/edit_round.hpp"
#include "yaml/edit/edit_step.hpp"

namespace kam {

namespace {

// Whether it is only the file's size that forbids the change.
bool is_limit(const Problem& problem) {
  return problem.code == "file-too-large" || problem.code == "too-many-values" || problem.code == "too-deep";
}

// An edit that cannot be done; nothing of the text is changed then.
struct Refused {
  std::size_t plan = 0;  // that it is of
  Path path;
  std::string reason;
  std::string hint;
};

Refused refuse(std::size_t plan, const Path& path, const Problem& problem) {
  if (is_limit(problem))
    return {plan, path, fmt::format("with this change {}", problem.message), problem.hint};
  return {plan,
          path,
          fmt::format("{} stands in a form that kam cannot change without changing something else",
                      format_path(path)),
          {}};
}

// Where the deepest part of `path` that is there stands.
Place place_of(const Node& root, const Path& path) {
  const auto* node = &root;
  for (const auto& step : path) {
    const Node* next = nullptr;
    if (const auto* const key = std::get_if<std::string>(&step))
      next = node->find(*key);
    else if (std::get<std::size_t>(step) < node->items.size())
      next = &node->items[std::get<std::size_t>(step)];
    if (next == nullptr) break;
    node = next;
  }
  return node->place;
}

struct PlannedBy {
  Edit edit;
  std::size_t plan = 0;
};
using AllEdits = std::vector<PlannedBy>;

// Carries edits out in their order, as many at once as can be; that the new text says what was meant is seen
// once for all of these. Where it does not, each half of them is tried by itself, in the end each edit: so
// the text, and what is refused and why, are as if every edit had been carried out alone.
class Batch {
 public:
  Batch(std::string_view text, const Node& root, const KeyOrder& order)
      : order_(order), now_{std::string(text), root} {}

  const Node& meant() const { return round_ ? round_->meant() : now_.root; }
  const std::string& text() const { return now_.text; }  // of what is finished
  Step take() { return std::move(now_); }
  std::size_t readings() const { return readings_; }

  // Both throw Refused.
  void add(const PlannedBy& planned) {
    if (!round_) round_.emplace(now_.text, now_.root, order_);
    if (round_->take(planned.edit)) {
      taken_.push_back(planned);
      return;
    }
    finish();
    carry_out_alone(planned);
  }
  void finish() {
    const auto taken = std::exchange(taken_, {});
    if (!round_ || round_->is_empty()) return;
    auto text = round_->splice_in();
    ++readings_;
    auto tree = parse_tree(text, {});
    const bool says_it = tree.root && same_content(*tree.root, round_->meant());
    round_.reset();
    if (says_it)
      now_ = {std::move(text), std::move(*tree.root)};
    else
      carry_out_parts(taken);
  }

 private:
  void carry_out_parts(std::span<const PlannedBy> taken) {
    if (taken.size() == 1) return carry_out_alone(taken.front());
    const auto half = taken.size() / 2;
    for (const auto part : {taken.first(half), taken.subspan(half)}) {
      for (const auto& planned : part) add(planned);
      finish();
    }
  }

  void carry_out_alone(const PlannedBy& planned) {
    round_.reset();
    ++readings_;
    auto result = change_text(now_, planned.edit, order_, find_file_style(now_.text, now_.root));
    if (auto* const refusal = std::get_if<Refusal>(&result))
      throw Refused{planned.plan, planned.edit.path, std::move(refusal->reason), {}};
    if (const auto* const problem = std::get_if<Problem>(&result))
      throw refuse(planned.plan, planned.edit.path, *problem);
    now_ = std::get<Step>(std::move(result));
  }

  const KeyOrder& order_;
  Step now_;
  std::optional<EditRound> round_;  // of `now_`
  AllEdits taken_;                  // by the round
  std::size_t readings_ = 0;
};

// Where the refused edit's place is: in the text that its plan saw.
Place place_of_refusal(std::string_view text, const Node& root, const AllEdits& all, const Refused& refused,
                       const KeyOrder& order) {
  Batch batch(text, root, order);
  for (const auto& planned : all)
    if (planned.plan < refused.plan) batch.add(planned);
  batch.finish();
  const auto tree = parse_tree(batch.text(), {});
  return place_of(tree.root ? *tree.root : root, refused.path);
}

}  // namespace

std::string format_path(const Path& path) {
  std::string text;
  for (const auto& step : path) {
    if (const auto* const index = std::get_if<std::size_t>(&step))
      text += fmt::format("[{}]", *index);
    else
      text += (text.empty() ? "" : ".") + std::get<std::string>(step);
  }
  return text;
}

const Node* find_node(const Node& root, const Path& path) {
  const Node* node = &root;
  for (const auto& step : path) {
    if (const auto* const index = std::get_if<std::size_t>(&step))
      node = *index < node->items.size() ? &node->items[*index] : nullptr;
    else
      node = node->find(std::get<std::string>(step));
    if (node == nullptr) return nullptr;
  }
  return node;
}

NewValue NewValue::of_text(std::string text) {
  NewValue value;
  value.text = std::move(text);
  return value;
}

NewValue NewValue::of_number(double number) {
  return of_id(format_plain_number(number));
}

NewValue NewValue::of_date(Date date) {
  return of_id(format_iso_date(date));
}

NewValue NewValue::of_id(std::string_view id) {
  NewValue value;
  value.kind = Kind::literal;
  value.text = id;
  return value;
}

NewValue NewValue::of_list(std::vector<NewValue> items, Layout layout) {
  NewValue value;
  value.kind = Kind::list;
  value.items = std::move(items);
  value.layout = layout;
  return value;
}

NewValue NewValue::of_map(std::vector<Entry> entries, Layout layout) {
  NewValue value;
  value.kind = Kind::map;
  value.entries = std::move(entries);
  value.layout = layout;
  return value;
}

EditResult apply_edits(std::string_view text, std::span<const Edit> edits, const KeyOrder& order) {
  const auto tree = parse_tree(text, {});
  if (!tree.root) {
    const auto& problem = tree.problems.front();
    return {std::string(text), problem.message, {problem.line, problem.column, 0}};
  }
  const std::vector<PlanEdits> plan{
      [&](const Node&) { return std::vector<Edit>(edits.begin(), edits.end()); }};
  return apply_plans(text, *tree.root, plan, order);
}

EditResult apply_plans(std::string_view text, const Node& root, std::span<const PlanEdits> plans,
                       const KeyOrder& order) {
  Batch batch(text, root, order);
  AllEdits all;
  try {
    for (std::size_t i = 0; i < plans.size(); ++i) {
      std::vector<Edit> edits;
      try {
        edits = plans[i](batch.meant());
      } catch (...) {
        batch.finish();  // what was planned before may be refused, and comes first
        throw;
      }
      for (auto& edit : edits) {
        all.push_back({std::move(edit), i});
        batch.add(all.back());
      }
    }
    batch.finish();
  } catch (const Refused& refused) {
    return {std::string(text), refused.reason, place_of_refusal(text, root, all, refused, order),
            refused.hint};
  }
  auto [after, tree] = batch.take();
  return {std::move(after), {}, {}, {}, batch.readings(), std::move(tree)};
}

}  // namespace kam
