#pragma once

#include "kam/text/messages.hpp"

namespace kam::msg {

// NOLINTBEGIN(readability-identifier-naming): ids, as in `msg::agenda_title`

constexpr Msg git_setup_done{
    "git now merges these files fact by fact: what one side alone changed or added is taken, with its "
    "comments; a fact that both changed is a conflict around its lines alone.",
    "git führt diese Dateien jetzt Angabe für Angabe zusammen: Was nur eine Seite geändert oder ergänzt hat, "
    "gilt, mit seinen Kommentaren; eine Angabe, die beide geändert haben, ist ein Konflikt nur um ihre "
    "Zeilen."};
constexpr Msg git_setup_others{
    "Commit .gitattributes. Everybody else runs `kam git-setup` once in their own clone, since git takes no "
    "commands from a repository; without it, or without kam, git merges by lines as before.",
    "Nehmen Sie .gitattributes in einen Commit auf. Alle anderen rufen `kam git-setup` einmal in ihrem Klon "
    "auf, denn git übernimmt keine Befehle aus einem Repository; ohne das oder ohne kam führt git wie bisher "
    "zeilenweise zusammen."};
constexpr Msg git_setup_undo{"`kam git-setup --remove` undoes it.",
                             "`kam git-setup --remove` nimmt es zurück."};
constexpr Msg git_setup_unchanged{"It is set up already; nothing was changed.",
                                  "Das ist schon eingerichtet; es wurde nichts geändert."};
constexpr Msg git_setup_removed{
    "git merges these files by lines again. Commit .gitattributes if it was committed.",
    "git führt diese Dateien wieder zeilenweise zusammen. War .gitattributes in einem Commit, nehmen Sie die "
    "Änderung in einen weiteren auf."};
constexpr Msg git_setup_not_there{"It is not set up; nothing was changed.",
                                  "Das ist nicht eingerichtet; es wurde nichts geändert."};
constexpr Msg git_setup_kept{"{0} is not kam's own, and stays as it is: {1}",
                             "{0} ist nicht von kam und bleibt, wie es ist: {1}"};
constexpr Msg git_setup_overruled{
    "The attribute merge of {0} is `{1}`, not `kam`, so git merges it otherwise: a line behind kam's own "
    "says so, in this .gitattributes, in one below it or in .git/info/attributes.",
    "Das Attribut merge von {0} ist `{1}` statt `kam`; git führt also anders zusammen. So steht es in einer "
    "Zeile nach der von kam, in dieser .gitattributes, in einer darunter oder in .git/info/attributes."};
constexpr Msg git_setup_and_more{"{0} and {1} more", "{0} und {1} weitere"};

// NOLINTEND(readability-identifier-naming)

}  // namespace kam::msg
