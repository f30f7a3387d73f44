# Compiler settings of our own targets; never exported.
add_library(kam_options INTERFACE)
target_compile_options(kam_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion
                                             -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual)
# gcc 12 warns of overlaps in std::string that cannot be (gcc bug 105651, mended in 13).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(kam_options INTERFACE -Wno-restrict)
endif()
# Of a name in another source that is compiled with this one.
if(KAM_UNITY)
  target_compile_options(kam_options INTERFACE -Wno-shadow)
endif()
if(KAM_WERROR)
  target_compile_options(kam_options INTERFACE -Werror)
endif()
if(KAM_SANITIZE)
  target_compile_options(kam_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
                                               -fno-omit-frame-pointer)
  target_link_options(kam_options INTERFACE -fsanitize=address,undefined)
endif()
# As distributions build what faces strangers, and with the checks of the libraries in it; these need some optimisation.
# Undefined behaviour ends the program without telling where, in a tenth of the size: the suites start it thousands of times.
if(KAM_HARDEN)
  target_compile_options(
    kam_options INTERFACE -fsanitize-undefined-trap-on-error -O1 -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS -fstack-protector-strong
                          -fstack-clash-protection -fcf-protection -ftrivial-auto-var-init=pattern -fPIE)
  target_link_options(kam_options INTERFACE -pie -Wl,-z,relro,-z,now)
endif()
# Tells libFuzzer which branches an input took; a fuzz target links libFuzzer itself, other programs do without.
if(KAM_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "KAM_FUZZ needs clang, whose libFuzzer it uses: -DCMAKE_CXX_COMPILER=clang++")
  endif()
  target_compile_options(kam_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(kam_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

# kam_precompile(TARGET header...): the headers, and those of the library that most files include.
function(kam_precompile target)
  if(KAM_PCH)
    target_precompile_headers(
      ${target} PRIVATE <algorithm> <chrono> <filesystem> <functional> <map> <optional> <set> <span> <string> <variant>
      <vector> ${ARGN})
  endif()
endfunction()
