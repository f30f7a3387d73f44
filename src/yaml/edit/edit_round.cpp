#include "yaml/edit/edit_round.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "kam/yaml/lines.hpp"
#include "kam/yaml/match.hpp"
#include "yaml/edit/edit_step.hpp"

namespace kam {

namespace {

// See `is_new`.
void number_children(Node& node) {
  for (std::size_t i = 0; i < child_count(node); ++i) {
    auto& child = child_value(node, i);
    child.place.line = static_cast<int>(i) + 1;
    number_children(child);
  }
}

// Whatever stands before a colon in a comment at a line's start.
std::set<std::string, std::less<>> find_template_keys(std::string_view text) {
  std::set<std::string, std::less<>> keys;
  for (std::size_t start = 0; start < text.size(); start = start_of_next_line(text, start)) {
    if (text[start] != '#') continue;
    const auto line = text.substr(start + 1, end_of_line(text, start) - start - 1);
    if (const auto colon = line.find(':'); colon != std::string_view::npos)
      keys.emplace(line.substr(0, colon));
  }
  return keys;
}

bool are_keys(const Path& path, std::size_t from) {
  return std::all_of(path.begin() + static_cast<std::ptrdiff_t>(from), path.end(),
                     [](const PathStep& step) { return std::holds_alternative<std::string>(step); });
}

// A piece is read anew for each change within it: a larger one is written first.
constexpr std::size_t kLargestPiece = 4096;
// Stands for what is to be written where only the room around it is asked for.
constexpr char kMark = '\x01';

Path below(const Path& path, std::size_t steps) {
  return {path.begin() + static_cast<std::ptrdiff_t>(steps), path.end()};
}

}  // namespace

EditRound::EditRound(std::string_view text, const Node& root, const KeyOrder& order)
    : text_(text),
      root_(root),
      meant_(root_),
      order_(order),
      style_(find_file_style(text_, root_)),
      template_keys_(find_template_keys(text_)) {
  number_children(meant_);
}

Node EditRound::as_piece(Node node, std::size_t piece) {
  node.place = {0, 1, piece};
  return node;
}

EditRound::Spot EditRound::find_spot(const Edit& edit) {
  Spot spot;
  spot.there.push_back(&root_);
  spot.meant.push_back(&meant_);
  for (const auto& step : edit.path) {
    auto& node = *spot.meant.back();
    spot.flow = spot.flow || node.style == NodeStyle::flow;
    const auto index = find_child(node, step);
    if (!index) break;
    auto& child = child_value(node, *index);
    spot.indices.push_back(*index);
    if (is_new(child)) {
      if (child.place.offset == kNoPiece)
        spot.in_unknown = true;
      else
        spot.piece = child.place.offset;
      break;
    }
    spot.there.push_back(&child_value(*spot.there.back(), number_of(child)));
    spot.meant.push_back(&child);
  }
  return spot;
}

bool EditRound::take(const Edit& edit) {
  if (edit.path.empty()) return false;
  auto spot = find_spot(edit);
  if (spot.in_unknown) return false;
  if (spot.piece) return change_piece(spot, edit);
  switch (edit.op) {
    case Edit::Op::set:
      return take_set(spot, edit);
    case Edit::Op::append:
      return take_append(spot, edit);
    case Edit::Op::remove:
      return take_remove(spot, edit);
  }
  return false;
}

bool EditRound::take_set(Spot& spot, const Edit& edit) {
  const auto depth = spot.indices.size();
  if (depth == edit.path.size())
    return says_same(*spot.meant.back(), edit.value) || replace_scalar(spot, edit);
  return are_keys(edit.path, depth) && add_entry(spot, edit, wrap_value(edit, depth + 1, edit.value));
}

// The old one's place is still its place, so that what stands around it is found as before.
bool EditRound::replace_scalar(Spot& spot, const Edit& edit) {
  const auto& there = *spot.there.back();
  auto& meant = *spot.meant.back();
  if (is_collection(there) || is_block_scalar(there) || is_collection(meant)) return false;
  if (is_block(edit.value) && !spot.flow) return false;
  auto written =
      write_in_quotes_of(meant, edit.value, spot.flow ? ScalarContext::flow : ScalarContext::block);
  const auto begin = there.place.offset;
  splices_[begin] = {begin, there.end, (is_empty_null(there) ? " " : "") + written.text};
  const auto place = meant.place;
  const auto end = meant.end;
  meant = std::move(written.node);
  meant.place = place;
  meant.end = end;
  if (is_collection(meant)) meant.place = {0, 1, kNoPiece};
  return true;
}

bool EditRound::take_append(Spot& spot, const Edit& edit) {
  if (spot.indices.size() < edit.path.size()) {
    const auto depth = spot.indices.size();
    const auto list = NewValue::of_list({edit.value}, NewValue::Layout::block);
    return are_keys(edit.path, depth) && add_entry(spot, edit, wrap_value(edit, depth + 1, list));
  }
  const auto& there = *spot.there.back();
  auto& meant = *spot.meant.back();
  if (meant.kind != NodeKind::list || meant.items.empty() || is_thinned_) return false;
  const auto& last = meant.items.back();
  if (is_new(last) && last.place.offset == kNoPiece) return false;
  if (!is_new(last) && keeps_empty_lines(text_, there)) return false;
  const bool flow = spot.flow || meant.style == NodeStyle::flow;
  Piece piece;
  piece.flow = flow;
  piece.depth = spot.indices.size();
  piece.column = column_of(there);
  piece.gap = flow ? 0 : is_new(last) ? pieces_[last.place.offset].gap : gap_behind_dash(text_, there);
  const auto value = in_layout_of(last, edit.value);
  auto written =
      flow ? write_inline(value, ScalarContext::flow) : write_item(value, piece.column, piece.gap, style_);
  piece.text = std::move(written.text);
  if (!place(spot, std::move(piece), meant.items.size() - 1, Side::behind)) return false;
  meant.items.push_back(as_piece(std::move(written.node), pieces_.size() - 1));
  return true;
}

bool EditRound::add_entry(Spot& spot, const Edit& edit, const NewValue& value) {
  const auto depth = spot.indices.size();
  const auto& there = *spot.there.back();
  auto& meant = *spot.meant.back();
  const auto& key = std::get<std::string>(edit.path[depth]);
  if (meant.kind != NodeKind::map || meant.entries.empty() || is_thinned_) return false;
  if (depth == 0 && (template_keys_.contains(key) || key.find(':') != std::string::npos)) return false;
  Piece piece;
  piece.flow = spot.flow || meant.style == NodeStyle::flow;
  piece.depth = depth;
  piece.column = column_of(there);
  Node::Entry entry;
  if (piece.flow) {
    auto [key_text, key_node] = write_key(key, ScalarContext::flow);
    auto [value_text, value_node] = write_inline(value, ScalarContext::flow);
    piece.text = key_text + ": " + value_text;
    entry = {std::move(key_node), std::move(value_node)};
  } else {
    auto written = write_entry(key, value, piece.column, style_);
    piece.text = std::move(written.text);
    entry = std::move(written.entry);
  }
  const auto keys = order_ ? order_(first_of(edit.path, depth)) : std::vector<std::string>();
  const auto [neighbour, side] = find_neighbour(meant, key, keys);
  if (!place(spot, std::move(piece), neighbour, side)) return false;
  entry.value = as_piece(std::move(entry.value), pieces_.size() - 1);
  const auto pos = side == Side::before ? neighbour : neighbour + 1;
  meant.entries.insert(meant.entries.begin() + static_cast<std::ptrdiff_t>(pos), std::move(entry));
  return true;
}

bool EditRound::is_untouched(std::size_t begin, std::size_t end) const {
  const auto splice = splices_.lower_bound(begin);
  const auto anchor = anchors_.lower_bound(begin);
  return (splice == splices_.end() || splice->first >= end) &&
         (anchor == anchors_.end() || anchor->first > end) &&
         (splice == splices_.begin() || std::prev(splice)->second.end <= begin);
}

// Lines that go, where others of the block stay.
bool EditRound::take_remove(Spot& spot, const Edit& edit) {
  if (spot.indices.size() < edit.path.size()) return true;
  const auto size = spot.there.size();
  const auto& parent = *spot.there[size - 2];
  auto& meant = *spot.meant[size - 2];
  const auto number = number_of(*spot.meant.back());
  if (parent.style == NodeStyle::flow || spot.flow || child_count(meant) < 2) return false;
  if (!is_first_on_line(text_, child_at(text_, parent, number).begin)) return false;
  const auto splices = remove_child(text_, parent, number);
  const auto& lines = splices.front();
  if (splices.size() > 1 || (lines.end == text_.size() && !text_.ends_with('\n'))) return false;
  if (!is_untouched(lines.begin, lines.end)) return false;
  splices_[lines.begin] = lines;
  is_thinned_ = true;
  const auto pos = static_cast<std::ptrdiff_t>(spot.indices.back());
  if (meant.kind == NodeKind::list)
    meant.items.erase(meant.items.begin() + pos);
  else
    meant.entries.erase(meant.entries.begin() + pos);
  return true;
}

std::string EditRound::splice_in() const {
  Splices splices;
  for (const auto& [begin, splice] : splices_) splices.push_back(splice);
  for (const auto& [begin, comma] : commas_) splices.push_back(comma);
  for (const auto& [anchor, pieces] : anchors_) {
    Splice splice{anchor, anchor, {}};
    for (const auto id : pieces) {
      const auto& piece = pieces_[id];
      splice.text.append(piece.before).append(piece.text).append(piece.after);
    }
    splices.push_back(std::move(splice));
  }
  return apply_splices(text_, std::move(splices));
}

bool EditRound::place(Spot& spot, Piece piece, std::size_t neighbour, Side side) {
  const auto& child = child_value(*spot.meant.back(), neighbour);
  if (is_new(child) && child.place.offset == kNoPiece) return false;
  return is_new(child) ? place_at_piece(piece, child.place.offset, side)
                       : place_at_child(spot, piece, number_of(child), side);
}

// Beside a piece: in the same manner as it.
bool EditRound::place_at_piece(Piece& piece, std::size_t neighbour, Side side) {
  const auto& other = pieces_[neighbour];
  const bool has_lines = (piece.text + other.text).find('\n') != std::string::npos;
  if (piece.depth == 0 && has_lines) return false;  // a section may have an empty line before it
  auto& at = anchors_[other.anchor];
  const auto found = at.back() == neighbour ? std::prev(at.end()) : std::ranges::find(at, neighbour);
  piece.anchor = other.anchor;
  piece.before = other.before;
  piece.after = other.after;
  if (other.needs_comma) {
    if (side == Side::before || std::next(found) != at.end()) return false;
    piece.needs_comma = true;
    if (!piece.before.starts_with(',')) piece.before.insert(0, ",");
  }
  at.insert(side == Side::behind ? std::next(found) : found, pieces_.size());
  pieces_.push_back(std::move(piece));
  return true;
}

// Beside a child that the text has: in the manner in which one edit alone would be written there.
bool EditRound::place_at_child(const Spot& spot, Piece& piece, std::size_t neighbour, Side side) {
  const auto& there = *spot.there.back();
  const bool has_lines = piece.text.find('\n') != std::string::npos;
  const auto written = has_lines ? std::string{kMark, '\n'} : std::string{kMark};
  auto splices = insert_child(text_, there, neighbour, side, written, style_);
  auto splice = std::move(splices.back());
  if (splices.size() > 1) {  // a comma behind the last child, and the new one on a line of its own
    const auto& comma = splices.front();
    commas_[comma.begin] = comma;
    piece.needs_comma = true;
  }
  const auto mark = splice.text.find(kMark);
  piece.anchor = splice.begin;
  piece.before = splice.text.substr(0, mark);
  piece.after = splice.text.substr(mark + written.size());
  auto& at = anchors_[piece.anchor];
  // What goes into the child comes first, what goes behind it before what is there already.
  const auto shallower = [&](std::size_t other) { return pieces_[other].depth <= piece.depth; };
  at.insert(side == Side::before ? at.end() : std::ranges::find_if(at, shallower), pieces_.size());
  pieces_.push_back(std::move(piece));
  return true;
}

// As a file of its own, that has nothing but the piece.
bool EditRound::change_piece(const Spot& spot, const Edit& edit) {
  const auto id = *spot.piece;
  auto& piece = pieces_[id];
  const auto depth = spot.indices.size();
  const bool is_itself = depth == edit.path.size();
  auto& parent = *spot.meant.back();
  const bool item = parent.kind == NodeKind::list;
  if (piece.text.size() > kLargestPiece || (is_itself && edit.op == Edit::Op::remove)) return false;
  if (!piece.flow && !item && piece.column == 0) return false;  // the rules of a file's own keys are others
  std::string head = "k:" + style_.line_end + std::string(piece.column, ' ');
  std::string foot = style_.line_end;
  if (piece.flow) {
    head = item ? "k: [" : "k: {";
    foot = (item ? "]" : "}") + style_.line_end;
  }
  Edit inner{edit.op, {"k"}, edit.value};
  inner.path.push_back(item ? PathStep(std::size_t{0}) : edit.path[depth - 1]);
  for (auto& step : below(edit.path, depth)) inner.path.push_back(std::move(step));
  const KeyOrder order = [&](const Path& path) {
    auto outer = first_of(edit.path, depth);
    if (path.size() > 2) outer.insert(outer.end(), path.begin() + 2, path.end());
    return order_ && path.size() > 1 ? order_(outer) : std::vector<std::string>();
  };
  const auto whole = head + piece.text + foot;
  auto tree = parse_tree(whole, {});
  if (!tree.root) return false;
  auto result = change_text({whole, std::move(*tree.root)}, inner, order, style_);
  auto* const changed = std::get_if<Step>(&result);
  if (changed == nullptr || !changed->text.starts_with(head) || !changed->text.ends_with(foot)) return false;
  auto& child = child_value(changed->root.entries.front().value, 0);
  piece.text = changed->text.substr(head.size(), changed->text.size() - head.size() - foot.size());
  child_value(parent, spot.indices.back()) = as_piece(std::move(child), id);
  return true;
}

}  // namespace kam
