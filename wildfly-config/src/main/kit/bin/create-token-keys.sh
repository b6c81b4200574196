#!/bin/sh
# Makes the key pair of the access tokens and prints the lines for tiers.properties.
kit=$(cd "$(dirname "$0")/.." && pwd)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$kit/admin:$kit/lib/*" fr.tiers.admin.CreateTokenKeys "$@"
