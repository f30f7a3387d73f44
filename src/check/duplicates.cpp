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

// `a, b`, and of many the first few and their number.
std::string others_text(const std::vector<const CheckedFile*>& files, const CheckedFile* file) {
  constexpr std::size_t kFew = 3;
  std::vector<std::string_view> others;
  for (const auto* other : files)
    if (other != file && others.size() < kFew) others.emplace_back(other->file);
  const auto more = files.size() - 1 - others.size();
  return fmt::format("{}{}", fmt::join(others, ", "), more == 0 ? "" : fmt::format(" and {} more", more));
}

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
    for (const auto* file : files)
      doubts.push_back(
          {Trail{shared.key},
           fmt::format("the {} {} is also that of {}", shared.noun,
                       portfolio.accounts[*file->account].*shared.text, others_text(files, file)),
           shared.hint, file->file});
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
