#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>

#include "check/doubts.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

// The files of accounts that say the same at a key, by what they say; of one that is alone, nothing.
struct SharedKey {
  const char* key;
  std::string Account::*text;
  const char* noun;
  const char* hint;
};

Doubts find_shared(const CheckedPortfolio& portfolio, const SharedKey& shared) {
  std::map<std::string, std::vector<const CheckedFile*>> groups;
  for (const auto& file : portfolio.files) {
    if (!file.account) continue;
    const auto folded = fold_name(portfolio.accounts[*file.account].*shared.text);
    if (!folded.empty()) groups[folded].push_back(&file);
  }
  Doubts doubts;
  for (const auto& [folded, files] : groups) {
    if (files.size() < 2) continue;
    for (const auto* file : files) {
      std::vector<std::string> others;
      for (const auto* other : files)
        if (other != file) others.push_back(other->file);
      doubts.push_back({Trail{shared.key},
                        fmt::format("the {} {} is also that of {}", shared.noun,
                                    portfolio.accounts[*file->account].*shared.text, fmt::join(others, ", ")),
                        shared.hint, file->file});
    }
  }
  return doubts;
}

}  // namespace

Doubts find_duplicate_names(const CheckedPortfolio& portfolio) {
  return find_shared(portfolio, {"name", &Account::name, "name",
                                 "Put the two together, or tell them apart, as by their place."});
}

Doubts find_duplicate_external_ids(const CheckedPortfolio& portfolio) {
  return find_shared(portfolio, {"external_id", &Account::external_id, "external id",
                                 "Correct one of them, or put the two accounts together."});
}

}  // namespace kam
