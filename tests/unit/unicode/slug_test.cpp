#include <array>
#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include "kam/model/ids.hpp"
#include "kam/unicode/unicode.hpp"

using namespace kam;

TEST_CASE("an account id from a name") {
  struct Row {
    std::string_view name;
    std::string_view id;
  };
  for (const auto& row : std::array{
           Row{"Nordlicht Windkraft GmbH", "nordlicht-windkraft-gmbh"},
           Row{"Müller & Söhne GmbH", "mueller-soehne-gmbh"},
           Row{"MU\u0308LLER ÖL ÄCKER", "mueller-oel-aecker"},
           Row{"Ærø Straße", "aero-strasse"},
           Row{"GROẞ", "gross"},
           Row{"Société Générale, S.A.", "societe-generale-s-a"},
           Row{"Łódź Đakovo Þór Œuvre", "lodz-dakovo-thor-oeuvre"},
           Row{"Eiðar Ħal Iğdır İzmir Sŋ Ŧ Əli", "eidar-hal-igdir-izmir-sng-t-eli"},
           Row{"Åse Ñandú Çelik Žižka Ǖ Việt", "ase-nandu-celik-zizka-u-viet"},
           Row{"ＡＢＣ ﬁne 4²", "abc-fine-42"},
           Row{"株式会社", ""},
           Row{"株式会社 ABC 日本", "abc"},
           Row{"Газпром", ""},
           Row{"  --A  --  b--  ", "a-b"},
           Row{"3M", "3m"},
           Row{"Kan-code", "kan-code"},
           Row{"a\u0301\u0302", "a"},
           Row{"x\u20DD y", "x-y"},
           Row{"", ""},
           Row{"...", ""},
           Row{"a\xFF"
               "b",
               "a-b"},
           Row{"az09{`/:@[", "az09"},
           Row{"con", "con"},
       })
    CHECK(slug(row.name) == row.id);
}

TEST_CASE("an id is cut at a hyphen to at most 64 characters") {
  const std::string a60(60, 'a');
  CHECK(slug(a60 + "-bcd") == a60 + "-bcd");                  // 64
  CHECK(slug(a60 + "-bcde") == a60);                          // 65
  CHECK(slug(a60 + "-bcd-e") == a60 + "-bcd");                // the hyphen is the 65th
  CHECK(slug(std::string(70, 'a')) == std::string(64, 'a'));  // nowhere to cut
  CHECK(slug(a60 + "-bcd") != a60);
}

TEST_CASE("every id that is not empty has the form of one") {
  for (const auto* name : {"Müller & Söhne", "-x-", "ß", "a--b", "\u0301a", "Ünï \xC3 cödé", "Ω1"}) {
    CAPTURE(name);
    CHECK(is_account_id(slug(name)));
  }
}
