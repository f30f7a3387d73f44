#pragma once

#include <functional>
#include <map>
#include <string>

#include "kam/format/format.hpp"

namespace kam {

// What of a file its customer may see, in the agenda of the annual talk, as the format's table says.
enum class Seen {
  shared,    // stands in a review, or may
  internal,  // must never
  framed     // a word of a closed list, or the file's own number, that others have too: its labels are looked
             // for
};

using SeenKeys = std::map<std::string, Seen, std::less<>>;

// The keys of the record and of those in it by their path; `*` stands for an id or a year, `[]` for an item
// of a list. Keys of assessments are those of the customer's view; all of our own view is internal.
inline void collect_seen(SeenKeys& keys, const Record& record, const std::string& path = {},
                         Audience above = Audience::customer) {
  for (const Field& field : record.fields) {
    const auto key = path + std::string(field.key);
    const auto kind = field.shape.kind;
    const auto audience = above == Audience::us ? above : field.audience;
    if (field.shape.record != nullptr) {
      const auto* const sign = kind == ShapeKind::records ? "[]." : kind == ShapeKind::record ? "." : ".*.";
      collect_seen(keys, *field.shape.record, key + sign, audience);
    } else if (audience == Audience::customer) {
      keys[key] = Seen::shared;
    } else {
      const bool is_word = kind == ShapeKind::choice || kind == ShapeKind::format_number;
      keys[key] = is_word ? Seen::framed : Seen::internal;
    }
  }
}

inline SeenKeys seen_keys(const Record& record) {
  SeenKeys keys;
  collect_seen(keys, record);
  return keys;
}

}  // namespace kam
