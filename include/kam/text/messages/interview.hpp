#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

// The dialogue of `kam assess -i`.

// Sections, each with one sentence of introduction.
constexpr Msg ask_inventory{"Taking stock", "Bestandsaufnahme"};
constexpr Msg ask_inventory_intro{
    "Why this customer matters to us, and whether it can become a partner.",
    "Warum dieser Kunde für uns besonders wichtig ist und ob er Partner werden kann."};
constexpr Msg ask_relationship{"Relationship", "Beziehung"};
constexpr Msg ask_relationship_intro{"Who looks after this customer, and where we work together with it.",
                                     "Wer diesen Kunden betreut und wo wir mit ihm zusammenarbeiten."};
constexpr Msg ask_view_intro{"What the customer wants to achieve, and what it values in us.",
                             "Was der Kunde erreichen will und was er an uns schätzt."};
constexpr Msg ask_customer_requirements{"Requirements, as the customer sees them",
                                        "Anforderungen aus Kundensicht"};
constexpr Msg ask_own_requirements{"Requirements, as we see them ourselves", "Anforderungen aus Eigensicht"};
constexpr Msg ask_own_requirements_intro{
    "The same requirements, as we judge ourselves; the difference is worth a talk.",
    "Dieselben Anforderungen, wie wir uns selbst einschätzen; über den Unterschied lohnt es sich zu "
    "sprechen."};
constexpr Msg ask_actions_intro{"What we do next, who does it, and by when.",
                                "Was wir als Nächstes tun, wer es tut und bis wann."};
constexpr Msg ask_line_too_long{"That line is longer than 64 KiB; please answer in a shorter one.",
                                "Diese Zeile ist länger als 64 KiB; bitte kürzer antworten."};

// Questions that the handbook's list does not word. `{0}`: what they are about.
constexpr Msg ask_about{"{0}: {1}", "{0}: {1}"};
constexpr Msg ask_both{"{0} {1}", "{0} {1}"};
constexpr Msg ask_criterion{"How far does this apply to this customer?",
                            "Wie sehr trifft das auf diesen Kunden zu?"};
constexpr Msg ask_area{"How closely do we work together there?", "Wie eng arbeiten wir dort zusammen?"};
constexpr Msg ask_people{"Who of ours works on it?", "Wer von uns arbeitet daran mit?"};
constexpr Msg ask_member_role{"Which role does this person have?", "Welche Rolle hat diese Person?"};
constexpr Msg ask_member_unit{"Which unit does this person belong to?",
                              "Wo ist diese Person organisatorisch eingeordnet?"};
constexpr Msg ask_member_tasks{"Which tasks does this person have?", "Welche Aufgaben hat diese Person?"};
constexpr Msg ask_member_authority{"What may this person decide towards the customer?",
                                   "Welche Befugnisse hat diese Person gegenüber dem Kunden?"};
constexpr Msg ask_contact_title{"What is this person's position?", "Welche Funktion hat diese Person?"};
constexpr Msg ask_contact_role{"Which part does this person have in decisions?",
                               "Welche Rolle hat diese Person bei Entscheidungen?"};
constexpr Msg ask_contact_influence{"How much influence does this person have on decisions?",
                                    "Wie viel Einfluss hat diese Person auf Entscheidungen?"};
constexpr Msg ask_contact_attitude{"How does this person stand towards us?",
                                   "Wie steht diese Person zu uns?"};
constexpr Msg ask_source{"Where do these ratings come from?", "Woher stammen diese Bewertungen?"};
constexpr Msg ask_requirement{"How important is this, and how well do we fulfil it?",
                              "Wie wichtig ist das, und wie gut erfüllen wir es?"};
constexpr Msg ask_potential_value{"What is it worth to us, in {0}?", "Was ist es uns wert, in {0}?"};
constexpr Msg ask_potential_probability{"How likely is it, in percent?",
                                        "Wie wahrscheinlich ist es, in Prozent?"};
constexpr Msg ask_owner{"Who sees to it?", "Wer kümmert sich darum?"};
constexpr Msg ask_due{"By when?", "Bis wann?"};
constexpr Msg ask_actions{"What do we do next for this customer?",
                          "Was tun wir als Nächstes für diesen Kunden?"};
constexpr Msg ask_action_requirement{"Which requirement's gap does it close, if any?",
                                     "Die Lücke welcher Anforderung schließt sie, falls es eine gibt?"};

// The frame.
constexpr Msg ask_title{"Questions on {0}", "Fragen zu {0}"};
constexpr Msg ask_keys{
    "Enter keeps what there is. ?\u00A0explains, <\u00A0goes back, -\u00A0clears, !\u00A0skips the section, "
    "Ctrl-D ends. Nothing is written until you agree.",
    "Enter lässt alles, wie es ist. ?\u00A0erklärt, <\u00A0geht zurück, -\u00A0löscht, !\u00A0überspringt "
    "den Abschnitt, Strg-D beendet. Geschrieben wird erst, wenn Sie zustimmen."};
constexpr Msg ask_progress{"{0} of {1}", "{0} von {1}"};
constexpr Msg ask_so_far{"so far: {0} ({1})", "bisher: {0} ({1})"};
constexpr Msg ask_so_far_reason{"so far: {0} ({1}; {2})", "bisher: {0} ({1}; {2})"};
constexpr Msg ask_so_far_nothing{"so far: not known", "bisher: unbekannt"};
constexpr Msg ask_so_far_list{"so far ({0})", "bisher ({0})"};
constexpr Msg ask_so_far_unmeasured{
    "so far: not known; measured once the figures are there (a rating given here takes its place)",
    "bisher: unbekannt; wird gemessen, sobald die Kennzahlen da sind (eine Bewertung hier geht vor)"};
constexpr Msg ask_so_far_measured{"so far: not known; measured: {0}", "bisher: unbekannt; gemessen: {0}"};
constexpr Msg ask_origin_measured{"{0}; measured: {1}", "{0}; gemessen: {1}"};
constexpr Msg ask_just_answered{"just answered", "eben eingegeben"};
constexpr Msg ask_no_source{"assessment of {0}", "Bewertung vom {0}"};
constexpr Msg ask_sourced{"{0}, {1}", "{0}, {1}"};
constexpr Msg ask_list_hint{"{0} · one item a line, an empty line ends the list",
                            "{0} · je Zeile ein Eintrag, eine leere Zeile beendet die Liste"};
constexpr Msg ask_none_open{"Nothing is open: every question has an answer.",
                            "Es ist nichts offen: Jede Frage ist beantwortet."};
constexpr Msg ask_open_elsewhere{"There is nothing left to ask here, but this stays open: {0}",
                                 "Zu fragen ist hier nichts mehr, offen bleibt aber: {0}"};
constexpr Msg ask_pair_hint{
    "For example {0}:{1}, with a note {0}:{1} often late, with the best competitor {0}:{1}:{2}.",
    "Zum Beispiel {0}:{1}, mit Anmerkung {0}:{1} oft zu spät, mit dem besten Wettbewerber {0}:{1}:{2}."};
constexpr Msg ask_overdue{"{0} is already past: the action counts as overdue.",
                          "Der {0} liegt schon zurück: Die Maßnahme gilt als überfällig."};
constexpr Msg ask_past_day{"{0} is already past.", "Der {0} liegt schon zurück."};

// Prompts: the form of the answer that is expected.
constexpr Msg ask_form_pair{"Importance:Fulfilment", "Wichtigkeit:Erfüllung"};
constexpr Msg ask_form_date{"YYYY-MM-DD", "TT.MM.JJJJ"};
constexpr Msg ask_form_role{"Role", "Rolle"};
constexpr Msg ask_form_attitude{"Attitude", "Einstellung"};
constexpr Msg ask_form_requirement{"Requirement", "Anforderung"};

// What `?` says: what low and high mean, the form of the answer, an example, the signs. The meanings of
// built-in

// catalogue entries are in src/text/explanations.cpp.
constexpr Msg ask_means_rating{"0: {0}; {1}: {2}.", "0: {0}; {1}: {2}."};
constexpr Msg ask_means_fulfilment{"Fulfilment 0: {0}; {1}: {2}.", "Erfüllung 0: {0}; {1}: {2}."};
constexpr Msg ask_means_criterion{"0: does not apply at all; {0}: applies fully.",
                                  "0: trifft gar nicht zu; {0}: trifft voll zu."};
constexpr Msg ask_means_area{"0: we do not work together there; {0}: as closely as can be.",
                             "0: wir arbeiten dort nicht zusammen; {0}: so eng wie nur möglich."};
constexpr Msg ask_means_requirement{"Fulfilment 0: not at all; {0}: fully.",
                                    "Erfüllung 0: gar nicht; {0}: voll."};
constexpr Msg ask_means_influence{"0: none; {0}: nothing is decided against this person.",
                                  "0: keinen; {0}: gegen diese Person wird nichts entschieden."};
constexpr Msg ask_help_rating{
    "A number from 0 to {0}, 2.5 too; behind it the reason, if you like. For example: {1} {2}",
    "Eine Zahl von 0 bis {0}, auch 2,5; dahinter, wenn Sie mögen, die Begründung. Zum Beispiel: {1} {2}"};
constexpr Msg ask_help_plain_rating{"A number from 0 to {0}, 2.5 too. For example {1}: {2}",
                                    "Eine Zahl von 0 bis {0}, auch 2,5. Zum Beispiel {1}: {2}"};
constexpr Msg ask_help_influence{"A number from 0 to {0}, 2.5 too. For example: {1}",
                                 "Eine Zahl von 0 bis {0}, auch 2,5. Zum Beispiel: {1}"};
constexpr Msg ask_help_pair{
    "Importance:Fulfilment, each from 0 to {0}; importance {0} means decisive for the customer. Behind them "
    "a note, if you like. For example: {1}:{2} {3}",
    "Wichtigkeit:Erfüllung, je von 0 bis {0}; Wichtigkeit {0} heißt: für den Kunden entscheidend. Dahinter, "
    "wenn Sie mögen, eine Anmerkung. Zum Beispiel: {1}:{2} {3}"};
constexpr Msg ask_help_competitor{
    "A third number says how well the best competitor fulfils it: {0}:{1}:{0}. What is left out stays as it "
    "is: :{1} changes the fulfilment alone, {0}: the importance, ::{0} the best competitor; a note alone "
    "stands behind a colon.",
    "Eine dritte Zahl sagt, wie gut der beste Wettbewerber es erfüllt: {0}:{1}:{0}. Was Sie weglassen, "
    "bleibt, wie es ist: :{1} ändert nur die Erfüllung, {0}: nur die Wichtigkeit, ::{0} nur den besten "
    "Wettbewerber; eine Anmerkung allein steht hinter einem Doppelpunkt."};
constexpr Msg ask_help_text{"A few words on one line. For example: {0}",
                            "Wenige Worte in einer Zeile. Zum Beispiel: {0}"};
constexpr Msg ask_help_list{
    "One item a line, as many as you like; an empty line ends the list. For example: {0}",
    "Je Zeile ein Eintrag, so viele Sie möchten; eine leere Zeile beendet die Liste. Zum Beispiel: {0}"};
constexpr Msg ask_help_list_remove{"-2 removes the second item, -\u00A0removes all of them.",
                                   "-2 streicht den zweiten Eintrag, -\u00A0streicht alle."};
constexpr Msg ask_help_money{"An amount in {0}. For example: {1}", "Ein Betrag in {0}. Zum Beispiel: {1}"};
constexpr Msg ask_help_percent{
    "A number from 0 to 100. For example: 40 is rather unlikely, but worth the effort.",
    "Eine Zahl von 0 bis 100. Zum Beispiel: 40 heißt eher unwahrscheinlich, aber den Versuch wert."};
constexpr Msg ask_help_date{"A day. For example: {0}", "Ein Tag. Zum Beispiel: {0}"};
constexpr Msg ask_help_choice{"One of these, in words or by its id:",
                              "Eine dieser Angaben, ausgeschrieben oder als Kennung:"};
constexpr Msg ask_help_requirement{"The id of a requirement, or its words:",
                                   "Die Kennung einer Anforderung oder ihr Wortlaut:"};
constexpr Msg ask_help_signs{
    "Enter keeps it, <\u00A0goes back, -\u00A0clears, !\u00A0skips the section, Ctrl-D ends. Text that "
    "begins with one of ?\u00A0<\u00A0-\u00A0! needs a\u00A0\\ before it.",
    "Enter lässt es so, <\u00A0geht zurück, -\u00A0löscht, !\u00A0überspringt den Abschnitt, Strg-D beendet. "
    "Einem Text, der mit ?\u00A0<\u00A0-\u00A0oder\u00A0! beginnt, stellen Sie ein\u00A0\\ voran."};

// Criteria that kam measures, asked about because the figures are not there or were overruled.
constexpr Msg ask_help_measured{
    "kam measures this from the figures: {0}. A rating given here takes the measurement's place.",
    "kam misst das anhand der Kennzahlen: {0}. Eine Bewertung, die Sie hier geben, tritt an die Stelle der "
    "Messung."};
constexpr Msg ask_measured_step{"from {0} on: {1}", "ab {0}: {1}"};
constexpr Msg ask_help_figures{
    "Figures go into the file, under figures ({0}): with kam edit {1} or kam import.",
    "Kennzahlen gehören in die Datei, unter figures ({0}): mit kam edit {1} oder kam import."};
constexpr Msg ask_figures_two{"{0} and {1} of one year", "{0} und {1} eines Jahres"};
constexpr Msg ask_figures_growth{"revenue of two years in a row", "revenue zweier Jahre hintereinander"};
constexpr Msg ask_not_figure{
    "“{0}” looks like a figure; asked for is a rating from 0 to {1}. Figures go into the file, under figures "
    "({2}): with kam edit {3} or kam import. Then kam measures by itself.",
    "„{0}“ sieht nach einer Kennzahl aus; gefragt ist eine Bewertung von 0 bis {1}. Kennzahlen gehören in "
    "die Datei, unter figures ({2}): mit kam edit {3} oder kam import. Dann misst kam selbst."};

// Examples: as real as can be said in a few words.
constexpr Msg ask_eg_reason{"confirmed in the annual talk", "im Jahresgespräch bestätigt"};
constexpr Msg ask_eg_area{"we meet about it every quarter", "wir treffen uns dazu jedes Quartal"};
constexpr Msg ask_eg_note{"named in the annual talk", "im Jahresgespräch genannt"};
constexpr Msg ask_eg_unique_services{"Spare parts at every site within 24 hours",
                                     "Ersatzteile binnen 24 Stunden an jedem Standort"};
constexpr Msg ask_eg_person{"Anna Schmidt", "Anna Schmidt"};
constexpr Msg ask_eg_contact{"Maria Weber", "Maria Weber"};
constexpr Msg ask_eg_contact_title{"Head of purchasing", "Leiterin Einkauf"};
constexpr Msg ask_eg_activities{"Consignment stock in Bremerhaven", "Konsignationslager Bremerhaven"};
constexpr Msg ask_eg_role{"Key account manager", "Key-Account-Managerin"};
constexpr Msg ask_eg_unit{"Technical sales", "Technischer Vertrieb"};
constexpr Msg ask_eg_tasks{"Leads the annual talk", "Jahresgespräch führen"};
constexpr Msg ask_eg_authority{"Discounts of up to 5%", "Rabatt bis 5 %"};
constexpr Msg ask_eg_goals{"Turbines available for more than 98% of the time",
                           "Anlagenverfügbarkeit über 98 %"};
constexpr Msg ask_eg_important_services{"Delivery on the confirmed day", "Liefertreue"};
constexpr Msg ask_eg_market_strengths{"Offshore service", "Offshore-Service"};
constexpr Msg ask_eg_our_contribution{"Shorter downtimes through fast spare parts",
                                      "Kürzere Stillstände durch schnelle Ersatzteile"};
constexpr Msg ask_eg_customer_source{"Annual talk 2026", "Jahresgespräch 2026"};
constexpr Msg ask_eg_own_source{"Team workshop", "Teamklausur"};
constexpr Msg ask_eg_potentials{"Condition monitoring as a service",
                                "Zustandsüberwachung als Dienstleistung"};
constexpr Msg ask_eg_actions{"Introduce delivery notes by EDI", "Lieferavis per EDI einführen"};

// What is said of an answer that cannot be taken. Enter, where nothing is known, leaves the question open.
constexpr Msg ask_not_rating{"Please give a number from 0 to {0}. Enter leaves the question open.",
                             "Bitte eine Zahl von 0 bis {0}. Enter lässt die Frage offen."};
constexpr Msg ask_not_rating_known{"Please give a number from 0 to {0}. Enter keeps {1}.",
                                   "Bitte eine Zahl von 0 bis {0}. Enter lässt es bei {1}."};
constexpr Msg ask_no_reason{"Please give the number alone; no reason is kept with it.",
                            "Bitte nur die Zahl; eine Begründung wird dazu nicht festgehalten."};
constexpr Msg ask_not_pair{
    "Please give importance and fulfilment, each from 0 to {0}, as in {1}:{2}; :{2} gives the fulfilment "
    "alone. A note goes behind them.",
    "Bitte Wichtigkeit und Erfüllung, je von 0 bis {0}, zum Beispiel {1}:{2}; :{2} gibt nur die Erfüllung "
    "an. Eine Anmerkung steht dahinter."};
constexpr Msg ask_not_money{"Please give an amount in {0}, as in {1}. Enter leaves the question open.",
                            "Bitte einen Betrag in {0}, zum Beispiel {1}. Enter lässt die Frage offen."};
constexpr Msg ask_not_percent{"Please give a number from 0 to 100. Enter leaves the question open.",
                              "Bitte eine Zahl von 0 bis 100. Enter lässt die Frage offen."};
constexpr Msg ask_not_date{"Please give a day, as in {0}. Enter leaves the question open.",
                           "Bitte einen Tag, zum Beispiel {0}. Enter lässt die Frage offen."};
constexpr Msg ask_not_requirement{"There is no requirement “{0}”; ?\u00A0lists them all.",
                                  "Die Anforderung „{0}“ gibt es nicht; ?\u00A0zeigt alle."};
constexpr Msg ask_near_requirement{"There is no requirement “{0}”. Do you mean {1} ({2})?",
                                   "Die Anforderung „{0}“ gibt es nicht. Meinen Sie {1} ({2})?"};
constexpr Msg ask_not_choice{"“{0}” is none of the choices; ?\u00A0lists them all.",
                             "„{0}“ steht nicht zur Auswahl; ?\u00A0zeigt alle Möglichkeiten."};
constexpr Msg ask_near_choice{"“{0}” is none of the choices. Do you mean {1} ({2})?",
                              "„{0}“ steht nicht zur Auswahl. Meinen Sie {1} ({2})?"};
constexpr Msg ask_no_item{"There is no item {0}; the list has {1}.",
                          "Einen Eintrag {0} gibt es nicht; die Liste hat {1}."};
constexpr Msg ask_twice{"“{0}” is in the list already.", "„{0}“ steht schon in der Liste."};
constexpr Msg ask_sign{
    "If the text really begins with {0}, please write \\{0}. ?\u00A0explains the signs.",
    "Beginnt der Text wirklich mit {0}, schreiben Sie bitte \\{0}. ?\u00A0erklärt die Zeichen."};
constexpr Msg ask_not_utf8{"The answer is not UTF-8; please enter it as UTF-8.",
                           "Die Antwort ist kein UTF-8; bitte geben Sie sie in UTF-8 ein."};
constexpr Msg ask_controls{"The answer contains control characters; please type it without them.",
                           "Die Antwort enthält Steuerzeichen; bitte geben Sie sie ohne diese ein."};
constexpr Msg ask_past_rating{
    "This rating belongs to an earlier assessment ({0}) and stays as its record. Rate anew, or change it in "
    "the file.",
    "Diese Bewertung gehört zu einer früheren Befragung ({0}) und bleibt als deren Stand erhalten. Bewerten "
    "Sie neu, oder ändern Sie die Datei."};
constexpr Msg ask_first{"This is the first question.", "Das ist die erste Frage."};
constexpr Msg ask_refused{"This cannot be put into the file from here: {0}.",
                          "Das lässt sich von hier nicht eintragen: {0}."};

// The end.
constexpr Msg ask_nothing_answered{"Nothing to save: nothing new was answered.",
                                   "Es gibt nichts zu speichern: Es wurde nichts Neues eingegeben."};
constexpr Msg ask_summary{"This will be written into {0}:", "Das wird in {0} geschrieben:"};
constexpr Msg ask_unknown{"not known", "unbekannt"};
constexpr Msg ask_reason_in_brackets{"{0} ({1})", "{0} ({1})"};
constexpr Msg ask_reason_stays{"{0} (the reason stays: {1})", "{0} (Begründung bleibt: {1})"};
constexpr Msg ask_note_stays{"{0} (the note stays: {1})", "{0} (Anmerkung bleibt: {1})"};
constexpr Msg ask_unwritten_source{
    "Not written: the source “{0}” ({1}), as no requirement was rated.",
    "Nicht geschrieben: die Quelle „{0}“ ({1}), da keine Anforderung bewertet wurde."};
constexpr Msg ask_added{"+ {0}", "+ {0}"};
constexpr Msg ask_removed{"− {0}", "− {0}"};
constexpr Msg ask_save{"Save? [Y/n]", "Speichern? [J/n]"};
constexpr Msg ask_yes_or_no{"Please answer y or n; <\u00A0goes back to the questions.",
                            "Bitte mit j oder n antworten; <\u00A0führt zurück zu den Fragen."};
constexpr Msg ask_discarded{"Discarded: nothing was written into {0}.",
                            "Verworfen: In {0} wurde nichts geschrieben."};
constexpr Msg ask_changed_meanwhile{
    "{0} was changed meanwhile; your answers have been put into its new state.",
    "{0} wurde inzwischen geändert; Ihre Antworten sind in den neuen Stand eingetragen."};
constexpr Msg ask_kept_answers{"Your answers, to be taken over by hand:",
                               "Ihre Antworten, zum Übernehmen von Hand:"};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
