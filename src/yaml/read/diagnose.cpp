#include "yaml/read/diagnose.hpp"

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>

#include <algorithm>

#include "kam/yaml/scan.hpp"

namespace kam {

namespace {

ByteProblem unterminated_quote(std::size_t offset) {
  return {offset, "unterminated-quote", "the quote that opens here is never closed",
          "Close it, or put the whole text into the other kind of quotes."};
}

ByteProblem bad_escape(std::size_t offset) {
  return {offset, "invalid-escape", "this backslash begins no escape that YAML knows",
          "Write \\\\ for a backslash, or put the text in single quotes."};
}

// A quoted scalar that is not closed, holds a wrong escape, or has text behind its closing quote.
std::optional<ByteProblem> diagnose_quoted(std::string_view text, std::size_t start) {
  const auto quoted = text[start] == '"' ? scan_double_quoted(text, start) : scan_single_quoted(text, start);
  if (!quoted) return unterminated_quote(start);
  if (quoted->bad_escape) return bad_escape(*quoted->bad_escape);
  const auto behind = skip_blanks(text, quoted->end);
  const char next = byte_at(text, behind);
  if (is_break(next) || (next == '#' && behind > quoted->end) ||
      std::string_view(",:]}").find(next) != std::string_view::npos)
    return std::nullopt;
  const auto lines = std::ranges::count(text.substr(start, quoted->end - start), '\n');
  if (lines > 0)
    return ByteProblem{
        start, "unterminated-quote",
        fmt::format("the quote that opens here is closed only {} {} below, and more text follows there",
                    lines, lines == 1 ? "line" : "lines"),
        "Close it on its own line."};
  return ByteProblem{
      behind, "text-after-quote", "text stands behind the closing quote",
      "Put all of the text between the quotes; a quote inside is written twice in '…' and \\\" in \"…\"."};
}

std::optional<ByteProblem> diagnose_byte(std::string_view text, std::size_t pos) {
  switch (byte_at(text, pos)) {
    case '*':
      return alias_finding(pos);
    case '&':
      return anchor_finding(pos);
    case '!':
      return tag_finding(pos);
    case '@':
    case '`':
    case '%':
      return ByteProblem{pos, "reserved-character", fmt::format("a value may not begin with {}", text[pos]),
                         "Put the text in quotes."};
    case '"':
    case '\'':
      return diagnose_quoted(text, pos);
    default:
      return std::nullopt;
  }
}

// A tab in the indentation of the line at `offset`.
std::optional<std::size_t> find_tab_before(std::string_view text, std::size_t offset) {
  const auto start = start_of_line(text, offset);
  const auto tab = text.substr(start, skip_blanks(text, start) - start).find('\t');
  return tab == std::string_view::npos ? std::nullopt : std::optional(start + tab);
}

std::optional<ByteProblem> diagnose_reason(std::size_t offset, std::string_view reason) {
  namespace Reason = YAML::ErrorMsg;
  if (reason == Reason::TAB_IN_INDENTATION) return tab_finding(offset);
  if (reason == Reason::MAP_VALUE)
    return ByteProblem{
        offset, "unexpected-colon", "a colon with a blank behind it cannot stand here",
        "Put the text in quotes if the colon belongs to it; else check the indentation of this line."};
  if (reason.starts_with(Reason::INVALID_ESCAPE) || reason.starts_with(Reason::INVALID_UNICODE) ||
      reason == Reason::INVALID_HEX)
    return bad_escape(offset);
  if (reason == Reason::FLOW_END)
    return ByteProblem{offset, "unexpected-bracket", "this bracket closes none that is open",
                       "Put the text in quotes if the bracket belongs to it; else delete it."};
  if (reason == Reason::BLOCK_ENTRY)
    return ByteProblem{offset, "unexpected-dash", "a list's dash cannot stand here",
                       "Begin the list on a new line under its key, or put the text in quotes."};
  if (reason == Reason::END_OF_MAP || reason == Reason::END_OF_SEQ)
    return ByteProblem{
        offset, "indentation", "this line does not fit what stands above it",
        "Check its indentation: the keys of one map, and the dashes of one list, begin in one column."};
  return std::nullopt;
}

}  // namespace

ByteProblem anchor_finding(std::size_t offset) {
  return {offset, "anchor", "anchors (&name) are not allowed: a fact stands once, in plain sight",
          "Delete the anchor, or put the text in quotes if the & belongs to it."};
}

ByteProblem alias_finding(std::size_t offset) {
  return {offset, "alias", "aliases (*name) are not allowed: a fact stands once, in plain sight",
          "Write the value itself, or put the text in quotes if the * belongs to it."};
}

ByteProblem tag_finding(std::size_t offset) {
  return {offset, "tag", "tags (!name) are not allowed",
          "Delete the tag, or put the text in quotes if the ! belongs to it."};
}

ByteProblem tab_finding(std::size_t offset) {
  return {offset, "tab-indentation", "a tab stands in the indentation", "Indent with blanks."};
}

ByteProblem diagnose_failure(std::string_view text, const Standstill& standstill, const Failure& failure) {
  const auto pos = std::min(scan_fold(text, standstill.cursor).end, text.size());
  const auto offset = std::min(failure.offset, text.size());
  if (auto finding = diagnose_byte(text, pos)) return *finding;
  if (standstill.last_quoted)
    if (auto finding = diagnose_quoted(text, *standstill.last_quoted)) return *finding;
  if (const auto tab = find_tab_before(text, offset)) return tab_finding(*tab);
  const std::string_view reason = failure.reason;
  if (standstill.open_bracket &&
      (reason == YAML::ErrorMsg::END_OF_SEQ_FLOW || reason == YAML::ErrorMsg::END_OF_MAP_FLOW)) {
    const bool list = text[*standstill.open_bracket] == '[';
    return {
        *standstill.open_bracket, "unclosed-bracket",
        fmt::format("the {} that begins here is not closed by {}", list ? "list" : "map", list ? "]" : "}"),
        "Close it, or put a comma between its values."};
  }
  if (auto finding = diagnose_reason(offset, reason)) return *finding;
  return {offset, "yaml-syntax", fmt::format("this cannot be read as YAML: {}", reason),
          "Check the indentation, the colon and the quotes of this line and of the one above it."};
}

ByteProblem diagnose_leftover(std::string_view text, const Standstill& standstill) {
  const auto pos = standstill.cursor;
  if (auto finding = diagnose_byte(text, pos)) return *finding;
  if (byte_at(text, pos) == '#' && pos > 0 && !is_blank(text[pos - 1]) && !is_break(text[pos - 1]))
    return {pos, "comment-without-blank", "a comment needs a blank before its #",
            "Put a blank before the #, or put the text in quotes if the # belongs to it."};
  if (standstill.last_quoted)
    if (auto finding = diagnose_quoted(text, *standstill.last_quoted)) return *finding;
  return {pos, "unexpected-text", "this text belongs to no key and no value",
          "Check the indentation, the colon and the quotes of this line and of the one above it."};
}

}  // namespace kam
