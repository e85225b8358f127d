#!/usr/bin/env bash
# flake-hunt.sh [RUNS [SERVER,...]]
#
# Runs all checks RUNS times (10) against each SERVER (embedded,spring,keycloak), every second time beside busy loops, and
# prints a table of the verdicts that differ. Fails if one differs for another reason than a machine that was too slow, which
# the verdict says itself. A run takes three to four minutes.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
status=0
mvn -q -pl conformance -am test -Dtest=FlakeHunt -Dsurefire.failIfNoSpecifiedTests=false \
  "-Dflake-hunt.runs=${1:-10}" "-Dflake-hunt.servers=${2:-embedded,spring,keycloak}" || status=$?
cat conformance/target/known-servers/flake-hunt.md
exit "$status"
