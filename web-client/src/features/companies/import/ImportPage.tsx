import { useParams, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../components/Page';
import { Steps } from '../../../components/parts';
import { Loaded } from '../../../components/states';
import { useImport, type CompanyImport } from '../api/imports';
import { ColumnsStep } from './ColumnsStep';
import { ResultStep } from './ResultStep';
import { RowsStep } from './RowsStep';
import { useImportSteps } from './steps';

/** The wizard of one import; the step is in the address, so that it can be left and found again. */
export function ImportPage() {
  const { t } = useTranslation('companies');
  const { importId = '' } = useParams();
  const query = useImport(importId);
  const steps = useImportSteps();
  const [search, setSearch] = useSearchParams();
  const current = query.data?.result ? 'result' : search.get('step') === 'rows' ? 'rows' : 'columns';
  const go = (step: string) => setSearch({ step });
  return (
    <Page title={t('import.title')} subtitle={query.data?.fileName} width={current === 'rows' ? 'wide' : 'normal'} back={{ to: '/companies/import', label: t('import.all') }}>
      <Steps label={t('import.steps')} steps={steps} current={current} />
      <Loaded query={query} lines={10}>
        {(one: CompanyImport) =>
          current === 'result' ? (
            <ResultStep one={one} />
          ) : current === 'rows' ? (
            <RowsStep one={one} onBack={() => go('columns')} />
          ) : (
            <ColumnsStep key={one.version} one={one} onDone={() => go('rows')} />
          )
        }
      </Loaded>
    </Page>
  );
}
