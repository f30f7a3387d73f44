#include "kam/merge/merge.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "kam/yaml/byte_problem.hpp"
#include "kam/yaml/lines.hpp"
#include "kam/yaml/splice.hpp"
#include "kam/yaml/text_form.hpp"
#include "merge/elements.hpp"
#include "merge/part.hpp"
#include "merge/parts.hpp"
#include "merge/pick.hpp"
#include "merge/pieces.hpp"
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

// Merges three versions of a document by the lines of their facts. Throws CannotMerge.
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

bool has_open_end(std::string_view text) {
  return !text.ends_with('\n');
}

template <class T>
T pick_changed(const T& base, const T& ours, const T& theirs) {
  return ours == base ? theirs : ours;
}

// The lines, or why they cannot be merged.
std::variant<MergeVersion, std::string> read_version(std::string_view bytes, bool normalise,
                                                     const char* name) {
  MergeVersion version;
  version.text = normalise ? plain_text(bytes) : std::string(bytes.substr(size_of_mark(bytes)));
  if (!version.text.ends_with('\n')) version.text += '\n';
  auto tree = parse_tree(version.text, {});
  if (!tree.root) {
    const auto& problem = tree.problems.front();
    return fmt::format("{} cannot be read, line {}: {}", name, problem.line, problem.message);
  }
  if (tree.root->entries.empty()) return fmt::format("{} has no facts", name);
  version.root = std::move(*tree.root);
  return version;
}

using Spans = std::vector<std::pair<std::size_t, std::size_t>>;

// A comment may stand behind the sign of a text in lines of its own.
void collect_scalars(std::string_view text, const Node& node, Spans& spans) {
  const bool in_lines = node.style == NodeStyle::literal || node.style == NodeStyle::folded;
  const auto begin = in_lines ? end_of_line(text, node.place.offset) : node.place.offset;
  if (node.kind == NodeKind::scalar) spans.emplace_back(begin, std::max(begin, node.end));
  for (const auto& item : node.items) collect_scalars(text, item, spans);
  for (const auto& [key, value] : node.entries) {
    collect_scalars(text, key, spans);
    collect_scalars(text, value, spans);
  }
}

using Counts = std::map<std::string, int, std::less<>>;

// The comments of a document: what stands behind a # outside of all scalars.
Counts count_comments(const MergeVersion& version) {
  const std::string_view text = version.text;
  Spans spans;
  collect_scalars(text, version.root, spans);
  spans.emplace_back(text.size(), text.size());
  Counts comments;
  std::size_t pos = 0;
  for (const auto& [begin, end] : spans) {
    const auto between = text.substr(0, begin);  // so that no search goes to the end of the file
    while ((pos = std::min(between.find('#', pos), begin)) < begin) {
      const auto line_end = end_of_line(text, pos);
      ++comments[std::string(trimmed(text.substr(pos, line_end - pos)))];
      pos = line_end;
    }
    pos = end;
  }
  return comments;
}

int count_of(const Counts& counts, const std::string& comment) {
  const auto found = counts.find(comment);
  return found == counts.end() ? 0 : found->second;
}

// A comment that a side added and the result does not have.
std::optional<std::string> find_lost_comment(const Counts& base, const Counts& ours, const Counts& theirs,
                                             const Counts& result) {
  for (const auto* side : {&ours, &theirs})
    for (const auto& [comment, count] : *side) {
      const auto old = count_of(base, comment);
      const auto by_ours = count_of(ours, comment) - old;
      const auto by_theirs = count_of(theirs, comment) - old;
      const auto least = old + std::max(by_ours, by_theirs) + std::min({0, by_ours, by_theirs});
      if (count_of(result, comment) < least) return comment;
    }
  return std::nullopt;
}

struct Versions {
  MergeVersion base;
  MergeVersion ours;
  MergeVersion theirs;
};

// What is wrong with a result, or nothing.
std::string find_fault(const MergePieces& pieces, const Versions& versions) {
  Counts comments;
  std::string facts;
  for (const auto preference : {Preference::ours, Preference::theirs}) {
    if (preference == Preference::ours || count_conflicts(pieces) > 0) {
      MergeVersion result{resolve(pieces, preference), {}};
      auto tree = parse_tree(result.text, {});
      if (!tree.root) return "the merged text could not be read";
      result.root = std::move(*tree.root);
      facts = canonical_facts(result.root);
      for (const auto& [comment, count] : count_comments(result))
        comments[comment] = std::max(comments[comment], count);
    }
    if (facts != intended_facts(versions.base.root, versions.ours.root, versions.theirs.root, preference))
      return "the merged text would not hold just what both sides say";
  }
  const auto lost = find_lost_comment(count_comments(versions.base), count_comments(versions.ours),
                                      count_comments(versions.theirs), comments);
  return lost ? fmt::format("the merged text would lose the comment `{}`", *lost) : std::string();
}

MergeResult refused(std::string reason) {
  return {{}, 0, std::move(reason)};
}

MergeResult merge_versions(const Versions& versions, const MergeMarks& marks) {
  MergePieces pieces;
  try {
    pieces = weave_documents(versions.base, versions.ours, versions.theirs);
    if (auto fault = find_fault(pieces, versions); !fault.empty()) return refused(std::move(fault));
  } catch (const CannotMerge& failure) {
    return refused(failure.reason);
  }
  return {mark_conflicts(pieces, marks), count_conflicts(pieces), {}};
}

}  // namespace

MergeResult merge_documents(const MergeSides& sides, const MergeMarks& marks) {
  if (sides.ours == sides.base || sides.ours == sides.theirs) return {std::string(sides.theirs), 0, {}};
  if (sides.theirs == sides.base) return {std::string(sides.ours), 0, {}};

  const auto base = form_of(sides.base);
  const auto ours = form_of(sides.ours);
  const auto theirs = form_of(sides.theirs);
  using LineEnds = TextForm::LineEnds;
  const bool normalise =
      base.ends != LineEnds::mixed && ours.ends != LineEnds::mixed && theirs.ends != LineEnds::mixed;
  Versions versions;
  const auto read = [&](std::string_view bytes, const char* name, MergeVersion& version) {
    auto reading = read_version(bytes, normalise, name);
    if (auto* const reason = std::get_if<std::string>(&reading)) return std::move(*reason);
    version = std::get<MergeVersion>(std::move(reading));
    return std::string();
  };
  for (auto reason :
       {read(sides.base, "the version that both sides began with", versions.base),
        read(sides.ours, "our version", versions.ours), read(sides.theirs, "their version", versions.theirs)})
    if (!reason.empty()) return refused(std::move(reason));

  auto result = merge_versions(versions, marks);
  if (!result.refusal.empty()) return result;
  const bool open_end =
      pick_changed(has_open_end(sides.base), has_open_end(sides.ours), has_open_end(sides.theirs));
  if (open_end && result.text.ends_with('\n') && result.conflicts == 0) result.text.pop_back();
  TextForm form;
  form.mark = pick_changed(base.mark, ours.mark, theirs.mark);
  if (normalise) form.ends = pick_changed(base.ends, ours.ends, theirs.ends);
  result.text = in_form(form, result.text);
  return result;
}

}  // namespace kam
