#pragma once

#include "format/fields.hpp"

namespace kam {

// The entries of a catalogue, which kam.yaml and an account's own requirements share.

inline constexpr auto kLabelFields =
    table(shared(text<&OwnLabel::de>("de")), shared(text<&OwnLabel::en>("en")));
inline constexpr Field kLabelShort = shared(text<&OwnLabel::any>("label")).field;
inline constexpr RecordOf<OwnLabel> kLabel{{kLabelFields, &kLabelShort}};
inline constexpr auto kEntryFields = table(record<&CatalogueEntry::label>("label", kLabel));
inline constexpr RecordOf<CatalogueEntry> kEntry{{kEntryFields}};

}  // namespace kam
