#include "disk/temporary_name.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>

namespace kam {

namespace {

constexpr std::string_view kBegin = ".kam-";
constexpr std::string_view kEnd = ".tmp";
constexpr std::size_t kLongestName = 255;  // of a file, on Linux
constexpr std::size_t kDigitsOfMark = 16;

// Takes what stands before the next hyphen, or all.
std::string_view take_part(std::string_view& rest) {
  const auto part = rest.substr(0, rest.find('-'));
  rest.remove_prefix(std::min(part.size() + 1, rest.size()));
  return part;
}

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<std::uint64_t> read_mark(std::string_view text) {
  std::uint64_t mark = 0;
  constexpr int kBase = 16;
  const auto* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, mark, kBase);
  if (text.size() != kDigitsOfMark || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  return mark;
}

}  // namespace

std::uint64_t mark_of(std::string_view text) {
  // FNV-1a: good enough to know a text again, which nobody forges for themselves.
  std::uint64_t mark = 0xcbf29ce484222325U;
  constexpr std::uint64_t kPrime = 0x100000001b3U;
  for (const char c : text) mark = (mark ^ static_cast<unsigned char>(c)) * kPrime;
  return mark;
}

std::string make_temporary_name(const TemporaryName& name) {
  static std::atomic<unsigned> counter{0};
  const auto own = fmt::format("{}{}-{}", kBegin, ::getpid(), counter++);
  if (name.kind == TemporaryName::Kind::draft) return fmt::format("{}{}", own, kEnd);
  const auto marks =
      fmt::format("{}-{}-{:016x}-{:016x}-", own, name.kind == TemporaryName::Kind::exchanged ? 'x' : 't',
                  name.old_text, name.new_text);
  const bool fits = marks.size() + name.target.size() + kEnd.size() <= kLongestName;
  return fmt::format("{}{}{}", marks, fits ? name.target : "", kEnd);
}

std::optional<TemporaryName> read_temporary_name(std::string_view text) {
  if (text.size() < kBegin.size() + kEnd.size() || !text.starts_with(kBegin) || !text.ends_with(kEnd))
    return std::nullopt;
  auto rest = text.substr(kBegin.size(), text.size() - kBegin.size() - kEnd.size());
  const auto process = take_part(rest);
  const auto number = take_part(rest);
  if (!is_number(process) || !is_number(number)) return std::nullopt;
  TemporaryName name;
  if (kBegin.size() + process.size() + 1 + number.size() + kEnd.size() == text.size()) return name;
  const auto kind = take_part(rest);
  const auto old_text = read_mark(take_part(rest));
  const auto new_text = read_mark(take_part(rest));
  if ((kind != "x" && kind != "t") || !old_text || !new_text || rest.find('/') != std::string_view::npos)
    return std::nullopt;
  name.kind = kind == "x" ? TemporaryName::Kind::exchanged : TemporaryName::Kind::taken;
  name.old_text = *old_text;
  name.new_text = *new_text;
  name.target = rest;
  return name;
}

}  // namespace kam
