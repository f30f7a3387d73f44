#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

constexpr Msg import_counts{"{0} created, {1} updated, {2} unchanged",
                            "{0} angelegt, {1} geändert, {2} unverändert"};
constexpr Msg import_contact_counts{"Contacts: {0} created, {1} updated, {2} unchanged",
                                    "Ansprechpartner: {0} angelegt, {1} geändert, {2} unverändert"};
constexpr Msg import_would{"Dry run: {0}; nothing was written.",
                           "Probelauf: {0}; es wurde nichts geschrieben."};
constexpr Msg import_skipped{"{0} skipped", "{0} übergangen"};
constexpr Msg import_left_out{"{0} left out", "{0} ausgelassen"};
constexpr Msg import_unused{"Columns not taken over: {0}.", "Nicht übernommene Spalten: {0}."};
constexpr Msg import_column{"column {0}", "Spalte {0}"};
constexpr Msg import_own_turnover{
    "The column \"{0}\" was not taken over: in a CRM that is the customer's own turnover, not your revenue "
    "with it.",
    "Die Spalte „{0}“ wurde nicht übernommen: In einem CRM ist das der eigene Umsatz des Kunden, nicht Ihr "
    "Umsatz mit ihm."};
constexpr Msg import_gross_figure{
    "The column \"{0}\" was not taken over: in a ledger such figures hold tax; if yours do not, say --map "
    "revenue.YEAR=\"{0}\".",
    "Die Spalte „{0}“ wurde nicht übernommen: In der Buchhaltung sind solche Zahlen mit Steuern; wenn Ihre "
    "es nicht sind, geben Sie --map revenue.JAHR=\"{0}\" an."};
constexpr Msg import_not_money{
    "The column \"{0}\" was not taken over: it holds percentages, shares or counts, no amounts of money.",
    "Die Spalte „{0}“ wurde nicht übernommen: Sie enthält Prozente, Anteile oder Anzahlen, keine "
    "Geldbeträge."};
constexpr Msg import_other_currency{
    "The column \"{0}\" was not taken over: it is in another currency than the portfolio's {1}; convert its "
    "amounts and name {1} in its header.",
    "Die Spalte „{0}“ wurde nicht übernommen: Sie hat eine andere Währung als das Portfolio ({1}); rechnen "
    "Sie ihre Beträge um und nennen Sie {1} in der Kopfzeile."};
constexpr Msg import_bare_year{
    "Columns not taken over, since their header is only a year: {0}. If they hold the revenue, say {1}.",
    "Nicht übernommene Spalten, weil die Kopfzeile nur ein Jahr nennt: {0}. Wenn sie den Umsatz enthalten, "
    "geben Sie {1} an."};
constexpr Msg import_row_title{"Line {0}: \"{1}\" stands above the header and was passed over.",
                               "Zeile {0}: „{1}“ steht über der Kopfzeile und wurde übergangen."};
constexpr Msg import_row_metadata{
    "Line {0}: \"{1}\" is what DATEV says of the file, no header, and was passed over.",
    "Zeile {0}: „{1}“ ist die Vorlaufzeile von DATEV, keine Kopfzeile, und wurde übergangen."};
constexpr Msg import_row_total{"Line {0}: \"{1}\" is a totals row and was passed over.",
                               "Zeile {0}: „{1}“ ist eine Summenzeile und wurde übergangen."};
constexpr Msg import_row_total_that_differs{
    "Line {0}: \"{1}\" is a totals row and was passed over; but its amounts are not the sums of the rows "
    "above.",
    "Zeile {0}: „{1}“ ist eine Summenzeile und wurde übergangen; ihre Beträge sind aber nicht die Summen der "
    "Zeilen darüber."};
constexpr Msg import_row_footer{
    "Line {0}: \"{1}\" is a line of the report, no customer, and was passed over.",
    "Zeile {0}: „{1}“ ist eine Zeile des Berichts, kein Kunde, und wurde übergangen."};
constexpr Msg import_row_kept{
    "Line {0}: \"{1}\" was taken for a customer, not for a total of the rows above.",
    "Zeile {0}: „{1}“ wurde als Kunde übernommen, nicht als Summe der Zeilen darüber."};
constexpr Msg import_blank_row{"{0} blank row was passed over (line {1}).",
                               "{0} leere Zeile wurde übergangen (Zeile {1})."};
constexpr Msg import_blank_rows{"{0} blank rows were passed over (lines {1}).",
                                "{0} leere Zeilen wurden übergangen (Zeilen {1})."};
constexpr Msg import_supplier{"{0} supplier's account was passed over (line {1}).",
                              "{0} Kreditorenkonto wurde übergangen (Zeile {1})."};
constexpr Msg import_suppliers{"{0} suppliers' accounts were passed over (lines {1}).",
                               "{0} Kreditorenkonten wurden übergangen (Zeilen {1})."};
constexpr Msg preview_title{"Preview of {0}", "Vorschau auf {0}"};
constexpr Msg preview_nothing_written{"Nothing is written.", "Es wird nichts geschrieben."};
constexpr Msg preview_row{"{0} row to take over", "{0} Zeile zur Übernahme"};
constexpr Msg preview_rows{"{0} rows to take over", "{0} Zeilen zur Übernahme"};
constexpr Msg preview_bad_row{"{0} row with problems", "{0} Zeile mit Fehlern"};
constexpr Msg preview_bad_rows{"{0} rows with problems", "{0} Zeilen mit Fehlern"};
constexpr Msg preview_columns{"Columns", "Spalten"};
constexpr Msg preview_column{"Column", "Spalte"};
constexpr Msg preview_becomes{"Becomes", "Wird zu"};
constexpr Msg preview_field{"Field", "Feld"};
constexpr Msg preview_unit{"Unit", "Einheit"};
constexpr Msg preview_decimal{"Decimal mark", "Dezimalzeichen"};
constexpr Msg preview_unused{"not taken over", "nicht übernommen"};
constexpr Msg preview_unused_own_turnover{"not taken over: the customer's own turnover",
                                          "nicht übernommen: eigener Umsatz des Kunden"};
constexpr Msg preview_unused_gross{"not taken over: with tax", "nicht übernommen: mit Steuer"};
constexpr Msg preview_unused_program{"not taken over: the program's own",
                                     "nicht übernommen: gehört dem Programm"};
constexpr Msg preview_unused_not_money{"not taken over: no amount of money",
                                       "nicht übernommen: kein Geldbetrag"};
constexpr Msg preview_unused_currency{"not taken over: another currency", "nicht übernommen: andere Währung"};
constexpr Msg preview_unused_year{"not taken over: only a year", "nicht übernommen: nur ein Jahr"};
constexpr Msg preview_disputed{"ambiguous: {0}?", "mehrdeutig: {0}?"};
constexpr Msg preview_any_column{"COLUMN", "SPALTE"};
constexpr Msg preview_any_year{"YEAR", "JAHR"};
constexpr Msg preview_first_rows{"The first rows", "Die ersten Zeilen"};
constexpr Msg preview_line{"Line", "Zeile"};
constexpr Msg preview_new{"new: {0}", "neu: {0}"};
constexpr Msg preview_new_contact{"{0}, new", "{0}, neu"};
constexpr Msg preview_contact_account{"Customer", "Kunde"};
constexpr Msg preview_contact_name{"Contact", "Ansprechpartner"};
constexpr Msg preview_contact_first_name{"First name", "Vorname"};
constexpr Msg preview_contact_last_name{"Last name", "Nachname"};
constexpr Msg preview_contact_salutation{"Form of address", "Anrede"};
constexpr Msg preview_contact_academic_title{"Academic title", "Titel"};
constexpr Msg preview_contact_title{"Function", "Funktion"};
constexpr Msg preview_ambiguous{"{0}: {1} or {2}?", "{0}: {1} oder {2}?"};
constexpr Msg preview_wrong{"{0} (not readable)", "{0} (nicht lesbar)"};
constexpr Msg preview_questions{"To be decided first", "Vorher zu klären"};
constexpr Msg preview_problems{"Problems", "Fehler"};
constexpr Msg preview_more{"and {0} more", "und {0} weitere"};
constexpr Msg preview_remarks{"Rows passed over", "Übergangene Zeilen"};
constexpr Msg gitattributes_kept{
    ".gitattributes was there already and stays as it is; kam recommends the line `*.yaml text` in it.",
    ".gitattributes war schon vorhanden und bleibt, wie sie ist; kam empfiehlt darin die Zeile `*.yaml "
    "text`."};
constexpr Msg report_pages_written{"Pages in {2}: {0} written, {1} removed.",
                                   "Seiten in {2}: {0} geschrieben, {1} entfernt."};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
