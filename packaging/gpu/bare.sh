# shellcheck shell=bash
# Finds Python with torch and installs the packages that it lacks for this one run: sourced by packaging/gpu/check and train.
# Sets python (the command) and work (a folder that is removed at the end).

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"

for python in "${PYTHON:-}" "$root/.venv/bin/python" python3; do
    "${python:-false}" -c 'import torch' 2>/dev/null && break
    python=""
done
[ -n "$python" ] || { echo "No Python with torch is here. PYTHON=... names one." >&2; exit 1; }

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export PYTHONPATH="$root:$here" RIFFDESK_HOME="$work/home" HF_HUB_OFFLINE=1 PYTHONUNBUFFERED=1
if compgen -G "$here/wheels/*.whl" >/dev/null && ! "$python" -c 'import diffusers, soundfile, soxr' 2>/dev/null; then
    "$python" -m pip install --quiet --no-index --no-deps --no-compile --target "$work/site" "$here"/wheels/*.whl
    export PYTHONPATH="$PYTHONPATH:$work/site"
fi
