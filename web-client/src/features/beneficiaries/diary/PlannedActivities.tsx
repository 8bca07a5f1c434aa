import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { todayKey } from '../../../api/today';
import { Button, ButtonLink } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { SectionCard } from '../../../components/SectionCard';
import { ErrorState } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { RelativeDate } from '../../../components/values';
import { shortDate } from '../../../lib/format';
import { cancelPlannedActivity, usePlannedActivities, type PlannedActivity } from '../api/group-activities';
import { peopleKeys } from '../api/keys';

/** What one planned for a group and has neither told of nor called off. */
export function PlannedActivities({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const list = usePlannedActivities();
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  if (list.error) return <ErrorState error={list.error} onRetry={list.refetch} />;
  if (list.rows.length === 0) return null;
  const cancel = async (one: PlannedActivity) => {
    if (!(await confirm({ title: t('groups.cancelTitle', { title: one.title }), text: [t('groups.cancelText'), Number(one.elsewhere) > 0 && t('groups.elsewhereCancelled', { count: Number(one.elsewhere) })].filter(Boolean).join(' '), action: t('groups.cancelAction'), cancel: t('groups.cancelKeep'), danger: true }))) return;
    try {
      await cancelPlannedActivity(one.id);
      toast.done(t('groups.cancelled'));
    } catch (error) {
      toast.failed(error);
    }
    await Promise.all([queries.invalidateQueries({ queryKey: peopleKeys.all }), queries.invalidateQueries({ queryKey: todayKey })]);
  };
  return (
    <SectionCard title={t('groups.planned')}>
      <ul className="rows">
        {list.rows.map((one) => (
          <li key={one.id}>
            <div>
              <b>{one.title}</b> {one.begun && <StatusChip tone="warn">{t('groups.toRecord')}</StatusChip>}
              <div className="hint">
                {shortDate(one.on)}, {one.at}–{one.until} · <RelativeDate value={one.on} /> · {t(`groupKind.${one.kind}`)}
                {one.place && ` · ${one.place}`}
              </div>
              <div>
                {one.expected
                  .filter((person) => person.waits || person.onlyKept)
                  .map((person) => person.displayName)
                  .join(', ')}
              </div>
              {Number(one.elsewhere) > 0 && <div className="hint">{t('groups.elsewhere', { count: Number(one.elsewhere) })}</div>}
            </div>
            {mayWrite && (
              <div className="inline">
                {one.begun && (
                  <ButtonLink small icon="check" to={`/beneficiaries/group-activities/new?planned=${one.id}`} aria-label={t('groups.recordOf', { title: one.title })}>
                    {t('groups.recordPlanned')}
                  </ButtonLink>
                )}
                <ButtonLink small look="quiet" to={`/beneficiaries/group-activities/plan?planned=${one.id}`} aria-label={t('groups.changeOf', { title: one.title })}>
                  {t('groups.change')}
                </ButtonLink>
                <Button small look="quiet" onClick={() => void cancel(one)} aria-label={t('groups.cancelOf', { title: one.title })}>
                  {t('groups.cancel')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button look="quiet" busy={list.isLoadingMore} onClick={list.loadMore}>
          {t('appointments.more')}
        </Button>
      )}
    </SectionCard>
  );
}
