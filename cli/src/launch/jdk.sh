# Sourced by ./truce and ./check. Finds a JDK of feature version 25 without starting Java:
# the version stands in the file "release" of every JDK.

truce_jdk_searched=

# is_jdk_25 HOME: whether HOME holds a JDK 25 with a compiler.
is_jdk_25() {
    [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS= read -r line; do
        case $line in
            'JAVA_VERSION="25"'* | 'JAVA_VERSION="25.'* | 'JAVA_VERSION="25-'* | 'JAVA_VERSION="25+'*) return 0 ;;
            JAVA_VERSION=*) return 1 ;;
        esac
    done < "$1/release"
    return 1
}

# try_jdks LABEL HOME...: sets JAVA_HOME to the first that is a JDK 25.
try_jdks() {
    truce_jdk_searched="$truce_jdk_searched${truce_jdk_searched:+, }$1"
    shift
    for home do
        if is_jdk_25 "$home"; then
            JAVA_HOME=$home
            export JAVA_HOME
            return 0
        fi
    done
    return 1
}

# java_on_path: the home of the java on the path, links followed.
java_on_path() {
    java=$(command -v java 2>/dev/null) || return 0
    java=$(readlink -f "$java" 2>/dev/null) || return 0
    printf '%s\n' "${java%/bin/java}"
}

# find_jdk: exports JAVA_HOME, or says in one sentence where it looked and what to install.
find_jdk() {
    try_jdks TRUCE_JAVA_HOME "${TRUCE_JAVA_HOME:-}" && return 0
    try_jdks JAVA_HOME "${JAVA_HOME:-}" && return 0
    try_jdks "java on the path" "$(java_on_path)" && return 0
    try_jdks /usr/lib/jvm /usr/lib/jvm/* && return 0
    try_jdks /usr/java /usr/java/* && return 0
    try_jdks /opt /opt/java/* /opt/jdk* && return 0
    try_jdks sdkman "${SDKMAN_DIR:-${HOME:-/nowhere}/.sdkman}"/candidates/java/* && return 0
    try_jdks ~/.jdks "${HOME:-/nowhere}"/.jdks/* && return 0
    try_jdks jenv "${HOME:-/nowhere}"/.jenv/versions/* && return 0
    try_jdks asdf "${ASDF_DATA_DIR:-${HOME:-/nowhere}/.asdf}"/installs/java/* && return 0
    try_jdks mise "${MISE_DATA_DIR:-${HOME:-/nowhere}/.local/share/mise}"/installs/java/* && return 0
    try_jdks /Library/Java /Library/Java/JavaVirtualMachines/*/Contents/Home && return 0
    printf '%s\n' "no-jdk: java: Truce needs a JDK 25 and found none in $truce_jdk_searched: install one (Debian: apt install openjdk-25-jdk-headless; elsewhere: https://adoptium.net/temurin/releases/?version=25) or set TRUCE_JAVA_HOME to its directory." >&2
    return 1
}
