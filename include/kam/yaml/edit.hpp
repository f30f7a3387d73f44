#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kam/model/date.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// A place in a file: keys, and 0-based indices of lists.
using PathStep = std::variant<std::string, std::size_t>;
using Path = std::vector<PathStep>;

std::string format_path(const Path& path);  // `assessments[0].ratings.flexibility`

// What stands at the path, or null.
const Node* find_node(const Node& root, const Path& path);

// What an edit writes.
struct NewValue {
  enum class Kind { text, literal, list, map };
  enum class Layout { block, flow };  // of list and map; inside a flow collection everything is flow
  Kind kind = Kind::text;
  std::string text;  // text: any UTF-8, quoted where a reader could take it for something else;
                     // literal: written plain as it stands (a number, a date, an id)
  std::vector<NewValue> items;
  struct Entry;
  std::vector<Entry> entries;
  Layout layout = Layout::block;  // of a text or literal: see Edit::Op::set

  static NewValue of_text(std::string text);
  static NewValue of_number(double number);
  static NewValue of_date(Date date);
  static NewValue of_id(std::string_view id);
  static NewValue of_list(std::vector<NewValue> items, Layout layout);
  static NewValue of_map(std::vector<Entry> entries, Layout layout);
};

struct NewValue::Entry {
  std::string key;
  NewValue value;
};

struct Edit {
  enum class Op {
    // Replace the value at `path`, or add it. Maps on the way that are missing, null or {} are made: in block
    // layout, but the innermost around a text or literal in that value's `layout`, so that
    // `figures.2027.revenue` with flow gives `2027: {revenue: 1}` below `figures:`.
    set,
    // Add `value` as the last item of the list at `path`, in the style of the items before it. The list is
    // made where it is missing, null, [] or {}.
    append,
    // Take the entry or item at `path` out, with the comment behind it on its line and those indented below
    // it. A list or map that becomes empty stays as [] or {}. What is not there needs no removing.
    remove
  };
  Op op = Op::set;
  Path path;
  NewValue value;
};

// The order of keys in the map at `path`: a new key is put behind the nearest of its predecessors
// that is there, else before the first of its successors, else at the end. An empty list: at the end. In the
// file's own map the line `#key:` of the template comes first: the new key is put directly above it.
using KeyOrder = std::function<std::vector<std::string>(const Path& path)>;

struct EditResult {
  std::string text;     // the new text; the old one where refused
  std::string refusal;  // why the edit was refused: a sentence without full stop; empty where it was done
  Place place;          // of a refusal: where in the old text
  std::string hint{};   // of a refusal, how to mend it; empty: by hand
  std::size_t readings = 0;    // how often the new text was read: mostly once, however many edits there are
  std::optional<Node> root{};  // what the new text says; absent where refused
};

// Applies the edits in order by splicing `text` (a file's bytes), changing only the bytes that must change:
// comments, quoting, order, blank lines, indentation style, line ends, byte-order mark and a missing last
// newline stay. The spliced text is parsed again and must equal the intended tree, else all of it is refused.
// Many edits are spliced in together and seen together; the text is the same as if each had been alone. An
// edit that changes nothing (the same value) leaves the text as it is. `text` must parse without problem.
EditResult apply_edits(std::string_view text, std::span<const Edit> edits, const KeyOrder& order);

// Edits that are planned when those before them are known: each plan is asked once, in their order, and sees
// what they left, but for the places. `root` is what `text` says. Of a refusal the place is in the text that
// its plan saw. Passes on what a plan throws.
using PlanEdits = std::function<std::vector<Edit>(const Node& tree)>;
EditResult apply_plans(std::string_view text, const Node& root, std::span<const PlanEdits> plans,
                       const KeyOrder& order);

// `text` as one YAML scalar on one line where that can be said, plain where no YAML 1.1 or 1.2 reader could
// take it for anything but this text, else quoted.
enum class ScalarContext { block, flow };
std::string format_scalar(std::string_view text, ScalarContext context);

}  // namespace kam
