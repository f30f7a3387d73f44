# Debian 12's packages first; newer releases differ only in target names, which are made alike here.
find_package(fmt 9.1 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(Threads REQUIRED)

find_package(yaml-cpp 0.7 REQUIRED)
if(NOT TARGET yaml-cpp::yaml-cpp) # 0.7 exports the target without a namespace
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()

find_package(PkgConfig REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(libedit REQUIRED IMPORTED_TARGET libedit)

# libcsv ships neither a CMake package nor a .pc file.
find_path(KAM_CSV_INCLUDE_DIR csv.h REQUIRED)
find_library(KAM_CSV_LIBRARY csv REQUIRED)
add_library(kam::csv UNKNOWN IMPORTED)
set_target_properties(kam::csv PROPERTIES IMPORTED_LOCATION "${KAM_CSV_LIBRARY}"
                                          INTERFACE_INCLUDE_DIRECTORIES "${KAM_CSV_INCLUDE_DIR}")

# libunistring has neither.
find_path(KAM_UNISTRING_INCLUDE_DIR unictype.h REQUIRED)
find_library(KAM_UNISTRING_LIBRARY unistring REQUIRED)
add_library(kam::unistring UNKNOWN IMPORTED)
set_target_properties(kam::unistring PROPERTIES IMPORTED_LOCATION "${KAM_UNISTRING_LIBRARY}"
                                                INTERFACE_INCLUDE_DIRECTORIES "${KAM_UNISTRING_INCLUDE_DIR}")

# xxhash is used from its header alone.
find_path(KAM_XXHASH_INCLUDE_DIR xxhash.h REQUIRED)

if(KAM_TESTS)
  find_package(doctest 2.4 REQUIRED)
endif()
