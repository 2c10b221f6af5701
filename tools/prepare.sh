# Shared by ./run, ./test and ./samstyre, which source it with $root set to the checkout.
# Bash 3.2 (macOS) must do.

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# No compiler or build process stays behind and holds on to our output.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
app="$root/src/Samstyre.App/bin/Release/net10.0/samstyre.dll"
built="$root/.tools/built"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

need_dotnet() {
    command -v dotnet >/dev/null || fail "The .NET 10 SDK is missing: get it from https://dotnet.microsoft.com/download/dotnet/10.0 and try again."
    dotnet --list-sdks 2>/dev/null | grep -q '^10\.' ||
        fail "The .NET 10 SDK is missing (this machine has another version): get it from https://dotnet.microsoft.com/download/dotnet/10.0 and try again."
    # NuGet wants a home that it can write to, also where the user has none.
    if [ ! -d "${HOME:-/nonexistent}" ] || [ ! -w "$HOME" ]; then
        mkdir -p "$root/.tools/home"
        export HOME="$root/.tools/home"
    fi
}

need_node() {
    local version
    command -v node >/dev/null || fail "Node.js 20 or newer is missing: get it from https://nodejs.org and try again."
    version=$(node --version)
    version=${version#v}
    [ "${version%%.*}" -ge 20 ] || fail "Node.js 20 or newer is needed, this machine has $version: get a newer one from https://nodejs.org and try again."
    command -v npm >/dev/null || fail "npm is missing: it comes with Node.js from https://nodejs.org, or from your system's package npm; install it and try again."
}

# npm_install FOLDER: what package-lock.json says, once per lock file. No scripts of packages are run.
npm_install() {
    cmp -s "$1/package-lock.json" "$1/node_modules/.installed" && return
    need_node
    say "Fetching npm packages for ${1#"$root"/} ..."
    local log="$root/.tools/npm.log"
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) >"$log" 2>&1 || {
        tail -n 20 "$log" >&2
        fail "npm could not fetch the packages for ${1#"$root"/}: check the network and the npm registry, then try again."
    }
    cp "$1/package-lock.json" "$1/node_modules/.installed"
}

fetch_postgres() {
    [ -z "${SAMSTYRE_DB:-}" ] || [ "${1:-}" = always ] || return 0
    local to="$root/.tools/postgres"
    cmp -s "$root/tools/postgres/package-lock.json" "$to/node_modules/.installed" && return
    mkdir -p "$to"
    cp "$root/tools/postgres/package.json" "$root/tools/postgres/package-lock.json" "$to/"
    npm_install "$to"
}

build_assets() {
    [ -f "$root/assets/package.json" ] || return 0
    npm_install "$root/assets"
    local stamp="$root/.tools/assets-built"
    [ -f "$stamp" ] && [ -z "$(newer "$stamp" "$root/assets")" ] && [ -d "$root/src/Samstyre.App/wwwroot/dist" ] && return
    need_node
    say "Building styles and scripts ..."
    touch "$stamp.new"
    (cd "$root/assets" && npm run --silent build) >&2 || fail "The styles and scripts in assets/ could not be built: the lines above say why."
    mv "$stamp.new" "$stamp"
}

# newer STAMP PLACE...: the first source file or folder (a folder changes when a file goes) that is newer than the stamp.
newer() {
    local stamp=$1
    shift
    find "$@" \( -name bin -o -name obj -o -name node_modules -o -name dist \) -prune -o -newer "$stamp" -print 2>/dev/null | head -n 1
}

is_built() {
    [ -f "$app" ] && [ -f "$built" ] &&
        [ -z "$(newer "$built" "$root/src" "$root/examples" "$root/assets" "$root"/Directory.*.props "$root/global.json")" ]
}

# Whoever asks first builds; the others wait.
build_app() {
    is_built && return
    need_dotnet
    lock_build
    if ! is_built; then
        fetch_postgres
        build_assets
        say "Building ..."
        local project
        for project in "$root"/src/*/*.csproj; do mkdir -p "${project%/*}/bin" "${project%/*}/obj"; done
        touch "$built.new"
        dotnet build "$root/src/Samstyre.App" -c Release -v quiet -p:UseSharedCompilation=false >"$root/.tools/build.log" 2>&1 </dev/null || {
            grep -E 'error|warning' "$root/.tools/build.log" | sort -u | head -n 20 >&2
            fail "The build failed: the whole log is in .tools/build.log."
        }
        mv "$built.new" "$built"
    fi
    unlock_build
}

lock_build() {
    mkdir -p "$root/.tools"
    build_lock="$root/.tools/build.lock"
    local holder nameless=0
    until mkdir "$build_lock" 2>/dev/null; do
        # A builder that was killed leaves its lock; its number tells.
        holder=$(cat "$build_lock/pid" 2>/dev/null || true)
        [ -n "$holder" ] || nameless=$((nameless + 1))
        if [ "$nameless" -gt 25 ] || { [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; }; then rm -rf "$build_lock"; else sleep 0.2; fi
    done
    echo $$ >"$build_lock/pid"
    trap 'rm -rf "$build_lock"' EXIT
}

unlock_build() {
    rm -rf "$build_lock"
    trap - EXIT
}
