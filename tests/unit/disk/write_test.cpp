#include "kam/disk/write.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <limits>
#include <string>

#include "support/error_text.hpp"
#include "support/scratch_directory.hpp"

using namespace kam;
namespace fs = std::filesystem;

namespace {

using Names = std::set<std::string>;

mode_t mode_of(const fs::path& file) {
  struct stat status = {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  return status.st_mode & 07777;
}

std::string large_text() {
  std::string text;
  for (int i = 0; i < 50000; ++i) text += std::to_string(i) + '\n';
  return text;
}

}  // namespace

TEST_CASE("a file is read whole, whatever its bytes") {
  const ScratchDirectory scratch;
  const std::string bytes("a\0\xFF\r\n", 5);
  CHECK(read_file(scratch.put("a", bytes)) == bytes);
  CHECK(read_file(scratch.put("large", large_text())) == large_text());
  CHECK(read_file(scratch.put("empty", "")).empty());
}

TEST_CASE("reading has a limit") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("a", "12345");
  CHECK(read_file(file, 5) == "12345");
  CHECK(read_file(file, std::numeric_limits<std::size_t>::max()) == "12345");
  CHECK(error_text([&] { read_file(file, 4); }) == file.native() + " is larger than 4 bytes");
}

TEST_CASE("what cannot be read is named with its reason") {
  const ScratchDirectory scratch;
  const auto file = scratch.path() / "missing";
  CHECK(error_text([&] { read_file(file); }) == file.native() + " cannot be read: No such file or directory");
  CHECK(error_text([&] { read_file(scratch.path()); }) ==
        scratch.path().native() + " cannot be read: Is a directory");
}

TEST_CASE("replacing keeps the mode and leaves nothing beside") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("a.yaml", "old");
  for (const mode_t mode : {mode_t{0640}, mode_t{0604}, mode_t{0600}}) {
    REQUIRE(::chmod(file.c_str(), mode) == 0);
    replace_file(file, scratch.content("a.yaml"), large_text());
    CHECK(scratch.content("a.yaml") == large_text());
    CHECK(mode_of(file) == mode);
    replace_file(file, large_text(), "");
    CHECK(scratch.content("a.yaml").empty());
  }
  CHECK(scratch.names() == Names{"a.yaml"});
}

TEST_CASE("a file that somebody saved meanwhile stays as it is") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("a.yaml", "theirs");
  const auto expected =
      file.native() +
      " was changed meanwhile by somebody else, and was left as it is | Run the command again: "
      "it starts from what stands there now.";
  for (const std::string_view seen : {"mine!!", "their", "theirs and more", ""}) {
    CAPTURE(std::string(seen));
    CHECK(error_text([&] { replace_file(file, seen, "new"); }) == expected);
  }
  CHECK(scratch.content("a.yaml") == "theirs");
  CHECK(scratch.names() == Names{"a.yaml"});
}

TEST_CASE("links and directories are refused by name") {
  const ScratchDirectory scratch;
  scratch.put("real.yaml", "real");
  const auto link = scratch.path() / "link.yaml";
  fs::create_symlink("real.yaml", link);
  const auto refused =
      link.native() +
      " is a symbolic link, and kam does not write through links | Put the file itself in the "
      "link's place.";
  CHECK(error_text([&] { replace_file(link, "real", "new"); }) == refused);
  CHECK(error_text([&] { put_file(link, "new"); }) == refused);
  CHECK(error_text([&] { create_file(link, "new"); }) ==
        link.native() + " is already there | Choose another name: a new file never replaces one.");
  const auto directory = scratch.path() / "directory";
  fs::create_directory(directory);
  CHECK(error_text([&] { put_file(directory, "new"); }) == directory.native() + " is not a regular file");
  CHECK(scratch.content("real.yaml") == "real");
  CHECK(fs::is_symlink(link));
  CHECK(scratch.names() == Names{"real.yaml", "link.yaml", "directory"});
}

TEST_CASE("a new file never replaces one") {
  const ScratchDirectory scratch;
  const auto file = scratch.path() / "a.yaml";
  create_file(file, "first");
  CHECK(scratch.content("a.yaml") == "first");
  CHECK(error_text([&] { create_file(file, "second"); }) ==
        file.native() + " is already there | Choose another name: a new file never replaces one.");
  CHECK(scratch.content("a.yaml") == "first");
  CHECK(scratch.names() == Names{"a.yaml"});
}

TEST_CASE("a new file has the mode that the umask leaves") {
  const ScratchDirectory scratch;
  const mode_t before = ::umask(027);
  create_file(scratch.path() / "a", "x");
  put_file(scratch.path() / "b", "x");
  ::umask(before);
  CHECK(mode_of(scratch.path() / "a") == 0640);
  CHECK(mode_of(scratch.path() / "b") == 0640);
}

TEST_CASE("a report may or may not be there") {
  const ScratchDirectory scratch;
  const auto file = scratch.path() / "README.md";
  put_file(file, "one");
  REQUIRE(::chmod(file.c_str(), 0604) == 0);
  put_file(file, "two");
  CHECK(scratch.content("README.md") == "two");
  CHECK(mode_of(file) == 0604);
  CHECK(scratch.names() == Names{"README.md"});
}

TEST_CASE("a file in the current directory needs no path") {
  const ScratchDirectory scratch;
  const auto before = fs::current_path();
  fs::current_path(scratch.path());
  create_file("a", "one");
  replace_file("a", "one", "two");
  fs::current_path(before);
  CHECK(scratch.content("a") == "two");
}

TEST_CASE("what cannot be replaced is told beforehand") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("a.yaml", "x");
  check_replaceable(file);
  const auto missing = scratch.path() / "missing";
  CHECK(error_text([&] { check_replaceable(missing); }) ==
        missing.native() + " cannot be written: No such file or directory");
  fs::create_directory(scratch.path() / "directory");
  CHECK(error_text([&] { check_replaceable(scratch.path() / "directory"); }) ==
        (scratch.path() / "directory").native() + " is not a regular file");
  const auto link = scratch.path() / "link";
  fs::create_symlink("a.yaml", link);
  CHECK(error_text([&] { check_replaceable(link); }) ==
        link.native() +
            " is a symbolic link, and kam does not write through links | Put the file itself in "
            "the link's place.");
}

TEST_CASE("a directory that cannot be written is told beforehand") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("a.yaml", "x");
  REQUIRE(::chmod(scratch.path().c_str(), 0555) == 0);
  constexpr uid_t kNobody = 65534;
  const bool root = ::geteuid() == 0;  // who may write everywhere
  if (root) REQUIRE(::chown(file.c_str(), kNobody, static_cast<gid_t>(-1)) == 0);
  if (root) REQUIRE(::seteuid(kNobody) == 0);
  const auto refused = error_text([&] { check_replaceable(file); });
  if (root) REQUIRE(::seteuid(0) == 0);
  REQUIRE(::chmod(scratch.path().c_str(), 0700) == 0);
  CHECK(refused == file.native() + " cannot be written: Permission denied");
}

TEST_CASE("what cannot be written is named with its reason") {
  const ScratchDirectory scratch;
  const auto file = scratch.path() / "missing" / "a.yaml";
  const auto expected = file.native() + " cannot be written: No such file or directory";
  CHECK(error_text([&] { create_file(file, "x"); }) == expected);
  CHECK(error_text([&] { put_file(file, "x"); }) == expected);
  CHECK(error_text([&] { replace_file(file, "", "x"); }) == expected);
  const auto absent = scratch.path() / "absent";
  CHECK(error_text([&] { replace_file(absent, "", "x"); }) ==
        absent.native() + " cannot be written: No such file or directory");
  const auto below_file = scratch.put("file", "") / "a.yaml";
  CHECK(error_text([&] { put_file(below_file, "x"); }) ==
        below_file.native() + " cannot be written: Not a directory");
  CHECK(scratch.names() == Names{"file"});
}

TEST_CASE("a file that somebody has open for writing is left to them") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("a.yaml", "old");
  const int editor = ::open(file.c_str(), O_WRONLY);
  REQUIRE(editor >= 0);
  CHECK(error_text([&] { replace_file(file, "old", "new"); }) ==
        file.native() +
            " is open for writing in another program, and was left as it is | Run the command again when the "
            "file is saved and closed there.");
  REQUIRE(::pwrite(editor, "saved", 5, 0) == 5);
  ::close(editor);
  CHECK(scratch.content("a.yaml") == "saved");
  const int reader = ::open(file.c_str(), O_RDONLY);  // who does not hinder
  replace_file(file, "saved", "new");
  ::close(reader);
  CHECK(scratch.content("a.yaml") == "new");
  CHECK(scratch.names() == Names{"a.yaml"});
}

TEST_CASE("what is removed is what was seen") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("a.md", "page");
  CHECK(error_text([&] {
          remove_file(file, "another");
        }).starts_with(file.native() + " was changed meanwhile"));
  CHECK(scratch.content("a.md") == "page");
  remove_file(file, "page");
  CHECK(scratch.names().empty());
  CHECK(error_text([&] { remove_file(file, "page"); }) ==
        file.native() + " cannot be written: No such file or directory");
}
