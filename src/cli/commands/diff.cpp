#include "kam/report/diff.hpp"

#include <algorithm>
#include <memory>

#include "cli/commands.hpp"
#include "cli/git/diff_sides.hpp"
#include "cli/output.hpp"

namespace kam::cli {

namespace {

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
