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

/** Where what was written of the person in this case is read: their record, or the own case alone where others have followed them since. */
export function recordPage({ case: record }: CaseOverview): string {
  return record.personOpens ? `/beneficiaries/${record.beneficiaryId}` : `/beneficiaries/${record.beneficiaryId}/cases/${record.id}`;
}

/** Where a step is done. */
export function stepLink(kind: Step['kind'], overview: CaseOverview): string {
  const { case: record, plan, internship } = overview;
  const person = recordPage(overview);
  switch (kind) {
    case 'signPlan':
    case 'reviewPlan':
      return plan ? `/beneficiaries/${record.beneficiaryId}/cases/${record.id}/plans/${plan.id}` : `${person}#plan`;
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
export function timelineLink(entry: TimelineEntry, overview: CaseOverview): string | undefined {
  const { case: record } = overview;
  const person = recordPage(overview);
  const inCase = `/beneficiaries/${record.beneficiaryId}/cases/${record.id}`;
  switch (entry.kind) {
    case 'referral':
      return `/beneficiaries/referrals/${entry.id}`;
    case 'diary':
      return `${person}#diary`;
    case 'appointment':
      return `${person}#appointments`;
    case 'plan':
      return `${inCase}/plans/${entry.id}`;
    case 'assessment':
      return `${inCase}/assessments/${entry.id}`;
    case 'internship':
      return `/internships/${entry.id}`;
    case 'document':
      // Papers are of the person, not of a case.
      return record.personOpens ? `${person}#documents` : undefined;
    case 'followUp':
      return `${person}#outcome`;
    case 'case':
      return entry.event === 'caseOpened' ? person : `${person}#outcome`;
    default:
      return undefined;
  }
}
