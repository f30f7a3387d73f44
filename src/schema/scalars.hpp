#pragma once

#include <initializer_list>

#include "kam/document/data.hpp"
#include "kam/format/format.hpp"

namespace kam {

// What a scalar's value may be. An optional one may be null: nothing is said.
enum class Presence { optional, required };

// The keywords for a scalar of that shape: `type`, `enum`, `minimum` …; `scale` is the highest rating.
Data::Record scalar_keywords(const Shape& shape, double scale, Presence presence);

// A value as it stands in a file, as JSON has it: a number where the shape is one.
Data example_value(const Shape& shape, std::string_view text);

// The value of `type`: these, and null where nothing need be said.
Data::List types_of(std::initializer_list<const char*> types, Presence presence);

}  // namespace kam
