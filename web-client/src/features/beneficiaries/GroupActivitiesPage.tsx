import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { DataTable, type Column } from '../../components/DataTable';
import { Page } from '../../components/Page';
import { useList } from '../../components/useList';
import { DateText } from '../../components/values';
import { listGroupActivities, type GroupActivity } from './api/group-activities';
import { peopleKeys } from './api/keys';
import { PlannedActivities } from './diary/PlannedActivities';

/** What one did with several people at once. */
export function GroupActivitiesPage() {
  const { t } = useTranslation('beneficiaries');
  const mayWrite = useRight('beneficiaries:write');
  const list = useList<GroupActivity>({ queryKey: peopleKeys.groupActivities, page: ({ cursor, total, signal }) => listGroupActivities({ cursor, total, limit: 25 }, signal) });
  const columns: Column<GroupActivity>[] = [
    {
      key: 'when',
      header: t('appointments.when'),
      cell: (one) => (
        <>
          <DateText value={one.on} />
          {one.at && `, ${one.at}`}
        </>
      ),
    },
    { key: 'title', header: t('groups.what'), cell: (one) => one.title },
    { key: 'kind', header: t('groups.kind'), cell: (one) => t(`groupKind.${one.kind}`) },
    { key: 'present', header: t('groups.present'), cell: (one) => namesOf(one, true) },
    { key: 'absent', header: t('groups.absent'), cell: (one) => namesOf(one, false) },
  ];
  return (
    <Page
      title={t('groups.title')}
      count={list.total}
      subtitle={t('groups.text')}
      actions={
        mayWrite && (
          <>
            <ButtonLink look="fill" icon="plus" to="/beneficiaries/group-activities/new">
              {t('groups.record')}
            </ButtonLink>
            <ButtonLink icon="calendar" to="/beneficiaries/group-activities/plan">
              {t('groups.plan')}
            </ButtonLink>
          </>
        )
      }
    >
      <PlannedActivities mayWrite={mayWrite} />
      <DataTable label={t('groups.title')} columns={columns} list={list} rowKey={(one) => one.id} empty={{ title: t('groups.none'), text: t('groups.noneText') }} />
    </Page>
  );
}

const namesOf = (activity: GroupActivity, present: boolean) =>
  activity.participants
    .filter((person) => person.present === present)
    .map((person) => person.displayName)
    .join(', ');
