#include <map>

#include <fmt/format.h>

#include "cli/load.hpp"
#include "kam/model/error.hpp"
#include "kam/store/write.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

std::string_view severity_word(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      break;
  }
  return "error";
}

// The text of a line, without its end; nothing where there is no such line.
std::optional<std::string> source_line(const std::string& text, int number) {
  std::size_t begin = 0;
  for (int line = 1; line < number; ++line) {
    const auto end = text.find('\n', begin);
    if (end == std::string::npos) return std::nullopt;
    begin = end + 1;
  }
  auto line = text.substr(begin, text.find('\n', begin) - begin);
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

// The part of a line before a column counted in code points.
std::string_view before_column(std::string_view line, int column) {
  std::size_t at = 0;
  for (int passed = 1; passed < column && at < line.size(); ++passed) {
    ++at;
    while (at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U) ++at;
  }
  return line.substr(0, at);
}

std::string excerpt(const std::string& line, const Problem& problem) {
  constexpr int kWidest = 200;  // a longer line would bury the message
  const auto shown = escape_controls(line);
  const int caret = display_width(escape_controls(before_column(line, problem.column)));
  if (display_width(shown) > kWidest) return {};
  return fmt::format("{:>5} | {}\n      | {:>{}}\n", problem.line, shown, "^", caret + 1);
}

}  // namespace

// The excerpt is a courtesy, the problem itself has been told.
std::optional<std::string> source_text(const std::filesystem::path& file) {
  try {
    return read_file(file);
  } catch (const Error&) {
    return std::nullopt;
  }
}

void print_problems(Context& context, const Problems& problems, const std::filesystem::path& root) {
  print_problems(context, problems, [&](const std::string& file) { return source_text(root / file); });
}

void print_problems(Context& context, const Problems& problems, const TextOfFile& text_of) {
  std::map<std::string, std::optional<std::string>> texts;
  for (const auto& problem : problems) {
    auto place = escape_controls(problem.file);
    if (problem.line > 0) place += fmt::format(":{}", problem.line);
    if (problem.column > 0) place += fmt::format(":{}", problem.column);
    context.err +=
        fmt::format("{}: {}: {}\n", place, severity_word(problem.severity), escape_controls(problem.message));
    if (problem.line > 0 && problem.column > 0) {
      if (!texts.contains(problem.file)) texts[problem.file] = text_of(problem.file);
      const auto& text = texts[problem.file];
      const auto line = text ? source_line(*text, problem.line) : std::nullopt;
      if (line) context.err += excerpt(*line, problem);
    }
    if (!problem.hint.empty()) context.err += fmt::format("   {}\n", escape_controls(problem.hint));
  }
}

}  // namespace kam::cli
