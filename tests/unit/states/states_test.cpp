#include "kam/states/states.hpp"

#include <doctest/doctest.h>

#include <map>

using namespace kam;

namespace {

// Counts how often each content is asked for.
class Contents {
 public:
  std::map<std::string, StateReader::Content> by_key;
  std::map<std::string, int> asked;

  StateReader::Fetch fetch() {
    return [this](std::span<const std::string> keys, const StateReader::Take& take) {
      for (std::size_t i = 0; i < keys.size(); ++i) {
        ++asked[keys[i]];
        take(i, by_key.at(keys[i]));
      }
    };
  }

  bool asked_once() const {
    for (const auto& [key, count] : asked)
      if (count != 1) return false;
    return asked.size() == by_key.size();
  }
};

}  // namespace

TEST_CASE("each content is read once, however many states have it") {
  Contents contents;
  contents.by_key = {{"s1", "kam: 1\nscale: 5\n"},
                     {"s2", "kam: 1\nscale: 10\n"},
                     {"a1", "kam: 1\nname: A\n"},
                     {"a2", "kam: 1\nname: A\nattractiveness: {reference: 8}\n"},
                     {"b1", "kam: 1\nname: B\n"}};
  StateReader reader(contents.fetch());
  const auto first = reader.read(
      std::vector<StateFile>{{"kam.yaml", "s1"}, {"accounts/a.yaml", "a1"}, {"accounts/b.yaml", "b1"}}, "1:");
  CHECK(first.accounts.size() == 2);
  const std::vector<StateFile> changed{
      {"kam.yaml", "s1"}, {"accounts/a.yaml", "a2"}, {"accounts/b.yaml", "b1"}};
  const auto second = reader.read(changed, "2:");
  // What is right depends on kam.yaml: 8 is none of the ratings from 0 to 5.
  CHECK(second.left_out == std::vector<std::string>{"a"});
  REQUIRE(second.errors.size() == 1);
  CHECK(second.errors[0].file == "2:accounts/a.yaml");
  const auto third = reader.read(
      std::vector<StateFile>{{"kam.yaml", "s2"}, {"accounts/a.yaml", "a2"}, {"accounts/b.yaml", "b1"}}, "3:");
  CHECK(third.errors.empty());
  CHECK(third.settings.scale == 10);
  // Two names of one content are two accounts.
  const auto fourth = reader.read(
      std::vector<StateFile>{{"kam.yaml", "s2"}, {"accounts/a.yaml", "b1"}, {"accounts/c.yaml", "b1"}}, "4:");
  REQUIRE(fourth.accounts.size() == 2);
  CHECK(fourth.accounts[0].id == "a");
  CHECK(fourth.accounts[1].id == "c");
  CHECK(reader.read(changed, "5:").errors.size() == 1);
  CHECK(contents.asked_once());
}

TEST_CASE("a content's faults are told with the name that it has in the state") {
  Contents contents;
  contents.by_key = {{"s", "kam: 1\n"}, {"broken", "kam: 1\nname: \"A\n"}, {"not", "-"}};
  StateReader reader(contents.fetch());
  const auto as_a =
      reader.read(std::vector<StateFile>{{"kam.yaml", "s"}, {"accounts/a.yaml", "broken"}}, "1:");
  const auto as_b =
      reader.read(std::vector<StateFile>{{"kam.yaml", "s"}, {"accounts/b.yaml", "broken"}}, "2:");
  REQUIRE(!as_a.errors.empty());
  REQUIRE(!as_b.errors.empty());
  CHECK(as_a.errors[0].file == "1:accounts/a.yaml");
  CHECK(as_b.errors[0].file == "2:accounts/b.yaml");
  CHECK(as_b.errors[0].line == as_a.errors[0].line);
  const auto settings = reader.read(std::vector<StateFile>{{"kam.yaml", "broken"}}, "3:");
  CHECK(settings.errors[0].file == "3:kam.yaml");
  // Files that are not the portfolio's are never asked for.
  CHECK(reader.read(std::vector<StateFile>{{"kam.yaml", "s"}, {"accounts/README.md", "not"}}, "4:")
            .errors.empty());
  CHECK_FALSE(contents.asked.contains("not"));
}
