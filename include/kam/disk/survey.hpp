#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kam/disk/portfolio.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// A file of a portfolio with all that its reader said, warnings included.
struct SurveyedFile {
  std::string file;          // relative to the portfolio's root: `kam.yaml`, `accounts/weserguss.yaml`
  std::optional<Node> root;  // absent where it is not YAML in kam's profile
  Problems problems;
  std::optional<std::size_t> account;  // its place in the survey's `accounts`, where it reads
};

// Everything that lies in a portfolio, readable or not, with its places. Where kam.yaml has an error, the
// account files are looked at for their YAML only: what it says of scale and catalogues is not known.
struct Survey {
  std::filesystem::path root;
  std::optional<Settings> settings;  // absent where kam.yaml has an error
  std::vector<Account> accounts;     // every readable one, by id; none without settings
  std::vector<SurveyedFile> files;   // kam.yaml, then the account files by id
  // What lies in accounts/ and is not read, hidden files and a README.md but, and a kam.yml beside kam.yaml;
  // sorted, a directory with a slash at its end.
  std::vector<std::string> passed_over;
};

// Throws Error where accounts/ cannot be read; faults of files are their problems.
Survey survey_portfolio(const std::filesystem::path& root, Follow follow = Follow::no,
                        const Progress& progress = {});

}  // namespace kam
