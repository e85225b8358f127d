#!/usr/bin/env bash
# spring.sh STORE DIRECTORY
#
# Runs Spring Authorization Server with its store in memory or in a database (memory or jdbc) on a free port of 127.0.0.1 and
# writes DIRECTORY/target.yaml, until standard input is closed. Needs a JDK and Maven. From the environment:
#   CLASS_PATH_FILE  the class path of this module's tests, where a build has compiled them and left it there
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/foreground.sh"

[ $# -eq 2 ] || die "usage: spring.sh memory|jdbc DIRECTORY"
store=$1
mkdir -p "$2"
directory=$(cd "$2" && pwd)
claim "$directory"
module=$(cd "$here/../../.." && pwd)

dependencies=${CLASS_PATH_FILE:-}
if [ ! -s "$dependencies" ]; then
  dependencies=$directory/@conformance
  # Compiles what has changed, and asks Maven for the class path of the tests.
  (cd "$module/.." && "${MVN:-mvn}" -q -B -pl conformance -am test-compile dependency:build-classpath \
    "-Dmdep.outputFile=$directory/@\${project.artifactId}" -Dmdep.includeScope=test) >&2 ||
    die "Maven could not compile the server"
fi
classpath=$module/target/test-classes:$module/target/classes:$(cat "$dependencies")

# The server itself watches standard input.
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx512m -cp "$classpath" org.devicegrant.conformance.servers.spring.Main "$store" "$directory"
