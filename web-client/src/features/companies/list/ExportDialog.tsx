import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { useToast } from '../../../components/Toast';
import { number } from '../../../lib/format';
import { exportColumns, exportCompanies, type CompanyExport } from '../api/exports';

type What = Pick<CompanyExport, 'ids'> | Pick<CompanyExport, 'filters'>;

/** The file of a list: which columns, which format. It says how many companies leave, and that this is written down. */
export function ExportDialog({ what, count, onClose }: { what: What; count: number | undefined; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const toast = useToast();
  const [columns, setColumns] = useState<string[]>(exportColumns.filter((column) => column.usual).map((column) => column.field));
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx');
  const [missing, setMissing] = useState(false);
  const exporting = useMutation({
    mutationFn: () => exportCompanies({ ...what, columns: exportColumns.map((column) => column.field).filter((field) => columns.includes(field)), format } as CompanyExport, t('export.fileName')),
    onSuccess: () => {
      toast.done(t('export.done'));
      onClose();
    },
    onError: toast.failed,
  });
  const all = columns.length === exportColumns.length;
  return (
    <Dialog
      open
      wide
      title={count === undefined ? t('export.open') : t('export.title', { count, n: number(count) })}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button look="fill" icon="download" busy={exporting.isPending} onClick={() => (columns.length === 0 ? setMissing(true) : exporting.mutate())}>
            {exporting.isPending ? t('export.running') : t('export.start')}
          </Button>
        </>
      }
    >
      <fieldset className="field">
        <legend className="f">{t('export.format')}</legend>
        <div className="inline">
          {(['xlsx', 'csv'] as const).map((one) => (
            <label key={one} className="check-line">
              <input type="radio" name="export-format" data-first-focus={one === 'xlsx' || undefined} checked={format === one} onChange={() => setFormat(one)} /> {t(`export.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset className="field">
        <legend className="f">{t('export.columns')}</legend>
        <div className="export-columns">
          {exportColumns.map(({ field }) => (
            <label key={field} className="check-line">
              <input type="checkbox" checked={columns.includes(field)} onChange={(event) => setColumns((before) => (event.target.checked ? [...before, field] : before.filter((other) => other !== field)))} /> {t(`export.column.${field}`)}
            </label>
          ))}
        </div>
        {missing && columns.length === 0 && (
          <div className="field-error" role="alert">
            {t('export.columnsMissing')}
          </div>
        )}
        <Button look="plain" small onClick={() => setColumns(all ? ['name'] : exportColumns.map((column) => column.field))}>
          {t(all ? 'export.onlyName' : 'export.allColumns')}
        </Button>
      </fieldset>
      <p className="hint">{t('export.logged')}</p>
    </Dialog>
  );
}
