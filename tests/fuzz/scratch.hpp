#pragma once

#include <filesystem>

namespace kam::fuzz {

// A directory of one's own, removed when the program ends, and entered by `Scratch`.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  const std::filesystem::path& directory() const { return directory_; }

 private:
  std::filesystem::path directory_;
};

}  // namespace kam::fuzz
