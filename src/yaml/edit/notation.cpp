#include "yaml/edit/notation.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "kam/yaml/splice.hpp"
#include "yaml/read/scalar.hpp"

namespace kam {

namespace {

using Counts = std::map<std::size_t, int>;

void count_steps(const Node& node, Counts& map_steps, Counts& list_steps) {
  for (const auto& item : node.items) count_steps(item, map_steps, list_steps);
  for (const auto& [key, value] : node.entries) {
    if (value.style == NodeStyle::block && column_of(value) >= column_of(node))
      ++(value.kind == NodeKind::list ? list_steps : map_steps)[column_of(value) - column_of(node)];
    count_steps(value, map_steps, list_steps);
  }
}

std::size_t most_frequent(const Counts& counts, std::size_t otherwise) {
  const auto most = std::ranges::max_element(counts, {}, [](const auto& count) { return count.second; });
  return most == counts.end() ? otherwise : most->first;
}

bool is_integer(std::string_view key) {
  return !key.empty() && key.size() < 10 && (key.front() != '0' || key.size() == 1) &&
         key.find_first_not_of("0123456789") == std::string_view::npos;
}

Node scalar_node(std::string_view value, std::string_view source) {
  Node node;
  node.kind = NodeKind::scalar;
  node.style = source.starts_with('"')    ? NodeStyle::double_quoted
               : source.starts_with('\'') ? NodeStyle::single_quoted
                                          : NodeStyle::plain;
  node.value = value;
  return node;
}

Node collection_node(const NewValue& value, NodeStyle style) {
  Node node;
  node.kind = value.kind == NewValue::Kind::list ? NodeKind::list : NodeKind::map;
  node.style = style;
  return node;
}

}  // namespace

FileStyle find_file_style(std::string_view text, const Node& root) {
  FileStyle style;
  const auto first_end = text.find('\n');
  if (first_end != std::string_view::npos && first_end > 0 && text[first_end - 1] == '\r')
    style.line_end = "\r\n";
  Counts map_steps;
  Counts list_steps;
  count_steps(root, map_steps, list_steps);
  style.map_step = std::max<std::size_t>(most_frequent(map_steps, style.map_step), 1);
  style.list_step = most_frequent(list_steps, style.list_step);
  return style;
}

bool is_block(const NewValue& value) {
  return value.layout == NewValue::Layout::block && (!value.items.empty() || !value.entries.empty());
}

Written write_key(std::string_view key, ScalarContext context) {
  auto text =
      is_integer(key) ? std::string(key) : format_scalar(key, context);  // a year is a key as it stands
  auto node = scalar_node(key, text);
  return {std::move(text), std::move(node)};
}

Written write_inline(const NewValue& value, ScalarContext context) {
  if (value.kind == NewValue::Kind::literal) return {value.text, scalar_node(value.text, {})};
  if (value.kind == NewValue::Kind::text) {
    auto text = format_scalar(value.text, context);
    auto node = scalar_node(value.text, text);
    return {std::move(text), std::move(node)};
  }
  const bool list = value.kind == NewValue::Kind::list;
  Written written{list ? "[" : "{", collection_node(value, NodeStyle::flow)};
  std::string separator;
  for (const auto& item : value.items) {
    auto [text, node] = write_inline(item, ScalarContext::flow);
    written.text += std::exchange(separator, ", ") + text;
    written.node.items.push_back(std::move(node));
  }
  for (const auto& [key, entry_value] : value.entries) {
    auto [key_text, key_node] = write_key(key, ScalarContext::flow);
    auto [text, node] = write_inline(entry_value, ScalarContext::flow);
    written.text.append(std::exchange(separator, ", ")).append(key_text).append(": ").append(text);
    written.node.entries.push_back({std::move(key_node), std::move(node)});
  }
  written.text += list ? "]" : "}";
  return written;
}

Written write_item(const NewValue& value, std::size_t column, std::size_t gap, const FileStyle& style) {
  auto written = is_block(value) ? write_block(value, column + 1 + gap, style)
                                 : write_inline(value, ScalarContext::block);
  written.text.insert(0, "-" + std::string(gap, ' '));
  return written;
}

WrittenEntry write_entry(std::string_view key, const NewValue& value, std::size_t column,
                         const FileStyle& style) {
  auto [text, key_node] = write_key(key, ScalarContext::block);
  const bool block = is_block(value);
  const auto inner = column + (value.kind == NewValue::Kind::list ? style.list_step : style.map_step);
  auto written = block ? write_block(value, inner, style) : write_inline(value, ScalarContext::block);
  text += ':' + (block ? style.line_end + std::string(inner, ' ') : " ") + written.text;
  return {std::move(text), {std::move(key_node), std::move(written.node)}};
}

Written write_block(const NewValue& value, std::size_t column, const FileStyle& style) {
  Written written{{}, collection_node(value, NodeStyle::block)};
  const auto next_line = style.line_end + std::string(column, ' ');
  std::string separator;
  for (const auto& item : value.items) {
    auto [text, node] = write_item(item, column, 1, style);
    written.text += std::exchange(separator, next_line) + text;
    written.node.items.push_back(std::move(node));
  }
  for (const auto& [key, entry_value] : value.entries) {
    auto [text, entry] = write_entry(key, entry_value, column, style);
    written.text += std::exchange(separator, next_line) + text;
    written.node.entries.push_back(std::move(entry));
  }
  return written;
}

}  // namespace kam
