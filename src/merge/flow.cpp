#include "merge/flow.hpp"

#include <optional>
#include <utility>
#include <vector>

#include "kam/yaml/lines.hpp"
#include "kam/yaml/match.hpp"
#include "kam/yaml/splice.hpp"
#include "merge/facts.hpp"
#include "merge/pick.hpp"
#include "merge/sequence.hpp"

namespace kam {

namespace {

std::string raw_of(const WrittenValue& value) {
  return std::string(
      value.document.substr(value.node->place.offset, value.node->end - value.node->place.offset));
}

// A child in brackets with what stands around it.
struct FlowChild {
  std::string separator;  // from the child before to this one; empty for the first
  std::string prefix;     // `key: `
  WrittenValue value;
  std::string text() const { return prefix + raw_of(value); }
};

struct FlowParts {
  std::string opening;  // the bracket, and what stands before the first child
  std::vector<FlowChild> children;
  std::string closing;
};

FlowParts take_apart(const WrittenValue& value) {
  const auto& node = *value.node;
  const auto text = value.document;
  FlowParts parts;
  const auto children = children_of(text, node);
  const bool list = node.kind == NodeKind::list;
  if (children.empty()) {
    parts.opening = list ? "[" : "{";
    parts.closing = list ? "]" : "}";
    return parts;
  }
  auto pos = node.place.offset;
  for (std::size_t i = 0; i < children.size(); ++i) {
    const auto& child = child_value(node, i);
    auto between = std::string(text.substr(pos, children[i].begin - pos));
    if (i == 0) parts.opening = std::exchange(between, {});
    parts.children.push_back(
        {std::move(between),
         std::string(text.substr(children[i].begin, child.place.offset - children[i].begin)),
         {&child, text}});
    pos = children[i].end;
  }
  parts.closing = text.substr(pos, node.end - pos);
  return parts;
}

class FlowMerger {
 public:
  FlowMerger(const WrittenValue* base, const WrittenValue& ours, const WrittenValue& theirs,
             std::string_view key)
      : identities_(identify_children(base == nullptr ? nullptr : base->node, *ours.node, *theirs.node, key)),
        ours_(take_apart(is_vacant(*ours.node) ? theirs : ours)),
        theirs_(take_apart(is_vacant(*theirs.node) ? ours : theirs)) {
    if (is_vacant(*ours.node)) ours_.children.clear();
    if (is_vacant(*theirs.node)) theirs_.children.clear();
    if (base != nullptr && !identities_.base.empty() && base->node->style == NodeStyle::flow)
      base_ = take_apart(*base);
    else
      identities_.base.clear();
  }

  MergedValue merge() {
    const std::function<bool(std::size_t)> is_kept = [this](std::size_t id) {
      return decide_fate(identities_.children[id]) != Fate::gone;
    };
    const auto to_tokens = [](const std::vector<std::size_t>& ids) {
      std::vector<Token> tokens;
      for (const auto id : ids) tokens.push_back({Token::Kind::child, id});
      return tokens;
    };
    const auto order = merge_order(to_tokens(identities_.base), to_tokens(identities_.ours),
                                   to_tokens(identities_.theirs), is_kept);
    const auto* const base = base_ ? &*base_ : nullptr;
    const auto& opening = pick(base ? &base->opening : nullptr, ours_.opening, theirs_.opening);
    const auto& closing = pick(base ? &base->closing : nullptr, ours_.closing, theirs_.closing);
    result_ = {opening, opening};
    for (const auto& placed : order) add(placed.token.id);
    result_.ours += closing;
    result_.theirs += closing;
    return std::move(result_);
  }

 private:
  static const FlowChild* find(const FlowParts& parts, const std::vector<std::size_t>& ids, std::size_t id) {
    for (std::size_t i = 0; i < ids.size() && i < parts.children.size(); ++i)
      if (ids[i] == id) return &parts.children[i];
    return nullptr;
  }
  const FlowChild* base_child(std::size_t id) const {
    return base_ ? find(*base_, identities_.base, id) : nullptr;
  }

  // Between two children as the version that has this one has it, else as it is usual there.
  std::string separator_of(const FlowChild& child) const {
    if (!child.separator.empty()) return child.separator;
    for (const auto* parts : {&ours_, &theirs_})
      if (parts->children.size() > 1) return parts->children[1].separator;
    return ", ";
  }

  void add(std::size_t id) {
    const auto* const base = base_child(id);
    const auto* const ours = find(ours_, identities_.ours, id);
    const auto* const theirs = find(theirs_, identities_.theirs, id);
    std::optional<MergedValue> merged;
    if (ours != nullptr && theirs != nullptr) {
      merged = merge_value(base == nullptr ? nullptr : &base->value, ours->value, theirs->value,
                           key_of(identities_.children[id]));
      const auto& prefix = pick(base == nullptr ? nullptr : &base->prefix, ours->prefix, theirs->prefix);
      merged->ours.insert(0, prefix);
      merged->theirs.insert(0, prefix);
    }
    const bool alone = identities_.children[id].base == nullptr;
    if (ours != nullptr || (alone && theirs != nullptr))
      append(result_.ours, ours_empty_, separator_of(ours != nullptr ? *ours : *theirs),
             merged ? merged->ours : (ours != nullptr ? *ours : *theirs).text());
    if (theirs != nullptr || (alone && ours != nullptr))
      append(result_.theirs, theirs_empty_,
             separator_of(theirs != nullptr && ours == nullptr ? *theirs : *ours),
             merged ? merged->theirs : (theirs != nullptr ? *theirs : *ours).text());
  }

  static void append(std::string& text, bool& empty, const std::string& separator, const std::string& child) {
    if (!std::exchange(empty, false)) text += separator;
    text += child;
  }

  Identities identities_;
  std::optional<FlowParts> base_;
  FlowParts ours_;
  FlowParts theirs_;
  MergedValue result_;
  bool ours_empty_ = true;
  bool theirs_empty_ = true;
};

}  // namespace

MergedValue merge_value(const WrittenValue* base, const WrittenValue& ours, const WrittenValue& theirs,
                        std::string_view key) {
  auto our_text = raw_of(ours);
  auto their_text = raw_of(theirs);
  const bool ours_as_base = base != nullptr && same_facts(*ours.node, *base->node);
  const bool theirs_as_base = base != nullptr && same_facts(*theirs.node, *base->node);
  if (ours_as_base && theirs_as_base) {
    const auto text = our_text == raw_of(*base) ? their_text : our_text;
    return {text, text};
  }
  if (ours_as_base) return {their_text, their_text};
  if (theirs_as_base || same_facts(*ours.node, *theirs.node)) return {our_text, our_text};
  if (are_collections_alike(*ours.node, *theirs.node)) return FlowMerger(base, ours, theirs, key).merge();
  return {std::move(our_text), std::move(their_text)};
}

}  // namespace kam
