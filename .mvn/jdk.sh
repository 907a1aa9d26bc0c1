# Sourced by ./mvnw, ./run and ./test: makes JAVA_HOME point at a JDK >= $MIN (Maven plugins run inside Maven's own JVM, so toolchains are not enough).
MIN=${MIN_JDK:-25}
jdk_major() { # prints the major version of the JDK in $1, or nothing
  [ -x "$1/bin/javac" ] || return 1
  if [ -r "$1/release" ]; then v=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release"); else v=$("$1/bin/java" -version 2>&1 | sed -n '1s/.*"\([^"]*\)".*/\1/p'); fi
  v=${v#1.}; v=${v%%[!0-9]*}; [ -n "$v" ] && echo "$v"
}
jdk_ok() { m=$(jdk_major "$1") && [ "$m" -ge "$MIN" ]; }
if ! { [ -n "$JAVA_HOME" ] && jdk_ok "$JAVA_HOME"; }; then
  best=; bestv=0
  path_java=$(command -v javac 2>/dev/null || true); [ -n "$path_java" ] && path_java=$(dirname "$(dirname "$(readlink -f "$path_java" 2>/dev/null || echo "$path_java")")")
  mac=$([ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v "$MIN+" 2>/dev/null || true)
  for d in "$path_java" "$mac" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home "$PROJECT_JDK"; do
    [ -n "$d" ] && [ -d "$d" ] && m=$(jdk_major "$d") && [ "$m" -ge "$MIN" ] && [ "$m" -gt "$bestv" ] && { best=$d; bestv=$m; }
  done
  if [ -z "$best" ]; then echo "Startex needs a JDK $MIN or newer (JAVA_HOME=${JAVA_HOME:-unset}, none found in the usual places). Install one, e.g. Temurin 25, or set JAVA_HOME." >&2; exit 1; fi
  JAVA_HOME=$best
fi
export JAVA_HOME; PATH="$JAVA_HOME/bin:$PATH"; export PATH
