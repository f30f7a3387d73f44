#include "kam/git/repository.hpp"

#include <doctest/doctest.h>

#include "scratch_repository.hpp"
#include "support/error_text.hpp"

using namespace kam;

TEST_CASE("a portfolio lies at the top of its repository or below") {
  const ScratchRepository repository("Kunden Süd");
  repository.put("Vertrieb\n Süd/kam/kam.yaml", "kam: 1\n");
  const auto top = repository.open();
  CHECK(top.root == repository.path());
  CHECK(top.prefix.empty());
  CHECK(top.kind == Repository::Kind::work_tree);
  CHECK(top.depth == Repository::Depth::whole);
  const auto below = repository.open("Vertrieb\n Süd/kam");
  CHECK(below.root == repository.path());
  CHECK(below.prefix == "Vertrieb\n Süd/kam/");
}

TEST_CASE("a bare repository is one without a working tree") {
  const ScratchRepository repository;
  repository.commit("Begin");
  repository.git({"clone", "-q", "--bare", ".", repository.beside("bär e.git").native()});
  const auto bare = open_bare_repository(repository.beside("bär e.git")).value();
  CHECK(bare.root == repository.beside("bär e.git"));
  CHECK(bare.prefix.empty());
  CHECK(bare.kind == Repository::Kind::bare);
  CHECK(find_commit(bare, "main").subject == "Begin");
}

TEST_CASE("a linked working tree has a top of its own") {
  const ScratchRepository repository;
  repository.commit("Begin");
  repository.git({"worktree", "add", "-q", repository.beside("linked").native()});
  CHECK(open_repository(repository.beside("linked")).root == repository.beside("linked"));
}

TEST_CASE("no repository is an error with the next step") {
  const ScratchDirectory scratch;
  const ChangedVariable ceiling("GIT_CEILING_DIRECTORIES", scratch.path().parent_path().native());
  CHECK(error_text([&] { open_repository(scratch.path()); }) ==
        scratch.path().native() +
            " is not in a git repository | `git init` makes one, and `git commit` keeps what there is to "
            "compare with.");
}

TEST_CASE("a repository of another user is refused with what to do") {
  const ScratchRepository repository;
  const ChangedVariable owner("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1");
  const auto path = repository.path().native();
  CHECK(error_text([&] { repository.open(); }) ==
        "git does not read the repository " + path +
            ": it belongs to another user | Where you trust its owner, say `git config --global --add "
            "safe.directory '" +
            path + "'`.");
}

TEST_CASE("other reasons of git are told") {
  const ScratchRepository repository;
  repository.put(".git/config", "[core]\n\trepositoryformatversion = 77\n");
  CHECK(error_text([&] { repository.open(); }) == "git cannot open the repository of " +
                                                      repository.path().native() +
                                                      ": Expected git repo version <= 1, found 77");
}

TEST_CASE("ranges are read as git writes them") {
  using Kind = RevisionRange::Kind;
  const auto check = [](std::string_view text, Kind kind, std::string_view first, std::string_view second) {
    CAPTURE(text);
    const auto range = parse_revision_range(text);
    CHECK(range.kind == kind);
    CHECK(range.first == first);
    CHECK(range.second == second);
  };
  check("v1", Kind::revision, "v1", "HEAD");
  check("v1.0..v2.0", Kind::two_dots, "v1.0", "v2.0");
  check("v1..", Kind::two_dots, "v1", "HEAD");
  check("..v2", Kind::two_dots, "HEAD", "v2");
  check("main...topic", Kind::three_dots, "main", "topic");
  check("", Kind::revision, "HEAD", "HEAD");
}
