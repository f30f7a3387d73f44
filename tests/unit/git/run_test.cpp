#include "kam/git/run.hpp"

#include <doctest/doctest.h>

#include <csignal>
#include <new>
#include <string>

#include "scratch_repository.hpp"
#include "support/error_text.hpp"

using namespace kam;

TEST_CASE("git gets its arguments as they are, in the directory, and its input") {
  const ScratchRepository repository("Müller & $(touch x) 'GmbH'");
  CHECK(run_git(repository.open(), {"rev-parse", "--show-toplevel"}).out ==
        repository.path().native() + "\n");
  CHECK(run_git(repository.open(), {"hash-object", "--stdin"}, "hello\n").out ==
        "ce013625030ba8dba906f756967f9e9ca394464a\n");
  CHECK(run_git(repository.open(), {"config", "--get-regexp", "user; touch x"}).status == 1);
  CHECK_FALSE(std::filesystem::exists(repository.path() / "x"));
}

TEST_CASE("git lacks memory where a machine could have it, and believes no broken object") {
  CHECK_THROWS_AS(
      throw_if_without_memory("fatal: Out of memory, malloc failed (tried to allocate 4194305 bytes)\n"),
      std::bad_alloc);
  CHECK_THROWS_AS(throw_if_without_memory("fatal: mmap failed: Cannot allocate memory\n"), std::bad_alloc);
  CHECK_NOTHROW(throw_if_without_memory(
      "error: unable to parse header\n"
      "fatal: Out of memory, malloc failed (tried to allocate 18446744073709551545 bytes)\n"));
  CHECK_NOTHROW(throw_if_without_memory("fatal: not a valid object name x\n"));
}

TEST_CASE("much goes in and much comes out at once") {
  const ScratchRepository repository;
  std::string lines;
  for (int i = 0; i < 200'000; ++i) lines += "no-such-object-" + std::to_string(i) + "\n";
  const auto result = run_git(repository.open(), {"cat-file", "--batch-check"}, lines);
  CHECK(result.status == 0);
  CHECK(result.out.size() == lines.size() + 200'000 * std::string_view(" missing").size());
}

TEST_CASE("a git that ends before it has read its input does not end kam") {
  const ScratchRepository repository;
  const auto result = run_git(repository.open(), {"rev-parse", "--git-dir"}, std::string(10'000'000, 'x'));
  CHECK(result.status == 0);
  CHECK(result.out == (repository.path() / ".git").native() + "\n");
}

TEST_CASE("what git says no to is a result, or an error with its reason") {
  const ScratchRepository repository;
  CHECK(run_git(repository.open(), {"cat-file", "-e", "HEAD"}).status == 128);
  CHECK(error_text([&] {
          ask_git(repository.open(), {"log", "nothing"});
        }).starts_with("`git log` says: ambiguous argument 'nothing': unknown revision"));
  CHECK(error_text([&] {
          ask_git(repository.open(), {"config", "no.thing"});
        }) == "`git config` ended with status 1 and says nothing");
  CHECK(git_reason("warning: x\nfatal: bad\nmore\n") == "bad");
  CHECK(git_reason("error: bad\nfatal: worse\n") == "bad");
  CHECK(git_reason("plain\nmore") == "plain");
  CHECK(git_reason("").empty());
}

TEST_CASE("a machine without git is told so") {
  const ScratchDirectory empty;
  const ChangedVariable path("PATH", empty.path().native());
  CHECK(error_text([&] { run_git_alone({"version"}); }) ==
        "git is not installed: there is no `git` in any directory of PATH | Install git, as in `apt install "
        "git`; everything else in kam works without it.");
}

TEST_CASE("the repository of a hook that runs kam is not the portfolio's") {
  const ScratchRepository repository;
  const ScratchRepository other("other");
  const ChangedVariable directory("GIT_DIR", (other.path() / ".git").native());
  const ChangedVariable tree("GIT_WORK_TREE", other.path().native());
  const ChangedVariable language("LC_ALL", "de_DE.UTF-8");
  CHECK(run_git(repository.open(), {"rev-parse", "--show-toplevel"}).out ==
        repository.path().native() + "\n");
  CHECK(run_git(repository.open(), {"cat-file", "-e", "HEAD"}).err ==
        "fatal: Not a valid object name HEAD\n");
}
