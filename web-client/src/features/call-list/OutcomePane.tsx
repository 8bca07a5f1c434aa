import { useEffect, useId, useState, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/Button';
import { Notice } from '../../components/parts';
import { describeError } from '../../components/states';
import { useToast } from '../../components/Toast';
import { daysFromToday, longDate, today } from '../../lib/format';
import { useOffers, verifyToday } from './api/company';
import { callKeys } from './api/keys';
import { channels, contexts, outcomes, type Offer } from './outcomes';
import type { Desk } from './use-desk';

/** How the call went, and when the next one is. */
export function OutcomePane({ desk, companyId, contactName, note, onSave }: { desk: Desk; companyId: string; contactName?: string | null; note: RefObject<HTMLTextAreaElement | null>; onSave: () => void }) {
  const { t } = useTranslation('call-list');
  const id = useId();
  const { draft, change, next, turn, problem } = desk;
  // Saving may be pressed far from where the refusal is told.
  useEffect(() => {
    if (problem) document.getElementById(`${id}-problem`)?.scrollIntoView({ block: 'center' });
  }, [problem, id]);
  if (turn.refusal) {
    const { title, text } = describeError(turn.refusal, t as never);
    return (
      <>
        <h2>{t('outcomeTitle')}</h2>
        <Notice tone="warn" title={title}>
          {text}
        </Notice>
        <Button look="fill" onClick={() => void desk.openNext()}>
          {t('goNext')}
        </Button>
      </>
    );
  }
  return (
    <form
      aria-label={t('outcomeTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <h2>{t('outcomeTitle')}</h2>
      <div className="field" role="group" aria-labelledby={`${id}-how`} aria-describedby={desk.problem ? `${id}-problem` : undefined}>
        <span className="label" id={`${id}-how`}>
          {t('how')}
        </span>
        <div className="outcomes">
          {outcomes.map((outcome, index) => (
            <button key={outcome} type="button" aria-pressed={draft.outcome === outcome} aria-keyshortcuts={String(index + 1)} onClick={() => change({ outcome, next: undefined })}>
              <kbd aria-hidden="true">{index + 1}</kbd>
              {t(`outcome.${outcome}`)}
            </button>
          ))}
        </div>
        <div role="alert">
          {desk.problem && (
            <span className="field-error" id={`${id}-problem`}>
              {desk.problem}
            </span>
          )}
        </div>
      </div>
      {draft.outcome === 'available' && <Offered companyId={companyId} offer={draft.offer} onChange={(part) => change({ offer: { ...draft.offer, ...part } })} />}
      <div className="field">
        <label htmlFor={`${id}-note`}>{t('note')}</label>
        <textarea id={`${id}-note`} ref={note} className="f0" rows={4} maxLength={4000} value={draft.note} aria-keyshortcuts="n" onChange={(event) => change({ note: event.target.value })} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-next`}>{t('next')}</label>
        <input id={`${id}-next`} type="date" className="f0" min={today()} value={next} aria-describedby={`${id}-next-help`} onChange={(event) => change({ next: event.target.value })} />
        <div className="hint" id={`${id}-next-help`} aria-live="polite">
          <NextHint desk={desk} />
        </div>
      </div>
      <div className="field-row">
        <div className="field">
          <label htmlFor={`${id}-with`}>{t('spokeWith')}</label>
          <input id={`${id}-with`} className="f0" list={`${id}-people`} maxLength={120} autoComplete="off" value={draft.spokeWith} onChange={(event) => change({ spokeWith: event.target.value })} />
          <datalist id={`${id}-people`}>{contactName && <option value={contactName} />}</datalist>
        </div>
        <div className="field">
          <label htmlFor={`${id}-channel`}>{t('channelLabel')}</label>
          <select id={`${id}-channel`} className="f0" value={draft.channel} onChange={(event) => change({ channel: event.target.value as typeof draft.channel })}>
            {channels.map((channel) => (
              <option key={channel} value={channel}>
                {t(`channel.${channel}`)}
              </option>
            ))}
          </select>
        </div>
      </div>
      {/* Always on the screen, however narrow: it is what one looks for after every call. */}
      <div className="call-save">
        <Button type="submit" look="fill" keyHint="↵" busy={desk.busy}>
          {t('save')}
        </Button>
      </div>
      <p className="hint call-keys">{t('keys')}</p>
    </form>
  );
}

/** Where the day comes from, said before it is saved. */
function NextHint({ desk }: { desk: Desk }) {
  const { t } = useTranslation('call-list');
  const { draft, next, isProposed, proposals } = desk;
  if (!draft.outcome) return t('nextFirst');
  const proposed = proposals?.[draft.outcome];
  if (!isProposed && next) return t('nextChosen');
  if (!proposed) return t('nextNone');
  if (!isProposed) return t('nextEmpty', { date: longDate(proposed) });
  const days = daysFromToday(proposed);
  return days >= 13 ? t('inWeeks', { count: Math.round(days / 7) }) : t('inDays', { count: days });
}

/** The company is available: what it offered is confirmed with one press, something new is written here, and nobody leaves the list for it. */
function Offered({ companyId, offer, onChange }: { companyId: string; offer: Offer; onChange: (part: Partial<Offer>) => void }) {
  const { t } = useTranslation('call-list');
  const id = useId();
  const toast = useToast();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const query = useOffers(companyId);
  const offers = query.data?.items.filter((one) => one.state !== 'ended') ?? [];
  const verify = useMutation({
    mutationFn: (availabilityId: string) => verifyToday(companyId, availabilityId),
    onSuccess: () => {
      toast.done(t('verifiedToday'));
      return queries.invalidateQueries({ queryKey: callKeys.companies });
    },
    onError: toast.failed,
  });
  const writes = adding || (query.isSuccess && offers.length === 0) || offer.duties !== '';
  return (
    <div className="notice blue">
      <strong>{t('availability')}</strong>
      {offers.map((one) => (
        <div key={one.id} className="row-actions">
          <span>
            {t('places', { count: one.places })}, {one.duties}
          </span>
          {daysFromToday(one.verifiedOn) === 0 ? (
            <span className="muted">{t('verifiedToday')}</span>
          ) : (
            <Button small busy={verify.isPending} onClick={() => verify.mutate(one.id)}>
              {t('stillValid')}
            </Button>
          )}
        </div>
      ))}
      {writes ? (
        <div className="call-offer-form" role="group" aria-label={t('offer.title')}>
          <div className="field">
            <label htmlFor={`${id}-duties`}>{t('offer.duties')}</label>
            <input id={`${id}-duties`} className="f0" maxLength={400} autoComplete="off" value={offer.duties} aria-describedby={`${id}-help`} onChange={(event) => onChange({ duties: event.target.value })} />
          </div>
          <div className="field-row">
            <div className="field">
              <label htmlFor={`${id}-places`}>{t('offer.places')}</label>
              <input id={`${id}-places`} className="f0" type="number" inputMode="numeric" min={1} max={100} value={offer.places} onChange={(event) => onChange({ places: event.target.value })} />
            </div>
            <div className="field">
              <label htmlFor={`${id}-to`}>{t('offer.to')}</label>
              <input id={`${id}-to`} className="f0" type="date" min={today()} value={offer.to} onChange={(event) => onChange({ to: event.target.value })} />
            </div>
          </div>
          <div className="field">
            <label htmlFor={`${id}-context`}>{t('offer.context')}</label>
            <select id={`${id}-context`} className="f0" value={offer.context} onChange={(event) => onChange({ context: event.target.value as Offer['context'] })}>
              {contexts.map((context) => (
                <option key={context} value={context}>
                  {t(`context.${context}`)}
                </option>
              ))}
            </select>
          </div>
          <div className="hint" id={`${id}-help`}>
            {t('offer.help')}
          </div>
        </div>
      ) : (
        <Button look="plain" small icon="plus" onClick={() => setAdding(true)}>
          {t('offer.add')}
        </Button>
      )}
    </div>
  );
}
