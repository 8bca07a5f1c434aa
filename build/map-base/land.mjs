/** The outlines of countries of a TopoJSON atlas, as rings of [lat, lon]. */
export function landOf(atlas, names) {
  const { scale, translate } = atlas.transform;
  const arcs = atlas.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [y * scale[1] + translate[1], x * scale[0] + translate[0]];
    });
  });
  const arc = (index) => (index >= 0 ? arcs[index] : [...arcs[~index]].reverse());
  const ring = (indexes) => indexes.flatMap((index, at) => (at === 0 ? arc(index) : arc(index).slice(1)));
  const found = atlas.objects.countries.geometries.filter((country) => names.includes(country.properties.name));
  // Holes are other countries inside, which are asked for too: only outer rings.
  return found.flatMap((country) => (country.type === 'Polygon' ? [country.arcs] : country.arcs).map((polygon) => ring(polygon[0])));
}

/** Whether a point is inside any of the rings. */
export function inside(rings, lat, lon) {
  return rings.some(({ box, ring }) => {
    if (lat < box[0] || lat > box[1] || lon < box[2] || lon > box[3]) return false;
    let odd = false;
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [a, b] = [ring[i], ring[j]];
      if (a[0] > lat !== b[0] > lat && lon < ((b[1] - a[1]) * (lat - a[0])) / (b[0] - a[0]) + a[1]) odd = !odd;
    }
    return odd;
  });
}

export function boxed(rings) {
  return rings.map((ring) => {
    const [lats, lons] = [ring.map((point) => point[0]), ring.map((point) => point[1])];
    return { ring, box: [Math.min(...lats), Math.max(...lats), Math.min(...lons), Math.max(...lons)] };
  });
}
