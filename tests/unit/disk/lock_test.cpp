#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "kam/disk/write.hpp"
#include "support/error_text.hpp"
#include "support/scratch_directory.hpp"

using namespace kam;

namespace {

using Names = std::set<std::string>;
constexpr auto kNoWait = std::chrono::milliseconds(0);

std::string locked_text(const std::filesystem::path& root) {
  return fmt::format(
      "another kam is writing in {} and did not finish in 0 ms | Try again when it is done; its lock ends "
      "with it.",
      root.native());
}

// Adds one to the number in `file`, reading and writing under the lock.
void count_one(const std::filesystem::path& root) {
  const DirectoryLock lock(root, std::chrono::minutes(5));
  const auto file = root / "count";
  const auto before = read_file(file);
  replace_file(file, before, std::to_string(std::stoi(before) + 1));
}

}  // namespace

TEST_CASE("one holds the lock at a time") {
  const ScratchDirectory scratch;
  auto first = std::make_unique<DirectoryLock>(scratch.path(), kNoWait);
  CHECK(error_text([&] { const DirectoryLock second(scratch.path(), kNoWait); }) ==
        locked_text(scratch.path()));
  first.reset();
  CHECK(error_text([&] { const DirectoryLock second(scratch.path(), kNoWait); }).empty());
  CHECK(scratch.names().empty());
}

TEST_CASE("a lock ends with the process that holds it") {
  const ScratchDirectory scratch;
  int ready[2];
  int leave[2];
  REQUIRE(::pipe(ready) == 0);
  REQUIRE(::pipe(leave) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  char byte = 0;
  if (child == 0) {
    ::close(leave[1]);
    const DirectoryLock lock(scratch.path(), kNoWait);
    const bool told = ::write(ready[1], "x", 1) == 1;
    const bool asked = ::read(leave[0], &byte, 1) == 0;
    ::_exit(told && asked ? 0 : 1);  // no destructor runs
  }
  ::close(leave[0]);
  ::close(ready[1]);
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  CHECK(error_text([&] { const DirectoryLock lock(scratch.path(), kNoWait); }) ==
        locked_text(scratch.path()));
  ::close(leave[1]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  CHECK(status == 0);
  CHECK(error_text([&] { const DirectoryLock lock(scratch.path(), kNoWait); }).empty());
  ::close(ready[0]);
}

TEST_CASE("writers under the lock lose nothing") {
  const ScratchDirectory scratch;
  scratch.put("count", "0");
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer)
    writers.emplace_back([&] {
      for (int turn = 0; turn < 5; ++turn) count_one(scratch.path());
    });
  for (auto& writer : writers) writer.join();
  CHECK(scratch.content("count") == "20");
  CHECK(scratch.names() == Names{"count"});
}

TEST_CASE("taking the lock removes what a killed writer left, and nothing else") {
  const ScratchDirectory scratch;
  for (const std::string below : {"", "accounts/", "other/"})
    for (const std::string name : {".kam-12-3.tmp", ".kam-12-3.tmp.yaml", "kam-1.tmp", ".kam.yaml", "a.tmp",
                                   ".kam-own.tmp", ".kam-1-x.tmp", ".kam-x-1.tmp", ".kam--.tmp", ".kam-.tmp"})
      scratch.put(below + name, "x");
  { const DirectoryLock lock(scratch.path()); }
  const Names kept{".kam-12-3.tmp.yaml", "kam-1.tmp",    ".kam.yaml",  "a.tmp",    ".kam-own.tmp",
                   ".kam-1-x.tmp",       ".kam-x-1.tmp", ".kam--.tmp", ".kam-.tmp"};
  CHECK(scratch.names("accounts") == kept);
  CHECK(scratch.names("other").contains(".kam-12-3.tmp"));
  auto top = kept;
  top.insert({"accounts", "other"});
  CHECK(scratch.names() == top);
}

TEST_CASE("what cannot be locked is named with its reason") {
  const ScratchDirectory scratch;
  const auto missing = scratch.path() / "missing";
  CHECK(error_text([&] { const DirectoryLock lock(missing); }) ==
        missing.native() + " cannot be locked: No such file or directory");
  const auto file = scratch.put("file", "");
  CHECK(error_text([&] { const DirectoryLock lock(file); }) ==
        file.native() + " cannot be locked: Not a directory");
}
