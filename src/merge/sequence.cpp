#include "merge/sequence.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "merge/elements.hpp"
#include "merge/part.hpp"
#include "merge/pick.hpp"

namespace kam {

namespace {

using Partners = std::vector<std::optional<std::size_t>>;  // of each token in another sequence

constexpr std::size_t kLargestTable = std::size_t{1} << 24U;

// How much it counts to have the token in common: a child more than all comments, these more than all empty
// lines that one could find in one place.
int weight(const Token& token) {
  constexpr int kChild = 1000;
  constexpr int kComment = 10;
  return token.kind == Token::Kind::child ? kChild : token.kind == Token::Kind::comment ? kComment : 1;
}

// The heaviest common subsequence of two parts, as a table of what the rest is worth.
void align_middle(std::span<const Token> from, std::span<const Token> to, std::size_t offset,
                  Partners& partners) {
  if (from.empty() || to.empty()) return;
  const auto width = to.size() + 1;
  if ((from.size() + 1) > kLargestTable / width) throw CannotMerge{"the file holds too much to compare"};
  std::vector<int> worth((from.size() + 1) * width);
  for (auto i = from.size(); i-- > 0;)
    for (auto k = to.size(); k-- > 0;) {
      auto best = std::max(worth[(i + 1) * width + k], worth[i * width + k + 1]);
      if (from[i] == to[k]) best = std::max(best, worth[(i + 1) * width + k + 1] + weight(from[i]));
      worth[i * width + k] = best;
    }
  for (std::size_t i = 0, k = 0; i < from.size() && k < to.size();) {
    const auto here = worth[i * width + k];
    if (from[i] == to[k] && here == worth[(i + 1) * width + k + 1] + weight(from[i])) {
      partners[offset + i++] = offset + k++;
    } else if (here == worth[(i + 1) * width + k]) {
      ++i;
    } else {
      ++k;
    }
  }
}

// For each token of `from` the one of `to` that is the same.
Partners align(std::span<const Token> from, std::span<const Token> to) {
  Partners partners(from.size());
  std::size_t front = 0;
  while (front < std::min(from.size(), to.size()) && from[front] == to[front]) {
    partners[front] = front;
    ++front;
  }
  std::size_t back = 0;
  const auto most = std::min(from.size(), to.size()) - front;
  while (back < most && from[from.size() - 1 - back] == to[to.size() - 1 - back]) {
    ++back;
    partners[from.size() - back] = to.size() - back;
  }
  align_middle(from.subspan(front, from.size() - front - back), to.subspan(front, to.size() - front - back),
               front, partners);
  return partners;
}

Partners inverse(const Partners& partners, std::size_t size) {
  Partners inverse(size);
  for (std::size_t i = 0; i < partners.size(); ++i)
    if (partners[i]) inverse[*partners[i]] = i;
  return inverse;
}

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};
// A stretch between two tokens that all three versions have.
struct Region {
  Range base;
  Range ours;
  Range theirs;
};

// The regions, each followed by the token that closes it; behind the last there is none.
std::vector<Region> find_regions(const Partners& in_ours, const Partners& in_theirs, std::size_t ours_size,
                                 std::size_t theirs_size) {
  std::vector<Region> regions;
  std::size_t b = 0;
  std::size_t o = 0;
  std::size_t t = 0;
  for (std::size_t i = 0; i < in_ours.size(); ++i) {
    if (!in_ours[i] || !in_theirs[i]) continue;
    regions.push_back({{b, i}, {o, *in_ours[i]}, {t, *in_theirs[i]}});
    b = i + 1;
    o = *in_ours[i] + 1;
    t = *in_theirs[i] + 1;
  }
  regions.push_back({{b, in_ours.size()}, {o, ours_size}, {t, theirs_size}});
  return regions;
}

class Order {
 public:
  Order(std::span<const Token> base, std::span<const Token> ours, std::span<const Token> theirs,
        const std::function<bool(std::size_t)>& is_kept)
      : base_(base),
        ours_(ours),
        theirs_(theirs),
        is_kept_(is_kept),
        in_ours_(align(base, ours)),
        in_theirs_(align(base, theirs)),
        from_ours_(inverse(in_ours_, ours.size())),
        from_theirs_(inverse(in_theirs_, theirs.size())) {
    for (std::size_t i = 0; i < ours.size(); ++i)
      note_child(ours[i], from_ours_[i].has_value(), our_children_);
    for (std::size_t i = 0; i < theirs.size(); ++i)
      note_child(theirs[i], from_theirs_[i].has_value(), their_children_);
  }

  std::vector<Placed> merge() {
    for (const auto& region : find_regions(in_ours_, in_theirs_, ours_.size(), theirs_.size())) {
      merge_region(region);
      if (region.base.end == base_.size()) continue;
      place(
          {base_[region.base.end], region.base.end, in_ours_[region.base.end], in_theirs_[region.base.end]});
    }
    place_forgotten(ours_, &Placed::ours);
    place_forgotten(theirs_, &Placed::theirs);
    drop_repeated();
    return std::move(placed_);
  }

 private:
  using Children = std::map<std::size_t, bool>;  // by number; whether it stands where the base has it
  static void note_child(const Token& token, bool in_place, Children& children) {
    if (token.kind == Token::Kind::child) children[token.id] = in_place;
  }
  static bool stands_in_place(const Children& children, std::size_t id) {
    const auto found = children.find(id);
    return found != children.end() && found->second;
  }

  void place(Placed placed) {
    if (placed.token.kind == Token::Kind::child) {
      if (!is_kept_(placed.token.id) || !seen_.insert(placed.token.id).second) return;
    }
    placed_.push_back(placed);
  }

  // A token of ours that theirs does not have in this place.
  void place_ours(std::size_t index) {
    const auto& token = ours_[index];
    if (token.kind == Token::Kind::child) {
      // Where theirs alone moved it, it goes there.
      const bool moved = from_ours_[index] && their_children_.contains(token.id);
      if (!moved) place({token, from_ours_[index], index, std::nullopt});
    } else if (!from_ours_[index]) {
      place({token, std::nullopt, index, std::nullopt});
    }
  }
  void place_theirs(std::size_t index) {
    const auto& token = theirs_[index];
    if (token.kind == Token::Kind::child) {
      const bool moved_by_ours =
          our_children_.contains(token.id) && !stands_in_place(our_children_, token.id);
      if (!moved_by_ours) place({token, from_theirs_[index], std::nullopt, index});
    } else if (!from_theirs_[index]) {
      place({token, std::nullopt, std::nullopt, index});
    }
  }

  // What both sides have in the region, which is what both added, stands once; the rest of ours comes before
  // the rest of theirs.
  void merge_region(const Region& region) {
    const auto our_part = ours_.subspan(region.ours.begin, region.ours.end - region.ours.begin);
    const auto their_part = theirs_.subspan(region.theirs.begin, region.theirs.end - region.theirs.begin);
    const auto common = align(our_part, their_part);
    std::size_t o = 0;
    std::size_t t = 0;
    const auto merge_up_to = [&](std::size_t our_end, std::size_t their_end) {
      const bool alike =
          std::ranges::equal(our_part.subspan(o, our_end - o), their_part.subspan(t, their_end - t));
      for (; o < our_end; ++o) place_ours(region.ours.begin + o);
      for (; t < their_end; ++t)
        if (!alike) place_theirs(region.theirs.begin + t);
    };
    for (std::size_t i = 0; i < our_part.size(); ++i) {
      if (!common[i] || our_part[i].kind == Token::Kind::empty) continue;
      merge_up_to(i, *common[i]);
      const auto in_ours = region.ours.begin + o++;
      place({ours_[in_ours], from_ours_[in_ours], in_ours, region.theirs.begin + t++});
    }
    merge_up_to(our_part.size(), their_part.size());
  }

  // No child is lost, however the sides moved them.
  void place_forgotten(std::span<const Token> side, std::optional<std::size_t> Placed::*version) {
    for (std::size_t i = 0; i < side.size(); ++i) {
      if (side[i].kind != Token::Kind::child || seen_.contains(side[i].id)) continue;
      Placed placed{side[i], std::nullopt, std::nullopt, std::nullopt};
      placed.*version = i;
      place(placed);
    }
  }

  // A comment that both sides moved is not there twice.
  void drop_repeated() {
    using Counts = std::map<std::size_t, std::ptrdiff_t>;
    const auto count = [](std::span<const Token> tokens) {
      Counts counts;
      for (const auto& token : tokens)
        if (token.kind == Token::Kind::comment) ++counts[token.id];
      return counts;
    };
    auto old = count(base_);
    auto our = count(ours_);
    auto their = count(theirs_);
    Counts placed_so_far;
    std::erase_if(placed_, [&](const Placed& placed) {
      const auto id = placed.token.id;
      if (placed.token.kind != Token::Kind::comment) return false;
      const auto most = std::max(our[id] + their[id] - old[id], std::min(our[id], their[id]));
      return ++placed_so_far[id] > most;
    });
  }

  std::span<const Token> base_;
  std::span<const Token> ours_;
  std::span<const Token> theirs_;
  const std::function<bool(std::size_t)>& is_kept_;
  Partners in_ours_;  // of the base's tokens
  Partners in_theirs_;
  Partners from_ours_;  // the base's, of each of ours
  Partners from_theirs_;
  Children our_children_;
  Children their_children_;
  std::set<std::size_t> seen_;
  std::vector<Placed> placed_;
};

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

std::vector<Placed> merge_order(std::span<const Token> base, std::span<const Token> ours,
                                std::span<const Token> theirs,
                                const std::function<bool(std::size_t)>& is_kept) {
  return Order(base, ours, theirs, is_kept).merge();
}

std::vector<MergedLines> merge_lines(std::span<const std::string_view> base,
                                     std::span<const std::string_view> ours,
                                     std::span<const std::string_view> theirs) {
  std::map<std::string_view, std::size_t> numbers;
  const auto to_tokens = [&numbers](std::span<const std::string_view> lines) {
    std::vector<Token> tokens;
    for (const auto line : lines)
      tokens.push_back({Token::Kind::comment, numbers.emplace(line, numbers.size()).first->second});
    return tokens;
  };
  const auto base_tokens = to_tokens(base);
  const auto in_ours = align(base_tokens, to_tokens(ours));
  const auto in_theirs = align(base_tokens, to_tokens(theirs));
  const auto slice = [](std::span<const std::string_view> lines, const Range& range) {
    return std::vector<std::string_view>(lines.begin() + static_cast<std::ptrdiff_t>(range.begin),
                                         lines.begin() + static_cast<std::ptrdiff_t>(range.end));
  };
  std::vector<MergedLines> merged;
  for (const auto& region : find_regions(in_ours, in_theirs, ours.size(), theirs.size())) {
    MergedLines run{slice(base, region.base), slice(ours, region.ours), slice(theirs, region.theirs), false};
    if (run.ours == run.base) run.ours = run.theirs;
    if (run.theirs == run.base) run.theirs = run.ours;
    run.conflict = run.ours != run.theirs;
    if (!run.ours.empty() || !run.theirs.empty()) merged.push_back(std::move(run));
    if (region.base.end < base.size()) {
      const auto line = base[region.base.end];
      merged.push_back({{line}, {line}, {line}, false});
    }
  }
  return merged;
}

MergePieces merge_elements(const CollectionSides& sides, std::size_t column, std::string_view key) {
  return Elementwise(sides, column, key).merge();
}

}  // namespace kam
