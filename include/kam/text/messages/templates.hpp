#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

// The comments of the files that kam writes. They are wrapped when they are written; `\n` starts a new line.

// kam.yaml
constexpr Msg tpl_settings_head{
    "Settings of this portfolio: whose customers they are, and how they are rated. You may change every "
    "value; kam always computes with what stands here. What follows a # is explanation and is not read.",
    "Einstellungen dieses Portfolios: um wessen Kunden es geht und wie sie bewertet werden. Jeden Wert "
    "dürfen Sie ändern; kam rechnet immer mit dem, was hier steht. Was hinter einem # steht, ist Erläuterung "
    "und wird nicht gelesen."};
constexpr Msg tpl_settings_format{"format of this directory; please leave it",
                                  "Format dieses Verzeichnisses; bitte so lassen"};
constexpr Msg tpl_settings_language{"language of tables, reports and questions: de or en",
                                    "Sprache der Tabellen, Berichte und Fragen: de oder en"};
constexpr Msg tpl_settings_currency{"currency of all amounts (ISO 4217)", "Währung aller Beträge (ISO 4217)"};
constexpr Msg tpl_settings_scale{"highest rating, 3 to 10; 0 is not at all, higher is always better",
                                 "höchste Bewertung, 3 bis 10; 0 heißt gar nicht, mehr ist immer besser"};
constexpr Msg tpl_settings_attractiveness{
    "Attractiveness: why is a customer especially important to us?\nweight: how much a criterion counts. "
    "Weights are relative: 20 counts twice as much as 10, and they need not add up to 100.\nmeasure: the "
    "criterion is computed from the customer's figures instead of being estimated; possible are {0}.\nsteps: "
    "the values from which it earns more. Of five steps each one reached is worth a fifth of the highest "
    "rating. Fit the steps to the size of your customers.\nDelete a criterion by deleting its line. Add one "
    "of your own as a line with an id of small letters, digits and _, and its label; the last line shows how "
    "(take its # away).",
    "Attraktivität: Warum ist ein Kunde für uns besonders wichtig?\nweight: das Gewicht eines Kriteriums. "
    "Gewichte sind relativ: 20 zählt doppelt so viel wie 10; sie müssen zusammen nicht 100 "
    "ergeben.\nmeasure: Das Kriterium wird aus den Kennzahlen des Kunden berechnet statt geschätzt; möglich "
    "sind {0}.\nsteps: die Werte, ab denen es mehr Punkte gibt. Bei fünf Stufen bringt jede erreichte ein "
    "Fünftel der höchsten Bewertung. Passen Sie die Stufen der Größe Ihrer Kunden an.\nEin Kriterium, das "
    "Sie nicht brauchen, löschen Sie mit seiner Zeile. Ein eigenes ergänzen Sie als Zeile mit einer Kennung "
    "aus Kleinbuchstaben, Ziffern und _ und einer Bezeichnung (label); die letzte Zeile zeigt, wie (löschen "
    "Sie ihr #)."};
constexpr Msg tpl_settings_own_criterion{"Share of exports", "Exportanteil"};
constexpr Msg tpl_settings_partnership{
    "Partnership: could the customer become a partner, and does it accept us as one?",
    "Partnerschaft: Kann der Kunde Partner werden, und akzeptiert er uns als Partner?"};
constexpr Msg tpl_settings_collaboration{
    "Collaboration: in which areas can we work together with a customer? Each customer gets an intensity for "
    "each of them.",
    "Zusammenarbeit: In welchen Bereichen können wir mit einem Kunden zusammenarbeiten? Jeder Kunde erhält "
    "für jeden Bereich eine Intensität."};
constexpr Msg tpl_settings_requirements{
    "Requirements: what do customers demand of a supplier? The first three are every customer's, the others "
    "a key account's. They are worded as the customer says them of us; the sheet for the customer shows them "
    "like that. What only one customer demands belongs in its own file. The last line shows how to add one; "
    "a label may also reword one of ours.",
    "Anforderungen: Was verlangen Kunden von einem Lieferanten? Die ersten drei stellt jeder Kunde, die "
    "übrigen ein Schlüsselkunde. Sie sind so formuliert, wie der Kunde sie von uns sagt; so stehen sie auch "
    "auf dem Bogen für den Kunden. Was nur ein einzelner Kunde verlangt, gehört in dessen Datei. Die letzte "
    "Zeile zeigt, wie Sie eine ergänzen; ein label darf auch eine der vorhandenen umformulieren."};
constexpr Msg tpl_settings_own_requirement{"Delivers documentation in our language",
                                           "Dokumentiert in unserer Sprache"};
constexpr Msg tpl_settings_potentials{"Potentials: what can we open up for a customer?",
                                      "Potenziale: Was können wir einem Kunden erschließen?"};
constexpr Msg tpl_settings_offerings{
    "Our product lines, for white space: what does each customer buy of them today, and what could it buy?",
    "Unser Leistungsangebot, für das ungenutzte Potenzial: Was kauft jeder Kunde davon heute, und was könnte "
    "er kaufen?"};
constexpr Msg tpl_settings_example{"e.g. {0}", "z. B. {0}"};
constexpr Msg tpl_settings_own_offering{"Spare parts", "Ersatzteile"};
constexpr Msg tpl_settings_thresholds{"Thresholds: from which value on is which judgement made?",
                                      "Schwellenwerte: Ab welchem Wert gilt welches Urteil?"};
constexpr Msg tpl_settings_abc{
    "A: the largest customers, up to {0}% of all revenue; B: up to {1}%; C: the rest",
    "A: die größten Kunden bis zusammen {0} % des Umsatzes; B: bis {1} %; C: der Rest"};
constexpr Msg tpl_settings_bands{"scores below {0} are red, from {1} green, between them amber",
                                 "Werte unter {0} sind rot, ab {1} grün, dazwischen gelb"};
constexpr Msg tpl_settings_key_account{"a key account reaches both", "ein Schlüsselkunde erreicht beide"};
constexpr Msg tpl_settings_matrix{"portfolio matrix: from here on it is high",
                                  "Portfoliomatrix: ab hier gilt es als hoch"};
constexpr Msg tpl_settings_crosshair{
    "from here on important, and well fulfilled; or: mean | median | midpoint",
    "ab hier wichtig, ab hier gut erfüllt; oder: mean | median | midpoint"};
constexpr Msg tpl_settings_stale{"an older assessment is stale", "eine ältere Bewertung gilt als veraltet"};

// accounts/ID.yaml
constexpr Msg tpl_account_head{
    "What else there is to know about this customer: the handbook's questions, ready to be filled in.\nTo "
    "fill in a line, delete the # in front of it (only the #, not the blanks behind it) and write the value "
    "behind the colon. Delete the # of the less indented line above it (such as #team:) too. Where that "
    "section already stands in the file, add to it there instead.\nWhat you do not know you leave out or "
    "leave empty: it counts as unknown, never as bad.\nRatings run from 0 (not at all) to {0} (fully); "
    "higher is always better, and 3.5 is a rating too. Numbers have a decimal point and no thousands "
    "separators, dates are YYYY-MM-DD.\nA list is written [First, Second], or one item a line, each behind a "
    "dash. Put text with a comma, colon or # in double quotes.\nAbove, below the name, these may stand too: "
    "{1}.",
    "Was es über diesen Kunden noch zu wissen gibt: die Fragen des Handbuchs, zum Ausfüllen vorbereitet.\nUm "
    "eine Zeile auszufüllen, löschen Sie das # an ihrem Anfang (nur das #, nicht die Leerzeichen dahinter) "
    "und schreiben den Wert hinter den Doppelpunkt. Das # der weniger eingerückten Zeile darüber (etwa "
    "#team:) löschen Sie mit; steht der Abschnitt schon in der Datei, ergänzen Sie ihn dort.\nWas Sie nicht "
    "wissen, lassen Sie weg oder leer: Es gilt als unbekannt, nie als schlecht.\nBewertungen reichen von 0 "
    "(gar nicht) bis {0} (voll); mehr ist immer besser, und auch 3.5 ist eine Bewertung. Zahlen haben einen "
    "Dezimalpunkt und keine Tausenderpunkte, Daten die Form JJJJ-MM-TT.\nEine Liste schreiben Sie als "
    "[Erstens, Zweitens] oder mit einer Zeile je Punkt, jeweils hinter einem Strich (-). Text mit Komma, "
    "Doppelpunkt oder # setzen Sie in doppelte Anführungszeichen.\nOben, unter dem Namen, dürfen außerdem "
    "stehen: {1}."};
constexpr Msg tpl_account_figures{
    "Amounts in {0}, one line for each fiscal year. revenue: with us; purchasing_volume: what the customer "
    "spends on such goods and services altogether; revenue_plan: what we plan to sell.",
    "Beträge in {0}, je Geschäftsjahr eine Zeile. revenue: Umsatz mit uns; contribution_margin: "
    "Deckungsbeitrag; profit: Gewinn; purchasing_volume: was der Kunde für solche Leistungen insgesamt "
    "ausgibt; revenue_plan: geplanter Umsatz."};
constexpr Msg tpl_account_attractiveness{"A rating with its reason is written {0}.",
                                         "Eine Bewertung mit Begründung schreiben Sie so: {0}"};
constexpr Msg tpl_account_measured{"{0} (computed from the figures where left empty)",
                                   "{0} (leer: aus den Kennzahlen berechnet)"};
constexpr Msg tpl_account_unique_services{"For example: spare parts at every site within 24 hours",
                                          "Zum Beispiel: Ersatzteile binnen 24 Stunden an jedem Standort"};
constexpr Msg tpl_account_collaboration{
    "intensity: how closely, as a rating. activities: what we do, for example consignment stock. people: who "
    "of ours.",
    "intensity: wie eng, als Bewertung. activities: was wir tun, zum Beispiel Konsignationslager. people: "
    "wer von uns."};
constexpr Msg tpl_account_manager{"Put the name above, as manager.",
                                  "Seinen Namen tragen Sie oben als manager ein."};
constexpr Msg tpl_account_team{"For each further person copy the lines from the dash on.",
                               "Für jede weitere Person kopieren Sie die Zeilen ab dem Strich."};
constexpr Msg tpl_account_role{"for example key account manager", "zum Beispiel Key-Account-Managerin"};
constexpr Msg tpl_account_contact_title{"for example head of purchasing", "zum Beispiel Leiterin Einkauf"};
constexpr Msg tpl_account_influence{"rating", "Bewertung"};
constexpr Msg tpl_account_contact_owner{"who of ours keeps the contact", "wer von uns den Kontakt pflegt"};
constexpr Msg tpl_account_requirements_question{
    "What does this customer demand beyond our list of requirements?",
    "Was fordert dieser Kunde über unsere Liste der Anforderungen hinaus?"};
constexpr Msg tpl_account_requirements{
    "Choose an id of small letters, digits and _; the label says it in the customer's words.",
    "Wählen Sie eine Kennung aus Kleinbuchstaben, Ziffern und _; das label sagt es in den Worten des "
    "Kunden."};
constexpr Msg tpl_account_assessments{
    "One item for each talk or survey. perspective: customer where the customer itself was asked, own where "
    "we judge ourselves; both are worth having, for their difference. importance: how much it matters to the "
    "customer, fulfilment: how well we do it. A rating may also hold best_competitor and note. A later "
    "assessment needs only what has changed.",
    "Je Gespräch oder Befragung ein Eintrag. perspective: customer, wenn der Kunde selbst gefragt wurde, "
    "own, wenn wir uns selbst einschätzen; beides lohnt sich, des Unterschieds wegen. importance: wie "
    "wichtig es dem Kunden ist; fulfilment: wie gut wir es erfüllen. Dazu dürfen best_competitor und note "
    "stehen. Eine spätere Bewertung braucht nur zu enthalten, was sich geändert hat."};
constexpr Msg tpl_account_source{"for example annual talk", "zum Beispiel Jahresgespräch"};
constexpr Msg tpl_account_offerings_question{
    "What does it buy of our product lines today, and what could it buy?",
    "Was kauft er von unserem Leistungsangebot heute, und was könnte er kaufen?"};
constexpr Msg tpl_account_offerings{"current, potential: {0} a year. competitor: who supplies the rest.",
                                    "current, potential: {0} im Jahr. competitor: wer den Rest liefert."};
constexpr Msg tpl_account_potentials{"value: what it is worth to us, in {0}. The kinds:",
                                     "value: was es uns wert ist, in {0}. Die Arten (kind):"};
constexpr Msg tpl_account_probability{"percent", "Prozent"};
constexpr Msg tpl_account_objectives_question{"What do we want to reach with this customer, and by when?",
                                              "Was wollen wir mit diesem Kunden erreichen, und bis wann?"};
constexpr Msg tpl_account_target{"a number", "eine Zahl"};
constexpr Msg tpl_account_actions_question{"What do we do next, who does it, and by when?",
                                           "Was tun wir als Nächstes, wer tut es, und bis wann?"};
constexpr Msg tpl_account_action_requirement{
    "id of the requirement that it closes, if any",
    "Kennung der Anforderung, deren Lücke sie schließt, falls es eine gibt"};
constexpr Msg tpl_account_swot_question{"How do we stand with this customer, and what is coming?",
                                        "Wie stehen wir bei diesem Kunden da, und was kommt auf uns zu?"};
constexpr Msg tpl_account_notes{
    "Free text. For several lines write notes: | and indent the lines below it.",
    "Freier Text. Für mehrere Zeilen schreiben Sie notes: | und rücken die Zeilen darunter ein."};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
