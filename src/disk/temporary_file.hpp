#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "disk/file_traits.hpp"
#include "disk/system.hpp"
#include "disk/temporary_name.hpp"

namespace kam {

// A file's new content, written and synced beside it under a name of its own; removed unless it takes the
// file's place. Throws Error naming the file and the system's reason.
class TemporaryFile {
 public:
  // `like`: what the new file keeps of the one that it replaces; a new one has what the umask leaves.
  TemporaryFile(std::filesystem::path target, std::optional<FileTraits> like);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  void write(std::string_view content);
  // Another name beside the target.
  void rename(const TemporaryName& name);
  // Takes the target's name unless a file has it.
  void become_target();
  // What now has its name is not ours to remove.
  void release();

 private:
  void open_unique(mode_t mode);
  void take_name(std::filesystem::path path);
  [[noreturn]] void fail(int error_number) const;

  std::filesystem::path target_;
  std::optional<FileTraits> like_;
  std::filesystem::path path_;  // empty once the name is the target's
  FileDescriptor fd_;
};

// The directory that holds `file`.
std::filesystem::path directory_of(const std::filesystem::path& file);

[[noreturn]] void fail_writing(const std::filesystem::path& file, int error_number);

}  // namespace kam
