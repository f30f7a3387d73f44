#include <utility>

#include "kam/store/record.hpp"
#include "store/listed.hpp"

namespace kam {

namespace {

using Entries = decltype(NewValue::entries);
using Layout = NewValue::Layout;

// What `wanted` says of a contact and `current` does not, in the file's order.
Entries new_facts(const Contact& current, const Contact& wanted) {
  Entries entries;
  const auto add_text = [&](std::string key, const std::string& there, const std::string& text) {
    if (!text.empty() && !is_same_listed(there, text))
      entries.push_back({std::move(key), NewValue::of_text(text)});
  };
  add_text("name", current.name, wanted.name);
  add_text("title", current.title, wanted.title);
  if (wanted.role && wanted.role != current.role)
    entries.push_back({"role", NewValue::of_id(to_id(*wanted.role))});
  if (wanted.influence && wanted.influence != current.influence)
    entries.push_back({"influence", NewValue::of_number(*wanted.influence)});
  if (wanted.attitude && wanted.attitude != current.attitude)
    entries.push_back({"attitude", NewValue::of_id(to_id(*wanted.attitude))});
  add_text("owner", current.owner, wanted.owner);
  return entries;
}

}  // namespace

std::vector<Edit> plan_contacts_update(const Account& current, const std::vector<ContactFacts>& facts) {
  std::vector<Edit> edits;
  for (const auto& [index, contact] : facts) {
    if (!index) {
      edits.push_back(
          {Edit::Op::append, {"contacts"}, NewValue::of_map(new_facts({}, contact), Layout::block)});
      continue;
    }
    Contact said = contact;
    said.name.clear();  // by it the contact was found
    for (auto& [key, value] : new_facts(current.contacts.at(*index), said))
      edits.push_back({Edit::Op::set, {"contacts", *index, key}, std::move(value)});
  }
  return edits;
}

}  // namespace kam
