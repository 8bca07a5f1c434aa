import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { ErrorState, Skeleton } from '../../../components/states';
import { shortDate } from '../../../lib/format';
import { useCase } from '../api/case';
import { caseCopyHref } from '../api/rights';

/** Where whoever answered for a case makes its part of the copy that the person asked for, also when others follow the person now and the record itself is closed to them. */
export function CaseCopyPage() {
  const { id = '', caseId = '' } = useParams();
  const { t } = useTranslation('beneficiaries');
  const { data: record, error, refetch } = useCase(caseId);
  const open = record && !record.closedOn;
  return (
    <Page
      title={t('rights.part')}
      width="form"
      subtitle={record && [record.displayName, record.closedOn ? t('rights.partPeriod', { from: shortDate(record.openedOn), to: shortDate(record.closedOn) }) : t('rights.partSince', { from: shortDate(record.openedOn) })].join(' · ')}
      back={open ? { to: `/beneficiaries/${id}`, label: t('backToPerson') } : undefined}
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !record ? (
        <Skeleton lines={4} />
      ) : (
        <SectionCard title={t('rights.partTitle')}>
          <p>{t(open ? 'rights.partOfOpen' : 'rights.partOfClosed')}</p>
          <p>{t('rights.partWhat')}</p>
          <p>
            <a className="btn0 fill" href={caseCopyHref(caseId)} download>
              {t('rights.partDownload')}
            </a>
          </p>
          <p className="hint">{t('rights.partLogged')}</p>
        </SectionCard>
      )}
    </Page>
  );
}
