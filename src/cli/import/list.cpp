#include "cli/import/list.hpp"

#include <unistd.h>

#include <utility>

#include "cli/load.hpp"

namespace kam::cli {

ImportList read_list(const std::string& file) {
  const bool is_stream = file == "-";
  auto name = is_stream ? std::string("standard input") : file;
  auto text = is_stream ? read_stream(STDIN_FILENO, name) : read_named_file(file, current_directory());
  auto table = parse_csv(text, name);
  return {std::move(name), std::move(text), std::move(table)};
}

void print_problems(Context& context, const Problems& problems, const ImportList& list) {
  print_problems(context, problems, [&](const std::string&) { return list.text; });
}

Exit refuse_list(Context& context, const Problems& problems, const ImportList& list) {
  print_problems(context, problems, list);
  context.err += "Nothing was written.\n";
  return Exit::failed;
}

}  // namespace kam::cli
