# shellcheck shell=bash
# Sets riffdesk up beside the checkout: sourced by packaging/run and packaging/test, in bash.
#
#   set_up base    what the program needs
#   set_up dev     and what the tests need
#
# Python packages go into .venv at the versions of packaging/constraints.txt; system libraries come
# from apt where there is apt. Done once, it only compares checksums: the stamp is written last, so
# that an interrupted set-up is taken up again. Everything is said on stderr; stdout is the program's.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
venv="$root/.venv"
stamp="$venv/riffdesk-set-up"
declined="$venv/riffdesk-system-declined"

# What Qt's xcb platform and PortAudio load: library, and the Debian package it is in.
libraries="
libportaudio.so.2         libportaudio2
libEGL.so.1               libegl1
libGL.so.1                libgl1
libdbus-1.so.3            libdbus-1-3
libfontconfig.so.1        libfontconfig1
libglib-2.0.so.0          libglib2.0-0
libX11-xcb.so.1           libx11-xcb1
libxkbcommon-x11.so.0     libxkbcommon-x11-0
libxcb-cursor.so.0        libxcb-cursor0
libxcb-icccm.so.4         libxcb-icccm4
libxcb-image.so.0         libxcb-image0
libxcb-keysyms.so.1       libxcb-keysyms1
libxcb-randr.so.0         libxcb-randr0
libxcb-render-util.so.0   libxcb-render-util0
libxcb-shape.so.0         libxcb-shape0
libxcb-shm.so.0           libxcb-shm0
libxcb-sync.so.1          libxcb-sync1
libxcb-xfixes.so.0        libxcb-xfixes0
libxcb-xinerama.so.0      libxcb-xinerama0
libxcb-xkb.so.1           libxcb-xkb1
"
# What the tests run: command, and the Debian package it is in.
test_commands="
Xvfb        xvfb
xauth       xauth
xdotool     xdotool
aplay       alsa-utils
pulseaudio  pulseaudio
pactl       pulseaudio-utils
sox         sox
"

# Builds of torch, in folders such as cpu, xpu or rocm6.4. RIFFDESK_TORCH names one, or "default" for the usual index.
torch_builds="https://download.pytorch.org/whl"

say() { printf '%s\n' "$*" >&2; }
stop() { say "$@"; exit 1; }

set_up() {
    local extras="$1"
    install_system_packages "$extras"
    local wanted
    wanted="$(checksum)"
    if [ -x "$venv/bin/python" ] && grep -qxE "$wanted (${extras}|dev)" "$stamp" 2>/dev/null; then
        return
    fi
    make_environment
    install_python_packages "$extras"
    printf '%s %s\n' "$wanted" "$extras" >"$stamp"
}

# Of what is to be installed and where: a moved checkout is set up anew.
checksum() {
    { printf '%s\n' "$root"; cat "$root/pyproject.toml" "$root/packaging/constraints.txt"; } | cksum | tr ' ' '-'
}

# Python

make_environment() {
    if "$venv/bin/python" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        return
    fi
    local python
    python="$(find_python)" || stop \
        "riffdesk needs Python 3.11 to 3.14, and there is none here." \
        "On Debian or Ubuntu: sudo apt-get install python3 python3-venv. Elsewhere: your package manager or python.org."
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        local package
        package="$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
        if ! { apt_install "$package" && "$python" -c 'import ensurepip, venv' 2>/dev/null; }; then
            stop "$python cannot make virtual environments: its venv module is missing." \
                "On Debian or Ubuntu: sudo apt-get install $package. Then start this again."
        fi
    fi
    say "Making .venv with $("$python" --version)."
    "$python" -m venv "$venv" >&2 || stop "Could not make $venv; see above for why."
}

find_python() {
    local name
    for name in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python3.14 python; do
        if "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
    return 1
}

install_python_packages() {
    local target="$root"
    [ "$1" = dev ] && target="${root}[dev]"
    install_torch_build "$1"
    local free
    free="$(df -Pk "$venv" | awk 'NR == 2 { print int($4 / 1048576) }')"
    [ "${free:-99}" -ge 10 ] || say "Only $free GB are free here; the packages take about 6 GB, and as much again on the way."
    say "Installing Python packages into .venv. The first time this takes some minutes."
    "$venv/bin/python" -m pip install --disable-pip-version-check \
        -c "$root/packaging/constraints.txt" -e "$target" >&2 || stop \
        "The Python packages could not be installed; see above for why. Start this again to go on where it stopped."
    say "Python packages are ready."
}

# Install torch from a folder of its own index, before the rest finds it there; without that, the usual one comes.
install_torch_build() {
    local build packages=(torch)
    build="$(torch_build)"
    [ "$build" != default ] || return 0
    [ "$1" = dev ] && packages+=(torchaudio) # which the tests compare with, and which loads with its own build only
    say "Installing torch for $build."
    "$venv/bin/python" -m pip install --disable-pip-version-check --retries 1 --timeout 15 --no-deps \
        --index-url "$torch_builds/$build" -c "$root/packaging/constraints.txt" "${packages[@]}" >&2 ||
        say "It could not be had from $torch_builds/$build; the usual torch is taken, which is over 2 GB."
}

# The usual torch for Linux brings CUDA along, 2 GB that only NVIDIA's cards use.
torch_build() {
    if [ -n "${RIFFDESK_TORCH:-}" ]; then
        printf '%s' "$RIFFDESK_TORCH"
    elif [ "$(uname -s)" = Linux ] && [ "$(uname -m)" = x86_64 ] && ! has_nvidia_card; then
        printf 'cpu'
    else
        printf 'default'
    fi
}

# Whether there is a card under a root, whose driver may still be missing; /dev/dxg is Windows' card in WSL.
has_nvidia_card() {
    local root="${1:-}" device
    [ ! -e "$root/proc/driver/nvidia" ] && [ ! -e "$root/dev/dxg" ] || return 0
    for device in "$root"/sys/bus/pci/devices/*; do
        if grep -qs 0x10de "$device/vendor" && grep -qs '^0x03' "$device/class"; then
            return 0
        fi
    done
    return 1
}

# The system

install_system_packages() {
    [ "$(uname -s)" = Linux ] || return 0 # elsewhere the Python packages bring their own libraries
    local missing
    missing="$(missing_packages "$1")"
    [ -n "$missing" ] || return 0
    # Asked for once and not to be had: say so, but do not make every start wait for it.
    if [ "$1" != dev ] && [ "$(cat "$declined" 2>/dev/null)" = "$missing" ]; then
        say "Still missing on this system: $missing (riffdesk doctor tells more)."
        return 0
    fi
    # shellcheck disable=SC2086  # one word for each package
    if ! apt_install $missing; then
        say_by_hand "$missing"
        mkdir -p "$venv"
        printf '%s\n' "$missing" >"$declined"
    fi
}

missing_packages() {
    local path="$PATH:/usr/sbin:/sbin" loadable name package missing=""
    if loadable="$(PATH="$path" ldconfig -p 2>/dev/null)"; then
        while read -r name package; do
            [ -z "$name" ] || [[ "$loadable" == *"$name "* ]] || missing+=" $package"
        done <<<"$libraries"
        # PortAudio speaks ALSA; this plugin takes it to a desktop's sound server.
        compgen -G '/usr/lib*/*/alsa-lib/libasound_module_pcm_pulse.so' >/dev/null ||
            compgen -G '/usr/lib*/alsa-lib/libasound_module_pcm_pulse.so' >/dev/null || missing+=" libasound2-plugins"
    fi
    if [ "$1" = dev ]; then
        while read -r name package; do
            [ -z "$name" ] || PATH="$path" command -v "$name" >/dev/null || missing+=" $package"
        done <<<"$test_commands"
    fi
    printf '%s' "${missing# }"
}

apt_install() {
    command -v apt-get >/dev/null || return 1
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || return 1
        as_root=(sudo)
        # Nobody is there to type a password into a pipe.
        [ -t 0 ] && [ -t 2 ] || as_root=(sudo -n)
    fi
    say "Installing with apt: $*"
    local log package status=0
    local install=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y
        -o DPkg::Lock::Timeout=120 -o Dpkg::Use-Pty=0 install --no-install-recommends)
    log="$(mktemp)"
    "${as_root[@]}" apt-get -q -o DPkg::Lock::Timeout=120 update >"$log" 2>&1 || say "apt's package lists could not all be renewed; trying with what there is."
    if ! "${install[@]}" "$@" >"$log" 2>&1; then
        # One name that this release does not know must not keep the others out.
        for package in "$@"; do
            "${install[@]}" "$package" >"$log" 2>&1 || { tail -n 2 "$log" >&2; status=1; }
        done
    fi
    rm -f "$log"
    return "$status"
}

say_by_hand() {
    say ""
    say "Some system packages are missing and could not be installed from here:"
    say "  Debian, Ubuntu:  sudo apt-get install $1"
    say "  Fedora:          sudo dnf install portaudio alsa-plugins-pulseaudio mesa-libEGL mesa-libGL libxkbcommon-x11" \
        "xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil"
    say "  Arch:            sudo pacman -S portaudio alsa-plugins libxkbcommon-x11" \
        "xcb-util-cursor xcb-util-wm xcb-util-image xcb-util-keysyms xcb-util-renderutil"
    say "riffdesk goes on without; the window or the sound may not start until they are there."
    say ""
}
