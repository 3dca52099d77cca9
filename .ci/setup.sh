# shellcheck shell=bash
# What ./run and ./test share. To be sourced; expects $root, and keeps logs in $state.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export PATH="$PATH:/usr/sbin:/sbin"
state="${BARRIERNODE_STATE:-$root/.barriernode}"
export BARRIERNODE_STATE="$state"

# Messages go to standard error: standard output belongs to the program.
say() { printf '%s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 2
}

need_state_folder() {
  { mkdir -p "$state" 2>/dev/null && [ -w "$state" ]; } ||
    fail "The folder $state cannot be written. Make it writable, or name another one in BARRIERNODE_STATE."
}

need_dotnet() {
  command -v dotnet >/dev/null ||
    fail "The .NET 10 SDK is missing. Install it (https://dotnet.microsoft.com/download/dotnet/10.0) and start again."
  dotnet --list-sdks | grep -q '^10\.' ||
    fail "The .NET SDK here is not version 10 ($(dotnet --list-sdks | cut -d' ' -f1 | tail -n 1)). Install the .NET 10 SDK and start again."
}

# Whether what a Debian package brings is there, from wherever it came.
present() {
  case $1 in
    libmosquitto1) ldconfig -p | grep -q 'libmosquitto\.so\.1 ' ;;
    mosquitto-clients) command -v mosquitto_sub >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

need_packages() {
  local missing=() package
  for package in "$@"; do
    present "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0

  command -v apt-get >/dev/null ||
    fail "Missing: ${missing[*]} (Debian's names). Install them with this system's package manager and start again."
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "Missing: ${missing[*]}. Install them as root (apt-get install ${missing[*]}) and start again."
    as_root=(sudo)
  fi
  say "Installing ${missing[*]} (once) ..."
  install_quietly
  for package in "${missing[@]}"; do
    present "$package" || fail "The package $package is installed, but what it should bring is not found. The log: $state/install.log"
  done
}

install_quietly() {
  # The package mosquitto starts a service of its own on port 1883 as it is installed. Ours is a child of the program, so that one stays off
  # for now; a service that was there before is left alone.
  local masked=no
  if [[ " ${missing[*]} " == *" mosquitto "* ]] && [ -d /run/systemd/system ]; then
    "${as_root[@]}" systemctl --runtime mask mosquitto.service >/dev/null 2>&1 && masked=yes
  fi
  local result=0
  {
    "${as_root[@]}" apt-get update &&
      "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y --no-install-recommends "${missing[@]}"
  } >"$state/install.log" 2>&1 || result=$?
  [ $masked = no ] || "${as_root[@]}" systemctl --runtime unmask mosquitto.service >/dev/null 2>&1
  if [ $result -ne 0 ]; then
    tail -n 5 "$state/install.log" >&2
    fail "Installing ${missing[*]} failed. The log: $state/install.log"
  fi
}
