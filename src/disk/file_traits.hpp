#pragma once

#include <sys/types.h>

#include <filesystem>
#include <map>
#include <string>

namespace kam {

// Who owns a file, who may do what with it, and what else hangs on it beside its bytes.
struct FileTraits {
  mode_t mode = 0;  // the permission bits, and set-id and sticky
  uid_t owner = 0;
  gid_t group = 0;
  std::map<std::string, std::string> attributes;  // extended ones, and with them the access control list

  friend bool operator==(const FileTraits&, const FileTraits&) = default;
};

// The traits of an open file. Throws Error with the name `file` and the system's reason.
FileTraits read_traits(int fd, const std::filesystem::path& file);

// Gives the traits to a new file that is to take the place of `file`. Where one of them cannot be kept,
// throws Error that says which, why, and what helps: a file is never opened to more people, nor parted from
// its owner.
void give_traits(int fd, const FileTraits& traits, const std::filesystem::path& file);

}  // namespace kam
