#include "kam/disk/read.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <new>
#include <string>

#include "kam/model/system_reason.hpp"
#include "support/error_text.hpp"
#include "support/scratch_directory.hpp"

namespace fs = std::filesystem;
using namespace kam;

namespace {

std::string message_of(const std::variant<std::string, Problem>& read) {
  const auto* const problem = std::get_if<Problem>(&read);
  return problem == nullptr ? "" : problem->message;
}

}  // namespace

TEST_CASE("the surroundings are the working tree, else the portfolio, else the directory") {
  const ScratchDirectory scratch;
  scratch.put("tree/sales/kam.yaml", "kam: 1\n");
  scratch.put("tree/sales/below/x", "");
  const auto sales = scratch.path() / "tree/sales";
  using Kind = Surroundings::Kind;
  CHECK(find_surroundings(scratch.path() / "tree").kind == Kind::directory);
  CHECK(find_surroundings(scratch.path() / "tree").directory == scratch.path() / "tree");
  CHECK(find_surroundings(sales / "below").kind == Kind::portfolio);
  CHECK(find_surroundings(sales / "below").directory == sales);
  scratch.put("tree/.git/HEAD", "");
  CHECK(find_surroundings(sales / "below").kind == Kind::working_tree);
  CHECK(find_surroundings(sales / "below").directory == scratch.path() / "tree");
}

TEST_CASE("kam.yaml may lead about its working tree, and further only where somebody said so") {
  const ScratchDirectory scratch;
  scratch.put("model.yaml", "out");
  scratch.put("tree/model.yaml", "in");
  scratch.put("tree/.git/config", "token");
  scratch.put("tree/sales/accounts/a.yaml", "a");
  const auto root = scratch.path() / "tree/sales";
  const auto link_to = [&](const char* target) {
    fs::remove(root / "kam.yaml");
    fs::create_symlink(target, root / "kam.yaml");
  };
  link_to("../model.yaml");
  CHECK(std::get<std::string>(read_portfolio_file(root, "kam.yaml")) == "in");
  CHECK(need_portfolio_file(root, "kam.yaml") == "in");
  for (const char* target : {"../../model.yaml", "../.git/config"}) {
    link_to(target);
    CHECK(message_of(read_portfolio_file(root, "kam.yaml")) ==
          "is a symbolic link that leads out of the working tree");
    CHECK(message_of(read_portfolio_file(root, "kam.yaml", Follow::yes)).empty());
  }
  fs::create_symlink("../../model.yaml", root / "accounts/b.yaml");
  CHECK(message_of(read_portfolio_file(root, "accounts/b.yaml", Follow::yes)) ==
        "is a symbolic link that leads out of the portfolio");
  fs::remove_all(scratch.path() / "tree/.git");
  link_to("../model.yaml");
  CHECK(error_text([&] { need_portfolio_file(root, "kam.yaml"); }) ==
        "kam.yaml is a symbolic link that leads out of the portfolio | Put the file itself in the link's "
        "place; "
        "where you trust what it leads to, give --follow.");
}

TEST_CASE("a pipe is told and not waited for, wherever a file is meant") {
  const ScratchDirectory scratch;
  scratch.put("kam.yaml", "kam: 1\n");
  scratch.put("accounts/a.yaml", "a");
  const auto& root = scratch.path();
  CHECK_NOTHROW(refuse_special_files(root));
  const auto pipe = root / "accounts/pipe.yaml";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(error_text([&] { refuse_special_files(root); }) ==
        "accounts/pipe.yaml is not a regular file | Put a file there, or take it away.");
  CHECK(message_of(read_portfolio_file(root, "accounts/pipe.yaml")) == "is not a regular file");
  CHECK(error_text([&] { find_portfolio_file(root, "accounts/pipe.yaml"); }) ==
        "accounts/pipe.yaml is not a regular file | Put a file there, or take it away.");
  CHECK_FALSE(find_portfolio_file(root, "accounts/none.yaml"));
  CHECK(find_portfolio_file(root, "accounts/a.yaml") == "a");
  CHECK(error_text([&] { check_target(pipe); }) == pipe.native() + " is not a regular file");
  CHECK_NOTHROW(check_target(root / "accounts/none.yaml"));
  CHECK_FALSE(read_regular_file(pipe));
  CHECK_FALSE(read_regular_file(root / "accounts"));
  CHECK_FALSE(read_regular_file(root / "accounts/none.yaml"));
  CHECK(read_regular_file(root / "accounts/a.yaml") == "a");
  CHECK(error_text([&] { read_named_beginning(pipe, root, 3); }) == pipe.native() + " is not a regular file");
  fs::remove(pipe);
  fs::create_symlink("a.yaml", pipe);
  CHECK_FALSE(read_regular_file(pipe));
  CHECK(error_text([&] { check_target(pipe); }) ==
        pipe.native() +
            " is a symbolic link, and kam does not write through links | Put the file itself in the "
            "link's place.");
}

TEST_CASE("a named file is read up to a limit, and no link of the surroundings decides which") {
  const ScratchDirectory scratch;
  const auto list = scratch.put("tree/list.csv", "12345");
  scratch.put("out.csv", "out");
  const auto here = scratch.path() / "tree";
  CHECK(read_named_file(list, here, 5) == "12345");
  CHECK(error_text([&] { read_named_file(list, here, 4); }) == list.native() + " is larger than 4 bytes");
  CHECK(read_named_beginning(list, here, 2) == "12");
  fs::create_symlink("../out.csv", here / "link.csv");
  CHECK(error_text([&] { read_named_file(here / "link.csv", here); }) ==
        (here / "link.csv").native() +
            " leads out of the directory, by a symbolic link | Name the file itself.");
  CHECK(read_named_file(scratch.path() / "out.csv", here) == "out");
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  REQUIRE(::write(ends[1], "abc", 3) == 3);
  ::close(ends[1]);
  CHECK(error_text([&] { read_stream(ends[0], "standard input", 2); }) ==
        "standard input is larger than 2 bytes");
  ::close(ends[0]);
}

TEST_CASE("a lack of memory is no reason like others") {
  CHECK(system_reason(EACCES) == "Permission denied");
  CHECK_THROWS_AS(system_reason(ENOMEM), std::bad_alloc);
}
