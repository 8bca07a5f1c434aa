import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/Button';
import { Icon } from '../../../components/Icon';
import { Notice } from '../../../components/parts';
import { DateText, KeyValue } from '../../../components/values';
import { number } from '../../../lib/format';
import { wrongRowsAddress, type CompanyImport } from '../api/imports';

/** Last step: what was done, and the rows that are still to be put right. */
export function ResultStep({ one }: { one: CompanyImport }) {
  const { t } = useTranslation('companies');
  const result = one.result!;
  return (
    <>
      <Notice tone="ok" title={t('import.done', { count: result.created + result.updated, n: number(result.created + result.updated) })}>
        <DateText value={one.confirmedAt} />
      </Notice>
      <div className="card0 padded">
        <KeyValue
          items={[
            { label: t('import.created'), value: number(result.created) },
            { label: t('import.updated'), value: number(result.updated) },
            { label: t('import.state.unchanged'), value: number(result.unchanged) },
            { label: t('import.state.duplicate'), value: number(result.duplicates) },
            { label: t('import.state.wrong'), value: number(result.wrong) },
            { label: t('import.state.skipped'), value: number(result.skipped) },
          ]}
        />
      </div>
      <div className="form-foot">
        <ButtonLink to="/companies" look="fill">
          {t('import.toBank')}
        </ButtonLink>
        {result.wrong > 0 && (
          <a className="btn0" href={wrongRowsAddress(one.id)} download>
            <Icon name="download" /> {t('import.wrongDownload')}
          </a>
        )}
        <ButtonLink to="/companies/import" look="quiet">
          {t('import.another')}
        </ButtonLink>
      </div>
    </>
  );
}
