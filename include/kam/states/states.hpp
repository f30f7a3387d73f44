#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "kam/disk/portfolio.hpp"

namespace kam {

// A file of a portfolio in one of its states, with what its content is known by: two files with one key have
// one content, whatever their names, such as the id of a blob.
struct StateFile {
  std::string file;  // relative to the portfolio's root
  std::string key;
};

// Reads many states of a portfolio, such as its commits. Each content is fetched and parsed once, however
// many states have it; what it means is decoded again only where the state's kam.yaml is another one, since
// that says which ratings are right.
class StateReader {
 public:
  using Content = std::variant<std::string, Problem>;
  // Gets keys that it was never asked for before, all that a state needs at once; gives their contents to
  // `take` by their places.
  using Take = std::function<void(std::size_t place, Content content)>;
  using Fetch = std::function<void(std::span<const std::string> keys, const Take& take)>;

  explicit StateReader(Fetch fetch);
  ~StateReader();
  StateReader(const StateReader&) = delete;
  StateReader& operator=(const StateReader&) = delete;

  // As `read_portfolio` from the texts: files that are no portfolio's are passed over.
  Portfolio read(std::span<const StateFile> files, const std::string& where);

 private:
  struct Memory;
  Fetch fetch_;
  std::unique_ptr<Memory> memory_;
};

}  // namespace kam
