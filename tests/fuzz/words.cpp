// What somebody types on the command line, a line each: COND (`fulfilment >= 60`) and sort keys, PATH=VALUE
// of `kam set`. Each is refused with a sentence, or does what it says on the example portfolio.

#include <algorithm>

#include "fuzz.hpp"
#include "kam/disk/portfolio.hpp"
#include "kam/disk/write.hpp"
#include "kam/format/assign.hpp"
#include "kam/model/error.hpp"
#include "kam/report/diff.hpp"
#include "kam/report/inventory.hpp"

using namespace kam;
using namespace kam::fuzz;

namespace {

constexpr Date kDay{std::chrono::year{2026}, std::chrono::November, std::chrono::day{24}};

struct Stage {
  Portfolio portfolio = load_portfolio(KAM_SOURCE_DIR "/examples/portfolio");
  PortfolioScores scores = score_portfolio(portfolio.accounts, portfolio.settings, kDay);
  View view{portfolio.settings, portfolio.accounts, scores, kDay, Language::en};
  std::string text = read_file(portfolio.root / account_file(portfolio.accounts.front().id));
  Node root = parse_good(text, "the example reads");
  KeyOrder order = account_key_order(portfolio.settings);
};

// An account of the example with what it says of a condition.
void check_account(const Condition& condition, const Stage& stage, std::size_t account,
                   std::string_view text) {
  const auto meets_by = [&](Condition::Op op) {
    auto other = condition;
    other.op = op;
    return meets(other, stage.view, account);
  };
  const auto cell = condition.column->cell(stage.view, account);
  const bool unknown = std::holds_alternative<Unknown>(cell);
  const bool met = meets(condition, stage.view, account);
  require(!unknown || !met || condition.value.empty(), "an unknown value meets no condition", text);
  if (unknown || condition.op == Condition::Op::contains) return;
  using Op = Condition::Op;
  require(meets_by(Op::equal) != meets_by(Op::not_equal), "a known value is equal or not", text);
  if (condition.op == Op::equal || condition.op == Op::not_equal) return;
  require(meets_by(Op::less) != meets_by(Op::greater_equal), "a known value is less or not", text);
  require(meets_by(Op::greater) != meets_by(Op::less_equal), "a known value is greater or not", text);
}

bool is_condition(const std::string& text, const Stage& stage) {
  try {
    const auto condition = parse_condition(text);
    for (std::size_t account = 0; account < stage.portfolio.accounts.size(); ++account)
      check_account(condition, stage, account, text);
    parse_difference_gate(text);
    return true;
  } catch (const UsageError& error) {
    require(!std::string_view(error.what()).empty(), "a refusal says why", text);
    return false;
  }
}

bool is_sort_key(const std::string& text, const Stage& stage) {
  try {
    InventoryQuery query;
    query.sort.push_back(parse_sort_key(text));
    require(select_accounts(stage.view, query).size() == stage.portfolio.accounts.size(),
            "sorting keeps every account", text);
    return true;
  } catch (const UsageError&) {
    return false;
  }
}

bool is_incomplete(const Problem& problem) {
  return problem.code.starts_with("missing-") || problem.code.find("-without-") != std::string::npos;
}

// The file afterwards has no error but for what a new item or a bare file still lacks, which the command sees
// to; what was set can be taken out again.
bool is_assignment(const std::string& text, const Stage& stage) {
  const auto parsed = parse_assignment(text);
  const auto* const assignment = std::get_if<Assignment>(&parsed);
  if (assignment == nullptr) return false;
  const auto planned = plan_assignment(stage.root, *assignment, stage.portfolio.settings);
  const auto* const edit = std::get_if<Edit>(&planned);
  if (edit == nullptr) {
    require(!std::get<Misfit>(planned).message.empty(), "a refusal says why", text);
    return false;
  }
  const auto result = apply_edits(stage.text, std::span(edit, 1), stage.order);
  require(result.refusal.empty(), "what fits the format can be written", text, result.refusal);
  const auto root = parse_good(result.text, "an edited file reads");
  const auto decoded = decode_account(root, "x.yaml", "x", stage.portfolio.settings);
  for (const auto& problem : decoded.problems)
    require(problem.severity != Severity::error || is_incomplete(problem), "what fits the format is no error",
            text, problem.message);
  const auto back = plan_assignment(root, {assignment->path, std::nullopt}, stage.portfolio.settings);
  if (const auto* const removal = std::get_if<Edit>(&back)) {
    const auto without = apply_edits(result.text, std::span(removal, 1), stage.order);
    require(without.refusal.empty(), "what was set can be taken out", text, without.refusal);
  }
  return true;
}

// What begins with a control byte stands for a line that is right but for its value: 1 and two bytes for a
// column and an operator, 2 and a byte for a path.
std::string complete(const std::string& typed) {
  static constexpr const char* kOperators[] = {"=", "!=", "<", "<=", ">", ">=", "~"};
  static constexpr const char* kPaths[] = {"name",
                                           "status",
                                           "industry",
                                           "tags",
                                           "tags[+]",
                                           "tags[0]",
                                           "notes",
                                           "x_own",
                                           "customer_since",
                                           "figures.2026.revenue",
                                           "figures.2027.margin",
                                           "attractiveness.reference",
                                           "attractiveness.reference.reason",
                                           "collaboration.logistics.intensity",
                                           "contacts[+].name",
                                           "contacts[0].influence",
                                           "contacts[0].role",
                                           "actions[0].due",
                                           "actions[-1].status",
                                           "actions[+].title",
                                           "potentials[0].probability",
                                           "potentials[0].close",
                                           "assessments[-1].ratings.flexibility.importance",
                                           "assessments[0].date",
                                           "assessments[+].source",
                                           "swot.strengths[+]",
                                           "next_review"};
  Choices choices(typed);
  const auto kind = typed.empty() ? '\0' : typed.front();
  choices.below(256);
  if (kind == 1) {
    const auto columns = inventory_columns();
    const std::string column(columns[choices.below(columns.size())].key);
    return column + kOperators[choices.below(std::size(kOperators))] + std::string(choices.rest());
  }
  if (kind == 2) {
    const std::string path = kPaths[choices.below(std::size(kPaths))];
    return path + "=" + std::string(choices.rest());
  }
  return typed;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Stage stage;
  bool accepted = false;
  for (const auto& typed : split(as_text(data, size), '\n')) {
    const auto line = complete(typed);
    accepted = is_condition(line, stage) || accepted;
    accepted = is_sort_key(line, stage) || accepted;
    accepted = is_assignment(line, stage) || accepted;
  }
  if (accepted) count_accepted();
  return 0;
}
