import { useTranslation } from 'react-i18next';
import { StatusChip, type Tone } from '../../components/StatusChip';
import type { Internship } from './api/internships';

export const states = ['proposed', 'active', 'ended', 'endedEarly', 'cancelled'] as const;
export const stages = ['draft', 'toSign', 'ready', 'active', 'suspended', 'ended', 'endedEarly', 'cancelled'] as const;
export const causes = ['personGaveUp', 'hostWithdrew', 'otherJob', 'health', 'family', 'conflict', 'absences', 'hostClosed', 'unsuitableDuties', 'requirementsMissing', 'mistake', 'other'] as const;
export const suspensionReasons = ['illness', 'injury', 'maternity', 'closure', 'quarantine', 'other'] as const;
export const signingWithdrawals = ['projectChanges', 'personRefuses', 'hostRefuses', 'mistake', 'other'] as const;
export const kinds = ['socialInclusion', 'extracurricular'] as const;
export const modulations = ['maintainingSkills', 'supportToPlacement', 'placementInCompany'] as const;
export const safetyRisks = ['low', 'medium', 'high'] as const;
export const hostTypes = ['privateEmployer', 'publicAdministration', 'privateSchoolOrTraining'] as const;
export const hostWorks = ['never', 'ended', 'lasting'] as const;
export const outcomes = ['hiredByHost', 'otherJob', 'newInternship', 'completedNoJob', 'interruptedByPerson', 'interruptedByHost', 'interruptedByService'] as const;

/** The outcomes that agree with the day, as the API sees it. */
export const outcomesOn = (endedOn: string, endsOn: string) =>
  outcomes.filter((outcome) => !endedOn || (outcome === 'completedNoJob' ? endedOn >= endsOn : !outcome.startsWith('interruptedBy') || endedOn < endsOn));
export const contracts = ['permanent', 'fixedTerm', 'apprenticeship', 'agency', 'selfEmployed', 'other'] as const;
export const dues = ['pastEnd', 'registerMissing', 'evaluationMissing', 'startsIncomplete', 'communicationMissing', 'extensionMissing', 'cessationMissing', 'endsSoon', 'ready'] as const;

export const isOver = (state: Internship['state']) => state === 'ended' || state === 'endedEarly' || state === 'cancelled';

const tones: Record<Internship['state'], Tone> = { proposed: 'blue', active: 'ok', ended: 'neutral', endedEarly: 'warn', cancelled: 'neutral' };

export function StateChip({ state }: { state: Internship['state'] }) {
  const { t } = useTranslation('internships');
  return <StatusChip tone={tones[state]}>{t(`state.${state}`)}</StatusChip>;
}

const stageTones: Record<Internship['stage'], Tone> = { draft: 'neutral', toSign: 'blue', ready: 'blue', active: 'ok', suspended: 'warn', ended: 'neutral', endedEarly: 'warn', cancelled: 'neutral' };

/** Step by step: of a proposal also whether it is a draft, being signed or ready; of a running one whether it rests. */
export function StageChip({ stage }: { stage: Internship['stage'] }) {
  const { t } = useTranslation('internships');
  return <StatusChip tone={stageTones[stage]}>{t(`stage.${stage}`)}</StatusChip>;
}

/** A figure that no act has confirmed yet. */
export function ToVerify() {
  const { t } = useTranslation('internships');
  return <StatusChip tone="warn">{t('toVerify')}</StatusChip>;
}
