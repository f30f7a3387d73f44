#include "kam/render/diff.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <dtl/dtl.hpp>
#include <iterator>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "kam/unicode/invisible.hpp"
#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

constexpr std::size_t kContext = 3;
constexpr std::string_view kNoNewline = "\n\\ No newline at end of file";

// A line of both texts, or of one of them.
using Step = std::pair<std::string, dtl::elemInfo>;
using Steps = std::vector<Step>;

// Lines without their ends; a last line that has none says so, as in every diff.
std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) {
      lines.back() += kNoNewline;
      break;
    }
    text.remove_prefix(end + 1);
  }
  return lines;
}

using Lines = std::vector<std::string>;
using Span = std::span<const std::string>;

void add_steps(Steps& steps, Span lines, dtl::edit_t type) {
  for (const auto& line : lines) steps.push_back({line, {0, 0, type}});
}

// The shortest way from one to the other, in time that grows with their size times their difference.
void compare_exactly(Steps& steps, Span before, Span after) {
  dtl::Diff<std::string> diff(Lines(before.begin(), before.end()), Lines(after.begin(), after.end()));
  diff.compose();
  for (const auto& step : diff.getSes().getSequence()) steps.push_back(step);
}

// Lines that stand once in each of the two, by their places there: of these the longest run that ascends in
// both.
using Anchor = std::pair<std::size_t, std::size_t>;
std::vector<Anchor> find_anchors(Span before, Span after) {
  struct Seen {
    std::size_t before = 0;
    std::size_t after = 0;
    std::size_t place = 0;  // in `before`
  };
  std::unordered_map<std::string_view, Seen> seen;
  for (std::size_t i = 0; i < before.size(); ++i) {
    auto& line = seen[before[i]];
    ++line.before;
    line.place = i;
  }
  for (const auto& line : after) ++seen[line].after;
  std::vector<Anchor> pairs;  // in the order of `after`
  std::vector<std::size_t> tails;
  std::vector<std::size_t> previous;
  for (std::size_t k = 0; k < after.size(); ++k) {
    const auto& line = seen[after[k]];
    if (line.before != 1 || line.after != 1) continue;
    const auto longer =
        std::ranges::lower_bound(tails, line.place, {}, [&](std::size_t i) { return pairs[i].first; });
    previous.push_back(longer == tails.begin() ? pairs.size() : *std::prev(longer));
    if (longer == tails.end())
      tails.push_back(pairs.size());
    else
      *longer = pairs.size();
    pairs.emplace_back(line.place, k);
  }
  std::vector<Anchor> anchors;
  for (auto i = tails.empty() ? 0 : tails.back(); anchors.size() < tails.size(); i = previous[i])
    anchors.push_back(pairs[i]);
  std::ranges::reverse(anchors);
  return anchors;
}

// How many lines at least one of the two has more often.
std::size_t count_other_lines(Span before, Span after) {
  std::unordered_map<std::string_view, std::ptrdiff_t> more;
  for (const auto& line : before) ++more[line];
  for (const auto& line : after) --more[line];
  std::size_t count = 0;
  for (const auto& [line, times] : more) count += static_cast<std::size_t>(std::abs(times));
  return count;
}

// What lies between two anchors is mostly little. Where it is much, and much of it other, so is all of it.
void compare_part(Steps& steps, Span before, Span after) {
  constexpr std::size_t kMostWork = 20'000'000;
  const auto [old_end, new_end] = std::ranges::mismatch(before, after);
  const auto same = static_cast<std::size_t>(old_end - before.begin());
  add_steps(steps, before.first(same), dtl::SES_COMMON);
  before = before.subspan(same);
  after = after.subspan(same);
  std::size_t behind = 0;
  while (behind < std::min(before.size(), after.size()) &&
         before[before.size() - 1 - behind] == after[after.size() - 1 - behind])
    ++behind;
  const auto old_part = before.first(before.size() - behind);
  const auto new_part = after.first(after.size() - behind);
  const auto size = old_part.size() + new_part.size();
  if (size * std::min(size, 2 * count_other_lines(old_part, new_part) + 1) <= kMostWork) {
    compare_exactly(steps, old_part, new_part);
  } else {
    add_steps(steps, old_part, dtl::SES_DELETE);
    add_steps(steps, new_part, dtl::SES_ADD);
  }
  add_steps(steps, before.last(behind), dtl::SES_COMMON);
}

Steps compare_lines(std::string_view text_before, std::string_view text_after) {
  constexpr std::size_t kLarge = 4000;
  const auto before = split_lines(text_before);
  const auto after = split_lines(text_after);
  Steps steps;
  if (before.size() + after.size() <= kLarge) {
    compare_exactly(steps, before, after);
    return steps;
  }
  const Span old_lines(before);
  const Span new_lines(after);
  std::size_t old_done = 0;
  std::size_t new_done = 0;
  for (const auto& [old_place, new_place] : find_anchors(before, after)) {
    compare_part(steps, old_lines.subspan(old_done, old_place - old_done),
                 new_lines.subspan(new_done, new_place - new_done));
    add_steps(steps, old_lines.subspan(old_place, 1), dtl::SES_COMMON);
    old_done = old_place + 1;
    new_done = new_place + 1;
  }
  compare_part(steps, old_lines.subspan(old_done), new_lines.subspan(new_done));
  return steps;
}

// The steps that are shown: the changes and what is near them. (dtl's own hunks have now three, now four
// lines of context.)
std::vector<bool> choose_shown(const Steps& steps) {
  std::vector<bool> shown(steps.size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (steps[i].second.type == dtl::SES_COMMON) continue;
    const auto end = std::min(i + kContext + 1, steps.size());
    for (auto near = i - std::min(i, kContext); near < end; ++near) shown[near] = true;
  }
  return shown;
}

// As `diff -u` writes it: one line by its number alone, none by the number of the line before.
std::string range_text(std::size_t lines_before, std::size_t count) {
  if (count == 1) return std::to_string(lines_before + 1);
  return std::to_string(count == 0 ? lines_before : lines_before + 1) + ',' + std::to_string(count);
}

// As it may be shown: tabs and the CR of a line's end stay, and what else a terminal would obey is escaped.
std::string escape_line(std::string_view line) {
  const bool has_cr = line.ends_with('\r');
  if (has_cr) line.remove_suffix(1);
  std::string safe;
  while (true) {
    const auto end =
        line.find_first_of("\t\n");  // the only line break is before the remark that none ends the text
    safe += escape_for_terminal(line.substr(0, end));
    if (end == std::string_view::npos) break;
    safe += line[end];
    line.remove_prefix(end + 1);
  }
  if (has_cr) safe += '\r';
  return safe;
}

class Hunk {
 public:
  void add(const Step& step) {
    const auto& info = step.second;
    const auto line = escape_line(step.first);
    if (info.type == dtl::SES_ADD) {
      added_ += '+' + line + '\n';
    } else {
      // What a change takes away is shown before what it puts there.
      if (info.type == dtl::SES_COMMON) text_ += std::exchange(added_, {});
      text_ += (info.type == dtl::SES_DELETE ? '-' : ' ') + line + '\n';
    }
    if (info.type != dtl::SES_ADD) ++old_lines_;
    if (info.type != dtl::SES_DELETE) ++new_lines_;
  }

  // Writes what was gathered, if anything, and begins anew behind it.
  void flush(std::string& out) {
    if (old_lines_ + new_lines_ > 0)
      out += "@@ -" + range_text(old_before_, old_lines_) + " +" + range_text(new_before_, new_lines_) +
             " @@\n" + std::exchange(text_, {}) + std::exchange(added_, {});
    old_before_ += std::exchange(old_lines_, 0);
    new_before_ += std::exchange(new_lines_, 0);
  }

  // A common line that is not shown.
  void skip() {
    ++old_before_;
    ++new_before_;
  }

 private:
  std::string text_;
  std::string added_;
  std::size_t old_before_ = 0;  // lines of the old text before the hunk
  std::size_t new_before_ = 0;
  std::size_t old_lines_ = 0;
  std::size_t new_lines_ = 0;
};

}  // namespace

std::string unified_diff(std::string_view before, std::string_view after, const std::string& file) {
  if (before == after) return {};
  const auto name = escape_for_terminal(file);
  auto out = "--- " + (before.empty() ? "/dev/null" : "a/" + name) + "\n+++ " +
             (after.empty() ? "/dev/null" : "b/" + name) + '\n';
  const auto steps = compare_lines(before, after);
  const auto shown = choose_shown(steps);
  Hunk hunk;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (shown[i]) {
      hunk.add(steps[i]);
    } else {
      hunk.flush(out);
      hunk.skip();
    }
  }
  hunk.flush(out);
  return out;
}

}  // namespace kam
