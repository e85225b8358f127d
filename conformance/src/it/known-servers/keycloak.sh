#!/usr/bin/env bash
# keycloak.sh PORT DIRECTORY
#
# Runs Keycloak on 127.0.0.1:PORT, unpacked below DIRECTORY, with its database in memory, until standard input is closed.
# Needs a JDK and Maven. From the environment:
#   SERVER_VERSION   of Keycloak, or "latest" (the newest release that Maven finds)
#   SERVER_REALMS    "NAME:LIFETIME:INTERVAL ...", lifetime and interval of device codes in seconds
#   SERVER_JWKS      public keys of the client tv-jwt, as a JWK set
#   MVN              the Maven command, if it is not on the PATH
#   MAVEN_REPOSITORY its local repository, if it is not the usual one
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/foreground.sh"

[ $# -eq 2 ] || die "usage: keycloak.sh PORT DIRECTORY"
port=$1 directory=$2
version=${SERVER_VERSION:-26.7.3}
realms=${SERVER_REALMS:-"device:600:5 short:20:2 fast:600:1 zero:600:0"}
jwks=${SERVER_JWKS:-'{"keys":[]}'}
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
published=$repository/org/keycloak/keycloak-quarkus-dist
java=${JAVA_HOME:+$JAVA_HOME/bin/}

download() {
  "${MVN:-mvn}" -q -B "-Dmaven.repo.local=$repository" dependency:get -Dtransitive=false \
    "-Dartifact=org.keycloak:keycloak-quarkus-dist:$1:zip" >&2 || die "Maven found no Keycloak $1"
}

newest() {
  download RELEASE
  sed -n 's/.*<release>\(.*\)<\/release>.*/\1/p' "$published"/maven-metadata-*.xml | sort -V | tail -1
}

unpack() {
  local zip=$published/$version/keycloak-quarkus-dist-$version.zip
  [ -f "$zip" ] || download "$version"
  rm -rf "$directory/unpacking"
  mkdir -p "$directory/unpacking"
  (cd "$directory/unpacking" && "${java}jar" xf "$zip")
  mv "$directory/unpacking/keycloak-$version" "$home"
}

# One file for each realm, from the template.
write_realms() {
  local realm name lifetime interval
  rm -rf "$home/data"
  mkdir -p "$home/data/import"
  for realm in $realms; do
    IFS=: read -r name lifetime interval <<<"$realm"
    sed -e "s/@NAME@/$name/" -e "s/\"@LIFETIME@\"/$lifetime/" -e "s/\"@INTERVAL@\"/$interval/" \
      -e "s|@JWKS@|${jwks//\"/\\\\\\\"}|" "$here/keycloak/realm.json" >"$home/data/import/$name-realm.json"
  done
}

claim "$directory"
free "$port"
[ "$version" != latest ] || version=$(newest)
home=$directory/keycloak-$version
[ -d "$home" ] || unpack
write_realms
echo "$version" >"$directory/version"
# In development mode: an optimised build would take longer than it saves for a server that is thrown away.
export JAVA_OPTS_KC_HEAP="-Xms256m -Xmx512m"
# Pages are cached as in production, where the development mode would make each of them anew.
foreground bash "$home/bin/kc.sh" start-dev --spi-theme--cache-themes=true --spi-theme--cache-templates=true \
  --spi-theme--static-max-age=2592000 --db=dev-mem --import-realm --log-console-color=false \
  --http-host=127.0.0.1 "--http-port=$port" "--hostname=http://127.0.0.1:$port"
