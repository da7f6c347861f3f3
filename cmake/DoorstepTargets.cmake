# One library a folder, and only the folders it links are visible to it: every folder is reached
# through a directory of its own that holds nothing but a link to it, so that an include along a
# forbidden arrow does not compile.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(DOORSTEP_QUICK_LINKER ld.lld)
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # ccache asks for this where a header was compiled beforehand.
  set(launcher "${CMAKE_COMMAND};-E;env;CCACHE_SLOPPINESS=pch_defines,time_macros;${CCACHE_PROGRAM}")
  set(CMAKE_C_COMPILER_LAUNCHER "${launcher}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${launcher}")
  add_compile_options($<$<AND:$<COMPILE_LANGUAGE:CXX>,$<CXX_COMPILER_ID:GNU>>:-fpch-preprocess>)
endif()
# The same everywhere, or a header compiled beforehand would not serve everywhere.
add_compile_options(-pthread)

# Warnings are errors, in our code only; Clang, which builds the fuzzers, knows others.
function(doorstep_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wconversion $<$<CXX_COMPILER_ID:GNU>:-Werror>)
  if(CMAKE_UNITY_BUILD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Of sources that are compiled together it takes all but one for headers, where such members would be a fault.
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
  endif()
endfunction()

# The records and the standard library are read once, not in every file; includes stay as they are.
# What is compiled once for whom: proto/CMakeLists.txt.
function(doorstep_precompiled target)
  if(NOT TARGET doorstep_precompiled)
    return()
  endif()
  file(RELATIVE_PATH folder "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  set(headers doorstep_precompiled)
  if(target MATCHES "^test_" AND folder MATCHES "^tests/(contract/ctl|scenario|torture|unit/(bundle|client|ctl|shell))$")
    set(headers doorstep_precompiled_tests_grpc)
  # The main functions of the other two need what is defined with Qt Gui and Qt Widgets.
  elseif(target MATCHES "^test_" AND folder MATCHES "^tests/(contract|simulation|unit)(/|$)" AND NOT folder MATCHES "/(linkage|reports)$")
    set(headers doorstep_precompiled_tests)
  elseif(folder MATCHES "^(sync/(ctl|service/rpc|client/grpc)|tests/(bench|contract|scenario|torture))(/|$)")
    set(headers doorstep_precompiled_grpc)
  elseif(folder MATCHES "^app/(models|shell)(/|$)")
    set(headers doorstep_precompiled_qt)
  endif()
  target_precompile_headers(${target} REUSE_FROM ${headers})
  if(headers MATCHES "_tests")
    doorstep_quick_to_compile(${target})
  endif()
endfunction()

# For tests, which run for moments and are compiled more often than they run: what they test stays optimised. Qt's
# test headers read these definitions, so with them a header compiled beforehand would not serve all tests.
function(doorstep_quick_to_compile target)
  target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O0>
    -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR -UQT_NETWORK_LIB -UQT_GUI_LIB -UQT_WIDGETS_LIB)
endfunction()

# Sources are compiled several at a time (CMakePresets.json), but not those with a place for a planted fault: of these
# tests/simulation has objects of its own that replace the library's.
function(doorstep_unity target)
  get_target_property(sources ${target} SOURCES)
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" OUTPUT_VARIABLE path)
    if(EXISTS "${path}")
      file(STRINGS "${path}" places REGEX "outside::planted\\(" LIMIT_COUNT 1)
      if(places)
        set_source_files_properties("${source}" PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
      endif()
    endif()
  endforeach()
endfunction()

# doorstep_open(<target> <folder>): makes "<folder>/…" includable for whoever links the target.
function(doorstep_open target folder)
  set(door "${CMAKE_BINARY_DIR}/doors/${target}")
  get_filename_component(parent "${door}/${folder}" DIRECTORY)
  file(MAKE_DIRECTORY "${parent}")
  file(CREATE_LINK "${CMAKE_SOURCE_DIR}/${folder}" "${door}/${folder}" SYMBOLIC)
  target_include_directories(${target} PUBLIC "${door}")
endfunction()

# doorstep_library(<target> SOURCES … LINKS … [PRIVATE_LINKS …]) for the folder it is called in.
function(doorstep_library target)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  file(RELATIVE_PATH folder "${CMAKE_SOURCE_DIR}" "${CMAKE_CURRENT_SOURCE_DIR}")
  add_library(${target} STATIC ${ARG_SOURCES})
  doorstep_warnings(${target})
  doorstep_unity(${target})
  doorstep_open(${target} "${folder}")
  target_link_libraries(${target} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
  # Rooms that know no records shall not see them this way either.
  if(NOT folder MATCHES "^(sync/(outside|sqlite|escrow)|app/vault|tests/support)$")
    doorstep_precompiled(${target})
  endif()
endfunction()

# doorstep_program(<target> SOURCES … LINKS …). SQLCIPHER puts the cipher's objects on the link
# line themselves; inside a library they could lose against a libsqlite3 (sync/sqlite/README.md).
function(doorstep_program target)
  cmake_parse_arguments(ARG "SQLCIPHER" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${target} ${ARG_SOURCES})
  doorstep_warnings(${target})
  target_link_libraries(${target} PRIVATE ${ARG_LINKS})
  if(ARG_SQLCIPHER)
    target_sources(${target} PRIVATE $<TARGET_OBJECTS:sqlcipher>)
    target_link_libraries(${target} PRIVATE OpenSSL::Crypto)
  endif()
  if(NOT target MATCHES "^test_" OR target STREQUAL test_linkage)
    target_link_options(${target} PRIVATE -fuse-ld=bfd "LINKER:-Map=${CMAKE_BINARY_DIR}/maps/${target}.map")
  elseif(DOORSTEP_QUICK_LINKER)
    target_link_options(${target} PRIVATE -fuse-ld=lld)
  endif()
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
endfunction()

# What the sources include as "<name>.moc": one call of moc each, where AUTOMOC would build a target a test. It finds no
# header beyond the source: a test's class needs none to be read, and reading gRPC's takes it a second.
function(doorstep_moc target)
  foreach(source IN LISTS ARGN)
    get_filename_component(name "${source}" NAME_WE)
    file(STRINGS "${source}" included REGEX "^#include \"${name}\\.moc\"" LIMIT_COUNT 1)
    if(included)
      qt6_generate_moc("${source}" "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc")
      target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc")
      target_include_directories(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
    endif()
  endforeach()
endfunction()

# doorstep_test(<name> SOURCES … LINKS … [SQLCIPHER] [GUI]): one QtTest executable, one ctest entry.
function(doorstep_test name)
  cmake_parse_arguments(ARG "SQLCIPHER" "TIMEOUT" "SOURCES;LINKS" ${ARGN})
  if(ARG_SQLCIPHER)
    set(cipher SQLCIPHER)
  endif()
  doorstep_program(test_${name} SOURCES ${ARG_SOURCES} LINKS ${ARG_LINKS} Qt6::Test ${cipher})
  doorstep_precompiled(test_${name})
  # GCC 12 sees overlaps, bounds and overflows in std::string's operator+ that are not there (its bug 105651),
  # and with a header compiled beforehand no longer knows that they lie in a system header.
  target_compile_options(test_${name} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wno-array-bounds;-Wno-restrict;-Wno-stringop-overflow>)
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  doorstep_moc(test_${name} ${ARG_SOURCES})
  add_test(NAME ${name} COMMAND test_${name})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  set_tests_properties(${name} PROPERTIES
    TIMEOUT ${ARG_TIMEOUT}
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;LC_ALL=C.UTF-8")
endfunction()

file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/maps")
set(DOORSTEP_SOURCES "$ENV{HOME}/.cache/doorstep" CACHE PATH "Where ./run setup put fetched sources")
