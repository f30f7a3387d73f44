#pragma once

#include <string>

#include "kam/git/objects.hpp"
#include "kam/git/repository.hpp"
#include "kam/store/portfolio.hpp"

namespace kam::cli {

// The portfolio as it lies in the commit. Its problems name the files as git does, `HEAD~3:accounts/x.yaml`,
// with `name` for the commit. A commit without kam.yaml there is a problem of the portfolio, too.
Portfolio load_revision(ObjectReader& reader, const Repository& repository, const Commit& commit,
                        const std::string& name);

}  // namespace kam::cli
