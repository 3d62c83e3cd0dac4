# SPDX-License-Identifier: GPL-3.0-or-later
cmake_policy(VERSION 3.25)
# Every source file names its licence.
file(GLOB_RECURSE sources ${SOURCE}/app/*.h ${SOURCE}/app/*.cpp ${SOURCE}/ui/*.h ${SOURCE}/ui/*.cpp ${SOURCE}/tests/*.h ${SOURCE}/tests/*.cpp
    ${SOURCE}/resources/*.toml)
set(missing "")
foreach(source IN LISTS sources)
    file(READ ${source} head LIMIT 400)
    if(NOT source MATCHES "/golden/" AND NOT head MATCHES "SPDX-License-Identifier: GPL-3.0-or-later")
        string(APPEND missing "${source}\n")
    endif()
endforeach()
if(missing)
    message(FATAL_ERROR "No SPDX licence line in:\n${missing}")
endif()
