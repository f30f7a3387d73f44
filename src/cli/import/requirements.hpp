#pragma once

#include "cli/context.hpp"
#include "cli/import/list.hpp"

namespace kam::cli {

// `kam import --requirements`: how requirements are seen, one row a requirement of an account.
Exit run_import_requirements(const ImportRequest& request, const ImportList& list, Context& context);

}  // namespace kam::cli
