#include "merge/part.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kam/yaml/lines.hpp"
#include "kam/yaml/match.hpp"
#include "kam/yaml/scan.hpp"
#include "kam/yaml/splice.hpp"
#include "kam/yaml/tree.hpp"
#include "merge/elements.hpp"
#include "merge/facts.hpp"
#include "merge/pick.hpp"
#include "merge/sequence.hpp"

namespace kam {

namespace {

// A value on its line, as one version of the document writes it.
struct WrittenValue {
  const Node* node = nullptr;
  std::string_view document;
};

// The value merged, as it reads where each conflict in it is resolved for one side.
struct MergedValue {
  std::string ours;
  std::string theirs;
};

bool same_text(const MergePart& a, const MergePart& b) {
  return shift_lines(a.text, shift_to(b.column, a.column)) == b.text;
}

const std::string* text_of(const MergePart* part, std::string MergePart::*text) {
  return part == nullptr ? nullptr : &(part->*text);
}

// The comment behind a collection's key.
std::string comment_of(const MergePart& part) {
  if (part.is_block) return part.on_dash_line ? std::string() : part.heading;
  return part.rest.substr(0, end_of_line(part.rest, 0));
}

// Whether a line holds more than a comment.
std::optional<std::size_t> find_content(std::string_view text) {
  for (std::size_t start = 0; start < text.size(); start = start_of_next_line(text, start)) {
    const auto line = trimmed(text.substr(start, start_of_next_line(text, start) - start));
    if (!line.empty() && !line.starts_with('#')) return start;
  }
  return std::nullopt;
}

std::optional<std::string> put_dash(std::string lines, std::size_t column, const std::string& gap);
MergedValue merge_value(const WrittenValue* base, const WrittenValue& ours, const WrittenValue& theirs,
                        std::string_view key);

MergePieces put_dash(MergePieces pieces, std::size_t column, const std::string& gap) {
  for (auto& piece : pieces) {
    auto ours = put_dash(piece.ours, column, gap);
    auto theirs = put_dash(piece.theirs, column, gap);
    if (!ours && !theirs && !piece.is_conflict()) continue;
    if (!ours || !theirs) break;
    piece = {*std::move(ours), *std::move(theirs), put_dash(piece.base, column, gap).value_or(piece.base)};
    return pieces;
  }
  const auto empty = std::string(column, ' ') + "- {}\n";
  MergePieces all;
  add_conflict(all, put_dash(resolve(pieces, Preference::ours), column, gap).value_or(empty),
               put_dash(resolve(pieces, Preference::theirs), column, gap).value_or(empty), {});
  return all;
}

// `lines` of a collection that begins behind its dash: the dash goes before the first that has content.
std::optional<std::string> put_dash(std::string lines, std::size_t column, const std::string& gap) {
  const auto start = find_content(lines);
  if (!start) return std::nullopt;
  return lines.replace(*start, column + 1 + gap.size(), std::string(column, ' ') + "-" + gap);
}

// The comments below a single value.
MergePieces merge_comments(const MergePart* base, const MergePart& ours, const MergePart& theirs,
                           std::size_t column) {
  static const Node nothing;
  const auto side_of = [&](const MergePart* part) {
    if (part == nullptr) return CollectionSide{};
    MergePart lines;
    lines.value = &nothing;
    lines.below = part->below;
    return CollectionSide{elements_of(lines), &nothing, shift_to(column, part->column)};
  };
  const CollectionSides sides{side_of(base), side_of(&ours), side_of(&theirs)};
  return merge_elements(sides, column, {});
}

// A part whose value is a collection on both sides.
MergePieces merge_collection(const MergePart* base, const MergePart& ours, const MergePart& theirs,
                             std::size_t column, std::string_view key) {
  // The layout: of a side that has lines, of both the one that changed it.
  const MergePart* layout = ours.is_block ? &ours : &theirs;
  if (ours.is_block && theirs.is_block && base != nullptr && base->is_block &&
      ours.on_dash_line == base->on_dash_line &&
      column_of(*ours.value) + base->column == column_of(*base->value) + ours.column)
    layout = &theirs;
  const auto inner = column + column_of(*layout->value) - layout->column;
  const auto side = [&](const MergePart& part) {
    const auto from = part.is_block ? column_of(*part.value) : part.column + (inner - column);
    return CollectionSide{elements_of(part), part.value, shift_to(inner, from)};
  };
  const auto& kind = layout->value->kind;
  const bool has_base = base != nullptr && (base->value->kind == kind || is_vacant(*base->value));
  const CollectionSides sides{has_base ? side(*base) : CollectionSide{}, side(ours), side(theirs)};
  auto body = merge_elements(sides, inner, key);

  const auto prefix = pick(text_of(base, &MergePart::prefix), ours.prefix, theirs.prefix);
  const bool empty =
      !find_content(resolve(body, Preference::ours)) && !find_content(resolve(body, Preference::theirs));
  if (layout->on_dash_line && !empty) return put_dash(std::move(body), column, layout->heading);

  const auto line = [&](const std::string& comment) {
    const auto* const vacant = kind == NodeKind::list ? " []" : " {}";
    return std::string(column, ' ') + prefix + (empty ? vacant : "") + comment + "\n";
  };
  const auto old = base == nullptr ? std::string() : comment_of(*base);
  const auto comment = agree(base == nullptr ? nullptr : &old, comment_of(ours), comment_of(theirs));
  MergePieces pieces;
  if (comment)
    add_text(pieces, line(*comment));
  else
    add_conflict(pieces, line(comment_of(ours)), line(comment_of(theirs)),
                 base == nullptr ? std::string() : line(old));
  add_pieces(pieces, std::move(body));
  return pieces;
}

// A part whose value is a text in lines of its own; nothing where its first lines cannot be brought together.
std::optional<MergePieces> merge_text(const MergePart& base, const MergePart& ours, const MergePart& theirs,
                                      std::size_t column) {
  const auto sign = [](const MergePart& part) { return part.raw.substr(0, part.raw.find_first_of(" \t\n")); };
  const auto comment = [&sign](const MergePart& part) {
    const auto begin = sign(part).size();
    return part.raw.substr(begin, end_of_line(part.raw, 0) - begin);
  };
  const auto old_comment = comment(base);
  const auto new_comment = agree(&old_comment, comment(ours), comment(theirs));
  if (sign(base) != sign(ours) || sign(base) != sign(theirs) || !new_comment) return std::nullopt;
  const auto scan = [](const MergePart& part) {
    return scan_block_scalar(part.version->text, part.value->place.offset, part.column);
  };
  const auto our_scan = scan(ours);
  const auto split = [](std::string_view text) {
    std::vector<std::string_view> lines;
    for (auto end = text.find('\n'); end != std::string_view::npos; end = text.find('\n')) {
      lines.push_back(text.substr(0, end));
      text.remove_prefix(end + 1);
    }
    lines.push_back(text);
    return lines;
  };
  const auto base_scan = scan(base);
  const auto their_scan = scan(theirs);
  const std::string indent(column + our_scan.indent - ours.column, ' ');
  const auto join = [&indent](const std::vector<std::string_view>& lines) {
    std::string text;
    for (const auto line : lines) text += (line.empty() ? "" : indent + std::string(line)) + "\n";
    return text;
  };
  MergePieces pieces;
  add_text(pieces, std::string(column, ' ') + pick(&base.prefix, ours.prefix, theirs.prefix) + ours.gap +
                       sign(ours) + *new_comment + "\n");
  for (const auto& run : merge_lines(split(base_scan.lines), split(our_scan.lines), split(their_scan.lines)))
    add_conflict(pieces, join(run.ours), join(run.theirs), join(run.base));
  add_pieces(pieces, merge_comments(&base, ours, theirs, column));
  return pieces;
}

std::string raw_of(const WrittenValue& value) {
  return std::string(
      value.document.substr(value.node->place.offset, value.node->end - value.node->place.offset));
}

// A child in brackets with what stands around it.
struct FlowChild {
  std::string separator;  // from the child before to this one; empty for the first
  std::string prefix;     // `key: `
  WrittenValue value;
  std::string text() const { return prefix + raw_of(value); }
};

struct FlowParts {
  std::string opening;  // the bracket, and what stands before the first child
  std::vector<FlowChild> children;
  std::string closing;
};

FlowParts take_apart(const WrittenValue& value) {
  const auto& node = *value.node;
  const auto text = value.document;
  FlowParts parts;
  const auto children = children_of(text, node);
  const bool list = node.kind == NodeKind::list;
  if (children.empty()) {
    parts.opening = list ? "[" : "{";
    parts.closing = list ? "]" : "}";
    return parts;
  }
  auto pos = node.place.offset;
  for (std::size_t i = 0; i < children.size(); ++i) {
    const auto& child = child_value(node, i);
    auto between = std::string(text.substr(pos, children[i].begin - pos));
    if (i == 0) parts.opening = std::exchange(between, {});
    parts.children.push_back(
        {std::move(between),
         std::string(text.substr(children[i].begin, child.place.offset - children[i].begin)),
         {&child, text}});
    pos = children[i].end;
  }
  parts.closing = text.substr(pos, node.end - pos);
  return parts;
}

class FlowMerger {
 public:
  FlowMerger(const WrittenValue* base, const WrittenValue& ours, const WrittenValue& theirs,
             std::string_view key)
      : identities_(identify_children(base == nullptr ? nullptr : base->node, *ours.node, *theirs.node, key)),
        ours_(take_apart(is_vacant(*ours.node) ? theirs : ours)),
        theirs_(take_apart(is_vacant(*theirs.node) ? ours : theirs)) {
    if (is_vacant(*ours.node)) ours_.children.clear();
    if (is_vacant(*theirs.node)) theirs_.children.clear();
    if (base != nullptr && !identities_.base.empty() && base->node->style == NodeStyle::flow)
      base_ = take_apart(*base);
    else
      identities_.base.clear();
  }

  MergedValue merge() {
    const std::function<bool(std::size_t)> is_kept = [this](std::size_t id) {
      return decide_fate(identities_.children[id]) != Fate::gone;
    };
    const auto to_tokens = [](const std::vector<std::size_t>& ids) {
      std::vector<Token> tokens;
      for (const auto id : ids) tokens.push_back({Token::Kind::child, id});
      return tokens;
    };
    const auto order = merge_order(to_tokens(identities_.base), to_tokens(identities_.ours),
                                   to_tokens(identities_.theirs), is_kept);
    const auto* const base = base_ ? &*base_ : nullptr;
    const auto& opening = pick(base ? &base->opening : nullptr, ours_.opening, theirs_.opening);
    const auto& closing = pick(base ? &base->closing : nullptr, ours_.closing, theirs_.closing);
    result_ = {opening, opening};
    for (const auto& placed : order) add(placed.token.id);
    result_.ours += closing;
    result_.theirs += closing;
    return std::move(result_);
  }

 private:
  static const FlowChild* find(const FlowParts& parts, const std::vector<std::size_t>& ids, std::size_t id) {
    for (std::size_t i = 0; i < ids.size() && i < parts.children.size(); ++i)
      if (ids[i] == id) return &parts.children[i];
    return nullptr;
  }
  const FlowChild* base_child(std::size_t id) const {
    return base_ ? find(*base_, identities_.base, id) : nullptr;
  }

  // Between two children as the version that has this one has it, else as it is usual there.
  std::string separator_of(const FlowChild& child) const {
    if (!child.separator.empty()) return child.separator;
    for (const auto* parts : {&ours_, &theirs_})
      if (parts->children.size() > 1) return parts->children[1].separator;
    return ", ";
  }

  void add(std::size_t id) {
    const auto* const base = base_child(id);
    const auto* const ours = find(ours_, identities_.ours, id);
    const auto* const theirs = find(theirs_, identities_.theirs, id);
    std::optional<MergedValue> merged;
    if (ours != nullptr && theirs != nullptr) {
      merged = merge_value(base == nullptr ? nullptr : &base->value, ours->value, theirs->value,
                           key_of(identities_.children[id]));
      const auto& prefix = pick(base == nullptr ? nullptr : &base->prefix, ours->prefix, theirs->prefix);
      merged->ours.insert(0, prefix);
      merged->theirs.insert(0, prefix);
    }
    const bool alone = identities_.children[id].base == nullptr;
    if (ours != nullptr || (alone && theirs != nullptr))
      append(result_.ours, ours_empty_, separator_of(ours != nullptr ? *ours : *theirs),
             merged ? merged->ours : (ours != nullptr ? *ours : *theirs).text());
    if (theirs != nullptr || (alone && ours != nullptr))
      append(result_.theirs, theirs_empty_,
             separator_of(theirs != nullptr && ours == nullptr ? *theirs : *ours),
             merged ? merged->theirs : (theirs != nullptr ? *theirs : *ours).text());
  }

  static void append(std::string& text, bool& empty, const std::string& separator, const std::string& child) {
    if (!std::exchange(empty, false)) text += separator;
    text += child;
  }

  Identities identities_;
  std::optional<FlowParts> base_;
  FlowParts ours_;
  FlowParts theirs_;
  MergedValue result_;
  bool ours_empty_ = true;
  bool theirs_empty_ = true;
};

// Merges scalars, and what stands in brackets child by child. `base` may be missing; `key` is the one that
// the value stands under.
MergedValue merge_value(const WrittenValue* base, const WrittenValue& ours, const WrittenValue& theirs,
                        std::string_view key) {
  auto our_text = raw_of(ours);
  auto their_text = raw_of(theirs);
  const bool ours_as_base = base != nullptr && same_facts(*ours.node, *base->node);
  const bool theirs_as_base = base != nullptr && same_facts(*theirs.node, *base->node);
  if (ours_as_base && theirs_as_base) {
    const auto text = our_text == raw_of(*base) ? their_text : our_text;
    return {text, text};
  }
  if (ours_as_base) return {their_text, their_text};
  if (theirs_as_base || same_facts(*ours.node, *theirs.node)) return {our_text, our_text};
  if (are_collections_alike(*ours.node, *theirs.node)) return FlowMerger(base, ours, theirs, key).merge();
  return {std::move(our_text), std::move(their_text)};
}

// A part with its value on its line, or lines that are one value.
MergePieces merge_single(const MergePart* base, const MergePart& ours, const MergePart& theirs,
                         std::size_t column, std::string_view key) {
  MergePieces pieces;
  if (ours.is_block || theirs.is_block || (base != nullptr && base->is_block)) {
    const bool ours_as_base = base != nullptr && same_facts(*ours.value, *base->value);
    const bool theirs_as_base = base != nullptr && same_facts(*theirs.value, *base->value);
    const auto our_lines = whole(ours, column);
    const auto their_lines = whole(theirs, column);
    if (theirs_as_base || same_facts(*ours.value, *theirs.value))
      add_text(pieces, our_lines);
    else
      add_conflict(pieces, ours_as_base ? their_lines : our_lines, their_lines,
                   base == nullptr ? std::string() : whole(*base, column));
    return pieces;
  }
  const auto written = [](const MergePart& part) { return WrittenValue{part.value, part.version->text}; };
  const auto old = base == nullptr ? WrittenValue{} : written(*base);
  auto value = merge_value(base == nullptr ? nullptr : &old, written(ours), written(theirs), key);
  const auto our_shift = shift_to(column, ours.column);
  const auto their_shift = shift_to(column, theirs.column);
  const bool is_theirs = value.ours == theirs.raw && value.ours != ours.raw;
  const auto start =
      std::string(column, ' ') + pick(text_of(base, &MergePart::prefix), ours.prefix, theirs.prefix);
  const auto line = [&](const MergePart& part, std::ptrdiff_t shift, const std::string& raw,
                        const std::string& rest) {
    // An empty value has no blanks before it, and one that comes in its place needs some.
    const auto gap = raw.empty() ? std::string() : part.gap.empty() ? " " : shift_lines(part.gap, shift);
    return start + gap + shift_lines(raw, shift) + rest;
  };
  const auto rest = agree(text_of(base, &MergePart::rest), ours.rest, theirs.rest);
  const auto& gap_part = is_theirs ? theirs : ours;
  add_conflict(
      pieces, line(gap_part, is_theirs ? their_shift : our_shift, value.ours, rest.value_or(ours.rest)),
      line(value.theirs == value.ours ? gap_part : theirs,
           value.theirs == value.ours && !is_theirs ? our_shift : their_shift, value.theirs,
           rest.value_or(theirs.rest)),
      base == nullptr ? std::string() : line(*base, shift_to(column, base->column), base->raw, base->rest));
  add_pieces(pieces, merge_comments(base, ours, theirs, column));
  return pieces;
}

}  // namespace

std::ptrdiff_t shift_to(std::size_t column, std::size_t from) {
  return static_cast<std::ptrdiff_t>(column) - static_cast<std::ptrdiff_t>(from);
}

std::string whole(const MergePart& part, std::size_t column) {
  return std::string(column, ' ') + shift_lines(part.text, shift_to(column, part.column));
}

MergePieces merge_part(const MergePart* base, const MergePart& ours, const MergePart& theirs,
                       std::size_t column, std::string_view key) {
  MergePieces pieces;
  if (base != nullptr && same_text(ours, *base)) {
    add_text(pieces, whole(theirs, column));
    return pieces;
  }
  if (same_text(ours, theirs) || (base != nullptr && same_text(theirs, *base))) {
    add_text(pieces, whole(ours, column));
    return pieces;
  }
  if ((ours.is_block || theirs.is_block) && are_collections_alike(*ours.value, *theirs.value))
    return merge_collection(base, ours, theirs, column, key);
  if (are_literals(base == nullptr ? nullptr : base->value, *ours.value, *theirs.value))
    if (auto text = merge_text(*base, ours, theirs, column)) return *std::move(text);
  return merge_single(base, ours, theirs, column, key);
}

}  // namespace kam
