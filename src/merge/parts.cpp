#include "merge/parts.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "kam/yaml/lines.hpp"
#include "kam/yaml/match.hpp"
#include "kam/yaml/splice.hpp"
#include "merge/pick.hpp"
#include "merge/pieces.hpp"

namespace kam {

namespace {

std::string cut(std::string_view text, std::size_t begin, std::size_t end) {
  return std::string(text.substr(begin, std::max(begin, end) - begin));
}

void add_lines(Elements& elements, std::string_view text) {
  for (std::size_t start = 0; start < text.size(); start = start_of_next_line(text, start))
    elements.push_back({cut(text, start, start_of_next_line(text, start)), std::nullopt});
}

MergePart make_part(const MergeVersion& version, const Node& parent, std::size_t index, const Child& child) {
  const std::string_view text = version.text;
  MergePart part;
  part.version = &version;
  part.key = parent.kind == NodeKind::map ? &parent.entries[index].key : nullptr;
  part.value = &child_value(parent, index);
  part.column = column_of(parent);
  const auto& value = *part.value;
  const auto end = end_of_lines(text, value, part.column);
  const auto behind =
      part.key != nullptr ? skip_blanks(text, part.key->end) + 1 : child.begin + 1;  // behind `:` or `-`
  part.text = cut(text, child.begin, end);
  part.prefix = cut(text, child.begin, behind);
  part.is_block = is_block_collection(value) && !is_vacant(value);
  if (part.is_block) {
    part.on_dash_line = !is_first_on_line(text, value.place.offset);
    part.body_begin = part.on_dash_line ? value.place.offset : start_of_next_line(text, behind);
    part.body_end = end;
    part.heading = part.on_dash_line ? cut(text, behind, value.place.offset)
                                     : cut(text, behind, end_of_line(text, behind));
    return part;
  }
  const auto line_end = start_of_next_line(text, value.end);
  part.gap = cut(text, behind, value.place.offset);
  part.raw = cut(text, value.place.offset, value.end);
  part.rest = cut(text, value.end, line_end);
  part.below = cut(text, line_end, end);
  return part;
}

// A child in brackets as it would stand on a line of its own.
MergePart make_flow_part(const MergeVersion& version, const Node& parent, std::size_t index) {
  const std::string_view text = version.text;
  MergePart part;
  part.version = &version;
  part.key = parent.kind == NodeKind::map ? &parent.entries[index].key : nullptr;
  part.value = &child_value(parent, index);
  part.prefix = part.key == nullptr ? "-" : cut(text, part.key->place.offset, part.key->end) + ":";
  part.raw = cut(text, part.value->place.offset, part.value->end);
  part.gap = part.raw.empty() ? "" : " ";
  part.rest = "\n";
  part.text = part.prefix + part.gap + part.raw + part.rest;
  return part;
}

// The length of the whole lines that both begin with.
std::size_t common_front(std::string_view a, std::string_view b) {
  std::size_t front = 0;
  while (front < a.size() && front < b.size()) {
    const auto end = start_of_next_line(a, front);
    if (end != start_of_next_line(b, front) || a.substr(front, end - front) != b.substr(front, end - front))
      break;
    front = end;
  }
  return front;
}

std::size_t common_back(std::string_view a, std::string_view b) {
  std::size_t back = 0;
  while (back < a.size() && back < b.size()) {
    const auto start = start_of_line(a, a.size() - back - 1);
    const auto size = a.size() - back - start;
    if (back + size > b.size()) break;
    const auto other = b.size() - back - size;
    if (a.substr(start, size) != b.substr(other, size) || (other > 0 && b[other - 1] != '\n')) break;
    back += size;
  }
  return back;
}

}  // namespace

Elements take_apart(const MergeVersion& version, const Node& collection, std::size_t begin, std::size_t end) {
  const std::string_view text = version.text;
  Elements elements;
  const auto children = children_of(text, collection);
  auto pos = begin;
  for (std::size_t i = 0; i < children.size(); ++i) {
    const auto start = std::max(start_of_line(text, children[i].begin), pos);
    add_lines(elements, text.substr(pos, start - pos));
    auto part = make_part(version, collection, i, children[i]);
    pos = children[i].begin + part.text.size();
    elements.push_back({{}, std::move(part)});
  }
  add_lines(elements, text.substr(pos, end - pos));
  return elements;
}

Elements elements_of(const MergePart& part) {
  if (part.is_block) return take_apart(*part.version, *part.value, part.body_begin, part.body_end);
  Elements elements;
  const auto count = part.value->items.size() + part.value->entries.size();
  for (std::size_t i = 0; i < count; ++i)
    elements.push_back({{}, make_flow_part(*part.version, *part.value, i)});
  add_lines(elements, part.below);
  return elements;
}

std::string shift_line(std::string_view line, std::ptrdiff_t shift) {
  const auto blanks = line.find_first_not_of(' ');
  if (shift == 0 || blanks == std::string_view::npos || is_break(line[blanks])) return std::string(line);
  if (shift > 0) return std::string(static_cast<std::size_t>(shift), ' ').append(line);
  return std::string(line.substr(std::min(blanks, static_cast<std::size_t>(-shift))));
}

std::string shift_lines(std::string_view text, std::ptrdiff_t shift) {
  auto start = start_of_next_line(text, 0);
  std::string shifted(text.substr(0, start));
  for (; start < text.size(); start = start_of_next_line(text, start))
    shifted += shift_line(text.substr(start, start_of_next_line(text, start) - start), shift);
  return shifted;
}

bool is_comment_line(std::string_view line) {
  return trimmed(line).starts_with('#');
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const auto first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) + 1 - first);
}

std::optional<std::string> agree(const std::string* base, const std::string& ours,
                                 const std::string& theirs) {
  if (ours == theirs || (base != nullptr && theirs == *base)) return ours;
  if (base != nullptr && ours == *base) return theirs;
  if (trimmed(ours) == trimmed(theirs)) return ours;
  if (base != nullptr && trimmed(ours) == trimmed(*base)) return theirs;
  if (base != nullptr && trimmed(theirs) == trimmed(*base)) return ours;
  if (trimmed(ours).empty() && base == nullptr) return theirs;
  if (trimmed(theirs).empty() && base == nullptr) return ours;
  return std::nullopt;
}

void add_text(MergePieces& pieces, const std::string& lines) {
  if (lines.empty()) return;
  if (pieces.empty() || pieces.back().is_conflict()) pieces.emplace_back();
  pieces.back().ours += lines;
  pieces.back().theirs += lines;
}

void add_conflict(MergePieces& pieces, std::string ours, std::string theirs, std::string base) {
  const auto front = common_front(ours, theirs);
  add_text(pieces, ours.substr(0, front));
  base.erase(0, common_front(base, std::string_view(ours).substr(0, front)));
  ours.erase(0, front);
  theirs.erase(0, front);
  const auto back = common_back(ours, theirs);
  const auto rest = ours.substr(ours.size() - back);
  ours.resize(ours.size() - back);
  theirs.resize(theirs.size() - back);
  base.resize(base.size() - common_back(base, rest));
  if (ours != theirs) pieces.push_back({std::move(ours), std::move(theirs), std::move(base)});
  add_text(pieces, rest);
}

void add_pieces(MergePieces& pieces, MergePieces more) {
  for (auto& piece : more) {
    if (piece.is_conflict())
      pieces.push_back(std::move(piece));
    else
      add_text(pieces, piece.ours);
  }
}

std::string resolve(const MergePieces& pieces, Preference preference) {
  std::string text;
  for (const auto& piece : pieces) text += preference == Preference::ours ? piece.ours : piece.theirs;
  return text;
}

std::string mark_conflicts(const MergePieces& pieces, const MergeMarks& marks) {
  std::string text;
  for (const auto& piece : pieces) {
    if (!piece.is_conflict()) {
      text += piece.ours;
      continue;
    }
    text.append(marks.size, '<').append(" ").append(marks.ours).append("\n").append(piece.ours);
    if (marks.style != ConflictStyle::merge)
      text.append(marks.size, '|').append(" ").append(marks.base).append("\n").append(piece.base);
    text.append(marks.size, '=').append("\n").append(piece.theirs);
    text.append(marks.size, '>').append(" ").append(marks.theirs).append("\n");
  }
  return text;
}

std::size_t count_conflicts(const MergePieces& pieces) {
  return static_cast<std::size_t>(std::ranges::count_if(pieces, &MergePiece::is_conflict));
}

}  // namespace kam
