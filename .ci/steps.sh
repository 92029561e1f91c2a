# Sourced by .ci/run and .ci/matrix: goes into a clean clone, and runs and counts steps there.
set -uo pipefail
clone=$(mktemp -d)
trap 'rm -rf "$clone"' EXIT
git clone --quiet "$(dirname "${BASH_SOURCE[0]}")/.." "$clone" || exit 1
cd "$clone" || exit 1

passed=0
failed=()
step() {
  local title=$1
  shift
  printf '\n=== %s\n' "$title"
  local started=$SECONDS
  local result=ok
  if "$@"; then
    passed=$((passed + 1))
  else
    failed+=("$title")
    result=FAILED
  fi
  local seconds=$((SECONDS - started))
  printf -- '--- %s: %s, %s s\n' "$title" $result $seconds
  [ -n "${MATRIX_ROWS:-}" ] || return 0
  local problem=
  [ $result = ok ] || problem=',"problem":"failed"'
  printf '{"matrix":"step","name":"%s","note":"%s s"%s}\n' "$title" $seconds "$problem" >>"$MATRIX_ROWS"
}

finish() {
  printf '\n%s passed, %s failed, %s s\n' "$passed" "${#failed[@]}" "$SECONDS"
  [ "${#failed[@]}" -eq 0 ] || { printf 'FAILED: %s\n' "${failed[@]}"; return 1; }
}

install_redis() {
  command -v redis-server >/dev/null && return
  # The package would start a service on the default port.
  apt-get update -qq && RUNLEVEL=1 apt-get install -y -qq --no-install-recommends redis-server >/dev/null
}

install_chromium() {
  [ -x "${CHROMIUM_PATH:-/usr/bin/chromium}" ] && return
  apt-get update -qq && apt-get install -y -qq chromium fonts-noto-core fonts-noto-cjk fonts-noto-color-emoji >/dev/null
}
