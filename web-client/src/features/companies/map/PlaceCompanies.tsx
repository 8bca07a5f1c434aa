import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import type { QueryOf } from '../../../api/types';
import { Button } from '../../../components/Button';
import { ListFoot } from '../../../components/ListFoot';
import { ErrorState, Skeleton } from '../../../components/states';
import { useSectors } from '../../../components/sectors';
import { useList } from '../../../components/useList';
import { listCompanies } from '../api/companies';
import { companyKeys } from '../api/keys';
import type { Place } from '../api/map';
import { AvailabilityChip } from '../AvailabilityChip';

/** The companies of one municipality, beside the map. */
export function PlaceCompanies({ place, query, onBack }: { place: Place; query: QueryOf<'listCompanies'>; onBack: () => void }) {
  const { t } = useTranslation('companies');
  const sectors = useSectors();
  const here = { ...query, municipality: place.municipality };
  const list = useList({ queryKey: companyKeys.list(here), page: ({ signal, ...at }) => listCompanies({ ...here, ...at }, signal) });
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), [place.municipality]);
  const search = new URLSearchParams(Object.entries(here).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
  return (
    <>
      <header className="map-list-head">
        <Button look="plain" small icon="arrow-left" onClick={onBack}>
          {t('map.allPlaces')}
        </Button>
        <h2 ref={title} tabIndex={-1}>
          {place.name} ({place.province})
        </h2>
        <Link className="lnk" to={{ pathname: '/companies', search: search.toString() }}>
          {t('map.openList')}
        </Link>
      </header>
      {list.isPending && <Skeleton lines={6} />}
      <ul>
        {list.rows.map((company) => (
          <li key={company.id}>
            <Link className="item" to={`/companies/${company.id}`}>
              <span className="a">{company.name}</span>
              <span className="c">
                <AvailabilityChip row={company} />
              </span>
              <span className="b">{sectors.name(company.sector)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {list.error ? <ErrorState error={list.error} onRetry={list.refetch} /> : <ListFoot list={list} />}
    </>
  );
}
