#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kam {

// Merging sequences: the order of things, and the lines of a text.

// Thrown where a document is beyond what can be merged; `merge_documents` catches it.
struct CannotMerge {
  std::string reason;
};

// What stands in a collection: a child, by its number, or a comment or empty line, by its text's number.
struct Token {
  enum class Kind { child, comment, empty };
  Kind kind = Kind::empty;
  std::size_t id = 0;
  bool operator==(const Token&) const = default;
};

// A token's places in the versions that have it there.
struct Placed {
  Token token;
  std::optional<std::size_t> base;
  std::optional<std::size_t> ours;
  std::optional<std::size_t> theirs;
};

// Everything that either side has and the other did not take out, in an order that keeps what each side
// moved: each kept child once, additions of both sides at one place one after the other. `is_kept` says which
// children stay.
std::vector<Placed> merge_order(std::span<const Token> base, std::span<const Token> ours,
                                std::span<const Token> theirs,
                                const std::function<bool(std::size_t)>& is_kept);

// Lines that both sides have, or that are a conflict between them.
struct MergedLines {
  std::vector<std::string_view> base;
  std::vector<std::string_view> ours;
  std::vector<std::string_view> theirs;
  bool conflict = false;
};
std::vector<MergedLines> merge_lines(std::span<const std::string_view> base,
                                     std::span<const std::string_view> ours,
                                     std::span<const std::string_view> theirs);

}  // namespace kam
