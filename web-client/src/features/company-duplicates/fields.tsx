import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSectors } from '../../components/sectors';
import { DateText } from '../../components/values';
import type { Company } from './api';

export interface Choice {
  name: string;
  label: string;
  show: (company: Company) => ReactNode;
}

/** What is chosen at a merge, each with how it is shown; a site and a person are chosen whole. */
export function useChoices(): Choice[] {
  const { t } = useTranslation('companies');
  const sectors = useSectors();
  const of = (name: string, show: (company: Company) => ReactNode): Choice => ({ name, label: t(`file.field.${name}`), show });
  return [
    of('name', (company) => company.name),
    of('tradeName', (company) => company.tradeName),
    of('vatNumber', (company) => company.vatNumber),
    of('taxCode', (company) => company.taxCode),
    of('legalForm', (company) => company.legalForm && t(`file.legalForms.${company.legalForm}`)),
    of('kind', (company) => t(`kind.${company.kind}`)),
    of('sector', (company) => sectors.name(company.sector)),
    of('atecoSection', (company) => company.atecoSection),
    of('atecoCode', (company) => company.atecoCode),
    of('mainSite', (company) =>
      [company.address, company.cap, company.municipalityName && `${company.municipalityName} (${company.province})`, company.permanentStaff !== null && t('file.staff', { count: company.permanentStaff })]
        .filter(Boolean)
        .join(', '),
    ),
    of('phone', (company) => company.phone),
    of('email', (company) => company.email),
    of('website', (company) => company.website),
    of('contactPerson', (company) => [company.contactPerson.name, company.contactPerson.role, company.contactPerson.phone, company.contactPerson.email].filter(Boolean).join(', ')),
    of('solidarityNetwork', (company) => (company.solidarityNetwork ? t('common:yes') : '')),
    of('lookedAfterBy', (company) => company.lookedAfterByName),
    of('obligationStaff', (company) => company.obligationStaff),
    of('targetedPlacement', (company) => company.targetedPlacement && t(`file.placement.${company.targetedPlacement}`)),
    of('article14Convention', (company) => company.article14Convention),
    of('article14Until', (company) => company.article14Until && <DateText value={company.article14Until} short />),
    of('consentNotes', (company) => company.consentNotes),
    of('notes', (company) => company.notes),
  ];
}

/** Whether the field says something in this company. */
export const isEmpty = (value: ReactNode) => value === null || value === undefined || value === '' || value === false;

/** What is taken whole is taken where more of it is written: a street and a staff are worth more than a municipality alone. */
export function isPoorer(choice: Choice, one: Company, other: Company): boolean {
  const parts = whole[choice.name];
  if (!parts) return false;
  const count = (company: Company) => parts(company).filter((part) => !isEmpty(part)).length;
  return count(one) < count(other);
}

const whole: Record<string, (company: Company) => ReactNode[]> = {
  mainSite: (company) => [company.address, company.cap, company.municipality, company.permanentStaff],
  contactPerson: ({ contactPerson: person }) => [person.name, person.role, person.phone, person.email, person.preferredHours],
};

/** Two shown values that differ; a node is compared by what it was made of. */
export const differs = (choice: Choice, one: Company, other: Company) => JSON.stringify(plain(choice.show(one))) !== JSON.stringify(plain(choice.show(other)));

const plain = (value: ReactNode): unknown => (value && typeof value === 'object' && 'props' in value ? (value.props as { value?: unknown }).value : isEmpty(value) ? '' : value);
