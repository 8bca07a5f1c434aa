import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { ButtonLink } from '../../components/Button';
import { DataTable } from '../../components/DataTable';
import { Page } from '../../components/Page';
import { dateTime, number } from '../../lib/format';
import { EditionChip } from './EditionChip';
import { useEditions } from './api/editions';

export function EditionsPage() {
  const { t } = useTranslation('bulletin');
  const list = useEditions({});
  const canWrite = useRight('bulletin:write');
  return (
    <Page
      title={t('title')}
      count={list.total}
      actions={
        <>
          {canWrite && <ButtonLink look="fill" icon="plus" to="/bulletin/new">{t('edition.new')}</ButtonLink>}
          <ButtonLink icon="user" to="/bulletin/subscribers">{t('subscribers.title')}</ButtonLink>
        </>
      }
    >
      <DataTable
        label={t('title')}
        list={list}
        rowKey={(row) => String(row.number)}
        rowLink={(row) => `/bulletin/${row.number}`}
        empty={{ title: t('edition.empty'), text: t('edition.emptyText') }}
        columns={[
          { key: 'number', header: t('field.number'), cell: (row) => t('edition.numbered', { number: row.number }) },
          { key: 'title', header: t('field.title'), cell: (row) => row.title },
          { key: 'opportunities', header: t('edition.opportunities'), cell: (row) => number(row.opportunities), align: 'end' },
          { key: 'when', header: t('edition.when'), cell: (row) => (row.sentAt ? dateTime(row.sentAt) : row.scheduledAt ? t('edition.scheduledFor', { when: dateTime(row.scheduledAt) }) : t('edition.notScheduled')) },
          { key: 'state', header: t('field.state'), cell: (row) => <EditionChip state={row.state} /> },
        ]}
      />
    </Page>
  );
}
