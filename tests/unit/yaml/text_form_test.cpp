#include "kam/yaml/text_form.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace kam;

TEST_CASE("a text is what is left without carriage returns and byte-order mark") {
  CHECK(plain_text("\xEF\xBB\xBF"
                   "a\r\nb\r\n") == "a\nb\n");
  CHECK(plain_text("a\r\nb\nc\r") == "a\nb\nc\r");
  CHECK(plain_text("a\xEF\xBB\xBF\n") == "a\xEF\xBB\xBF\n");
  CHECK(plain_text("").empty());
}

TEST_CASE("bytes of one form come back from their text") {
  for (const std::string bytes : {"", "a", "a\n", "\n\n", "a\r\nb", "\r\n", "\xEF\xBB\xBF",
                                  "\xEF\xBB\xBF"
                                  "a\nb\n",
                                  "\xEF\xBB\xBF"
                                  "a\r\n\r\n"}) {
    CAPTURE(bytes);
    CHECK(in_form(form_of(bytes), plain_text(bytes)) == bytes);
  }
}

TEST_CASE("line ends of both kinds are mixed, and come back as line feeds") {
  using LineEnds = TextForm::LineEnds;
  CHECK(form_of("a\nb\n").ends == LineEnds::lf);
  CHECK(form_of("a\r\nb\r\nc").ends == LineEnds::crlf);
  CHECK(form_of("a\r\nb\n").ends == LineEnds::mixed);
  CHECK(form_of("a\r").ends == LineEnds::lf);
  CHECK(in_form(form_of("a\r\nb\n"), "a\nc\n") == "a\nc\n");
}
