#!/usr/bin/env bash
# journeys.sh [BROWSER,... [SERVER,...]]
#
# Approves, denies and mistypes in every BROWSER (chrome,firefox,htmlunit) on every SERVER (embedded,spring,oidc-provider,
# keycloak), with nothing but username and password, and prints where each way ended and how long it took. The pictures of
# each stand below conformance/target/known-servers/journeys.
set -euo pipefail
cd "$(dirname "$0")/../../../.."
status=0
mvn -q -pl conformance -am test -Dtest=Journeys -Dsurefire.failIfNoSpecifiedTests=false \
  "-Djourneys.browsers=${1:-chrome,firefox,htmlunit}" "-Djourneys.servers=${2:-embedded,spring,oidc-provider,keycloak}" \
  || status=$?
cat conformance/target/known-servers/journeys/journeys.md
exit "$status"
