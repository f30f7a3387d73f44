#include "kam/render/diff.hpp"

#include <doctest/doctest.h>

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

}  // namespace

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
