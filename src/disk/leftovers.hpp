#pragma once

#include <filesystem>
#include <vector>

namespace kam {

// A save that a killed kam had moved away, and the file beside it to which it belongs.
struct SavedText {
  std::filesystem::path saved;
  std::filesystem::path target;
};

// Takes away what killed writers left in a directory; call it under the lock only. What somebody saved while
// one of them wrote goes back to its place where nothing but that writer's text is there, else it gets a name
// that can be seen and is among those returned.
std::vector<SavedText> remove_leftovers(const std::filesystem::path& directory);

}  // namespace kam
