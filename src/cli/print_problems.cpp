#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "cli/load.hpp"
#include "cli/problem_text.hpp"
#include "kam/disk/read.hpp"
#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam::cli {

namespace {

// The byte behind the code point at `at`.
std::size_t next_code_point(std::string_view text, std::size_t at) {
  ++at;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

// The part of a line before a column counted in code points.
std::string_view before_column(std::string_view line, int column) {
  std::size_t at = 0;
  for (int passed = 1; passed < column && at < line.size(); ++passed) at = next_code_point(line, at);
  return line.substr(0, at);
}

// As a terminal can show it with every column known: tabs as blanks, but for those of the indentation, which
// are faults to be seen; other controls escaped.
std::string shown_source(std::string_view text) {
  constexpr std::string_view kTab = "    ";
  const auto indentation = std::min(text.find_first_not_of(" \t"), text.size());
  std::string blanks(text.substr(0, indentation));
  for (const char c : text.substr(indentation)) c == '\t' ? blanks += kTab : blanks += c;
  return escape_for_terminal(blanks);
}

struct Excerpt {
  std::string line;
  int caret = 0;  // columns before it
};

// Where the longest end of `text` begins that is at most `width` columns wide.
std::size_t fitting_end(std::string_view text, int width) {
  std::size_t too_wide = 0;
  std::size_t fits = text.size();
  while (next_code_point(text, too_wide) < fits) {
    auto middle = too_wide + (fits - too_wide) / 2;
    while (middle > too_wide && (static_cast<unsigned char>(text[middle]) & 0xC0U) == 0x80U) --middle;
    if (middle == too_wide) middle = next_code_point(text, too_wide);
    (display_width(text.substr(middle)) > width ? too_wide : fits) = middle;
  }
  return fits;
}

// The part of a line around the caret that is at most `width` columns wide.
Excerpt cut_around_caret(const std::string& line, std::string_view before, int width) {
  constexpr std::string_view kCut = "…";
  std::size_t from = 0;
  if (display_width(before) >= width) from = fitting_end(before, width / 2);
  const std::string mark(from > 0 ? kCut : "");
  return {cut_to_width(mark + line.substr(from), width),
          display_width(mark) + display_width(before.substr(from))};
}

}  // namespace

std::string problem_line(const Problem& problem) {
  auto place = escape_for_terminal(problem.file);
  if (problem.line > 0) place += fmt::format(":{}", problem.line);
  if (problem.column > 0) place += fmt::format(":{}", problem.column);
  return fmt::format("{}: {}: {}", place, to_id(problem.severity), escape_for_terminal(problem.message));
}

SourceLines::SourceLines(std::string text) : text_(std::move(text)), starts_{0} {
  for (auto end = text_.find('\n'); end != std::string::npos; end = text_.find('\n', end + 1))
    starts_.push_back(end + 1);
}

std::optional<std::string_view> SourceLines::line(int number) const {
  const auto index = static_cast<std::size_t>(number) - 1;
  if (number < 1 || index >= starts_.size()) return std::nullopt;
  auto line = std::string_view(text_).substr(starts_[index]);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::string source_excerpt(const SourceLines& lines, const Problem& problem, std::optional<int> width) {
  constexpr int kWidest = 200;            // a longer line would bury the message
  constexpr std::size_t kLongest = 4000;  // bytes; nobody reads such a line
  constexpr int kMargin = 8;
  if (problem.line <= 0 || problem.column <= 0) return {};
  const auto line = lines.line(problem.line);
  if (!line || line->size() > kLongest) return {};
  const auto before = shown_source(before_column(*line, problem.column));
  Excerpt excerpt{shown_source(*line), display_width(before)};
  if (width && display_width(excerpt.line) > *width - kMargin)
    excerpt = cut_around_caret(excerpt.line, before, std::max(*width - kMargin, kMargin));
  if (display_width(excerpt.line) > kWidest) return {};
  return fmt::format("{:>5} | {}\n      | {:>{}}\n", problem.line, excerpt.line, "^", excerpt.caret + 1);
}

// The excerpt is a courtesy, the problem itself has been told.
std::optional<std::string> source_text(const std::filesystem::path& root, const std::string& file,
                                       Follow follow) {
  auto text = read_portfolio_file(root, file, follow);
  if (std::holds_alternative<Problem>(text)) return std::nullopt;
  return std::get<std::string>(std::move(text));
}

void print_problems(Context& context, const Problems& problems, const std::filesystem::path& root) {
  print_problems(context, problems,
                 [&](const std::string& file) { return source_text(root, file, context.follow); });
}

void print_problems(Context& context, const Problems& problems, const TextOfFile& text_of) {
  std::map<std::string, std::optional<SourceLines>> texts;
  for (const auto& problem : problems) {
    context.err += problem_line(problem) + "\n";
    if (problem.line > 0 && problem.column > 0) {
      if (const auto [text, is_new] = texts.try_emplace(problem.file); is_new)
        if (auto source = text_of(problem.file)) text->second.emplace(std::move(*source));
      if (const auto& text = texts[problem.file]) context.err += source_excerpt(*text, problem, std::nullopt);
    }
    if (!problem.hint.empty()) context.err += fmt::format("   {}\n", escape_for_terminal(problem.hint));
  }
}

}  // namespace kam::cli
