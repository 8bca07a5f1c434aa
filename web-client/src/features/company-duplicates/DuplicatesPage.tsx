import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button';
import { ListFoot } from '../../components/ListFoot';
import { Page } from '../../components/Page';
import { EmptyState, ErrorState, Skeleton } from '../../components/states';
import { StatusChip } from '../../components/StatusChip';
import { useToast } from '../../components/Toast';
import { useList } from '../../components/useList';
import { DateText } from '../../components/values';
import { keys, listDuplicates, useDismiss, type Pair } from './api';

/** Pairs of companies that may be one: merged, or told apart once for all. */
export function DuplicatesPage() {
  const { t } = useTranslation('company-duplicates');
  const list = useList({ queryKey: keys.list, page: ({ signal, ...at }) => listDuplicates(at, signal) });
  return (
    <Page title={t('title')} count={list.total} subtitle={t('subtitle')} back={{ to: '/companies', label: t('companies') }}>
      <div className="card0">
        {list.isPending ? (
          <Skeleton lines={6} />
        ) : list.error && list.rows.length === 0 ? (
          <ErrorState error={list.error} onRetry={list.refetch} />
        ) : list.rows.length === 0 ? (
          <EmptyState title={t('empty')} text={t('emptyText')} />
        ) : (
          <>
            <ul className="rows" aria-label={t('title')}>
              {list.rows.map((pair) => (
                <PairRow key={pair.first.id + pair.second.id} pair={pair} />
              ))}
            </ul>
            {list.error ? <ErrorState error={list.error} onRetry={list.refetch} /> : <ListFoot list={list} />}
          </>
        )}
      </div>
    </Page>
  );
}

function PairRow({ pair }: { pair: Pair }) {
  const { t } = useTranslation('company-duplicates');
  const toast = useToast();
  const dismiss = useDismiss();
  const ids = { firstId: pair.first.id, secondId: pair.second.id };
  const tellApart = () =>
    toast.after(dismiss.mutateAsync({ ...ids, dismissed: true }), t('dismissed'), { undo: () => dismiss.mutate({ ...ids, dismissed: false }) });
  return (
    <li>
      <div className="row-head">
        <span>
          {pair.reasons.map((reason) => (
            <StatusChip key={reason} tone={reason === 'vat' || reason === 'name' ? 'warn' : 'neutral'}>
              {t(`reason.${reason}`)}
            </StatusChip>
          ))}
        </span>
      </div>
      <div className="pair">
        <Side side={pair.first} />
        <Side side={pair.second} />
      </div>
      <div className="row-actions">
        <ButtonLink small to={`/companies/duplicates/${pair.first.id}/${pair.second.id}`} aria-label={t('compareOne', { name: pair.first.name })}>
          {t('compare')}
        </ButtonLink>
        <Button look="plain" small busy={dismiss.isPending} aria-label={t('notSameOne', { first: pair.first.name, second: pair.second.name })} onClick={tellApart}>
          {t('notSame')}
        </Button>
      </div>
    </li>
  );
}

function Side({ side }: { side: Pair['first'] }) {
  const { t } = useTranslation('company-duplicates');
  return (
    <div>
      <Link to={`/companies/${side.id}`}>
        <strong>{side.name}</strong>
      </Link>
      <div>{[side.address, side.municipalityName].filter(Boolean).join(', ')}</div>
      <div className="muted">{[side.vatNumber, side.phone, side.email].filter(Boolean).join(' · ')}</div>
      <div className="muted">
        {t('since')} <DateText value={side.createdAt} short />
        {side.internships > 0 && ` · ${t('internships', { count: side.internships })}`}
        {side.contacts > 0 && ` · ${t('contacts', { count: side.contacts })}`}
      </div>
    </div>
  );
}
