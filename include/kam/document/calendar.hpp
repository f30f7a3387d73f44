#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kam/model/date.hpp"

namespace kam {

// What is to be done as a calendar takes it: whole days, no clock.
struct CalendarEntry {
  enum class Kind { todo, event };
  Kind kind = Kind::todo;
  std::string domain;         // whose it is: an account's id
  std::string key;            // what makes it itself among all of its domain; its UID is derived from both
  std::string summary;        // one line
  std::string description{};  // may be several lines
  std::string contact{};      // who is responsible; may be empty
  std::string category{};
  std::optional<Date> day{};  // due on it, or taking place on it; an event always has one
  bool operator==(const CalendarEntry&) const = default;
};

struct Calendar {
  Date stamp;  // the day that it was made
  std::vector<CalendarEntry> entries;
  bool operator==(const Calendar&) const = default;
};

}  // namespace kam
