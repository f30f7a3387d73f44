#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "kam/model/settings.hpp"
#include "kam/yaml/edit.hpp"
#include "kam/yaml/tree.hpp"

namespace kam {

// What somebody types to change one fact of an account file: `PATH=VALUE`.
//
// PATH is keys of the format with dots between them; behind a list's key one item stands in brackets: its
// place,
// `[2]` from 0 or `[-1]` from the end; a part of its title, name, date or source that only it has, `[edi]`,
// without case; or `[+]` for a new one behind the others. `figures.2026.revenue`, `actions[edi].status`,
// `tags[+]`.

// Why an assignment does not fit the format: a sentence without full stop, and the next step.
struct Misfit {
  std::string message;
  std::string hint;
};

struct Assignment {
  std::string path;
  std::optional<std::string> value;  // without one, what stands at the path is taken out
};

// `PATH=VALUE`, split at the first `=` outside of brackets.
std::variant<Assignment, Misfit> parse_assignment(std::string_view text);

// What the items of lists are named by, kept from one assignment to the next: looking at all items for each
// would take time by the square.
class ItemNames {
 public:
  // The one item of `list`, which stands at `path`, that has `part` as a name, or else in one.
  std::optional<std::size_t> find(const Path& path, const Node& list, std::string_view part);
  // What the edit is about to change will be looked at again.
  void forget(const Edit& edit);

 private:
  struct Name {
    std::string folded;
    std::string as_written;
  };
  struct List {
    std::vector<std::vector<Name>> items;
    std::map<std::string, std::set<std::size_t>> places;  // by folded names
    std::set<std::size_t> changed;
  };
  static void look_at(List& known, const Node& list, std::size_t index);

  std::map<Path, List> lists_;
};

// The edit that carries `assignment` out in the account file whose tree is `root`. A value must fit its key;
// ids must be in the portfolio's catalogues, or among the account's own requirements. A list of texts is
// written
// `[a, b]`. A rating with a reason changes its `rating` alone, and one that gets a reason keeps its rating.
// `known`: of earlier assignments to the same file; the edit is taken to be carried out.
std::variant<Edit, Misfit> plan_assignment(const Node& root, const Assignment& assignment,
                                           const Settings& settings, ItemNames* known = nullptr);

// The edit that adds an item to the account's `list` (contacts, potentials, actions): the given keys of its
// record with their values, in the format's order.
using ItemFacts = std::vector<std::pair<std::string, std::string>>;
std::variant<Edit, Misfit> plan_item(const Node& root, std::string_view list, const ItemFacts& facts,
                                     const Settings& settings);

}  // namespace kam
