# Sourced by ./truce and ./check after jdk.sh. Builds cli/target/truce/lib once, and again when a source is newer.
# $root is the project's directory.

truce_out=$root/cli/target/truce
truce_lock=$root/cli/target/truce.lock

# say SENTENCE: progress, on standard error.
say() {
    printf '%s\n' "$1" >&2
}

# built: whether the build is there and no source is newer. Folders are compared too, so a removed file counts.
built() {
    [ -e "$truce_out/built" ] && [ -d "$truce_out/lib" ] || return 1
    set -- "$root/pom.xml" "$root"/*/pom.xml "$root"/*/src/main "$root/theatres" "$root/messages"
    if [ -e "$root/web/package.json" ]; then
        for source in src public package.json package-lock.json index.html vite.config.ts; do
            [ ! -e "$root/web/$source" ] || set -- "$@" "$root/web/$source"
        done
    fi
    [ -z "$(find "$@" -name generated -prune -o -newer "$truce_out/built" -print -quit 2>/dev/null)" ]
}

need() {
    command -v "$1" >/dev/null 2>&1 && return 0
    say "no-$1: $1: building Truce needs $1 and there is none on the path: install it (Debian: apt install $2)."
    return 1
}

# lock: one build at a time. The lock of a process that is gone is taken over.
lock() {
    mkdir -p "$root/cli/target" || return 1
    told=
    until mkdir "$truce_lock" 2>/dev/null; do
        owner=$(cat "$truce_lock/pid" 2>/dev/null)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            mv "$truce_lock" "$truce_lock.$$" 2>/dev/null && rm -rf "$truce_lock.$$"
            continue
        fi
        [ -n "$told" ] || say "Another launch is building; waiting for it …"
        told=yes
        sleep 1
    done
    echo $$ > "$truce_lock/pid"
    trap 'rm -rf "$truce_lock"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
}

unlock() {
    rm -rf "$truce_lock"
    trap - EXIT INT TERM HUP
}

# maven ARGUMENTS...: Maven on JDK 25, everything it prints on standard error.
maven() {
    MAVEN_OPTS="${MAVEN_OPTS:-} --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow" \
        mvn -B -ntp -Dstyle.color=never -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -f "$root/pom.xml" "$@" >&2
}

# commit: of the sources, with -dirty where they were changed since; unknown outside a checkout.
commit() {
    git -C "$root" describe --always --dirty --abbrev=12 2>/dev/null || echo unknown
}

# build: assembles the class path beside the old one and exchanges the two, so that a running server keeps its jars.
build() {
    need mvn maven || return 1
    [ ! -e "$root/web/package.json" ] || need npm npm || return 1
    lock || return 1
    if built; then
        unlock
        return 0
    fi
    say "Building Truce (once; a minute or two, longer where libraries are fetched first) …"
    mkdir -p "$truce_out" && rm -rf "$root/cli/target/assembly" && : > "$truce_out/started" \
        && maven -pl cli -am package -Dtruce.commit="$(commit)" -DskipTests -Dspotless.check.skip=true -Dspotless.apply.skip=true \
        && rm -rf "$truce_out/lib.old" \
        && { [ ! -d "$truce_out/lib" ] || mv "$truce_out/lib" "$truce_out/lib.old"; } \
        && cp -Rp "$root/cli/target/assembly" "$truce_out/lib" \
        && rm -f "$truce_out/truce.aot" "$truce_out/truce.aot.key" \
        && mv "$truce_out/started" "$truce_out/built" \
        || {
            unlock
            say "build-failed: $root: the build failed; what went wrong stands above. Try: mvn -f '$root/pom.xml' package -DskipTests"
            return 1
        }
    rm -rf "$truce_out/lib.old"
    unlock
}

# class_path: every jar, sorted, so that the AOT cache sees the same class path each time.
class_path() {
    (
        LC_ALL=C
        set -- "$truce_out"/lib/*.jar
        IFS=:
        printf '%s' "$*"
    )
}
