#pragma once

#include <string>

#include "kam/model/error.hpp"

// What `action` throws, as `message | hint`; empty where it throws nothing.
template <class Action>
std::string error_text(Action action) {
  try {
    action();
  } catch (const kam::Error& error) {
    return std::string(error.what()) + (error.hint().empty() ? "" : " | " + error.hint());
  }
  return {};
}
