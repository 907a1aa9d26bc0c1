#!/bin/sh
# Checks the types of frontend/ and runs its unit tests (*.test.ts). The compiler lives in target/, so the sources stay free of Node's files.
set -eu
tools=target/node-tools
lit=$(sed -n '/<artifactId>lit<\/artifactId>/{n;s/.*<version>\(.*\)<\/version>.*/\1/p;}' pom.xml)
wanted="typescript@5.9.3 @types/node@22 lit@$lit"
if [ "$(cat "$tools/installed" 2>/dev/null)" != "$wanted" ]; then
  rm -rf "$tools"
  mkdir -p "$tools"
  # shellcheck disable=SC2086
  npm install --prefix "$tools" --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error $wanted >&2
  echo "$wanted" >"$tools/installed"
fi

cat >"$tools/tsconfig.json" <<EOF
{
  "extends": "../../frontend/tsconfig.json",
  "compilerOptions": {
    "paths": { "*": ["../target/node-tools/node_modules/*"] },
    "typeRoots": ["node_modules/@types"],
    "types": ["node"]
  },
  "include": ["../../frontend/**/*.ts"]
}
EOF
"$tools/node_modules/.bin/tsc" -p "$tools/tsconfig.json"

tests=$(find frontend -name '*.test.ts')
if [ -z "$tests" ]; then
  echo "frontend/ has no *.test.ts: something is wrong." >&2
  exit 1
fi
# The build unpacks esbuild: alone, it has to be there already; beside a build, it may come within so many seconds.
esbuild=target/node_modules/.esbuild/bin/esbuild
waited=0
while [ ! -x "$esbuild" ] && [ "$waited" -lt "${ESBUILD_MAY_COME:-0}" ]; do
  sleep 1
  waited=$((waited + 1))
done

out=target/frontend-tests
rm -rf "$out"
mkdir -p "$out"
# shellcheck disable=SC2086
NODE_PATH=target/node_modules "$esbuild" $tests --bundle --format=esm --platform=node --target=node20 \
  --outdir="$out" --outbase=frontend --out-extension:.js=.mjs --sourcemap=inline --log-level=warning
node --enable-source-maps --test --test-reporter=dot $(find "$out" -name '*.test.mjs')
