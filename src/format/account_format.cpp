#include "kam/format/format.hpp"

namespace kam {

// By itself, so that a test can link another one in its place.
const Record& account_format() {
  return account_table();
}

}  // namespace kam
