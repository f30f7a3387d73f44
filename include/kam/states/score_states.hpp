#pragma once

#include <map>
#include <optional>
#include <string>

#include "kam/disk/portfolio.hpp"
#include "kam/score/history.hpp"

namespace kam {

// Scores one state after the other, oldest first, each seen against the one before.
class StateScorer {
 public:
  using Keys =
      std::map<std::string, std::string>;  // what the accounts' files are known by (StateFile), by id

  // `state` says what it is of and its day; `keys` has all account files, read or not.
  void score(PastState& state, Keys keys, const Portfolio& portfolio);

  // Of the last state whose kam.yaml reads.
  const std::optional<Settings>& settings() const { return settings_; }

 private:
  void find_renamed(PastState& state, const Keys& keys) const;

  std::optional<Settings> settings_;
  Keys keys_;                                 // of the state before
  std::map<std::string, std::string> names_;  // the last known, by id
};

}  // namespace kam
