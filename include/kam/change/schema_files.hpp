#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kam/model/settings.hpp"
#include "kam/text/key_texts.hpp"

namespace kam {

// The schemas that lie in a portfolio for editors: `.kam/portfolio.schema.json`, `.kam/account.schema.json`.
std::string schema_file(FileKind file);

// The comment at the head of a new file by which the YAML language server finds its schema; with line end.
std::string schema_line(FileKind file);

// Brings both to what these settings say, in the portfolio's language; those that do already stay as they
// are. The ones written, as `schema_file` names them.
std::vector<std::string> write_schema_files(const std::filesystem::path& root, const Settings& settings);

}  // namespace kam
