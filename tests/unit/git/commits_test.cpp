#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "kam/git/repository.hpp"
#include "scratch_repository.hpp"
#include "support/error_text.hpp"

using namespace kam;

namespace {

using Texts = std::vector<std::string>;

// `2026-01-31 Subject (tag, tag)` for each.
Texts lines_of(const std::vector<Commit>& commits) {
  Texts lines;
  for (const auto& commit : commits) {
    std::string tags;
    for (const auto& tag : commit.tags) tags += (tags.empty() ? " (" : ", ") + tag;
    lines.push_back(format_iso_date(commit.day.value()) + " " + commit.subject + tags +
                    (tags.empty() ? "" : ")"));
  }
  return lines;
}

CommitRange until(const Repository& repository, const std::string& revision) {
  return {{}, find_commit(repository, revision)};
}

// Where git keeps an object that is not packed.
std::filesystem::path object_file(const ScratchRepository& repository, const std::string& revision) {
  return repository.path() / ".git/objects" / repository.id(revision).insert(2, "/");
}

// main: Begin – Second – merge of `topic` (Two steps on it) – Last; a commit beside the portfolio between.
void commit_branches(const ScratchRepository& repository) {
  repository.put("kam.yaml", "kam: 1\n");
  repository.commit("Begin", "2026-01-10");
  repository.git({"tag", "v1"});
  repository.git({"checkout", "-q", "-b", "topic"});
  repository.put("accounts/a.yaml", "a");
  repository.commit("Topic one", "2026-01-20");
  repository.put("accounts/a.yaml", "aa");
  repository.commit("Topic two", "2026-02-20");
  repository.git({"tag", "-a", "-m", "on the topic", "t2"});
  repository.git({"checkout", "-q", "main"});
  repository.put("accounts/b.yaml", "b");
  repository.commit("Second: \"ä\"\tx", "2026-02-10");
  repository.put("notes.txt", "-");
  repository.commit("Beside", "2026-02-25");
  const ChangedVariable day("GIT_COMMITTER_DATE", "2026-03-01T23:30:00-0800");
  repository.git({"merge", "-q", "--no-ff", "-m", "Merge the topic", "topic"});
  repository.git({"tag", "v2"});
  repository.git({"tag", "also-v2"});
}

}  // namespace

TEST_CASE("a commit has its day where it was committed, its author, subject and tags") {
  const ScratchRepository repository;
  commit_branches(repository);
  const auto commit = find_commit(repository.open(), "v2");
  CHECK(commit.id == repository.id("HEAD"));
  CHECK(format_iso_date(commit.day.value()) == "2026-03-01");
  CHECK(commit.author == "Jörg");
  CHECK(commit.subject == "Merge the topic");
  CHECK(commit.tags == Texts{"also-v2", "v2"});
  CHECK(find_commit(repository.open(), "t2").subject == "Topic two");
  CHECK(find_commit(repository.open(), "HEAD^2~1").subject == "Topic one");
  CHECK(find_commit(repository.open(), commit.id.substr(0, 10)).id == commit.id);
}

TEST_CASE("tags of tags name a commit, and a tag that leads nowhere takes no other from it") {
  const ScratchRepository repository;
  commit_branches(repository);
  repository.git({"tag", "-a", "-m", "inner", "inner", "v2"});
  repository.git({"tag", "-a", "-m", "outer", "outer", "inner"});
  repository.git({"tag", "of-a-tree", "HEAD^{tree}"});
  CHECK(find_commit(repository.open(), "v2").tags == Texts{"also-v2", "inner", "outer", "v2"});
  std::filesystem::remove(object_file(repository, "inner^{tag}"));
  CHECK(find_commit(repository.open(), "v2").tags == Texts{"also-v2", "v2"});
}

TEST_CASE("commits are read without their tags where git cannot read a tag") {
  const ScratchRepository repository;
  commit_branches(repository);
  repository.git({"tag", "-a", "-m", "its file ends too early", "torn", "v1"});
  const auto file = object_file(repository, "torn^{tag}");
  std::filesystem::permissions(file, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
  std::filesystem::resize_file(file, std::filesystem::file_size(file) - 8);
  const auto opened = repository.open();
  CHECK(find_commit(opened, "v2").subject == "Merge the topic");
  CHECK(find_commit(opened, "v2").tags.empty());
  CHECK(lines_of(list_commits(opened, until(opened, "v1"))) == Texts{"2026-01-10 Begin"});
  CHECK_THROWS_AS(list_tagged_commits(opened, until(opened, "HEAD")), Error);
}

TEST_CASE("the states a line of history went through") {
  const ScratchRepository repository;
  commit_branches(repository);
  const auto opened = repository.open();
  CHECK(lines_of(list_commits(opened, until(opened, "HEAD"))) ==
        Texts{"2026-01-10 Begin (v1)", "2026-02-10 Second: \"ä\"\tx",
              "2026-03-01 Merge the topic (also-v2, v2)"});
  CHECK(lines_of(list_commits(opened, {find_commit(opened, "v1"), find_commit(opened, "topic")})) ==
        Texts{"2026-01-20 Topic one", "2026-02-20 Topic two (t2)"});
  CHECK(list_commits(opened, {find_commit(opened, "v2"), find_commit(opened, "v1")}).empty());
  CHECK(lines_of(list_tagged_commits(opened, until(opened, "HEAD"))) ==
        Texts{"2026-01-10 Begin (v1)", "2026-02-20 Topic two (t2)",
              "2026-03-01 Merge the topic (also-v2, v2)"});
  CHECK(lines_of(list_tagged_commits(opened, {find_commit(opened, "v1"), find_commit(opened, "t2")})) ==
        Texts{"2026-02-20 Topic two (t2)"});
  CHECK(find_merge_base(opened, find_commit(opened, "main~1"), find_commit(opened, "topic"))->subject ==
        "Begin");
}

TEST_CASE("two histories may have nothing in common") {
  const ScratchRepository repository;
  repository.commit("Begin");
  repository.git({"checkout", "-q", "--orphan", "other"});
  repository.commit("Other");
  const auto opened = repository.open();
  CHECK_FALSE(find_merge_base(opened, find_commit(opened, "main"), find_commit(opened, "other")));
  CHECK(list_tagged_commits(opened, until(opened, "main")).empty());
}

TEST_CASE("only the portfolio's directory counts, whatever git's patterns would make of its name") {
  const ScratchRepository repository;
  repository.put("a*b/kam.yaml", "1");
  repository.commit("In it", "2026-01-01");
  repository.put("axb/kam.yaml", "1");
  repository.commit("Beside it", "2026-01-02");
  const auto opened = repository.open("a*b");
  CHECK(lines_of(list_commits(opened, until(opened, "HEAD"))) == Texts{"2026-01-01 In it"});
}

TEST_CASE("the user's configuration of git log changes nothing") {
  const ScratchRepository repository;
  repository.put("kam.yaml", "1");
  repository.commit("Begin");
  for (const auto* setting :
       {"log.showSignature=true", "log.decorate=full", "color.ui=always", "format.pretty=oneline",
        "log.date=relative", "i18n.logOutputEncoding=latin1"}) {
    const std::string text(setting);
    repository.git({"config", text.substr(0, text.find('=')), text.substr(text.find('=') + 1)});
  }
  const auto opened = repository.open();
  CHECK(find_commit(opened, "HEAD").author == "Jörg");
  CHECK(lines_of(list_commits(opened, until(opened, "HEAD"))) == Texts{"2026-01-31 Begin"});
}

TEST_CASE("a revision that is not there") {
  const ScratchRepository repository;
  const auto path = repository.path().native();
  CHECK(error_text([&] { find_commit(repository.open(), "HEAD"); }) ==
        "the repository " + path + " has no commit yet | `git commit` makes one.");
  repository.commit("Begin");
  for (const auto* revision : {"v9", "--all", "HEAD~1", "", "main:kam.yaml"}) {
    CAPTURE(revision);
    CHECK(error_text([&] { find_commit(repository.open(), revision); }) ==
          fmt::format("there is no revision `{}` in the repository {} | `git log --oneline --all` lists the "
                      "commits, `git branch -a` and `git tag` the names.",
                      revision, path));
  }
}

TEST_CASE("a shallow clone says what it lacks") {
  const ScratchRepository repository;
  repository.commit("One");
  repository.commit("Two");
  const auto clone = repository.beside("clone");
  repository.git({"clone", "-q", "--depth", "1", "file://" + repository.path().native(), clone.native()});
  const auto shallow = open_repository(clone);
  CHECK(shallow.depth == Repository::Depth::shallow);
  CHECK(find_commit(shallow, "HEAD").subject == "Two");
  for (const auto& revision : {std::string("HEAD~1"), repository.id("HEAD~1")}) {
    CAPTURE(revision);
    CHECK(error_text([&] { find_commit(shallow, revision); }) ==
          fmt::format("there is no revision `{}` in the repository {} | The repository is a shallow clone, "
                      "which lacks older commits: `git fetch --unshallow` gets them, in CI a depth of 0.",
                      revision, clone.native()));
  }
}
