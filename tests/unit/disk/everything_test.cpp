#include "kam/disk/portfolio.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/error_text.hpp"
#include "support/problem_lines.hpp"
#include "support/scratch_directory.hpp"

using namespace kam;

namespace {

const std::string kAccount = "kam: 1\nname: A\n";

Portfolio read_everything(const ScratchDirectory& scratch) {
  return load_portfolio(scratch.path(), {.extent = PortfolioReading::Extent::everything});
}

std::string files_of(const Portfolio& portfolio) {
  std::string files;
  for (const auto& source : portfolio.sources)
    files += source->file + (first_error(source->problems) == nullptr ? "" : " !") + "\n";
  return files;
}

}  // namespace

TEST_CASE("everything is every file with its tree, kam.yaml first") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\nscale: 3\n");
  scratch.put("accounts/c.yaml", kAccount);
  scratch.put("accounts/b.yaml", "kam: 1\nname: B\nattractiveness: {reference: 4}\n");
  scratch.put("accounts/a.yaml", "kam: 1\nname: 'A\n");
  scratch.put("accounts/d.yaml", kAccount + "nmae: D\n");
  const auto portfolio = read_everything(scratch);
  CHECK(files_of(portfolio) ==
        "kam.yaml\naccounts/a.yaml !\naccounts/b.yaml !\naccounts/c.yaml\naccounts/d.yaml\n");
  CHECK(portfolio.settings.scale == 3);
  CHECK_FALSE(portfolio.sources[1]->root.has_value());
  CHECK(problem_lines(portfolio.sources[2]->problems) ==
        "3:29 rating 4 is above the scale's 3 [rating-out-of-range] Ratings run from 0 to 3 (scale in "
        "kam.yaml).");
  REQUIRE(portfolio.sources[2]->root.has_value());
  CHECK(portfolio.sources[2]->root->find("name")->value == "B");
  CHECK(problem_lines(portfolio.sources[4]->problems) ==
        "3:1 warning: the key nmae is not known [unknown-key] Did you mean name? A key of your own starts "
        "with x_.");
}

TEST_CASE("without settings the accounts are looked at for their YAML only") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\nscale: many\n");
  scratch.put("accounts/a.yaml", kAccount + "attractiveness: {reference: 400}\n");
  scratch.put("accounts/b.yaml", "kam: 1\nkam: 1\n");
  const auto portfolio = read_everything(scratch);
  CHECK_FALSE(portfolio.has_settings());
  CHECK(portfolio.accounts.empty());
  CHECK(files_of(portfolio) == "kam.yaml !\naccounts/a.yaml\naccounts/b.yaml !\n");
  CHECK(portfolio.sources[0]->problems.size() == 1);
  CHECK(portfolio.sources[1]->problems.empty());
  CHECK(problem_lines(portfolio.sources[2]->problems) ==
        "2:1 the key kam stands twice in one map, first on line 1 [duplicate-key] Keep one of the two.");
}

TEST_CASE("what cannot be read as a file is a problem of that file") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml/x", "");
  scratch.put("accounts/A B.yaml", kAccount);
  scratch.put("accounts/b.yaml/x", "");
  const auto portfolio = read_everything(scratch);
  REQUIRE(portfolio.sources.size() == 3);
  CHECK(problem_lines(portfolio.sources[0]->problems) ==
        "0:0 is not a regular file [unreadable] Put a file there, or take it away.");
  CHECK(problem_lines(portfolio.sources[1]->problems) ==
        "0:0 A B is not an id for an account [bad-account-id] Rename the file to accounts/a-b.yaml.");
  CHECK(problem_lines(portfolio.sources[2]->problems) == problem_lines(portfolio.sources[0]->problems));
}

TEST_CASE("a file is not to be renamed to one that is there") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\n");
  scratch.put("accounts/VW.yaml", kAccount);
  scratch.put("accounts/vw.yaml", kAccount);
  const auto portfolio = read_everything(scratch);
  CHECK(problem_lines(portfolio.sources[1]->problems) ==
        "0:0 VW is not an id for an account [bad-account-id] Rename the file; accounts/vw.yaml is there "
        "already.");
}

TEST_CASE("what lies beside the accounts is named") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\n");
  scratch.put("kam.yml", "");
  scratch.put("docker-compose.yml", "");
  scratch.put("accounts/a.yaml", kAccount);
  scratch.put("accounts/a.yml", "");
  scratch.put("accounts/b.YAML", "");
  scratch.put("accounts/c.yaml~", "");
  scratch.put("accounts/old/d.yaml", kAccount);
  scratch.put("accounts/.gitkeep", "");
  scratch.put("accounts/.a.yaml.swp", "");
  scratch.put("accounts/README.md", "");
  CHECK(read_everything(scratch).passed_over == std::vector<std::string>{"accounts/a.yml", "accounts/b.YAML",
                                                                         "accounts/c.yaml~", "accounts/old/",
                                                                         "kam.yml"});
}

TEST_CASE("a portfolio without accounts has none, and a directory that is none is an error") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\n");
  CHECK(files_of(read_everything(scratch)) == "kam.yaml\n");
  scratch.put("accounts", "");
  CHECK(error_text([&] { read_everything(scratch); }) ==
        (scratch.path() / "accounts").native() + " cannot be read: Not a directory");
}
