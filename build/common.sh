# Shared by the scripts of this folder: where things are, what must be there, how progress is told.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
web="$root/web-client"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

say() { printf '\033[1m› %s\033[0m\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

require_tools() {
  command -v dotnet >/dev/null || fail "Manca il .NET SDK 10: installarlo da https://dotnet.microsoft.com e riprovare."
  command -v node >/dev/null && command -v npm >/dev/null || fail "Manca Node.js 20.19 o più nuovo: installarlo da https://nodejs.org e riprovare."
}

# Installs the web client's packages when they are missing or the lock file changed.
install_web() {
  if [ ! -f "$web/node_modules/.package-lock.json" ] || [ "$web/package-lock.json" -nt "$web/node_modules/.package-lock.json" ]; then
    say "Installo le librerie del client web"
    (cd "$web" && npm ci --no-audit --no-fund --loglevel=error)
    touch "$web/node_modules/.package-lock.json"
  fi
}

# Builds the web client when a source is newer than what was built.
build_web() {
  install_web
  if [ ! -f "$web/dist/index.html" ] || [ -n "$(find "$web/src" "$web/index.html" "$web/public" "$web/package-lock.json" "$web/vite.config.ts" -newer "$web/dist/index.html" -print -quit 2>/dev/null)" ]; then
    say "Costruisco il client web"
    (cd "$web" && npm run --silent build)
  fi
}

api_dll() { echo "$root/artifacts/bin/InclusionPlatform.Api/release/InclusionPlatform.Api.dll"; }

# Builds the API when a source is newer than what was built.
build_api() {
  local dll; dll=$(api_dll)
  if [ ! -f "$dll" ] || [ -n "$(find "$root/api" "$root/modules" "$root/demo" "$root/Directory.Packages.props" "$root/Directory.Build.props" \
      \( -name '*.cs' -o -name '*.csproj' -o -name '*.sql' -o -name '*.props' -o -name '*.csv' -o -name 'appsettings*.json' \) -newer "$dll" -print -quit)" ]; then
    say "Costruisco la piattaforma"
    dotnet build "$root/api" -c Release -v quiet --nologo -p:OpenApiGenerateDocumentsOnBuild=false -clp:ErrorsOnly || fail "La costruzione non è riuscita: gli errori sono qui sopra."
    touch "$dll"
  fi
}

port_in_use() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
