import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import { findMunicipalities, municipalityLabel, useMunicipality } from '../api/municipalities';
import { useProvinces } from '../api/provinces';
import { FilterSelect } from './filters';
import { ComboControl } from './form/ComboField';

interface PlaceFilterProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** A municipality, for the bar above a list: type, walk with the arrows, Enter. The value is its ISTAT code. */
export function FilterMunicipality({ label, value, onChange }: PlaceFilterProps) {
  const { t } = useTranslation('common');
  const queries = useQueryClient();
  const id = useId();
  const known = useMunicipality(value).data;
  const chosen = useMemo(() => (value ? { id: value, label: known ? municipalityLabel(known) : '' } : null), [value, known]);
  return (
    <div className="filter-combo">
      <ComboControl
        id={id}
        name="municipality"
        label={label}
        source={['municipalities', 'istat']}
        load={async (text, signal) => {
          const { first, more } = await findMunicipalities(queries, text, false, signal);
          return { options: first.flatMap((one) => (one.istat ? [{ id: one.istat, label: municipalityLabel(one) }] : [])), more };
        }}
        placeholder={t('filterAll', { label })}
        access={{ id, 'aria-describedby': undefined, 'aria-invalid': undefined, 'aria-required': undefined }}
        value={chosen}
        onChange={(option) => onChange(option?.id)}
        onBlur={() => undefined}
        inputRef={null}
      />
    </div>
  );
}

/** A province, for the bar above a list. The value is its two letters. */
export function FilterProvince({ label, value, onChange }: PlaceFilterProps) {
  const provinces = useProvinces().data ?? [];
  return <FilterSelect label={label} value={value} options={provinces.map((one) => ({ value: one.code, label: `${one.name} (${one.code})` }))} onChange={onChange} />;
}
