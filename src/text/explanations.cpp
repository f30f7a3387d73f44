#include "kam/text/explanations.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace kam {

namespace {

using Level = ExampleLevel;

struct Words {
  std::string_view low;
  std::string_view high;
  std::string_view example;
};

struct Explained {
  std::string_view id;
  Level importance = Level::top;
  Level rating = Level::high;
  Words en;
  Words de;
};

using ExplainedRows = std::span<const Explained>;

constexpr auto kAttractivenessTexts = std::to_array<Explained>({
    {"revenue",
     Level::top,
     Level::high,
     {"next to no revenue", "one of our largest customers", "second largest in its region"},
     {"kaum Umsatz", "einer unserer größten Kunden", "zweitgrößter Kunde der Region"}},
    {"contribution_margin",
     Level::top,
     Level::middle,
     {"its business earns us nothing", "hardly any customer earns us more", "high revenue, but low prices"},
     {"sein Geschäft bringt uns keinen Deckungsbeitrag", "kaum ein Kunde bringt uns mehr",
      "viel Umsatz, aber niedrige Preise"}},
    {"growth",
     Level::top,
     Level::high,
     {"our revenue with it shrinks", "it grows far faster than our market", "two new sites a year"},
     {"unser Umsatz mit ihm schrumpft", "er wächst weit schneller als unser Markt",
      "jedes Jahr zwei neue Standorte"}},
    {"reference",
     Level::top,
     Level::high,
     {"its name helps us nowhere", "its name opens doors everywhere", "leads in every industry survey"},
     {"sein Name nützt uns nirgends", "sein Name öffnet uns überall Türen",
      "steht in jeder Branchenstudie vorn"}},
    {"technology_partner",
     Level::top,
     Level::high,
     {"we learn nothing new from it", "we learn what nobody else could teach us",
      "shares its test field with us"},
     {"wir lernen bei ihm nichts Neues", "wir lernen, was wir sonst nirgends lernen könnten",
      "teilt sein Prüffeld mit uns"}},
    {"innovation_leader",
     Level::top,
     Level::high,
     {"it buys what everybody buys", "its demands are years ahead of the market",
      "first to ask for a digital twin"},
     {"er kauft, was alle kaufen", "seine Ansprüche sind dem Markt um Jahre voraus",
      "verlangt als Erster einen digitalen Zwilling"}},
    {"industry_pioneer",
     Level::top,
     Level::high,
     {"it follows the others", "the others follow it", "its test became the industry's standard"},
     {"er folgt den anderen", "die anderen folgen ihm", "seine Prüfung wurde zur Branchennorm"}},
    {"differentiation",
     Level::top,
     Level::middle,
     {"what we do for it helps us with nobody else", "it sets us apart with all the others",
      "night service, by now sold to two others"},
     {"was wir für ihn leisten, nützt uns sonst nirgends", "es hebt uns bei allen anderen ab",
      "Nachtdienst, den inzwischen zwei andere kaufen"}},
});

constexpr auto kPartnershipTexts = std::to_array<Explained>({
    {"collaboration_potential",
     Level::top,
     Level::high,
     {"it wants its orders filled and no more", "many departments of both could work together",
      "plans a joint test rig"},
     {"er will beliefert werden, mehr nicht", "viele Abteilungen beider Unternehmen könnten zusammenarbeiten",
      "plant einen gemeinsamen Prüfstand"}},
    {"partner_acceptance",
     Level::top,
     Level::middle,
     {"we are one supplier among many", "it involves us early and openly", "one of two listed suppliers"},
     {"wir sind ein Lieferant unter vielen", "er bezieht uns früh und offen ein",
      "einer von zwei gelisteten Lieferanten"}},
    {"strategic_relevance",
     Level::top,
     Level::high,
     {"it could replace us at any time", "without us it would miss its goals",
      "has no second source for its drives"},
     {"er könnte uns jederzeit ersetzen", "ohne uns würde er seine Ziele verfehlen",
      "hat für die Antriebe keine zweite Quelle"}},
});

constexpr auto kCollaborationTexts = std::to_array<Explained>({
    {"product_development",
     Level::top,
     Level::middle,
     {"each develops alone", "we develop in joint teams", "its engineers comment on our drawings"},
     {"jeder entwickelt für sich", "wir entwickeln in gemeinsamen Teams",
      "seine Konstrukteure lesen unsere Zeichnungen gegen"}},
    {"logistics",
     Level::top,
     Level::middle,
     {"each order stands alone", "stocks and orders run as one", "a consignment stock"},
     {"jede Bestellung steht für sich", "Lager und Bestellungen laufen wie aus einer Hand",
      "ein Konsignationslager"}},
    {"quality_management",
     Level::top,
     Level::middle,
     {"we speak only of complaints", "we test and improve together", "one joint audit a year"},
     {"wir sprechen nur über Reklamationen", "wir prüfen und verbessern gemeinsam",
      "ein gemeinsames Audit im Jahr"}},
    {"marketing",
     Level::top,
     Level::middle,
     {"each advertises alone", "we run joint campaigns", "a joint stand at one fair"},
     {"jeder wirbt für sich", "wir werben gemeinsam", "ein gemeinsamer Messestand im Jahr"}},
    {"sales",
     Level::top,
     Level::middle,
     {"it sells without us", "we visit its customers together", "we train its sales force"},
     {"er verkauft ohne uns", "wir besuchen seine Kunden gemeinsam", "wir schulen seinen Vertrieb"}},
});

// Low and high: the fulfilment.
constexpr auto kRequirementTexts = std::to_array<Explained>({
    {"delivered_quality",
     Level::top,
     Level::high,
     {"it complains of every delivery", "it has nothing to complain of", "three complaints a year"},
     {"jede Lieferung wird beanstandet", "es gibt nichts zu beanstanden", "drei Reklamationen im Jahr"}},
    {"delivery_on_time",
     Level::top,
     Level::middle,
     {"hardly a delivery comes on its day", "every one comes on its day", "one delivery in ten is late"},
     {"kaum eine Lieferung kommt am bestätigten Tag", "jede kommt am bestätigten Tag",
      "jede zehnte Lieferung zu spät"}},
    {"acceptable_price",
     Level::high,
     Level::middle,
     {"it finds our prices far above the market's", "our prices are no issue", "haggles over spare parts"},
     {"er hält unsere Preise für weit überhöht", "unsere Preise sind kein Thema",
      "verhandelt über jedes Ersatzteil"}},
    {"customer_goals",
     Level::high,
     Level::middle,
     {"we do not know its goals", "every offer of ours serves one of its goals",
      "known, but seldom taken up"},
     {"wir kennen seine Ziele nicht", "jedes unserer Angebote dient einem seiner Ziele",
      "bekannt, aber selten aufgegriffen"}},
    {"market_information",
     Level::middle,
     Level::high,
     {"it learns nothing from us", "it learns everything important from us first",
      "a technology day each year"},
     {"er erfährt von uns nichts", "er erfährt alles Wichtige zuerst von uns",
      "jedes Jahr ein Technologietag"}},
    {"innovative_products",
     Level::top,
     Level::middle,
     {"it expects nothing new of us", "it comes to us first with every new task",
      "asked somebody else first the last time"},
     {"er erwartet nichts Neues von uns", "er kommt mit jeder neuen Aufgabe zuerst zu uns",
      "hat zuletzt zuerst einen anderen gefragt"}},
    {"proven_quality",
     Level::high,
     Level::middle,
     {"we have nothing to show", "we have figures and certificates for everything",
      "certificates, but no figures"},
     {"wir haben nichts vorzuweisen", "wir haben für alles Zahlen und Zertifikate",
      "Zertifikate, aber keine Zahlen"}},
    {"flexibility",
     Level::high,
     Level::middle,
     {"we refuse every change", "we make every change by the next day", "changes take two weeks"},
     {"wir lehnen jede Änderung ab", "wir setzen jede Änderung am nächsten Tag um",
      "Änderungen dauern zwei Wochen"}},
    {"market_strategies",
     Level::middle,
     Level::middle,
     {"not one idea has come from us", "it has carried out several ideas of ours", "one idea last year"},
     {"von uns kam noch keine Idee", "er hat mehrere Ideen von uns umgesetzt", "eine Idee im letzten Jahr"}},
    {"brand_integration",
     Level::middle,
     Level::high,
     {"it keeps quiet about our name", "it advertises with our brand", "our logo is on its machines"},
     {"er verschweigt unseren Namen", "er wirbt mit unserer Marke", "unser Logo steht auf seinen Maschinen"}},
    {"joint_revenue_potential",
     Level::high,
     Level::middle,
     {"we have never spoken of it", "we have a joint plan with figures", "a first workshop was held"},
     {"wir haben nie darüber gesprochen", "wir haben einen gemeinsamen Plan mit Zahlen",
      "ein erster Workshop hat stattgefunden"}},
    {"price_performance",
     Level::top,
     Level::middle,
     {"it sees only the price", "it reckons with our benefit itself", "savings shown to it once"},
     {"er sieht nur den Preis", "er rechnet selbst mit unserem Nutzen", "Einsparung einmal vorgerechnet"}},
    {"negotiation_competence",
     Level::high,
     Level::high,
     {"we have to ask back about everything", "we decide everything at the table",
      "we ask back only about large discounts"},
     {"wir müssen bei allem rückfragen", "wir entscheiden alles am Tisch",
      "Rückfragen nur bei hohen Rabatten"}},
});

constexpr auto kPotentialTexts = std::to_array<Explained>({
    {"new_offerings",
     Level::top,
     Level::top,
     {"What it does not buy today, or buys elsewhere.", {}, "Condition monitoring as a service"},
     {"Was er heute nicht oder woanders kauft.", {}, "Zustandsüberwachung als Dienstleistung"}},
    {"process_optimisation",
     Level::top,
     Level::top,
     {"Where both of us lose time or money today.", {}, "Delivery notes by EDI"},
     {"Wo beide heute Zeit oder Geld verlieren.", {}, "Lieferscheine per EDI"}},
    {"faster_development",
     Level::top,
     Level::top,
     {"Where our knowledge shortens its projects.", {}, "Joint simulation of the drive train"},
     {"Wo unser Wissen seine Projekte verkürzt.", {}, "Gemeinsame Simulation des Antriebsstrangs"}},
    {"new_business_fields",
     Level::top,
     Level::top,
     {"What it could sell with our help, and to whom.", {}, "Refitting older turbines"},
     {"Was er mit unserer Hilfe verkaufen könnte, und an wen.", {}, "Nachrüstung älterer Anlagen"}},
    {"joint_strategy",
     Level::top,
     Level::top,
     {"What is better planned by both of us together.", {}, "Three-year plan for spare parts"},
     {"Was sich gemeinsam besser planen lässt.", {}, "Dreijahresplan für Ersatzteile"}},
});

ExplainedRows explanations_of(Vocabulary vocabulary) {
  switch (vocabulary) {
    case Vocabulary::attractiveness:
      return kAttractivenessTexts;
    case Vocabulary::partnership:
      return kPartnershipTexts;
    case Vocabulary::collaboration:
      return kCollaborationTexts;
    case Vocabulary::requirement:
      return kRequirementTexts;
    case Vocabulary::potential:
      return kPotentialTexts;
    default:
      return {};
  }
}

}  // namespace

std::optional<EntryExplanation> explain_entry(Vocabulary vocabulary, std::string_view id, Language language) {
  const auto rows = explanations_of(vocabulary);
  const auto found = std::ranges::find(rows, id, &Explained::id);
  if (found == rows.end()) return std::nullopt;
  const auto& words = language == Language::de ? found->de : found->en;
  return EntryExplanation{words.low, words.high, words.example, found->importance, found->rating};
}

double rating_at(ExampleLevel level, double scale) {
  constexpr double kMiddle = 0.6;
  constexpr double kHigh = 0.8;
  if (level == ExampleLevel::top) return scale;
  return std::round(scale * (level == ExampleLevel::high ? kHigh : kMiddle));
}

}  // namespace kam
