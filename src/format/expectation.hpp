#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "format/values.hpp"
#include "kam/format/format.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// The sentences for what is wrong with the structure of a file: keys, lists and maps.

// Something stands there that is no such thing as the shape asks for: a list for a map, a map for a number.
Fault wrong_kind(const Node& node, const Shape& shape, double scale);

Fault missing_key(const Field& field, bool is_there);
Fault missing_companion(const Field& field);
Fault unknown_key(std::string_view key, std::optional<std::string_view> near);
Fault not_a_year(std::string_view key);
Fault not_ascending(std::string_view key, std::string_view number, double before);

// A list of more or fewer numbers than belong there.
std::optional<Fault> wrong_count(std::string_view key, std::size_t count, const Shape& shape);

// An id that its catalogue lacks, where that makes a rating count for nothing.
std::optional<Fault> unknown_id(std::string_view id, Catalogue catalogue,
                                std::optional<std::string_view> near);

}  // namespace kam
