#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kam {

// The names of files that kam has for a moment beside those that it writes. The name of one that may hold
// what somebody saved says so, for whoever finds it after kam was killed.
struct TemporaryName {
  enum class Kind {
    draft,      // `.kam-PROCESS-NUMBER.tmp`: bytes of kam's alone
    exchanged,  // `.kam-PROCESS-NUMBER-x-OLD-NEW-TARGET.tmp`: it changes places with the target
    taken       // `…-t-…`: the target itself, whose name is free meanwhile
  };
  Kind kind = Kind::draft;
  std::uint64_t old_text = 0;  // the marks of what kam read and of what it writes
  std::uint64_t new_text = 0;
  std::string target;  // the name of the file beside it; empty where that is too long to be in here
};

// What tells one text from another.
std::uint64_t mark_of(std::string_view text);

// A name that no other file of this process has had.
std::string make_temporary_name(const TemporaryName& name);

// What a name says; nothing where it is none of ours, however like it looks.
std::optional<TemporaryName> read_temporary_name(std::string_view text);

}  // namespace kam
