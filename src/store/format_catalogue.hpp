#pragma once

#include "store/format_fields.hpp"

namespace kam {

// The entries of a catalogue, which kam.yaml and an account's own requirements share.

inline constexpr auto kLabelFields = table(text<&OwnLabel::de>("de"), text<&OwnLabel::en>("en"));
inline constexpr Field kLabelShort = text<&OwnLabel::any>("label").field;
inline constexpr RecordOf<OwnLabel> kLabel{{kLabelFields, &kLabelShort}};
inline constexpr auto kEntryFields = table(record<&CatalogueEntry::label>("label", kLabel));
inline constexpr RecordOf<CatalogueEntry> kEntry{{kEntryFields}};

}  // namespace kam
