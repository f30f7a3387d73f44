#include "kam/yaml/splice.hpp"

#include <algorithm>

#include "kam/yaml/byte_problem.hpp"
#include "kam/yaml/lines.hpp"
#include "kam/yaml/scan.hpp"

namespace kam {

namespace {

bool is_empty_line(std::string_view text, std::size_t start) {
  return is_break(byte_at(text, skip_blanks(text, start)));
}

}  // namespace

std::string apply_splices(std::string_view text, Splices splices) {
  std::ranges::stable_sort(splices, {}, &Splice::begin);
  std::string result;
  std::size_t pos = 0;
  for (const auto& splice : splices) {
    result.append(text.substr(pos, splice.begin - pos)).append(splice.text);
    pos = splice.end;
  }
  return result.append(text.substr(pos));
}

std::size_t child_count(const Node& node) {
  return node.items.size() + node.entries.size();
}

Child child_at(std::string_view text, const Node& node, std::size_t index) {
  if (node.kind == NodeKind::map)
    return {node.entries[index].key.place.offset, node.entries[index].value.end};
  const auto& item = node.items[index];
  if (node.style == NodeStyle::flow) return {item.place.offset, item.end};
  const auto behind = index == 0 ? node.place.offset : node.items[index - 1].end;
  return {scan_gap(text, behind).end, item.end};
}

std::vector<Child> children_of(std::string_view text, const Node& node) {
  std::vector<Child> children;
  for (std::size_t i = 0; i < child_count(node); ++i) children.push_back(child_at(text, node, i));
  return children;
}

std::size_t behind_indicator(std::string_view text, const Node& node, std::size_t index) {
  if (node.kind == NodeKind::map) return skip_blanks(text, node.entries[index].key.end) + 1;
  return child_at(text, node, index).begin + 1;
}

const Node& child_value(const Node& node, std::size_t index) {
  return node.kind == NodeKind::map ? node.entries[index].value : node.items[index];
}

Node& child_value(Node& node, std::size_t index) {
  return node.kind == NodeKind::map ? node.entries[index].value : node.items[index];
}

std::optional<std::size_t> find_child(const Node& node, const PathStep& step) {
  if (const auto* const index = std::get_if<std::size_t>(&step))
    return node.kind == NodeKind::list && *index < node.items.size() ? std::optional(*index) : std::nullopt;
  return node.entries.find(std::get<std::string>(step));
}

std::size_t column_of(const Node& node) {
  return static_cast<std::size_t>(node.place.column) - 1;
}

bool is_empty_null(const Node& node) {
  return node.is_null() && node.end == node.place.offset;
}

bool is_block_collection(const Node& node) {
  return node.style == NodeStyle::block && (node.kind == NodeKind::list || node.kind == NodeKind::map);
}

bool is_first_on_line(std::string_view text, std::size_t pos) {
  // Backwards over blanks alone: the line may be as long as the file.
  while (pos > size_of_mark(text) && is_blank(text[pos - 1])) --pos;
  return pos <= size_of_mark(text) || text[pos - 1] == '\n';
}

bool keeps_empty_lines(std::string_view text, const Node& value) {
  if (value.style == NodeStyle::block && !value.items.empty())
    return keeps_empty_lines(text, value.items.back());
  if (value.style == NodeStyle::block && !value.entries.empty())
    return keeps_empty_lines(text, value.entries.back().value);
  if (value.style != NodeStyle::literal && value.style != NodeStyle::folded) return false;
  const auto header_end = scan_block_scalar(text, value.place.offset, 0).header_end;
  return text.substr(value.place.offset, header_end - value.place.offset).find('+') != std::string_view::npos;
}

std::size_t end_of_lines(std::string_view text, const Node& value, std::size_t column) {
  auto end = start_of_next_line(text, value.end);
  if (keeps_empty_lines(text, value))
    while (end < text.size() && is_empty_line(text, end)) end = start_of_next_line(text, end);
  for (auto start = end; start < text.size(); start = start_of_next_line(text, start)) {
    if (is_empty_line(text, start)) continue;
    const auto first = skip_blanks(text, start);
    if (text[first] != '#' || first - start <= column) break;
    end = start_of_next_line(text, start);
  }
  return end;
}

Splice insert_lines(std::string_view text, std::size_t pos, const std::string& lines,
                    const std::string& line_end) {
  const bool behind_open_line = pos > size_of_mark(text) && text[pos - 1] != '\n';
  return {pos, pos, behind_open_line ? line_end + lines : lines + line_end};
}

Splice remove_lines(std::string_view text, std::size_t begin, std::size_t end) {
  if (end == text.size() && !text.ends_with('\n'))
    while (begin > size_of_mark(text) && is_break(text[begin - 1])) --begin;
  return {begin, end, {}};
}

}  // namespace kam
