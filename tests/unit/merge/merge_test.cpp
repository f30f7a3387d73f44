#include <doctest/doctest.h>

#include <string>

#include "kam/merge/merge.hpp"

using namespace kam;

namespace {

struct Row {
  const char* what;
  const char* base;
  const char* ours;
  const char* theirs;
  const char* merged;
};

void check_rows(std::initializer_list<Row> rows) {
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto result = merge_documents({row.base, row.ours, row.theirs});
    CHECK(result.refusal == "");
    CHECK(result.text == row.merged);
    const std::string text = row.merged;
    std::size_t marks = 0;
    for (auto at = text.find("<<<<<<<"); at != std::string::npos; at = text.find("<<<<<<<", at + 1)) ++marks;
    CHECK(result.conflicts == marks);
  }
}

}  // namespace

TEST_CASE("what each side did alone is in the result") {
  check_rows({
      {"neighbouring lines", "a: 1\nb: 2\n", "a: 3\nb: 2\n", "a: 1\nb: 4\n", "a: 3\nb: 4\n"},
      {"the same on both sides", "a: 1\nb: 2\n", "a: 3\nb: 2\n", "a: 3\nb: 4\n", "a: 3\nb: 4\n"},
      {"keys at one place", "a: 1\n", "a: 1\nb: 2\n", "a: 1\nc: 3\n", "a: 1\nb: 2\nc: 3\n"},
      {"facts on one line", "f: {a: 1, b: 2}\n", "f: {a: 3, b: 2}  # new\n", "f: {a: 1, b: 4, c: 5}\n",
       "f: {a: 3, b: 4, c: 5}  # new\n"},
      {"a value and its comment", "a: 1\n", "a: 2\n", "a: 1  # why\n", "a: 2  # why\n"},
      {"texts of a list", "t: [x, y]\n", "t: [x, y, o]\n", "t: [n, x]\n", "t: [n, x, o]\n"},
      {"one took out, the other added", "t: [x, y]\n", "t: [y]\n", "t: [x, y, z]\n", "t: [y, z]\n"},
      {"a first item on both sides", "t: []\n", "t: [o]\n", "t: [n]\n", "t: [o, n]\n"},
      {"a first item in lines and in brackets", "t: []  # none\n", "t:  # none\n  - o\n", "t: [n]  # none\n",
       "t:  # none\n  - o\n  - n\n"},
      {"figures of other years", "f:\n  2024: {r: 1}\n", "f:\n  2024: {r: 1}\n  2025: {r: 2}\n",
       "f:\n  2023: {r: 0}\n  2024: {r: 1}\n", "f:\n  2023: {r: 0}\n  2024: {r: 1}\n  2025: {r: 2}\n"},
      {"quotes on one side, a value on the other", "a: x\nb: y\n", "a: 'x'\nb: y\n", "a: z\nb: y\n",
       "a: z\nb: y\n"},
      {"lines of a text", "n: |\n  one\n  two\n  three\n", "n: |\n  ONE\n  two\n  three\n",
       "n: |  # notes\n  one\n  two\n  THREE\n", "n: |  # notes\n  ONE\n  two\n  THREE\n"},
      {"another indentation on one side", "m:\n  a: 1\n  b: 2\n", "m:\n    a: 1\n    b: 2\n",
       "m:\n  a: 1\n  # c\n  b: 3\n", "m:\n    a: 1\n    # c\n    b: 3\n"},
      {"a comment moved past empty lines on one side, taken out on the other", "a: 1\n# x\n\n\nb: 2\n",
       "a: 1\n\n\n# x\nb: 2\n", "a: 1\n\n\nb: 2\n", "a: 1\n\n\nb: 2\n"},
      {"texts around on one side, between on the other", "t: [a, b, c]\n", "t: [x, a, b, c, y]\n",
       "t: [a, m, b, c]\n", "t: [x, a, m, b, c, y]\n"},
      {"keys around on one side, between on the other", "a: 1\n# b\nb: 2\nc: 3\n",
       "x: 0\na: 1\n# b\nb: 2\nc: 3\ny: 4\n", "a: 1\n# m\nm: 5\n# b\nb: 2\nc: 3\n",
       "x: 0\na: 1\n# m\nm: 5\n# b\nb: 2\nc: 3\ny: 4\n"},
      {"all taken out on one side, a comment on the other", "t: [x]\n", "t: []\n", "t: [x]  # c\n",
       "t: []  # c\n"},
      {"all keys taken out on one side", "f: {a: 1}\n", "f: {}\n", "f: {a: 1}  # c\n", "f: {}  # c\n"},
      {"all taken out on one side, one on the other", "t: [x, y]\n", "t: []\n", "t: [x]\n", "t: []\n"},
      {"all keys taken out on one side, one on the other", "f: {a: 1, b: 2}\n", "f: {}\n", "f: {a: 1}\n",
       "f: {}\n"},
      {"all taken out on one side, one added on the other", "t: [x, y]\n", "t: []\n", "t: [x, y, z]\n",
       "t: [z]\n"},
      {"a first item on both sides, with room around it on one", "t: []\n", "t: [o]\n", "t: [ n ]\n",
       "t: [o, n]\n"},
      {"a first key on both sides", "f: {}\n", "f: {a: 1}\n", "f: {b: 2}\n", "f: {a: 1, b: 2}\n"},
      {"an indentation of one more", "m:\n  a: 1\n  b: 2\n", "m:\n   a: 1\n   b: 2\n",
       "m:\n  a: 1\n  # c\n  b: 3\n", "m:\n   a: 1\n   # c\n   b: 3\n"},
      {"a section in place of its line of the template", "a: 1\n# x\n#b: []\n# y\n#c: []\n# z\nd: 4\n",
       "a: 1\n# x\nb: [o]\n# y\n#c: []\n# z\nd: 4\n", "a: 1\n# x\n#b: []\n# y\nc: [n]\n# z\nd: 4\n",
       "a: 1\n# x\nb: [o]\n# y\nc: [n]\n# z\nd: 4\n"},
      {"the last item on one side, a new one on the other", "t:\n  - x\n", "t: []\n", "t:\n  - x\n  - y\n",
       "t:\n  - y\n"},
      {"moved on one side, changed on the other", "a: 1\nb: 2\nc: 3\n", "c: 3\na: 1\nb: 2\n",
       "a: 1\nb: 5\nc: 4\n", "c: 4\na: 1\nb: 5\n"},
      {"behind ---", "---\na: 1\nb: 2\n...\n", "---\na: 2\nb: 2\n...\n", "---\na: 1\nb: 3\n...\n",
       "---\na: 2\nb: 3\n...\n"},
  });
}

TEST_CASE("items are known by what they are called") {
  check_rows({
      {"changed behind an inserted one",
       "actions:\n  - title: A\n    status: open\n  - title: B\n    status: open\n",
       "actions:\n  - title: New\n    status: open\n  - title: A\n    status: open\n  - title: B\n    "
       "status: open\n",
       "actions:\n  - title: A\n    status: done\n  - title: B\n    status: open\n",
       "actions:\n  - title: New\n    status: open\n  - title: A\n    status: done\n  - title: B\n    "
       "status: open\n"},
      {"appended on both sides, with comments", "actions:\n  - title: A\n",
       "actions:\n  - title: A\n  # ours\n  - title: B\n    due: 2026-01-01\n",
       "actions:\n  - title: A\n\n  # theirs\n  - title: C\n    # inside\n    due: 2026-01-02\n",
       "actions:\n  - title: A\n  # ours\n  - title: B\n    due: 2026-01-01\n\n  # theirs\n  - title: C\n    "
       "# inside\n"
       "    due: 2026-01-02\n"},
      {"the same item on both sides", "actions: []\n", "actions:\n  - title: A\n    due: 2026-01-01\n",
       "actions:\n  - title: A\n    owner: B\n",
       "actions:\n  - title: A\n    due: 2026-01-01\n    owner: B\n"},
      {"a title that was corrected", "actions:\n  - title: Lieferplan erstelen\n    status: open\n",
       "actions:\n  - title: Lieferplan erstellen\n    status: open\n",
       "actions:\n  - title: Lieferplan erstelen\n    status: done\n",
       "actions:\n  - title: Lieferplan erstellen\n    status: done\n"},
      {"a title that was corrected before another item",
       "actions:\n  - title: Lieferplan erstelen\n    status: open\n  - title: B\n",
       "actions:\n  - title: Lieferplan erstellen\n    status: open\n  - title: B\n",
       "actions:\n  - title: Lieferplan erstelen\n    status: done\n  - title: B\n",
       "actions:\n  - title: Lieferplan erstellen\n    status: done\n  - title: B\n"},
      {"a title that was corrected between two items",
       "actions:\n  - title: A\n  - title: Lieferplan erstelen\n    status: open\n  - title: B\n",
       "actions:\n  - title: A\n  - title: Lieferplan erstellen\n    status: open\n  - title: B\n",
       "actions:\n  - title: A\n  - title: Lieferplan erstelen\n    status: done\n  - title: B\n",
       "actions:\n  - title: A\n  - title: Lieferplan erstellen\n    status: done\n  - title: B\n"},
      {"ratings inside one assessment",
       "assessments:\n  - date: 2026-01-01\n    perspective: own\n    ratings:\n      a: {fulfilment: 1}\n",
       "assessments:\n  - date: 2026-01-01\n    perspective: own\n    ratings:\n      a: {fulfilment: 1}\n"
       "      b: {fulfilment: 2}\n",
       "assessments:\n  - date: 2026-01-01\n    perspective: own\n    ratings:\n      a: {fulfilment: 3, "
       "importance: 4}\n",
       "assessments:\n  - date: 2026-01-01\n    perspective: own\n    ratings:\n      a: {fulfilment: 3, "
       "importance: 4}\n"
       "      b: {fulfilment: 2}\n"},
      {"assessments of one day by source", "assessments:\n  - {date: 2026-01-01, perspective: own, by: A}\n",
       "assessments:\n  - {date: 2026-01-01, perspective: own, by: A}\n"
       "  - {date: 2026-01-01, perspective: customer, source: talk}\n",
       "assessments:\n  - {date: 2026-01-01, perspective: own, by: A}\n"
       "  - {date: 2026-01-01, perspective: customer, source: call}\n",
       "assessments:\n  - {date: 2026-01-01, perspective: own, by: A}\n"
       "  - {date: 2026-01-01, perspective: customer, source: talk}\n"
       "  - {date: 2026-01-01, perspective: customer, source: call}\n"},
      {"two items of one name", "contacts:\n  - name: A\n    role: user\n  - name: A\n    role: other\n",
       "contacts:\n  - name: A\n    role: user\n    influence: 3\n  - name: A\n    role: other\n",
       "contacts:\n  - name: A\n    role: user\n  - name: A\n    role: other\n    influence: 5\n",
       "contacts:\n  - name: A\n    role: user\n    influence: 3\n  - name: A\n    role: other\n    "
       "influence: 5\n"},
  });
}

TEST_CASE("a conflict stands around the lines of the fact alone") {
  check_rows({
      {"a value", "a: 1\nb: 2\nc: 3\n", "a: 1\nb: 3\nc: 4\n", "a: 0\nb: 4\nc: 3\n",
       "a: 0\n<<<<<<< ours\nb: 3\n=======\nb: 4\n>>>>>>> theirs\nc: 4\n"},
      {"one of several facts on a line", "f: {a: 1, b: 2}\n", "f: {a: 2, b: 3}\n", "f: {a: 3, b: 2, c: 4}\n",
       "<<<<<<< ours\nf: {a: 2, b: 3, c: 4}\n=======\nf: {a: 3, b: 3, c: 4}\n>>>>>>> theirs\n"},
      {"in an item", "l:\n  - title: A\n    due: 1\n    owner: B\n",
       "l:\n  - title: A\n    due: 2\n    owner: B\n", "l:\n  - title: A\n    due: 3\n    owner: C\n",
       "l:\n  - title: A\n<<<<<<< ours\n    due: 2\n=======\n    due: 3\n>>>>>>> theirs\n    owner: C\n"},
      {"behind a dash", "l:\n  - x: 1\n    y: 1\n  - x: 2\n", "l:\n  - x: 5\n    y: 1\n  - x: 2\n",
       "l:\n  - x: 6\n    y: 1\n  - x: 2\n",
       "l:\n<<<<<<< ours\n  - x: 5\n=======\n  - x: 6\n>>>>>>> theirs\n    y: 1\n  - x: 2\n"},
      {"taken out and changed", "a: 1\nb: 2\nc: 3\n", "a: 1\nc: 3\n", "a: 1\nb: 4\nc: 3\n",
       "a: 1\n<<<<<<< ours\n=======\nb: 4\n>>>>>>> theirs\nc: 3\n"},
      {"an item changed and taken out", "l:\n  - title: A\n    due: 1\n  - title: B\n",
       "l:\n  - title: A\n    due: 2\n  - title: B\n", "l:\n  - title: B\n",
       "l:\n<<<<<<< ours\n  - title: A\n    due: 2\n=======\n>>>>>>> theirs\n  - title: B\n"},
      {"two neighbours corrected, which may be two others",
       "actions:\n  - title: Lieferplan erstelen\n    status: open\n  - title: Besuch plannen\n",
       "actions:\n  - title: Lieferplan erstellen\n    status: open\n  - title: Besuch planen\n",
       "actions:\n  - title: Lieferplan erstelen\n    status: done\n  - title: Besuch plannen\n",
       "actions:\n  - title: Lieferplan erstellen\n    status: open\n  - title: Besuch planen\n<<<<<<< "
       "ours\n=======\n"
       "  - title: Lieferplan erstelen\n    status: done\n>>>>>>> theirs\n"},
      {"an action that both retitled", "actions:\n  - title: A\n    owner: X\n    status: open\n",
       "actions:\n  - title: Entirely new\n    owner: X\n    status: open\n",
       "actions:\n  - title: Something else\n    owner: X\n    status: done\n",
       "actions:\n<<<<<<< ours\n  - title: Entirely new\n=======\n  - title: Something else\n>>>>>>> theirs\n"
       "    owner: X\n    status: done\n"},
      {"one with a title alone, and another behind it", "actions:\n  - title: A\n",
       "actions:\n  - title: First\n  - title: New\n    owner: X\n", "actions:\n  - title: Second\n",
       "actions:\n<<<<<<< ours\n  - title: First\n=======\n  - title: Second\n>>>>>>> theirs\n"
       "  - title: New\n    owner: X\n"},
      {"a contact that both renamed",
       "contacts:\n  - name: B\n  - name: Maren\n    role: user\n    influence: 3\n  - name: C\n",
       "contacts:\n  - name: B\n  - name: Petersen\n    role: user\n    influence: 3\n  - name: C\n",
       "contacts:\n  - name: B\n  - name: Dr. Ole\n    role: user\n    influence: 3\n  - name: C\n",
       "contacts:\n  - name: B\n<<<<<<< ours\n  - name: Petersen\n=======\n  - name: Dr. Ole\n>>>>>>> "
       "theirs\n"
       "    role: user\n    influence: 3\n  - name: C\n"},
      {"two that both retitled", "l:\n  - title: A\n    owner: X\n  - title: B\n    owner: Y\n",
       "l:\n  - title: One\n    owner: X\n  - title: Two\n    owner: Y\n",
       "l:\n  - title: Eins\n    owner: X\n  - title: Zwei\n    owner: Y\n",
       "l:\n<<<<<<< ours\n  - title: One\n=======\n  - title: Eins\n>>>>>>> theirs\n    owner: X\n"
       "<<<<<<< ours\n  - title: Two\n=======\n  - title: Zwei\n>>>>>>> theirs\n    owner: Y\n"},
      {"added differently", "a: 1\n", "a: 1\nb: 2\n", "a: 1\nb: 3\n",
       "a: 1\n<<<<<<< ours\nb: 2\n=======\nb: 3\n>>>>>>> theirs\n"},
      {"numbers of one kind are one fact", "s: [1, 2]\n", "s: [1, 3]\n", "s: [0, 2]\n",
       "<<<<<<< ours\ns: [1, 3]\n=======\ns: [0, 2]\n>>>>>>> theirs\n"},
      {"a line of a text", "n: |\n  one\n  two\n  three\n", "n: |\n  one\n  2\n  three\n  four\n",
       "n: |\n  one\n  II\n  three\n",
       "n: |\n  one\n<<<<<<< ours\n  2\n=======\n  II\n>>>>>>> theirs\n  three\n  four\n"},
      {"comments behind one value", "a: 1\nb: 2\n", "a: 1  # o\nb: 2\n", "a: 1  # n\nb: 3\n",
       "<<<<<<< ours\na: 1  # o\n=======\na: 1  # n\n>>>>>>> theirs\nb: 3\n"},
  });
}

TEST_CASE("what both removed and what each put elsewhere is no new name") {
  check_rows({
      {"others", "l:\n  - title: A\n    owner: X\n    due: 1\n  - title: B\n",
       "l:\n  - title: B\n  - title: One\n    owner: Y\n    due: 2\n",
       "l:\n  - title: B\n  - title: Two\n    owner: Z\n    due: 3\n",
       "l:\n  - title: B\n  - title: One\n    owner: Y\n    due: 2\n  - title: Two\n    owner: Z\n    due: "
       "3\n"},
      {"others in its place", "l:\n  - title: A\n    owner: X\n    due: 1\n  - title: B\n",
       "l:\n  - title: One\n    owner: Y\n    due: 2\n  - title: B\n", "l:\n  - title: B\n",
       "l:\n  - title: One\n    owner: Y\n    due: 2\n  - title: B\n"},
  });
}

TEST_CASE("the version that both sides began with stands between them on request") {
  const MergeMarks marks{"ours", "theirs", 7, "base", ConflictStyle::diff3};
  const auto merged = [&](const char* base, const char* ours, const char* theirs) {
    return merge_documents({base, ours, theirs}, marks).text;
  };
  CHECK(merged("a: 1\n", "a: 2\n", "a: 3\n") ==
        "<<<<<<< ours\na: 2\n||||||| base\na: 1\n=======\na: 3\n>>>>>>> theirs\n");
  CHECK(merged("a: 1\n", "a: 1\nb: 2\n", "a: 1\nb: 3\n") ==
        "a: 1\n<<<<<<< ours\nb: 2\n||||||| base\n=======\nb: 3\n>>>>>>> theirs\n");
  CHECK(merged("l:\n  - x: 1\n    y: 1\n", "l:\n  - x: 5\n    y: 1\n", "l:\n  - x: 6\n    y: 1\n") ==
        "l:\n<<<<<<< ours\n  - x: 5\n||||||| base\n  - x: 1\n=======\n  - x: 6\n>>>>>>> theirs\n    y: 1\n");
  CHECK(merged("n: |\n  one\n  two\n", "n: |\n  one\n  2\n", "n: |\n  one\n  II\n") ==
        "n: |\n  one\n<<<<<<< ours\n  2\n||||||| base\n  two\n=======\n  II\n>>>>>>> theirs\n");
  CHECK(merged("m:\n  a: 1\n", "m: x\n", "m:\n  a: 2\n") ==
        "<<<<<<< ours\nm: x\n||||||| base\nm:\n  a: 1\n=======\nm:\n  a: 2\n>>>>>>> theirs\n");
}

TEST_CASE("marks can be longer and have other names") {
  const auto result = merge_documents({"a: 1\r\n", "a: 2\r\n", "a: 3\r\n"}, {"main", "talk", 9});
  CHECK(result.conflicts == 1);
  CHECK(result.text == "<<<<<<<<< main\r\na: 2\r\n=========\r\na: 3\r\n>>>>>>>>> talk\r\n");
}

TEST_CASE("what cannot be merged fact by fact is refused") {
  const auto refusal = [](const char* base, const char* ours, const char* theirs) {
    const auto result = merge_documents({base, ours, theirs});
    CHECK(result.text == "");
    return result.refusal;
  };
  CHECK(refusal("a: 1\n", "a: [1\n", "a: 2\n").starts_with("our version cannot be read, line 1: "));
  CHECK(refusal("a: 1\n", "a: 2\n", "a: 1\na: 3\n").starts_with("their version cannot be read, line 2: "));
  CHECK(refusal("", "a: 2\n", "a: 3\n") == "the version that both sides began with has no facts");
  CHECK(refusal("{a: 1}\n", "{a: 2}\n", "{a: 1, b: 3}\n") == "the file is written in braces");
  // A comment in what the other side took out: people decide.
  CHECK(refusal("a: 1\nb: 2\n", "a: 1\n", "a: 1\nb: 2  # really?\n") ==
        "the merged text would lose the comment `# really?`");
}
