// Prints the list of headers of kam-import(1), as roff, from the table that import uses.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <vector>

#include "lists/columns/headings.hpp"

namespace {

using namespace kam;

struct Escape {
  std::string_view text;
  std::string_view roff;
};
constexpr auto kEscapes = std::to_array<Escape>({{"-", "\\-"},
                                                 {"ä", "\\(:a"},
                                                 {"ö", "\\(:o"},
                                                 {"ü", "\\(:u"},
                                                 {"Ä", "\\(:A"},
                                                 {"Ö", "\\(:O"},
                                                 {"Ü", "\\(:U"},
                                                 {"ß", "\\(ss"},
                                                 {"€", "\\(Eu"}});

std::string escape(std::string_view text) {
  std::string roff;
  while (!text.empty()) {
    const auto found =
        std::ranges::find_if(kEscapes, [&](const Escape& escape) { return text.starts_with(escape.text); });
    roff += found == kEscapes.end() ? text.substr(0, 1) : found->roff;
    text.remove_prefix(found == kEscapes.end() ? 1 : found->text.size());
  }
  return roff;
}

// Breaks the text at blanks into lines of at most 78 characters.
std::string wrap(std::string_view text) {
  constexpr std::size_t kWidth = 78;
  std::string lines;
  while (text.size() > kWidth) {
    const auto blank = text.rfind(' ', kWidth);
    lines += fmt::format("{}\n", text.substr(0, blank));
    text.remove_prefix(blank + 1);
  }
  return lines + fmt::format("{}\n", text);
}

// The spellings of one program for one field, the surest first.
std::string list_spellings(std::span<const HeadingLine> table, std::string_view field, Program program) {
  std::string text;
  constexpr std::array kLinks{std::pair{Claim::clear, ", "}, std::pair{Claim::second, "; failing these "},
                              std::pair{Claim::vague, "; failing all others "},
                              std::pair{Claim::beside, "; where these are empty "}};
  for (const auto& [claim, link] : kLinks) {
    for (const HeadingLine& line : table) {
      if (line.field != field || line.program != program || line.claim != claim) continue;
      if (!text.empty()) text += link;
      text += line.spellings;
    }
  }
  return text;
}

void print_field(std::span<const HeadingLine> table, std::string_view field) {
  constexpr std::array kTitles{std::pair{kOwnTurnover, "the customer's own turnover"},
                               std::pair{kGrossFigure, "figures of a ledger"},
                               std::pair{kProgramColumn, "a program's own columns"}};
  const auto title = std::ranges::find(kTitles, field, [](const auto& pair) { return pair.first; });
  if (title == kTitles.end())
    fmt::print(".TP\n\\fB{}\\fR\n", field);
  else
    fmt::print(".TP\nnot taken over: {}\n", title->second);
  bool is_first = true;
  for (int i = 0; i <= static_cast<int>(Program::datev); ++i) {
    const auto program = static_cast<Program>(i);
    const std::string spellings = list_spellings(table, field, program);
    if (spellings.empty()) continue;
    if (!is_first) fmt::print(".br\n");
    is_first = false;
    const auto name = program_name(program);
    fmt::print("{}", wrap(escape(name.empty() ? spellings : fmt::format("{}: {}", name, spellings))));
  }
}

void print_table(std::span<const HeadingLine> table) {
  std::vector<std::string_view> fields;
  for (const HeadingLine& line : table)
    if (std::ranges::find(fields, line.field) == fields.end()) fields.push_back(line.field);
  for (const std::string_view field : fields) print_field(table, field);
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view list = argc == 2 ? argv[1] : "";
  if (list == "headers") print_table(list_headings(ListKind::accounts));
  if (list == "contacts") print_table(list_headings(ListKind::contacts));
}
