import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { ErrorState, Skeleton } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { DateText, KeyValue } from '../../../components/values';
import { shortDate, today } from '../../../lib/format';
import { peopleKeys } from '../api/keys';
import type { Person } from '../api/person';
import { copyHref, endMark, useRights, withdrawConsent, type Consent, type PersonMark } from '../api/rights';
import { ConsentDialog, MarkDialog } from './RightsDialogs';
import { useForget } from './useForget';

/** Consents, marks, corrections, how long data are kept; the copy for the person, and making them anonymous. Opened on demand: reading it is logged. */
export function RightsSection({ person, mayWrite, open }: { person: Person; mayWrite: boolean; open: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const confirm = useConfirm();
  const [shown, setShown] = useState(open);
  const [dialog, setDialog] = useState<'consent' | 'mark' | null>(null);
  const found = useRights(person.id, shown);
  const rights = found.data;
  const forget = useForget(person);
  const refresh = () => queries.invalidateQueries({ queryKey: peopleKeys.person(person.id) });

  const attempt = async (work: () => Promise<unknown>, done: string) => {
    try {
      await work();
      toast.done(done);
      await refresh();
    } catch (error) {
      toast.failed(error);
    }
  };
  const withdraw = async (consent: Consent) => {
    if (!(await confirm({ title: t('rights.withdrawTitle', { what: t(`consentPurpose.${consent.purpose}`) }), text: t('rights.withdrawText'), action: t('rights.withdraw') }))) return;
    await attempt(() => withdrawConsent(person.id, consent.id, { on: today() }), t('rights.withdrawn'));
  };
  const end = async (mark: PersonMark) => {
    if (!(await confirm({ title: t('rights.endTitle', { what: t(`markKind.${mark.kind}`) }), text: t('rights.endText'), action: t('rights.end') }))) return;
    await attempt(() => endMark(person.id, mark.id), t('saved'));
  };
  const due = !!rights?.retainedUntil && rights.retainedUntil <= today();

  return (
    <div id="rights">
      <SectionCard
        title={t('rights.title')}
        actions={
          shown ? (
            <a className="btn0 small" href={copyHref(person.id)} download>
              {t('rights.copy')}
            </a>
          ) : (
            <Button small onClick={() => setShown(true)}>
              {t('rights.show')}
            </Button>
          )
        }
      >
        {!shown ? (
          <p className="hint">{t('rights.closed')}</p>
        ) : found.error ? (
          <ErrorState error={found.error} onRetry={() => void found.refetch()} />
        ) : !rights ? (
          <Skeleton lines={4} />
        ) : (
          <>
            {rights.marks
              .filter((mark) => mark.inForce)
              .map((mark) => (
                <Notice key={mark.id} tone="warn" title={mark.scope ? t('rights.objectionTo', { what: t(`objectionScope.${mark.scope}`) }) : t(`markKind.${mark.kind}`)}>
                  {mark.scope ? t(`rights.objectionText.${mark.scope}`) : t(`rights.markText.${mark.kind}`)}
                </Notice>
              ))}
            <p className="hint">{t('rights.copyHelp')}</p>

            <h3>{t('rights.consents')}</h3>
            {rights.consents.length === 0 && <p>{t('rights.noConsents')}</p>}
            <ul className="rows">
              {rights.consents.map((one) => (
                <li key={one.id}>
                  <div>
                    <b>{t(`consentPurpose.${one.purpose}`)}</b>{' '}
                    <StatusChip tone={one.withdrawnOn || one.supersededOn ? 'neutral' : 'ok'}>
                      {one.withdrawnOn ? t('rights.withdrawnOn', { day: shortDate(one.withdrawnOn) }) : one.supersededOn ? t('rights.supersededOn', { day: shortDate(one.supersededOn) }) : t('rights.inForce')}
                    </StatusChip>
                    <div className="hint">
                      {[t('rights.textVersion', { version: one.textVersion }), t('rights.givenOn', { day: shortDate(one.givenOn) }), t(`consentProof.${one.proof}`), one.recordedByName].filter(Boolean).join(' · ')}
                    </div>
                    {one.note && <div className="pre-line">{one.note}</div>}
                  </div>
                  {mayWrite && !one.withdrawnOn && !one.supersededOn && (
                    <Button small look="quiet" onClick={() => void withdraw(one)} aria-label={t('rights.withdrawOf', { what: t(`consentPurpose.${one.purpose}`) })}>
                      {t('rights.withdraw')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {mayWrite && (
              <Button small icon="plus" onClick={() => setDialog('consent')}>
                {t('rights.addConsent')}
              </Button>
            )}

            <h3>{t('rights.marks')}</h3>
            {rights.marks.length === 0 && <p>{t('rights.noMarks')}</p>}
            <ul className="rows">
              {rights.marks.map((one) => (
                <li key={one.id}>
                  <div>
                    <b>{one.scope ? t('rights.objectionTo', { what: t(`objectionScope.${one.scope}`) }) : t(`markKind.${one.kind}`)}</b>{' '}
                    <StatusChip tone={one.inForce ? 'warn' : 'neutral'}>{t(one.inForce ? 'rights.inForce' : 'rights.ended')}</StatusChip>
                    <div className="hint">
                      {[t('rights.since', { day: shortDate(one.fromOn) }), one.untilOn && t('rights.until', { day: shortDate(one.untilOn) }), one.endedOn && t('rights.endedOn', { day: shortDate(one.endedOn) }), one.setByName].filter(Boolean).join(' · ')}
                    </div>
                    {one.note && <div className="pre-line">{one.note}</div>}
                  </div>
                  {mayWrite && one.inForce && (
                    <Button small look="quiet" onClick={() => void end(one)} aria-label={t('rights.endOf', { what: t(`markKind.${one.kind}`) })}>
                      {t('rights.end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            {mayWrite && (
              <Button small icon="plus" onClick={() => setDialog('mark')}>
                {t('rights.addMark')}
              </Button>
            )}

            <h3>{t('rights.retention')}</h3>
            <KeyValue
              items={[
                { label: t('rights.retainedUntil'), value: rights.retainedUntil ? <DateText value={rights.retainedUntil} /> : t('rights.clockStopped') },
                !!rights.retentionReason && { label: t('rights.why'), value: rights.retentionReason },
              ]}
            />
            {mayWrite && rights.canAnonymise && rights.beforeAnonymising.length > 0 && (
              <Notice title={t('rights.beforeForgetting')}>
                <ul>
                  {rights.beforeAnonymising.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
              </Notice>
            )}
            {mayWrite && rights.canAnonymise && rights.beforeAnonymising.length === 0 && (
              <Button small look="quiet" onClick={() => void forget(due)}>
                {t('rights.forget')}
              </Button>
            )}

            {mayWrite && due && !rights.canAnonymise && <p className="hint">{t('rights.forgetByOthers')}</p>}
            {rights.rectifications.length > 0 && (
              <>
                <h3>{t('rights.rectifications')}</h3>
                <ul>
                  {rights.rectifications.map((one) => (
                    <li key={one.id}>
                      <DateText value={one.changedAt} short /> · {one.fields.map((field) => t(`rectified.${field}`, { defaultValue: field })).join(', ')}
                      {one.changedByName && ` · ${one.changedByName}`}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </>
        )}
        {dialog === 'consent' && <ConsentDialog person={person} onClose={() => setDialog(null)} onDone={refresh} />}
        {dialog === 'mark' && <MarkDialog person={person} onClose={() => setDialog(null)} onDone={refresh} />}
      </SectionCard>
    </div>
  );
}
