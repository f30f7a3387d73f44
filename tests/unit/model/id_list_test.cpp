#include "kam/model/id_list.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "kam/model/account.hpp"

using namespace kam;

namespace {

EntryList entries(int count) {
  EntryList list;
  for (int i = 0; i < count; ++i) list.push_back({"r" + std::to_string(i), {}});
  return list;
}

}  // namespace

TEST_CASE("an entry is found by its id, in few and in many") {
  for (const int count : {0, 1, 16, 17, 300}) {
    CAPTURE(count);
    const auto list = entries(count);
    for (int i = 0; i < count; ++i) CHECK(list.find("r" + std::to_string(i)) == list.begin() + i);
    CHECK(list.find("r" + std::to_string(count)) == list.end());
    CHECK(list.find("") == list.end());
  }
}

TEST_CASE("it is found, too, after the list was changed, copied and put into another order") {
  auto list = entries(40);
  CHECK(list.find("r39")->id == "r39");
  list.push_back({"new", {}});
  CHECK(list.find("new") == list.begin() + 40);
  std::ranges::reverse(list);
  CHECK(list.find("new") == list.begin());
  CHECK(list.find("r0") == list.begin() + 40);
  const auto copy = list;
  list.erase(list.begin());
  CHECK(list.find("new") == list.end());
  CHECK(copy.find("new") == copy.begin());
  list = entries(20);
  CHECK(list.find("r39") == list.end());
  CHECK(list.find("r19") == list.begin() + 19);
}

TEST_CASE("of two entries with one id the first is found") {
  auto list = entries(30);
  list.push_back({"r3", {"again", {}, {}}});
  CHECK(list.find("r3") == list.begin() + 3);
  ById<int> numbers;
  for (int i = 0; i < 30; ++i) numbers.emplace_back("n" + std::to_string(i), i);
  CHECK(*find_by_id(numbers, "n29") == 29);
  CHECK(find_by_id(numbers, "n30") == nullptr);
}
