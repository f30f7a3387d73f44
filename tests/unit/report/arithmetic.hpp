#pragma once

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <string>
#include <string_view>

#include "kam/model/ids.hpp"

namespace kam {

// Redoes a printed formula as a person with a calculator would: numbers of the language, + − × /, brackets
// and max(a, b).
class Calculator {
 public:
  Calculator(std::string_view formula, Language language) : rest_(formula), language_(language) {}

  double result() {
    const double value = sum();
    skip_blanks();
    if (!rest_.empty()) throw std::runtime_error("not understood: " + std::string(rest_));
    return value;
  }

 private:
  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(' '), rest_.size())); }

  bool take(std::string_view sign) {
    skip_blanks();
    if (!rest_.starts_with(sign)) return false;
    rest_.remove_prefix(sign.size());
    return true;
  }

  double sum() {
    double value = product();
    for (;;) {
      if (take("+"))
        value += product();
      else if (take("−"))
        value -= product();
      else
        return value;
    }
  }

  double product() {
    double value = factor();
    for (;;) {
      if (take("×"))
        value *= factor();
      else if (take("/"))
        value /= factor();
      else
        return value;
    }
  }

  double factor() {
    if (take("-")) return -factor();
    if (take("max(")) {
      const double a = sum();
      take(",");
      const double b = sum();
      take(")");
      return std::max(a, b);
    }
    if (take("(")) {
      const double value = sum();
      if (!take(")")) throw std::runtime_error("no bracket before: " + std::string(rest_));
      return value;
    }
    return number();
  }

  static bool is_digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

  double number() {
    const char group = language_ == Language::de ? '.' : ',';
    const char decimal = language_ == Language::de ? ',' : '.';
    std::string digits;
    while (!rest_.empty() && (is_digit(rest_[0]) || ((rest_[0] == group || rest_[0] == decimal) &&
                                                     rest_.size() > 1 && is_digit(rest_[1])))) {
      if (rest_[0] != group) digits += rest_[0] == decimal ? '.' : rest_[0];
      rest_.remove_prefix(1);
    }
    if (digits.empty()) throw std::runtime_error("no number: " + std::string(rest_));
    return std::stod(digits);
  }

  std::string_view rest_;
  Language language_;
};

}  // namespace kam
