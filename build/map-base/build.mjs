// Makes web-client/src/features/companies/map/base.json: the plain ground of the map, so that it works without anybody's tiles.
// The coast is Natural Earth's (public domain, 1:10m, packaged on npm as world-atlas); the lines between provinces are drawn where the nearest municipality
// (modules/Shared/Reference/Data/municipalities.csv) changes province: good for finding one's way, not a boundary of law.
// Usage: node build/map-base/build.mjs   (Node 20 or newer; installs its source into a temporary folder)
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { borders } from './borders.mjs';
import { landOf } from './land.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const data = join(here, '../../modules/Shared/Reference/Data');
const target = join(here, '../../web-client/src/features/companies/map/base.json');
const work = mkdtempSync(join(tmpdir(), 'map-base-'));

try {
  copyFileSync(join(here, 'package.json'), join(work, 'package.json'));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });
  const atlas = createRequire(join(work, 'package.json'))('world-atlas/countries-10m.json');

  const regionOf = new Map(rows('provinces.csv').map(([code, , , region]) => [code, region]));
  const places = rows('municipalities.csv')
    .filter((row) => row[0] && row[6] && !row[8])
    .map((row) => ({ province: row[2], region: regionOf.get(row[2]), lat: Number(row[6]), lon: Number(row[7]), people: Number(row[5] || 0) }));
  const land = landOf(atlas, ['Italy', 'San Marino', 'Vatican']);
  const base = { land: land.map(rounded), ...borders(land, places), labels: labels(places) };
  writeFileSync(target, JSON.stringify(base) + '\n');
  console.log(`${land.length} coasts, ${base.provinces.length} province lines, ${base.regions.length} region lines, ${base.labels.length} labels`);
} finally {
  rmSync(work, { recursive: true, force: true });
}

function rows(name) {
  return readFileSync(join(data, name), 'utf8').trim().split('\n').slice(1).map((line) => line.split('|'));
}

/** Each province's letters in the middle of its municipalities. */
function labels(places) {
  const byProvince = Map.groupBy ? Map.groupBy(places, (place) => place.province) : group(places);
  return [...byProvince].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, all]) => [code, mean(all, 'lat'), mean(all, 'lon')]);
}

function group(places) {
  const groups = new Map();
  for (const place of places) groups.set(place.province, [...(groups.get(place.province) ?? []), place]);
  return groups;
}

function mean(all, key) {
  return Number((all.reduce((sum, place) => sum + place[key], 0) / all.length).toFixed(3));
}

function rounded(line) {
  return line.map(([lat, lon]) => [Number(lat.toFixed(3)), Number(lon.toFixed(3))]);
}
