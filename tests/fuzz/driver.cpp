// The merge driver with any words on its command line, as a .gitattributes, a path or a label of a stranger's
// may have it. The first byte chooses the versions; then come words with zeros between them, in which the
// bytes 1, 2 and 3 stand for the names of the three versions.

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>

#include "cli/app.hpp"
#include "fuzz.hpp"
#include "scratch.hpp"

using namespace kam;
using namespace kam::fuzz;

namespace {

constexpr std::array kNames{"base", "ours", "theirs"};
using Texts = std::array<std::string, kNames.size()>;

std::string read(const char* name) {
  std::ifstream file(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void write(const char* name, const std::string& text) {
  std::ofstream(name, std::ios::binary) << text;
}

Texts make_texts(std::size_t choice) {
  const std::string head = "kam: 1\nname: Weserguss\nstatus: key_account\n";
  switch (choice) {
    case 0:
      return {head, head + "industry: Guss\n", head + "manager: Petra\n"};
    case 1:
      return {head + "industry: Stahl\n", head + "industry: Guss\n", head + "industry: Eisen\n"};
    case 2:
      return {head, "industry: Guss\r\n" + head, "keine: [YAML\n"};
    default:
      return {"a\n", "a\nb\n", "a\nc\n"};
  }
}

std::vector<std::string> make_words(std::string_view bytes) {
  std::vector<std::string> words{"merge-driver"};
  for (const auto& word : split(bytes, '\0')) {
    auto& made = words.emplace_back();
    for (const char c : word) {
      if (c >= 1 && c <= 3)
        made += kNames.at(static_cast<std::size_t>(c) - 1);
      else
        made += c;
    }
  }
  return words;
}

std::set<std::string> lines_of(const std::string& text) {
  std::set<std::string> lines;
  for (auto line : split(text, '\n')) {
    if (line.ends_with('\r')) line.pop_back();
    if (!line.empty()) lines.insert(std::move(line));
  }
  return lines;
}

// Whether the result has all that one of two sides added to what both began with.
bool holds_both(const std::string& result, const std::string& base, const std::string& ours,
                const std::string& theirs) {
  const auto has = lines_of(result);
  const auto before = lines_of(base);
  for (const auto& side : {lines_of(ours), lines_of(theirs)})
    for (const auto& line : side)
      if (!before.contains(line) && !has.contains(line)) return false;
  return true;
}

// Whether the words name the three versions once each, in git's order: then ours is what is merged.
bool are_in_order(const std::vector<std::string>& words) {
  std::vector<std::string> named;
  for (const auto& word : words)
    if (std::ranges::find(kNames, word) != kNames.end()) named.push_back(word);
  return std::ranges::equal(named, kNames);
}

void judge_merged(const std::vector<std::string>& words, const Texts& before, const Texts& after,
                  std::string_view shown) {
  std::size_t changed = 0;
  bool kept = false;
  for (std::size_t ours = 0; ours < kNames.size(); ++ours) {
    if (after.at(ours) == before.at(ours)) continue;
    ++changed;
    for (const auto& base : before)
      for (const auto& theirs : before)
        kept = kept || holds_both(after.at(ours), base, before.at(ours), theirs);
  }
  require(changed <= 1, "only one version is written", shown);
  require(changed == 0 || kept, "neither side is lost in what is merged", shown);
  if (are_in_order(words))
    require(holds_both(after[1], before[0], before[1], before[2]), "neither side is lost in ours", shown);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Scratch scratch;
  if (size < 2) return 0;
  const auto bytes = as_text(data, size);
  const auto before = make_texts(Choices(bytes).below(4));
  for (std::size_t i = 0; i < kNames.size(); ++i)
    if (read(kNames.at(i)) != before.at(i)) write(kNames.at(i), before.at(i));

  cli::World world;
  const auto words = make_words(bytes.substr(1));
  world.arguments = words;
  cli::Context context;
  const auto status = cli::run(world, context);

  Texts after;
  for (std::size_t i = 0; i < kNames.size(); ++i) after.at(i) = read(kNames.at(i));
  const auto shown = bytes.substr(1);
  if (status == cli::Exit::done || status == cli::Exit::answer_is_no) {
    judge_merged(words, before, after, shown);
    count_accepted();
  } else {
    require(status == cli::Exit::not_merged, "what is not merged is told to git as that", shown);
    require(after == before, "what is not merged is as it was", shown);
  }
  return 0;
}
