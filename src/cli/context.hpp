#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/terminal/editor.hpp"
#include "kam/disk/read.hpp"
#include "kam/model/date.hpp"
#include "kam/model/ids.hpp"
#include "kam/render/render.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

enum class Remarks { shown, quiet };

// A line that somebody typed, or why there is none.
struct TypedLine {
  enum class End { line, end_of_input, interrupted, too_long };  // the last: of more than 64 KiB
  End end = End::line;
  std::string text{};  // without its line end
};

// Who answers when a command asks.
struct Conversation {
  enum class Partner {
    nobody,  // standard input is closed, or a device that never answers
    script,  // a pipe or file: every line is an answer
    person,  // a terminal
    unseen   // a terminal, but the questions would go elsewhere: standard error is none
  };
  Partner partner = Partner::nobody;
  std::function<TypedLine(const std::string& prompt)> read_line;  // shows a person the prompt
  std::function<void(const std::string& text)> tell;              // writes to stderr at once
  std::function<std::optional<int>()> width;                      // of stderr, where it is a terminal
  Color color = Color::off;
};

// What a command knows of the world around it: everything ambient is here, read once by `main`.
struct Context {
  std::string out;                        // results; written to stdout when the command is done
  std::string err;                        // problems and remarks; written to stderr after them
  Date today;                             // the as-of day
  std::vector<std::string> merged_heads;  // what git calls the commits that it merges just now
  std::optional<Language> language;       // asked for by --lang or KAM_LANG; else the portfolio's
  Remarks remarks = Remarks::shown;
  Follow follow = Follow::no;  // whether kam.yaml may be a link that leads out of the working tree
  TextOptions terminal;        // how stdout shows text
  // Replaces the line that stderr's terminal shows; not there where stderr is no terminal. Empty text clears
  // it.
  std::function<void(const std::string& text)> show_progress;
  // Writes what `err` holds so far: before another program takes the terminal.
  std::function<void()> write_err_now;
  // Writes what `err` holds so far and asks; not there where no terminal can show the question and answer it.
  std::function<TypedLine(const std::string& question)> ask;
  EditorSettings editor;
  std::filesystem::path state_directory;  // of kam's own; empty where the user has no home
  Conversation conversation;

  // The language asked for, else the portfolio's.
  Language language_or(Language portfolio) const { return language.value_or(portfolio); }
  void remark(const std::string& sentence) {
    if (remarks == Remarks::shown) err += escape_controls(sentence) + "\n";
  }
};

// Tells first and does then, so that no lack of memory can make a failure of what is done; what was told is
// taken back where it could not be done.
template <class Tell, class Work>
void tell_and_do(Context& context, const Tell& tell, const Work& work) {
  const auto out = context.out.size();
  const auto err = context.err.size();
  try {
    tell();
    work();
  } catch (...) {
    context.out.resize(out);
    context.err.resize(err);
    throw;
  }
}

// Exit statuses (kam(1), EXIT STATUS).
enum class Exit {
  done = 0,
  answer_is_no = 1,
  usage = 2,
  failed = 3,
  not_merged = 129,  // to git, up to 128 means a conflict
  interrupted = 130
};

}  // namespace kam::cli
