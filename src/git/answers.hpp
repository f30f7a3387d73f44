#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>

namespace kam {

// What `git cat-file --batch` answers, taken apart as it comes.
class BatchAnswers {
 public:
  // Of an object's bytes the first `most` are kept.
  explicit BatchAnswers(std::size_t most) : most_(most) {}

  void add(std::string_view bytes);

  // An object's bytes; nothing where git has no such object.
  using Object = std::optional<std::string>;
  // The next one that has come as a whole, in the order in which they were asked for.
  bool has_next() const { return !come_.empty(); }
  Object take_next();

 private:
  void add_to_head(std::string_view& bytes);
  void add_to_content(std::string_view& bytes);

  std::size_t most_;
  std::deque<Object> come_;
  std::string head_;      // `ID blob SIZE`, as far as it has come
  std::string content_;   // of the object that is coming
  std::size_t left_ = 0;  // how many of its bytes are still to come, with the line break behind them
};

}  // namespace kam
