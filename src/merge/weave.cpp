#include "merge/weave.hpp"

#include <utility>

#include "kam/yaml/lines.hpp"
#include "kam/yaml/splice.hpp"
#include "merge/elements.hpp"
#include "merge/part.hpp"
#include "merge/pick.hpp"
#include "merge/sequence.hpp"

namespace kam {

namespace {

// What stands before and behind the root's lines: `---` and `...` lines with what is beyond them.
struct Frame {
  std::string head;
  std::string foot;
  Elements elements;
};

Frame frame_of(const MergeVersion& version) {
  const std::string_view text = version.text;
  const auto& root = version.root;
  if (root.style != NodeStyle::block) throw CannotMerge{"the file is written in braces"};
  const auto children = children_of(text, root);
  const auto first = children.empty() ? text.size() : children.front().begin;
  std::size_t begin = 0;
  for (std::size_t start = 0; start < first; start = start_of_next_line(text, start))
    if (text.substr(start).starts_with("---")) begin = start_of_next_line(text, start);
  auto end = children.empty() ? begin : end_of_lines(text, root, column_of(root));
  while (end < text.size() && !text.substr(end).starts_with("...")) end = start_of_next_line(text, end);
  return {std::string(text.substr(0, begin)), std::string(text.substr(end)),
          take_apart(version, root, begin, end)};
}

}  // namespace

MergePieces weave_documents(const MergeVersion& base, const MergeVersion& ours, const MergeVersion& theirs) {
  auto old = frame_of(base);
  auto our = frame_of(ours);
  auto their = frame_of(theirs);
  const auto head = agree(&old.head, our.head, their.head);
  const auto foot = agree(&old.foot, our.foot, their.foot);
  if (!head || !foot) throw CannotMerge{"both sides changed what stands around the document"};
  const auto column_in = [](const MergeVersion& version) {
    return version.root.entries.empty() ? std::size_t{0} : column_of(version.root);
  };
  const auto old_column = column_in(base);
  const auto column = pick(&old_column, column_in(ours), column_in(theirs));
  const auto side = [&](Frame& frame, const MergeVersion& version) {
    return CollectionSide{std::move(frame.elements), &version.root, shift_to(column, column_in(version))};
  };
  const CollectionSides sides{side(old, base), side(our, ours), side(their, theirs)};
  MergePieces pieces;
  add_text(pieces, *head);
  add_pieces(pieces, merge_elements(sides, column, {}));
  add_text(pieces, *foot);
  return pieces;
}

}  // namespace kam
