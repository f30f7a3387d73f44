# kam_sources(TARGET file...): sources of the folder that calls it. With KAM_UNITY a few of them at a time are compiled as
# one, since most of the time goes into the headers that they share; what is local to one has a name that no other has
# (tests/architecture/names_test.py), but for the `Options` of each command, which get one here.
set(KAM_TOGETHER 8)

function(kam_sources target)
  target_sources(${target} PRIVATE ${ARGN})
  file(RELATIVE_PATH folder "${PROJECT_SOURCE_DIR}/src" "${CMAKE_CURRENT_SOURCE_DIR}")
  string(REPLACE "/" "_" folder "${folder}")
  set(place 0)
  foreach(source IN LISTS ARGN)
    math(EXPR part "${place} / ${KAM_TOGETHER}")
    set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${folder}_${part})
    math(EXPR place "${place} + 1")
  endforeach()
endfunction()

# kam_source_alone(TARGET file): one that is never compiled with others, since a test looks at its object.
function(kam_source_alone target source)
  target_sources(${target} PRIVATE ${source})
  set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

# kam_unity(TARGET)
function(kam_unity target)
  set_target_properties(
    ${target} PROPERTIES UNITY_BUILD ${KAM_UNITY} UNITY_BUILD_MODE GROUP UNITY_BUILD_UNIQUE_ID KAM_UNITY_ID
                         UNITY_BUILD_CODE_BEFORE_INCLUDE "#undef Options\n#define Options KAM_UNITY_ID")
endfunction()
