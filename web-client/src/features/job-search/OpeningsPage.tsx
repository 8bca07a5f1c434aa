import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { Page } from '../../components/Page';
import { Tabs } from '../../components/parts';
import { StatusChip } from '../../components/StatusChip';
import { EmptyState, ErrorState, Skeleton } from '../../components/states';
import { useSectors } from '../../components/sectors';
import { useListState } from '../../components/useListState';
import { DateText } from '../../components/values';
import { shortDate } from '../../lib/format';
import { openingSources, useOpenings, type Opening } from './api/applications';
import { usePath } from './api/paths';

/** What the person can apply to, in the area of the search, with what was sent there already. */
export function OpeningsPage() {
  const { t } = useTranslation('job-search');
  const { id = '' } = useParams();
  const path = usePath(id);
  const state = useListState({ filters: ['source', 'sector', 'area', 'available'] });
  const sectors = useSectors();
  const source = openingSources.find((one) => one === state.filters.source) ?? 'opportunities';
  const everywhere = state.filters.area === 'all';
  const onlyAvailable = state.filters.available === 'true';
  const sector = source === 'companies' ? state.filters.sector : undefined;
  const query = useOpenings(id, { source, q: state.q || undefined, sector, everywhere, onlyAvailable: source === 'companies' && onlyAvailable });
  return (
    <Page
      title={t('openings.title')}
      subtitle={path.data?.displayName}
      back={{ to: `/job-search/${id}`, label: t('path') }}
      actions={
        <ButtonLink look="fill" icon="plus" to={`/job-search/${id}/apply`}>
          {t('openings.other')}
        </ButtonLink>
      }
    >
      <Tabs label={t('openings.source')} tabs={openingSources.map((key) => ({ key, label: t(`openings.tab.${key}`) }))} current={source} onChange={(key) => state.setFilter('source', key === 'opportunities' ? undefined : key)}>
        <ListBar>
          <SearchBox label={t('openings.search')} value={state.q} onChange={state.setQ} />
          {source === 'companies' && <FilterSelect label={t('sectors')} value={sector} options={sectors.options} onChange={(value) => state.setFilter('sector', value)} />}
          {source === 'companies' && (
            <label className="check-line">
              <input type="checkbox" checked={onlyAvailable} onChange={(event) => state.setFilter('available', event.target.checked ? 'true' : undefined)} /> {t('openings.onlyAvailable')}
            </label>
          )}
          <label className="check-line">
            <input type="checkbox" checked={everywhere} onChange={(event) => state.setFilter('area', event.target.checked ? 'all' : undefined)} /> {t('openings.everywhere')}
          </label>
        </ListBar>
        <FilterChips text={{ name: t('openings.search'), value: state.q, onChange: state.setQ }} onClear={state.clear} chips={[!!sector && { key: 'sector', name: t('sectors'), label: sectors.name(sector), onRemove: () => state.setFilter('sector', undefined) }]} />
        {query.error ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : !query.data ? (
          <Skeleton lines={6} />
        ) : query.data.items.length === 0 ? (
          <EmptyState
            icon="search"
            title={t('openings.none')}
            text={t('openings.noneText')}
            action={!everywhere && <Button onClick={() => state.setFilter('area', 'all')}>{t('openings.everywhere')}</Button>}
          />
        ) : (
          <div className="card0">
            <ul className="rows">
              {query.data.items.map((opening) => (
                <Row key={`${opening.kind}${opening.id}`} pathId={id} opening={opening} open={path.data?.state === 'open'} />
              ))}
            </ul>
          </div>
        )}
        {query.data?.more && <p className="hint">{t('openings.more')}</p>}
      </Tabs>
    </Page>
  );
}

function Row({ pathId, opening, open }: { pathId: string; opening: Opening; open: boolean }) {
  const { t } = useTranslation('job-search');
  const { sent } = opening;
  const name = opening.title ?? opening.employer;
  return (
    <li>
      <div className="grow">
        <b>{name}</b> {opening.doNotContact && <StatusChip tone="warn">{t('openings.doNotContact')}</StatusChip>}
        {opening.kind === 'availability' && <StatusChip tone="ok">{t('openings.offers')}</StatusChip>}
        <div className="hint">
          {[opening.title && opening.employer, opening.place].filter(Boolean).join(' · ')}
          {opening.deadline && (
            <>
              {' · '}
              {t('openings.deadline')} <DateText value={opening.deadline} short />
            </>
          )}
          {!opening.email && !opening.url && ` · ${t('openings.noAddress')}`}
        </div>
        {sent && (
          <div>
            <Link className="lnk" to={`/job-search/applications/${sent.applicationId}`}>
              {t(sent.sameOpening ? 'openings.sentHere' : 'openings.sentToCompany', { date: sent.appliedOn ? shortDate(sent.appliedOn) : t('openings.notYet') })}
            </Link>
          </div>
        )}
      </div>
      {open && !sent?.sameOpening && (
        <ButtonLink small icon="mail" to={`/job-search/${pathId}/apply`} state={{ opening }} aria-label={t('openings.applyTo', { name })}>
          {t('openings.apply')}
        </ButtonLink>
      )}
    </li>
  );
}
