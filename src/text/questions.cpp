#include <array>

#include "text/label_table.hpp"

namespace kam::label_table {

namespace {

// The handbook's questions, in the handbook's order.
constexpr auto kQuestions = std::to_array<Label>({
    {"attractiveness_reasons", "Why is this customer especially important to us?",
     "Warum ist dieser Kunde für uns besonders wichtig?"},
    {"strategic_relevance", "What makes us a strategic partner to this customer?",
     "Was macht uns für diesen Kunden zum strategischen Partner?"},
    {"unique_services", "What do we do for it that no other supplier does?",
     "Was leisten wir, das kein anderer Lieferant leistet?"},
    {"collaboration_potential", "Is there potential for close collaboration?",
     "Gibt es Potenzial für eine enge Zusammenarbeit?"},
    {"partner_acceptance", "Does the customer accept us as a partner?",
     "Akzeptiert uns der Kunde als Partner?"},
    {"fixed_contact", "Who is its fixed contact on our side?", "Wer ist bei uns der feste Ansprechpartner?"},
    {"collaboration_areas", "In which areas do we work together closely?",
     "In welchen Bereichen arbeiten wir eng zusammen?"},
    {"collaboration_activities", "What exactly do we do there?", "Was tun wir dort im Einzelnen?"},
    {"team_people", "Who of ours looks after this customer?", "Wer kümmert sich bei uns um diesen Kunden?"},
    {"team_tasks", "Which tasks do these people have?", "Welche Aufgaben haben diese Personen?"},
    {"team_unit", "Which unit do they belong to?", "Wo sind sie organisatorisch eingeordnet?"},
    {"team_authority", "What may they decide towards the customer?",
     "Welche Befugnisse haben sie gegenüber dem Kunden?"},
    {"customer_goals", "Which goals does the customer pursue?", "Welche Ziele verfolgt der Kunde?"},
    {"important_services", "Which of our services matter most to it?",
     "Welche unserer Leistungen sind ihm besonders wichtig?"},
    {"market_strengths", "Where is it strong in its market?", "Womit ist er in seinem Markt stark?"},
    {"our_contribution", "What do we contribute to that, in its eyes?",
     "Was tragen wir aus seiner Sicht dazu bei?"},
    {"requirements_rated", "What does it require of us, and how well do we fulfil it?",
     "Was fordert er, und wie gut erfüllen wir es?"},
    {"all_requirements_rated", "How does it see the requirements not yet rated?",
     "Wie sieht er die noch nicht bewerteten Anforderungen?"},
    {"customer_asked", "Have we asked the customer itself?", "Haben wir den Kunden selbst gefragt?"},
    {"potentials_named", "What can we open up for this customer?",
     "Welche Potenziale können wir ihm erschließen?"},
    {"stakeholders_named", "Who decides and who influences on its side?",
     "Wer entscheidet und wer beeinflusst beim Kunden?"},
});

static_assert(is_sound(kQuestions));

}  // namespace

Table questions() {
  return kQuestions;
}

}  // namespace kam::label_table
