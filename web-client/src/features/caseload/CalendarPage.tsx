import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ButtonLink } from '../../components/Button';
import { DayCalendar, useCalendarDays } from '../../components/DayCalendar';
import { FilterSelect } from '../../components/filters';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { useListState } from '../../components/useListState';
import { classes } from '../../lib/classes';
import { useTeamCalendar, type CalendarItem } from './api/board';

/** The days of one's équipes. */
export function CalendarPage() {
  const { t } = useTranslation('caseload');
  const state = useListState({ filters: ['on', 'view', 'member'] });
  const days = useCalendarDays(state);
  const calendar = useTeamCalendar(days.from, days.to, state.filters.member);
  return (
    <Page title={t('calendar.title')} width="wide" actions={<ButtonLink icon="link" to="/partner-bodies/calendar">{t('calendar.feed')}</ButtonLink>}>
      {calendar.data?.truncated && <Notice tone="warn">{t('calendar.truncated')}</Notice>}
      <DayCalendar
        label={t('calendar.title')}
        days={days}
        items={calendar.data?.items.map((item) => ({ on: item.on, key: item.kind + item.id, content: <Item item={item} /> }))}
        error={calendar.error}
        onRetry={() => void calendar.refetch()}
        stale={calendar.isPlaceholderData}
        empty={t('calendar.empty')}
      >
        <FilterSelect label={t('calendar.member')} value={state.filters.member} options={(calendar.data?.members ?? []).map((one) => ({ value: one.id, label: one.name }))} onChange={(value) => state.setFilter('member', value)} />
      </DayCalendar>
    </Page>
  );
}

function Item({ item }: { item: CalendarItem }) {
  const { t } = useTranslation('caseload');
  const to =
    item.kind === 'reading' ? `/beneficiaries/readings/${item.id}`
    : item.kind === 'review' ? `/beneficiaries/${item.beneficiaryId}/cases/${item.caseId}/plans/${item.id}`
    : item.kind === 'followUp' ? `/beneficiaries/${item.beneficiaryId}/cases/${item.caseId}#outcome`
    : `/beneficiaries/${item.beneficiaryId}/cases/${item.caseId}#appointments`;
  const what = item.kind === 'appointment' ? t(`appointmentKind.${(item.code ?? 'other') as 'other'}`) : t(`calendar.kind.${item.kind}`);
  return (
    <Link to={to} className={classes('calendar-item', item.kind, item.state === 'held' && 'done')}>
      <b>{[item.at, item.displayName ?? what].filter(Boolean).join(' ')}</b>
      <span>{[item.displayName && what, item.userName, item.state && item.state !== 'planned' && t(`calendar.state.${item.state}`)].filter(Boolean).join(' · ')}</span>
    </Link>
  );
}
