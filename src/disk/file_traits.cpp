#include "disk/file_traits.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <string_view>

#include "disk/system.hpp"

namespace kam {

namespace fs = std::filesystem;

namespace {

constexpr mode_t kModeBits = 07777;
constexpr const char* kAccessList = "system.posix_acl_access";

[[noreturn]] void fail_reading(const fs::path& file, int error_number) {
  throw Error(fmt::format("{} cannot be read: {}", file.native(), system_reason(error_number)));
}

[[noreturn]] void fail_keeping(const fs::path& file, const std::string& what, int error_number,
                               const std::string& hint) {
  throw Error(fmt::format("{} was left as it is: {} could not be kept: {}", file.native(), what,
                          system_reason(error_number)),
              hint);
}

// These vouch for a file's bytes; the kernel makes them anew.
bool is_seal(std::string_view name) {
  return name == "security.ima" || name == "security.evm";
}

bool has_none(int error_number) {
  return error_number == ENOTSUP || error_number == ENOSYS;
}

// What `call(buffer, size)` gives, however long it is and while it grows.
template <class Call>
std::string whole_value(Call call, int& error_number) {
  std::string value;
  error_number = 0;
  while (true) {
    const auto size = retry([&] { return call(nullptr, std::size_t{0}); });
    if (size >= 0) {
      value.resize(static_cast<std::size_t>(size));
      const auto got = size == 0 ? 0 : retry([&] { return call(value.data(), value.size()); });
      if (got >= 0) {
        value.resize(static_cast<std::size_t>(got));
        return value;
      }
    }
    if (errno == ERANGE) continue;
    error_number = errno;
    return {};
  }
}

std::map<std::string, std::string> read_attributes(int fd, const fs::path& file) {
  int error = 0;
  const auto names =
      whole_value([&](char* to, std::size_t size) { return ::flistxattr(fd, to, size); }, error);
  if (error != 0 && !has_none(error)) fail_reading(file, error);
  std::map<std::string, std::string> attributes;
  for (std::size_t at = 0; at < names.size(); at += std::strlen(names.c_str() + at) + 1) {
    const std::string name = names.c_str() + at;
    if (is_seal(name)) continue;
    auto value = whole_value(
        [&](char* to, std::size_t size) { return ::fgetxattr(fd, name.c_str(), to, size); }, error);
    if (error == ENODATA || has_none(error)) continue;  // gone since, or a name without a value
    if (error != 0) fail_reading(file, error);
    attributes.emplace(name, std::move(value));
  }
  return attributes;
}

struct stat status_of(int fd, const fs::path& file) {
  struct stat status = {};
  if (retry([&] { return ::fstat(fd, &status); }) < 0) fail_reading(file, errno);
  return status;
}

void give_owner(int fd, const FileTraits& traits, const fs::path& file) {
  const auto status = status_of(fd, file);
  const auto change = [&](uid_t owner, gid_t group) {
    return retry([&] { return ::fchown(fd, owner, group); });
  };
  constexpr auto kSame = static_cast<uid_t>(-1);
  if (status.st_gid != traits.group && change(kSame, traits.group) < 0)
    fail_keeping(file, fmt::format("its group (id {})", traits.group), errno,
                 "Run the command as a member of that group, or give the file a group of yours (chgrp).");
  if (status.st_uid != traits.owner && change(traits.owner, static_cast<gid_t>(-1)) < 0)
    fail_keeping(file, fmt::format("its owner (id {})", traits.owner), errno,
                 "Run the command as its owner, or make the file yours: put a copy of it in its place.");
}

std::string shown_attribute(const std::string& name) {
  return name == kAccessList ? "its access control list" : fmt::format("its extended attribute {}", name);
}

std::string attribute_hint(const std::string& name) {
  return name == kAccessList ? "Run the command as somebody who may set it, or take it away (setfacl -b)."
                             : "Run the command as somebody who may set it, or take it away (setfattr -x).";
}

void give_attributes(int fd, const FileTraits& traits, const fs::path& file) {
  const auto present = read_attributes(fd, file);
  // A list that the directory gives to new files would let in whom the old one kept out.
  if (present.contains(kAccessList) && !traits.attributes.contains(kAccessList) &&
      ::fremovexattr(fd, kAccessList) < 0)
    fail_keeping(file, "that it has no access control list", errno,
                 "Take the list for new files from its directory (setfacl -k).");
  // The access control list last but for labels of the system's: it could forbid the other attributes.
  std::for_each(traits.attributes.rbegin(), traits.attributes.rend(), [&](const auto& attribute) {
    const auto& [name, value] = attribute;
    const auto found = present.find(name);
    if (found != present.end() && found->second == value) return;
    if (::fsetxattr(fd, name.c_str(), value.data(), value.size(), 0) < 0)
      fail_keeping(file, shown_attribute(name), errno, attribute_hint(name));
  });
}

void give_mode(int fd, const FileTraits& traits, const fs::path& file) {
  if ((status_of(fd, file).st_mode & kModeBits) != traits.mode) {
    if (retry([&] { return ::fchmod(fd, traits.mode); }) < 0)
      fail_keeping(file, fmt::format("its mode {:04o}", traits.mode), errno, "");
  }
  // A group's right may vanish without an error.
  if ((status_of(fd, file).st_mode & kModeBits) != traits.mode)
    fail_keeping(file, fmt::format("its mode {:04o}", traits.mode), EPERM, "Run the command as its owner.");
}

}  // namespace

FileTraits read_traits(int fd, const fs::path& file) {
  const auto status = status_of(fd, file);
  return {status.st_mode & kModeBits, status.st_uid, status.st_gid, read_attributes(fd, file)};
}

void give_traits(int fd, const FileTraits& traits, const fs::path& file) {
  give_owner(fd, traits, file);
  give_attributes(fd, traits, file);
  give_mode(fd, traits, file);
}

}  // namespace kam
