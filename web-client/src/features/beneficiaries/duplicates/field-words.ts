import { useTranslation } from 'react-i18next';
import { useSectors } from '../../../components/sectors';
import { longDate } from '../../../lib/format';
import { useEducationLevels } from '../api/reference';

const sections = ['household', 'labourServices', 'benefits', 'bankAccount', 'curriculum', 'mailbox'];

/** How the fields of a merge are called, and how their values read. */
export function useFieldWords() {
  const { t } = useTranslation('beneficiaries');
  const sectors = useSectors();
  const levels = useEducationLevels();
  return {
    name: (code: string) => (sections.includes(code) ? t(`merging.section.${code}`) : code === 'domicile' ? t('domicile') : t(`field.${code}`)),
    value: (code: string, value: string) => {
      switch (code) {
        case 'birthDate':
        case 'unemployedSince':
          return longDate(value);
        case 'sex':
        case 'gender':
        case 'mobility':
          return t(`${code}.${value}`);
        case 'education':
          return levels.find((level) => level.code === value)?.name ?? value;
        case 'singleParent':
          return t(value === 'true' ? 'common:yes' : 'common:no');
        case 'wishedSectors':
          return value.split(',').map(sectors.name).join(', ');
        default:
          return value;
      }
    },
  };
}
