// A document, a NUL, and the bytes that choose an edit of it: what comes out reads as the tree that was
// meant, and no byte is changed that need not be.

#include "edits.hpp"

using namespace kam;
using namespace kam::fuzz;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto input = as_text(data, size);
  const auto nul = input.find('\0');
  if (nul == std::string_view::npos) return 0;
  const auto before = input.substr(0, nul);
  const auto tree = parse_tree(before, "x.yaml");
  if (!tree.root) return 0;
  Choices choices(input.substr(nul + 1));
  const auto edit = choose_edit(*tree.root, choices);
  const auto after = check_edit(before, *tree.root, edit);
  if (!after) return 0;
  count_accepted();
  if (edit.op == Edit::Op::set) {
    const auto again = check_edit(*after, parse_good(*after, "an edited file reads"), edit);
    require(again == after, "setting the same again changes nothing", before, *after);
  }
  return 0;
}
