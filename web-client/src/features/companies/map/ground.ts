import L from 'leaflet';
import base from './base.json';

type Line = [number, number][];

/** Letters of the provinces are readable from here on. */
const labelsFrom = 7;

const ground = 'ground-letters';

/** The plain ground that comes with the client: coast, provinces and regions. It asks nobody for anything. */
export function addGround(map: L.Map) {
  const renderer = L.canvas({ padding: 0.3 });
  const still = { interactive: false, renderer } as const;
  L.polygon(base.land as Line[], { ...still, color: '#9fb0c0', weight: 1, fillColor: '#ffffff', fillOpacity: 1 }).addTo(map);
  L.polyline(base.provinces as Line[], { ...still, color: '#d3dbe3', weight: 1 }).addTo(map);
  L.polyline(base.regions as Line[], { ...still, color: '#9fb0c0', weight: 1.5 }).addTo(map);
  // Letters are part of the ground: under the marks, not over their numbers.
  map.createPane(ground).style.zIndex = '450';
  const labels = L.layerGroup(
    (base.labels as [string, number, number][]).map(([code, lat, lon]) => L.marker([lat, lon], { pane: ground, interactive: false, keyboard: false, icon: L.divIcon({ className: 'map-label', html: code, iconSize: [24, 16] }) })),
  );
  const show = () => (map.getZoom() >= labelsFrom ? labels.addTo(map) : labels.remove());
  map.on('zoomend', show);
  show();
}
