#include "merge/parts.hpp"

#include <algorithm>
#include <span>

#include "kam/yaml/lines.hpp"
#include "kam/yaml/match.hpp"
#include "kam/yaml/splice.hpp"

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

}  // namespace kam
