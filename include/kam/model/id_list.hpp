#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace kam {

template <class Entry>
std::string_view id_of_entry(const Entry& entry) {
  return entry.id;
}
template <class T>
std::string_view id_of_entry(const std::pair<std::string, T>& entry) {
  return entry.first;
}

// A list whose entries are found by their ids, which do not change: of many by an index, which is made when
// one is first asked for.
template <class Entry>
class IdList : public std::vector<Entry> {
 public:
  using Base = std::vector<Entry>;
  using Base::Base;
  IdList() = default;
  IdList(Base entries) : Base(std::move(entries)) {}
  ~IdList() = default;
  IdList(const IdList& other) : Base(other) {}
  IdList(IdList&& other) noexcept = default;
  IdList& operator=(const IdList& other) {
    if (this != &other) {
      Base::operator=(other);
      forget();
    }
    return *this;
  }
  IdList& operator=(IdList&& other) noexcept = default;

  // The first entry with that id, or the end.
  typename Base::const_iterator find(std::string_view id) const {
    if (this->size() <= kFew) return find_by_looking(id);
    if (indexed_ > this->size()) forget();
    for (; indexed_ < this->size(); ++indexed_)
      places_.try_emplace(std::string(id_of_entry((*this)[indexed_])), indexed_);
    const auto known = places_.find(std::string(id));
    if (known == places_.end()) return this->end();
    if (id_of_entry((*this)[known->second]) == id)
      return this->begin() + static_cast<std::ptrdiff_t>(known->second);
    forget();  // it was put into another order
    return find_by_looking(id);
  }

 private:
  static constexpr std::size_t kFew = 16;  // not worth an index

  typename Base::const_iterator find_by_looking(std::string_view id) const {
    auto entry = this->begin();
    while (entry != this->end() && id_of_entry(*entry) != id) ++entry;
    return entry;
  }
  void forget() const {
    places_.clear();
    indexed_ = 0;
  }

  mutable std::unordered_map<std::string, std::size_t> places_;
  mutable std::size_t indexed_ = 0;
};

}  // namespace kam
