#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kam/disk/write.hpp"

namespace kam::cli {

// A copy of a file's text that nobody else can read, for the user's editor, in a directory of its own below
// `copies`. It outlives kam unless it is removed, and is found again by the file: what a user wrote is never
// lost. Nobody else takes up a copy whose kam still runs. Failures are Errors.
class PrivateCopy {
 public:
  // A new one of `file`, which is an absolute path, with the text `base`; nothing is left behind where that
  // fails.
  PrivateCopy(const std::filesystem::path& copies, const std::filesystem::path& file,
              const std::string& base);

  // Those that an interrupted kam left of `file`, the latest first. Those that hold nothing of a
  // user's are removed: they say what they began with, or `current`, which is in the file, and nothing else
  // is beside them, such as what an editor can recover from.
  static std::vector<PrivateCopy> find_left(const std::filesystem::path& copies,
                                            const std::filesystem::path& file, const std::string& current);

  const std::filesystem::path& path() const { return path_; }
  // The text that it began with; empty where that is not to be had any more.
  const std::string& base() const { return base_; }
  // As it is, with kam's comments if there are any.
  std::string read();
  // Without them.
  std::string read_without_notes();
  // `marker`: how kam's comments in it begin, if there are any. What was saved since the last look is not
  // overwritten.
  void write(const std::string& content, const std::string& marker = {});
  bool is_there() const;
  // Removes it and whatever the editor left beside it, and says true; unless something was saved in it since
  // the last look.
  bool remove();

 private:
  PrivateCopy() = default;
  std::filesystem::path beside(const char* name) const { return path_.parent_path() / name; }
  bool holds_more() const;
  bool take_up(const std::filesystem::path& directory, const std::filesystem::path& file,
               const std::string& current);

  std::filesystem::path path_;
  std::string base_;
  std::string seen_;  // at the last look
  std::unique_ptr<DirectoryLock> lock_;
};

}  // namespace kam::cli
