#include "git/answers.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <utility>

namespace kam {

namespace {

// The size in `ID blob SIZE`; nothing in another answer, as of an object that is missing.
std::optional<std::size_t> parse_size(std::string_view head) {
  const auto type = head.find(' ');
  const auto last = head.rfind(' ');
  if (type == std::string_view::npos || last == type) return std::nullopt;
  std::size_t size = 0;
  const auto digits = head.substr(last + 1);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  const bool whole = read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
  return whole && size < std::numeric_limits<std::size_t>::max() ? std::optional(size) : std::nullopt;
}

}  // namespace

void BatchAnswers::add(std::string_view bytes) {
  while (!bytes.empty()) {
    if (left_ == 0)
      add_to_head(bytes);
    else
      add_to_content(bytes);
  }
}

void BatchAnswers::add_to_head(std::string_view& bytes) {
  const auto end = bytes.find('\n');
  head_.append(bytes.substr(0, end));
  bytes.remove_prefix(std::min(end, bytes.size() - 1) + 1);
  if (end == std::string_view::npos) return;
  if (const auto size = parse_size(head_))
    left_ = *size + 1;
  else
    come_.emplace_back(std::nullopt);
  head_.clear();
}

void BatchAnswers::add_to_content(std::string_view& bytes) {
  const auto count = std::min(left_, bytes.size());
  content_.append(bytes.substr(0, std::min({count, left_ - 1, most_ - content_.size()})));
  bytes.remove_prefix(count);
  left_ -= count;
  if (left_ == 0) come_.emplace_back(std::exchange(content_, {}));
}

BatchAnswers::Object BatchAnswers::take_next() {
  auto object = std::move(come_.front());
  come_.pop_front();
  return object;
}

}  // namespace kam
