import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { EmptyState, Skeleton } from '../../../components/states';
import { number } from '../../../lib/format';
import type { Place } from '../api/map';

interface PlacesProps {
  places: Place[];
  /** Only those of one mark. */
  isPart: boolean;
  isPending: boolean;
  withoutPlace: number;
  onChoose: (place: Place) => void;
  onAll: () => void;
}

/** The municipalities of the map in words: what the marks show, for whoever does not see or point at them. */
export function Places({ places, isPart, isPending, withoutPlace, onChoose, onAll }: PlacesProps) {
  const { t } = useTranslation('companies');
  if (isPending) return <Skeleton lines={8} />;
  const sorted = [...places].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name));
  return (
    <>
      <header className="map-list-head">
        <h2>{t('map.places', { count: sorted.length })}</h2>
        {isPart && (
          <Button look="plain" small icon="arrow-left" onClick={onAll}>
            {t('map.allPlaces')}
          </Button>
        )}
      </header>
      {sorted.length === 0 && <EmptyState icon="map-marker" title={t('map.nothing')} text={t('map.nothingText')} />}
      <ul>
        {sorted.map((place) => (
          <li key={place.municipality}>
            <button type="button" className="item" onClick={() => onChoose(place)}>
              <span className="a">
                {place.name} ({place.province})
              </span>
              <span className="c">{t('map.count', { count: place.count, n: number(place.count) })}</span>
            </button>
          </li>
        ))}
      </ul>
      {!isPart && withoutPlace > 0 && <p className="hint map-note">{t('map.withoutPlace', { count: withoutPlace, n: number(withoutPlace) })}</p>}
    </>
  );
}
