#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace kam {

// What cannot go on: a file that cannot be read or written, no portfolio here. Caught in `main` alone;
// exit 3.
class Error : public std::runtime_error {
 public:
  // `message`: a sentence without its full stop. `hint`: the next step, a full sentence, or empty.
  explicit Error(const std::string& message, std::string hint = {})
      : std::runtime_error(message), hint_(std::move(hint)) {}
  const std::string& hint() const { return hint_; }

 private:
  std::string hint_;
};

// The command line asks for something that cannot be meant: exit 2.
class UsageError : public Error {
 public:
  using Error::Error;
};

}  // namespace kam
