#pragma once

#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "cli/assess/write.hpp"
#include "kam/format/assign.hpp"

namespace kam::cli {

// One edit of an account file, planned on the tree that the edits before it left.
using PlanStep = std::function<std::variant<Edit, Misfit>(const Node& tree, const Settings& settings)>;

// Carries all the steps out in the account's file in one write, or none: shows each fact that changed and the
// scores that follow (dry run: and the diff, and writes nothing). Throws UsageError where a step does not fit
// the format. Other accounts' files need not read; nor need this one's, if it reads afterwards.
Exit change_account(const std::string& account, const std::vector<PlanStep>& steps, WriteMode mode,
                    Context& context);

}  // namespace kam::cli
