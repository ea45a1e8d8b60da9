#!/bin/sh
# Builds the site into target/classes/static, unless nothing changed since it was built last.
set -eu
cd "$(dirname "$0")/.."
built=target/site.built
if [ -e "$built" ] && [ -e target/classes/static/index.html ] \
    && [ -z "$(find src build ../messages index.html package-lock.json vite.config.ts -newer "$built" -type f -not -path 'src/map/generated/*' | head -n 1)" ]; then
    exit 0
fi
[ -e node_modules/.package-lock.json ] && [ ! package-lock.json -nt node_modules/.package-lock.json ] \
    || npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2
npm run --silent build >&2
touch "$built"
