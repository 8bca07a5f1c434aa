import { useEffect, useRef } from 'react';
import L from 'leaflet';
import { useTranslation } from 'react-i18next';
import { number } from '../../../lib/format';
import type { Cluster, PlacedSite } from '../api/map';
import { addGround } from './ground';

const italy = L.latLngBounds([36.4, 6.6], [47.1, 18.6]);

interface ClusterMapProps {
  clusters: Cluster[];
  chosen: string | undefined;
  /** Sites of the chosen municipality that stand where somebody placed them. */
  sites: PlacedSite[];
  onOpen: (site: PlacedSite) => void;
  onChoose: (cluster: Cluster) => void;
  onZoom: (zoom: number) => void;
  tiles?: { address: string; attribution: string };
}

/** The map itself. Each mark says its place and count; what it opens is the list beside, which says everything in words. */
export function ClusterMap({ clusters, chosen, sites, onOpen, onChoose, onZoom, tiles }: ClusterMapProps) {
  const { t } = useTranslation('companies');
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<L.Map>(null);
  const marks = useRef<L.LayerGroup>(null);
  const pins = useRef<L.LayerGroup>(null);
  const fitted = useRef(false);
  const [labels, address, attribution] = [{ in: t('map.zoomIn'), out: t('map.zoomOut') }, tiles?.address, tiles?.attribution];
  const told = useRef({ onChoose, onZoom, onOpen });
  told.current = { onChoose, onZoom, onOpen };

  useEffect(() => {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const made = L.map(frame.current!, { zoomControl: false, minZoom: 5, maxZoom: address ? 18 : 15, zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm, inertia: !calm });
    made.attributionControl.setPrefix(false);
    L.control.zoom({ zoomInTitle: labels.in, zoomOutTitle: labels.out }).addTo(made);
    if (address) L.tileLayer(address, { attribution, referrerPolicy: 'no-referrer' }).addTo(made);
    else {
      addGround(made);
      made.attributionControl.addAttribution(t('map.attribution'));
    }
    made.fitBounds(italy);
    made.on('zoomend', () => told.current.onZoom(made.getZoom()));
    told.current.onZoom(made.getZoom());
    marks.current = L.layerGroup().addTo(made);
    pins.current = L.layerGroup().addTo(made);
    map.current = made;
    return () => {
      made.remove();
      map.current = null;
      fitted.current = false;
    };
    // Made anew only for another ground or language.
  }, [address, attribution, labels.in, labels.out, t]);

  useEffect(() => {
    const [shown, layer] = [map.current, marks.current];
    if (!shown || !layer) return;
    layer.clearLayers();
    for (const cluster of clusters) {
      const name = markName(cluster, t);
      // Wide enough for its number with separators: five digits and more are as long as a word.
      const size = cluster.count < 10 ? 30 : cluster.count < 100 ? 38 : cluster.count < 1_000 ? 46 : cluster.count < 10_000 ? 54 : 66;
      const mark = L.marker([cluster.latitude, cluster.longitude], {
        icon: L.divIcon({ className: `map-mark${keyOf(cluster) === chosen ? ' on' : ''}`, html: `<span>${number(cluster.count)}</span>`, iconSize: [size, size] }),
        title: name,
        riseOnHover: true,
      });
      const open = () => {
        told.current.onChoose(cluster);
        if (cluster.placeCount > 1) shown.setView([cluster.latitude, cluster.longitude], Math.min(shown.getZoom() + 2, shown.getMaxZoom()));
      };
      opens(mark, layer, name, open);
    }
    if (!fitted.current && clusters.length > 0) {
      fitted.current = true;
      shown.fitBounds(L.latLngBounds(clusters.map((cluster) => [cluster.latitude, cluster.longitude])).pad(0.15), { maxZoom: 10 });
    }
  }, [clusters, chosen, t]);

  useEffect(() => {
    const [shown, layer] = [map.current, pins.current];
    if (!shown || !layer) return;
    layer.clearLayers();
    for (const site of sites) {
      const name = [site.companyName, site.siteName, site.address].filter(Boolean).join(', ');
      const pin = L.marker([site.latitude, site.longitude], { icon: L.divIcon({ className: 'map-pin', html: '<span></span>', iconSize: [24, 24] }), title: name, riseOnHover: true, zIndexOffset: 500 });
      opens(pin, layer, name, () => told.current.onOpen(site));
    }
    if (sites.length > 0) shown.fitBounds(L.latLngBounds(sites.map((site) => [site.latitude, site.longitude])).pad(0.3), { maxZoom: 14 });
  }, [sites]);

  return <div ref={frame} className="map-frame" role="region" aria-label={t('map.frame')} />;
}

/** Puts a mark on the map that says its name and opens by pointer and by keyboard. */
function opens(mark: L.Marker, layer: L.LayerGroup, name: string, open: () => void) {
  mark.on('click', open).addTo(layer);
  mark.getElement()?.setAttribute('aria-label', name);
  mark.getElement()?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    event.stopPropagation();
    open();
  });
}

/** What tells one mark from the others, whatever the zoom. */
export const keyOf = (cluster: Cluster) => cluster.places.map((place) => place.municipality).join();

function markName(cluster: Cluster, t: ReturnType<typeof useTranslation<'companies'>>['t']) {
  const [first] = cluster.places;
  const count = t('map.count', { count: cluster.count, n: number(cluster.count) });
  if (!first) return count;
  const place = `${first.name} (${first.province})`;
  return cluster.placeCount === 1 ? `${place}: ${count}` : t('map.around', { place, count, more: cluster.placeCount - 1 });
}
