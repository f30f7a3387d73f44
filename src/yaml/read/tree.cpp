#include "kam/yaml/tree.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "kam/unicode/unicode.hpp"
#include "kam/yaml/byte_problem.hpp"
#include "kam/yaml/scan.hpp"
#include "yaml/read/events.hpp"
#include "yaml/read/locate.hpp"

namespace kam {

namespace {

constexpr std::size_t kMaxFileSize = std::size_t{4} << 20U;

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

// What can be seen of kam's profile (kam-portfolio(5), YAML) without parsing: size, encoding, control bytes,
// line ends, merge conflicts, directives. A text without findings may be given to the parser.
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

}  // namespace

const Node* Node::find(std::string_view key) const {
  const auto* entry = find_entry(key);
  return entry == nullptr ? nullptr : &entry->value;
}

const Node::Entry* Node::find_entry(std::string_view key) const {
  const auto found = entries.find(key);
  return found ? &entries[*found] : nullptr;
}

// Of the first `size()` entries' keys. One that is only looked through is not worth an index.
struct Node::Entries::Index {
  static constexpr std::size_t kFew = 16;
  std::unordered_map<std::string, std::size_t> places;
  std::size_t entries = 0;
};

void Node::Entries::DropIndex::operator()(Index* index) const {
  delete index;  // NOLINT(cppcoreguidelines-owning-memory): of a unique_ptr to what the header does not know
}

Node::Entries::Entries(const Entries& other) : Base(other) {}

Node::Entries& Node::Entries::operator=(const Entries& other) {
  if (this == &other) return *this;
  Base::operator=(other);
  index_.reset();
  return *this;
}

std::optional<std::size_t> Node::Entries::find(std::string_view key) const {
  if (size() <= Index::kFew) {
    const auto found =
        std::ranges::find_if(*this, [key](const Entry& entry) { return entry.key.value == key; });
    return found == end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - begin()));
  }
  if (!index_ || index_->entries > size()) index_.reset(new Index);
  for (auto& known = index_->entries; known < size(); ++known)
    index_->places.try_emplace((*this)[known].key.value, known);
  const auto found = index_->places.find(std::string(key));
  return found == index_->places.end() ? std::nullopt : std::optional(found->second);
}

Node::Entries::iterator Node::Entries::insert(const_iterator pos, Entry entry) {
  if (pos != cend()) index_.reset();
  return Base::insert(pos, std::move(entry));
}

Node::Entries::iterator Node::Entries::erase(const_iterator pos) {
  index_.reset();
  return Base::erase(pos);
}

ParsedTree parse_tree(std::string_view text, const std::string& file) {
  ParsedTree tree;
  auto findings = find_byte_faults(text);
  if (findings.empty()) {
    auto stream = parse_events(text);
    if (stream.limit) {
      findings.push_back(std::move(*stream.limit));
    } else {
      auto located = locate_tree(text, std::move(stream));
      tree.root = std::move(located.root);
      findings = std::move(located.findings);
    }
  }
  tree.problems = to_problems(text, file, std::move(findings));
  return tree;
}

namespace {

enum class Quoting { plain, quoted };

Quoting quoting_of(const Node& node) {
  return node.style == NodeStyle::plain ? Quoting::plain : Quoting::quoted;
}

}  // namespace

bool same_content(const Node& a, const Node& b) {
  if (a.kind != b.kind) return false;
  if (a.kind == NodeKind::scalar) return a.value == b.value && quoting_of(a) == quoting_of(b);
  return std::ranges::equal(a.items, b.items, same_content) &&
         std::ranges::equal(a.entries, b.entries, [](const Node::Entry& x, const Node::Entry& y) {
           return same_content(x.key, y.key) && same_content(x.value, y.value);
         });
}

}  // namespace kam
