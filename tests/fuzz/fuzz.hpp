#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kam/yaml/tree.hpp"

// What the fuzz targets share. A target is a file with `LLVMFuzzerTestOneInput`; `tests/fuzz/run` starts it.
namespace kam::fuzz {

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};  // NOLINT: libFuzzer gives bytes
}

// Counts an input that was not turned away at the door, for which all was checked. A target that turns
// everything away finds nothing. The number is told at the end.
void count_accepted();

// Ends the run where a promise is not kept, showing what broke it; libFuzzer keeps the input.
void require(bool kept, std::string_view promise, std::string_view shown = {}, std::string_view other = {});

// The decisions that an input makes for its target, byte by byte; 0 behind its end.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : rest_(bytes) {}
  std::size_t below(std::size_t bound);  // one of 0 … bound - 1, at most 256 of them; 0 where there are none
  bool flag() { return below(2) == 1; }
  // A text of up to 15 bytes, or one with a meaning of its own in YAML; broken UTF-8 made U+FFFD.
  std::string text();
  std::string_view rest() const { return rest_; }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

// The parts of `text` between `separator`.
std::vector<std::string> split(std::string_view text, char separator);

// `text` with each byte of broken UTF-8 made U+FFFD.
std::string as_utf8(std::string_view text);

// The tree of what must be a good file.
Node parse_good(std::string_view text, std::string_view promise);

}  // namespace kam::fuzz
