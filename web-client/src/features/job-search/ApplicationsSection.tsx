import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/Button';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../components/states';
import { RelativeDate } from '../../components/values';
import { longDate } from '../../lib/format';
import { useApplications, type ApplicationItem } from './api/applications';
import type { Path } from './api/paths';
import { ApplicationChip } from './chips';

/** What was sent in the person's place, the latest first. */
export function ApplicationsSection({ path, open }: { path: Path; open: boolean }) {
  const { t } = useTranslation('job-search');
  const list = useApplications({ pathId: path.id, limit: 10 });
  return (
    <div id="applications">
      <SectionCard
        title={t('applications.title')}
        note={list.total ? String(list.total) : undefined}
        actions={
          open && (
            <ButtonLink small icon="plus" to={`/job-search/${path.id}/openings`}>
              {t('applications.new')}
            </ButtonLink>
          )
        }
      >
        {list.error ? (
          <ErrorState error={list.error} onRetry={list.refetch} />
        ) : list.isPending ? (
          <Skeleton lines={2} />
        ) : list.rows.length === 0 ? (
          <EmptyState icon="mail" title={t('applications.none')} text={open ? t('applications.noneText') : undefined} />
        ) : (
          <ul className="rows">
            {list.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        )}
        {list.hasMore && (
          <Button look="quiet" busy={list.isLoadingMore} onClick={list.loadMore}>
            {t('applications.more')}
          </Button>
        )}
      </SectionCard>
    </div>
  );
}

function Row({ row }: { row: ApplicationItem }) {
  const { t } = useTranslation('job-search');
  return (
    <li>
      <div className="grow">
        <Link className="lnk" to={`/job-search/applications/${row.id}`}>
          {row.employer}
        </Link>{' '}
        <ApplicationChip application={row} />
        <div className="hint">
          {[row.duty, row.place, t(`channel.${row.channel}`)].filter(Boolean).join(' · ')}
          {row.state === 'interview' && row.interviewOn ? (
            <> · {t('interviewAt', { date: longDate(row.interviewOn), time: row.interviewAt })}</>
          ) : (
            row.answerDueOn &&
            row.state !== 'closed' &&
            row.state !== 'draft' && (
              <>
                {' · '}
                {t('answerBy')} <RelativeDate value={row.answerDueOn} due />
              </>
            )
          )}
        </div>
      </div>
    </li>
  );
}
