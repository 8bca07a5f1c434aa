import { useTranslation } from 'react-i18next';
import { useSectors } from '../sectors';
import { CheckGroup, SelectField } from './choices';
import type { FieldProps } from './Field';

type Props = Omit<FieldProps, 'label'> & { label?: string };

/** One sector: the value is its code. `choice.required(sectors)` or `choice.optional(sectors)`. */
export function SectorSelect({ label, ...props }: Props) {
  const { t } = useTranslation('common');
  return <SelectField {...props} label={label ?? t('sector')} options={useSectors().options} />;
}

/** Several sectors: the value is the list of their codes. */
export function SectorChecks({ label, ...props }: Props) {
  const { t } = useTranslation('common');
  return <CheckGroup {...props} label={label ?? t('sector')} options={useSectors().options} />;
}
