#include "yaml/edit/put.hpp"

#include <algorithm>
#include <utility>

#include "kam/yaml/byte_problem.hpp"
#include "kam/yaml/lines.hpp"
#include "kam/yaml/scan.hpp"
#include "yaml/read/scalar.hpp"

namespace kam {

namespace {

// The lines of a block scalar below its header.
Splice without_lines(std::string_view text, const Node& node, std::size_t header_end) {
  const auto begin = end_of_line(text, header_end);
  return {begin, std::max(begin, node.end), {}};
}

std::size_t header_end_of(std::string_view text, const Slot& slot, const Node& node) {
  return scan_block_scalar(text, node.place.offset, column_of(slot.parent)).header_end;
}

Put put_block_text(std::string_view text, const Slot& slot, const BlockText& block, const NewValue& value,
                   const FileStyle& style) {
  const auto& node = child_value(slot.parent, slot.index);
  const auto old = scan_block_scalar(text, node.place.offset, column_of(slot.parent));
  auto lines = without_lines(text, node, old.header_end);
  const std::string indent(old.indent > 0 ? old.indent : column_of(slot.parent) + style.map_step, ' ');
  for (const auto line : block.lines) {
    lines.text += style.line_end;
    if (!line.empty()) lines.text.append(indent).append(line);
  }
  Put put{{{node.place.offset, old.header_end, block.header}, std::move(lines)}, node};
  put.node.value = value.text;
  return put;
}

// The value's lines below its key go, and `text` stands behind the colon instead.
Splices replace_lines(std::string_view text, const Slot& slot, const std::string& inserted) {
  const auto& node = child_value(slot.parent, slot.index);
  const auto behind = behind_indicator(text, slot.parent, slot.index);
  const auto end = end_of_lines(text, node, column_of(slot.parent));
  return {{behind, behind, " " + inserted}, remove_lines(text, start_of_line(text, node.place.offset), end)};
}

Put put_inline(std::string_view text, const Slot& slot, const NewValue& value, const FileStyle& style,
               Manner manner) {
  const auto& node = child_value(slot.parent, slot.index);
  if (manner == Manner::in_style && value.kind == NewValue::Kind::text && is_block_scalar(node))
    if (const auto block = to_block_text(value.text, node.style))
      return put_block_text(text, slot, *block, value, style);

  auto written = write_in_quotes_of(node, value, slot.in_flow ? ScalarContext::flow : ScalarContext::block);
  Put put{{}, std::move(written.node)};
  const auto begin = node.place.offset;
  if (is_empty_null(node)) {
    put.splices = {{begin, begin, " " + written.text}};
  } else if (is_block_scalar(node)) {
    const auto header_end = header_end_of(text, slot, node);
    put.splices = {{begin, header_end, written.text}, without_lines(text, node, header_end)};
  } else if (is_block_collection(node) && is_first_on_line(text, begin)) {
    put.splices = replace_lines(text, slot, written.text);
  } else {
    put.splices = {{begin, node.end, written.text}};
  }
  return put;
}

// The value goes, with the blanks before it; a comment behind it stays.
Splices remove_inline(std::string_view text, const Slot& slot) {
  const auto& node = child_value(slot.parent, slot.index);
  const auto behind = behind_indicator(text, slot.parent, slot.index);
  const bool same_line = skip_blanks(text, behind) == node.place.offset;
  const auto begin = same_line ? behind : node.place.offset;
  if (is_block_scalar(node)) {
    const auto header_end = header_end_of(text, slot, node);
    return {{begin, header_end, {}}, without_lines(text, node, header_end)};
  }
  const bool alone = !same_line && is_break(byte_at(text, skip_blanks(text, node.end)));
  if (alone) return {remove_lines(text, start_of_line(text, begin), start_of_next_line(text, node.end))};
  return {{begin, node.end, {}}};
}

Put put_block(std::string_view text, const Slot& slot, const NewValue& value, const FileStyle& style) {
  const auto& node = child_value(slot.parent, slot.index);
  const auto parent_column = column_of(slot.parent);
  if (is_block_collection(node)) {
    auto written = write_block(value, column_of(node), style);
    return {{{node.place.offset, node.end, written.text}}, std::move(written.node)};
  }
  if (slot.parent.kind == NodeKind::list) {
    const bool empty = is_empty_null(node);
    auto written = write_block(value, empty ? parent_column + 2 : column_of(node), style);
    return {{{node.place.offset, node.end, (empty ? " " : "") + written.text}}, std::move(written.node)};
  }
  const auto column = parent_column + (value.kind == NewValue::Kind::list ? style.list_step : style.map_step);
  auto written = write_block(value, column, style);
  Put put{remove_inline(text, slot), std::move(written.node)};
  const auto pos = end_of_lines(text, node, parent_column);
  put.splices.push_back(insert_lines(text, pos, std::string(column, ' ') + written.text, style.line_end));
  return put;
}

}  // namespace

bool is_block_scalar(const Node& node) {
  return node.style == NodeStyle::literal || node.style == NodeStyle::folded;
}

Written write_in_quotes_of(const Node& old, const NewValue& value, ScalarContext context) {
  auto written = write_inline(value, context);
  if (value.kind != NewValue::Kind::text || old.kind != NodeKind::scalar || old.style == NodeStyle::plain)
    return written;
  auto single = old.style == NodeStyle::single_quoted ? quote_single(value.text) : std::nullopt;
  written.node.style = single ? NodeStyle::single_quoted : NodeStyle::double_quoted;
  written.text = single ? *single : quote_double(value.text);
  return written;
}

Put put_value(std::string_view text, const Slot& slot, const NewValue& value, Manner manner,
              const FileStyle& style) {
  if (!slot.in_flow && is_block(value) && manner == Manner::in_style)
    return put_block(text, slot, value, style);
  return put_inline(text, slot, value, style, manner);
}

}  // namespace kam
