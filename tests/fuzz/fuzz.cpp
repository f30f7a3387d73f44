#include "fuzz.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include "kam/unicode/unicode.hpp"

namespace kam::fuzz {

namespace {

// Told by a static object's end, since libFuzzer leaves by `exit`.
struct Tally {
  std::uint64_t accepted = 0;
  Tally() = default;
  Tally(const Tally&) = delete;
  Tally& operator=(const Tally&) = delete;
  ~Tally() { tell(); }
  void tell() const { std::fprintf(stderr, "accepted: %llu\n", static_cast<unsigned long long>(accepted)); }
};
Tally tally;

void show(std::string_view text) {
  if (text.data() == nullptr) return;
  std::fputs("----\n", stderr);
  std::fwrite(text.data(), 1, text.size(), stderr);
  std::fputs("\n----\n", stderr);
}

constexpr std::array<std::string_view, 16> kTexts{
    "",           "no",     "010",   "1e3",       "~",       "2026-01-31", "a: b", "x # y",
    "two\nlines", " lead ", "- one", "it's \"so", "[x, {y}", "C:\\x",      "ä日",  "a\tb\r\n"};

}  // namespace

void count_accepted() {
  ++tally.accepted;
}

void require(bool kept, std::string_view promise, std::string_view shown, std::string_view other) {
  if (kept) return;
  std::fprintf(stderr, "not kept: %.*s\n", static_cast<int>(promise.size()), promise.data());
  show(shown);
  show(other);
  tally.tell();
  std::abort();
}

std::size_t Choices::below(std::size_t bound) {
  if (bound == 0 || rest_.empty()) return 0;
  const auto byte = static_cast<unsigned char>(rest_.front());
  rest_.remove_prefix(1);
  return byte % bound;
}

std::string Choices::text() {
  const auto choice = below(32);
  if (choice < kTexts.size()) return std::string(kTexts.at(choice));
  const auto size = std::min(choice - kTexts.size(), rest_.size());
  auto text = as_utf8(rest_.substr(0, size));
  rest_.remove_prefix(size);
  return text;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (auto end = text.find(separator); end != std::string_view::npos; end = text.find(separator)) {
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  parts.emplace_back(text);
  return parts;
}

std::string as_utf8(std::string_view text) {
  std::string good;
  for (const char32_t c : decode_utf8(text)) append_utf8(good, c);
  return good;
}

Node parse_good(std::string_view text, std::string_view promise) {
  auto tree = parse_tree(text, "x.yaml");
  require(tree.root.has_value(), promise, text, tree.problems.empty() ? "" : tree.problems.front().message);
  return std::move(*tree.root);
}

}  // namespace kam::fuzz
