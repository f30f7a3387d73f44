#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "kam/yaml/lines.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// The words of YAML: where a scalar that starts at a byte ends, and what it says. `text` is in kam's byte
// profile, so a carriage return stands only before a line feed.

struct Quoted {
  std::string value;
  std::size_t end = 0;                    // behind the closing quote
  std::optional<std::size_t> bad_escape;  // the first backslash YAML has no meaning for
};
// `pos` is at the opening quote. Nothing where no closing quote follows.
std::optional<Quoted> scan_single_quoted(std::string_view text, std::size_t pos);
std::optional<Quoted> scan_double_quoted(std::string_view text, std::size_t pos);

// The end of the plain scalar at `pos` that says `value`; nothing where it says something else.
std::optional<std::size_t> scan_plain(std::string_view text, std::size_t pos, std::string_view value);

// The length of `~`, `null`, `Null` or `NULL` at `pos`; else 0.
std::size_t null_word(std::string_view text, std::size_t pos);

struct BlockScalar {
  std::size_t header_end = 0;       // behind `|`, `>` and their signs
  std::size_t explicit_indent = 0;  // the header's digit
  std::size_t indent = 0;           // of the content, in bytes; 0 where there is none
  std::size_t end = 0;              // behind the last line's content; the header's where there is none
  std::string lines;                // the content as literal text without a final line feed
};
// `pos` is at `|` or `>`; `parent_indent` is the column (0-based) of the nearest block collection around it.
BlockScalar scan_block_scalar(std::string_view text, std::size_t pos, std::size_t parent_indent);

// The scalar at `pos` as the parser read it: nothing where the text there does not say `value`. The parser's
// decoding of the escapes \N and \_ is not UTF-8, so theirs is ours.
struct Scalar {
  NodeStyle style = NodeStyle::plain;
  std::string value;
  std::size_t end = 0;
};
std::optional<Scalar> scan_scalar(std::string_view text, std::size_t pos, std::size_t parent_indent,
                                  std::string_view value);

}  // namespace kam
