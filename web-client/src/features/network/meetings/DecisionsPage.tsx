import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { FilterChips, FilterSelect, ListBar } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { EmptyState, ErrorState, Skeleton } from '../../../components/states';
import { useListState } from '../../../components/useListState';
import { decisionFilters, useDecisions } from '../api/meetings';
import { DecisionRow } from './DecisionRow';

/** The decisions of all tables, those due first; open ones unless asked otherwise. */
export function DecisionsPage() {
  const { t } = useTranslation('network');
  const state = useListState({ filters: ['state', 'mine'] });
  const chosen = decisionFilters.find((one) => one === state.filters.state);
  const mine = state.filters.mine === 'true';
  const list = useDecisions({ state: chosen ?? 'open', mine: mine || undefined });
  return (
    <Page title={t('decisions.title')} count={list.total}>
      <ListBar>
        <FilterSelect label={t('stateLabel')} value={chosen} options={decisionFilters.map((value) => ({ value, label: t(`decisionFilter.${value}`) }))} onChange={(value) => state.setFilter('state', value)} />
        <FilterSelect label={t('decisions.owner')} value={mine ? 'true' : undefined} options={[{ value: 'true', label: t('decisions.mine') }]} onChange={(value) => state.setFilter('mine', value)} />
      </ListBar>
      <FilterChips
        onClear={state.clear}
        chips={[
          chosen && { key: 'state', name: t('stateLabel'), label: t(`decisionFilter.${chosen}`), onRemove: () => state.setFilter('state', undefined) },
          mine && { key: 'mine', name: t('decisions.owner'), label: t('decisions.mine'), onRemove: () => state.setFilter('mine', undefined) },
        ]}
      />
      <div className="card0 padded">
        {list.isPending ? (
          <Skeleton lines={5} />
        ) : list.error && list.rows.length === 0 ? (
          <ErrorState error={list.error} onRetry={list.refetch} />
        ) : list.rows.length === 0 ? (
          <EmptyState icon="check-circle" title={t('decisions.empty')} text={t('decisions.emptyText')} />
        ) : (
          <ul className="rows">
            {list.rows.map((decision) => (
              <DecisionRow key={decision.id} decision={decision} where />
            ))}
          </ul>
        )}
        {list.hasMore && (
          <div className="load-more">
            <Button look="quiet" busy={list.isLoadingMore} onClick={list.loadMore}>
              {t('decisions.more')}
            </Button>
          </div>
        )}
      </div>
    </Page>
  );
}
