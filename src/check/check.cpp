#include "kam/check/check.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "check/doubts.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

using PlacesByFile = std::map<std::string_view, Places>;

// What the readers said. `unknown-criterion` and the like are warnings to them, since they can read on.
Problems reader_problems(const CheckedPortfolio& portfolio) {
  Problems problems;
  for (const auto& file : portfolio.files)
    for (auto problem : file.problems) {
      if (const auto* check = find_check(problem.code)) problem.severity = check->severity;
      problems.push_back(std::move(problem));
    }
  return problems;
}

// What is known of a finding whose place nobody has said.
Doubts tell_by_title(const Check& check, const AccountSubject& subject) {
  std::string message(check.title);
  message.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(message.front())));
  return Doubts(findings_of(subject, *check.finding).size(), Doubt{{}, message, {}});
}

Doubts find_doubts(const Check& check, const CheckedPortfolio& portfolio) {
  Doubts doubts;
  if (check.in_portfolio != nullptr) doubts = check.in_portfolio(portfolio);
  if (check.in_account == nullptr && !check.finding) return doubts;
  for (const auto& file : portfolio.files) {
    if (!file.account) continue;
    const AccountSubject subject{portfolio.accounts[*file.account], portfolio.scores.accounts[*file.account],
                                 *portfolio.settings, portfolio.as_of};
    auto found = check.in_account != nullptr ? check.in_account(subject) : tell_by_title(check, subject);
    for (auto& doubt : found) {
      doubt.file = file.file;
      doubts.push_back(std::move(doubt));
    }
  }
  return doubts;
}

Problem to_problem(const Check& check, Doubt doubt, PlacesByFile& files) {
  Problem problem{
      std::move(doubt.file), 0, 0, check.severity, std::string(check.code), std::move(doubt.message),
      std::move(doubt.hint)};
  const auto file = files.find(problem.file);
  if (!doubt.at || file == files.end()) return problem;
  const auto place = file->second.find(*doubt.at);
  problem.line = place.line;
  problem.column = place.column;
  return problem;
}

// Takes out what the files silence.
void drop_ignored(Problems& problems, const CheckedPortfolio& portfolio) {
  std::map<std::string_view, std::set<std::string>> ignored;
  for (const auto& file : portfolio.files)
    if (file.root != nullptr) ignored[file.file] = ignored_codes(*file.root);
  std::erase_if(problems, [&](const Problem& problem) {
    const auto codes = ignored.find(problem.file);
    return problem.severity != Severity::error && codes != ignored.end() &&
           codes->second.contains(problem.code);
  });
}

bool is_collection(const Node& node) {
  return node.kind == NodeKind::list || node.kind == NodeKind::map;
}

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

Problems check_portfolio(const CheckedPortfolio& portfolio) {
  auto problems = reader_problems(portfolio);
  PlacesByFile files;
  for (const auto& file : portfolio.files)
    if (file.root != nullptr) files.emplace(file.file, Places(*file.root));
  for (const auto& check : checks())
    for (auto& doubt : find_doubts(check, portfolio))
      problems.push_back(to_problem(check, std::move(doubt), files));
  drop_ignored(problems, portfolio);
  std::ranges::stable_sort(problems, {}, [](const Problem& problem) {
    return std::tie(problem.file, problem.line, problem.column);
  });
  return problems;
}

// An item as the model counts them: empty ones are left out.
const Node* Places::find_item(const Node& list, std::size_t index) {
  auto& items = items_[&list];
  if (items.empty())
    for (const auto& item : list.items)
      if (!item.is_null()) items.push_back(&item);
  return index < items.size() ? items[index] : nullptr;
}

Place Places::find(const Trail& trail) {
  const Node* node = &root_;
  Place place = root_.entries.empty() ? root_.place : root_.entries.front().key.place;
  for (const auto& step : trail) {
    if (const auto* key = std::get_if<std::string>(&step)) {
      const auto* entry = node->find_entry(*key);
      if (entry == nullptr) return place;
      node = &entry->value;
      place = is_collection(*node) || node->is_null() ? entry->key.place : node->place;
    } else {
      node = find_item(*node, std::get<std::size_t>(step));
      if (node == nullptr) return place;
      place = node->place;
    }
  }
  return place;
}

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
