import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { number } from '../../../lib/format';
import { downloadIndicators, downloadParticipants, useIndicators } from '../api/participations';

/** The common indicators of FSE+, and the files for who funds. Opened on demand: reading them is logged. */
export function Indicators({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('programmes');
  const [open, setOpen] = useState(false);
  return (
    <SectionCard title={t('indicators.title')}>
      {open ? (
        <Table programmeId={programmeId} />
      ) : (
        <>
          <p>{t('indicators.text')}</p>
          <Button look="quiet" icon="chart-line" onClick={() => setOpen(true)}>
            {t('indicators.open')}
          </Button>
        </>
      )}
    </SectionCard>
  );
}

function Table({ programmeId }: { programmeId: string }) {
  const { t } = useTranslation('programmes');
  const query = useIndicators(programmeId);
  const toast = useToast();
  const count = (value: number | string | null) => (value === null ? <abbr title={t('indicators.few')}>–</abbr> : number(Number(value)));
  const save = (file: Promise<void>) => void file.catch((error: unknown) => toast.failed(error));
  return (
    <Loaded query={query} lines={8}>
      {({ items }) => (
        <>
          <div className="table-scroll" role="group" aria-label={t('indicators.title')} tabIndex={0}>
            <table className="data plain">
              <thead>
                <tr>
                  <th scope="col">{t('indicators.indicator')}</th>
                  <th scope="col">{t('indicators.women')}</th>
                  <th scope="col">{t('indicators.men')}</th>
                  <th scope="col">{t('indicators.nonBinary')}</th>
                  <th scope="col">{t('indicators.total')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.code}>
                    <th scope="row">
                      {t(`indicator.${one.code as 'EECO01'}`)} <span className="muted">{one.code}</span>
                    </th>
                    <td>{count(one.women)}</td>
                    <td>{count(one.men)}</td>
                    <td>{count(one.nonBinary)}</td>
                    <td>
                      <b>{count(one.total)}</b>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <p className="muted">{t('indicators.fewText')}</p>
          <div className="row-actions">
            <Button look="quiet" icon="download" onClick={() => save(downloadIndicators(programmeId, `${t('indicators.file')}.xlsx`))}>
              {t('indicators.export')}
            </Button>
            <Button look="quiet" icon="download" onClick={() => save(downloadParticipants(programmeId, `${t('indicators.participantsFile')}.xlsx`))}>
              {t('indicators.exportParticipants')}
            </Button>
          </div>
        </>
      )}
    </Loaded>
  );
}
