#include "yaml/read/profile.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "kam/unicode/unicode.hpp"
#include "kam/yaml/scan.hpp"

namespace kam {

namespace {

constexpr std::size_t kMaxControlFindings = 20;

bool is_utf16(std::string_view text) {
  return text.starts_with("\xFE\xFF") || text.starts_with("\xFF\xFE");
}

ByteProblem utf16_finding() {
  return {0, "utf-16", "the file is UTF-16, not UTF-8", "Save it as UTF-8 in your editor."};
}

std::optional<ByteProblem> find_size_fault(std::string_view text) {
  if (text.size() <= kMaxFileSize) return std::nullopt;
  return ByteProblem{0, "file-too-large", "the file is larger than 4 MiB",
                     "Move long texts elsewhere, or take out the oldest entries; git keeps them."};
}

std::optional<ByteProblem> find_encoding_fault(std::string_view text) {
  const auto offset = find_invalid_utf8(text);
  if (!offset) return std::nullopt;
  return ByteProblem{*offset, "invalid-utf-8",
                     fmt::format("byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[*offset])),
                     "Save the file as UTF-8 in your editor; it may be Windows-1252 or Latin-1 now."};
}

bool is_forbidden_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

void find_control_faults(std::string_view text, ByteProblems& findings) {
  std::size_t found = 0;
  for (std::size_t pos = 0; pos < text.size() && found < kMaxControlFindings; ++pos) {
    if (!is_forbidden_control(text[pos])) continue;
    ++found;
    findings.push_back({pos, "control-character",
                        fmt::format("control character U+{:04X} cannot stand in the file",
                                    static_cast<unsigned char>(text[pos])),
                        R"(Delete it, or write it as an escape such as "\x1B" in double quotes.)"});
  }
}

std::optional<ByteProblem> find_lone_return(std::string_view text) {
  for (auto pos = text.find('\r'); pos != std::string_view::npos; pos = text.find('\r', pos + 1))
    if (pos + 1 >= text.size() || text[pos + 1] != '\n')
      return ByteProblem{pos, "lone-carriage-return", "a carriage return stands here without a line feed",
                         "Save the file with line ends LF or CRLF in your editor."};
  return std::nullopt;
}

// A line that git writes into a file it could not merge: seven signs or more, then nothing or a blank.
bool is_conflict_line(std::string_view line, char sign) {
  const auto signs = std::min(line.find_first_not_of(sign), line.size());
  return signs >= 7 && (signs == line.size() || line[signs] == ' ');
}

// One for the whole file: the rest of it cannot be read before both sides are one again.
ByteProblem conflict_finding(std::size_t first, std::size_t conflicts) {
  return {first, "merge-conflict",
          conflicts == 1
              ? "unresolved merge: git left both sides of a conflict here"
              : fmt::format("unresolved merge: git left {} conflicts in this file, the first of them here",
                            conflicts),
          "Keep of each side what is right, delete the lines of <, = and > signs, then `git add` the file."};
}

// `%YAML 1.2`, and nothing behind it but blanks.
bool is_version_line(std::string_view line) {
  constexpr std::string_view kStart = "%YAML 1.";
  if (!line.starts_with(kStart)) return false;
  line.remove_prefix(kStart.size());
  const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
  return digits > 0 && skip_blanks(line, digits) == line.size();
}

void find_line_faults(std::string_view text, ByteProblems& findings) {
  bool in_conflict = false;
  std::optional<std::size_t> first_conflict;
  std::size_t conflicts = 0;
  bool in_prologue = true;  // nothing but comments and empty lines so far
  for (auto start = size_of_mark(text); start < text.size(); start = start_of_next_line(text, start)) {
    const auto line = text.substr(start, end_of_line(text, start) - start);
    const bool opens = is_conflict_line(line, '<');
    const bool closes = is_conflict_line(line, '>');
    if (opens || (!in_conflict && (closes || line == "======="))) {
      if (!first_conflict) first_conflict = start;
      ++conflicts;
    }
    in_conflict = opens || (in_conflict && !closes);

    const bool is_version = in_prologue && is_version_line(line);
    if (line.starts_with('%') && !is_version)
      findings.push_back({start, "directive", "a line may not begin with %",
                          "Put the text in quotes, or delete the YAML directive: kam needs none."});
    const auto first = skip_blanks(line, 0);
    if (first < line.size() && line[first] != '#') in_prologue = false;
  }
  if (first_conflict) findings.push_back(conflict_finding(*first_conflict, conflicts));
}

}  // namespace

ByteProblems find_byte_faults(std::string_view text) {
  if (auto fault = find_size_fault(text)) return {*fault};
  if (is_utf16(text)) return {utf16_finding()};
  ByteProblems findings;
  if (auto fault = find_encoding_fault(text)) findings.push_back(*fault);
  find_control_faults(text, findings);
  if (auto fault = find_lone_return(text)) findings.push_back(*fault);
  find_line_faults(text, findings);
  return findings;
}

}  // namespace kam
