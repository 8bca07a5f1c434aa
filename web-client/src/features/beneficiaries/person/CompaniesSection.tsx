import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { ButtonLink } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import { useSectors } from '../../../components/sectors';
import { StatusChip } from '../../../components/StatusChip';
import { EmptyState, Loaded } from '../../../components/states';
import { number } from '../../../lib/format';
import { useCompanyMatches, type CompanyMatch } from '../api/other-modules';
import type { Person } from '../api/person';

/** Companies that could take the person, each with every reason for its place. Only wishes and municipality are sent. */
export function CompaniesSection({ person, caseId }: { person: Person; caseId: string }) {
  const { t } = useTranslation('beneficiaries');
  const [onlyAvailableNow, setOnlyAvailableNow] = useState(false);
  const [maxKm, setMaxKm] = useState(30);
  const sectors = useSectors();
  const query = useCompanyMatches({ sectors: [...person.wishedSectors], municipality: person.domicileMunicipality, onlyAvailableNow, maxKm });
  const wish = person.wishedSectors.map(sectors.name).join(', ');

  return (
    <div id="companies">
      <SectionCard title={t('companies.title')} note={person.domicileName ? t('companies.note', { sectors: wish || t('companies.anySector'), place: person.domicileName }) : undefined}>
        {!person.domicileMunicipality ? (
          <EmptyState icon="map-marker" title={t('companies.noPlace')} text={t('companies.noPlaceText')} action={<ButtonLink to={`/beneficiaries/${person.id}/edit`}>{t('companies.addWishes')}</ButtonLink>} />
        ) : (
          <>
            <div className="list-bar">
              <label className="check-line">
                <input type="checkbox" checked={onlyAvailableNow} onChange={(event) => setOnlyAvailableNow(event.target.checked)} /> {t('companies.onlyNow')}
              </label>
              <div className="filter-select">
                <label className="visually-hidden" htmlFor="max-km">
                  {t('companies.distance')}
                </label>
                <select id="max-km" value={maxKm} onChange={(event) => setMaxKm(Number(event.target.value))}>
                  {[10, 20, 30, 60].map((km) => (
                    <option key={km} value={km}>
                      {t('companies.within', { km })}
                    </option>
                  ))}
                </select>
              </div>
            </div>
            <Loaded query={query} lines={5}>
              {({ items }) =>
                items.length === 0 ? (
                  <EmptyState icon="search" title={t('companies.none')} text={t('companies.noneText')} />
                ) : (
                  <ol className="rows">
                    {items.map((match) => (
                      <Match key={match.id} match={match} caseId={caseId} />
                    ))}
                  </ol>
                )
              }
            </Loaded>
          </>
        )}
      </SectionCard>
    </div>
  );
}

function Match({ match, caseId }: { match: CompanyMatch; caseId: string }) {
  const { t } = useTranslation('beneficiaries');
  const mayPropose = useRight('internships:write');
  const sectors = useSectors();
  return (
    <li>
      <div>
        <Link className="lnk" to={`/companies/${match.id}`}>
          {match.name}
        </Link>{' '}
        {match.placesLeft > 0 && <StatusChip tone="ok">{t('companies.places', { count: match.placesLeft })}</StatusChip>}
        <div className="hint">
          {[sectors.name(match.sector), match.municipalityName, match.distanceKm !== null && match.distanceKm !== undefined && t('companies.km', { km: number(match.distanceKm) })].filter(Boolean).join(' · ')}
        </div>
        <ul className="reasons">
          {match.reasons.map((reason) => (
            <li key={reason.code} className={reason.points > 0 ? 'good' : undefined}>
              {reason.text}
            </li>
          ))}
        </ul>
      </div>
      {mayPropose && (
        <ButtonLink small to={`/internships/new?caseId=${caseId}&companyId=${match.id}`} aria-label={t('companies.proposeAt', { name: match.name })}>
          {t('companies.propose')}
        </ButtonLink>
      )}
    </li>
  );
}
