#include "yaml/edit/children.hpp"

#include <algorithm>
#include <optional>

#include "kam/yaml/byte_problem.hpp"
#include "kam/yaml/lines.hpp"

namespace kam {

namespace {

bool has_empty_line_between(std::string_view text, const Child& child, const Child& next) {
  const auto gap = text.substr(child.end, next.begin - child.end);
  return gap.find("\n\n") != std::string_view::npos || gap.find("\n\r\n") != std::string_view::npos;
}

// A list whose last two items have an empty line between them gets one before the next.
bool has_spaced_items(std::string_view text, const Node& node) {
  const auto count = child_count(node);
  if (node.kind != NodeKind::list || count < 2 || keeps_empty_lines(text, node)) return false;
  return has_empty_line_between(text, child_at(text, node, count - 2), child_at(text, node, count - 1));
}

// A file whose sections have an empty line before them gets one before a further section.
bool has_spaced_sections(std::string_view text, const Node& node) {
  if (node.kind != NodeKind::map || column_of(node) != 0) return false;
  for (std::size_t i = 1; i < node.entries.size(); ++i)
    if (is_block_collection(node.entries[i].value) &&
        has_empty_line_between(text, child_at(text, node, i - 1), child_at(text, node, i)))
      return true;
  return false;
}

// The start of the lines of child `index`: the comments directly above it, in its column, are its own, but
// not those above the first key of the file.
std::size_t start_of_lines(std::string_view text, const Node& node, std::size_t begin) {
  auto start = start_of_line(text, begin);
  if (node.place.offset == begin && column_of(node) == 0) return start;
  while (start > size_of_mark(text)) {
    const auto above = start_of_line(text, start - 1);
    const auto first = skip_blanks(text, above);
    if (byte_at(text, first) != '#' || first - above != column_of(node)) break;
    start = above;
  }
  return start;
}

Splices insert_block_child(std::string_view text, const Node& node, std::size_t index, Side side,
                           const std::string& written, const FileStyle& style) {
  const std::string indent(column_of(node), ' ');
  const auto begin = child_at(text, node, index).begin;
  const bool section = written.find('\n') != std::string::npos && has_spaced_sections(text, node) &&
                       !keeps_empty_lines(text, child_value(node, index));
  if (side == Side::before) {
    if (!is_first_on_line(text, begin)) return {{begin, begin, written + style.line_end + indent}};
    return {insert_lines(text, start_of_lines(text, node, begin),
                         indent + written + (section ? style.line_end : ""), style.line_end)};
  }
  const bool spaced = section || (index + 1 == child_count(node) && has_spaced_items(text, node));
  const auto pos = end_of_lines(text, child_value(node, index), column_of(node));
  return {insert_lines(text, pos, (spaced ? style.line_end : "") + indent + written, style.line_end)};
}

// The comma behind a flow child, if there is one.
std::optional<std::size_t> find_comma(std::string_view text, std::size_t pos) {
  const auto found = scan_gap(text, pos).end;
  return byte_at(text, found) == ',' ? std::optional(found) : std::nullopt;
}

// Whether child `index` of a flow collection stands on a line of its own, as its neighbour does.
bool has_own_line(std::string_view text, const Node& node, std::size_t index) {
  return is_first_on_line(text, child_at(text, node, index).begin) &&
         (index < 2 || is_first_on_line(text, child_at(text, node, index - 1).begin));
}

// Whether nothing but a comment follows on the line.
bool ends_its_line(std::string_view text, std::size_t pos) {
  const auto next = skip_blanks(text, pos);
  return is_break(byte_at(text, next)) || text[next] == '#';
}

// Whether the collection's bracket stands behind its last child, with nothing but blanks between them.
bool closes_on_its_line(std::string_view text, std::size_t pos) {
  const auto next = scan_gap(text, pos).end;
  return next < text.size() && text.substr(pos, next - pos).find_first_of("\r\n") == std::string_view::npos;
}

std::string indent_of(std::string_view text, std::size_t begin) {
  const auto start = start_of_line(text, begin);
  return std::string(text.substr(start, begin - start));
}

Splices insert_flow_child(std::string_view text, const Node& node, std::size_t index, Side side,
                          const std::string& written, const FileStyle& style) {
  const auto child = child_at(text, node, index);
  const bool own_line = has_own_line(text, node, index);
  const auto new_line = own_line ? style.line_end + indent_of(text, child.begin) : std::string();
  if (side == Side::before) return {{child.begin, child.begin, written + (own_line ? "," + new_line : ", ")}};

  const auto comma = find_comma(text, child.end);
  const auto behind = comma ? *comma + 1 : child.end;
  const bool closes_here = !comma && closes_on_its_line(text, child.end);
  if (!own_line || (!ends_its_line(text, behind) && !closes_here))
    return {{child.end, child.end, ", " + written}};
  if (closes_here) return {{child.end, child.end, "," + new_line + written}};
  const auto line = end_of_line(text, behind);
  if (comma) return {{line, line, new_line + written + ","}};
  return {{child.end, child.end, ","}, {line, line, new_line + written}};
}

// The first child of a collection that begins behind a dash on the same line.
Splices remove_behind_dash(std::string_view text, const Node& node, const Child& child, const Child& next) {
  const auto rest = end_of_lines(text, child_value(node, 0), column_of(node));
  const bool adjacent = start_of_line(text, next.begin) == rest;  // no comment between them
  if (adjacent) return {{child.begin, next.begin, {}}};
  const auto dash = text.find_last_not_of(" \t", child.begin - 1);
  return {{dash + 1, end_of_line(text, child.end), {}}};
}

Splices remove_block_child(std::string_view text, const Node& node, std::size_t index) {
  const auto child = child_at(text, node, index);
  if (!is_first_on_line(text, child.begin))
    return remove_behind_dash(text, node, child, child_at(text, node, index + 1));
  const auto end = end_of_lines(text, child_value(node, index), column_of(node));
  return {remove_lines(text, start_of_line(text, child.begin), end)};
}

Splices remove_flow_child(std::string_view text, const Node& node, std::size_t index) {
  const auto child = child_at(text, node, index);
  const auto comma = find_comma(text, child.end);
  const bool last = index + 1 == child_count(node);
  const auto behind = comma ? *comma + 1 : child.end;
  Splices splices;
  if (last && !comma) {  // then the comma before it goes
    const auto before = *find_comma(text, child_at(text, node, index - 1).end);
    if (scan_fold(text, before + 1).end == child.begin && !is_first_on_line(text, child.begin))
      return {{before, child.end, {}}};
    splices.push_back({before, before + 1, {}});
  }
  if (is_first_on_line(text, child.begin) && ends_its_line(text, behind))
    splices.push_back(remove_lines(text, start_of_line(text, child.begin), start_of_next_line(text, behind)));
  else if (last)
    splices.push_back({child.begin, behind, {}});
  else
    splices.push_back({child.begin, child_at(text, node, index + 1).begin, {}});
  return splices;
}

}  // namespace

Splices insert_child(std::string_view text, const Node& node, std::size_t index, Side side,
                     const std::string& written, const FileStyle& style) {
  return node.style == NodeStyle::flow ? insert_flow_child(text, node, index, side, written, style)
                                       : insert_block_child(text, node, index, side, written, style);
}

Splices remove_child(std::string_view text, const Node& node, std::size_t index) {
  return node.style == NodeStyle::flow ? remove_flow_child(text, node, index)
                                       : remove_block_child(text, node, index);
}

std::optional<TemplateLine> find_template_line(std::string_view text, const Node& root,
                                               std::string_view key) {
  if (root.style == NodeStyle::flow || root.entries.empty() || column_of(root) != 0) return std::nullopt;
  std::size_t entries = 1;
  for (auto start = start_of_next_line(text, root.entries.front().value.end); start < text.size();
       start = start_of_next_line(text, start)) {
    while (entries < root.entries.size() && root.entries[entries].key.place.offset < start) ++entries;
    if (start < root.entries[entries - 1].value.end) continue;
    const auto line = text.substr(start, end_of_line(text, start) - start);
    if (!line.starts_with('#') || !line.substr(1).starts_with(key)) continue;
    const auto behind = line.substr(1 + key.size());
    if (behind == ":" || behind.starts_with(": ")) return TemplateLine{start, entries};
  }
  return std::nullopt;
}

std::size_t gap_behind_dash(std::string_view text, const Node& list) {
  const auto dash = child_at(text, list, list.items.size() - 1).begin;
  const auto value = list.items.back().place.offset;
  if (is_empty_null(list.items.back()) || start_of_line(text, value) != start_of_line(text, dash)) return 1;
  return value - dash - 1;
}

}  // namespace kam
