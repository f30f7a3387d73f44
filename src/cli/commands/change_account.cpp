#include "cli/commands/change_account.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/commands/edit_account.hpp"
#include "kam/disk/write.hpp"
#include "kam/document/document.hpp"
#include "kam/model/error.hpp"
#include "kam/render/diff.hpp"
#include "kam/report/assess.hpp"
#include "kam/text/messages.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

// A place in the file, as it was and as it is.
struct Fact {
  Path path;
  std::string before;
  std::string after;
};

const Node* find_node(const Node& root, const Path& path) {
  const auto* node = &root;
  for (const auto& step : path) {
    if (const auto* const key = std::get_if<std::string>(&step)) {
      node = node->find(*key);
    } else {
      const auto index = std::get<std::size_t>(step);
      node = index < node->items.size() ? &node->items[index] : nullptr;
    }
    if (node == nullptr) return nullptr;
  }
  return node;
}

// A value on one line; of an item its first fact, mostly the title or name.
std::string shown_value(const Node* node) {
  if (node == nullptr || node->is_null()) return "–";
  if (node->kind == NodeKind::scalar) return escape_for_terminal(node->value);
  if (node->kind == NodeKind::map)
    return node->entries.empty() ? "–" : shown_value(&node->entries.front().value);
  std::vector<std::string> items;
  for (const auto& item : node->items) items.push_back(shown_value(&item));
  return fmt::format("[{}]", fmt::join(items, ", "));
}

// The sections whose ratings the change of scores shows anyway.
bool is_rated(const Path& path) {
  const auto& section = std::get<std::string>(path.front());
  return section == "attractiveness" || section == "partnership" || section == "assessments";
}

class Change {
 public:
  Change(const Loaded& loaded, std::string id) : loaded_(loaded), id_(std::move(id)) {}

  void plan(const std::vector<PlanStep>& steps) {
    std::vector<PlanEdits> edits;
    edits.reserve(steps.size());
    for (const auto& step : steps)
      edits.emplace_back([this, &step](const Node& tree) { return plan_step(step, tree); });
    edit_ = edit_account(loaded_.portfolio, id_, edits);
    const auto after = parse_tree(edit_.after, edit_.file);
    for (auto& fact : facts_)
      if (fact.after.empty()) fact.after = shown_value(find_node(*after.root, fact.path));
  }
  const AccountEdit& edit() const { return edit_; }
  bool is_changed() const { return edit_.before != edit_.after; }
  std::string show(WriteMode mode, const Context& context) const;

 private:
  std::vector<Edit> plan_step(const PlanStep& step, const Node& tree) {
    auto planned = step(tree, loaded_.portfolio.settings);
    if (const auto* const misfit = std::get_if<Misfit>(&planned))
      throw UsageError(misfit->message, misfit->hint);
    auto& edit = std::get<Edit>(planned);
    auto path = edit.path;
    const auto* const there = find_node(tree, path);
    if (edit.op == Edit::Op::append) {
      path.emplace_back(there == nullptr ? 0 : there->items.size());
      facts_.push_back({path, "–", {}});
    } else if (!known_.contains(format_path(path))) {
      const bool goes = edit.op == Edit::Op::remove;  // another item may stand there then
      facts_.push_back({path, shown_value(there), goes ? "–" : ""});
    }
    known_.insert(format_path(path));
    return {std::move(edit)};
  }
  std::string show_facts() const;
  std::string show_scores(const Context& context) const;

  const Loaded& loaded_;
  std::string id_;
  std::vector<Fact> facts_;
  std::set<std::string> known_;  // their paths
  AccountEdit edit_;
};

std::string Change::show_facts() const {
  std::string text;
  int widest = 0;
  std::vector<const Fact*> shown;
  for (const auto& fact : facts_)
    if (fact.before != fact.after && !is_rated(fact.path)) {
      shown.push_back(&fact);
      widest = std::max(widest, display_width(format_path(fact.path)));
    }
  for (const auto* const fact : shown) {
    const auto path = format_path(fact->path);
    const std::string gap(static_cast<std::size_t>(widest - display_width(path)) + 2, ' ');
    text += fmt::format("{}{}{} → {}\n", path, gap, fact->before, fact->after);
  }
  return text;
}

// Nothing where the account did not read before, and so has no scores to compare with.
std::string Change::show_scores(const Context& context) const {
  const auto account = std::ranges::find(loaded_.portfolio.accounts, id_, &Account::id);
  if (account == loaded_.portfolio.accounts.end()) return {};
  const auto index = static_cast<std::size_t>(account - loaded_.portfolio.accounts.begin());
  Loaded after = loaded_;
  after.portfolio.accounts[index] = edit_.account;
  after.scores = score_portfolio(after.portfolio.accounts, after.portfolio.settings, after.as_of);
  const auto change = build_change(loaded_.view(), after.view(), index);
  return change.blocks.empty() ? std::string() : render_document(change, Format::text, context);
}

std::string Change::show(WriteMode mode, const Context& context) const {
  if (!is_changed()) return say(Msg::set_nothing, loaded_.language) + "\n";
  const auto facts = show_facts();
  const auto scores = show_scores(context);
  auto text =
      fmt::format("{}\n{}{}{}", edit_.file, facts, facts.empty() || scores.empty() ? "" : "\n", scores);
  if (mode == WriteMode::dry_run) text += "\n" + unified_diff(edit_.before, edit_.after, edit_.file);
  return text;
}

}  // namespace

Exit change_account(const std::string& account, const std::vector<PlanStep>& steps, WriteMode mode,
                    Context& context) {
  const auto root = find_portfolio(current_directory());
  std::optional<DirectoryLock> lock;
  refuse_special_files(root);
  if (mode == WriteMode::write) lock.emplace(root);
  const auto loaded = load(context, root, Faulty::pass_over, {});
  if (!loaded) return Exit::failed;
  Change change(*loaded, find_account_id(loaded->portfolio, account));
  change.plan(steps);
  const auto& edit = change.edit();
  const auto tell = [&] {
    context.out += change.show(mode, context);
    if (mode == WriteMode::dry_run) context.remark(say(Msg::dry_run_nothing_written, loaded->language));
  };
  tell_and_do(context, tell, [&] {
    if (mode == WriteMode::write && change.is_changed())
      replace_file(root / edit.file, edit.before, edit.after);
  });
  return Exit::done;
}

}  // namespace kam::cli
