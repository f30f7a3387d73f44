#include <algorithm>
#include <iterator>
#include <utility>

#include "kam/yaml/match.hpp"
#include "yaml/edit/edit_round.hpp"
#include "yaml/edit/edit_step.hpp"

namespace kam {

namespace {

// A piece is read anew for each change within it: a larger one is written first.
constexpr std::size_t kLargestPiece = 4096;
// Stands for what is to be written where only the room around it is asked for.
constexpr char kMark = '\x01';

Path below(const Path& path, std::size_t steps) {
  return {path.begin() + static_cast<std::ptrdiff_t>(steps), path.end()};
}

}  // namespace

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
