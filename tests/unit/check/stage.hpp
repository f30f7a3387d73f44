#pragma once

#include <string>
#include <utility>
#include <vector>

#include "kam/check/check.hpp"

namespace kam {

// The texts of a portfolio's files, checked as of 24 November 2026.
class Stage {
 public:
  explicit Stage(std::string settings = "kam: 1\n") : settings_(std::move(settings)) {}
  // Without `kam: 1`, which stands before it on a line of its own, as does `name: ID` where `text` has none.
  Stage& account(const std::string& id, const std::string& text);
  Stage& passed_over(std::string file);

  Problems check() const;
  // The problems of one code as a reader sees them: `accounts/a.yaml:3:7 message | hint`.
  std::string lines_of(const std::string& code) const;
  // The codes of all problems, each once, sorted.
  std::vector<std::string> codes() const;

 private:
  std::string settings_;
  std::vector<std::pair<std::string, std::string>> accounts_;
  std::vector<std::string> passed_over_;
};

// A portfolio of the one account `a` with that text.
inline Stage account(const std::string& text) {
  return Stage().account("a", text);
}

}  // namespace kam
