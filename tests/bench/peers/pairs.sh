# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Part of `./dev bench peers`: the files that are compared. The same ones every time.

# make_pair FOLDER LINES: writes LINES.old, LINES.new, of which every 50th line (2 %) differs, and LINES.git, a repository whose last
# commit is that change.
make_pair() {
    local folder=$1 lines=$2
    write_version 0 "$lines" >"$folder/$lines.old"
    write_version 1 "$lines" >"$folder/$lines.new"
    git init --quiet --initial-branch=main "$folder/$lines.git"
    commit_version "$folder/$lines.git" "$folder/$lines.old" 'Add the prices'
    commit_version "$folder/$lines.git" "$folder/$lines.new" 'Change the prices'
}

# write_version IS_NEW LINES: like code, one line in ten closes a block and stands there often; nearly all others are unique.
write_version() {
    awk -v is_new="$1" -v lines="$2" 'BEGIN {
        for (i = 0; i < lines; ++i) {
            if (i % 10 == 9) {
                print "}"
                continue
            }
            word = is_new && i % 50 == 7 ? "sum" : "total"
            printf "    %s += price_of(item_%d) * %d;\n", word, i * 7919 % 1000003, i % 97
        }
    }'
}

commit_version() {
    cp "$2" "$1/prices.cpp"
    git -C "$1" add prices.cpp
    git -C "$1" -c user.name=Peers -c user.email=peers@example.com commit --quiet -m "$3"
}
