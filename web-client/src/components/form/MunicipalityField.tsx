import { useMemo } from 'react';
import { useController } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { findMunicipalities, knownMunicipality, municipalityLabel, useMunicipality, type Municipality, type MunicipalityCode } from '../../api/municipalities';
import { ComboControl } from './ComboField';
import { useField, type FieldProps } from './Field';
import type { Answers, Option } from '../../lib/answers';

interface MunicipalityProps extends FieldProps {
  /** `belfiore` for birthplaces: suppressed municipalities are then offered too. */
  code?: MunicipalityCode;
  /** Told what was chosen, for instance to propose its postal code. */
  onPick?: (municipality: Municipality | null) => void;
}

/** A municipality, shown as "Grottammare (AP)". The form's value is its code, `''` or `null` without one: `text.required()` or `text.optional()`. */
export function MunicipalityField(props: MunicipalityProps) {
  const { code = 'istat', onPick, ...own } = props;
  const { t } = useTranslation('common');
  const queries = useQueryClient();
  const { field } = useController({ name: props.name });
  const chosen = (field.value || null) as string | null;
  const known = useMunicipality(chosen).data;
  const wiring = useField(own, (value) => {
    const one = knownMunicipality(queries, String(value));
    return one ? municipalityLabel(one) : String(value);
  });
  const value = useMemo(() => (chosen ? { id: chosen, label: known ? municipalityLabel(known) : '' } : null), [chosen, known]);
  const birthplace = code === 'belfiore';

  const load = async (text: string, signal: AbortSignal): Promise<Answers> => {
    const { first, more } = await findMunicipalities(queries, text, birthplace, signal);
    const options = first.flatMap((one) => {
      const id = one[code];
      return id ? [{ id, label: municipalityLabel(one), detail: one.active ? undefined : t('municipality.suppressed') }] : [];
    });
    return { options, more };
  };
  const choose = (option: Option | null) => {
    field.onChange(option?.id ?? '');
    onPick?.(option ? (knownMunicipality(queries, option.id) ?? null) : null);
  };
  return (
    <ComboControl
      {...own}
      {...wiring}
      source={['municipalities', code]}
      load={load}
      placeholder={t('municipality.placeholder')}
      width={props.width ?? 'half'}
      value={value}
      onChange={choose}
      onBlur={field.onBlur}
      inputRef={field.ref}
    />
  );
}

/** The name of a municipality kept by its code. */
export function MunicipalityName({ code }: { code: string | null | undefined }) {
  const { t } = useTranslation('common');
  const known = useMunicipality(code).data;
  if (!code) return <span className="muted">{t('none')}</span>;
  return <>{known ? municipalityLabel(known) : '…'}</>;
}
