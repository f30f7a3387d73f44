#include "kam/schema/schema.hpp"

#include <filesystem>
#include <memory>
#include <optional>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "kam/change/schema_files.hpp"
#include "kam/disk/write.hpp"
#include "kam/model/error.hpp"
#include "kam/render/render.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::string file;
  bool write = false;
};

// The settings of the portfolio; nothing where kam.yaml does not read, which is told.
std::optional<Settings> read_settings(const std::filesystem::path& root, Context& context) {
  const std::string file = "kam.yaml";
  const auto content = read_portfolio_file(root, file, context.follow);
  const auto* const unreadable = std::get_if<Problem>(&content);
  auto decoded = unreadable != nullptr ? DecodedSettings{{}, {*unreadable}}
                                       : decode_settings(std::get<std::string>(content), file);
  std::erase_if(decoded.problems, [](const Problem& problem) { return problem.severity != Severity::error; });
  if (decoded.problems.empty()) return std::move(decoded.settings);
  print_problems(context, decoded.problems, root);
  context.err += "Nothing was done.\n";
  return std::nullopt;
}

Exit run_write(Context& context) {
  const auto root = find_portfolio(current_directory());
  refuse_special_files(root);
  const DirectoryLock lock(root);
  const auto settings = read_settings(root, context);
  if (!settings) return Exit::failed;
  for (const auto& file : write_schema_files(root, *settings))
    context.out += std::filesystem::relative(root / file).string() + "\n";
  return Exit::done;
}

Exit run_schema(const Options& options, Context& context) {
  if (options.write && !options.file.empty())
    throw UsageError("--write is given with a file to print",
                     "It writes the schemas of both; leave the file out.");
  if (options.write) return run_write(context);
  if (options.file.empty())
    throw UsageError("no file is named", "Say account or portfolio, or give --write.");
  const auto file = parse_choice(options.file, {"portfolio", "account"}, "the file") == 0
                        ? FileKind::portfolio
                        : FileKind::account;
  const auto root = find_enclosing_portfolio(current_directory());
  const auto settings = root ? read_settings(*root, context) : default_settings();
  if (!settings) return Exit::failed;
  context.out +=
      render_json(build_schema(file, *settings, root ? CatalogueIds::these_only : CatalogueIds::any,
                               context.language_or(root ? settings->language : Language::en)));
  return Exit::done;
}

}  // namespace

Run add_schema(Arguments& arguments) {
  auto options = std::make_shared<Options>();
  arguments.argument("FILE", options->file, "account or portfolio");
  arguments.flag("--write", options->write, "Bring the schemas in the portfolio's .kam/ up to date");
  return [options](Context& context) { return run_schema(*options, context); };
}

}  // namespace kam::cli
