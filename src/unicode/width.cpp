#include <utf8proc.h>

#include <algorithm>

#include "kam/unicode/unicode.hpp"

namespace kam {

namespace {

constexpr char32_t kEmojiPresentation = 0xFE0F;  // variation selector 16
constexpr std::string_view kEllipsis = "…";

bool is_wide_everywhere(char32_t code_point) {
  const bool flag_half = code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
  // Emoji younger than the library's tables are unassigned to it.
  const bool emoji_block = code_point >= 0x1F900 && code_point <= 0x1FAFF;
  return flag_half || (emoji_block &&
                       utf8proc_category(static_cast<utf8proc_int32_t>(code_point)) == UTF8PROC_CATEGORY_CN);
}

int code_point_width(char32_t code_point) {
  if (is_wide_everywhere(code_point)) return 2;
  return std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point)));
}

struct Cluster {
  std::string text;
  int width = 0;  // of its widest part: what follows the first is drawn over or into it
};

// Hands out the grapheme clusters of a text from front to back.
class Clusters {
 public:
  explicit Clusters(std::string_view text) : code_points_(decode_utf8(text)) {}

  bool done() const { return next_ == code_points_.size(); }

  Cluster take() {
    Cluster cluster;
    do {
      const char32_t code_point = code_points_[next_];
      append_utf8(cluster.text, code_point);
      const bool made_emoji = code_point == kEmojiPresentation && cluster.width > 0;
      cluster.width = std::max(cluster.width, made_emoji ? 2 : code_point_width(code_point));
      ++next_;
    } while (!done() && !is_boundary());
    return cluster;
  }

 private:
  // Whether a cluster ends before `next_`. Asked once for each pair in order, as the library's state needs.
  bool is_boundary() {
    return utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(code_points_[next_ - 1]),
                                            static_cast<utf8proc_int32_t>(code_points_[next_]), &state_);
  }

  std::u32string code_points_;
  std::size_t next_ = 0;
  utf8proc_int32_t state_ = 0;
};

}  // namespace

int display_width(std::string_view text) {
  int width = 0;
  for (Clusters clusters(text); !clusters.done();) width += clusters.take().width;
  return width;
}

std::string cut_to_width(std::string_view text, int width) {
  if (display_width(text) <= width) return std::string(text);
  if (width < 1) return {};
  std::string prefix;
  int used = 1;  // the ellipsis
  for (Clusters clusters(text); !clusters.done();) {
    const Cluster cluster = clusters.take();
    used += cluster.width;
    if (used > width) break;
    prefix += cluster.text;
  }
  return prefix.append(kEllipsis);
}

}  // namespace kam
