# Compiler settings of our own targets; never exported.
add_library(kam_options INTERFACE)
target_compile_options(kam_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                                             -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual)
if(KAM_WERROR)
  target_compile_options(kam_options INTERFACE -Werror)
endif()
if(KAM_SANITIZE)
  target_compile_options(kam_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
                                               -fno-omit-frame-pointer)
  target_link_options(kam_options INTERFACE -fsanitize=address,undefined)
endif()
