#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/edit/plan.hpp"

namespace kam {

// Many edits of one text, spliced in together: each is planned as if those before it had been carried out,
// but neither is the text written nor read anew for each. Taken up is what is frequent in large numbers: a
// scalar in the place of another, new items and keys, changes within these, items and keys that go.
class EditRound {
 public:
  // What is given must outlive the round; `root` is what `text` says.
  EditRound(std::string_view text, const Node& root, const KeyOrder& order);

  // Whether the edit was taken up. If not, nothing was changed: the round is to be finished before it.
  bool take(const Edit& edit);
  bool is_empty() const { return splices_.empty() && pieces_.empty(); }

  const Node& meant() const { return meant_; }  // what the new text must say; places do not hold
  std::string splice_in() const;                // the new text

 private:
  // Something new that stands nowhere yet.
  struct Piece {
    std::string before;
    std::string text;  // `- value`, `value` or `key: value`, without indentation and line end
    std::string after;
    std::size_t anchor = 0;  // where it goes
    std::size_t depth = 0;   // of its list or map
    std::size_t column = 0;  // of a block list or map
    bool flow = false;
    bool needs_comma = false;  // behind the piece, before another
    std::size_t gap = 1;       // behind a dash
  };
  // What an edit's path leads to, as far as the text has it.
  struct Spot {
    std::vector<const Node*> there;    // in `root_`, the root first
    std::vector<Node*> meant;          // the same in `meant_`
    std::vector<std::size_t> indices;  // of each in the one before it, in `meant_`
    bool flow = false;                 // whether what stands there stands in brackets
    std::optional<std::size_t> piece;  // that the next step leads into
    bool in_unknown = false;           // the next step leads into what is no piece
  };

  // In `meant_` a place's line says which child of the text's own tree a node is, from 1 on; 0 is none, and
  // then its offset says which piece it is.
  static constexpr std::size_t kNoPiece = static_cast<std::size_t>(-1);
  static bool is_new(const Node& meant) { return meant.place.line == 0; }
  static std::size_t number_of(const Node& meant) { return static_cast<std::size_t>(meant.place.line) - 1; }
  static Path first_of(const Path& path, std::size_t steps) {
    return {path.begin(), path.begin() + static_cast<std::ptrdiff_t>(steps)};
  }

  Spot find_spot(const Edit& edit);
  bool take_set(Spot& spot, const Edit& edit);
  bool take_append(Spot& spot, const Edit& edit);
  bool take_remove(Spot& spot, const Edit& edit);
  bool replace_scalar(Spot& spot, const Edit& edit);
  bool add_entry(Spot& spot, const Edit& edit, const NewValue& value);
  bool change_piece(const Spot& spot, const Edit& edit);
  bool place(Spot& spot, Piece piece, std::size_t neighbour, Side side);
  bool place_at_piece(Piece& piece, std::size_t neighbour, Side side);
  bool place_at_child(const Spot& spot, Piece& piece, std::size_t neighbour, Side side);
  bool is_untouched(std::size_t begin, std::size_t end) const;
  static Node as_piece(Node node, std::size_t piece);

  std::string_view text_;
  const Node& root_;
  Node meant_;
  const KeyOrder& order_;
  FileStyle style_;
  std::set<std::string, std::less<>> template_keys_;  // that have a line `#key:`
  std::vector<Piece> pieces_;
  std::map<std::size_t, std::vector<std::size_t>> anchors_;  // pieces by place, in their order
  std::map<std::size_t, Splice> splices_;                    // by where they begin
  std::map<std::size_t, Splice> commas_;                     // behind what was the last child
  bool is_thinned_ = false;  // something went: what is new may depend on what stands there now
};

}  // namespace kam
