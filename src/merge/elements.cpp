#include "merge/elements.hpp"

#include <functional>
#include <map>

#include "merge/part.hpp"
#include "merge/pick.hpp"
#include "merge/sequence.hpp"

namespace kam {

namespace {

// The children and comments of a collection, in a result whose children stand in `column`.
class Elementwise {
 public:
  Elementwise(const CollectionSides& sides, std::size_t column, std::string_view key)
      : sides_(sides),
        column_(column),
        identities_(identify_children(sides.base.node, *sides.ours.node, *sides.theirs.node, key)) {
    parts_.resize(identities_.children.size());
    base_ = to_tokens(sides.base.elements, identities_.base, &Parts::base);
    ours_ = to_tokens(sides.ours.elements, identities_.ours, &Parts::ours);
    theirs_ = to_tokens(sides.theirs.elements, identities_.theirs, &Parts::theirs);
  }

  MergePieces merge() {
    const std::function<bool(std::size_t)> is_kept = [this](std::size_t id) {
      return decide_fate(identities_.children[id]) != Fate::gone;
    };
    MergePieces pieces;
    for (const auto& placed : merge_order(base_, ours_, theirs_, is_kept)) {
      if (placed.token.kind == Token::Kind::child)
        add_pieces(pieces, merge_child(placed.token.id));
      else
        add_text(pieces, line_at(placed));
    }
    return pieces;
  }

 private:
  struct Parts {
    const MergePart* base = nullptr;
    const MergePart* ours = nullptr;
    const MergePart* theirs = nullptr;
  };

  std::vector<Token> to_tokens(const Elements& elements, const std::vector<std::size_t>& ids,
                               const MergePart* Parts::*version) {
    std::vector<Token> tokens;
    std::size_t child = 0;
    for (const auto& element : elements) {
      if (element.part) {
        const auto id = ids[child++];
        parts_[id].*version = &*element.part;
        tokens.push_back({Token::Kind::child, id});
        continue;
      }
      const auto line = trimmed(element.line);
      const auto number = lines_.emplace(line, lines_.size()).first->second;
      tokens.push_back({line.empty() ? Token::Kind::empty : Token::Kind::comment, number});
    }
    return tokens;
  }

  std::string line_at(const Placed& placed) const {
    const auto line = [](const CollectionSide& side, std::size_t index) {
      return shift_line(side.elements[index].line, side.shift);
    };
    if (!placed.ours) return line(sides_.theirs, *placed.theirs);
    auto ours = line(sides_.ours, *placed.ours);
    if (!placed.theirs || !placed.base) return ours;
    const auto base = line(sides_.base, *placed.base);
    return pick(&base, ours, line(sides_.theirs, *placed.theirs));
  }

  MergePieces merge_child(std::size_t id) const {
    const auto& [base, ours, theirs] = parts_[id];
    if (ours != nullptr && theirs != nullptr)
      return merge_part(base, *ours, *theirs, column_, key_of(identities_.children[id]));
    MergePieces pieces;
    if (base == nullptr)
      add_text(pieces, whole(ours != nullptr ? *ours : *theirs, column_));
    else
      add_conflict(pieces, ours != nullptr ? whole(*ours, column_) : std::string(),
                   theirs != nullptr ? whole(*theirs, column_) : std::string(), whole(*base, column_));
    return pieces;
  }

  const CollectionSides& sides_;
  std::size_t column_;
  Identities identities_;
  std::vector<Parts> parts_;
  std::map<std::string_view, std::size_t> lines_;
  std::vector<Token> base_;
  std::vector<Token> ours_;
  std::vector<Token> theirs_;
};

}  // namespace

MergePieces merge_elements(const CollectionSides& sides, std::size_t column, std::string_view key) {
  return Elementwise(sides, column, key).merge();
}

}  // namespace kam
