#pragma once

#include <optional>

#include "fuzz.hpp"
#include "kam/yaml/edit.hpp"

namespace kam::fuzz {

// An edit of a document that the bytes of an input choose: at a value that is there, or beside it.
Edit choose_edit(const Node& root, Choices& choices);

// `text` after edits that were done; one that is refused is left out, and its promises are checked.
std::string edit_by(std::string_view text, Choices& choices, std::size_t most);

// Checks `apply_edits` at one edit; gives the text afterwards, or nothing where it was refused.
std::optional<std::string> check_edit(std::string_view before, const Node& root, const Edit& edit);

}  // namespace kam::fuzz
