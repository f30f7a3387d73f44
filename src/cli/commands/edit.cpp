#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "cli/change.hpp"
#include "cli/commands.hpp"
#include "cli/context.hpp"
#include "cli/output.hpp"
#include "cli/terminal/editor.hpp"
#include "cli/terminal/private_copy.hpp"
#include "kam/model/error.hpp"
#include "kam/render/diff.hpp"
#include "kam/text/messages/edit.hpp"
#include "kam/text/messages/left_copy.hpp"
#include "kam/unicode/unicode.hpp"
#include "kam/yaml/annotate.hpp"

namespace kam::cli {

namespace {

// What to do with a text that could not be saved.
enum class NextStep { edit, edit_commented, leave, stop, discard, interrupted };

// An account's file that a user edits by hand, as text.
struct HandEdit {
  std::filesystem::path root;
  std::string id;
  std::string file;  // `accounts/ID.yaml`
  std::string base;  // the file's bytes that the user's text comes from
};

// The copy to edit, and what came of asking.
struct ChosenCopy {
  std::optional<PrivateCopy>
      copy;                 // one that an interrupted `kam edit` left, and which the user goes on with
  std::optional<Exit> end;  // the user stopped instead
};

struct Options {
  std::string account;
  bool errors = false;
};

// A file whose name is no id cannot be mended by editing what stands in it.
void check_id(const Portfolio& portfolio, const std::string& file) {
  const auto named = [&](const Problem& problem) {
    return problem.file == file && problem.code == "bad-account-id";
  };
  const auto found = std::ranges::find_if(portfolio.errors, named);
  if (found != portfolio.errors.end()) throw Error(found->message, found->hint);
}

// Where the copies of `kam edit` lie. Throws Error where the user has no home and no other place is named.
std::filesystem::path copies_directory(const Context& context) {
  if (context.state_directory.empty())
    throw Error("there is no place for a copy of the file: neither XDG_STATE_HOME nor HOME is set",
                "Set XDG_STATE_HOME to a directory that you may write in.");
  return context.state_directory / "edit";
}

// The lines of a difference, safe to show.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(escape_controls(line));
  }
  return lines;
}

// Where the user's text is, and the status that goes with having stopped.
Exit tell_kept(const HandEdit& edit, const PrivateCopy& copy, NextStep step, Language language,
               Context& context) {
  context.err +=
      escape_controls(say(msg::edit_copy_kept, language, {edit.file, copy.path().native()})) + "\n";
  return step == NextStep::interrupted ? Exit::interrupted : Exit::failed;
}

struct Choice {
  Msg sentence;  // `[e] edit again`
  NextStep step;
};

// The letter that a choice's sentence has in brackets.
std::string letter_of(const Choice& choice, Language language) {
  const auto sentence = say(choice.sentence, language);
  return sentence.substr(1, sentence.find(']') - 1);
}

NextStep ask(const Context& context, const std::string& heading, std::initializer_list<Choice> choices,
             Language language) {
  auto question = heading + "\n";
  std::string letters;
  for (const auto& choice : choices) {
    question += "  " + say(choice.sentence, language) + "\n";
    letters += (letters.empty() ? "" : " ") + letter_of(choice, language);
  }
  const auto prompt = say(msg::edit_prompt, language);
  question += prompt;
  while (true) {
    const auto answer = context.ask(question);
    if (answer.end == TypedLine::End::interrupted) return NextStep::interrupted;
    if (answer.end == TypedLine::End::end_of_input) return NextStep::stop;
    const auto word = fold_name(answer.text);
    const auto* const chosen = std::ranges::find_if(
        choices, [&](const Choice& choice) { return letter_of(choice, language) == word; });
    if (chosen != choices.end()) return chosen->step;
    question = say(msg::edit_choose_one_of, language, {letters}) + "\n" + prompt;
  }
}

// Of a text that an interrupted `kam edit` left: to go on with it, leave it for another time, or discard it.
NextStep ask_about_left_copy(const Context& context, const std::string& file, const std::string& difference,
                             Language language) {
  return ask(context, difference + "\n" + say(msg::edit_interrupted, language, {file}),
             {{msg::edit_choose_go_on, NextStep::edit},
              {msg::edit_choose_leave, NextStep::leave},
              {msg::edit_choose_discard_left, NextStep::discard}},
             language);
}

// Asks about each text that an interrupted `kam edit` left of this file: to go on with it, leave it, or
// discard it. Where nobody can be asked they are told and left.
ChosenCopy choose_left_copy(const HandEdit& edit, const std::filesystem::path& copies, Language language,
                            Context& context) {
  const auto file = std::filesystem::canonical(edit.root) / edit.file;
  for (auto& copy : PrivateCopy::find_left(copies, file, edit.base)) {
    if (!context.ask) {
      context.remark(say(msg::edit_left, language, {edit.file, copy.path().native()}));
      continue;
    }
    const auto text = copy.read_without_notes();
    std::string difference;
    for (const auto& line : lines_of(unified_diff(edit.base, text, edit.file))) difference += line + "\n";
    const auto step = ask_about_left_copy(context, edit.file, difference, language);
    if (step == NextStep::edit) return {std::move(copy), std::nullopt};
    if (step == NextStep::discard)
      copy.remove();
    else if (step != NextStep::leave)
      return {std::nullopt, tell_kept(edit, copy, step, language, context)};
  }
  return {};
}

using Notes = std::vector<LineNote>;

// The errors of one file that can be written above their lines; a comment would not be one in UTF-16.
Notes notes_of(const Problems& problems, const std::string& file) {
  Notes notes;
  for (const auto& problem : problems) {
    if (problem.file != file || problem.severity != Severity::error || problem.code == "utf-16") continue;
    notes.push_back({problem.line, "error: " + problem.message});
    if (!problem.hint.empty()) notes.push_back({problem.line, problem.hint});
  }
  return notes;
}

// What became of the user's text.
struct Saving {
  enum class Outcome {
    saved,
    faulty,    // it does not read, or kam.yaml does not
    overtaken  // the file is no longer `base`
  };
  Outcome outcome = Outcome::faulty;
  Problems problems;   // of the text
  std::string theirs;  // overtaken: what the file says now
  Document change;  // saved: what it changed in the ratings and scores; no blocks where nothing, or unknown
};

// One run of the command, from the first look into the file on.
class EditSession {
 public:
  EditSession(HandEdit edit, PrivateCopy copy, std::string editor, Language language, Context& context)
      : edit_(std::move(edit)),
        editor_(std::move(editor)),
        language_(language),
        context_(context),
        copy_(std::move(copy)),
        text_(copy_.read_without_notes()) {
    if (copy_.read() != text_) copy_.write(text_);  // comments of kam's, as it was interrupted
  }

  Exit run(const Notes& first_notes) {
    try {
      return run_rounds(first_notes);
    } catch (const Error& error) {
      if (is_untouched()) {
        copy_.remove();
        throw;
      }
      if (!copy_.is_there()) copy_.write(text_);
      throw Error(error.what(), fmt::format("{}{}Your text is kept in {}", error.hint(),
                                            error.hint().empty() ? "" : " ", copy_.path().native()));
    }
  }

 private:
  bool is_untouched();
  Exit run_rounds(const Notes& first_notes);
  void edit_once(const Notes& notes);
  NextStep after_faults(const Saving& saving, Notes& notes);
  NextStep after_changes(const Saving& saving, Notes& notes);
  Exit stop(NextStep step);
  void drop_copy();
  Exit finish_unchanged();
  Exit finish_saved(const Saving& saving);
  void overtake(const std::string& theirs);
  void tell_overwritten();
  void print(const Problems& problems) {
    print_problems(context_, problems, [&](const std::string&) { return text_; });
  }

  HandEdit edit_;
  std::string editor_;
  Language language_;
  Context& context_;
  PrivateCopy copy_;
  std::string text_;                            // the copy's without kam's comments, as of the last look
  std::vector<std::string> written_by_others_;  // lines that somebody else added meanwhile
};

// Has the copy of the file edited until it is saved, unchanged or given up, and tells what came of it. The
// first round begins with `problems` as comments above their lines. An Error leaves the copy where there is
// anything of the user's in it, and names it.
Exit edit_in_rounds(const HandEdit& edit, PrivateCopy copy, const std::string& editor,
                    const Problems& problems, Language language, Context& context) {
  return EditSession(edit, std::move(copy), editor, language, context).run(notes_of(problems, edit.file));
}

Exit run_edit(const Options& options, Context& context) {
  const auto opened = open_account(context, options.account, WriteMode::dry_run);
  if (!opened) return Exit::failed;
  const auto& [portfolio, scores, as_of, language] = opened->state;
  const auto& root = portfolio.root;
  const auto id = find_account_id(portfolio, options.account);
  HandEdit edit{root, id, account_file(id), {}};
  check_id(portfolio, edit.file);
  check_replaceable(root / edit.file);
  const auto editor = choose_editor(context.editor);
  { const DirectoryLock lock(root); }  // what a killed kam left is in its place before somebody edits it
  edit.base = need_portfolio_file(root, edit.file);
  auto problems = decode_account(edit.base, edit.file, id, portfolio.settings).problems;
  std::erase_if(problems, [](const Problem& problem) { return problem.severity != Severity::error; });
  print_problems(context, problems, [&](const std::string&) { return edit.base; });
  if (!options.errors) problems.clear();
  const auto copies = copies_directory(context);
  auto chosen = choose_left_copy(edit, copies, language, context);
  if (chosen.end) return *chosen.end;
  if (!chosen.copy)
    return edit_in_rounds(edit, {copies, std::filesystem::canonical(root) / edit.file, edit.base}, editor,
                          problems, language, context);
  edit.base = chosen.copy->base();  // what others wrote since shows when it is saved
  return edit_in_rounds(edit, std::move(*chosen.copy), editor, {}, language, context);
}

// Puts `text` in the file's place if it reads and the file is still `base`, under the portfolio's lock, and
// by today's kam.yaml: the editor may have been open for hours. Throws Error where it cannot be written.
Saving save(const HandEdit& edit, const std::string& text, Context& context) {
  Saving saving;
  const auto opened = open_account(context, edit.id, WriteMode::write);
  if (!opened) return saving;
  const auto& before = opened->state;
  auto decoded = decode_account(text, edit.file, edit.id, before.portfolio.settings);
  saving.problems = std::move(decoded.problems);
  if (first_error(saving.problems) != nullptr) return saving;
  saving.theirs = find_source(before.portfolio, edit.id)->text;
  if (saving.theirs != edit.base) {
    saving.outcome = Saving::Outcome::overtaken;
    return saving;
  }
  const Draft draft{edit.id, edit.base, text, {}, std::move(decoded.account)};
  saving.change = build_draft_change(before, draft);
  write_drafts(edit.root, std::span(&draft, 1));
  saving.outcome = Saving::Outcome::saved;
  return saving;
}

// Whether the copy has nothing of the user's in it, for certain.
bool EditSession::is_untouched() {
  if (text_ != edit_.base) return false;
  try {
    return !copy_.is_there() || copy_.read() == edit_.base;
  } catch (const Error&) {
    return false;
  }
}

// Has the copy edited, with notes, and takes them out of it again.
void EditSession::edit_once(const Notes& notes) {
  const auto annotated = annotate(text_, notes);
  if (!notes.empty()) copy_.write(annotated.text, annotated.marker);
  if (context_.write_err_now) context_.write_err_now();
  const auto failure = run_editor(editor_, copy_.path());
  text_ = copy_.read_without_notes();
  if (!notes.empty()) copy_.write(text_);
  if (failure)
    throw Error(fmt::format("the editor `{}` {}; {} was left as it is", editor_, *failure, edit_.file));
}

Exit EditSession::run_rounds(const Notes& first_notes) {
  auto notes = first_notes;
  std::optional<std::string> theirs;  // shown to the user, who may now take it over
  while (true) {
    const auto before = text_;
    edit_once(notes);
    notes.clear();
    if (theirs && text_ != before) overtake(*theirs);
    theirs.reset();
    if (text_ == edit_.base) return finish_unchanged();
    const auto saving = save(edit_, text_, context_);
    if (saving.outcome == Saving::Outcome::saved) return finish_saved(saving);
    const bool overtaken = saving.outcome == Saving::Outcome::overtaken;
    if (overtaken && saving.theirs == text_) return finish_unchanged();  // somebody made the same change
    const auto step = overtaken ? after_changes(saving, notes) : after_faults(saving, notes);
    if (step != NextStep::edit && step != NextStep::edit_commented) return stop(step);
    if (overtaken) theirs = saving.theirs;
  }
}

// The user's text now stands for what somebody else made of the file.
void EditSession::overtake(const std::string& theirs) {
  const auto before = lines_of(edit_.base);
  for (const auto& line : lines_of(theirs))
    if (std::ranges::find(before, line) == before.end()) written_by_others_.push_back(line);
  edit_.base = theirs;
}

// Saving is the user's decision, but not one to be made unawares.
void EditSession::tell_overwritten() {
  const auto kept = lines_of(text_);
  std::string lost;
  for (const auto& line : written_by_others_)
    if (std::ranges::find(kept, line) == kept.end()) lost += "  " + escape_controls(line) + "\n";
  if (!lost.empty()) context_.err += say(msg::edit_overwrites, language_) + "\n" + lost;
}

// Asks on the terminal, with one letter for each choice, until one is given. The end of input is `stop`.
// `context.ask` must be there.
NextStep ask_about_faults(const Context& context, const std::string& file, Language language) {
  return ask(context, "\n" + say(msg::edit_faulty, language, {file}),
             {{msg::edit_choose_again, NextStep::edit},
              {msg::edit_choose_commented, NextStep::edit_commented},
              {msg::edit_choose_stop, NextStep::stop},
              {msg::edit_choose_discard, NextStep::discard}},
             language);
}

// Where kam.yaml does not read: nothing can be checked by it.
NextStep ask_about_settings(const Context& context, const std::string& file, Language language) {
  return ask(context, "\n" + say(msg::edit_settings_faulty, language, {file}),
             {{msg::edit_choose_again, NextStep::edit},
              {msg::edit_choose_stop, NextStep::stop},
              {msg::edit_choose_discard, NextStep::discard}},
             language);
}

NextStep EditSession::after_faults(const Saving& saving, Notes& notes) {
  print(saving.problems);
  const bool checked = !saving.problems.empty();  // else kam.yaml does not read, which has been told
  if (!context_.ask)
    throw Error(checked ? fmt::format("{} would not read like this, and was left as it is", edit_.file)
                        : fmt::format("{} cannot be checked, and was left as it is", edit_.file));
  const auto step = checked ? ask_about_faults(context_, edit_.file, language_)
                            : ask_about_settings(context_, edit_.file, language_);
  if (step == NextStep::edit_commented) notes = notes_of(saving.problems, edit_.file);
  return step;
}

NextStep ask_about_changes(const Context& context, const std::string& file, const std::string& difference,
                           Language language) {
  return ask(context, difference + "\n" + say(msg::edit_overtaken, language, {file}),
             {{msg::edit_choose_merge, NextStep::edit_commented},
              {msg::edit_choose_stop, NextStep::stop},
              {msg::edit_choose_discard, NextStep::discard}},
             language);
}

NextStep EditSession::after_changes(const Saving& saving, Notes& notes) {
  if (!context_.ask)
    throw Error(fmt::format("{} was changed meanwhile by somebody else, and was left as it is", edit_.file),
                "Run the command again: it starts from what stands there now.");
  notes.push_back({1, say(msg::edit_differences, language_, {edit_.file})});
  std::string shown;
  for (const auto& line : lines_of(unified_diff(edit_.base, saving.theirs, edit_.file))) {
    shown += line + "\n";
    notes.push_back({1, line});
  }
  return ask_about_changes(context_, edit_.file, shown, language_);
}

Exit EditSession::stop(NextStep step) {
  if (step == NextStep::discard) {
    drop_copy();
    context_.err += say(msg::edit_discarded, language_, {edit_.file}) + "\n";
    return Exit::failed;
  }
  return tell_kept(edit_, copy_, step, language_, context_);
}

// What somebody saved in it since is not dropped: an editor may still have it open.
void EditSession::drop_copy() {
  if (!copy_.remove()) context_.remark(say(msg::edit_left, language_, {edit_.file, copy_.path().native()}));
}

Exit EditSession::finish_unchanged() {
  drop_copy();
  context_.remark(say(msg::edit_unchanged, language_));
  return Exit::done;
}

Exit EditSession::finish_saved(const Saving& saving) {
  drop_copy();
  if (context_.remarks == Remarks::shown) print(saving.problems);
  tell_overwritten();
  context_.out += edit_.file + "\n";
  if (!saving.change.blocks.empty()) context_.out += render_document(saving.change, context_);
  return Exit::done;
}

}  // namespace

Run add_edit(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.argument("ACCOUNT", options->account, "The account, by id or name", Arguments::Need::required);
  arguments.flag("--errors", options->errors,
                 "Begin with the file's errors as comments above their lines; they go when it is saved");
  return [options](Context& context) { return run_edit(*options, context); };
}

}  // namespace kam::cli
