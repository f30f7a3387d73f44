#include "yaml/read/locate.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "kam/yaml/byte_problem.hpp"
#include "kam/yaml/lines.hpp"
#include "kam/yaml/number_mend.hpp"
#include "kam/yaml/scan.hpp"
#include "yaml/read/diagnose.hpp"
#include "yaml/read/events.hpp"

namespace kam {

namespace {

// A walk through the text and the parser's events side by side. It stops, by an exception of its own that
// `locate_tree` catches, where the two part.
class Walk {
 public:
  struct Stop {};

  Walk(std::string_view text, EventStream stream)
      : text_(text),
        stream_(std::move(stream)),
        cursor_(size_of_mark(text)),
        line_start_(cursor_),
        line_passed_(cursor_) {}

  std::string_view text() const { return text_; }
  std::size_t cursor() const { return cursor_; }
  void move_to(std::size_t pos) { cursor_ = pos; }
  char here() const { return byte_at(text_, cursor_); }
  char next_byte() const { return byte_at(text_, cursor_ + 1); }
  std::size_t column();                     // of the cursor, 0-based, in bytes
  bool at_marker(std::string_view marker);  // `---` or `...` on a line of its own

  bool says_nothing() const { return stream_.events.empty() && !stream_.failure; }
  // The next event. Stops where the parser came no further.
  const Event& peek();
  Event take();
  // Whether the next key or value is one that the parser saw at `offset`.
  bool continues_at(std::size_t offset) const;

  void skip_gap();
  // Passes anchors and tags, which kam does not allow; false where there are none.
  bool pass_properties();
  void pass_alias();

  void enter_bracket() { open_brackets_.push_back(cursor_++); }
  void leave_bracket();
  void remember_quoted(std::size_t pos) { last_quoted_ = pos; }

  void note(ByteProblem finding) { findings_.push_back(std::move(finding)); }
  [[noreturn]] void stop(ByteProblem finding);
  [[noreturn]] void stop_here();  // at a byte that nothing explains

  ByteProblems& findings() { return findings_; }

 private:
  void pass_word();
  Standstill standstill() const;

  std::string_view text_;
  EventStream stream_;
  std::size_t cursor_;
  std::size_t line_start_;   // of the line that `line_passed_` is in: looked for only behind it, since a
  std::size_t line_passed_;  // line may be as long as the file
  std::size_t next_event_ = 0;
  std::optional<std::size_t> last_quoted_;
  std::vector<std::size_t> open_brackets_;
  bool passed_over_ = false;  // an anchor, alias or tag: what follows need not be as the parser saw it
  ByteProblems findings_;
};

// Adds the duplicate keys and merge keys of one map, without the maps in it.
void find_key_faults(const Node& map, ByteProblems& findings) {
  std::vector<const Node*> keys;
  for (const auto& entry : map.entries) {
    keys.push_back(&entry.key);
    if (entry.key.value == "<<" && entry.key.style == NodeStyle::plain)
      findings.push_back({entry.key.place.offset, "merge-key", "merge keys (<<) are not allowed",
                          "Write the keys of the other map here."});
  }
  std::ranges::stable_sort(keys, {}, [](const Node* key) -> std::string_view { return key->value; });
  for (auto first = keys.begin(); first != keys.end();) {
    auto next = first + 1;
    for (; next != keys.end() && (*next)->value == (*first)->value; ++next)
      findings.push_back({(*next)->place.offset, "duplicate-key",
                          fmt::format("the key {} stands twice in one map, first on line {}", (*next)->value,
                                      (*first)->place.line),
                          "Keep one of the two."});
    first = next;
  }
}

// What a value stands in.
struct Around {
  std::size_t indent = 0;      // the column of the nearest block collection
  bool flow = false;           // inside brackets
  std::size_t min_column = 0;  // where a value may begin on a line of its own
  // A block collection may not begin before this byte: behind `key:` and `---` it takes a line of its own.
  std::size_t block_from = 0;
};

class Locator {
 public:
  Locator(std::string_view text, EventStream stream) : walk_(text, std::move(stream)), places_(text) {}

  Located locate();

 private:
  Node locate_document();
  void finish_document();
  Node locate_value(const Around& around);
  Node locate_null(const Event& event);
  Node locate_scalar(const Event& event, const Around& around);
  Node locate_block_list();
  Node locate_block_map();
  Node locate_flow_list(const Around& around);
  Node locate_flow_map(const Around& around);
  Node::Entry locate_entry(const Around& around);
  Node locate_key(const Around& around);
  void pass_comma();

  Node node_at(NodeKind kind, NodeStyle style, std::size_t offset) {
    Node node;
    node.kind = kind;
    node.style = style;
    node.place = places_.at(offset);
    node.end = offset;
    return node;
  }
  Node node_here(NodeKind kind, NodeStyle style) { return node_at(kind, style, walk_.cursor()); }
  bool at_end() { return walk_.peek().kind == Event::Kind::end; }

  Walk walk_;
  PlaceFinder places_;
};

Located Locator::locate() {
  Located located;
  try {
    auto root = locate_document();
    if (walk_.findings().empty()) located.root = std::move(root);
  } catch (const Walk::Stop&) {
    located.root.reset();  // the reason is among the findings
  }
  located.findings = std::move(walk_.findings());
  return located;
}

Node Locator::locate_document() {
  Around around;
  walk_.skip_gap();
  if (walk_.here() == '%') {
    walk_.move_to(end_of_line(walk_.text(), walk_.cursor()));
    walk_.skip_gap();
    if (!walk_.at_marker("---"))
      walk_.stop({walk_.cursor(), "directive", "a line --- must follow the %YAML line",
                  "Delete the %YAML line: kam does not need it."});
  }
  if (walk_.at_marker("---")) {
    around.block_from = start_of_next_line(walk_.text(), walk_.cursor());
    walk_.move_to(walk_.cursor() + 3);
  }
  auto root = walk_.says_nothing() ? node_here(NodeKind::null, NodeStyle::plain) : locate_value(around);
  if (root.is_null() && root.end == root.place.offset) {
    walk_.skip_gap();
    root = node_here(NodeKind::map, NodeStyle::block);
  } else if (root.kind != NodeKind::map) {
    walk_.stop({root.place.offset, "root-not-map",
                fmt::format("the file is a {}, not a map of keys",
                            root.kind == NodeKind::list ? "list" : "single value"),
                "Write lines of the form `key: value`; the first is `kam: 1`."});
  }
  finish_document();
  return root;
}

void Locator::finish_document() {
  walk_.skip_gap();
  const bool ended = walk_.at_marker("...");
  if (ended) {
    walk_.move_to(walk_.cursor() + 3);
    walk_.skip_gap();
  }
  if (walk_.cursor() >= walk_.text().size()) return;
  if (walk_.at_marker("---"))
    walk_.stop({walk_.cursor(), "several-documents", "a second document begins here",
                "Delete the line ---, or put the second document into a file of its own."});
  if (ended)
    walk_.stop({walk_.cursor(), "text-after-end", "text stands behind the document's end (...)",
                "Delete the line ... or the text behind it."});
  walk_.stop_here();
}

Node Locator::locate_value(const Around& around) {
  auto event = walk_.take();
  if (event.kind == Event::Kind::null) return locate_null(event);
  walk_.skip_gap();
  if (event.offset != walk_.cursor()) walk_.stop_here();
  if (event.kind == Event::Kind::alias) {
    auto node = node_here(NodeKind::null, NodeStyle::plain);
    walk_.pass_alias();
    node.end = walk_.cursor();
    return node;
  }
  const bool list = event.kind == Event::Kind::list;
  const bool dashes = list && !event.flow;  // may begin in the column of their key
  if (walk_.column() + (dashes ? 1 : 0) < around.min_column)
    walk_.stop({walk_.cursor(), "indentation", "this line does not fit what stands above it",
                "Indent it further than the line it belongs to."});
  walk_.pass_properties();
  if (event.kind == Event::Kind::scalar) return locate_scalar(event, around);

  if (event.flow) {
    if (walk_.here() == (list ? '[' : '{')) return list ? locate_flow_list(around) : locate_flow_map(around);
    walk_.stop({walk_.cursor(), "map-without-braces", "a key stands in a list without braces around it",
                "Write {key: value}, or put the text in quotes if the colon belongs to it."});
  }
  if (walk_.cursor() < around.block_from)
    walk_.stop({walk_.cursor(), "indentation", "a list or map must begin on a line of its own here",
                "Put it on the next line, indented."});
  return list ? locate_block_list() : locate_block_map();
}

Node Locator::locate_null(const Event& event) {
  const auto before = walk_.cursor();
  const auto gap = scan_gap(walk_.text(), before);
  // The parser puts an empty null where the next thing stands.
  if (gap.end == event.offset && !walk_.continues_at(event.offset)) {
    walk_.move_to(gap.end);
    if (walk_.pass_properties()) return node_here(NodeKind::null, NodeStyle::plain);
    if (const auto size = null_word(walk_.text(), gap.end); size > 0) {
      if (gap.tab) walk_.note(tab_finding(*gap.tab));
      auto node = node_here(NodeKind::null, NodeStyle::plain);
      node.end = gap.end + size;
      walk_.move_to(node.end);
      return node;
    }
  }
  walk_.move_to(before);
  return node_here(NodeKind::null, NodeStyle::plain);
}

Node Locator::locate_scalar(const Event& event, const Around& around) {
  if (walk_.here() == '"' || walk_.here() == '\'') walk_.remember_quoted(walk_.cursor());
  auto scalar = scan_scalar(walk_.text(), walk_.cursor(), around.indent, event.value);
  if (!scalar) walk_.stop_here();
  auto node = node_here(NodeKind::scalar, scalar->style);
  node.value = std::move(scalar->value);
  node.end = scalar->end;
  if (node.style == NodeStyle::plain)
    if (const auto tab = find_indenting_tab(walk_.text(), node.place.offset, node.end))
      walk_.note(tab_finding(*tab));
  walk_.move_to(node.end);
  return node;
}

Node Locator::locate_block_list() {
  auto list = node_here(NodeKind::list, NodeStyle::block);
  const auto indent = walk_.column();
  while (!at_end()) {
    walk_.skip_gap();
    const char behind = walk_.next_byte();
    if (walk_.here() != '-' || walk_.column() != indent || (!is_blank(behind) && !is_break(behind)))
      walk_.stop_here();
    walk_.move_to(walk_.cursor() + 1);
    list.items.push_back(locate_value({indent, false, indent + 1, 0}));
    list.end = list.items.back().end;
  }
  walk_.take();
  return list;
}

Node Locator::locate_block_map() {
  auto map = node_here(NodeKind::map, NodeStyle::block);
  const auto indent = walk_.column();
  while (!at_end()) {
    walk_.skip_gap();
    if (walk_.column() != indent) walk_.stop_here();
    map.entries.push_back(locate_entry({indent, false, 0, 0}));
    map.end = map.entries.back().value.end;
  }
  walk_.take();
  find_key_faults(map, walk_.findings());
  return map;
}

void Locator::pass_comma() {
  walk_.skip_gap();
  if (walk_.here() == ',')
    walk_.move_to(walk_.cursor() + 1);
  else if (!at_end())
    walk_.stop_here();
}

Node Locator::locate_flow_list(const Around& around) {
  auto list = node_here(NodeKind::list, NodeStyle::flow);
  walk_.enter_bracket();
  while (!at_end()) {
    walk_.skip_gap();
    auto item = locate_value({around.indent, true, 0, 0});
    if (item.is_null() && item.end == item.place.offset)
      walk_.note({walk_.cursor(), "empty-item", "a value is missing here", "Write it, or delete the comma."});
    list.items.push_back(std::move(item));
    pass_comma();
  }
  walk_.take();
  walk_.skip_gap();
  if (walk_.here() != ']') walk_.stop_here();
  walk_.leave_bracket();
  list.end = walk_.cursor();
  return list;
}

Node Locator::locate_flow_map(const Around& around) {
  auto map = node_here(NodeKind::map, NodeStyle::flow);
  walk_.enter_bracket();
  while (!at_end()) {
    walk_.skip_gap();
    map.entries.push_back(locate_entry({around.indent, true, 0, 0}));
    pass_comma();
  }
  walk_.take();
  walk_.skip_gap();
  if (walk_.here() != '}') walk_.stop_here();
  walk_.leave_bracket();
  map.end = walk_.cursor();
  find_key_faults(map, walk_.findings());
  return map;
}

Node::Entry Locator::locate_entry(const Around& around) {
  Node::Entry entry;
  entry.key = locate_key(around);
  walk_.move_to(skip_blanks(walk_.text(), walk_.cursor()));
  const char behind = walk_.next_byte();
  const bool adjacent = around.flow && entry.key.style != NodeStyle::plain;  // {"a":1}
  if (walk_.here() != ':') {
    const auto mend = split_number_mend(walk_.text(), entry.key.place.offset);
    walk_.note(
        {entry.key.place.offset, "missing-colon", "a key stands here without a colon",
         mend.empty() ? "Write `key: value`, or indent the line if it continues the text above it." : mend});
    if (walk_.peek().kind != Event::Kind::null) throw Walk::Stop{};
  } else if (!adjacent && !is_blank(behind) && !is_break(behind) &&
             !(around.flow && (behind == ',' || behind == '}'))) {
    walk_.stop_here();
  } else {
    walk_.move_to(walk_.cursor() + 1);
  }
  auto inside = around;
  inside.min_column = around.flow ? 0 : around.indent + 1;
  // Inside brackets no block collection can begin, and the line may be as long as the file.
  inside.block_from = around.flow ? 0 : start_of_next_line(walk_.text(), walk_.cursor());
  entry.value = locate_value(inside);
  return entry;
}

Node Locator::locate_key(const Around& around) {
  const auto start = walk_.cursor();
  if (walk_.here() == '?' && (is_blank(walk_.next_byte()) || is_break(walk_.next_byte())))
    walk_.stop({start, "explicit-key", "keys in the form `? key` are not allowed", "Write `key: value`."});
  auto key = locate_value(around);
  if (key.kind == NodeKind::scalar) {
    const auto source = walk_.text().substr(key.place.offset, key.end - key.place.offset);
    if (source.find('\n') == std::string_view::npos) return key;
  }
  walk_.stop({start, "key-not-text", "a key must be a word on one line",
              "Write `key: value` with a word as the key."});
}

std::size_t Walk::column() {
  if (cursor_ < line_start_) {
    line_start_ = start_of_line(text_, cursor_);
  } else if (cursor_ > line_passed_) {
    const auto found = text_.substr(line_passed_, cursor_ - line_passed_).rfind('\n');
    if (found != std::string_view::npos) line_start_ = line_passed_ + found + 1;
  }
  line_passed_ = cursor_;
  return cursor_ - line_start_;
}

bool Walk::at_marker(std::string_view marker) {
  const char behind = byte_at(text_, cursor_ + marker.size());
  return column() == 0 && text_.substr(cursor_).starts_with(marker) && (is_blank(behind) || is_break(behind));
}

const Event& Walk::peek() {
  if (next_event_ < stream_.events.size()) return stream_.events[next_event_];
  const auto gap = scan_gap(text_, cursor_);
  if (gap.tab) stop(tab_finding(*gap.tab));
  cursor_ = gap.end;
  if (!stream_.failure) stop_here();
  stop(diagnose_failure(text_, standstill(), *stream_.failure));
}

Event Walk::take() {
  peek();
  return std::move(stream_.events[next_event_++]);
}

bool Walk::continues_at(std::size_t offset) const {
  const auto begin = stream_.events.begin() + static_cast<std::ptrdiff_t>(next_event_);
  const auto next = std::find_if(begin, stream_.events.end(),
                                 [](const Event& event) { return event.kind != Event::Kind::end; });
  return next != stream_.events.end() && next->offset == offset;
}

void Walk::skip_gap() {
  const auto gap = scan_gap(text_, cursor_);
  cursor_ = gap.end;
  if (gap.tab) note(tab_finding(*gap.tab));
}

void Walk::pass_word() {
  passed_over_ = true;
  while (!is_blank(here()) && !is_break(here()) && here() != ',' && here() != ']' && here() != '}') ++cursor_;
}

bool Walk::pass_properties() {
  bool found = false;
  for (; here() == '&' || here() == '!'; found = true) {
    note(here() == '&' ? anchor_finding(cursor_) : tag_finding(cursor_));
    pass_word();
    skip_gap();
  }
  return found;
}

void Walk::pass_alias() {
  note(alias_finding(cursor_));
  pass_word();
}

void Walk::leave_bracket() {
  open_brackets_.pop_back();
  ++cursor_;
}

void Walk::stop(ByteProblem finding) {
  note(std::move(finding));
  throw Stop{};
}

void Walk::stop_here() {
  if (passed_over_) throw Stop{};
  stop(diagnose_leftover(text_, standstill()));
}

Standstill Walk::standstill() const {
  return {cursor_, last_quoted_,
          open_brackets_.empty() ? std::nullopt : std::optional(open_brackets_.back())};
}

}  // namespace

Located locate_tree(std::string_view text, EventStream stream) {
  return Locator(text, std::move(stream)).locate();
}

}  // namespace kam
