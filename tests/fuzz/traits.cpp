// What hangs on a file, drawn from any bytes, and a new content for it: each write keeps all of it, or leaves
// the file as it is.

#include <sys/stat.h>
#include <sys/xattr.h>

#include <fcntl.h>
#include <unistd.h>
#include <fstream>
#include <iterator>
#include <optional>

#include "disk/file_traits.hpp"
#include "fuzz.hpp"
#include "kam/disk/write.hpp"
#include "kam/model/error.hpp"
#include "scratch.hpp"

using namespace kam;
using namespace kam::fuzz;

namespace {

constexpr const char* kFile = "file.yaml";

std::string read() {
  std::ifstream file(kFile, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// As far as one may read them: a system gives some attributes to nobody.
std::optional<FileTraits> traits() {
  const int fd = ::open(kFile, O_RDONLY | O_CLOEXEC);
  if (fd < 0) return std::nullopt;
  std::optional<FileTraits> found;
  try {
    found = read_traits(fd, kFile);
  } catch (const Error&) {
    found.reset();
  }
  ::close(fd);
  return found;
}

// Names of spaces that a system may have or refuse.
std::string make_name(Choices& choices) {
  static constexpr const char* kSpaces[] = {"user.", "trusted.", "security.", "system.", ""};
  static constexpr const char* kKnown[] = {"system.posix_acl_access", "user.mime_type", "security.capability",
                                           "user.xdg.origin.url"};
  if (choices.flag()) return kKnown[choices.below(std::size(kKnown))];
  return kSpaces[choices.below(std::size(kSpaces))] + choices.text();
}

// A list of entries such as the system knows: version 2, then tag, permissions and id of each.
std::string make_acl(Choices& choices) {
  std::string acl{"\2\0\0\0", 4};
  const auto add = [&](char tag, char id) {
    acl += std::string{tag, 0, static_cast<char>(choices.below(8)), 0};
    acl += tag == 2 || tag == 8 ? std::string{id, 0, 0, 0} : std::string(4, '\xFF');
  };
  add(1, 0);
  for (auto count = choices.below(3); count > 0; --count) add(2, static_cast<char>(10 - count));
  add(4, 0);
  if (choices.flag()) add(8, 7);
  add(0x10, 0);
  add(0x20, 0);
  return acl;
}

void hang_on(Choices& choices) {
  for (auto count = choices.below(5); count > 0; --count) {
    const auto name = make_name(choices);
    const auto value = name == "system.posix_acl_access" ? make_acl(choices) : choices.text();
    ::setxattr(kFile, name.c_str(), value.data(), value.size(), 0);  // what the system refuses is not there
  }
  ::chmod(kFile, static_cast<mode_t>(choices.below(256) << 4U | choices.below(16)) & 07777U);
  if (choices.below(4) == 0 && ::geteuid() == 0)
    require(::chown(kFile, static_cast<uid_t>(choices.below(3)), static_cast<gid_t>(choices.below(3))) == 0,
            "root may give a file away");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Scratch scratch;
  if (size < 4) return 0;
  Choices choices(as_text(data, size));
  ::unlink(kFile);
  std::ofstream(kFile, std::ios::binary) << "before\n";
  hang_on(choices);
  const auto before = traits();
  if (!before) return 0;
  const std::string content(choices.rest());
  bool written = true;
  try {
    replace_file(kFile, "before\n", content);
  } catch (const Error&) {
    written = false;
  }
  require(traits() == before, "a file keeps what hangs on it");
  require(read() == (written ? content : "before\n"), "a file is the old or the new one", content);
  require(std::distance(std::filesystem::directory_iterator("."), {}) == 1, "nothing is left behind");
  if (written) count_accepted();
  return 0;
}
