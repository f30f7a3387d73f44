#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kam/yaml/edit.hpp"

namespace kam {

// Whether every YAML 1.1 or 1.2 reader takes `text`, written as it stands, for this text and nothing else.
bool can_be_plain(std::string_view text, ScalarContext context);

// Nothing where `text` needs escapes.
std::optional<std::string> quote_single(std::string_view text);
std::string quote_double(std::string_view text);

// A literal (`|`) or, for a text of one line, folded (`>`) scalar: its header, and its lines without their
// indentation. Nothing where it cannot say `text`.
struct BlockText {
  std::string header;
  std::vector<std::string_view> lines;
};
std::optional<BlockText> to_block_text(std::string_view text, NodeStyle style);

}  // namespace kam
