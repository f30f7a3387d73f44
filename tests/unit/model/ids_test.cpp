#include "kam/model/ids.hpp"

#include <doctest/doctest.h>

using namespace kam;

TEST_CASE("enumerators and ids stand in the same order") {
  CHECK(to_id(Status::former) == "former");
  CHECK(to_id(Language::de) == "de");
  CHECK(to_id(Measure::contribution_margin_ratio) == "contribution_margin_ratio");
  CHECK(to_id(Measure::share_of_wallet) == "share_of_wallet");
  CHECK(to_id(Qualification::regular) == "regular");
  CHECK(to_id(MatrixQuadrant::streamline) == "streamline");
  CHECK(to_id(ImportanceQuadrant::possible_overkill) == "possible_overkill");
  CHECK(to_id(Attitude::opponent) == "opponent");
  CHECK(to_id(ContactRole::other) == "other");
  CHECK(to_id(Abc::c) == "C");
  CHECK(to_id(AgendaKind::annual_talk) == "annual_talk");
  CHECK(to_id(AgendaState::undated) == "undated");
  CHECK(parse_id<Perspective>("own") == Perspective::own);
  CHECK_FALSE(parse_id<Status>("Former").has_value());
}

TEST_CASE("catalogue ids are snake_case") {
  CHECK(is_catalogue_id("spare_parts2"));
  for (const auto* id : {"", "2nd", "Spare", "spare-parts", "_x", "größe"}) CHECK_FALSE(is_catalogue_id(id));
}

TEST_CASE("account ids are safe file names everywhere") {
  CHECK(is_account_id("nordlicht-windkraft"));
  CHECK(is_account_id("3m"));
  CHECK(is_account_id(std::string(64, 'a')));
  CHECK(is_account_id("com10"));
  for (const auto& id : {std::string{}, std::string(65, 'a'), std::string("-a"), std::string("a-"),
                         std::string("a--b"), std::string("A"), std::string("a_b"), std::string("../a"),
                         std::string("con"), std::string("lpt1"), std::string("nul"), std::string("ä")}) {
    CAPTURE(id);
    CHECK_FALSE(is_account_id(id));
  }
}
