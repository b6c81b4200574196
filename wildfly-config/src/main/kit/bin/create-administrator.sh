#!/bin/sh
# Creates the first administrator; the password is asked for, or read from standard input.
kit=$(cd "$(dirname "$0")/.." && pwd)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$kit/admin:$kit/lib/*" fr.tiers.admin.CreateAdministrator "$@"
