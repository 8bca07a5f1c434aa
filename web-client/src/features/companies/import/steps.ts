import { useTranslation } from 'react-i18next';

const importSteps = ['file', 'columns', 'rows', 'result'] as const;

export function useImportSteps() {
  const { t } = useTranslation('companies');
  return importSteps.map((key) => ({ key, label: t(`import.step.${key}`) }));
}

/** What the fields of an import are called on the screen. */
export function useFieldName() {
  const { t } = useTranslation('companies');
  return (field: string) => t(`import.field.${field}`);
}
