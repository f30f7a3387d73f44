#include "kam/report/inventory.hpp"

#include <memory>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "kam/model/error.hpp"
#include "kam/report/white_space.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::vector<std::string> accounts;
  std::vector<std::string> where;
  std::vector<std::string> sort;
  std::string top;
  std::vector<std::string> columns;
  std::string group_by;
  bool matrix = false;
  bool white_space = false;
  FormatOption format{Format::text, Format::markdown, Format::csv, Format::tsv, Format::json};
  bool keep_going = false;
};

InventoryQuery parse_query(const Options& options) {
  InventoryQuery query;
  for (const auto& text : options.where) query.where.push_back(parse_condition(text));
  for (const auto& text : options.sort) query.sort.push_back(parse_sort_key(text));
  if (!options.top.empty()) query.top = parse_count(options.top, "--top");
  for (const auto& key : options.columns) query.columns.push_back(&find_inventory_column(key));
  if (!options.group_by.empty()) query.group_by = &find_inventory_column(options.group_by);
  return query;
}

Printable print_inventory(const View& view, const InventoryQuery& query, Matrix matrix) {
  return {.document = [&, matrix](std::size_t) { return build_inventory(view, query, matrix); },
          .table = [&] { return build_inventory_table(view, query); },
          .data =
              [&] {
                return build_inventory_data(view, query, table_records(build_inventory_table(view, query)));
              }};
}

Printable print_white_space(const View& view, const InventoryQuery& query) {
  return {.document = [&](std::size_t) { return build_white_space(view, query); },
          .table = [&] { return build_white_space_table(view, query); },
          .data = [&] { return build_white_space_data(view, query); }};
}

void check_white_space(const Options& options) {
  if (options.white_space && (options.matrix || !options.columns.empty() || !options.group_by.empty()))
    throw UsageError(
        "--white-space has columns of its own",
        "Give it without --columns, --group-by and --matrix; --where, --sort and --top choose accounts.");
}

Exit run_inventory(const Options& options, Context& context) {
  const auto format = options.format.chosen();
  check_white_space(options);
  auto query = parse_query(options);
  const auto loaded = load(context, options.keep_going ? Faulty::leave_out : Faulty::refuse, "inventory");
  if (!loaded) return Exit::failed;
  query.accounts = find_accounts(loaded->portfolio, options.accounts);
  const auto view = loaded->view();
  const auto matrix = options.matrix ? Matrix::shown : Matrix::hidden;
  context.out += print_as(
      format, options.white_space ? print_white_space(view, query) : print_inventory(view, query, matrix),
      context);
  return finish(context, *loaded);
}

}  // namespace

Run add_inventory(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.argument("ACCOUNT", options->accounts, "Only these accounts, by id or name");
  arguments.option("--where", options->where, "COND",
                   "Only accounts that meet COL OP VALUE, OP one of = != < <= > >= ~; repeatable");
  arguments.option("--sort", options->sort, "COL[:asc|desc]",
                   "Order by a column (default: by rank); repeatable");
  arguments.option("--top", options->top, "N", "Only the first N");
  arguments.list_option("--columns", options->columns, "COL,...", "The columns to show");
  arguments.option("--group-by", options->group_by, "COL", "A table for each value of a column");
  arguments.flag("--matrix", options->matrix, "Draw the portfolio matrix and the ABC curve");
  arguments.flag("--white-space", options->white_space,
                 "What each account buys of our offerings and could buy, and who has the rest");
  options->format.add_to(arguments);
  arguments.flag("--keep-going", options->keep_going, "Leave out accounts whose file does not read; exit 1");
  return [options](Context& context) { return run_inventory(*options, context); };
}

}  // namespace kam::cli
