#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

#include "kam/disk/portfolio.hpp"
#include "support/problem_lines.hpp"

using namespace kam;

namespace {

using Texts = std::vector<std::string>;

const PortfolioText kSettings{"kam.yaml", "kam: 1\ncompany: C\nscale: 10\n"};

PortfolioText account(const std::string& id, const std::string& more = "") {
  return {account_file(id), fmt::format("kam: 1\nname: {}\n{}", id, more)};
}

Texts ids_of(const Portfolio& portfolio) {
  Texts ids;
  for (const auto& each : portfolio.accounts) ids.push_back(each.id);
  return ids;
}

}  // namespace

TEST_CASE("a portfolio is read from texts as from the disk") {
  const auto portfolio = read_portfolio({account("b", "attractiveness: {reference: 9}\n"),
                                         {"accounts/README.md", "-"},
                                         {"accounts/.hidden.yaml", "-"},
                                         account("a"),
                                         account("a-2"),
                                         kSettings},
                                        "HEAD:");
  CHECK(portfolio.settings.company == "C");
  CHECK(problem_lines(portfolio.errors).empty());
  CHECK(portfolio.files == 3);
  CHECK(ids_of(portfolio) == Texts{"a", "a-2", "b"});
  CHECK(portfolio.root.empty());
}

TEST_CASE("problems of texts name the revision") {
  const Problem link{"accounts/c.yaml", 0, 0, Severity::error, "unreadable", "is a link", ""};
  const auto portfolio = read_portfolio({kSettings,
                                         account("a", "attractiveness: {beauty: 3}\n"),
                                         account("b", "status: king\n"),
                                         account("Big B"),
                                         {"accounts/c.yaml", link}},
                                        "v1:");
  CHECK(ids_of(portfolio) == Texts{"a"});
  CHECK(portfolio.left_out == Texts{"Big B", "b", "c"});
  Texts files;
  for (const auto& problem : portfolio.errors) files.push_back(problem.file + " " + problem.code);
  CHECK(files == Texts{"v1:accounts/Big B.yaml bad-account-id", "v1:accounts/b.yaml unknown-value",
                       "v1:accounts/c.yaml unreadable"});
  REQUIRE(portfolio.warnings.size() == 1);
  CHECK(portfolio.warnings[0].file == "v1:accounts/a.yaml");
}

TEST_CASE("without a kam.yaml that reads no account is read") {
  const auto missing = read_portfolio({account("a")}, "v1:");
  REQUIRE(missing.errors.size() == 1);
  CHECK(missing.errors[0].file == "v1:kam.yaml");
  CHECK(missing.errors[0].message == "is not there");
  CHECK(missing.accounts.empty());
  const auto faulty = read_portfolio({{"kam.yaml", "kam: 1\nscale: x\n"}, account("a")}, "v1:");
  REQUIRE(!faulty.errors.empty());
  CHECK(faulty.errors[0].file == "v1:kam.yaml");
  CHECK(faulty.accounts.empty());
  CHECK(faulty.left_out.empty());
}

TEST_CASE("only kam.yaml and account files are a portfolio's") {
  for (const auto* file : {"kam.yaml", "accounts/a.yaml", "accounts/Ä b.yaml"}) {
    CAPTURE(file);
    CHECK(is_portfolio_file(file));
  }
  for (const auto* file :
       {"kam.yml", "accounts/.a.yaml", "accounts/a.yml", "accounts", "a.yaml", "old/a.yaml"}) {
    CAPTURE(file);
    CHECK_FALSE(is_portfolio_file(file));
  }
  CHECK(id_of_account_file("accounts/a-2.yaml") == "a-2");
}
