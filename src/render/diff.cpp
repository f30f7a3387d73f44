#include "kam/render/diff.hpp"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <string>
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

Steps compare_lines(std::string_view before, std::string_view after) {
  dtl::Diff<std::string> diff(split_lines(before), split_lines(after));
  diff.compose();
  return diff.getSes().getSequence();
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
