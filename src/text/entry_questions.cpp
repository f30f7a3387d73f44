#include <array>

#include "text/label_table.hpp"

namespace kam::label_table {

namespace {

constexpr auto kAttractivenessQuestions = std::to_array<Label>({
    {"revenue", "How much revenue do we make with this customer in a year?",
     "Wie viel Umsatz machen wir mit diesem Kunden im Jahr?"},
    {"contribution_margin", "How much does its business contribute to our fixed costs and our profit?",
     "Wie viel trägt sein Geschäft zu unseren Fixkosten und unserem Gewinn bei?"},
    {"growth", "How fast does our revenue with it grow, compared with the year before?",
     "Wie stark wächst unser Umsatz mit ihm gegenüber dem Vorjahr?"},
    {"reference", "How much does its name help us to win other customers?",
     "Wie sehr hilft uns sein Name, andere Kunden zu gewinnen?"},
    {"technology_partner", "How much technical know-how do we gain by working with it?",
     "Wie viel technisches Know-how gewinnen wir durch die Arbeit mit ihm?"},
    {"innovation_leader", "How far does it lead in innovation and challenge us with special demands?",
     "Wie weit ist er bei Innovationen voraus und fordert uns mit besonderen Ansprüchen heraus?"},
    {"industry_pioneer", "How closely does its industry follow what this customer does first?",
     "Wie sehr folgt seine Branche dem, was dieser Kunde als Erster tut?"},
    {"differentiation", "How far does what we learn to do for it set us apart with other customers?",
     "Wie sehr heben wir uns mit dem, was wir für ihn leisten, bei anderen Kunden ab?"},
});

constexpr auto kPartnershipQuestions = std::to_array<Label>({
    {"collaboration_potential",
     "How much room is there to work together more closely than as a supplier and a buyer?",
     "Wie viel Raum gibt es, enger zusammenzuarbeiten als nur als Lieferant und Käufer?"},
    {"partner_acceptance",
     "Does the customer involve us early and openly, or does it treat us as one supplier among many?",
     "Bezieht uns der Kunde früh und offen ein, oder sind wir für ihn ein Lieferant unter vielen?"},
    {"strategic_relevance", "How hard would it be for the customer to reach its goals without us?",
     "Wie schwer könnte der Kunde seine Ziele ohne uns erreichen?"},
});

constexpr auto kCollaborationQuestions = std::to_array<Label>({
    {"product_development", "How closely do our development departments work together?",
     "Wie eng arbeiten unsere Entwicklungsabteilungen zusammen?"},
    {"logistics", "How closely are our deliveries, stocks and orders tied in with the customer's?",
     "Wie eng sind unsere Lieferungen, Lager und Bestellungen mit denen des Kunden verzahnt?"},
    {"quality_management", "How closely do we work together on testing, complaints and improvement?",
     "Wie eng arbeiten wir bei Prüfungen, Reklamationen und Verbesserungen zusammen?"},
    {"marketing", "How much do we do together to be seen in the market?",
     "Wie viel tun wir gemeinsam, um am Markt sichtbar zu sein?"},
    {"sales", "How closely do we sell together to the customer's own customers?",
     "Wie eng arbeiten wir beim Verkauf an die Kunden des Kunden zusammen?"},
});

constexpr auto kRequirementQuestions = std::to_array<Label>({
    {"delivered_quality", "Does the customer always receive exactly the quality that was agreed?",
     "Bekommt der Kunde immer genau die Qualität, die vereinbart ist?"},
    {"delivery_on_time", "Do our deliveries arrive on the day that we confirmed?",
     "Kommen unsere Lieferungen an dem Tag an, den wir bestätigt haben?"},
    {"acceptable_price", "Does the customer find our prices acceptable for its market?",
     "Hält der Kunde unsere Preise für marktgerecht?"},
    {"customer_goals", "Do we know the customer's goals, and does it notice that we act on them?",
     "Kennen wir die Ziele des Kunden, und merkt er, dass wir danach handeln?"},
    {"market_information", "Does the customer learn from us what happens in its markets and in technology?",
     "Erfährt der Kunde von uns, was sich in seinen Märkten und in der Technik tut?"},
    {"innovative_products", "Does the customer trust us to develop products that take it further?",
     "Traut uns der Kunde zu, Produkte zu entwickeln, die ihn voranbringen?"},
    {"proven_quality", "Can we prove to the customer how good our products and processes are?",
     "Können wir dem Kunden belegen, wie gut unsere Produkte und Prozesse sind?"},
    {"flexibility", "Do we respond quickly and willingly when the customer's wishes change?",
     "Gehen wir schnell und bereitwillig mit, wenn sich die Wünsche des Kunden ändern?"},
    {"market_strategies", "Do we bring the customer ideas of how it can do better in its market?",
     "Bringen wir dem Kunden Ideen, wie er in seinem Markt besser vorankommt?"},
    {"brand_integration", "Does our brand help the customer to sell its own products?",
     "Hilft unsere Marke dem Kunden, seine eigenen Produkte zu verkaufen?"},
    {"joint_revenue_potential", "Do we show the customer where both of us can earn more together?",
     "Zeigen wir dem Kunden, wo wir beide zusammen mehr Umsatz machen können?"},
    {"price_performance", "Can we prove to the customer that what it gets is worth what it pays?",
     "Können wir dem Kunden belegen, dass unsere Leistung ihren Preis wert ist?"},
    {"negotiation_competence", "Does the customer meet people of ours who know the matter and may decide?",
     "Trifft der Kunde bei uns auf Menschen, die sich auskennen und entscheiden dürfen?"},
});

constexpr auto kPotentialQuestions = std::to_array<Label>({
    {"new_offerings", "Which new products, services or solutions would help the customer?",
     "Welche neuen Produkte, Dienstleistungen oder Lösungen würden dem Kunden helfen?"},
    {"process_optimisation", "Which processes between us and the customer can be made simpler or cheaper?",
     "Welche Abläufe zwischen uns und dem Kunden lassen sich vereinfachen oder verbilligen?"},
    {"faster_development", "Where can we help the customer to develop faster or better?",
     "Wo können wir dem Kunden helfen, schneller oder besser zu entwickeln?"},
    {"new_business_fields", "Which new fields of business can the customer enter with our help?",
     "Welche neuen Geschäftsfelder kann der Kunde mit unserer Hilfe erschließen?"},
    {"joint_strategy", "Where would it pay to plan ahead together with the customer?",
     "Wo lohnt es sich, gemeinsam mit dem Kunden vorauszuplanen?"},
});

static_assert(is_sound(kAttractivenessQuestions));
static_assert(is_sound(kPartnershipQuestions));
static_assert(is_sound(kCollaborationQuestions));
static_assert(is_sound(kRequirementQuestions));
static_assert(is_sound(kPotentialQuestions));

}  // namespace

Table attractiveness_questions() {
  return kAttractivenessQuestions;
}
Table partnership_questions() {
  return kPartnershipQuestions;
}
Table collaboration_questions() {
  return kCollaborationQuestions;
}
Table requirement_questions() {
  return kRequirementQuestions;
}
Table potential_questions() {
  return kPotentialQuestions;
}

}  // namespace kam::label_table
