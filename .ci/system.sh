# shellcheck shell=bash disable=SC2034,SC2154
# SPDX-FileCopyrightText: 2026 Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Part of ./dev: what it says, and the packages of the system. Sets system, native or root.

packages=(
    g++ cmake ninja-build ccache pkgconf git openssh-client gnupg gpgv openssl ca-certificates file procps
    qt6-base-dev qt6-base-dev-tools qt6-svg-dev qt6-charts-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qt6-qpa-plugins qt6-wayland libqt6sql6-sqlite libkf6syntaxhighlighting-dev libgit2-dev nlohmann-json3-dev
    libtomlplusplus-dev libre2-dev libvectorscan-dev libssl-dev libsqlite3-dev libvulkan-dev libgl-dev universal-ctags
    xvfb tzdata fonts-inter fonts-jetbrains-mono fonts-dejavu-core)
lint_packages=(clang-19 clang-tidy-19 clang-format-19 clazy shellcheck)
peer_packages=(xxdiff kompare kdiff3 meld diffuse x11-apps diffutils)

# The same for systems without apt.
fedora='gcc-c++ cmake ninja-build ccache pkgconf git openssh-clients gnupg2 openssl qt6-qtbase-devel qt6-qtsvg-devel
    qt6-qtcharts-devel qt6-qttools-devel qt6-qtwayland kf6-syntax-highlighting-devel libgit2-devel json-devel
    tomlplusplus-devel re2-devel openssl-devel sqlite-devel ctags xorg-x11-server-Xvfb
    rsms-inter-fonts jetbrains-mono-fonts dejavu-sans-fonts'
arch='base-devel cmake ninja ccache git openssh gnupg qt6-base qt6-svg qt6-charts qt6-tools qt6-wayland
    syntax-highlighting libgit2 nlohmann-json tomlplusplus re2 openssl sqlite ctags xorg-server-xvfb
    inter-font ttf-jetbrains-mono ttf-dejavu'
suse='gcc14-c++ cmake ninja ccache git openssh-clients gpg2 openssl qt6-base-devel qt6-svg-devel qt6-charts-devel
    qt6-tools-devel qt6-linguist-devel qt6-wayland kf6-syntax-highlighting-devel libgit2-devel nlohmann_json-devel
    tomlplusplus-devel re2-devel libopenssl-devel sqlite3-devel ctags xorg-x11-server-Xvfb
    inter-fonts jetbrains-mono-fonts dejavu-fonts'
elsewhere='cmake, ninja, g++ 14, git, OpenSSH, Qt 6.5 (base, svg, charts, tools, wayland), KF6 SyntaxHighlighting,
    libgit2 1.7, OpenSSL 3, SQLite, nlohmann-json, toml++, RE2, universal-ctags, Xvfb, Inter, JetBrains Mono'

# ---- talking ---------------------------------------------------------------------------------------------------

say() { printf '%s\n' "$*" >&2; }

die() {
    printf 'dev: %s\n' "$1" >&2
    shift
    (($# == 0)) || printf '     %s\n' "$@" >&2
    exit 1
}

has() { command -v "$1" >/dev/null; }

# quietly LABEL LOG HINT COMMAND...: the output goes to the log; a failure shows its end and what to do.
quietly() {
    local label=$1 log=$logs/$2.log hint=$3 status=0 progress
    shift 3
    mkdir -p "$logs"
    : >"$log"
    show_progress "$label" "$log" &
    progress=$!
    "$@" >>"$log" 2>&1 </dev/null || status=$?
    { kill "$progress" && wait "$progress"; } 2>/dev/null || true
    [[ ! -t 2 ]] || printf '\r\033[K' >&2
    ((status != 0)) || return 0
    end_of_log "$log" >&2
    die "$label: failed." "The whole output is in $log" "$hint"
}

# From the first step that failed, without its command line, if this is the log of a build.
end_of_log() {
    if grep -q '^FAILED: ' "$1"; then
        sed '1,/^FAILED: /d' "$1" | sed 1d | head -n 40
    else
        tail -n 40 "$1"
    fi | cut -c 1-400
}

# Says what takes longer than a second; on a terminal also how far it is.
show_progress() {
    local seconds=0 step
    while sleep 1 >/dev/null 2>&1; do
        seconds=$((seconds + 1))
        if [[ -t 2 ]]; then
            step=$(tail -n 1 "$2" | grep -o '^\[[0-9]*/[0-9]*\]' || true)
            printf '\r\033[K%s ... %s %s s' "$1" "$step" "$seconds" >&2
        elif ((seconds == 1)); then
            say "$1 ... (output in $2)"
        fi
    done
}

# ---- packages of the system --------------------------------------------------------------------------------------

administrator=()
((EUID == 0)) || administrator=(sudo)

as_root() {
    local variable environment=(DEBIAN_FRONTEND=noninteractive)
    can_be_root || die 'This needs root, and there is no sudo here.' 'Run this as root, then try again:' "$*"
    for variable in http_proxy https_proxy no_proxy; do
        [[ -z ${!variable-} ]] || environment+=("$variable=${!variable}")
    done
    "${administrator[@]}" env "${environment[@]}" "$@"
}

can_be_root() { ((EUID == 0)) || has sudo; }

# Asks for the password now, before the output goes to a log.
ask_for_root() {
    can_be_root || die 'This needs root, and there is no sudo here.' 'Run this as root, then try again:' "$*"
    ((EUID == 0)) || sudo -v || die 'sudo did not let you through.' 'Have this run as root, then try again:' "$*"
}

# missing DATABASE PACKAGE...: those that this dpkg database does not have installed.
missing() {
    local database=$1 name
    local -A installed=()
    shift
    while read -r name; do
        installed[$name]=yes
    done < <(dpkg-query --admindir="$database" -W -f '${db:Status-Abbrev} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^ii *//p')
    for name in "$@"; do
        [[ -n ${installed[$name]-} ]] || printf '%s\n' "$name"
    done
}

installable() { (($(LC_ALL=C apt-cache policy "$@" | grep -c 'Candidate: [^(]') == $#)); }

candidate_reaches() {
    dpkg --compare-versions "$(LC_ALL=C apt-cache policy "$1" | sed -n 's/^ *Candidate: //p')" ge "$2"
}

update_apt() {
    ask_for_root apt-get update
    quietly 'Updating the list of packages' apt-update 'Correct the sources of apt or the network, then try again.' \
        as_root apt-get update
}

# Installs, on the system itself, those of these packages that are missing.
host_packages() {
    local wanted
    has apt-get || die 'This system has no apt.' "Install, then try again: $*"
    mapfile -t wanted < <(missing /var/lib/dpkg "$@")
    ((${#wanted[@]} > 0)) || return 0
    say "Installing with apt: ${wanted[*]}"
    ask_for_root apt-get install "${wanted[@]}"
    installable "${wanted[@]}" || update_apt
    quietly "Installing ${#wanted[@]} packages" apt-install 'Run the same command again: what is installed already stays.' \
        as_root apt-get install -y -q --no-install-recommends -o Dpkg::Use-Pty=0 "${wanted[@]}"
}

# ---- on the system itself, or inside a Debian 13 root --------------------------------------------------------------

system= # native or root

# prepare [PACKAGE...]: afterwards everything that is built and run here has what it needs, and these packages too.
prepare() {
    [[ -n $system ]] || choose_system
    if [[ $system == root ]]; then
        prepare_root "${packages[@]}" "$@"
    elif has apt-get; then
        host_packages "${packages[@]}" "$@"
    else
        require_tools
    fi
}

choose_system() {
    if [[ -n ${COUNTERSIGN_SYSTEM-} ]]; then
        system=$COUNTERSIGN_SYSTEM
    elif ! has apt-get || [[ -z $(missing /var/lib/dpkg "${packages[@]}") ]]; then
        system=native
    elif [[ -d $root ]]; then
        system=root
    else
        installable "${packages[@]}" || ! can_be_root || update_apt
        system=root
        ! candidates_suffice || system=native
    fi
    [[ $system == native || $system == root ]] || die "COUNTERSIGN_SYSTEM is native or root, not $system."
}

candidates_suffice() {
    installable "${packages[@]}" && candidate_reaches qt6-base-dev 6.5 && candidate_reaches libgit2-dev 1.7
}

require_tools() {
    local tool
    for tool in cmake ninja c++ pkg-config git ssh-keygen; do
        has "$tool" || die "$tool is missing." "$(what_to_install)"
    done
}

what_to_install() {
    # shellcheck source=/dev/null
    case $(. /etc/os-release && echo "${ID-} ${ID_LIKE-}") in
    *debian* | *ubuntu*) echo "sudo apt-get install ${packages[*]}" ;;
    *fedora* | *rhel*) echo "sudo dnf install $fedora" ;;
    *arch*) echo "sudo pacman -S --needed $arch" ;;
    *suse*) echo "sudo zypper install $suse" ;;
    *) echo "Needed: $elsewhere" ;;
    esac
}
