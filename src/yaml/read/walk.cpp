#include "yaml/read/walk.hpp"

#include <algorithm>

namespace kam {

std::size_t Walk::column() {
  if (cursor_ < line_start_) {
    line_start_ = start_of_line(text_, cursor_);
  } else if (cursor_ > line_passed_) {
    const auto found = text_.substr(line_passed_, cursor_ - line_passed_).rfind('\n');
    if (found != std::string_view::npos) line_start_ = line_passed_ + found + 1;
  }
  line_passed_ = cursor_;
  return cursor_ - line_start_;
}

bool Walk::at_marker(std::string_view marker) {
  const char behind = byte_at(text_, cursor_ + marker.size());
  return column() == 0 && text_.substr(cursor_).starts_with(marker) && (is_blank(behind) || is_break(behind));
}

const Event& Walk::peek() {
  if (next_event_ < stream_.events.size()) return stream_.events[next_event_];
  const auto gap = scan_gap(text_, cursor_);
  if (gap.tab) stop(tab_finding(*gap.tab));
  cursor_ = gap.end;
  if (!stream_.failure) stop_here();
  stop(diagnose_failure(text_, standstill(), *stream_.failure));
}

Event Walk::take() {
  peek();
  return std::move(stream_.events[next_event_++]);
}

bool Walk::continues_at(std::size_t offset) const {
  const auto begin = stream_.events.begin() + static_cast<std::ptrdiff_t>(next_event_);
  const auto next = std::find_if(begin, stream_.events.end(),
                                 [](const Event& event) { return event.kind != Event::Kind::end; });
  return next != stream_.events.end() && next->offset == offset;
}

void Walk::skip_gap() {
  const auto gap = scan_gap(text_, cursor_);
  cursor_ = gap.end;
  if (gap.tab) note(tab_finding(*gap.tab));
}

void Walk::pass_word() {
  passed_over_ = true;
  while (!is_blank(here()) && !is_break(here()) && here() != ',' && here() != ']' && here() != '}') ++cursor_;
}

bool Walk::pass_properties() {
  bool found = false;
  for (; here() == '&' || here() == '!'; found = true) {
    note(here() == '&' ? anchor_finding(cursor_) : tag_finding(cursor_));
    pass_word();
    skip_gap();
  }
  return found;
}

void Walk::pass_alias() {
  note(alias_finding(cursor_));
  pass_word();
}

void Walk::leave_bracket() {
  open_brackets_.pop_back();
  ++cursor_;
}

void Walk::stop(ByteProblem finding) {
  note(std::move(finding));
  throw Stop{};
}

void Walk::stop_here() {
  if (passed_over_) throw Stop{};
  stop(diagnose_leftover(text_, standstill()));
}

Standstill Walk::standstill() const {
  return {cursor_, last_quoted_,
          open_brackets_.empty() ? std::nullopt : std::optional(open_brackets_.back())};
}

}  // namespace kam
