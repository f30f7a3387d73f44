#include "merge/pick.hpp"

#include "merge/parts.hpp"

namespace kam {

std::optional<std::string> agree(const std::string* base, const std::string& ours,
                                 const std::string& theirs) {
  if (ours == theirs || (base != nullptr && theirs == *base)) return ours;
  if (base != nullptr && ours == *base) return theirs;
  if (trimmed(ours) == trimmed(theirs)) return ours;
  if (base != nullptr && trimmed(ours) == trimmed(*base)) return theirs;
  if (base != nullptr && trimmed(theirs) == trimmed(*base)) return ours;
  if (trimmed(ours).empty() && base == nullptr) return theirs;
  if (trimmed(theirs).empty() && base == nullptr) return ours;
  return std::nullopt;
}

}  // namespace kam
