#include <array>

#include "text/label_table.hpp"

namespace kam::label_table {

namespace {

constexpr auto kAttractiveness = std::to_array<Label>({
    {"revenue", "Revenue with us", "Umsatz mit uns"},
    {"contribution_margin", "Contribution margin", "Deckungsbeitrag"},
    {"growth", "Growth of our revenue with it", "Wachstum unseres Umsatzes"},
    {"reference", "Value as a reference", "Wert als Referenz"},
    {"technology_partner", "Technology know-how we gain", "Technologiepartner mit besonderem Know-how"},
    {"innovation_leader", "Innovation leader with demanding requirements",
     "Innovationsführer mit besonderen Anforderungen"},
    {"industry_pioneer", "Pioneer of its industry", "Vorreiter der Branche"},
    {"differentiation", "Its demands set us apart with others", "Profilierung gegenüber anderen Kunden"},
});

constexpr auto kPartnership = std::to_array<Label>({
    {"collaboration_potential", "How much close collaboration is possible?",
     "Wie viel enge Zusammenarbeit ist möglich?"},
    {"partner_acceptance", "How far does it accept us as a partner?",
     "Wie weit akzeptiert uns der Kunde als Partner?"},
    {"strategic_relevance", "How important are we to its strategy?",
     "Wie wichtig sind wir für die Strategie des Kunden?"},
});

constexpr auto kCollaboration = std::to_array<Label>({
    {"product_development", "Product development", "Produktentwicklung"},
    {"logistics", "Logistics", "Logistik"},
    {"quality_management", "Quality management", "Qualitätsmanagement"},
    {"marketing", "Marketing", "Marketing"},
    {"sales", "Sales", "Vertrieb"},
});

// Said by the customer of us, its supplier: the sheet goes to it as it stands.
constexpr auto kRequirements = std::to_array<Label>({
    {"delivered_quality", "Delivers the agreed quality", "Liefert die vereinbarte Qualität"},
    {"delivery_on_time", "Delivers on time", "Liefert pünktlich"},
    {"acceptable_price", "Prices are acceptable", "Preise sind akzeptabel"},
    {"customer_goals", "Knows our goals", "Kennt unsere Ziele"},
    {"market_information", "Keeps us informed on markets and technology",
     "Informiert über Märkte, Branche und Technik"},
    {"innovative_products", "Can develop innovative products", "Kann innovative Produkte entwickeln"},
    {"proven_quality", "Proves the quality of products and processes",
     "Weist Produkt- und Prozessqualität nach"},
    {"flexibility", "Is flexible and open to change", "Ist flexibel und offen für Veränderungen"},
    {"market_strategies", "Proposes market strategies", "Schlägt Marktstrategien vor"},
    {"brand_integration", "Its brand fits into our marketing mix",
     "Bringt seine Marke in unseren Marketing-Mix ein"},
    {"joint_revenue_potential", "Shows where we can grow together", "Zeigt gemeinsame Umsatzpotenziale auf"},
    {"price_performance", "Proves that price and performance match",
     "Belegt ein stimmiges Preis-Leistungs-Verhältnis"},
    {"negotiation_competence", "Negotiates competently and can decide",
     "Verhandelt kompetent und entscheidungsfähig"},
});

constexpr auto kPotentials = std::to_array<Label>({
    {"new_offerings", "New products, services, solutions", "Neue Produkte, Dienstleistungen, Lösungen"},
    {"process_optimisation", "Better processes", "Bessere Prozesse"},
    {"faster_development", "Faster and better development", "Schnellere und bessere Entwicklung"},
    {"new_business_fields", "New fields of business", "Neue Geschäftsfelder"},
    {"joint_strategy", "Joint strategy and planning", "Gemeinsame Strategie und Planung"},
});

static_assert(is_sound(kAttractiveness));
static_assert(is_sound(kPartnership));
static_assert(is_sound(kCollaboration));
static_assert(is_sound(kRequirements));
static_assert(is_sound(kPotentials));

}  // namespace

Table attractiveness() {
  return kAttractiveness;
}
Table partnership() {
  return kPartnership;
}
Table collaboration() {
  return kCollaboration;
}
Table requirements() {
  return kRequirements;
}
Table potentials() {
  return kPotentials;
}

}  // namespace kam::label_table
