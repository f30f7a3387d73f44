#include "kam/disk/portfolio.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <string>

#include "support/error_text.hpp"
#include "support/problem_lines.hpp"
#include "support/scratch_directory.hpp"

using namespace kam;
namespace fs = std::filesystem;

namespace {

std::vector<std::string> ids_of(const Portfolio& portfolio) {
  std::vector<std::string> ids;
  for (const auto& account : portfolio.accounts) ids.push_back(account.id);
  return ids;
}

std::vector<std::string> files_of(const Problems& problems) {
  std::vector<std::string> files;
  for (const auto& problem : problems) files.push_back(problem.file);
  return files;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the portfolio is the nearest directory upwards that has a kam.yaml") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "");
  scratch.put("inner/kam.yaml", "");
  fs::create_directories(scratch.path() / "inner/accounts/deep");
  fs::create_directories(scratch.path() / "other");
  CHECK(find_portfolio(scratch.path()) == scratch.path());
  CHECK(find_portfolio(scratch.path() / "other") == scratch.path());
  CHECK(find_portfolio(scratch.path() / "inner/accounts/deep") == scratch.path() / "inner");
  CHECK(find_portfolio(scratch.path() / "inner" / ".." / "other") == scratch.path());
  const auto before = fs::current_path();
  fs::current_path(scratch.path() / "other");
  CHECK(find_portfolio(".") == scratch.path());
  fs::current_path(before);
}

TEST_CASE("no portfolio is an error with the next step") {
  const ScratchDirectory scratch;
  CHECK(error_text([&] { find_portfolio(scratch.path()); }) ==
        "no kam.yaml in " + scratch.path().native() +
            " or any directory above it | Start a portfolio with `kam init`, or name its directory with -C.");
  const auto missing = scratch.path() / "missing";
  CHECK(error_text([&] { find_portfolio(missing); }) ==
        missing.native() + " cannot be read: No such file or directory");
}

TEST_CASE("accounts come by id, whatever else lies there") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\ncompany: C\nscale: 10\n");
  scratch.put("accounts/b.yaml", "kam: 1\nname: B\nattractiveness: {reference: 9}\n");
  scratch.put("accounts/a-2.yaml", "kam: 1\nname: A2\n");
  scratch.put("accounts/a.yaml", "kam: 1\nname: A\n");
  scratch.put("accounts/.hidden.yaml", "-");
  scratch.put("accounts/readme.md", "-");
  scratch.put("accounts/b.yaml~", "-");
  const auto portfolio = load_portfolio(scratch.path());
  CHECK(portfolio.root == scratch.path());
  CHECK(portfolio.settings.company == "C");
  CHECK(problem_lines(portfolio.errors).empty());
  CHECK(portfolio.warnings.empty());
  CHECK(portfolio.left_out.empty());
  CHECK(portfolio.files == 3);
  CHECK(ids_of(portfolio) == Texts{"a", "a-2", "b"});
  CHECK(portfolio.accounts[2].name == "B");
}

TEST_CASE("many accounts, read by several threads, come in order") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\n");
  for (int i = 0; i < 200; ++i)
    scratch.put(fmt::format("accounts/a{:03}.yaml", i),
                i % 50 == 7 ? std::string("kam: 1\n") : fmt::format("kam: 1\nname: N{}\n", i));
  const auto portfolio = load_portfolio(scratch.path());
  CHECK(portfolio.files == 200);
  CHECK(portfolio.left_out == Texts{"a007", "a057", "a107", "a157"});
  CHECK(files_of(portfolio.errors) ==
        Texts{"accounts/a007.yaml", "accounts/a057.yaml", "accounts/a107.yaml", "accounts/a157.yaml"});
  REQUIRE(portfolio.accounts.size() == 196);
  CHECK(portfolio.accounts.front().name == "N0");
  CHECK(portfolio.accounts[7].name == "N8");
  CHECK(portfolio.accounts.back().name == "N199");
}

TEST_CASE("a portfolio without the accounts' directory has none") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\n");
  const auto portfolio = load_portfolio(scratch.path());
  CHECK(portfolio.accounts.empty());
  CHECK(portfolio.files == 0);
  CHECK(portfolio.errors.empty());
}

TEST_CASE("every problem of every file is told, and the accounts that have one are left out") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\n");
  scratch.put("accounts/good.yaml", "kam: 1\nname: G\nattractiveness: {refrence: 4}\nmangaer: x\n");
  scratch.put("accounts/bad.yaml", "kam: 1\nstatus: x\npartnership: {zzz: 1}\n");
  scratch.put("accounts/broken.yaml", "kam: 1\nname: *x\n");
  scratch.put("accounts/Müller AG.yaml", "kam: 1\nname: M\n");
  scratch.put("accounts/---.yaml", "kam: 1\nname: M\n");
  scratch.put("accounts/large.yaml", "# " + std::string(std::size_t{4} << 20U, 'x'));
  fs::create_directory(scratch.path() / "accounts/dir.yaml");
  fs::create_symlink("nowhere", scratch.path() / "accounts/link.yaml");
  REQUIRE(::mkfifo((scratch.path() / "accounts/pipe.yaml").c_str(), 0600) == 0);
  const auto portfolio = load_portfolio(scratch.path());
  CHECK(portfolio.files == 9);
  CHECK(ids_of(portfolio) == Texts{"good"});
  CHECK(portfolio.left_out == Texts{"---", "Müller AG", "bad", "broken", "dir", "large", "link", "pipe"});
  CHECK(files_of(portfolio.errors) == Texts{"accounts/---.yaml", "accounts/Müller AG.yaml",
                                            "accounts/bad.yaml", "accounts/bad.yaml", "accounts/broken.yaml",
                                            "accounts/dir.yaml", "accounts/large.yaml", "accounts/link.yaml",
                                            "accounts/pipe.yaml"});
  auto told = portfolio.errors;
  const auto broken = told[4];
  const auto large = told[6];
  told.erase(told.begin() + 6);
  told.erase(told.begin() + 4);
  CHECK(problem_lines(told) ==
        "0:0 --- is not an id for an account [bad-account-id] Rename it to small letters and digits, with "
        "single "
        "hyphens between them.\n"
        "0:0 Müller AG is not an id for an account [bad-account-id] Rename the file to "
        "accounts/mueller-ag.yaml.\n"
        "1:1 name is missing [missing-name] Write it as in `name: Nordlicht Windkraft GmbH`.\n"
        "2:9 status x is not known [unknown-value] Write one of prospect, candidate, key_account, former.\n"
        "0:0 is not a regular file [unreadable] Put a file there, or take it away.\n"
        "0:0 cannot be read: No such file or directory [unreadable] See that it is there and that you may "
        "read it.\n"
        "0:0 is not a regular file [unreadable] Put a file there, or take it away.");
  CHECK(broken.line == 2);
  CHECK(large.code == "file-too-large");
  CHECK(problem_lines(portfolio.warnings) ==
        "3:18 warning: the criterion refrence is not in kam.yaml and does not count; the nearest there is "
        "reference [unknown-criterion] Correct it, or add refrence to attractiveness in kam.yaml.");
}

TEST_CASE("what leads out of the portfolio by a link is not read, and what leads elsewhere in it is") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\n");
  scratch.put("outside.yaml", "kam: 1\nname: O\n");
  scratch.put("inner/kam.yaml", "kam: 1\n");
  scratch.put("inner/accounts/own.yaml", "kam: 1\nname: W\n");
  scratch.put("inner/kept.yaml", "kam: 1\nname: K\n");
  const auto inner = scratch.path() / "inner";
  fs::create_symlink("../../outside.yaml", inner / "accounts/out.yaml");
  fs::create_symlink("../kept.yaml", inner / "accounts/in.yaml");
  fs::create_symlink("self.yaml", inner / "accounts/self.yaml");
  const auto portfolio = load_portfolio(inner);
  CHECK(ids_of(portfolio) == Texts{"in", "own"});
  CHECK(problem_lines(portfolio.errors) ==
        "0:0 is a symbolic link that leads out of the portfolio [unreadable] Put the file itself in the "
        "link's place.\n"
        "0:0 cannot be read: Too many levels of symbolic links [unreadable] See that it is there and that "
        "you may read it.");
  CHECK_NOTHROW(check_stays_inside(inner, inner / "accounts/new.yaml"));
  CHECK_NOTHROW(check_stays_inside(inner, inner / "new/new"));
  fs::create_directory_symlink(scratch.path(), inner / "way");
  CHECK(
      error_text([&] { check_stays_inside(inner, inner / "way/new"); }) ==
      "way/new leads out of the portfolio, by a symbolic link | Put what it points to in the link's place.");
  CHECK(error_text([&] { check_stays_inside(inner, scratch.path() / "inner-too"); }) ==
        "../inner-too leads out of the portfolio, by a symbolic link | Put what it points to in the link's "
        "place.");
}

TEST_CASE("of an account that is read, every rating that does not count is told") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\n");
  scratch.put("accounts/a.yaml",
              "kam: 1\nname: A\nattractiveness: {zzz: 1}\npartnership: {zzz: 1}\ncollaboration: {zzz: {}}\n"
              "assessments: [{date: 2026-01-01, perspective: own, ratings: {zzz: {}}}]\nzzz: 1\n");
  const auto portfolio = load_portfolio(scratch.path());
  Texts codes;
  for (const auto& warning : portfolio.warnings) codes.push_back(warning.code);
  CHECK(codes == Texts{"unknown-criterion", "unknown-criterion", "unknown-area", "unknown-requirement"});
  CHECK(portfolio.errors.empty());
  CHECK(ids_of(portfolio) == Texts{"a"});
}

TEST_CASE("with a faulty kam.yaml no account is read") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\nscale: 11\nmine: 1\n");
  scratch.put("accounts/a.yaml", "kam: 1\n");
  const auto faulty = load_portfolio(scratch.path());
  CHECK(problem_lines(faulty.errors) ==
        "2:8 scale 11 is above 10 [number-out-of-range] Write a number from 3 to 10.");
  CHECK(faulty.errors[0].file == "kam.yaml");
  CHECK(faulty.files == 0);
  CHECK(faulty.accounts.empty());
  fs::remove(scratch.path() / "kam.yaml");
  const auto missing = load_portfolio(scratch.path());
  CHECK(problem_lines(missing.errors) ==
        "0:0 cannot be read: No such file or directory [unreadable] See that it is there and that you may "
        "read it.");
  CHECK(missing.errors[0].file == "kam.yaml");
}

TEST_CASE("a directory that cannot be read is an error") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\n");
  scratch.put("accounts", "a file");
  CHECK(error_text([&] { load_portfolio(scratch.path()); }) ==
        (scratch.path() / "accounts").native() + " cannot be read: Not a directory");
}

TEST_CASE("where an account lies") {
  CHECK(account_file("nordlicht-windkraft") == "accounts/nordlicht-windkraft.yaml");
}
