#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "kam/yaml/lines.hpp"
#include "yaml/read/diagnose.hpp"
#include "yaml/read/events.hpp"

namespace kam {

// A walk through the text and the parser's events side by side. It stops, by an exception of its own that
// `locate_tree` catches, where the two part.
class Walk {
 public:
  struct Stop {};

  Walk(std::string_view text, EventStream stream)
      : text_(text),
        stream_(std::move(stream)),
        cursor_(size_of_mark(text)),
        line_start_(cursor_),
        line_passed_(cursor_) {}

  std::string_view text() const { return text_; }
  std::size_t cursor() const { return cursor_; }
  void move_to(std::size_t pos) { cursor_ = pos; }
  char here() const { return byte_at(text_, cursor_); }
  char next_byte() const { return byte_at(text_, cursor_ + 1); }
  std::size_t column();                     // of the cursor, 0-based, in bytes
  bool at_marker(std::string_view marker);  // `---` or `...` on a line of its own

  bool says_nothing() const { return stream_.events.empty() && !stream_.failure; }
  // The next event. Stops where the parser came no further.
  const Event& peek();
  Event take();
  // Whether the next key or value is one that the parser saw at `offset`.
  bool continues_at(std::size_t offset) const;

  void skip_gap();
  // Passes anchors and tags, which kam does not allow; false where there are none.
  bool pass_properties();
  void pass_alias();

  void enter_bracket() { open_brackets_.push_back(cursor_++); }
  void leave_bracket();
  void remember_quoted(std::size_t pos) { last_quoted_ = pos; }

  void note(ByteProblem finding) { findings_.push_back(std::move(finding)); }
  [[noreturn]] void stop(ByteProblem finding);
  [[noreturn]] void stop_here();  // at a byte that nothing explains

  ByteProblems& findings() { return findings_; }

 private:
  void pass_word();
  Standstill standstill() const;

  std::string_view text_;
  EventStream stream_;
  std::size_t cursor_;
  std::size_t line_start_;   // of the line that `line_passed_` is in: looked for only behind it, since a
  std::size_t line_passed_;  // line may be as long as the file
  std::size_t next_event_ = 0;
  std::optional<std::size_t> last_quoted_;
  std::vector<std::size_t> open_brackets_;
  bool passed_over_ = false;  // an anchor, alias or tag: what follows need not be as the parser saw it
  ByteProblems findings_;
};

}  // namespace kam
