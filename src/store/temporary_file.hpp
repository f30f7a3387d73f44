#pragma once

#include <sys/stat.h>

#include <filesystem>
#include <optional>
#include <string_view>

#include "store/system.hpp"

namespace kam {

// A file's new content, written and synced beside it under a name of its own; removed unless it takes the
// file's place. Throws Error naming the file and the system's reason.
class TemporaryFile {
 public:
  // `like`: the status of the file whose mode and, where the system allows it, owner the new one keeps.
  TemporaryFile(std::filesystem::path target, const std::optional<struct stat>& like);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  void write(std::string_view content);
  // Takes the target's name, whatever stands there.
  void replace_target();
  // Takes the target's name unless a file has it.
  void become_target();

 private:
  void open_unique(mode_t mode);
  [[noreturn]] void fail(int error_number) const;

  std::filesystem::path target_;
  std::filesystem::path path_;  // empty once the name is the target's
  FileDescriptor fd_;
};

// The directory that holds `file`.
std::filesystem::path directory_of(const std::filesystem::path& file);

[[noreturn]] void fail_writing(const std::filesystem::path& file, int error_number);

}  // namespace kam
