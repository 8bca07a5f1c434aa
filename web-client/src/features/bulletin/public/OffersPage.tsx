import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../../components/filters';
import { EmptyState, ErrorState, Skeleton } from '../../../components/states';
import { useListState } from '../../../components/useListState';
import { longDate } from '../../../lib/format';
import { opportunityKinds } from '../api/opportunities';
import { useOffers } from '../api/public';
import { PublicPage } from '../../../components/PublicPage';

export function OffersPage() {
  const { t } = useTranslation('bulletin');
  const state = useListState({ filters: ['kind', 'municipality'] as const });
  const list = useOffers(state.query as never);
  const kind = opportunityKinds.find((one) => one === state.filters.kind);
  const { municipality } = state.filters;
  return (
    <PublicPage title={t('public.offers')} lead={t('public.offersLead')}>
      <ListBar>
        <SearchBox label={t('public.search')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('field.kind')} value={state.filters.kind} onChange={(value) => state.setFilter('kind', value)} options={opportunityKinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        <SearchBox label={t('field.municipality')} value={state.filters.municipality ?? ''} onChange={(value) => state.setFilter('municipality', value || undefined)} />
      </ListBar>
      <FilterChips
        text={{ name: t('public.search'), value: state.q, onChange: state.setQ }}
        onClear={state.clear}
        chips={[
          kind && { key: 'kind', name: t('field.kind'), label: t(`kind.${kind}`), onRemove: () => state.setFilter('kind', undefined) },
          !!municipality && { key: 'municipality', name: t('field.municipality'), label: municipality, onRemove: () => state.setFilter('municipality', undefined) },
        ]}
      />
      {list.error ? <ErrorState error={list.error} onRetry={list.refetch} /> : null}
      {list.isPending && !list.error ? <Skeleton lines={8} /> : null}
      <p role="status">{list.total !== undefined && list.total > 0 ? t('public.count', { count: list.total }) : ''}</p>
      {!list.isPending && !list.error && list.rows.length === 0 && (
        <EmptyState icon="search" title={t(state.isFiltered ? 'public.notFound' : 'public.none')} text={t('public.noneText')} action={state.isFiltered ? <Button onClick={state.clear}>{t('public.all')}</Button> : undefined} />
      )}
      <ul className="offers">
        {list.rows.map((offer) => (
          <li key={offer.id}>
            <h2>
              <Link to={`/offers/${offer.id}`}>{offer.title}</Link>
            </h2>
            <div>{[offer.organiser, offer.municipality].filter(Boolean).join(', ')}</div>
            <div className="muted">{[t(`kind.${offer.kind}`), offer.contractType, offer.deadline ? t('public.until', { day: longDate(offer.deadline) }) : null].filter(Boolean).join(' · ')}</div>
          </li>
        ))}
      </ul>
      {list.hasMore && <Button busy={list.isLoadingMore} onClick={list.loadMore}>{t('public.more')}</Button>}
      <p>
        <Link to="/bulletin/archive">{t('public.getBulletin')}</Link>
      </p>
    </PublicPage>
  );
}
