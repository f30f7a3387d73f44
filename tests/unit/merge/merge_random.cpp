#include "merge_random.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <span>

#include "kam/disk/portfolio.hpp"
#include "kam/model/settings.hpp"
#include "kam/yaml/edit.hpp"
#include "kam/yaml/lines.hpp"
#include "kam/yaml/splice.hpp"
#include "kam/yaml/tree.hpp"

namespace kam::merge_random {

namespace {

constexpr std::array kRequirements{"delivered_quality", "delivery_on_time", "acceptable_price",
                                   "customer_goals",    "flexibility",      "proven_quality"};

// Writes a document with one layout: how far it indents, whether it leaves lines empty, comments.
class Writer {
 public:
  explicit Writer(Random& random) : random_(random), dashes_(random.chance(70) ? 2 : 0) {}

  std::string write() {
    line(0, "kam: 1");
    line(0, "name: Muster GmbH");
    for (const auto& section : std::array<std::function<void()>, 9>{
             [this] { simple(); }, [this] { figures(); }, [this] { attractiveness(); }, [this] { texts(); },
             [this] { people(); }, [this] { assessments(); }, [this] { offerings(); }, [this] { actions(); },
             [this] { notes(); }}) {
      if (random_.chance(40)) continue;
      if (random_.chance(40)) text_ += "\n";
      if (random_.chance(30)) line(0, "# about the next section " + number());
      section();
    }
    if (random_.chance(20)) line(0, "# the end " + number());
    if (random_.chance(10)) text_.pop_back();
    return text_;
  }

 private:
  std::string number() { return std::to_string(next_++); }
  void line(std::size_t column, const std::string& content) {
    text_ += std::string(column, ' ') + content;
    if (random_.chance(12)) text_ += "  # remark " + number();
    text_ += "\n";
    if (random_.chance(6)) text_ += std::string(column, ' ') + "# between " + number() + "\n";
  }
  std::string value() {
    return random_.chance(50) ? std::to_string(random_.below(90))
                              : "text " + std::to_string(random_.below(90));
  }
  void map(std::size_t column, const std::string& key, const std::vector<std::string>& keys) {
    if (random_.chance(70)) {
      std::string content = key + ": {";
      for (std::size_t i = 0; i < keys.size(); ++i) content += (i > 0 ? ", " : "") + keys[i] + ": " + value();
      return line(column, content + "}");
    }
    line(column, key + ":");
    for (const auto& inner : keys) line(column + 2, inner + ": " + value());
  }

  void simple() {
    line(0, "industry: " + value());
    line(0, "manager: \"Anna " + number() + "\"");
    line(0, "tags: [export, offshore" + std::string(random_.chance(50) ? ", wind" : "") + "]");
  }
  void figures() {
    line(0, "figures:");
    for (auto year = 2022U; year < 2024 + random_.below(3); ++year)
      map(2, std::to_string(year), {"revenue", "profit", "contribution_margin"});
  }
  void attractiveness() {
    line(0, "attractiveness:");
    line(2, "reference: " + value());
    map(2, "technology_partner", {"rating", "reason"});
    if (random_.chance(50)) line(2, "industry_pioneer: " + value());
  }
  void texts() {
    if (random_.chance(20)) return line(0, "unique_services: []");
    line(0, "unique_services:");
    for (std::size_t i = 0, count = 1 + random_.below(3); i < count; ++i)
      line(dashes_, "- service " + number());
  }
  void item(const std::string& first, const std::vector<std::string>& keys) {
    if (random_.chance(10)) {
      line(dashes_, "-");
      line(dashes_ + 2, first);
    } else {
      line(dashes_, "- " + first);
    }
    for (const auto& key : keys)
      if (random_.chance(75)) line(dashes_ + 2, key + ": " + value());
    if (random_.chance(15)) text_ += "\n";
  }
  void people() {
    line(0, "contacts:");
    for (std::size_t i = 0, count = 1 + random_.below(3); i < count; ++i)
      item("name: Person " + number(), {"title", "influence", "owner"});
  }
  void assessments() {
    line(0, "assessments:");
    for (std::size_t i = 0, count = 1 + random_.below(3); i < count; ++i) {
      item("date: 2026-0" + std::to_string(i + 1) + "-10", {"by"});
      line(dashes_ + 2, "perspective: customer");
      line(dashes_ + 2, "ratings:");
      for (const auto* const requirement : kRequirements)
        if (random_.chance(50)) map(dashes_ + 4, requirement, {"importance", "fulfilment"});
      line(dashes_ + 4, "price_performance: {fulfilment: 2}");
    }
  }
  void offerings() {
    line(0, "offerings:");
    map(2, "gears", {"current", "potential"});
    map(2, "drives", {"current", "competitor"});
  }
  void actions() {
    if (random_.chance(20)) return line(0, "actions:");
    line(0, "actions:");
    for (std::size_t i = 0, count = 1 + random_.below(4); i < count; ++i)
      item("title: Action " + number(), {"owner", "due", "status"});
  }
  void notes() {
    text_ += "notes: |\n";
    for (std::size_t i = 0, count = 1 + random_.below(4); i < count; ++i)
      text_ += random_.chance(15) ? "\n" : "  note " + number() + "\n";
    text_ += "  note " + number() + "\n";
  }

  Random& random_;
  std::size_t dashes_;
  std::size_t next_ = 0;
  std::string text_;
};

// A value of the tree with the path to it.
struct Spot {
  Path path;
  const Node* node = nullptr;
  const Node* parent = nullptr;
};

void collect(const Node& node, const Path& path, std::vector<Spot>& spots) {
  const auto add = [&](PathStep step, const Node& child) {
    auto inner = path;
    inner.push_back(std::move(step));
    spots.push_back({inner, &child, &node});
    collect(child, inner, spots);
  };
  for (const auto& entry : node.entries) add(entry.key.value, entry.value);
  for (std::size_t i = 0; i < node.items.size(); ++i) add(i, node.items[i]);
}

// What names an item or the file stays, so that it can be told which is which.
bool is_name(const Spot& spot) {
  const auto* const key = std::get_if<std::string>(&spot.path.back());
  if (key == nullptr) return false;
  if (spot.path.size() == 1) return *key == "kam" || *key == "name";
  const bool in_item = std::holds_alternative<std::size_t>(spot.path[spot.path.size() - 2]);
  return in_item && (*key == "name" || *key == "title" || *key == "date" || *key == "perspective");
}

class Editor {
 public:
  Editor(Random& random, std::string text, std::string_view who)
      : random_(random), text_(std::move(text)), who_(who) {}

  std::string edit() {
    for (std::size_t i = 0, count = 1 + random_.below(6); i < count; ++i) {
      const auto tree = parse_tree(text_, {});
      root_ = *tree.root;
      spots_.clear();
      collect(root_, {}, spots_);
      switch (random_.below(12)) {
        case 0:
        case 1:
          set_value();
          break;
        case 2:
          add_key();
          break;
        case 3:
        case 4:
          append();
          break;
        case 5:
          remove();
          break;
        case 6:
          insert_comment();
          break;
        case 7:
          append_comment();
          break;
        case 8:
          swap_siblings();
          break;
        case 9:
          delete_comment();
          break;
        case 10:
          quote();
          break;
        default:
          add_note();
          break;
      }
    }
    return text_;
  }

 private:
  std::string fresh() { return std::string(who_) + std::to_string(random_.below(100000)); }
  void apply(Edit edit) {
    static const auto order = account_key_order(default_settings());
    const auto result = apply_edits(text_, std::span<const Edit>(&edit, 1), order);
    if (result.refusal.empty()) text_ = result.text;
  }
  template <class Wanted>
  const Spot* find(Wanted wanted) {
    std::vector<const Spot*> found;
    for (const auto& spot : spots_)
      if (wanted(spot)) found.push_back(&spot);
    return found.empty() ? nullptr : found[random_.below(found.size())];
  }
  // The start of a line that is no part of a text of several lines.
  std::size_t find_line() {
    const auto* const spot = find([](const Spot& candidate) { return candidate.path.size() < 5; });
    auto offset = spot->node->place.offset;
    if (spot->parent->kind == NodeKind::map)
      for (const auto& entry : spot->parent->entries)
        if (&entry.value == spot->node) offset = entry.key.place.offset;
    return start_of_line(text_, offset);
  }

  void set_value() {
    const auto* const spot = find([](const Spot& candidate) {
      return candidate.node->kind == NodeKind::scalar && candidate.parent->kind == NodeKind::map &&
             candidate.node->style != NodeStyle::literal && !is_name(candidate);
    });
    if (spot == nullptr) return;
    const auto number = NewValue::of_number(static_cast<double>(random_.below(9)));
    apply({Edit::Op::set, spot->path, random_.chance(50) ? number : NewValue::of_text(fresh())});
  }
  void add_key() {
    const auto* const spot = find([](const Spot& candidate) {
      return candidate.node->kind == NodeKind::map && !candidate.node->entries.empty();
    });
    Path path = spot == nullptr || random_.chance(20) ? Path{} : spot->path;
    path.emplace_back("x_" + (random_.chance(80) ? fresh() : "both"));
    apply({Edit::Op::set, path, NewValue::of_text(fresh())});
  }
  void append() {
    const auto title = random_.chance(90) ? fresh() : "one for both";
    const auto layout = NewValue::Layout::block;
    const auto entry = [](std::string key, NewValue value) {
      return NewValue::Entry{std::move(key), std::move(value)};
    };
    switch (random_.below(6)) {
      case 0:
        return apply({Edit::Op::append, {std::string("tags")}, NewValue::of_text(title)});
      case 1:
        return apply({Edit::Op::append, {std::string("unique_services")}, NewValue::of_text(title)});
      case 2:
        return apply({Edit::Op::append,
                      {std::string("contacts")},
                      NewValue::of_map({entry("name", NewValue::of_text(title)),
                                        entry("owner", NewValue::of_text(fresh()))},
                                       layout)});
      case 3:
        return apply(
            {Edit::Op::set,
             {std::string("figures"), std::to_string(2027 + random_.below(3)), std::string("revenue")},
             NewValue::of_number(static_cast<double>(random_.below(9)))});
      case 4: {
        auto ratings = NewValue::of_map(
            {entry(kRequirements[random_.below(kRequirements.size())],
                   NewValue::of_map({entry("fulfilment", NewValue::of_number(3))}, NewValue::Layout::flow))},
            layout);
        return apply({Edit::Op::append,
                      {std::string("assessments")},
                      NewValue::of_map(
                          {entry("date", NewValue::of_id("2026-10-1" + std::to_string(random_.below(9)))),
                           entry("perspective", NewValue::of_id("own")),
                           entry("source", NewValue::of_text(title)), entry("ratings", std::move(ratings))},
                          layout)});
      }
      default:
        return apply({Edit::Op::append,
                      {std::string("actions")},
                      NewValue::of_map({entry("title", NewValue::of_text(title)),
                                        entry("due", NewValue::of_text(fresh()))},
                                       layout)});
    }
  }
  void remove() {
    const auto* const spot = find([](const Spot& candidate) { return !is_name(candidate); });
    if (spot != nullptr) apply({Edit::Op::remove, spot->path, {}});
  }
  void insert_comment() {
    const auto start = find_line();
    const auto column = skip_blanks(text_, start) - start;
    text_.insert(start,
                 std::string(column, ' ') + "# by " + fresh() + "\n" + (random_.chance(20) ? "\n" : ""));
    if (!parse_tree(text_, {}).root) text_.erase(start, start_of_next_line(text_, start) - start);
  }
  void append_comment() {
    const auto end = end_of_line(text_, find_line());
    const auto start = start_of_line(text_, end);
    if (text_.substr(start, end - start).find('#') == std::string::npos)
      text_.insert(end, "  # by " + fresh());
  }
  void delete_comment() {
    std::vector<std::size_t> starts;
    for (std::size_t start = 0; start < text_.size(); start = start_of_next_line(text_, start))
      if (byte_at(text_, skip_blanks(text_, start)) == '#') starts.push_back(start);
    if (starts.empty()) return;
    const auto start = starts[random_.below(starts.size())];
    text_.erase(start, start_of_next_line(text_, start) - start);
  }
  // Two neighbours in lines of their own change places.
  void swap_siblings() {
    const auto* const spot = find([](const Spot& candidate) {
      return is_block_collection(*candidate.node) &&
             candidate.node->items.size() + candidate.node->entries.size() > 1;
    });
    const auto& node = spot == nullptr || random_.chance(30) ? root_ : *spot->node;
    const auto children = children_of(text_, node);
    const auto first = random_.below(children.size() - 1);
    const auto begin = children[first].begin;
    const auto middle = start_of_line(text_, children[first + 1].begin);
    const auto end = start_of_next_line(text_, children[first + 1].end);
    if (!is_first_on_line(text_, begin) || !text_.ends_with('\n')) return;
    const auto start = start_of_line(text_, begin);
    const auto swapped = text_.substr(middle, end - middle) + text_.substr(start, middle - start);
    auto changed = text_;
    changed.replace(start, end - start, swapped);
    if (parse_tree(changed, {}).root) text_ = std::move(changed);
  }
  void quote() {
    const auto* const spot = find([](const Spot& candidate) {
      return candidate.node->kind == NodeKind::scalar && candidate.node->style == NodeStyle::plain &&
             format_scalar(candidate.node->value, ScalarContext::flow) == candidate.node->value;
    });
    if (spot == nullptr) return;
    text_.insert(spot->node->end, "'");
    text_.insert(spot->node->place.offset, "'");
  }
  void add_note() {
    const auto* const notes = root_.find("notes");
    if (notes == nullptr || notes->style != NodeStyle::literal) return;
    const auto lines = text_.substr(notes->place.offset, notes->end - notes->place.offset);
    std::vector<std::size_t> ends;
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (lines[i] == '\n') ends.push_back(notes->place.offset + i);
    if (!ends.empty()) text_.insert(ends[random_.below(ends.size())], "\n  noted by " + fresh());
  }

  Random& random_;
  std::string text_;
  std::string_view who_;
  Node root_;
  std::vector<Spot> spots_;
};

}  // namespace

std::string make_account(Random& random) {
  return Writer(random).write();
}

std::string edit_account(Random& random, std::string text, std::string_view who) {
  return Editor(random, std::move(text), who).edit();
}

}  // namespace kam::merge_random
