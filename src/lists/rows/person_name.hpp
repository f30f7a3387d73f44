#pragma once

#include <string>
#include <string_view>

namespace kam {

// A title or salutation, taken apart.
struct PersonTitle {
  std::string academic;  // `Prof. Dr.`
  std::string rest;      // what is neither that nor a salutation: a function
};
PersonTitle split_title(std::string_view cell);

// The form in which two people of one account are compared: folded, without academic titles before it.
std::string person_key(std::string_view name);

// First and last name, of which either may be empty.
std::string join_names(const std::string& first, const std::string& last);

// The name with the academic titles before it that it does not have yet.
std::string with_title(const std::string& academic, const std::string& name);

}  // namespace kam
