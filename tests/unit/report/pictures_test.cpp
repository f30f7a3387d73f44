#include "report/pictures.hpp"

#include "stage.hpp"

using namespace kam;

namespace {

Document pictures_of(const Account& account, Language language = Language::en) {
  const Stage stage({account});
  const View view = stage.view(language);
  Document document;
  add_requirement_pictures(document, account_view(view, 0));
  add_growth_pictures(document, account_view(view, 0));
  return document;
}

}  // namespace

TEST_CASE("an account's pictures stand under their headings, where there is something to draw") {
  Account account = nordlicht();
  const Lines five{"Importance and fulfilment of the requirements", "How we see it, how the customer sees it",
                   "Fulfilment over time", "Influence and attitude", "Potentials by probability"};
  CHECK(headings_of(pictures_of(account)) == five);
  CHECK(pictures_of(account).blocks.size() == 2 * five.size());
  account.assessments.resize(1);
  CHECK(headings_of(pictures_of(account, Language::de)) ==
        Lines{"Wichtigkeit und Erfüllung der Anforderungen", "Einfluss und Einstellung",
              "Potenziale nach Wahrscheinlichkeit"});
}

TEST_CASE("of an account without ratings and people this is said") {
  Account account = named("a", "A");
  const Lines rated{"", "", "## Importance and fulfilment of the requirements", "Nothing rated yet.",
                    "## Influence and attitude"};
  Lines nobody = rated;
  nobody.emplace_back("No people at the customer have been named yet.");
  CHECK(lines_of(pictures_of(account)) == nobody);
  account.contacts = {{"Ute Still", "", {}, {}, Attitude::neutral, ""}, {"Olaf", "", {}, 3, {}, ""}};
  Lines unplaced = rated;
  unplaced.emplace_back("Not placed, since influence or attitude is not known: Ute Still, Olaf.");
  CHECK(lines_of(pictures_of(account)) == unplaced);
}
