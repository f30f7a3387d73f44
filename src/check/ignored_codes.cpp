#include <fmt/format.h>

#include "check/doubts.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

constexpr const char* kIgnoreKey = "x_kam_ignore";

// The codes that stand there, each with its place; a single one may stand without brackets. What is no code
// at all, such as a map, is empty.
struct WrittenCode {
  std::string code;
  Trail at;
};
std::vector<WrittenCode> written_codes(const Node& root) {
  const Node* value = root.find(kIgnoreKey);
  if (value == nullptr || value->is_null()) return {};
  if (value->kind != NodeKind::list) return {{value->value, {kIgnoreKey}}};
  std::vector<WrittenCode> codes;
  for (const auto& item : value->items)
    if (!item.is_null()) codes.push_back({item.value, {kIgnoreKey, codes.size()}});
  return codes;
}

std::string unknown_code_hint(const std::string& code) {
  std::vector<std::string_view> known;
  for (const auto& check : checks())
    if (check.severity != Severity::error) known.push_back(check.code);
  const auto near = nearest(code, known);
  return near ? fmt::format("Did you mean {}?", *near) : "`man kam-check` lists the codes.";
}

}  // namespace

std::set<std::string> ignored_codes(const Node& root) {
  std::set<std::string> codes;
  for (auto& written : written_codes(root)) {
    const auto* check = find_check(written.code);
    if (check != nullptr && check->severity != Severity::error) codes.insert(std::move(written.code));
  }
  return codes;
}

Doubts find_unknown_ignored_codes(const CheckedPortfolio& portfolio) {
  Doubts doubts;
  for (const auto& file : portfolio.files) {
    if (file.root == nullptr) continue;
    for (const auto& written : written_codes(*file.root)) {
      const auto* check = find_check(written.code);
      if (written.code.empty())
        doubts.push_back({written.at, "x_kam_ignore is no list of codes",
                          "Write it as in x_kam_ignore: [assessment-stale].", file.file});
      else if (check == nullptr)
        doubts.push_back({written.at,
                          fmt::format("there is no code {} to ignore", cut_to_width(written.code, 40)),
                          unknown_code_hint(written.code), file.file});
      else if (check->severity == Severity::error)
        doubts.push_back({written.at,
                          fmt::format("{} is an error and cannot be ignored in the file", written.code),
                          "Mend what it tells of.", file.file});
    }
  }
  return doubts;
}

}  // namespace kam
