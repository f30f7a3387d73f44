#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/output.hpp"
#include "kam/report/lists.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::vector<std::string> accounts;
  bool requirements = false;
  std::string dialect = "plain";
  bool raw = false;
  bool keep_going = false;
};

Exit run_export(const Options& options, Context& context) {
  const auto dialect = parse_dialect(options.dialect);
  const auto loaded = load(context, options.keep_going ? Faulty::leave_out : Faulty::refuse, "export");
  if (!loaded) return Exit::failed;
  auto accounts = find_accounts(loaded->portfolio, options.accounts);
  if (accounts.empty())
    for (std::size_t i = 0; i < loaded->portfolio.accounts.size(); ++i) accounts.push_back(i);
  const auto view = loaded->view();
  const auto table =
      options.requirements ? build_requirement_list(view, accounts) : build_account_list(view, accounts);
  context.out += render_csv(table, dialect, options.raw ? CsvText::raw : CsvText::guarded);
  return finish(context, *loaded);
}

}  // namespace

Run add_export(CLI::App& command) {
  auto options = std::make_shared<Options>();
  command.add_option("ACCOUNT", options->accounts, "Only these accounts, by id or name")->type_name("");
  command.add_flag("--requirements", options->requirements,
                   "One row a requirement instead of one an account");
  command.add_option("--dialect", options->dialect, kDialectHelp)->type_name("DIALECT");
  command.add_flag("--raw", options->raw, "Leave text that a spreadsheet would run as it is");
  command.add_flag("--keep-going", options->keep_going,
                   "Leave out accounts whose file does not read; exit 1");
  return [options](Context& context) { return run_export(*options, context); };
}

}  // namespace kam::cli
