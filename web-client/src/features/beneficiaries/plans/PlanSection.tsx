import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/Button';
import { Progress } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { DateText, RelativeDate } from '../../../components/values';
import type { Case } from '../api/case';
import { peopleKeys } from '../api/keys';
import { planAddress, startPlan, usePlans, type PlanLine } from '../api/plans';
import { PlanChip } from './PlanChip';

/** The plan in the person's record: what is in force and how far it is, what is being written or signed, what was before. */
export function PlanSection({ record, open }: { record: Case; open: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const list = usePlans(record.id);
  const [past, setPast] = useState(false);
  const shown = list.rows.filter((line) => past || ['draft', 'toSign', 'inForce'].includes(line.state));
  const hidden = list.rows.length - shown.length;
  const atWork = list.rows.some((line) => line.state === 'draft' || line.state === 'toSign');
  return (
    <div id="plan">
      <SectionCard title={t('plans.title')} note={t('plans.note')} actions={open && list.rows.length > 0 && !atWork && <StartPlan record={record} again />}>
        {list.error ? (
          <ErrorState error={list.error} onRetry={list.refetch} />
        ) : list.isPending ? (
          <Skeleton lines={2} />
        ) : list.rows.length === 0 ? (
          <EmptyState icon="list" title={t('plans.none')} text={open ? t('plans.noneText') : undefined} action={open && <StartPlan record={record} />} />
        ) : (
          <>
            <ul className="rows">
              {shown.map((line) => (
                <PlanRow key={line.id} record={record} line={line} />
              ))}
            </ul>
            {(hidden > 0 || past) && (
              <Button look="quiet" small aria-expanded={past} onClick={() => setPast(!past)}>
                {past ? t('plans.hidePast') : t('plans.showPast', { count: hidden })}
              </Button>
            )}
            {past && list.hasMore && (
              <Button look="quiet" small busy={list.isLoadingMore} onClick={list.loadMore}>
                {t('plans.older')}
              </Button>
            )}
          </>
        )}
      </SectionCard>
    </div>
  );
}

function PlanRow({ record, line }: { record: Case; line: PlanLine }) {
  const { t } = useTranslation('beneficiaries');
  return (
    <li>
      <div className="grow">
        <Link className="lnk" to={planAddress(record.beneficiaryId, record.id, line.id)}>
          {t('plans.version', { number: line.number })}
        </Link>{' '}
        <PlanChip state={line.state} />
        <div className="hint">
          {line.state === 'toSign' ? (
            t('plans.signedOf', { done: Number(line.signatures), total: Number(line.signers) })
          ) : line.inForceOn ? (
            <>
              {t('plans.since')} <DateText value={line.inForceOn} />
              {line.endedOn && (
                <>
                  {' '}
                  {t('to')} <DateText value={line.endedOn} />
                </>
              )}
            </>
          ) : (
            <>
              {t('plans.changed')} <RelativeDate value={line.changedAt} />
              {line.changedByName && `, ${line.changedByName}`}
            </>
          )}
          {line.state === 'inForce' && line.reviewOn && (
            <>
              {' · '}
              {t('plans.reviewOn')} <RelativeDate value={line.reviewOn} due />
            </>
          )}
        </div>
        {line.total !== null && line.total !== undefined && <Progress label={t('plans.progress')} done={Number(line.done)} total={Number(line.total)} />}
      </div>
    </li>
  );
}

function StartPlan({ record, again }: { record: Case; again?: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    try {
      const started = await startPlan(record.id);
      void queries.invalidateQueries({ queryKey: peopleKeys.case(record.id) });
      void navigate(planAddress(record.beneficiaryId, record.id, started.id));
    } catch (error) {
      toast.failed(error);
      setBusy(false);
    }
  };
  return (
    <Button small={again} icon="plus" busy={busy} onClick={() => void start()}>
      {t(again ? 'plans.newVersion' : 'plans.start')}
    </Button>
  );
}
