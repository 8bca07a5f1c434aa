import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../../components/Button';
import type { IconName } from '../../../components/icons';
import { monthName } from '../../../lib/format';
import type { Internship } from '../api/internships';

export type NextStep = NonNullable<Internship['nextStep']>;

/** The steps that are done on this page; the others lead to their own. */
type Here = 'communicateStart' | 'communicateExtension' | 'communicateCessation' | 'end' | 'resume' | 'askHiring';

const icons: Record<NextStep['code'], IconName> = {
  communicateStart: 'file', communicateExtension: 'file', communicateCessation: 'file', closeRegister: 'calendar', visit: 'calendar', evaluate: 'pencil', end: 'flag', resume: 'check', writeRegister: 'calendar',
  askHiring: 'pencil', openDossier: 'file',
};

/** Where a step is done, if it has a page of its own. */
export function pageOf(id: string, step: NextStep): string | null {
  switch (step.code) {
    case 'closeRegister':
    case 'writeRegister':
      return `/internships/${id}/attendance/${step.month}`;
    case 'visit':
      return `/internships/${id}/visits/${step.kind}`;
    case 'evaluate':
      return `/internships/${id}/evaluations/${step.stage}/${step.author}`;
    case 'openDossier':
      return `/internships/${id}/dossier`;
    default:
      return null;
  }
}

/** The one next step of an internship that began: the service says which, the button leads there. */
export function NextStepButton({ internship, step, on }: { internship: Internship; step: NextStep; on: Record<Here, () => void> }) {
  const { t } = useTranslation('internships');
  const label =
    step.code === 'end'
      ? t('end.action')
      : step.code === 'openDossier'
        ? t('dossier.title')
        : step.code === 'visit'
          ? t(`monitoring.do.${step.kind!}`)
          : step.code === 'evaluate'
            ? t(`nextStep.evaluateOf.${step.author === 'person' ? 'person' : 'educator'}`)
            : t(`nextStep.${step.code}`, { month: step.month ? monthName(step.month) : '' });
  const page = pageOf(internship.id, step);
  return page ? (
    <ButtonLink look="fill" icon={icons[step.code]} to={page}>
      {label}
    </ButtonLink>
  ) : (
    <Button look="fill" icon={icons[step.code]} onClick={on[step.code as Here]}>
      {label}
    </Button>
  );
}
