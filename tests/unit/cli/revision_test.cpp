#include "cli/git/revision.hpp"

#include <doctest/doctest.h>

#include "git/scratch_repository.hpp"

using namespace kam;
using namespace kam::cli;

TEST_CASE("a revision is read as the portfolio was then") {
  const ScratchRepository repository("Kunden Süd");
  repository.put("kam/kam.yaml", "kam: 1\nscale: 10\n");
  repository.put("kam/accounts/a.yaml", "kam: 1\nname: Before\n");
  repository.put("kam/accounts/README.md", "-");
  repository.commit("Begin");
  std::filesystem::remove(repository.path() / "kam/accounts/a.yaml");
  repository.put("kam/kam.yaml", "kam: 1\nscale: 5\n");
  repository.put("kam/accounts/b.yaml", "kam: 1\nname: After\n");
  repository.commit("Change");
  const auto opened = repository.open("kam");
  ObjectReader reader(opened);
  const auto before = load_revision(reader, opened, find_commit(opened, "HEAD~1"), "HEAD~1");
  CHECK(before.errors.empty());
  REQUIRE(before.accounts.size() == 1);
  CHECK(before.accounts[0].name == "Before");
  CHECK(before.settings.scale == 10);
  const auto after = load_revision(reader, opened, find_commit(opened, "HEAD"), "HEAD");
  REQUIRE(after.accounts.size() == 1);
  CHECK(after.accounts[0].id == "b");
  CHECK(after.settings.scale == 5);
}

TEST_CASE("what does not read in a revision is told with its name") {
  const ScratchRepository repository;
  repository.commit("Without a portfolio");
  repository.put("kam.yaml", "kam: 1\n");
  repository.put("accounts/a.yaml", "kam: 1\n");
  std::filesystem::create_symlink("a.yaml", repository.path() / "accounts/b.yaml");
  repository.commit("With one");
  const auto opened = repository.open();
  ObjectReader reader(opened);
  const auto empty = load_revision(reader, opened, find_commit(opened, "HEAD~1"), "HEAD~1");
  REQUIRE(empty.errors.size() == 1);
  CHECK(empty.errors[0].file == "HEAD~1:kam.yaml");
  const auto faulty = load_revision(reader, opened, find_commit(opened, "HEAD"), "v1");
  REQUIRE(faulty.errors.size() == 2);
  CHECK(faulty.errors[0].file == "v1:accounts/a.yaml");
  CHECK(faulty.errors[0].line > 0);
  CHECK(faulty.errors[1].file == "v1:accounts/b.yaml");
  CHECK(faulty.errors[1].message == "is not a regular file in this commit");
}
