#pragma once

#include <string>
#include <vector>

#include "cli/context.hpp"
#include "cli/output.hpp"

namespace kam::cli {

// `kam assess ACCOUNT --what-if REQUIREMENT=FULFILMENT…`: the scores as they would be, as text or JSON. Each
// is taken as if the headline's latest assessment had said so: it does not make a stale account fresh. Writes
// nothing.
Exit run_what_if(const std::string& account, const std::vector<std::string>& what_if, Format format,
                 Context& context);

}  // namespace kam::cli
