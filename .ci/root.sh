# shellcheck shell=bash disable=SC2154
# SPDX-FileCopyrightText: 2026 Countersign contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# Part of ./dev: the Debian 13 root in the cache folder, how it is made and entered.

# ---- making the root -----------------------------------------------------------------------------------------------

prepare_root() {
    [[ -d $root ]] || one_at_a_time make_root
    [[ -n $entry ]] || choose_entry
    [[ -z $(missing "$root/var/lib/dpkg" "$@") ]] || one_at_a_time install_in_root "$@"
}

# Two first starts at once must not make the same thing twice.
one_at_a_time() {
    local lock
    mkdir -p "$cache"
    exec {lock}>"$cache/lock"
    flock "$lock"
    "$@"
    exec {lock}>&-
}

make_root() {
    [[ ! -d $root ]] || return 0
    say 'This system has no Qt 6.5, KF6 SyntaxHighlighting or libgit2 1.7.'
    say "Making a Debian 13 root in $root, once (2 GB)."
    local needed=(mmdebstrap debian-archive-keyring bubblewrap)
    ((EUID == 0)) || needed+=(uidmap)
    host_packages "${needed[@]}"
    rm -rf --one-file-system "$root.part"
    mkdir -p "$root.part"
    can_bootstrap_unprivileged || ask_for_root mmdebstrap
    quietly 'Unpacking Debian 13' root-make 'Correct the cause (network, full disk?), then run the same command again.' bootstrap
    mv "$root.part" "$root"
}

can_bootstrap_unprivileged() {
    ((EUID != 0)) && has newuidmap && grep -q "^$(id -un):" /etc/subuid && unshare --user --map-root-user --mount true 2>/dev/null
}

# Unpacked as the calling user, so that the folder is the user's own, to enter and to delete.
# The mount namespace keeps what mmdebstrap mounts from outliving it. Nothing may start a service from inside: policy-rc.d.
bootstrap() {
    local line options=() mirror make=(mmdebstrap --mode=root)
    mirror=$(mirror_of_apt)
    if can_bootstrap_unprivileged; then
        make=(env TMPDIR=/var/tmp mmdebstrap --mode=unshare)
    elif as_root unshare --mount true 2>/dev/null; then
        make=(as_root unshare --mount "${make[@]}")
    else
        make=(as_root "${make[@]}")
    fi
    while IFS= read -r line; do
        options+=("--aptopt=$line")
    done < <(proxies_of_apt)
    "${make[@]}" "${options[@]}" --variant=apt --include=fakeroot,ca-certificates \
        --keyring=/usr/share/keyrings/debian-archive-keyring.gpg trixie - ${mirror:+"$mirror"} |
        tar -C "$root.part" --exclude='./dev/*' --numeric-owner -xpf - &&
        printf '#!/bin/sh\nexit 101\n' >"$root.part/usr/sbin/policy-rc.d" &&
        chmod 755 "$root.part/usr/sbin/policy-rc.d"
}

proxies_of_apt() { apt-config dump | grep -E '^Acquire::https?::(.*::)?Proxy ' || true; }

# The Debian mirror that the system uses; nothing if it is the usual one, or if there is none.
mirror_of_apt() {
    # shellcheck disable=SC2016
    apt-get indextargets --format '$(ORIGIN)/$(LABEL) $(REPO_URI)' 'Created-By: Packages' 2>/dev/null |
        sed -n 's|^Debian/Debian \(https\?://.*\)|\1|p' | sed '1!d; s|/$||; \|^http://deb.debian.org/debian$|d'
}

# Goes on where an interrupted run stopped; apt has kept what it had downloaded.
install_in_root() {
    local wanted
    mapfile -t wanted < <(missing "$root/var/lib/dpkg" "$@")
    ((${#wanted[@]} > 0)) || return 0
    [[ $entry != chroot ]] || ask_for_root chroot "$root"
    {
        proxies_of_apt
        printf '%s;\n' 'APT::Install-Recommends "false"' 'APT::Sandbox::User "root"' 'Dpkg::Use-Pty "false"' \
            'DPkg::Options:: "--force-confold"' 'DPkg::Options:: "--force-unsafe-io"'
    } >"$root/etc/apt/apt.conf.d/90countersign"
    quietly "Installing ${#wanted[@]} packages in the Debian 13 root" root-install \
        'Correct the cause (network, full disk?), then run the same command again: it goes on from there.' \
        administer_root sh -ec '
            dpkg --configure -a
            apt-get -q update
            apt-get -y -q --fix-broken install
            apt-get -y -q install "$@"
            apt-get clean' sh "${wanted[@]}"
}

# administer_root COMMAND...: runs as root of the root (a pretended one for an ordinary user).
administer_root() (
    binds=()
    [[ $entry != bwrap || -O $root/var/lib/dpkg/status ]] || entry=chroot # what sudo has written, only sudo can change
    bind_files /etc/resolv.conf /etc/hosts
    # shellcheck disable=SC2030,SC2031
    export PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 HOME=/root
    unset LD_PRELOAD LD_LIBRARY_PATH TMPDIR
    cd /
    case $entry in
    bwrap)
        ((EUID == 0)) || set -- fakeroot "$@"
        FAKEROOTDONTTRYCHOWN=yes enter_bwrap --tmpfs /tmp -- "$@"
        ;;
    chroot) enter_chroot 0:0 0 "$@" ;;
    proot)
        as_root cp -L /etc/resolv.conf "$root/etc/resolv.conf"
        as_root chroot "$root" "$@"
        ;;
    esac
)

# ---- entering the root ---------------------------------------------------------------------------------------------

entry=   # bwrap, chroot, or proot
binds=() # source, place inside, source, place inside, ...

# bwrap needs user namespaces, or root on a mount point of its own (not in a chroot); chroot needs root that may
# mount (not in most containers); proot needs nothing, and is slow.
choose_entry() {
    if [[ -n ${COUNTERSIGN_ENTRY-} ]]; then
        entry=$COUNTERSIGN_ENTRY
    elif bwrap --bind "$root" / --dev-bind /dev /dev --proc /proc true 2>/dev/null; then
        entry=bwrap
    elif can_be_root && "${administrator[@]}" unshare --mount --propagation unchanged true 2>/dev/null; then
        entry=chroot
    else
        entry=proot
        has proot || host_packages proot
    fi
}

# enter COMMAND...: becomes COMMAND inside, with the caller's files, folder, streams, environment and identity.
enter() {
    if [[ $system == native ]]; then
        export_build_environment
        exec "$@"
    fi
    show_files_of_user "$@"
    export_build_environment
    # shellcheck disable=SC2031
    export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=${LANG:-C.UTF-8} TZ=${TZ-$(time_zone)}
    unset LD_PRELOAD LD_LIBRARY_PATH LIBRARY_PATH CPATH QT_PLUGIN_PATH QT_QPA_PLATFORM_PLUGIN_PATH \
        CMAKE_PREFIX_PATH PKG_CONFIG_PATH PYTHONHOME PYTHONPATH PERL5LIB GIT_EXEC_PATH
    case $entry in
    bwrap) enter_bwrap --bind-try /sys /sys -- "$@" ;;
    chroot) enter_chroot "$(id -u):$(id -g)" "$(id -G | tr ' ' ,)" "$@" ;;
    proot) enter_proot "$@" ;;
    *) die 'COUNTERSIGN_ENTRY is bwrap, chroot or proot.' ;;
    esac
}

time_zone() { readlink -f /etc/localtime | sed -n 's|.*/zoneinfo/||p'; }

inside() { (enter "$@"); }

export_build_environment() {
    export CCACHE_DIR=${CCACHE_DIR:-$cache/ccache}
    if [[ $system == root ]] || has ccache; then
        export CMAKE_CXX_COMPILER_LAUNCHER=${CMAKE_CXX_COMPILER_LAUNCHER-ccache}
    fi
}

# enter_bwrap [OPTION...] -- COMMAND...
enter_bwrap() {
    local options=() i
    while [[ $1 != -- ]]; do
        options+=("$1")
        shift
    done
    shift
    for ((i = 0; i < ${#binds[@]}; i += 2)); do
        options+=(--bind "${binds[i]}" "${binds[i + 1]}")
    done
    exec bwrap --die-with-parent --bind "$root" / --dev-bind /dev /dev --proc /proc "${options[@]}" --chdir "$PWD" -- "$@"
}

# enter_chroot UID:GID GROUPS COMMAND...; the environment goes through a file, because sudo drops it.
enter_chroot() {
    local user=$1 groups=$2 environment
    shift 2
    environment=$(mktemp "$cache/environment.XXXXXX")
    env -0 >"$environment"
    exec "${administrator[@]}" unshare --mount --propagation unchanged \
        bash "$self" change-root "$environment" "$root" "$user" "$groups" "$PWD" "${#binds[@]}" "${binds[@]}" "$@"
}

# The root half of enter_chroot, in a mount namespace of its own. The new root is mounted over /proc: /proc alone is
# sure to be a mount point, and so can be made private; any other mount might come out of the namespace.
change_root() {
    local environment=$1 tree=$2 user=$3 groups=$4 folder=$5 count=$6 new=/proc variable
    shift 6
    mountpoint -q /proc || mount -t proc proc /proc
    mount --make-private /proc
    mount --bind "$tree" "$new"
    mount -t proc proc "$new/proc"
    mount --rbind /dev "$new/dev"
    [[ ! -d /sys/class ]] || mount --rbind /sys "$new/sys"
    while ((count > 0)); do
        make_mount_point "$1" "$new$2"
        mount --rbind "$1" "$new$2"
        shift 2
        count=$((count - 2))
    done
    while IFS= read -r -d '' variable; do
        [[ ! $variable =~ ^[A-Za-z_][A-Za-z_0-9]*= ]] || export "${variable?}"
    done <"$environment"
    rm "$environment"
    # shellcheck disable=SC2016
    exec chroot --userspec="$user" --groups="$groups" "$new" /bin/sh -c 'cd "$1" && shift && exec "$@"' sh "$folder" "$@"
}

make_mount_point() {
    if [[ -d $1 ]]; then
        mkdir -p "$2"
    elif [[ ! -e $2 ]]; then
        mkdir -p "${2%/*}"
        : >"$2"
    fi
}

enter_proot() {
    local options=() i
    for ((i = 0; i < ${#binds[@]}; i += 2)); do
        options+=(-b "${binds[i]}:${binds[i + 1]}")
    done
    exec proot -r "$root" -b /dev -b /proc -b /sys "${options[@]}" -w "$PWD" "$@"
}

# ---- what of the system is seen inside -----------------------------------------------------------------------------

show_files_of_user() {
    # shellcheck disable=SC2031
    local path home=$HOME
    binds=()
    for path in /*; do
        [[ ! -d $path ]] || is_of_system "$path" || bind "$path"
    done
    bind_files /etc/resolv.conf /etc/hosts /etc/passwd /etc/group /etc/gitconfig /etc/machine-id /usr/lib/locale/locale-archive
    for path in /run/user /run/media /run/dbus /var/* "$cache" "$source_dir" "$PWD" "$home" "${SSH_AUTH_SOCK-}" \
        "${XAUTHORITY-}" "${TMPDIR-}" "${GIT_DIR-}" "${GIT_CONFIG_GLOBAL-}"; do
        [[ ! -e $path ]] || show "$path"
    done
    for path in "$@"; do
        [[ $path != -*=* ]] || path=${path#*=}
        [[ $path == -* || ! $path == */* && ! -e $path ]] || show "$(readlink -m -- "$path")"
    done
}

bind() { binds+=("$(readlink -f -- "$1")" "$1"); }

bind_files() {
    local path
    for path in "$@"; do
        [[ ! -e $path ]] || bind "$path"
    done
}

is_of_system() {
    case $1/ in
    /bin/* | /boot/* | /dev/* | /etc/* | /lib/* | /lib32/* | /lib64/* | /libx32/* | /proc/* | /run/* | /sbin/* | /snap/* | /sys/* | /usr/* | /var/* | /lost+found/*) ;;
    *) return 1 ;;
    esac
}

# A file or folder among those of the system is seen inside unless the root has its own there. Of one that is still
# to be written, the folder.
show() {
    local path=$1
    is_of_system "$path" || return 0
    until [[ -e $path ]]; do
        path=${path%/*}
    done
    ! is_free_in_root "$path" || bind "$path"
}

# Empty ones are mount points that an earlier start has left.
is_free_in_root() {
    local inside=$root$1 entries
    if [[ -L $inside ]]; then
        return 1
    elif [[ -d $inside ]]; then
        entries=("$inside"/*)
        ((${#entries[@]} == 0))
    else
        [[ ! -s $inside ]]
    fi
}
