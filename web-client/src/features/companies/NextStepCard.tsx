import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button';
import { DateText, RelativeDate } from '../../components/values';
import type { NextStep } from './api/companies';

/** Where on the page a step is taken. */
export const places = { availability: 'company-availability', details: 'company-details', contacts: 'company-contacts', people: 'company-people' } as const;
type Place = keyof typeof places;

const where: Partial<Record<NextStep['kind'], Place>> = {
  correctNumber: 'people', callBack: 'contacts', verifyAvailability: 'availability', firstCall: 'contacts', coverObligation: 'details', askAvailability: 'availability', askObligation: 'details',
};

/** Once what was opened is drawn; the section takes the focus, so that keys and reading go on there. */
export function goTo(place: Place) {
  setTimeout(() => {
    const section = document.getElementById(places[place]);
    section?.scrollIntoView({ block: 'start' });
    section?.querySelector<HTMLElement>('button, a, input')?.focus({ preventScroll: true });
  });
}

/** What there is to do with the company, reckoned from how it stands today: the most pressing thing with its button, the others below. */
export function NextStepCard({ steps, mayWrite, onLog }: { steps: readonly NextStep[]; mayWrite: boolean; onLog: () => void }) {
  const { t } = useTranslation('companies');
  const [first, ...others] = steps;
  if (!first) return null;
  return (
    <section className="next-step" aria-labelledby="company-next-step">
      <div className="row-head">
        <h2 id="company-next-step">
          <span className="muted">{t('step.title')}</span> <StepText step={first} />
        </h2>
        <StepAction step={first} look="fill" mayWrite={mayWrite} onLog={onLog} />
      </div>
      {others.length > 0 && (
        <ul aria-label={t('step.then')}>
          {others.map((step) => (
            <li key={step.kind + (step.referralId ?? '')}>
              <StepText step={step} /> <StepAction step={step} look="plain" mayWrite={mayWrite} onLog={onLog} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function StepText({ step }: { step: NextStep }) {
  const { t } = useTranslation('companies');
  return (
    <>
      {t(`step.kind.${step.kind}`, { count: step.count ?? 1 })}
      {step.on && (
        <>
          {step.kind === 'verifyAvailability' ? `, ${t('step.since')} ` : ', '}
          {step.kind === 'answerReferral' || step.kind === 'awaitAnswer' ? (
            <>
              {t('step.by')} <DateText value={step.on} short />
            </>
          ) : (
            <RelativeDate value={step.on} due={step.kind === 'callBack'} />
          )}
        </>
      )}
    </>
  );
}

function StepAction({ step, look, mayWrite, onLog }: { step: NextStep; look: 'fill' | 'plain'; mayWrite: boolean; onLog: () => void }) {
  const { t } = useTranslation('companies');
  const small = look === 'plain';
  const isToAnswer = step.kind === 'answerReferral';
  if (step.referralId) {
    return (
      <ButtonLink look={look} small={small} to={`/companies/referrals/${step.referralId}`}>
        {t(isToAnswer ? 'step.answer' : 'step.openReferral')}
      </ButtonLink>
    );
  }
  if (!mayWrite) return null;
  if (step.kind === 'compareDuplicates') {
    return (
      <ButtonLink look={look} small={small} to="/companies/duplicates">
        {t('step.compare')}
      </ButtonLink>
    );
  }
  const place = where[step.kind];
  if (!place) return null;
  const isCall = place === 'contacts';
  const go = () => {
    if (isCall) onLog();
    else goTo(place);
  };
  return (
    <Button look={look} small={small} onClick={go}>
      {t(isCall ? 'step.log' : 'step.goThere')}
    </Button>
  );
}
