#include <doctest/doctest.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <string>

#include "disk/temporary_name.hpp"
#include "kam/disk/write.hpp"
#include "support/error_text.hpp"
#include "support/scratch_directory.hpp"

using namespace kam;
namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;
using Kind = TemporaryName::Kind;

std::string leftover(Kind kind, const std::string& target = "a.yaml") {
  return "accounts/" + make_temporary_name({kind, mark_of("old"), mark_of("new"), target});
}

std::string lock_text(const ScratchDirectory& scratch) {
  return error_text([&] { const DirectoryLock lock(scratch.path()); });
}

std::string told(const ScratchDirectory& scratch, const std::string& target, const std::string& saved) {
  return fmt::format(
      "a save of {0}/accounts/{1} was found that a killed kam had moved away; it is now {0}/accounts/{2} | "
      "Compare "
      "the two, take over what is missing, remove the second, and run the command again.",
      scratch.path().native(), target, saved);
}

}  // namespace

TEST_CASE("the names of temporary files say what is in them") {
  const TemporaryName name{Kind::exchanged, 0x123, 0xfedcba9876543210U, "große-ag.x-y.yaml"};
  const auto text = make_temporary_name(name);
  CHECK(text.ends_with("-x-0000000000000123-fedcba9876543210-große-ag.x-y.yaml.tmp"));
  const auto read = read_temporary_name(text);
  REQUIRE(read);
  CHECK(read->kind == name.kind);
  CHECK(read->old_text == name.old_text);
  CHECK(read->new_text == name.new_text);
  CHECK(read->target == name.target);
  CHECK(make_temporary_name(name) != text);
  const auto longest = make_temporary_name({Kind::taken, 1, 2, std::string(250, 'a')});
  CHECK(read_temporary_name(longest)->target.empty());
  for (const auto* other :
       {".kam-1-2-.tmp", ".kam-1-2-x.tmp", ".kam-1-2-y-0000000000000123-0000000000000123-a.tmp",
        ".kam-1-2-x-000000000000012-0000000000000123-a.tmp", ".kam-1-2-x-0000000000000123-a.tmp"})
    CHECK_FALSE(read_temporary_name(other));
}

TEST_CASE("what a killed writer knew is taken away") {
  for (const auto kind : {Kind::exchanged, Kind::taken})
    for (const auto* text : {"old", "new"}) {
      const ScratchDirectory scratch;
      scratch.put("accounts/a.yaml", "something newer");
      scratch.put(leftover(kind), text);
      CHECK(lock_text(scratch).empty());
      CHECK(scratch.names("accounts") == Names{"a.yaml"});
      CHECK(scratch.content("accounts/a.yaml") == "something newer");
    }
}

TEST_CASE("a file whose name was free as the writer was killed has it again") {
  const ScratchDirectory scratch;
  scratch.put(leftover(Kind::exchanged), "new");
  scratch.put(leftover(Kind::taken), "old");
  CHECK(lock_text(scratch).empty());
  CHECK(scratch.names("accounts") == Names{"a.yaml"});
  CHECK(scratch.content("accounts/a.yaml") == "old");
}

TEST_CASE("a file that was removed since does not come back") {
  const ScratchDirectory scratch;
  scratch.put(leftover(Kind::exchanged), "old");
  CHECK(lock_text(scratch).empty());
  CHECK(scratch.names("accounts").empty());
}

TEST_CASE("a save that a killed writer had moved away goes back to its place") {
  for (const auto kind : {Kind::exchanged, Kind::taken})
    for (const auto* current : {"new", ""}) {
      const ScratchDirectory scratch;
      if (*current != '\0') scratch.put("accounts/a.yaml", current);
      scratch.put(leftover(kind), "saved in an editor");
      CHECK(lock_text(scratch).empty());
      CHECK(scratch.names("accounts") == Names{"a.yaml"});
      CHECK(scratch.content("accounts/a.yaml") == "saved in an editor");
    }
}

TEST_CASE("a save is never put over a newer one, and told") {
  const ScratchDirectory scratch;
  scratch.put("accounts/a.yaml", "newer");
  scratch.put("accounts/a.yaml.saved", "mine");
  scratch.put(leftover(Kind::exchanged), "saved in an editor");
  CHECK(lock_text(scratch) == told(scratch, "a.yaml", "a.yaml.saved-2"));
  CHECK(scratch.content("accounts/a.yaml") == "newer");
  CHECK(scratch.content("accounts/a.yaml.saved") == "mine");
  CHECK(scratch.content("accounts/a.yaml.saved-2") == "saved in an editor");
  CHECK(lock_text(scratch).empty());  // told once
  CHECK(scratch.names("accounts") == Names{"a.yaml", "a.yaml.saved", "a.yaml.saved-2"});
}

TEST_CASE("a leftover that somebody still writes to is theirs") {
  const ScratchDirectory scratch;
  scratch.put("accounts/a.yaml", "new");
  const auto file = scratch.put(leftover(Kind::exchanged), "old");
  const int editor = ::open(file.c_str(), O_WRONLY);
  REQUIRE(editor >= 0);
  CHECK(lock_text(scratch).empty());
  REQUIRE(::pwrite(editor, "saved", 5, 0) == 5);
  ::close(editor);
  CHECK(scratch.content("accounts/a.yaml") == "saved");
  CHECK(scratch.names("accounts") == Names{"a.yaml"});
}

TEST_CASE("a save under a name that was too long to be told is kept all the same") {
  const ScratchDirectory scratch;
  scratch.put(leftover(Kind::exchanged, std::string(250, 'a')), "saved in an editor");
  CHECK(lock_text(scratch) == told(scratch, "account", "account.saved"));
  CHECK(scratch.content("accounts/account.saved") == "saved in an editor");
}

TEST_CASE("a second name of what is in its place is taken away, also where it was changed since") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("accounts/a.yaml", "saved in an editor");
  fs::create_hard_link(file, scratch.path() / leftover(Kind::exchanged));
  CHECK(lock_text(scratch).empty());
  CHECK(scratch.names("accounts") == Names{"a.yaml"});
}
