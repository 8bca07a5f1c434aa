import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { CheckField, FieldRow, Form, SelectField, TextField, choice, text, useApiForm } from '../../components/form';
import { EmptyState } from '../../components/states';
import { StatusChip } from '../../components/StatusChip';
import { readCompany, type Company } from './api/companies';
import { savePerson, type Person } from './api/file';
import { PartActions, PartsSection, usePartSaved } from './PartsSection';

const channels = ['call', 'visit', 'mail', 'meeting'] as const;

/** With whom one speaks there: the first one first. */
export function PeopleSection({ company, mayWrite }: { company: Company; mayWrite: boolean }) {
  const { t } = useTranslation('companies');
  return (
    <PartsSection
      title={t('file.people')}
      addLabel={t('file.addPerson')}
      parts={company.people}
      mayWrite={mayWrite}
      empty={<EmptyState icon="user" title={t('file.noPeople')} text={t('file.noPeopleText')} />}
      form={(person, onClose) => <PersonForm company={company} person={person} onClose={onClose} />}
      row={(person, onOpen) => <PersonRow company={company} person={person} onOpen={onOpen} />}
    />
  );
}

function PersonRow({ company, person, onOpen }: { company: Company; person: Person; onOpen?: () => void }) {
  const { t } = useTranslation('companies');
  const name = person.name || person.role || t('file.personUnknown');
  return (
    <>
      <div className="row-head">
        <strong>{[person.name, person.role].filter(Boolean).join(', ')}</strong>
        {person.doNotCall ? <StatusChip tone="late">{t('person.doNotCall')}</StatusChip> : person.isFirst && company.people.length > 1 && <StatusChip tone="blue">{t('file.firstPerson')}</StatusChip>}
      </div>
      <div>
        {[person.phone, person.otherPhone].filter((number): number is string => !!number).map((number, index) => (
          <span key={number}>
            {index > 0 && ' · '}
            <a href={`tel:${number.replace(/\s/g, '')}`}>{number}</a>
          </span>
        ))}
        {person.email && (
          <div>
            <a href={`mailto:${person.email}`}>{person.email}</a>
          </div>
        )}
      </div>
      {(person.preferredChannel || person.preferredHours) && (
        <div className="muted">{[person.preferredChannel && t('file.prefers', { channel: t(`contact.channel.${person.preferredChannel}`) }), person.preferredHours].filter(Boolean).join(' · ')}</div>
      )}
      <PartActions company={company} part="person" id={person.id} name={name} question={t('file.removePersonTitle', { name })} onOpen={onOpen} />
    </>
  );
}

const schema = z.object({
  name: text.required(120),
  role: text.optional(120),
  phone: text.optional(40),
  otherPhone: text.optional(40),
  email: text.optional(254),
  preferredChannel: choice.optional(channels),
  preferredHours: text.optional(),
  doNotCall: z.boolean(),
  isFirst: z.boolean(),
});

const input = (person?: Person): z.input<typeof schema> => ({
  name: person?.name ?? '',
  role: person?.role ?? '',
  phone: person?.phone ?? '',
  otherPhone: person?.otherPhone ?? '',
  email: person?.email ?? '',
  preferredChannel: person?.preferredChannel ?? '',
  preferredHours: person?.preferredHours ?? '',
  doNotCall: person?.doNotCall ?? false,
  isFirst: person?.isFirst ?? false,
});

function PersonForm({ company, person, onClose }: { company: Company; person?: Person; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const onDone = usePartSaved(t('file.personSaved'), onClose);
  const form = useApiForm({
    schema,
    defaultValues: input(person),
    version: company.version,
    submit: (values, version) => savePerson(company, person?.id, values, version!),
    reload: async () => {
      const now = await readCompany(company.id);
      return { values: input(now.people.find((one) => one.id === person?.id)), version: now.version };
    },
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('file.savePerson')} onCancel={onClose} label={t(person ? 'file.personForm' : 'file.addPerson')}>
      <FieldRow>
        <TextField name="name" label={t('person.name')} required width="half" autoComplete="off" />
        <TextField name="role" label={t('person.role')} width="half" autoComplete="off" />
      </FieldRow>
      <FieldRow>
        <TextField name="phone" type="tel" label={t('person.phone')} width="half" autoComplete="off" />
        <TextField name="otherPhone" type="tel" label={t('file.otherPhone')} width="half" autoComplete="off" />
      </FieldRow>
      <TextField name="email" type="email" label={t('person.email')} autoComplete="off" />
      <FieldRow>
        <SelectField name="preferredChannel" label={t('file.preferredChannel')} options={channels.map((value) => ({ value, label: t(`contact.channel.${value}`) }))} emptyLabel={t('file.anyChannel')} />
        <TextField name="preferredHours" label={t('person.hours')} width="half" autoComplete="off" />
      </FieldRow>
      <CheckField name="doNotCall" label={t('person.doNotCall')} />
      {!person?.isFirst && <CheckField name="isFirst" label={t('file.makeFirst')} />}
    </Form>
  );
}
