import { boxed, inside } from './land.mjs';

const step = 0.02; // degrees of a square of the raster: about 2 km
const origin = { lat: 35, lon: 6 };
const size = { lat: Math.round(12.5 / step), lon: Math.round(13 / step) };

/** The lines between provinces and between regions, by the nearest municipality of each square of land. */
export function borders(land, places) {
  const rings = boxed(land);
  const near = nearest(places);
  const squares = Array.from({ length: size.lat }, (_, y) =>
    Array.from({ length: size.lon }, (_, x) => {
      const [lat, lon] = [origin.lat + (y + 0.5) * step, origin.lon + (x + 0.5) * step];
      return inside(rings, lat, lon) ? near(lat, lon) : null;
    }),
  );
  const lines = (differ) => chains(edges(squares, differ)).map(smoothed).filter((line) => line.length > 2);
  return {
    provinces: lines((a, b) => a.province !== b.province && a.region === b.region),
    regions: lines((a, b) => a.region !== b.region),
  };
}

function nearest(places) {
  const buckets = new Map();
  const key = (lat, lon) => `${Math.floor(lat * 5)} ${Math.floor(lon * 5)}`;
  for (const place of places) {
    const at = key(place.lat, place.lon);
    if (!buckets.has(at)) buckets.set(at, []);
    buckets.get(at).push(place);
  }
  return (lat, lon) => {
    for (let reach = 1; reach < 6; reach++) {
      let [best, least] = [null, Infinity];
      for (let dy = -reach; dy <= reach; dy++)
        for (let dx = -reach; dx <= reach; dx++)
          for (const place of buckets.get(key(lat + dy / 5, lon + dx / 5)) ?? []) {
            const distance = (place.lat - lat) ** 2 + ((place.lon - lon) * Math.cos((lat * Math.PI) / 180)) ** 2;
            if (distance < least) [best, least] = [place, distance];
          }
      if (best) return best;
    }
    return null;
  };
}

/** Sides of squares between two that differ, as pairs of raster corners. */
function edges(squares, differ) {
  const found = [];
  for (let y = 0; y < size.lat; y++)
    for (let x = 0; x < size.lon; x++) {
      const here = squares[y][x];
      if (!here) continue;
      const [right, above] = [squares[y][x + 1], squares[y + 1]?.[x]];
      if (right && differ(here, right)) found.push([`${x + 1},${y}`, `${x + 1},${y + 1}`]);
      if (above && differ(here, above)) found.push([`${x},${y + 1}`, `${x + 1},${y + 1}`]);
    }
  return found;
}

/** Sides joined into lines that run from one meeting point to the next. */
function chains(sides) {
  const at = new Map();
  for (const side of sides) for (const end of side) at.set(end, [...(at.get(end) ?? []), side]);
  const used = new Set();
  const walk = (side, from) => {
    const line = [from];
    for (let [current, end] = [side, from]; current && !used.has(current); ) {
      used.add(current);
      end = current[0] === end ? current[1] : current[0];
      line.push(end);
      const next = at.get(end);
      current = next.length === 2 ? next.find((other) => !used.has(other)) : undefined;
    }
    return line;
  };
  const lines = [];
  for (const [corner, meeting] of at) if (meeting.length !== 2) for (const side of meeting) if (!used.has(side)) lines.push(walk(side, corner));
  for (const side of sides) if (!used.has(side)) lines.push(walk(side, side[0]));
  return lines.map((line) => line.map((corner) => corner.split(',').map(Number)).map(([x, y]) => [origin.lat + y * step, origin.lon + x * step]));
}

/** Without the stairs of the raster: every few corners only, then rounded twice (Chaikin), ends kept. */
function smoothed(line) {
  let points = line.filter((_, index) => index === 0 || index === line.length - 1 || index % 4 === 2);
  for (let round = 0; round < 2; round++) {
    const next = [points[0]];
    for (let i = 0; i < points.length - 1; i++) {
      const [a, b] = [points[i], points[i + 1]];
      next.push([a[0] * 0.75 + b[0] * 0.25, a[1] * 0.75 + b[1] * 0.25], [a[0] * 0.25 + b[0] * 0.75, a[1] * 0.25 + b[1] * 0.75]);
    }
    points = [...next, points.at(-1)];
  }
  return points.map(([lat, lon]) => [Number(lat.toFixed(3)), Number(lon.toFixed(3))]);
}
