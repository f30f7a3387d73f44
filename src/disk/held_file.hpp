#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <string>

#include "disk/system.hpp"

namespace kam {

// What lies at a name, opened for reading and under a lease: as long as it lives, whoever opens the file for
// writing, by whatever way they reach it, has to wait, and is noticed.
class HeldFile {
 public:
  // Never blocks and follows no link. Never throws: what cannot be opened holds nothing.
  explicit HeldFile(const std::filesystem::path& file);

  bool is_regular() const { return fd_.is_open() && S_ISREG(status_.st_mode); }
  int fd() const { return fd_.get(); }
  // Whether somebody has it open for writing, or waits to.
  bool is_being_written();
  // Its bytes, if there are at most `most` of them; nothing where there are more or it cannot be read.
  std::optional<std::string> text(std::size_t most);
  // Why it could not be opened, held or read; 0 where nothing failed.
  int error() const { return error_; }
  // Whether both are one file.
  bool is(const HeldFile& other) const;

 private:
  enum class Lease {
    held,
    refused,     // somebody has it open for writing
    unavailable  // the file system has none, or the file is another user's
  };
  void take_lease();

  FileDescriptor fd_;
  struct stat status_ = {};
  Lease lease_ = Lease::unavailable;
  int error_ = 0;
};

}  // namespace kam
