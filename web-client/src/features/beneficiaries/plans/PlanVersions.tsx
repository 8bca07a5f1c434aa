import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import { Loaded } from '../../../components/states';
import { DateText } from '../../../components/values';
import { shortDate } from '../../../lib/format';
import { planAddress, useComparison, usePlans, type Plan, type PlanChange } from '../api/plans';
import { PlanChip } from './PlanChip';

/** The other versions, each a click away, and what changed since one of them. */
export function PlanVersions({ plan }: { plan: Plan }) {
  const { t } = useTranslation('beneficiaries');
  const list = usePlans(plan.caseId, 20);
  const [since, setSince] = useState<string>();
  const others = list.rows.filter((line) => line.id !== plan.id);
  if (others.length === 0) return null;
  return (
    <div className="no-print plan-versions">
      <SectionCard title={t('plans.versions')}>
        <ul className="rows">
          {others.map((line) => (
            <li key={line.id}>
              <div>
                <Link className="lnk" to={planAddress(plan.beneficiaryId, plan.caseId, line.id)}>
                  {t('plans.version', { number: line.number })}
                </Link>{' '}
                <PlanChip state={line.state} />
                {line.inForceOn && (
                  <div className="hint">
                    {t('plans.since')} <DateText value={line.inForceOn} />
                    {line.endedOn && (
                      <>
                        {' '}
                        {t('to')} <DateText value={line.endedOn} />
                      </>
                    )}
                  </div>
                )}
              </div>
              <Button small look="quiet" aria-pressed={since === line.id} onClick={() => setSince(since === line.id ? undefined : line.id)}>
                {t('plans.compareWith', { number: line.number })}
              </Button>
            </li>
          ))}
        </ul>
        {list.hasMore && (
          <Button small look="quiet" busy={list.isLoadingMore} onClick={list.loadMore}>
            {t('plans.older')}
          </Button>
        )}
        {since && <Comparison plan={plan} beforeId={since} />}
      </SectionCard>
    </div>
  );
}

const tones: Record<PlanChange['change'], Tone> = { added: 'ok', removed: 'late', changed: 'warn' };

function Comparison({ plan, beforeId }: { plan: Plan; beforeId: string }) {
  const { t } = useTranslation('beneficiaries');
  const query = useComparison(plan.caseId, plan.id, beforeId);
  return (
    <Loaded query={query} lines={3}>
      {({ beforeNumber, afterNumber, changes }) => (
        <div className="plan-changes" aria-live="polite">
          <h3>{t('plans.changedFromTo', { before: beforeNumber, after: afterNumber })}</h3>
          {changes.length === 0 && <p>{t('plans.noChange')}</p>}
          <ul className="rows">
            {changes.map((change, index) => (
              <li key={index}>
                <div>
                  <b>{t(`plans.part.${change.part}`)}</b> <StatusChip tone={tones[change.change]}>{t(`plans.change.${change.change}`)}</StatusChip>
                  {change.part !== 'wishes' && <div className="pre-line">{change.text}</div>}
                  {change.fields.map((field) => (
                    <div key={field.field} className="plan-change">
                      <span className="muted">{t(`plans.field.${field.field}`)}: </span>
                      <del>
                        <span className="visually-hidden">{t('plans.before')} </span>
                        {word(field.field, field.before, t)}
                      </del>{' '}
                      <ins>
                        <span className="visually-hidden">{t('plans.after')} </span>
                        {word(field.field, field.after, t)}
                      </ins>
                    </div>
                  ))}
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Loaded>
  );
}

function word(field: string, value: string | null, t: ReturnType<typeof useTranslation<'beneficiaries'>>['t']): string {
  if (value === null || value === '') return '–';
  if (field === 'dueOn') return shortDate(value);
  if (field === 'kind') return t(`plans.kind.${value}`);
  if (field === 'area') return t(`plans.area.${value}`);
  if (field === 'by') return t(`plans.by.${value}`);
  return value;
}
