import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import { useSectors } from '../../../components/sectors';
import { ErrorState, Skeleton } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { DateText, KeyValue, Money, RelativeDate } from '../../../components/values';
import { shortDate, today } from '../../../lib/format';
import type { Case } from '../api/case';
import { useOutcomes, type Closure, type FollowUp } from '../api/outcomes';
import { ChangeOutcomeDialog, FollowUpDialog } from './OutcomeDialogs';

type Doing = { what: 'change'; closure: Closure } | { what: 'hear'; followUp: FollowUp } | null;

/** How the case ended, the contacts that follow, and what happened before: earlier ends and hand-overs. Nothing is shown of a case that never ended nor passed on. */
export function OutcomeSection({ record, mayWrite }: { record: Case; mayWrite: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const outcomes = useOutcomes(record.id);
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  if (!outcomes.data && !record.closedOn) return null;
  const closures = outcomes.data?.closures ?? [];
  const transfers = outcomes.data?.transfers ?? [];
  const current = closures.find((one) => !one.reopenedOn);
  const earlier = closures.filter((one) => one.reopenedOn);
  // A case that went on elsewhere, or was opened by mistake, is over without an end that counts: the note says why.
  const over = !!record.closedOn && closures.length === 0;
  if (outcomes.data && closures.length === 0 && transfers.length === 0 && !over) return null;
  return (
    <div id="outcome">
      <SectionCard
        title={t('outcomes.title')}
        actions={
          current &&
          mayWrite &&
          record.canManage && (
            <Button small look="quiet" icon="pencil" onClick={() => setDoing({ what: 'change', closure: current })}>
              {t(current.details ? 'outcomes.change' : 'outcomes.complete')}
            </Button>
          )
        }
      >
        {outcomes.error ? (
          <ErrorState error={outcomes.error} onRetry={() => void outcomes.refetch()} />
        ) : !outcomes.data ? (
          <Skeleton lines={3} />
        ) : (
          <>
            {current && <Ended closure={current} note={record.closingNote} />}
            {over && (
              <KeyValue
                items={[
                  { label: t('case.closedOn'), value: <DateText value={record.closedOn} /> },
                  !!record.closingNote && { label: t('case.note'), value: record.closingNote },
                ]}
              />
            )}
            {current && (
              <>
                <h3>{t('followUps.heading')}</h3>
                <FollowUps closure={current} onHear={mayWrite ? (followUp) => setDoing({ what: 'hear', followUp }) : undefined} />
              </>
            )}
            {earlier.map((closure) => (
              <div key={closure.id}>
                <h3>{t('outcomes.earlier', { day: shortDate(closure.closedOn) })}</h3>
                <Ended closure={closure} />
                <FollowUps closure={closure} />
              </div>
            ))}
            {transfers.length > 0 && (
              <>
                <h3>{t('transfer.heading')}</h3>
                <ul className="rows">
                  {transfers.map((one) => (
                    <li key={one.id}>
                      <div>
                        <b>
                          <DateText value={one.on} short /> · {t('transfer.fromTo', { from: one.fromName ?? t('team.unknown'), to: one.toName ?? t('team.unknown') })}
                        </b>
                        <div className="hint">{t(`transferReason.${one.reason}`)}</div>
                        {one.note && <div className="pre-line">{one.note}</div>}
                      </div>
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
        {doing?.what === 'change' && <ChangeOutcomeDialog record={record} closure={doing.closure} onClose={close} />}
        {doing?.what === 'hear' && <FollowUpDialog caseId={record.id} followUp={doing.followUp} onClose={close} />}
      </SectionCard>
    </div>
  );
}

/** The note of the end that counts is the case's own; that of an earlier one is kept with it. */
function Ended({ closure, note = closure.note }: { closure: Closure; note?: string | null }) {
  const { t } = useTranslation('beneficiaries');
  const sector = useSectors();
  const known = closure.details;
  return (
    <KeyValue
      items={[
        { label: t('case.outcome'), value: t(`outcome.${closure.outcome}`) },
        { label: t('case.closedOn'), value: <DateText value={closure.closedOn} /> },
        !!known?.contract && { label: t('outcomes.contract'), value: t(`contract.${known.contract}`) },
        !!known?.employer && { label: t('outcomes.employer'), value: known.employer },
        !!known?.training && { label: t('outcomes.training'), value: t(`trainingPath.${known.training}`) },
        !!known?.trainingTitle && { label: t('outcomes.trainingTitle'), value: known.trainingTitle },
        !!known?.activity && { label: t('outcomes.activity'), value: known.activity },
        !!known?.sector && { label: t('outcomes.sector'), value: sector.name(known.sector) },
        !!known?.startsOn && { label: t('outcomes.startsOn'), value: <DateText value={known.startsOn} /> },
        !!known?.endsOn && {
          label: t('outcomes.endsOn'),
          value: (
            <>
              <DateText value={known.endsOn} /> {closure.months != null && `(${t('outcomes.months', { count: Number(closure.months) })})`}
            </>
          ),
        },
        known?.weeklyHours != null && { label: t('outcomes.weeklyHours'), value: String(known.weeklyHours) },
        known?.dowryCents != null && { label: t('outcomes.dowry'), value: <Money cents={Number(known.dowryCents)} /> },
        !!known?.dropOutReason && { label: t('outcomes.dropOutReason'), value: t(`dropOutReason.${known.dropOutReason}`) },
        !!closure.bodyName && { label: t('outcomes.body'), value: closure.bodyName },
        !!note && { label: t('case.note'), value: note },
        !!closure.reopenedOn && { label: t('reopen.on'), value: <DateText value={closure.reopenedOn} /> },
        !!closure.reopeningReason && { label: t('reopen.why'), value: t(`reopeningReason.${closure.reopeningReason}`) },
        !!closure.reopeningNote && { label: t('reopen.note'), value: closure.reopeningNote },
      ]}
    />
  );
}

const tones = { planned: 'blue', reached: 'ok', unreachable: 'warn', declined: 'neutral', cancelled: 'neutral' } as const;

function FollowUps({ closure, onHear }: { closure: Closure; onHear?: (followUp: FollowUp) => void }) {
  const { t } = useTranslation('beneficiaries');
  if (closure.followUps.length === 0) return <p className="hint">{t('followUps.none')}</p>;
  return (
    <ul className="rows">
      {closure.followUps.map((one) => {
        const planned = one.state === 'planned';
        return (
          <li key={one.id}>
            <div>
              <b>
                {t(`followUpKind.${one.kind}`)}
                {/* Its day is said once: below, where it is also told how near it is. */}
                {(!planned || one.nextTryOn !== one.dueOn) && (
                  <>
                    : <DateText value={one.dueOn} short />
                  </>
                )}
              </b>{' '}
              <StatusChip tone={planned && one.nextTryOn <= today() ? 'warn' : tones[one.state]}>{t(planned && one.nextTryOn <= today() ? 'followUpState.due' : `followUpState.${one.state}`)}</StatusChip>
              <div className="hint">
                {[
                  one.situation && t(`situation.${one.situation}`),
                  one.improved && t('followUps.improvedShort'),
                  one.contactedOn && t('followUps.heardOn', { day: shortDate(one.contactedOn), name: one.recordedByName ?? t('team.unknown') }),
                  planned && Number(one.attempts) > 0 && t('followUps.tries', { count: Number(one.attempts) }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
                {planned && (
                  <>
                    {Number(one.attempts) > 0 && ' · '}
                    <RelativeDate value={one.nextTryOn} due />
                  </>
                )}
              </div>
              {one.note && <div className="pre-line">{one.note}</div>}
            </div>
            {planned && onHear && (
              <Button small icon="check" onClick={() => onHear(one)} aria-label={t('followUps.recordOf', { kind: t(`followUpKind.${one.kind}`) })}>
                {t('followUps.record')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
