#include "scratch.hpp"

#include <cstdlib>
#include <string>

#include "fuzz.hpp"

namespace kam::fuzz {

Scratch::Scratch() {
  std::string name = (std::filesystem::temp_directory_path() / "kam-fuzz-XXXXXX").native();
  require(::mkdtemp(name.data()) != nullptr, "there is a directory to work in", name);
  directory_ = name;
  std::filesystem::current_path(directory_);
}

Scratch::~Scratch() {
  std::error_code ignored;
  std::filesystem::current_path("/", ignored);
  std::filesystem::remove_all(directory_, ignored);
}

}  // namespace kam::fuzz
