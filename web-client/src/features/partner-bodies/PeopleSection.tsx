import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/Button';
import { DateField, FieldRow, Form, TextField, day, text, useApiForm } from '../../components/form';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText } from '../../components/values';
import { addPerson, updatePerson, usePeople, type BodyPerson } from './api/people';
import type { PartnerBody } from './api/partner-bodies';

/** The people through whom the body works; whoever left stays at the end, greyed. */
export function PeopleSection({ body, mayWrite }: { body: PartnerBody; mayWrite: boolean }) {
  const { t } = useTranslation('partner-bodies');
  const [open, setOpen] = useState<string | null>(null);
  const close = () => setOpen(null);
  return (
    <SectionCard
      title={t('people.title')}
      actions={
        mayWrite &&
        open !== 'new' && (
          <Button small look="plain" icon="plus" onClick={() => setOpen('new')}>
            {t('people.add')}
          </Button>
        )
      }
    >
      {open === 'new' && <PersonForm body={body} onClose={close} />}
      <Loaded query={usePeople(body.id)} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            open !== 'new' && <EmptyState icon="user" title={t('people.empty')} text={t('people.emptyText')} />
          ) : (
            <ul className="rows">
              {items.map((person) =>
                open === person.id ? (
                  <li key={person.id}>
                    <PersonForm body={body} person={person} onClose={close} />
                  </li>
                ) : (
                  <Person key={person.id} person={person} onEdit={mayWrite ? () => setOpen(person.id) : undefined} />
                ),
              )}
            </ul>
          )
        }
      </Loaded>
    </SectionCard>
  );
}

function Person({ person, onEdit }: { person: BodyPerson; onEdit?: () => void }) {
  const { t } = useTranslation('partner-bodies');
  return (
    <li className="row0">
      <div className="row0-main">
        <b>{person.name}</b>
        {person.role && <span className="muted"> · {person.role}</span>}
        <div className="muted">
          {person.phone && <a href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}>{person.phone}</a>}
          {person.phone && person.email && ' · '}
          {person.email && <a href={`mailto:${person.email}`}>{person.email}</a>}
          {person.leftOn && (
            <>
              {(person.phone || person.email) && ' · '}
              {t('people.left')} <DateText value={person.leftOn} short />
            </>
          )}
        </div>
      </div>
      {onEdit && (
        <Button small look="quiet" onClick={onEdit} aria-label={`${t('edit')}: ${person.name}`}>
          {t('edit')}
        </Button>
      )}
    </li>
  );
}

const schema = z.object({ name: text.required(120), role: text.optional(120), phone: text.optional(40), email: text.optional(254), leftOn: day.optional() });

const valuesOf = (person?: BodyPerson): z.input<typeof schema> => ({ name: person?.name ?? '', role: person?.role ?? '', phone: person?.phone ?? '', email: person?.email ?? '', leftOn: person?.leftOn ?? '' });

function PersonForm({ body, person, onClose }: { body: PartnerBody; person?: BodyPerson; onClose: () => void }) {
  const { t } = useTranslation('partner-bodies');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm({
    schema,
    defaultValues: valuesOf(person),
    version: person?.version,
    submit: async (values, version) => {
      if (person) await updatePerson(body.id, person.id, values, version!);
      else await addPerson(body.id, values);
    },
    onDone: () => {
      // Also the lists of people in the forms of tables and protocols.
      void queries.invalidateQueries();
      toast.done(t('people.saved'));
      onClose();
    },
  });
  return (
    <div className="inset">
      <Form form={form} label={t(person ? 'people.edit' : 'people.add')} submitLabel={t('save')} onCancel={onClose}>
        <TextField name="name" label={t('people.name')} required autoComplete="off" autoFocus />
        <TextField name="role" label={t('people.role')} autoComplete="off" />
        <FieldRow>
          <TextField name="phone" type="tel" label={t('phone')} width="half" autoComplete="off" />
          <TextField name="email" type="email" label={t('email')} width="half" autoComplete="off" />
        </FieldRow>
        {person && <DateField name="leftOn" label={t('people.leftOn')} help={t('people.leftHelp')} />}
      </Form>
    </div>
  );
}
