#include <string_view>

#include <doctest/doctest.h>

#include "kam/text/hyphens.hpp"
#include "kam/text/labels.hpp"

using namespace kam;

namespace {

// The longest stretch that a page cannot break, in letters.
std::size_t longest_stretch(std::string_view text) {
  std::size_t longest = 0;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool soft = text.substr(i).starts_with("\u00AD");
    if (soft) ++i;
    if (soft || byte == ' ' || byte == '-' || byte == '/') {
      letters = 0;
      continue;
    }
    if ((byte & 0xC0U) != 0x80U) ++letters;  // no continuation byte
    longest = std::max(longest, letters);
  }
  return longest;
}

}  // namespace

TEST_CASE("German words of the catalogue may be broken at their joints") {
  CHECK(with_soft_hyphens("Deckungsbeitragsquote", Language::de) == "Deckungs\u00ADbeitrags\u00ADquote");
  CHECK(with_soft_hyphens("Deckungsbeitrag", Language::de) == "Deckungs\u00ADbeitrag");
  CHECK(with_soft_hyphens("Gewichtet", Language::de) == "Gewichtet");
  CHECK(with_soft_hyphens("Schlüsselkunden, 2 Standardkunden", Language::de) ==
        "Schlüssel\u00ADkunden, 2 Standard\u00ADkunden");
  CHECK(with_soft_hyphens("", Language::de).empty());
  CHECK(with_soft_hyphens("Deckungsbeitragsquote", Language::en) == "Deckungsbeitragsquote");
}

TEST_CASE("no title of a column is too long for a narrow one") {
  for (const std::string_view field : {"revenue",
                                       "revenue_share",
                                       "revenue_growth",
                                       "contribution_margin",
                                       "contribution_margin_ratio",
                                       "purchasing_volume",
                                       "share_of_wallet",
                                       "attractiveness",
                                       "partnership",
                                       "fulfilment",
                                       "qualification",
                                       "quadrant",
                                       "completeness",
                                       "perception_gap",
                                       "collaboration",
                                       "lost_points",
                                       "expected_value",
                                       "white_space",
                                       "probability",
                                       "owner",
                                       "unit",
                                       "activities",
                                       "best_competitor",
                                       "requirement",
                                       "concentration",
                                       "last_assessed"}) {
    CAPTURE(field);
    const auto label = find_label(Vocabulary::field, field, Language::de);
    REQUIRE_FALSE(label.empty());
    CHECK(longest_stretch(with_soft_hyphens(label, Language::de)) <= 13);
  }
}
