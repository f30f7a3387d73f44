#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <map>
#include <random>
#include <string>

#include "kam/disk/write.hpp"
#include "support/error_text.hpp"
#include "support/scratch_directory.hpp"

using namespace kam;
namespace fs = std::filesystem;

namespace {

constexpr const char* kAccess = "system.posix_acl_access";
constexpr const char* kDefault = "system.posix_acl_default";

struct Traits {
  mode_t mode = 0;
  uid_t owner = 0;
  gid_t group = 0;
  std::map<std::string, std::string> attributes;
  friend bool operator==(const Traits&, const Traits&) = default;
};

std::string attribute(const fs::path& file, const std::string& name) {
  std::string value(1 << 16, '\0');
  const auto size = ::getxattr(file.c_str(), name.c_str(), value.data(), value.size());
  if (size < 0) return "-";
  value.resize(static_cast<std::size_t>(size));
  return value;
}

Traits traits_of(const fs::path& file) {
  struct stat status = {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  Traits traits{status.st_mode & 07777, status.st_uid, status.st_gid, {}};
  std::string names(1 << 16, '\0');
  const auto size = ::listxattr(file.c_str(), names.data(), names.size());
  names.resize(size < 0 ? 0 : static_cast<std::size_t>(size));
  for (std::size_t at = 0; at < names.size(); at = names.find('\0', at) + 1) {
    const std::string name = names.c_str() + at;
    traits.attributes[name] = attribute(file, name);
  }
  return traits;
}

// One entry of an access control list, as the kernel has it (little endian).
std::string entry(unsigned tag, unsigned rights, unsigned id = 0xffffffffU) {
  std::string bytes;
  for (const auto& [value, size] : {std::pair{tag, 2}, std::pair{rights, 2}, std::pair{id, 4}})
    for (int byte = 0; byte < size; ++byte) bytes += static_cast<char>((value >> (8 * byte)) & 0xffU);
  return bytes;
}

// The owner's rights, those of one user, the group's, the mask, and everybody else's.
std::string access_list(unsigned owner, unsigned user, unsigned id, unsigned group, unsigned mask,
                        unsigned others) {
  return std::string("\2\0\0\0", 4) + entry(1, owner) + entry(2, user, id) + entry(4, group) +
         entry(16, mask) + entry(32, others);
}

bool set_attribute(const fs::path& file, const std::string& name, const std::string& value) {
  return ::setxattr(file.c_str(), name.c_str(), value.data(), value.size(), 0) == 0;
}

// Runs `action` as somebody whom modes and owners hold back.
template <class Action>
std::string as_nobody(Action action) {
  constexpr uid_t kNobody = 65534;
  const bool root = ::geteuid() == 0;
  if (root) REQUIRE(::seteuid(kNobody) == 0);
  auto told = error_text(action);
  if (root) REQUIRE(::seteuid(0) == 0);
  return told;
}

}  // namespace

TEST_CASE("whatever hangs on a file is kept, drawn at random") {
  const ScratchDirectory scratch;
  std::mt19937 random(20261130);
  const auto draw = [&](unsigned most) { return static_cast<unsigned>(random() % (most + 1)); };
  const bool root = ::geteuid() == 0;
  int lists = 0;
  int others = 0;
  for (int turn = 0; turn < 200; ++turn) {
    const auto file = scratch.put("a.yaml", "old");
    if (root) REQUIRE(::chown(file.c_str(), draw(3), draw(3)) == 0);
    for (unsigned number = draw(3); number > 0; --number)
      others += set_attribute(file, "user.n" + std::to_string(draw(9)), std::string(draw(300), 'v')) ? 1 : 0;
    REQUIRE(::chmod(file.c_str(), 0200U | (draw(1) * 0400U) | draw(07377) | (root ? 0U : 0600U)) == 0);
    if (draw(1) == 1)
      lists +=
          set_attribute(file, kAccess, access_list(draw(5) | 2U, draw(7), draw(3), draw(7), draw(7), draw(7)))
              ? 1
              : 0;
    if (!root && ::access(file.c_str(), R_OK | W_OK) != 0) continue;
    const auto before = traits_of(file);
    CAPTURE(before.mode);
    replace_file(file, "old", "new");
    CHECK(scratch.content("a.yaml") == "new");
    CHECK(traits_of(file) == before);
    put_file(file, "newer");
    CHECK(traits_of(file) == before);
    fs::remove(file);
  }
  MESSAGE("lists: ", lists, ", other attributes: ", others);
}

TEST_CASE("a list that the directory gives to new files is no reason to open an old one") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("a.yaml", "old");
  REQUIRE(::chmod(file.c_str(), 0640) == 0);
  if (!set_attribute(scratch.path(), kDefault, access_list(7, 7, 1234, 7, 7, 5))) return;  // none here
  replace_file(file, "old", "new");
  CHECK(attribute(file, kAccess) == "-");
  CHECK(traits_of(file).mode == 0640);
  create_file(scratch.path() / "b.yaml", "x");
  CHECK(attribute(scratch.path() / "b.yaml", kAccess) != "-");  // a new one has it
}

TEST_CASE("a file that must not be written is not replaced, by root neither") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("a.yaml", "old");
  for (const mode_t mode : {mode_t{0444}, mode_t{0400}, mode_t{0550}}) {
    REQUIRE(::chmod(file.c_str(), mode) == 0);
    CAPTURE(mode);
    std::array<char, 5> octal{};
    std::snprintf(octal.data(), octal.size(), "%04o", mode);
    const auto expected = file.native() + " cannot be written: Permission denied | Its mode is " +
                          octal.data() + ". If it may be changed, its owner can allow it with `chmod u+w`.";
    CHECK(error_text([&] { replace_file(file, "old", "new"); }) == expected);
    CHECK(error_text([&] { put_file(file, "new"); }) == expected);
    CHECK(error_text([&] { check_replaceable(file); }) == expected);
    CHECK(error_text([&] { remove_file(file, "old"); }) == expected);
  }
  CHECK(scratch.content("a.yaml") == "old");
}

TEST_CASE("a file of somebody else's is left to them") {
  if (::geteuid() != 0) return;
  const ScratchDirectory scratch;
  REQUIRE(::chmod(scratch.path().c_str(), 0777) == 0);
  const auto file = scratch.put("a.yaml", "old");
  const auto refused = [&](uid_t owner, gid_t group, mode_t mode) {
    REQUIRE(::chown(file.c_str(), owner, group) == 0);
    REQUIRE(::chmod(file.c_str(), mode) == 0);
    return as_nobody([&] { replace_file(file, "old", "new"); });
  };
  CHECK(refused(1234, 65534, 0644).find("Permission denied | Its mode is 0644.") != std::string::npos);
  CHECK(refused(1234, 0, 0666) ==
        file.native() +
            " was left as it is: its owner (id 1234) could not be kept: Operation not permitted | " +
            "Run the command as its owner, or make the file yours: put a copy of it in its place.");
  CHECK(refused(65534, 1234, 0660) ==
        file.native() +
            " was left as it is: its group (id 1234) could not be kept: Operation not permitted | " +
            "Run the command as a member of that group, or give the file a group of yours (chgrp).");
  CHECK(scratch.content("a.yaml") == "old");
  CHECK(scratch.names() == std::set<std::string>{"a.yaml"});
  CHECK(refused(65534, 0, 0600).empty());
}

TEST_CASE("an attribute that cannot be kept is named") {
  if (::geteuid() != 0) return;
  const ScratchDirectory scratch;
  REQUIRE(::chmod(scratch.path().c_str(), 0777) == 0);
  const auto file = scratch.put("a.yaml", "old");
  REQUIRE(::chown(file.c_str(), 65534, 0) == 0);
  if (!set_attribute(file, "security.kamtest", "x")) return;  // which only root may set
  CHECK(as_nobody([&] { replace_file(file, "old", "new"); }) ==
        file.native() + " was left as it is: its extended attribute security.kamtest could not be kept: " +
            "Operation not permitted | Run the command as somebody who may set it, or take it away (setfattr "
            "-x).");
  CHECK(scratch.content("a.yaml") == "old");
  replace_file(file, "old", "new");
  CHECK(attribute(file, "security.kamtest") == "x");
}

TEST_CASE("a file of several names is not parted from the others") {
  const ScratchDirectory scratch;
  const auto file = scratch.put("a.yaml", "old");
  fs::create_hard_link(file, scratch.path() / "b.yaml");
  const auto expected =
      file.native() +
      " has 2 names (hard links), and kam would part it from the others | Put a copy in its "
      "place, so that it has one name, or remove its other names.";
  CHECK(error_text([&] { replace_file(file, "old", "new"); }) == expected);
  CHECK(error_text([&] { put_file(file, "new"); }) == expected);
  CHECK(error_text([&] { check_replaceable(file); }) == expected);
  CHECK(scratch.content("b.yaml") == "old");
  CHECK(scratch.names() == std::set<std::string>{"a.yaml", "b.yaml"});
}
