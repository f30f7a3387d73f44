#pragma once

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace kam::merge_random {

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::size_t below(std::size_t bound) { return engine_() % bound; }
  bool chance(std::size_t percent) { return below(100) < percent; }

 private:
  std::mt19937 engine_;  // the same numbers everywhere, unlike the distributions
};

// An account file with sections, layout and comments drawn at random.
std::string make_account(Random& random);

// `text` after a few changes as people and kam make them: facts set, added, removed; comments and empty lines
// put in and taken out; siblings that change places; other quotes. `who` is in every text that is new.
std::string edit_account(Random& random, std::string text, std::string_view who);

}  // namespace kam::merge_random
