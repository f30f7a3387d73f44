#include "kam/render/diff.hpp"

#include <doctest/doctest.h>

#include <random>
#include <sstream>
#include <string>

using kam::unified_diff;

namespace {

const std::string kHead = "--- a/accounts/a.yaml\n+++ b/accounts/a.yaml\n";

std::string diff(const std::string& before, const std::string& after) {
  return unified_diff(before, after, "accounts/a.yaml");
}

// `1`, `2` … a line each.
std::string numbers(int from, int to) {
  std::string text;
  for (int i = from; i <= to; ++i) text += std::to_string(i) + "\n";
  return text;
}

// What `patch` makes of the text; the diff has no escapes.
std::string patched(const std::string& before, const std::string& diff) {
  std::istringstream old_lines(before);
  std::istringstream lines(diff);
  std::string after;
  std::string line;
  std::string old_line;
  int at = 1;
  const auto take = [&] {
    REQUIRE(std::getline(old_lines, old_line));
    ++at;
    return old_line;
  };
  while (std::getline(lines, line)) {
    if (line.starts_with("---") || line.starts_with("+++")) continue;
    if (line.starts_with("@@")) {
      const auto count = line.substr(0, line.find(" +")).find(",0") != std::string::npos ? 1 : 0;
      const int from = std::stoi(line.substr(4)) + count;
      while (at < from) after += take() + "\n";
    } else {
      if (line[0] != '+') CHECK(take() == line.substr(1));
      if (line[0] != '-') after += line.substr(1) + "\n";
    }
  }
  while (std::getline(old_lines, old_line)) after += old_line + "\n";
  return after;
}

}  // namespace

TEST_CASE("of large texts with many changes the diff is what patch needs, and not much more") {
  std::mt19937 random(1);
  std::string before;
  std::string after;
  int changed = 0;
  for (int i = 0; i < 20'000; ++i) {
    const auto line = i % 3 == 0 ? "- title: " + std::to_string(i) + "\n" : std::string("  status: open\n");
    before += line;
    const auto draw = random() % 10;
    changed += draw < 2;
    if (draw == 0) after += "  owner: " + std::to_string(random() % 50) + "\n";
    if (draw != 1) after += line;
  }
  const auto text = diff(before, after);
  CHECK((patched(before, text) == after));
  int shown = 0;
  std::istringstream lines(text.substr(kHead.size()));
  for (std::string line; std::getline(lines, line);) shown += line[0] == '+' || line[0] == '-';
  CHECK(shown <= changed * 3 / 2);

  const std::string same = "- x\n";  // no line tells where it is
  std::string many;
  for (int i = 0; i < 50'000; ++i) many += same;
  CHECK(diff(many, many + same).size() < 200);
  CHECK(diff("a\n" + many, "b\n" + many + "c\n").size() < 300);
}

TEST_CASE("equal texts have no diff") {
  CHECK(diff("", "").empty());
  CHECK(diff("a\nb\n", "a\nb\n").empty());
  CHECK(diff("a", "a").empty());
}

TEST_CASE("what a terminal would obey is escaped, tabs and line ends are not") {
  CHECK(diff("a: \xe2\x80\xae"
             "b\n",
             "a: \x1b[2J\tb\r\n") ==
        "--- a/accounts/a.yaml\n+++ b/accounts/a.yaml\n@@ -1 +1 @@\n-a: \\u{202e}b\n+a: \\u{1b}[2J\tb\r\n");
  CHECK(diff("a\n", "a\rb") ==
        "--- a/accounts/a.yaml\n+++ b/accounts/a.yaml\n@@ -1 +1 @@\n-a\n+a\\u{d}b\n\\ No newline at end of "
        "file\n");
}

// Each as `diff -u` writes it, but for the two lines of its head.
TEST_CASE("a change with three lines around it") {
  CHECK(diff(numbers(1, 9), numbers(1, 4) + "five\n" + numbers(6, 9)) ==
        kHead + "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  CHECK(diff(numbers(1, 9), numbers(1, 4) + numbers(6, 9)) ==
        kHead + "@@ -2,7 +2,6 @@\n 2\n 3\n 4\n-5\n 6\n 7\n 8\n");
  CHECK(diff(numbers(1, 4) + numbers(6, 9), numbers(1, 9)) ==
        kHead + "@@ -2,6 +2,7 @@\n 2\n 3\n 4\n+5\n 6\n 7\n 8\n");
}

TEST_CASE("changes at the beginning and the end") {
  CHECK(diff(numbers(1, 6), numbers(0, 6)) == kHead + "@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n");
  CHECK(diff(numbers(1, 6), numbers(1, 7)) == kHead + "@@ -4,3 +4,4 @@\n 4\n 5\n 6\n+7\n");
  CHECK(diff(numbers(1, 6), numbers(2, 6)) == kHead + "@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n");
  CHECK(diff("a\n", "b\n") == kHead + "@@ -1 +1 @@\n-a\n+b\n");
}

TEST_CASE("changes far from each other are hunks of their own, near ones share one") {
  CHECK(diff(numbers(1, 20), numbers(1, 1) + "two\n" + numbers(3, 17) + "eighteen\n" + numbers(19, 20)) ==
        kHead +
            "@@ -1,5 +1,5 @@\n 1\n-2\n+two\n 3\n 4\n 5\n"
            "@@ -15,6 +15,6 @@\n 15\n 16\n 17\n-18\n+eighteen\n 19\n 20\n");
  CHECK(diff(numbers(1, 12), numbers(1, 3) + "x\n" + numbers(5, 8) + "y\n" + numbers(10, 12)) ==
        kHead + "@@ -1,12 +1,12 @@\n 1\n 2\n 3\n-4\n+x\n 5\n 6\n 7\n 8\n-9\n+y\n 10\n 11\n 12\n");
}

TEST_CASE("hunks after one that adds or removes lines count on") {
  CHECK(diff(numbers(1, 20), "0\n" + numbers(1, 19)) ==
        kHead + "@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -17,4 +18,3 @@\n 17\n 18\n 19\n-20\n");
}

TEST_CASE("a last line without its line break says so") {
  CHECK(diff("a\nb", "a\nb\n") == kHead + "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n");
  CHECK(diff("a\nb\n", "a\nb") == kHead + "@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n");
  CHECK(diff("a\nb", "x\nb") == kHead + "@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n");
  CHECK(diff("a", "b") ==
        kHead + "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n");
}

TEST_CASE("an empty side is no file") {
  CHECK(diff("", "a\nb\n") == "--- /dev/null\n+++ b/accounts/a.yaml\n@@ -0,0 +1,2 @@\n+a\n+b\n");
  CHECK(diff("", "a\n") == "--- /dev/null\n+++ b/accounts/a.yaml\n@@ -0,0 +1 @@\n+a\n");
  CHECK(diff("a\nb\n", "") == "--- a/accounts/a.yaml\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n");
  CHECK(diff("", "\n") == "--- /dev/null\n+++ b/accounts/a.yaml\n@@ -0,0 +1 @@\n+\n");
}

TEST_CASE("carriage returns and bytes beyond ASCII stay as they are") {
  CHECK(diff("ä\r\nb\r\n", "ä\r\nü\r\n") == kHead + "@@ -1,2 +1,2 @@\n ä\r\n-b\r\n+ü\r\n");
  CHECK(diff("a\r\n", "a\n") == kHead + "@@ -1 +1 @@\n-a\r\n+a\n");
}
