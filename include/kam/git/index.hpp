#pragma once

#include <vector>

#include "kam/git/objects.hpp"

namespace kam {

// The files of the portfolio that git's index has and the working tree has not, since a sparse checkout
// leaves them out: nobody removed them. By name.
std::vector<CommittedFile> list_not_checked_out(const Repository& repository);

}  // namespace kam
