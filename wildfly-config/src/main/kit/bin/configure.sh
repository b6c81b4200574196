#!/bin/sh
# Applies the scripts of cli/ to a stock WildFly 39.0.1. Can be run again: it starts over from the stock configuration.
# Your own changes belong into cli/custom/*.cli, applied last.
set -eu

server=${1:-${JBOSS_HOME:-}}
if [ -z "$server" ] || [ ! -f "$server/jboss-modules.jar" ]; then
    echo "Usage : $0 <dossier de WildFly 39.0.1>" >&2
    exit 2
fi
server=$(cd "$server" && pwd)
kit=$(cd "$(dirname "$0")/.." && pwd)
configuration=$server/standalone/configuration

if [ -f "$configuration/standalone.stock.xml" ]; then
    cp "$configuration/standalone.stock.xml" "$configuration/standalone.xml"
    rm -rf "$server/modules/org/postgresql" "$server/modules/org/eclipse/persistence"
else
    cp "$configuration/standalone.xml" "$configuration/standalone.stock.xml"
fi

all=$(mktemp)
trap 'rm -f "$all"' EXIT
{
    echo "set kit=$kit"
    echo "set server=$server"
    echo "embed-server --server-config=standalone.xml --std-out=discard"
    cat "$kit"/cli/*.cli
    for custom in "$kit"/cli/custom/*.cli; do
        if [ -f "$custom" ]; then cat "$custom"; fi
    done
    echo "stop-embedded-server"
} > "$all"

if ! JBOSS_HOME=$server "$server/bin/jboss-cli.sh" --echo-command --file="$all" > "$kit/configure.log" 2>&1; then
    tail -n 8 "$kit/configure.log" >&2
    echo "La configuration a échoué : voir $kit/configure.log" >&2
    exit 1
fi
echo "WildFly est configuré pour Tiers : $server"
