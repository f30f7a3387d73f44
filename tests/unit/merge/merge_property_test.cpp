#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "draws.hpp"
#include "kam/merge/merge.hpp"
#include "kam/yaml/tree.hpp"
#include "merge_random.hpp"

using namespace kam;
using namespace kam::merge_random;

// Nothing of either side is ever dropped: thousands of pairs of edits, with fixed seeds. What a merge has to
// say is found out here in another way than in the program: from a flat list of facts.

namespace {

// Every value and collection by where it stands; items by what they are called.
using Facts = std::map<std::string, std::string>;

std::string item_name(const Node& item) {
  if (item.kind == NodeKind::scalar) return item.value;
  std::string name;
  for (const auto* const key : {"name", "title", "date", "perspective", "source"})
    if (const auto* const value = item.find(key)) name += value->value + "|";
  return name;
}

void collect(const Node& node, const std::string& path, Facts& facts) {
  facts[path] = node.kind == NodeKind::scalar ? node.value : "";
  for (const auto& [key, value] : node.entries) collect(value, path + "/" + key.value, facts);
  std::map<std::string, int> met;
  for (const auto& item : node.items) {
    const auto name = item_name(item);
    collect(item, path + "/[" + name + "#" + std::to_string(met[name]++) + "]", facts);
  }
}

Facts facts_of(const std::string& text) {
  const auto tree = parse_tree(text, {});
  REQUIRE_MESSAGE(tree.root, text);
  Facts facts;
  collect(*tree.root, "", facts);
  return facts;
}

const std::string* find(const Facts& facts, const std::string& path) {
  const auto found = facts.find(path);
  return found == facts.end() ? nullptr : &found->second;
}

bool same(const std::string* a, const std::string* b) {
  return (a == nullptr) == (b == nullptr) && (a == nullptr || *a == *b);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t start = 0;
  for (auto end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
    lines.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  if (start < text.size()) lines.push_back(text.substr(start));
  return lines;
}

enum class Side { ours, theirs };

// The text with every conflict resolved for one side.
std::string resolve(const std::string& text, Side side) {
  std::string resolved;
  bool ours = true;
  bool theirs = true;
  for (const auto& line : lines_of(text)) {
    if (line == "<<<<<<< ours") {
      theirs = false;
    } else if (line == "=======") {
      ours = false;
      theirs = true;
    } else if (line == ">>>>>>> theirs") {
      ours = true;
    } else if (side == Side::ours ? ours : theirs) {
      resolved += line + "\n";
    }
  }
  return resolved;
}

// Whether something at or below `path` is not as it was.
bool is_changed(const Facts& base, const Facts& side, const std::string& path) {
  const auto below = [&](const Facts& facts) {
    Facts part;
    for (auto fact = facts.lower_bound(path); fact != facts.end() && fact->first.starts_with(path); ++fact)
      if (fact->first.size() == path.size() || fact->first[path.size()] == '/') part.insert(*fact);
    return part;
  };
  return below(base) != below(side);
}

struct Case {
  Facts base;
  Facts ours;
  Facts theirs;
};

// Where one side took out something that holds `path` and the other changed something in it.
const Facts* find_keeper(const Case& facts, const std::string& path) {
  for (auto end = path.find('/', 1);; end = path.find('/', end + 1)) {
    const auto prefix = path.substr(0, end);
    const auto* const ours = find(facts.ours, prefix);
    const auto* const theirs = find(facts.theirs, prefix);
    if (find(facts.base, prefix) != nullptr && (ours == nullptr) != (theirs == nullptr)) {
      const auto& keeper = ours == nullptr ? facts.theirs : facts.ours;
      return is_changed(facts.base, keeper, prefix) ? &keeper : nullptr;
    }
    if (end == std::string::npos) return nullptr;
  }
}

void check_facts(const Case& facts, const Facts& for_ours, const Facts& for_theirs) {
  std::set<std::string> paths;
  for (const auto* version : {&facts.base, &facts.ours, &facts.theirs, &for_ours, &for_theirs})
    for (const auto& [path, value] : *version) paths.insert(path);
  for (const auto& path : paths) {
    if (path == "/notes") continue;  // merged line by line
    CAPTURE(path);
    const auto* const base = find(facts.base, path);
    const auto* const ours = find(facts.ours, path);
    const auto* const theirs = find(facts.theirs, path);
    const auto* expected_for_ours = same(ours, base) ? theirs : ours;
    const auto* expected_for_theirs = same(theirs, base) ? ours : theirs;
    if (const auto* const keeper = find_keeper(facts, path)) {
      expected_for_ours = keeper == &facts.ours ? ours : nullptr;
      expected_for_theirs = keeper == &facts.theirs ? theirs : nullptr;
    }
    CHECK(same(find(for_ours, path), expected_for_ours));
    CHECK(same(find(for_theirs, path), expected_for_theirs));
  }
}

// The texts that only a side has: each bears its name.
void check_texts(const std::string& side, std::string_view who, const std::string& result) {
  for (const auto& line : lines_of(side)) {
    const auto comment = line.find("# by " + std::string(who));
    if (comment != std::string::npos)
      CHECK_MESSAGE(result.find(line.substr(comment)) != std::string::npos, line);
    if (line.find("noted by " + std::string(who)) != std::string::npos)
      CHECK_MESSAGE(result.find(line) != std::string::npos, line);
  }
}

// Lines that neither side has come only of merging what stands in one.
void check_lines(const std::string& ours, const std::string& theirs, const std::string& result) {
  const auto our_lines = lines_of(ours);
  const auto their_lines = lines_of(theirs);
  for (const auto& line : lines_of(result)) {
    const bool known = std::ranges::find(our_lines, line) != our_lines.end() ||
                       std::ranges::find(their_lines, line) != their_lines.end();
    if (!known && line.find_first_of("{[#'") == std::string::npos) {
      const bool dash = line.find("- ") != std::string::npos || line.find("  ") == 0;  // took another's place
      CHECK_MESSAGE(dash, line);
    }
  }
}

}  // namespace

namespace {

// How a merge went.
enum class Outcome { clean, contested, refused };

Outcome check_merge(const std::string& base, const std::string& ours, const std::string& theirs) {
  const auto result = merge_documents({base, ours, theirs});
  CAPTURE(base);
  CAPTURE(ours);
  CAPTURE(theirs);
  CAPTURE(result.text);
  if (!result.refusal.empty()) {  // a comment was put into what the other side took out
    CHECK(result.refusal.starts_with("the merged text would lose the comment"));
    return Outcome::refused;
  }
  const Case facts{facts_of(base), facts_of(ours), facts_of(theirs)};
  const auto for_ours = facts_of(resolve(result.text, Side::ours));
  check_facts(facts, for_ours,
              result.conflicts == 0 ? for_ours : facts_of(resolve(result.text, Side::theirs)));
  check_texts(ours, "ours", result.text);
  check_texts(theirs, "theirs", result.text);
  if (result.conflicts == 0) check_lines(ours, theirs, result.text);
  return result.conflicts == 0 ? Outcome::clean : Outcome::contested;
}

std::vector<std::string> edit_several(Random& random, const std::string& text, std::string_view who) {
  std::vector<std::string> edited;
  for (int i = 0; i < 3; ++i) edited.push_back(edit_account(random, text, who));
  return edited;
}

}  // namespace

TEST_CASE("merging drops nothing of either side") {
  std::map<Outcome, int> outcomes;
  constexpr int kDocuments = static_cast<int>(draws(300));  // some nine pairs of edits each
  for (unsigned seed = 0; seed < kDocuments; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const auto base = make_account(random);
    const auto common = random.chance(25) ? edit_account(random, base, "both") : base;
    const auto all_theirs = edit_several(random, common, "theirs");
    for (const auto& ours : edit_several(random, common, "ours"))
      for (const auto& theirs : all_theirs) ++outcomes[check_merge(base, ours, theirs)];
  }
  CHECK(outcomes[Outcome::clean] > kDocuments * 7);
  CHECK(outcomes[Outcome::contested] > kDocuments / 3);
  CHECK(outcomes[Outcome::refused] < kDocuments / 6);
}

TEST_CASE("a merge with a version that did not change is the other one, byte for byte") {
  for (unsigned seed = 1000; seed < 1000 + draws(40); ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const auto base = make_account(random);
    const auto changed = edit_account(random, base, "ours");
    for (const auto& result : {merge_documents({base, changed, base}), merge_documents({base, base, changed}),
                               merge_documents({base, changed, changed})}) {
      CHECK(result.text == changed);
      CHECK(result.conflicts == 0);
    }
  }
}

TEST_CASE("it does not matter for the facts which side is ours") {
  for (unsigned seed = 2000; seed < 2000 + draws(200); ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const auto base = make_account(random);
    const auto ours = edit_account(random, base, "ours");
    const auto theirs = edit_account(random, base, "theirs");
    const auto result = merge_documents({base, ours, theirs});
    const auto swapped = merge_documents({base, theirs, ours});
    CHECK(result.conflicts == swapped.conflicts);
    CHECK(result.refusal.empty() == swapped.refusal.empty());
    if (!result.refusal.empty()) continue;
    auto facts = facts_of(resolve(result.text, Side::ours));
    auto swapped_facts = facts_of(resolve(swapped.text, Side::theirs));
    facts.erase("/notes");  // lines that both added stand in the order of the sides
    swapped_facts.erase("/notes");
    CHECK(facts == swapped_facts);
  }
}

TEST_CASE("line ends, the byte-order mark and an open last line stay as they are") {
  const auto with_returns = [](const std::string& text) {
    std::string changed = "\xEF\xBB\xBF";
    for (const char c : text) {
      if (c == '\n') changed += '\r';
      changed += c;
    }
    return changed;
  };
  for (unsigned seed = 3000; seed < 3000 + draws(40); ++seed) {
    CAPTURE(seed);
    Random random(seed);
    const auto base = make_account(random);
    const auto ours = edit_account(random, base, "ours");
    const auto theirs = edit_account(random, base, "theirs");
    const auto result = merge_documents({base, ours, theirs});
    const auto returned = merge_documents({with_returns(base), with_returns(ours), with_returns(theirs)});
    CHECK(returned.refusal == result.refusal);
    if (result.refusal.empty()) CHECK(returned.text == with_returns(result.text));
    // Where only one side came with other line ends, the result has these.
    const auto changed = merge_documents({base, with_returns(ours), theirs});
    if (result.refusal.empty()) CHECK(changed.text == with_returns(result.text));
  }
}
