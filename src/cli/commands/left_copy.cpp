#include "cli/commands/left_copy.hpp"

#include "cli/terminal/edit_question.hpp"
#include "kam/model/error.hpp"
#include "kam/render/diff.hpp"
#include "kam/text/messages.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

// Lines of a text that must not drive the terminal.
std::string escape_lines(std::string_view text) {
  std::string shown;
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    shown += escape_controls(line) + "\n";
  }
  return shown;
}

Exit stop(const HandEdit& edit, const PrivateCopy& copy, NextStep step, Language language, Context& context) {
  context.err +=
      escape_controls(say(Msg::edit_copy_kept, language, {edit.file, copy.path().native()})) + "\n";
  return step == NextStep::interrupted ? Exit::interrupted : Exit::failed;
}

}  // namespace

std::filesystem::path copies_directory(const Context& context) {
  if (context.state_directory.empty())
    throw Error("there is no place for a copy of the file: neither XDG_STATE_HOME nor HOME is set",
                "Set XDG_STATE_HOME to a directory that you may write in.");
  return context.state_directory / "edit";
}

ChosenCopy choose_left_copy(const HandEdit& edit, const std::filesystem::path& copies, Language language,
                            Context& context) {
  const auto file = std::filesystem::canonical(edit.root) / edit.file;
  for (auto& copy : PrivateCopy::find_left(copies, file, edit.base)) {
    if (!context.ask) {
      context.remark(say(Msg::edit_left, language, {edit.file, copy.path().native()}));
      continue;
    }
    const auto text = copy.read_without_notes();
    const auto difference = escape_lines(unified_diff(edit.base, text, edit.file));
    const auto step = ask_about_left_copy(context, edit.file, difference, language);
    if (step == NextStep::edit) return {std::move(copy), std::nullopt};
    if (step == NextStep::discard)
      copy.remove();
    else if (step != NextStep::leave)
      return {std::nullopt, stop(edit, copy, step, language, context)};
  }
  return {};
}

}  // namespace kam::cli
