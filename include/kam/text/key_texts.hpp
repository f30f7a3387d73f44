#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "kam/model/ids.hpp"

namespace kam {

// What each key of the files is about, for editors that complete and explain them (kam schema).

enum class FileKind { portfolio, account };  // kam.yaml, accounts/ID.yaml

struct KeyText {
  std::string_view title;
  std::string_view description;  // one sentence or two, with full stop
  std::string_view example;      // a value as it stands in a file; of a list one item; empty where none helps
};

// `path`: the keys from the file's root, parted by dots; ids, years and places in lists are left out, as in
// `assessments.ratings.note`. Nothing where there is no such key.
std::optional<KeyText> find_key_text(FileKind file, std::string_view path, Language language);

// Every path that has a text, in the order of the format.
std::span<const std::string_view> key_text_paths(FileKind file);

}  // namespace kam
