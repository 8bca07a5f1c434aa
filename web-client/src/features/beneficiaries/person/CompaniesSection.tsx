import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { Button, ButtonLink } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import { useSectors } from '../../../components/sectors';
import { Notice } from '../../../components/parts';
import { StatusChip } from '../../../components/StatusChip';
import { EmptyState, Loaded } from '../../../components/states';
import { number } from '../../../lib/format';
import { useCompanyMatches, type CompanyMatch } from '../api/other-modules';
import type { Person } from '../api/person';
import { useWorkProfile } from '../api/work-profile';
import { Excluded, Reasons } from './MatchParts';

const few = 8;
const many = 50;

/** Companies that could take the person, each with every reason for its place; below, those that are excluded and why. Only functional criteria are sent. */
export function CompaniesSection({ person, caseId }: { person: Person; caseId: string }) {
  const { t } = useTranslation('beneficiaries');
  const [onlyAvailableNow, setOnlyAvailableNow] = useState(false);
  const [maxKm, setMaxKm] = useState(30);
  const [kind, setKind] = useState<'extracurricular' | 'socialInclusion'>('extracurricular');
  const [limit, setLimit] = useState(few);
  const sectors = useSectors();
  const profile = useWorkProfile(caseId);
  const query = useCompanyMatches(profile.data?.isBarred ? undefined : profile.data?.criteria, { onlyAvailableNow, maxKm, kind, limit });
  const wish = person.wishedSectors.map(sectors.name).join(', ');

  return (
    <div id="companies">
      <SectionCard title={t('companies.title')} note={person.domicileName ? t('companies.note', { sectors: wish || t('companies.anySector'), place: person.domicileName }) : undefined}>
        {profile.data?.isBarred ? (
          <Notice tone="warn" title={t('companies.barred')}>
            {t('companies.barredText')}
          </Notice>
        ) : !person.domicileMunicipality ? (
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
              <div className="filter-select">
                <label className="visually-hidden" htmlFor="match-kind">
                  {t('companies.kindLabel')}
                </label>
                <select id="match-kind" value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
                  <option value="extracurricular">{t('companies.kind.extracurricular')}</option>
                  <option value="socialInclusion">{t('companies.kind.socialInclusion')}</option>
                </select>
              </div>
            </div>
            <Loaded query={query} lines={5}>
              {({ items, excluded, excludedCount, examined }) => (
                <>
                  {items.length === 0 ? (
                    <EmptyState icon="search" title={t('companies.none')} text={t('companies.noneText')} />
                  ) : (
                    <ol className="rows">
                      {items.map((match) => (
                        <Match key={match.id} match={match} caseId={caseId} />
                      ))}
                    </ol>
                  )}
                  <p className="hint">{t('companies.examined', { count: examined })}</p>
                  {limit === few && items.length === few && (
                    <Button look="quiet" onClick={() => setLimit(many)}>
                      {t('companies.more')}
                    </Button>
                  )}
                  <Excluded
                    items={excluded}
                    count={excludedCount}
                    title={t('companies.excluded', { count: excludedCount })}
                    head={(company) => (
                      <>
                        <Link className="lnk" to={`/companies/${company.id}`}>
                          {company.name}
                        </Link>{' '}
                        <span className="hint">{[company.municipalityName, kilometres(company.distanceKm, t)].filter(Boolean).join(' · ')}</span>
                      </>
                    )}
                  />
                </>
              )}
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
        <StatusChip tone="blue">{t('companies.score', { points: number(match.score), most: number(match.mostPoints) })}</StatusChip>{' '}
        {match.placesLeft > 0 && <StatusChip tone="ok">{t('companies.places', { count: match.placesLeft })}</StatusChip>}
        <div className="hint">{[match.opening?.duties, sectors.name(match.sector), match.municipalityName, kilometres(match.distanceKm, t)].filter(Boolean).join(' · ')}</div>
        <Reasons reasons={match.reasons} />
      </div>
      {mayPropose && (
        <ButtonLink small to={`/internships/new?caseId=${caseId}&companyId=${match.id}`} aria-label={t('companies.proposeAt', { name: match.name })}>
          {t('companies.propose')}
        </ButtonLink>
      )}
    </li>
  );
}

function kilometres(km: number | null | undefined, t: ReturnType<typeof useTranslation<'beneficiaries'>>['t']) {
  return km !== null && km !== undefined && t('companies.km', { km: number(km) });
}
