#include "kam/schema/schema.hpp"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <optional>

#include "cli/commands.hpp"
#include "cli/load.hpp"
#include "cli/options.hpp"
#include "kam/render/render.hpp"
#include "kam/store/write.hpp"

namespace kam::cli {

namespace {

struct Options {
  std::string file;
};

Exit run_schema(const Options& options, Context& context) {
  const auto file = parse_choice(options.file, {"portfolio", "account"}, "the file") == 0
                        ? FileKind::portfolio
                        : FileKind::account;
  const auto root = find_enclosing_portfolio(std::filesystem::current_path());
  if (!root) {
    context.out += render_json(
        build_schema(file, default_settings(), CatalogueIds::any, context.language_or(Language::en)));
    return Exit::done;
  }
  auto decoded = decode_settings(read_file(*root / "kam.yaml"), "kam.yaml");
  std::erase_if(decoded.problems, [](const Problem& problem) { return problem.severity != Severity::error; });
  if (!decoded.problems.empty()) {
    print_problems(context, decoded.problems, *root);
    context.err += "Nothing was done.\n";
    return Exit::failed;
  }
  const auto& settings = decoded.settings;
  context.out += render_json(
      build_schema(file, settings, CatalogueIds::these_only, context.language_or(settings.language)));
  return Exit::done;
}

}  // namespace

Run add_schema(CLI::App& command) {
  auto options = std::make_shared<Options>();
  command.add_option("FILE", options->file, "account or portfolio")->required()->type_name("");
  return [options](Context& context) { return run_schema(*options, context); };
}

}  // namespace kam::cli
