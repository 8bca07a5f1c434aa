import { useEffect, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../components/form';
import { Notice } from '../../components/parts';
import { useSchemes, type SchemesFor } from './api/allowance';

/** Only the schemes of the internship's region and kind; one that does not fit any more is taken out and it is said so. */
export function SchemeField({ of, children }: { of: SchemesFor | null; children?: (isDowry: boolean) => React.ReactNode }) {
  const { t } = useTranslation('internships');
  const { setValue } = useFormContext<{ schemeId: string }>();
  const chosen = useWatch<{ schemeId: string }, 'schemeId'>({ name: 'schemeId' });
  const schemes = useSchemes(of).data?.items;
  const [fell, setFell] = useState(false);
  useEffect(() => {
    if (!schemes || !chosen) return;
    const fits = schemes.some((scheme) => scheme.id === chosen);
    setFell(!fits);
    if (!fits) setValue('schemeId', '', { shouldDirty: true });
  }, [schemes, chosen, setValue]);
  const isDowry = schemes?.find((scheme) => scheme.id === chosen)?.terms.some((terms) => terms.method === 'dowry') ?? false;
  return (
    <>
      {fell && !chosen && <Notice tone="warn">{t('paying.schemeUnfit')}</Notice>}
      <SelectField
        name="schemeId"
        label={t('paying.scheme')}
        help={t(of ? 'paying.schemeHelp' : 'paying.schemeLater')}
        required
        width="full"
        options={(schemes ?? []).map((scheme) => ({ value: scheme.id, label: scheme.name }))}
      />
      {children?.(isDowry)}
    </>
  );
}
