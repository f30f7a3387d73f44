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

Run add_export(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.argument("ACCOUNT", options->accounts, "Only these accounts, by id or name");
  arguments.flag("--requirements", options->requirements, "One row a requirement instead of one an account");
  arguments.option("--dialect", options->dialect, "DIALECT", kDialectHelp);
  arguments.flag("--raw", options->raw, "Leave text that a spreadsheet would run as it is");
  arguments.flag("--keep-going", options->keep_going, "Leave out accounts whose file does not read; exit 1");
  return [options](Context& context) { return run_export(*options, context); };
}

}  // namespace kam::cli
