#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "disk/held_file.hpp"

namespace kam {

// Files that change places instead of one overwriting the other, so that what somebody saved meanwhile comes
// out. The rule throughout, also for what a killed kam left: a file is taken away only where its bytes are
// those that kam read or wrote, and nobody has it open for writing.

// What kam read and wrote.
struct KnownTexts {
  std::uint64_t old_mark = 0;  // mark_of
  std::uint64_t new_mark = 0;
  std::size_t longest = 0;
};

// A file that was not taken away, under the name that it has now.
using KeptFile = std::optional<std::filesystem::path>;

struct Exchange {
  enum class Outcome {
    done,
    missing,   // nothing is at the target, and `mine` is where it was
    overtaken  // somebody made a new target while its name was free, and `mine` is where it was
  };
  Outcome outcome = Outcome::done;
  KeptFile kept{};
};

// Lets `mine`, whose name says so, and `target` change places: in one step where the file system can, else by
// names one after the other, and the target's is free for a moment. Throws Error with the system's reason.
Exchange exchange(const std::filesystem::path& mine, const std::filesystem::path& target,
                  const KnownTexts& known);

// Undoes an exchange that brought somebody's save to `mine`: it goes to `target`, unless a newer one is
// there.
KeptFile put_back(const std::filesystem::path& mine, const std::filesystem::path& target,
                  const KnownTexts& known);

// Takes `mine` away where the rule allows it; else it is named after `target`, for its user to see.
KeptFile settle(const std::filesystem::path& mine, const std::filesystem::path& target,
                const KnownTexts& known);

// Whether the rule allows to take it away.
bool may_go(HeldFile& file, const KnownTexts& known);
// Whether it holds what kam wrote, and nobody writes to it.
bool is_as_written(HeldFile& file, const KnownTexts& known);

// Moves a file to a name that nobody has; false where somebody has it. Throws Error with the system's reason.
bool move_to_free_name(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace kam
