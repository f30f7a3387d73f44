#include "kam/yaml/byte_problem.hpp"

#include <algorithm>

namespace kam {

std::size_t size_of_mark(std::string_view text) {
  return text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
}

Place PlaceFinder::at(std::size_t offset) {
  if (offset < last_.offset) last_ = start();
  for (auto& pos = last_.offset; pos < offset; ++pos) {
    if (text_[pos] == '\n') {
      ++last_.line;
      last_.column = 1;
    } else if ((static_cast<unsigned char>(text_[pos]) & 0xC0U) != 0x80U) {
      ++last_.column;
    }
  }
  return last_;
}

Problems to_problems(std::string_view text, const std::string& file, ByteProblems findings) {
  std::ranges::stable_sort(findings, {}, &ByteProblem::offset);
  // Going back to where an empty value ended, the locator may meet a fault twice.
  const auto same = [](const ByteProblem& x, const ByteProblem& y) {
    return x.offset == y.offset && x.code == y.code;
  };
  findings.erase(std::unique(findings.begin(), findings.end(), same), findings.end());
  PlaceFinder places(text);
  Problems problems;
  problems.reserve(findings.size());
  for (auto& finding : findings) {
    const auto place = places.at(finding.offset);
    problems.push_back({file, place.line, place.column, Severity::error, std::move(finding.code),
                        std::move(finding.message), std::move(finding.hint)});
  }
  return problems;
}

}  // namespace kam
