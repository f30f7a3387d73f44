#include <doctest/doctest.h>

#include <fmt/format.h>

#include <functional>
#include <map>
#include <set>

#include "kam/disk/portfolio.hpp"
#include "kam/format/format.hpp"
#include "kam/render/render.hpp"
#include "review_keys.hpp"
#include "stage.hpp"

using namespace kam;

// What of kam.yaml a customer may see, as kam-report(1) lists it.

namespace {

// Every internal text holds `secret`, in some case; every internal number has decimals that no other has.
constexpr std::string_view kSettings = R"(kam: 1
company: open company
language: en
currency: XSC
scale: 7
attractiveness:
  secret_attraction: {weight: 3.171, label: {de: SECRET-a-de, en: SECRET-a-en}}
  secret_revenue: {weight: 2.171, measure: revenue, steps: [1.171, 2.271, 3.371, 4.471, 5.571]}
partnership:
  secret_partner: {weight: 4.171, label: SECRET-p}
collaboration:
  secret_area: {weight: 5.171, label: SECRET-c}
requirements:
  first: {label: {de: open requirement, en: open requirement}}
  second: {label: open second}
  third:
potentials:
  secret_kind:
  labelled: {label: open kind}
offerings:
  secret_offering: {label: SECRET-o}
thresholds:
  abc: [71.171, 91.171]
  bands: [41.171, 67.171]
  key_account: {attractiveness: 61.171, partnership: 51.171}
  matrix: {attractiveness: 52.171, strength: 53.171}
  crosshair: {importance: 3.671, fulfilment: 2.671}
  stale_after_days: 371
)";

constexpr std::string_view kAccount = R"(kam: 1
name: Customer
attractiveness: {secret_attraction: {rating: 3, reason: SECRET-reason}}
partnership: {secret_partner: 2}
collaboration: {secret_area: {intensity: 3}}
offerings: {secret_offering: {current: 1, potential: 2}}
assessments:
  - {date: 2024-01-31, perspective: customer, ratings: {first: {importance: 5, fulfilment: 2}}}
  - {date: 2025-01-31, perspective: customer, ratings: {first: {importance: 5, fulfilment: 6}}}
  - {date: 2025-01-31, perspective: own, ratings: {second: {importance: 5, fulfilment: 6}}}
potentials:
  - {title: open unlabelled, kind: secret_kind}
  - {title: open labelled, kind: labelled}
  - {title: open unknown, kind: secret_unknown}
actions:
  - {title: open action, requirement: second}
)";

const std::vector<std::pair<const char*, std::string (*)(const Document&)>> kFormats{
    {"markdown",
     [](const Document& document) {
       return render_markdown(document, {Pictures::none, {}});
     }},
    {"mermaid",
     [](const Document& document) {
       return render_markdown(document, {Pictures::mermaid, "page"});
     }},
    {"text",
     [](const Document& document) {
       return render_text(document, {std::nullopt, Color::off});
     }},
    {"html", [](const Document& document) {
       std::string text = render_html(document, {HtmlPictures::svg});
       const std::size_t style = text.find("<style>");
       text.erase(style, text.find("</style>") - style);
       return text;
     }}};

}  // namespace

TEST_CASE("what of kam.yaml a customer may see") {
  std::string shared;
  for (const auto& [key, seen] : seen_keys(settings_format()))
    if (seen == Seen::shared) shared += key + "\n";
  CHECK(shared ==
        "company\npotentials.*.label.de\npotentials.*.label.en\nrequirements.*.label.de\n"
        "requirements.*.label.en\nscale\n");
}

TEST_CASE("a review shows of the model what was written for the customer alone") {
  const auto settings = decode_settings(kSettings, "kam.yaml");
  REQUIRE(settings.problems.empty());
  const auto account = decode_account(kAccount, "accounts/a.yaml", "a", settings.settings);
  const Stage stage({account.account}, settings.settings);
  for (const Language language : {Language::de, Language::en}) {
    const Document review = build_review(stage.view(language), 0);
    for (const auto& format : kFormats) {
      const std::string text = format.second(review);
      const std::string name = format.first;
      CAPTURE(name);
      CAPTURE(text);
      for (const char* shared :
           {"open company", "open requirement", "open second", "open kind", "third", "7"})
        CHECK_MESSAGE(text.find(shared) != std::string::npos, shared);
      for (const char* internal : {"secret", "SECRET", "XSC", "171", "271", "371", "671"})
        CHECK_MESSAGE(text.find(internal) == std::string::npos, internal);
    }
  }
}
