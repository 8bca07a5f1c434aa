import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useService } from '../../../api/service';
import { Page } from '../../../components/Page';
import { ErrorState } from '../../../components/states';
import { useCompanyMap, type Cluster, type Place } from '../api/map';
import { CompanyFilters, useCompanyFilters } from '../list/filters';
import { ClusterMap, keyOf } from './ClusterMap';
import { PlaceCompanies } from './PlaceCompanies';
import { Places } from './Places';

/** Where the companies are: the map with its list beside it, and the same filters as the list of companies. */
export function MapPage() {
  const { t } = useTranslation('companies');
  const { state, query } = useCompanyFilters();
  const service = useService();
  const [zoom, setZoom] = useState<number>();
  const [cluster, setCluster] = useState<Cluster>();
  const [place, setPlace] = useState<Place>();
  const map = useCompanyMap({ ...query, sort: undefined }, zoom);
  const clusters = map.data?.clusters ?? [];
  const choose = (chosen: Cluster | undefined) => {
    setCluster(chosen && chosen.placeCount > 1 ? chosen : undefined);
    setPlace(chosen?.placeCount === 1 ? chosen.places[0] : undefined);
  };
  return (
    <Page title={t('map.title')} count={map.data?.total} width="wide">
      <CompanyFilters state={state} />
      {map.error && <ErrorState error={map.error} onRetry={() => void map.refetch()} />}
      <div className="map-with-list">
        {service.isPending ? (
          <div className="map-frame" />
        ) : (
          <ClusterMap
            clusters={clusters}
            chosen={place ? place.municipality : cluster && keyOf(cluster)}
            onChoose={choose}
            onZoom={setZoom}
            tiles={service.data?.mapTiles ? { address: service.data.mapTiles, attribution: service.data.mapAttribution ?? '' } : undefined}
          />
        )}
        <section className="card0 map-list" aria-label={t('map.list')}>
          {place ? (
            <PlaceCompanies place={place} query={query} onBack={() => setPlace(undefined)} />
          ) : (
            <Places
              places={cluster ? cluster.places : clusters.flatMap((one) => one.places)}
              isPart={cluster !== undefined}
              isPending={map.isPending}
              withoutPlace={map.data?.withoutPlace ?? 0}
              onChoose={setPlace}
              onAll={() => choose(undefined)}
            />
          )}
        </section>
      </div>
    </Page>
  );
}
