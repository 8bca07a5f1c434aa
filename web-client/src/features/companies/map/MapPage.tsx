import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useService } from '../../../api/service';
import { Page } from '../../../components/Page';
import { ErrorState } from '../../../components/states';
import { useCompanyMap, useMapSites, type Cluster, type Place, type PlacedSite } from '../api/map';
import { CompanyFilters, useCompanyFilters } from '../list/filters';
import { ClusterMap, keyOf } from './ClusterMap';
import { PlaceCompanies } from './PlaceCompanies';
import { Places } from './Places';

const none: PlacedSite[] = [];

/** Where the companies are: the map with its list beside it, and the same filters as the list of companies. */
export function MapPage() {
  const { t } = useTranslation('companies');
  const { state, query } = useCompanyFilters();
  const navigate = useNavigate();
  const service = useService();
  const [zoom, setZoom] = useState<number>();
  const [cluster, setCluster] = useState<Cluster>();
  const [place, setPlace] = useState<Place>();
  const map = useCompanyMap({ ...query, sort: undefined }, zoom);
  const sites = useMapSites({ ...query, sort: undefined }, place?.municipality);
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
            sites={place ? (sites.data?.items ?? none) : none}
            onOpen={(site) => void navigate(`/companies/${site.companyId}`)}
            chosen={place ? place.municipality : cluster && keyOf(cluster)}
            onChoose={choose}
            onZoom={setZoom}
            tiles={service.data?.mapTiles ? { address: service.data.mapTiles, attribution: service.data.mapAttribution ?? '' } : undefined}
          />
        )}
        <section className="card0 map-list" aria-label={t('map.list')}>
          {place ? (
            <>
              <PlaceCompanies place={place} query={query} onBack={() => setPlace(undefined)} />
              {sites.data?.hasMore && <p className="hint map-note">{t('map.sitesMore', { count: sites.data.items.length })}</p>}
            </>
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
