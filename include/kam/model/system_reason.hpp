#pragma once

#include <string>

namespace kam {

// The reason of a failed call, as the system words it. Throws std::bad_alloc where it is a lack of memory,
// which is no fault of what the call was about and is told as what it is.
std::string system_reason(int error_number);

}  // namespace kam
