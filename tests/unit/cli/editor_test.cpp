#include "cli/terminal/editor.hpp"

#include <doctest/doctest.h>

#include <array>

#include "kam/model/error.hpp"
#include "support/error_text.hpp"
#include "support/scratch_directory.hpp"

using namespace kam;
using namespace kam::cli;

TEST_CASE("the editor is chosen as git does") {
  const ScratchDirectory programs;
  const auto make_program = [&](const std::string& name) {
    std::filesystem::permissions(programs.put(name, "#!/bin/sh\n"), std::filesystem::perms::owner_all);
  };
  make_program("vi/vi");
  make_program("both/vi");
  make_program("both/editor");
  programs.put("neither/vi", "no program");
  const auto in = [&](const std::string& name) { return (programs.path() / name).native(); };
  struct Row {
    EditorSettings settings;
    std::string chosen;
  };
  const std::array<Row, 10> rows{{
      {{"code --wait", "ed", "", false}, "code --wait"},
      {{"", "ed", "", false}, "ed"},
      {{"code --wait", "", "", false}, "code --wait"},
      {{"code --wait", "ed", "", true}, "ed"},
      {{"", "", in("vi"), false}, "vi"},
      {{"", "", in("both"), false}, "editor"},
      {{"", "", in("neither") + "::" + in("vi"), false}, "vi"},
      {{"", "", in("neither"), false},
       "there is no editor: neither VISUAL nor EDITOR is set | Set VISUAL to the editor of your choice, as "
       "in "
       "`export VISUAL=nano` or `VISUAL='code --wait'`."},
      {{"code", "", in("vi"), true},
       "EDITOR is not set, and the terminal is dumb (TERM) | Set EDITOR to an editor that works here, as in "
       "`EDITOR=ed`."},
      {{"", "", "", false},
       "there is no editor: neither VISUAL nor EDITOR is set | Set VISUAL to the editor of your choice, as "
       "in "
       "`export VISUAL=nano` or `VISUAL='code --wait'`."},
  }};
  for (const auto& row : rows) {
    CAPTURE(row.chosen);
    std::string chosen;
    const auto refused = error_text([&] { chosen = choose_editor(row.settings); });
    CHECK((refused.empty() ? chosen : refused) == row.chosen);
  }
}

TEST_CASE("the editor is a command of the shell, and the file an argument of its own") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("it's $HOME \"x\"; exit 9.yaml", "before");
  CHECK_FALSE(run_editor("printf after >", file));
  CHECK(scratch.content(file.filename()) == "after");
}

TEST_CASE("how an editor ended is told") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("a", "");
  CHECK(run_editor("exit 4; :", file) == "ended with status 4");
  CHECK(run_editor("/no/such/editor 2>&-", file) == "ended with status 127");
  CHECK(run_editor("kill -KILL $$;", file) == "was ended by signal 9 (Killed)");
}
