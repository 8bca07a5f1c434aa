import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../components/StatusChip';
import { today } from '../../lib/format';
import type { ApplicationItem } from './api/applications';
import type { Session } from './api/paths';

export function PathChip({ state }: { state: 'open' | 'closed' }) {
  const { t } = useTranslation('job-search');
  return <StatusChip tone={state === 'open' ? 'blue' : 'neutral'}>{t(`pathState.${state}`)}</StatusChip>;
}

const sessionTones = { held: 'ok', missed: 'late', cancelled: 'neutral' } as const;

export function SessionChip({ session }: { session: Session }) {
  const { t } = useTranslation('job-search');
  if (session.state !== 'planned') return <StatusChip tone={sessionTones[session.state]}>{t(`sessionState.${session.state}`)}</StatusChip>;
  if (session.over) return <StatusChip tone="warn">{t('sessionState.toRecord')}</StatusChip>;
  return <StatusChip tone="blue">{t(session.on === today() ? 'sessionState.today' : 'sessionState.planned')}</StatusChip>;
}

const outcomeTones = { hired: 'ok', refused: 'neutral', noAnswer: 'neutral', withdrawn: 'neutral' } as const;
const mailTones = { waiting: 'blue', sending: 'blue', sent: 'ok', failed: 'late', uncertain: 'warn' } as const;

type Standing = Pick<ApplicationItem, 'state' | 'outcome' | 'answerDueOn' | 'mailState'>;

/** Where it stands, and how its mail went when that is news. */
export function ApplicationChip({ application }: { application: Standing }) {
  const { t } = useTranslation('job-search');
  const { state, outcome, mailState, answerDueOn } = application;
  if (state === 'closed') return <StatusChip tone={outcomeTones[outcome ?? 'refused']}>{t(`applicationOutcome.${outcome ?? 'refused'}`)}</StatusChip>;
  const late = (state === 'sent' || state === 'answered') && !!answerDueOn && answerDueOn <= today();
  return (
    <>
      <StatusChip tone={late ? 'late' : state === 'draft' ? 'warn' : 'blue'}>{t(late ? 'applicationState.due' : `applicationState.${state}`)}</StatusChip>
      {mailState && mailState !== 'sent' && (
        <>
          {' '}
          <StatusChip tone={mailTones[mailState]}>{t(`mailState.${mailState}`)}</StatusChip>
        </>
      )}
    </>
  );
}
