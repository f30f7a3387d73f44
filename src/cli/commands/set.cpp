#include <memory>

#include "cli/change.hpp"
#include "cli/commands.hpp"
#include "kam/model/error.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::string account;
  std::vector<std::string> assignments;
  std::vector<std::string> unset;
  bool dry_run = false;
};

Exit run_set(const Options& options, Context& context) {
  if (options.assignments.empty() && options.unset.empty())
    throw UsageError("nothing is given to set",
                     "Give PATH=VALUE, as in actions[0].status=done, or --unset PATH.");
  std::vector<PlanStep> steps;
  ItemNames names;
  const auto add = [&](Assignment assignment) {
    steps.emplace_back([&, assignment = std::move(assignment)](const Node& tree, const Settings& settings) {
      return plan_assignment(tree, assignment, settings, &names);
    });
  };
  for (const auto& text : options.assignments) {
    auto parsed = parse_assignment(text);
    if (const auto* const misfit = std::get_if<Misfit>(&parsed))
      throw UsageError(misfit->message, misfit->hint);
    add(std::get<Assignment>(std::move(parsed)));
  }
  for (const auto& path : options.unset) add({path, std::nullopt});
  return change_account(options.account, steps, options.dry_run ? WriteMode::dry_run : WriteMode::write,
                        context);
}

}  // namespace

Run add_set(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.argument("ACCOUNT", options->account, "The account, by id or name", Arguments::Need::required);
  arguments.argument("PATH=VALUE", options->assignments,
                     "What to write where, as in figures.2026.revenue=1240000");
  arguments.option("--unset", options->unset, "PATH", "Take out what stands at PATH; repeatable");
  arguments.flag("--dry-run", options->dry_run, "Show the change and the diff; write nothing");
  return [options](Context& context) { return run_set(*options, context); };
}

}  // namespace kam::cli
