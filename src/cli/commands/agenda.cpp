#include "kam/report/agenda.hpp"

#include <memory>
#include <optional>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "kam/report/inventory.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::vector<std::string> accounts;
  std::vector<std::string> where;
  std::optional<std::string> until;
  std::optional<std::string> owner;
  FormatOption format{Format::text, Format::markdown, Format::csv, Format::json, Format::ics};
  bool keep_going = false;
};

std::string print_agenda(const View& view, const Agenda& agenda, Format format, Context& context) {
  // What is left out is told: people under the agenda, programs in JSON, else on stderr.
  const auto remark_left_out = [&] {
    if (const auto left_out = agenda_left_out(view, agenda); !left_out.empty()) context.remark(left_out);
  };
  const auto table = [&] { return build_agenda_table(view, agenda); };
  return print_as(format,
                  {.document = [&](std::size_t) { return build_agenda(view, agenda); },
                   .table =
                       [&] {
                         remark_left_out();
                         return table();
                       },
                   .data = [&] { return build_agenda_data(view, agenda, table_records(table())); },
                   .calendar =
                       [&] {
                         remark_left_out();
                         return build_agenda_calendar(view, agenda);
                       }},
                  context);
}

Exit run_agenda(const Options& options, Context& context) {
  const auto format = options.format.chosen();
  AgendaQuery query;
  query.owner = options.owner;
  query.until = options.until ? parse_day(*options.until, "--until") : default_agenda_end(context.today);
  InventoryQuery accounts;
  for (const auto& text : options.where) accounts.where.push_back(parse_condition(text));
  const auto loaded = load(context, options.keep_going ? Faulty::leave_out : Faulty::refuse, "agenda");
  if (!loaded) return Exit::failed;
  const auto view = loaded->view();
  accounts.accounts = find_accounts(loaded->portfolio, options.accounts);
  query.accounts = select_accounts(view, accounts);
  context.out += print_agenda(view, select_agenda(view, query), format, context);
  return finish(context, *loaded);
}

}  // namespace

Run add_agenda(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.argument("ACCOUNT", options->accounts, "Only these accounts, by id or name");
  arguments.option("--where", options->where, "COND",
                   "Only accounts that meet COL OP VALUE, as for kam inventory; repeatable");
  arguments.option("--until", options->until, "DATE",
                   "The last due date to show (default: 90 days after the as-of day)");
  arguments.option("--owner", options->owner, "NAME", "Only what this person is responsible for");
  options->format.add_to(arguments);
  arguments.flag("--keep-going", options->keep_going, "Leave out accounts whose file does not read; exit 1");
  return [options](Context& context) { return run_agenda(*options, context); };
}

}  // namespace kam::cli
