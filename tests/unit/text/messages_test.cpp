#include "kam/text/messages/inventory.hpp"
#include "kam/text/messages/plan.hpp"

#include <doctest/doctest.h>

#include "kam/text/messages.hpp"

namespace kam {

using sentence::fill;
using sentence::is_sound;
using sentence::named_arguments;

TEST_CASE("a sentence names its arguments") {
  CHECK(named_arguments("") == 0U);
  CHECK(named_arguments("no argument") == 0U);
  CHECK(named_arguments("{0}") == 1U);
  CHECK(named_arguments("{1} before {0}") == 3U);
  CHECK(named_arguments("{2}, {2} and {9}") == (1U << 2 | 1U << 9));
}

TEST_CASE("a brace that stands for nothing is not a sentence") {
  for (const auto* text : {"{", "}", "{}", "{0", "0}", "{0}}", "{{0}", "{a}", "{/}", "{:}", "{10}",
                           "at the end {", "at the end {1"})
    CHECK_MESSAGE(!named_arguments(text).has_value(), text);
}

TEST_CASE("both languages of a sentence must agree") {
  CHECK(is_sound("{0} of {1}", "von {1} sind {0}"));
  CHECK(is_sound("{0} and {0}", "{0}"));
  CHECK(is_sound("none", "keiner"));
  CHECK_FALSE(is_sound("", "leer"));
  CHECK_FALSE(is_sound("empty", ""));
  CHECK_FALSE(is_sound("{0}", "fehlt"));
  CHECK_FALSE(is_sound("missing", "{0}"));
  CHECK_FALSE(is_sound("{0}", "{1}"));
  CHECK_FALSE(is_sound("{", "{"));
  CHECK_FALSE(is_sound("fine", "{0"));
}

TEST_CASE("arguments are counted from 0 without a hole") {
  CHECK_FALSE(is_sound("{1}", "{1}"));
  CHECK_FALSE(is_sound("{0} {2}", "{2} {0}"));
  CHECK(is_sound("{0} {1} {2}", "{2} {1} {0}"));
}

TEST_CASE("arguments are put in") {
  CHECK(fill("plain", {}) == "plain");
  CHECK(fill("{0}", {"a"}) == "a");
  CHECK(fill("<{1}|{0}|{1}>", {"a", "bc"}) == "<bc|a|bc>");
  CHECK(fill("{9}", {"0", "1", "2", "3", "4", "5", "6", "7", "8", "nine"}) == "nine");
  CHECK(fill("ä {0} ö", {"ü"}) == "ä ü ö");
  CHECK(fill("[{0}]", {""}) == "[]");
}

TEST_CASE("what an argument holds is never looked into") {
  CHECK(fill("{0} {1}", {"{1}", "{0}"}) == "{1} {0}");
  CHECK(fill("{0}", {"{"}) == "{");
}

TEST_CASE("an argument that was not given shows") {
  CHECK(fill("{0} {1}", {"a"}) == "a {1}");
  CHECK(fill("{0}", {}) == "{0}");
}

TEST_CASE("say speaks both languages") {
  CHECK(say(msg::as_of_day, Language::de, {"24.11.2026"}) == "Stand 24.11.2026");
  CHECK(say(msg::as_of_day, Language::en, {"24 Nov 2026"}) == "as of 24 Nov 2026");
}

TEST_CASE("one is told from none and from many") {
  constexpr auto kOne = msg::plan_open_action;
  constexpr auto kMany = msg::plan_open_actions;
  for (const auto language : {Language::en, Language::de}) {
    REQUIRE(say(kOne, language, {"1"}) != say(kMany, language, {"1"}));
    CHECK(say_count(kOne, kMany, 1, language) == say(kOne, language, {"1"}));
    for (const long long count : {0LL, 2LL, 11LL, 12345LL, -1LL})
      CHECK(say_count(kOne, kMany, count, language) == say(kMany, language, {std::to_string(count)}));
  }
}

}  // namespace kam
