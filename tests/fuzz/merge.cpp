// A document, a NUL, one side's edits, a NUL, the other side's: merging never fails, what merges cleanly
// reads, and where only one side did something its bytes are the result.

#include "kam/merge/merge.hpp"
#include "edits.hpp"

using namespace kam;
using namespace kam::fuzz;

namespace {

constexpr std::size_t kMostEdits = 3;

void check_one_side(std::string_view base, std::string_view side) {
  for (const auto& sides :
       {MergeSides{base, side, base}, MergeSides{base, base, side}, MergeSides{base, side, side}}) {
    const auto result = merge_documents(sides);
    require(result.refusal.empty() && result.conflicts == 0 && result.text == side,
            "what one side did, or both alike, is the result", side,
            result.refusal.empty() ? result.text : result.refusal);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = as_text(data, size);
  const auto first = input.find('\0');
  const auto second = first == std::string_view::npos ? first : input.find('\0', first + 1);
  if (second == std::string_view::npos) return 0;
  const auto base = input.substr(0, first);
  if (!parse_tree(base, "x.yaml").root) return 0;
  Choices our_choices(input.substr(first + 1, second - first - 1));
  Choices their_choices(input.substr(second + 1));
  const auto ours = edit_by(base, our_choices, kMostEdits);
  const auto theirs = edit_by(base, their_choices, kMostEdits);
  const auto result = merge_documents({base, ours, theirs});
  require(result.refusal.empty() || result.text.empty(), "a refused merge gives no text", base,
          result.refusal);
  if (!result.refusal.empty()) return 0;
  if (result.conflicts == 0) parse_good(result.text, "what merges cleanly reads");
  check_one_side(base, ours);
  check_one_side(base, theirs);
  count_accepted();
  return 0;
}
