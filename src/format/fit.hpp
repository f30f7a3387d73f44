#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "kam/format/assign.hpp"
#include "kam/format/format.hpp"
#include "kam/model/settings.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// `message` with the ids that would be right, where `id` is none of those that `catalogue` has for the
// account whose tree is `root`: its own requirements count.
std::optional<Misfit> check_id(std::string_view id, std::string message, const Node& root,
                               const Settings& settings, Catalogue catalogue);

// The typed `text` as the value that belongs at `key`.
std::variant<NewValue, Misfit> fit_value(std::string_view text, std::string_view key, const Shape& shape,
                                         const Node& root, const Settings& settings);

}  // namespace kam
