#pragma once

#include "kam/document/data.hpp"
#include "kam/model/settings.hpp"
#include "kam/text/key_texts.hpp"

namespace kam {

// JSON Schema (draft-07) of the two kinds of files, for editors and for programs that read them without kam.
// It is made from the tables that decoding reads (format/format.hpp), so that what the one takes the other
// takes. What no schema can say stays with `kam check`: ascending steps, days that no calendar has, the plain
// form of numbers.

// Whether the ids of the settings' catalogues are the only ones, or examples of any.
enum class CatalogueIds { these_only, any };

// Titles and descriptions are in `language`. A key that decoding warns of is an error here, so that an editor
// marks it at once; keys that begin with `x_` are the user's own.
Data build_schema(FileKind file, const Settings& settings, CatalogueIds ids, Language language);

}  // namespace kam
