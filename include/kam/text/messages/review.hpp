#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

// ---- the annual talk with the customer: addressed to the customer ----
constexpr Msg review_title{"Annual review: {0}", "Jahresgespräch: {0}"};
constexpr Msg review_opening{"Agenda for our annual talk with {0}.",
                             "Agenda für unser Jahresgespräch mit {0}."};
constexpr Msg review_opening_company{"For {0} and {1}, this is the agenda of the annual talk.",
                                     "Diese Agenda bereitet das Jahresgespräch zwischen {0} und {1} vor."};
constexpr Msg review_what_for{
    "We would like to go through what we agreed and what became of it, hear how satisfied you are with us, "
    "and decide together what comes next.",
    "Wir möchten mit Ihnen durchgehen, was wir vereinbart haben und was daraus geworden ist, hören, wie "
    "zufrieden Sie mit uns sind, und gemeinsam die nächsten Schritte festlegen."};
constexpr Msg review_section_people{"Your contacts on our side", "Ihre Ansprechpartner bei uns"};
constexpr Msg review_ask_people{"We will name your fixed contact in the talk.",
                                "Ihren festen Ansprechpartner nennen wir Ihnen im Gespräch."};
constexpr Msg review_section_agreed{"What we agreed, and what became of it",
                                    "Was wir vereinbart haben und was daraus geworden ist"};
constexpr Msg review_nothing_agreed{"No agreements have been recorded so far.",
                                    "Bisher sind keine Vereinbarungen festgehalten."};
constexpr Msg review_section_satisfaction{"How satisfied you are", "Wie zufrieden Sie sind"};
constexpr Msg review_not_rated{
    "You have not rated us yet; we would like to ask you to do so in the talk.",
    "Sie haben uns noch nicht bewertet; darum möchten wir Sie im Gespräch bitten."};
constexpr Msg review_satisfaction{
    "By {0} you have rated {1} of {2} requirements. From that we have reached {3} of 100 points.",
    "Bis zum {0} haben Sie {1} von {2} Anforderungen bewertet. Danach erreichen wir {3} von 100 Punkten."};
constexpr Msg review_requirement{"What you expect of us", "Was Sie von uns erwarten"};
constexpr Msg review_before{"Before that", "Davor"};
constexpr Msg review_section_goals{"Your goals", "Ihre Ziele"};
constexpr Msg review_goals{"As we understand them. Are they still right?",
                           "So haben wir sie verstanden. Stimmen sie noch?"};
constexpr Msg review_important_services{
    "These services matter most to you. Has anything changed?",
    "Diese Leistungen sind Ihnen besonders wichtig. Hat sich daran etwas geändert?"};
constexpr Msg review_section_potentials{"What we could take up together",
                                        "Was wir gemeinsam angehen könnten"};
constexpr Msg review_topic{"Topic", "Thema"};
constexpr Msg review_ask_potentials{"What could we do for you that we do not do yet?",
                                    "Was könnten wir für Sie tun, das wir bisher nicht tun?"};
constexpr Msg review_section_questions{"Our questions to you", "Unsere Fragen an Sie"};
constexpr Msg review_ask_goals{"Which goals do you pursue in the coming years?",
                               "Welche Ziele verfolgen Sie in den nächsten Jahren?"};
constexpr Msg review_ask_services{"Which of our services matter most to you?",
                                  "Welche unserer Leistungen sind Ihnen besonders wichtig?"};
constexpr Msg review_ask_strengths{"Where are you strong in your market?",
                                   "Womit sind Sie in Ihrem Markt stark?"};
constexpr Msg review_ask_contribution{"What do we contribute to that, in your eyes?",
                                      "Was tragen wir aus Ihrer Sicht dazu bei?"};
constexpr Msg review_ask_more{"What should we do differently from now on?",
                              "Was sollten wir künftig anders machen?"};
constexpr Msg review_ask_ratings{
    "How important is each of the following to you, and how well do we fulfil it (0: not at all, {0}: "
    "fully)?",
    "Wie wichtig ist Ihnen Folgendes, und wie gut erfüllen wir es (0: gar nicht, {0}: voll und ganz)?"};
constexpr Msg review_section_next{"Next steps", "Nächste Schritte"};
constexpr Msg review_step_due{"{0}, by {1}", "{0}, bis {1}"};
constexpr Msg review_ask_agree{"What do we agree today, who does it, and by when?",
                               "Was vereinbaren wir heute, wer tut es, und bis wann?"};
constexpr Msg review_ask_when{"When do we meet again?", "Wann sprechen wir uns wieder?"};
constexpr Msg review_read_before{
    "Read it before it goes to the customer: titles of actions and potentials stand there as you wrote them.",
    "Lesen Sie die Agenda, bevor der Kunde sie sieht: Die Titel von Maßnahmen und Potenzialen stehen darin, "
    "wie Sie sie geschrieben haben."};
constexpr Msg review_index{"Annual reviews", "Jahresgespräche"};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
