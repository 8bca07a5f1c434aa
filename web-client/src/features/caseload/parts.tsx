import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../components/StatusChip';
import { RelativeDate } from '../../components/values';
import type { CaseInLoad, CaseOverview, TimelineEntry } from './api/caseload';

type Standing = CaseInLoad['standing'];
type Step = CaseOverview['steps'][number];

const tones: Record<Standing, Tone> = { beginning: 'blue', planned: 'ok', course: 'ok', internship: 'ok', stalled: 'warn', followUp: 'blue', closed: 'neutral' };

export function StandingChips({ standing, noSolution, restricted }: { standing: Standing; noSolution: boolean; restricted: boolean }) {
  const { t } = useTranslation('caseload');
  return (
    <>
      <StatusChip tone={tones[standing]}>{t(`standing.${standing}`)}</StatusChip> {noSolution && <StatusChip tone="warn">{t('noSolution')}</StatusChip>}{' '}
      {restricted && <StatusChip>{t('restricted')}</StatusChip>}
    </>
  );
}

/** An appointment whose day is over is no longer to be kept but to be told of. */
export function useStepName() {
  const { t } = useTranslation('caseload');
  return (kind: Step['kind'], late: boolean) => (kind === 'appointment' && late ? t('step.appointmentLate') : t(`step.${kind}`));
}

export function NextStep({ row }: { row: CaseInLoad }) {
  const name = useStepName();
  if (!row.nextStep) return null;
  return (
    <>
      {name(row.nextStep, row.late)} <small><RelativeDate value={row.nextStepOn} due /></small>
    </>
  );
}

interface Case {
  id: string;
  beneficiaryId: string;
}

/** Where a step is done. */
export function stepLink(kind: Step['kind'], record: Case, plan: CaseOverview['plan'], internship: CaseOverview['internship']): string {
  const person = `/beneficiaries/${record.beneficiaryId}`;
  switch (kind) {
    case 'signPlan':
    case 'reviewPlan':
      return plan ? `${person}/cases/${record.id}/plans/${plan.id}` : `${person}#plan`;
    case 'makePlan':
      return `${person}#plan`;
    case 'signAssessment':
      return `${person}#assessments`;
    case 'internshipEnds':
      return internship ? `/internships/${internship.id}` : person;
    case 'followUp':
      return `${person}#outcome`;
    default:
      return `${person}#appointments`;
  }
}

/** Where something that happened is written. */
export function timelineLink(entry: TimelineEntry, record: Case): string | undefined {
  const person = `/beneficiaries/${record.beneficiaryId}`;
  switch (entry.kind) {
    case 'referral':
      return `/beneficiaries/referrals/${entry.id}`;
    case 'diary':
      return `${person}#diary`;
    case 'appointment':
      return `${person}#appointments`;
    case 'plan':
      return `${person}/cases/${record.id}/plans/${entry.id}`;
    case 'assessment':
      return `${person}/cases/${record.id}/assessments/${entry.id}`;
    case 'internship':
      return `/internships/${entry.id}`;
    case 'document':
      return `${person}#documents`;
    case 'followUp':
      return `${person}#outcome`;
    case 'case':
      return entry.event === 'caseOpened' ? person : `${person}#outcome`;
    default:
      return undefined;
  }
}
