#include "render/pages/verbatim.hpp"

#include <doctest/doctest.h>

using namespace kam;
using Lines = std::vector<std::string>;

TEST_CASE("free text in lines") {
  CHECK(verbatim_lines("").empty());
  CHECK(verbatim_lines("\n \n\t\n").empty());
  CHECK(verbatim_lines("one") == Lines{"one"});
  CHECK(verbatim_lines("one\ntwo\n") == Lines{"one", "two"});
  CHECK(verbatim_lines("one\r\ntwo\rthree\r\n") == Lines{"one", "two", "three"});
  CHECK(verbatim_lines("\n\none\n\n\ntwo\n\n") == Lines{"one", "", "", "two"});
  CHECK(verbatim_lines("  indented  \n\ttab") == Lines{"  indented", "    tab"});
  CHECK(verbatim_lines("one\r\r\ntwo") == Lines{"one", "", "two"});
}
