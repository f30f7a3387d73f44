#include "kam/yaml/date_mend.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kam;

TEST_CASE("a day written in another way is told how to be written here") {
  struct {
    std::string text;
    std::string hint;
  } const table[] = {
      {"31.03.2026", "Write 2026-03-31."},
      {"1.3.2026", "Write 2026-03-01."},
      {"2026/03/31", "Write 2026-03-31."},
      {"2026.3.1", "Write 2026-03-01."},
      {"2026-3-1", "Write 2026-03-01."},
      {"2026-03-31T10:00:00Z", "Write 2026-03-31."},
      {"2026-03-31 10:00", "Write 2026-03-31."},
      {"2026-02-30", "That month runs from 2026-02-01 to 2026-02-28."},
      {"2024-02-30", "That month runs from 2024-02-01 to 2024-02-29."},
      {"2026-04-31", "That month runs from 2026-04-01 to 2026-04-30."},
      {"2026-13-01", "Months run from 01 to 12."},
      {"2026-00-10", "Months run from 01 to 12."},
  };
  for (const auto& row : table) {
    CAPTURE(row.text);
    CHECK(date_mend(row.text) == row.hint);
  }
}

TEST_CASE("no day is guessed") {
  for (const std::string text :
       {"", "soon", "2026", "2026-03", "03/31/2026", "31.03.26", "30.02.2026", "2026-03-31X1", "a.b.2026",
        "..2026", "1.2.3.2026", "2026-02-30T10:00", "Q3 2026", "31-03-2026"}) {
    CAPTURE(text);
    CHECK(date_mend(text).empty());
  }
}

TEST_CASE("the form of a date") {
  CHECK(has_date_form("2026-02-30"));
  for (const std::string text :
       {"2026-2-30", "2026/02/30", "2026-02/30", "202X-02-30", "2026-02-30 ", "26-02-30", ""}) {
    CAPTURE(text);
    CHECK_FALSE(has_date_form(text));
  }
}
