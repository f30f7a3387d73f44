#pragma once

#include <doctest/doctest.h>
#include <stdlib.h>  // mkdtemp is POSIX's

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>

// A directory of the test's own, removed at its end.
class ScratchDirectory {
 public:
  ScratchDirectory() {
    auto name = (std::filesystem::temp_directory_path() / "kam-test-XXXXXX").native();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = std::filesystem::canonical(name);
  }
  ~ScratchDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  ScratchDirectory(const ScratchDirectory&) = delete;
  ScratchDirectory& operator=(const ScratchDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }

  std::filesystem::path put(const std::string& name, std::string_view content) const {
    const auto file = path_ / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << content;
    return file;
  }

  std::string content(const std::string& name) const {
    std::ifstream file(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  // The names in the directory `below` it.
  std::set<std::string> names(const std::string& below = ".") const {
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(path_ / below))
      names.insert(entry.path().filename().native());
    return names;
  }

 private:
  std::filesystem::path path_;
};
