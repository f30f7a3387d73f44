#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include "kam/unicode/unicode.hpp"

using namespace kam;

namespace {

std::string near(std::string_view word, const std::vector<std::string>& candidates) {
  return nearest(word, candidates).value_or("nothing");
}

}  // namespace

TEST_CASE("a mistyped word finds the one meant") {
  const std::vector<std::string> commands{"init", "add-account", "inventory", "assess", "report", "import"};
  CHECK(near("inventroy", commands) == "inventory");  // a swap
  CHECK(near("inventor", commands) == "inventory");   // one missing
  CHECK(near("asssess", commands) == "assess");       // one too many
  CHECK(near("raport", commands) == "report");        // one wrong
  CHECK(near("assess", commands) == "assess");
  CHECK(near("addaccount", commands) == "add-account");
  CHECK(near("delete", commands) == "nothing");
  CHECK(near("", commands) == "nothing");
  CHECK(near("word", {}) == "nothing");
}

TEST_CASE("a third of the longer one may differ, and at least one letter") {
  CHECK(near("abcdef", {"abcdxy"}) == "abcdxy");           // 2 of 6
  CHECK(near("abcdef", {"abcxyz"}) == "nothing");          // 3 of 6
  CHECK(near("abcde", {"abcxy"}) == "nothing");            // 2 of 5
  CHECK(near("abcd", {"abcdef"}) == "abcdef");             // the longer has six
  CHECK(near("abcdef", {"abcd"}) == "abcd");               // either way round
  CHECK(near("ab", {"ax"}) == "ax");                       // 1 of 2
  CHECK(near("ab", {"xy"}) == "nothing");                  // 2 of 2
  CHECK(near("abcdefghi", {"abcdefxyz"}) == "abcdefxyz");  // 3 of 9
}

TEST_CASE("the nearest wins, the first of equals") {
  CHECK(near("reprot", {"repro", "report"}) == "repro");
  CHECK(near("naem", {"game", "name"}) == "name");
  CHECK(near("cat", {"bat", "hat"}) == "bat");
  CHECK(near("cat", {"bat", "cat", "hat"}) == "cat");
}

TEST_CASE("a swap counts one, at the word's start and end too") {
  CHECK(near("ba", {"ab"}) == "ab");
  CHECK(near("bac", {"abc"}) == "abc");
  CHECK(near("acb", {"abc"}) == "abc");
  CHECK(near("cba", {"abc"}) == "nothing");
  CHECK(near("badc", {"abcd"}) == "nothing");  // two swaps of four letters
}

TEST_CASE("letters count, not bytes") {
  CHECK(near("müde", {"möde"}) == "möde");
  CHECK(near("株", {"式"}) == "式");
}

TEST_CASE("candidates may be views") {
  constexpr std::array<std::string_view, 2> kWords{"revenue", "reference"};
  CHECK(nearest("revenu", kWords) == "revenue");
  CHECK_FALSE(nearest("xyz", kWords).has_value());
}

TEST_CASE("a text of more than 128 letters is near to none") {
  const std::string word(128, 'x');
  CHECK(nearest(word.substr(1), std::vector{word}) == word);
  CHECK_FALSE(nearest(word + "x", std::vector{word}).has_value());
  CHECK_FALSE(nearest(word, std::vector{word + "x"}).has_value());
  CHECK_FALSE(nearest(std::string(10'000'000, 'x'), std::vector{std::string(10'000'000, 'y')}).has_value());
}

TEST_CASE("of many mistyped words the first hundred different ones get a suggestion") {
  Suggestions suggestions({"flexibility", "price"});
  for (int round = 0; round < 2; ++round)
    for (std::size_t i = 0; i < Suggestions::kMost; ++i)
      CHECK(suggestions.find("flexibility" + std::to_string(i)) == "flexibility");
  CHECK_FALSE(suggestions.find("flexibilty").has_value());
  CHECK(suggestions.find("flexibility7") == "flexibility");
}
