// Any bytes on their way to a terminal, to stderr, to a cell and to a log of CI.

#include "fuzz.hpp"
#include "judges.hpp"

using namespace kam::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto bytes = as_text(data, size);
  judge_filter(bytes);
  if (size > 0) count_accepted();
  return 0;
}
