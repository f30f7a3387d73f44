#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kam/disk/portfolio.hpp"
#include "kam/disk/read.hpp"
#include "kam/model/problem.hpp"

namespace kam {

// The files of a portfolio on the disk, before what they say.

inline constexpr std::string_view kSettingsFile = "kam.yaml";
inline constexpr std::string_view kAccountsDirectory = "accounts";
inline constexpr std::string_view kAccountEnding = ".yaml";

// The names of what lies in the portfolio's accounts/, sorted. A portfolio without that directory has none:
// git keeps no empty ones. Throws Error where it cannot be read.
std::vector<std::string> list_accounts_directory(const std::filesystem::path& root);

// Whether a file of that name in accounts/ is read as an account.
bool is_account_name(std::string_view name);

// An account's file, or the problem that keeps it from being read; an id that is none is one, too.
std::variant<std::string, Problem> read_account_file(const std::filesystem::path& root,
                                                     const std::string& id);

// Calls `work` once for each number below `count`, in several threads where that is sooner done.
void share_work(std::size_t count, const std::function<void(std::size_t)>& work, const Progress& progress);

}  // namespace kam
