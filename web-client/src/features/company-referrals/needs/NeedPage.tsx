import { Link, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { Button, ButtonLink } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Menu } from '../../../components/Menu';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, ErrorState, Loaded, Skeleton } from '../../../components/states';
import { useList } from '../../../components/useList';
import { useToast } from '../../../components/Toast';
import { DateText, RelativeDate } from '../../../components/values';
import { closeNeed, useNeed, type CloseReason, type Need } from '../api/needs';
import { listReferrals, useOpenings, useRefresh, type Opening } from '../api/referrals';
import { referralKeys } from '../api/keys';
import { StateChip } from '../words';
import { NeedFacts } from './NeedFacts';
import { NeedChip } from './NeedsPage';

export function NeedPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('company-referrals');
  const query = useNeed(id);
  if (query.data) return <Record need={query.data} />;
  return (
    <Page title={t('need')} back={{ to: '/companies/needs', label: t('needs.title') }}>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton lines={6} />}
    </Page>
  );
}

function Record({ need }: { need: Need }) {
  const { t } = useTranslation('company-referrals');
  const mayPropose = useRight('company-referrals:propose');
  const close = useClosing(need);
  const open = !need.closedAt;
  return (
    <Page
      title={t('needOf', { name: need.openedByName ?? '' })}
      back={{ to: '/companies/needs', label: t('needs.title') }}
      status={<NeedChip need={need} />}
      subtitle={
        <>
          {t('needs.openedAt')} <RelativeDate value={need.openedAt} />
        </>
      }
      actions={
        <>
          {open && mayPropose && (
            <ButtonLink look="fill" icon="share" to={`/companies/referrals/new?need=${need.id}`}>
              {t('propose')}
            </ButtonLink>
          )}
          {need.mayClose && !mayPropose && (
            <Button look="fill" icon="check" onClick={() => void close('met')}>
              {t('needs.close.met')}
            </Button>
          )}
          {need.mayClose && (
            <Menu
              label={t('otherActions')}
              items={[
                { label: t('needs.edit'), icon: 'pencil', to: `/companies/needs/${need.id}/edit` },
                mayPropose && { label: t('needs.close.met'), icon: 'check', onSelect: () => void close('met') },
                { label: t('needs.close.dropped'), icon: 'close', onSelect: () => void close('dropped') },
              ]}
            />
          )}
        </>
      }
    >
      <div className="beside">
        <SectionCard title={t('needs.looksFor')}>
          <NeedFacts need={need} />
        </SectionCard>
        <Answers need={need} />
      </div>
      {open && <Suggested need={need} mayPropose={mayPropose} />}
    </Page>
  );
}

/** The companies that were proposed for it. */
function Answers({ need }: { need: Need }) {
  const { t } = useTranslation('company-referrals');
  const list = useList({ queryKey: referralKeys.list({ needId: need.id }), page: ({ signal, cursor }) => listReferrals({ needId: need.id, cursor, limit: 10 }, signal) });
  return (
    <SectionCard title={t('needs.answers')}>
      {list.isPending ? (
        <Skeleton lines={3} />
      ) : list.rows.length === 0 ? (
        <EmptyState icon="inbox" title={t('needs.noAnswers')} />
      ) : (
        <ul className="rows">
          {list.rows.map((row) => (
            <li key={row.id}>
              <div>
                <Link className="lnk" to={`/companies/referrals/${row.id}`}>
                  {row.companyName}
                </Link>{' '}
                <StateChip state={row.state} />
                <div className="hint">
                  {row.duties} · {t('until')} <DateText value={row.reservedUntil} short />
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
    </SectionCard>
  );
}

/** The free places that answer it best, with each reason. */
function Suggested({ need, mayPropose }: { need: Need; mayPropose: boolean }) {
  const { t } = useTranslation('company-referrals');
  const query = useOpenings({ needId: need.id, limit: 6 });
  return (
    <SectionCard title={t('needs.suggested')} note={t('needs.suggestedNote')}>
      <Loaded query={query} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="search" title={t('form.none')} text={t('form.noneText')} />
          ) : (
            <ol className="rows">
              {items.map((item) => (
                <Suggestion key={item.availability.id} item={item} needId={need.id} mayPropose={mayPropose} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </SectionCard>
  );
}

function Suggestion({ item, needId, mayPropose }: { item: Opening; needId: string; mayPropose: boolean }) {
  const { t } = useTranslation('company-referrals');
  return (
    <li>
      <div>
        <Link className="lnk" to={`/companies/${item.companyId}`}>
          {item.companyName}
        </Link>{' '}
        <span className="hint">{[item.availability.duties, item.municipalityName, t('free', { count: item.availability.freePlaces })].filter(Boolean).join(' · ')}</span>
        <ul className="reasons">
          {item.reasons.map((reason) => (
            <li key={reason.code} className={reason.fits ? 'good' : undefined}>
              {reason.text}
            </li>
          ))}
        </ul>
      </div>
      {mayPropose && (
        <ButtonLink small to={`/companies/referrals/new?need=${needId}&availability=${item.availability.id}`} aria-label={t('needs.proposeOne', { name: item.companyName })}>
          {t('needs.proposeShort')}
        </ButtonLink>
      )}
    </li>
  );
}

function useClosing(need: Need) {
  const { t } = useTranslation('company-referrals');
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefresh();
  return async (reason: CloseReason) => {
    if (!(await confirm({ title: t('needs.closeTitle'), text: t('needs.closeText'), action: t(`needs.close.${reason}`) }))) return;
    try {
      await closeNeed(need.id, reason);
      toast.done(t('needs.closedDone'));
    } catch (error) {
      toast.failed(error);
    }
    await refresh();
  };
}
