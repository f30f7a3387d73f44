#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace kam::cli {

// A copy of a text that nobody else can read, for the user's editor. It outlives kam unless it is removed:
// what a user wrote is never lost.
class PrivateCopy {
 public:
  // In a new directory below `temporary_directory`. Throws Error, with nothing left behind.
  PrivateCopy(const std::filesystem::path& temporary_directory, const std::string& name,
              std::string_view content);

  const std::filesystem::path& path() const { return path_; }
  std::string read() const;
  void write(std::string_view content) const;
  bool is_there() const;
  // Removes it and whatever the editor left beside it.
  void remove() const;

 private:
  std::filesystem::path path_;
};

}  // namespace kam::cli
