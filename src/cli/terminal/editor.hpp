#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace kam::cli {

// What the environment says of the user's editor.
struct EditorSettings {
  std::string visual;       // VISUAL
  std::string editor;       // EDITOR
  std::string search_path;  // PATH
  bool dumb_terminal = false;
};

// The shell command that edits a file, chosen as git does: VISUAL, unless the terminal is dumb, else EDITOR,
// else `editor` or `vi` where there is one and a terminal to show it. Throws Error that says what to set.
std::string choose_editor(const EditorSettings& settings);

// Runs the editor on `file` and waits for its end; Ctrl-C belongs to it meanwhile. Nothing where it ended
// well, else how it ended: `ended with status 1`.
std::optional<std::string> run_editor(const std::string& editor, const std::filesystem::path& file);

}  // namespace kam::cli
