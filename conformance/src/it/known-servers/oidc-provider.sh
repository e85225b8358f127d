#!/usr/bin/env bash
# oidc-provider.sh PORT DIRECTORY
#
# Runs oidc-provider on 127.0.0.1:PORT, installed below DIRECTORY, with its records in memory, until standard input is closed.
# Needs Node.js 20 or newer with npm. From the environment:
#   SERVER_VERSION   of oidc-provider, or "latest"
#   SERVER_STORE     memory (its own, with a bound), map (without a bound) or slow (like map, each access takes a few milliseconds)
#   SERVER_LIFETIME  of device codes in seconds
#   SERVER_JWKS      public keys of the client tv-jwt, as a JWK set
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/foreground.sh"

[ $# -eq 2 ] || die "usage: oidc-provider.sh PORT DIRECTORY"
port=$1 directory=$2
version=${SERVER_VERSION:-9.13.3}
installed=node_modules/oidc-provider/package.json

command -v npm >/dev/null || die "npm is not on the PATH; install Node.js 20 or newer with npm"
claim "$directory"
free "$port"
cp "$here"/oidc-provider/*.mjs "$directory"
cd "$directory"
if [ "$version" = latest ] || ! grep -qs "\"version\": \"$version\"" "$installed"; then
  npm install --prefix . --no-save --no-audit --no-fund --loglevel=error "oidc-provider@$version" >&2 ||
    die "npm could not install oidc-provider $version"
fi
sed -n 's/^ *"version": "\(.*\)".*/\1/p' "$installed" >version
export PORT=$port STORE=${SERVER_STORE:-memory} LIFETIME=${SERVER_LIFETIME:-600} JWKS=${SERVER_JWKS:-'{"keys":[]}'}
foreground node server.mjs
