#include "cli/git/git_attributes.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kam::cli;

namespace {

const std::string kComment = "# merged fact by fact; see kam-git-setup(1)\n";
const std::string kLines = "/accounts/*.yaml merge=kam\n/kam.yaml merge=kam\n";

}  // namespace

TEST_CASE("the lines come behind what is there, and go without a trace") {
  for (const std::string text :
       {"", "*.yaml text\n", "*.yaml text\r\n*.pdf binary\r\n", "*.yaml text", "a\r\nb", "\n\n",
        "# mine\n\n*.yaml merge=union\n", "\xEF\xBB\xBF*.yaml text\r\n"}) {
    CAPTURE(text);
    const auto added = add_merge_lines(text);
    CHECK(added.lines.size() == 3);
    CHECK(added.text.starts_with(text));
    CHECK(add_merge_lines(added.text).text == added.text);
    CHECK(add_merge_lines(added.text).lines.empty());
    const auto removed = remove_merge_lines(added.text);
    CHECK(removed.text == text);
    CHECK(removed.lines == added.lines);
    CHECK(remove_merge_lines(text).text == text);
    CHECK(remove_merge_lines(text).lines.empty());
  }
}

TEST_CASE("line ends are the file's") {
  CHECK(add_merge_lines("").text == kComment + kLines);
  CHECK(add_merge_lines("a\n").text == "a\n" + kComment + kLines);
  CHECK(add_merge_lines("a\r\n").text ==
        "a\r\n# merged fact by fact; see kam-git-setup(1)\r\n/accounts/*.yaml merge=kam\r\n/kam.yaml "
        "merge=kam\r\n");
  CHECK(add_merge_lines("a").text ==
        "a\n# merged fact by fact; see kam-git-setup(1)\n/accounts/*.yaml merge=kam\n/kam.yaml merge=kam");
}

TEST_CASE("lines that stand somewhere else are found, and only the missing ones added") {
  CHECK(add_merge_lines(kLines + "a\n").lines.empty());
  const auto change = add_merge_lines(kComment + "/kam.yaml merge=kam\na\n");
  CHECK(change.text == kComment + "/kam.yaml merge=kam\na\n/accounts/*.yaml merge=kam\n");
  CHECK(remove_merge_lines(change.text).text == "a\n");
  CHECK(remove_merge_lines("/kam.yaml merge=other\n").lines.empty());
  const std::string marked = "\xEF\xBB\xBF" + kLines;
  CHECK(add_merge_lines(marked).lines.empty());
  CHECK(line_of_merging(marked) == 1);
  CHECK(remove_merge_lines(marked).text.empty());
  CHECK(remove_merge_lines(marked + "a\n").text ==
        "\xEF\xBB\xBF"
        "a\n");
}
