# Sourced by the scripts that start a server. A script runs in the foreground and ends with its caller: when its standard
# input is closed, by whatever death the caller died, or on a signal. Nothing of the server's process group stays behind.

die() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# claim DIRECTORY: makes it, and refuses to share it with another server that runs from it.
claim() {
  mkdir -p "$1"
  exec 9>"$1/lock"
  flock -n 9 || die "$1 is in use by another server; give a directory of its own"
}

free() {
  if (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; then die "port $1 is taken"; fi
}

# Runs in a trap, where a failing command must not end the work.
stop() {
  set +e
  trap - EXIT
  [ -z "${watcher:-}" ] || kill "$watcher" 2>/dev/null
  [ -n "${server:-}" ] || return
  kill -TERM -- "-$server" 2>/dev/null
  for _ in $(seq 100); do
    kill -0 -- "-$server" 2>/dev/null || return
    sleep 0.1
  done
  kill -KILL -- "-$server" 2>/dev/null
}

# foreground COMMAND...: runs the server in a process group of its own until it ends or the caller leaves.
foreground() {
  trap stop EXIT
  trap 'exit 143' TERM INT HUP
  exec 3<&0
  setsid "$@" </dev/null 3<&- &
  server=$!
  (cat <&3 >/dev/null; kill -TERM -- "-$server") 9>&- &
  watcher=$!
  wait "$server"
}
