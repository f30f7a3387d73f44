#pragma once

#include "cli/context.hpp"
#include "cli/import/list.hpp"

namespace kam::cli {

// `kam import --contacts`: a list of the customers' people.
Exit run_import_contacts(const ImportRequest& request, const ImportList& list, Context& context);

}  // namespace kam::cli
