#include "kam/report/diff.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/git/revision.hpp"
#include "cli/load.hpp"
#include "cli/output.hpp"
#include "kam/git/index.hpp"
#include "kam/git/repository.hpp"
#include "kam/model/error.hpp"
#include "kam/text/messages/diff.hpp"

namespace kam::cli {

namespace {

// The two states that `kam diff` compares, each with its own kam.yaml, both scored as of one day.
struct DiffSides {
  ScoredPortfolio before;
  ScoredPortfolio after;
  StateName from;
  StateName to;
  std::string remark;
  std::size_t not_checked_out = 0;  // accounts that a sparse checkout leaves out of the working tree
};

// Which commits are compared; without a second one the working tree.
struct Compared {
  Commit before;
  std::optional<Commit> after;
  StateName from;
  StateName to;
  std::optional<RevisionRange> fork;  // where `before` is the place where the two parted
};

StateName name_of(const std::string& revision, const Commit& commit) {
  return {revision, commit.id, commit.day};
}

Commit find_fork(const Repository& repository, const RevisionRange& range, const Commit& after) {
  const auto first = find_commit(repository, range.first);
  if (auto base = find_merge_base(repository, first, after)) return *std::move(base);
  throw Error(
      fmt::format("`{}` and `{}` have no commit in common", range.first, range.second),
      repository.depth == Repository::Depth::shallow
          ? "The repository is a shallow clone, which lacks older commits: `git fetch --unshallow` gets "
            "them, in CI a depth of 0."
          : fmt::format("`{}..{}` compares them as they are.", range.first, range.second));
}

Compared find_compared(const Repository& repository, const std::string& revisions) {
  const auto range = parse_revision_range(revisions);
  Compared compared;
  if (range.kind == RevisionRange::Kind::revision) {
    if (repository.kind == Repository::Kind::bare)
      throw UsageError(fmt::format("{} is a bare repository, which has no working tree to compare with",
                                   repository.root.native()),
                       "Give two revisions: `kam diff HEAD~1..HEAD`.");
    compared.before = find_commit(repository, range.first);
    compared.from = name_of(range.first, compared.before);
    return compared;
  }
  compared.after = find_commit(repository, range.second);
  compared.to = name_of(range.second, *compared.after);
  if (range.kind == RevisionRange::Kind::three_dots) {
    compared.before = find_fork(repository, range, *compared.after);
    compared.from = name_of({}, compared.before);
    compared.fork = range;
  } else {
    compared.before = find_commit(repository, range.first);
    compared.from = name_of(range.first, compared.before);
  }
  return compared;
}

// What problems and people call a commit.
std::string shown_revision(const StateName& state) {
  constexpr std::size_t kShortId = 8;
  return state.revision.empty() ? state.commit.substr(0, kShortId) : state.revision;
}

void print_refusal(Context& context, const Portfolio& before, const Portfolio& after) {
  const auto count = before.errors.size() + after.errors.size();
  context.err += fmt::format("{} error{}; nothing was compared.", count, count == 1 ? "" : "s");
  if (before.has_settings() && after.has_settings())
    context.err += " `kam diff --keep-going` leaves these accounts out, on both sides.";
  context.err += "\n";
}

// An account that reads on one side alone would look as if it had come or gone.
void leave_out_on_both(Portfolio& before, Portfolio& after) {
  auto left_out = before.left_out;
  left_out.insert(left_out.end(), after.left_out.begin(), after.left_out.end());
  std::ranges::sort(left_out);
  left_out.erase(std::unique(left_out.begin(), left_out.end()), left_out.end());
  for (auto* portfolio : {&before, &after}) {
    portfolio->left_out = left_out;
    std::erase_if(portfolio->accounts,
                  [&](const Account& account) { return std::ranges::binary_search(left_out, account.id); });
  }
}

// What a sparse checkout leaves out of the working tree is there as the index has it; how many these are.
std::size_t add_not_checked_out(Portfolio& portfolio, const Repository& repository, ObjectReader& reader) {
  std::size_t added = 0;
  for (const auto& file : list_not_checked_out(repository)) {
    if (!is_portfolio_file(file.file) || file.file == "kam.yaml") continue;
    const auto id = id_of_account_file(file.file);
    if (!is_account_id(id)) continue;
    add_account(portfolio, id, decode_account(reader.read(file.blob), file.file, id, portfolio.settings));
    ++added;
  }
  portfolio.files += added;
  std::ranges::sort(portfolio.accounts, {}, &Account::id);
  return added;
}

// `revisions` as the command line has them; empty: HEAD. What does not read is told in full, of both sides;
// with `Faulty::refuse`, or where it is kam.yaml, nothing is returned: exit 3. Else the accounts that do not
// read on a side are left out on both.
std::optional<DiffSides> load_diff_sides(Context& context, const std::string& revisions, Faulty faulty) {
  const auto repository = open_portfolio_repository();
  const auto compared = find_compared(repository, revisions);
  ObjectReader reader(repository);
  DiffSides sides{{}, {}, compared.from, compared.to, {}, 0};
  Portfolio before;
  Portfolio after;
  // What does not count is told of the newer state alone: the older one is past mending.
  const auto tell = [&](const Portfolio& portfolio, const TextOfFile& text_of, Remarks warnings) {
    print_problems(context, portfolio.errors, text_of);
    if (warnings == Remarks::shown) print_problems(context, portfolio.warnings, text_of);
  };
  const auto load_commit = [&](const Commit& commit, const StateName& state, Remarks warnings) {
    const auto name = shown_revision(state);
    auto portfolio = load_revision(reader, repository, commit, name);
    tell(portfolio, text_of_revision(reader, repository, commit, name), warnings);
    return portfolio;
  };
  before = load_commit(compared.before, compared.from, Remarks::quiet);
  if (compared.after) {
    after = load_commit(*compared.after, compared.to, context.remarks);
  } else {
    after = load_portfolio(find_portfolio(current_directory()), {.follow = context.follow});
    if (after.has_settings()) sides.not_checked_out = add_not_checked_out(after, repository, reader);
    print_problems(context, after.errors, after.root);
    if (context.remarks == Remarks::shown) print_problems(context, after.warnings, after.root);
  }
  if (!before.has_settings() || !after.has_settings() ||
      (faulty == Faulty::refuse && before.errors.size() + after.errors.size() > 0)) {
    print_refusal(context, before, after);
    return std::nullopt;
  }
  leave_out_on_both(before, after);
  const auto language = context.language_or(after.settings.language);
  sides.before = score_state(std::move(before), context.today, language);
  sides.after = score_state(std::move(after), context.today, language);
  if (compared.fork)
    sides.remark = say(msg::diff_fork, language, {compared.fork->second, compared.fork->first});
  if (sides.not_checked_out > 0)
    context.remark(
        say(sides.not_checked_out == 1 ? msg::diff_not_checked_out_one : msg::diff_not_checked_out_many,
            language, {std::to_string(sides.not_checked_out)}));
  return sides;
}

struct Options {
  std::string revisions = "HEAD";
  FormatOption format{Format::text, Format::markdown, Format::json};
  std::vector<std::string> gates;
  bool exit_code = false;
  bool keep_going = false;
};

PortfolioState state_of(const View& view) {
  return {view.settings, view.accounts, view.scores};
}

bool answers_no(const PortfolioDiff& diff, const Options& options) {
  return (options.exit_code && has_changes(diff.comparison)) ||
         std::ranges::any_of(diff.gates, [](const GateMisses& gate) { return !gate.misses.empty(); });
}

Exit run_diff(const Options& options, Context& context) {
  const auto format = options.format.chosen();
  std::vector<DifferenceGate> gates;
  for (const auto& text : options.gates) gates.push_back(parse_difference_gate(text));
  const auto sides =
      load_diff_sides(context, options.revisions, options.keep_going ? Faulty::leave_out : Faulty::refuse);
  if (!sides) return Exit::failed;
  const auto before = sides->before.view();
  const auto after = sides->after.view();
  PortfolioDiff diff{before,    after,         sides->from,
                     sides->to, sides->remark, compare_portfolios(state_of(before), state_of(after)),
                     {}};
  diff.gates = judge_differences(before, after, diff.comparison, gates);
  context.out += print_as(format,
                          {.document = [&](std::size_t) { return build_diff(diff); },
                           .data = [&] { return build_diff_data(diff); }},
                          context);
  const auto left_out = finish(context, sides->after);
  return answers_no(diff, options) ? Exit::answer_is_no : left_out;
}

}  // namespace

Run add_diff(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.argument(
      "REVISION", options->revisions,
      "REV (against the working tree), REV..REV, or REV...REV (from where they parted); default: "
      "HEAD");
  options->format.add_to(arguments);
  arguments.option("--gate", options->gates, "COND",
                   "How far a column may move for every customer, as in 'fulfilment >= -5'; repeatable");
  arguments.flag("--exit-code", options->exit_code, "Exit 1 where anything changed");
  arguments.flag("--keep-going", options->keep_going,
                 "Leave out accounts whose file does not read on a side; exit 1");
  return [options](Context& context) { return run_diff(*options, context); };
}

}  // namespace kam::cli
