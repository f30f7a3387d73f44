#include "kam/model/system_reason.hpp"

#include <cerrno>
#include <new>
#include <system_error>

namespace kam {

std::string system_reason(int error_number) {
  if (error_number == ENOMEM) throw std::bad_alloc();
  return std::generic_category().message(error_number);
}

}  // namespace kam
