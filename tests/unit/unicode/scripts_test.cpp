#include "kam/unicode/scripts.hpp"

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

using namespace kam;

TEST_CASE("a word of several scripts is found") {
  struct Row {
    std::string_view name;
    std::string_view word;
    std::string_view scripts;
  };
  for (const auto& row : std::array{
           Row{"Nоrdbank AG", "Nоrdbank", "Latin Cyrillic"},
           Row{"Deutsche Вank", "Вank", "Cyrillic Latin"},
           Row{"ΑCME", "ΑCME", "Greek Latin"},
           Row{"Siemens/Ρayment", "Ρayment", "Greek Latin"},
           Row{"Nо\u200Brdbank", "Nоrdbank", "Latin Cyrillic"},
           Row{"А1b", "А1b", "Cyrillic Latin"},
           Row{"ГАΖПРОМ", "ГАΖПРОМ", "Cyrillic Greek"},
           Row{"한カ", "한カ", "Hangul Katakana"},
       }) {
    CAPTURE(row.name);
    const auto mixed = find_mixed_word(row.name);
    REQUIRE(mixed.has_value());
    CHECK(mixed->word == row.word);
    std::string scripts;
    for (const auto& letter : mixed->scripts) scripts += (scripts.empty() ? "" : " ") + letter.script;
    CHECK(scripts == row.scripts);
  }
  CHECK(find_mixed_word("Nоrdbank")->scripts[1].letter == U'о');
}

TEST_CASE("what is written so is no mix") {
  for (const std::string_view name : {"",
                                      "Große AG & Co. KG",
                                      "Müller-Lüdenscheidt",
                                      "Газпром",
                                      "Gazprom (Газпром)",
                                      "ООО Siemens",
                                      "Gazprom-Газпром",
                                      "トヨタ自動車株式会社",
                                      "日立の家",
                                      "NTTドコモ",
                                      "삼성전자",
                                      "三星電子주식회사",
                                      "中国ㄅ",
                                      "Tシャツ",
                                      "Ελλάδα 2026",
                                      "3M",
                                      "A\u0301e",
                                      "µm",
                                      "𝐀b",
                                      "مصر",
                                      "שלום"}) {
    CAPTURE(name);
    CHECK_FALSE(find_mixed_word(name).has_value());
  }
}

TEST_CASE("what nobody sees is found, but for the joints of emoji") {
  struct Row {
    std::string_view text;
    char32_t found;
  };
  for (const auto& row :
       std::array{Row{"VW\u200B", 0x200B}, Row{"V\u00ADW", 0xAD}, Row{"\uFEFFVW", 0xFEFF},
                  Row{"VW\u034F", 0x34F}, Row{"\u115FVW", 0x115F}, Row{"VW\u3164", 0x3164},
                  Row{"VW\uFE0F", 0xFE0F}, Row{"V\u200DW", 0x200D}, Row{"VW\U000E0041", 0xE0041},
                  Row{"VW\u2060", 0x2060}, Row{"VW\u202E", 0x202E}, Row{"❤\uFE0F\u200B", 0x200B}}) {
    CAPTURE(row.text);
    CHECK(find_invisible(row.text) == row.found);
  }
  for (const std::string_view text :
       {"", "VW", "Große AG", "❤\uFE0F Kunde", "👩\u200D🚀", "👨\u200D👩\u200D👧", "a\u0301"})
    CHECK_FALSE(find_invisible(text).has_value());
}

TEST_CASE("the whole property is ignorable, and nothing beside it") {
  using Codes = std::initializer_list<char32_t>;
  for (const char32_t c :
       Codes{0xAD,   0x34F,  0x61C,   0x115F,  0x1160,  0x17B4,  0x17B5,  0x180B,  0x180E,  0x180F,  0x200B,
             0x200F, 0x202A, 0x202E,  0x2060,  0x2065,  0x206F,  0x3164,  0xFE00,  0xFE0F,  0xFEFF,  0xFFA0,
             0xFFF0, 0xFFF8, 0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0xE0000, 0xE0001, 0xE007F, 0xE01EF, 0xE0FFF})
    CHECK(is_ignorable(c));
  for (const char32_t c : Codes{0x0,    0x20,   0x41,   0xAC,   0xAE,    0x34E,   0x350,   0x115E, 0x1161,
                                0x180A, 0x1810, 0x200A, 0x2010, 0x2029,  0x202F,  0x205F,  0x2070, 0x3163,
                                0xFE10, 0xFEFE, 0xFFA1, 0xFFF9, 0x1BC9F, 0x1D172, 0xDFFFF, 0xE1000})
    CHECK_FALSE(is_ignorable(c));
}
