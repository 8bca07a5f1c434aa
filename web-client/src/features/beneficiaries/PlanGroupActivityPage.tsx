import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { todayKey } from '../../api/today';
import { CheckField, CheckGroup, choice, DateField, day, FieldRow, Form, SelectField, text, TextField, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { EmptyState, Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { today } from '../../lib/format';
import { groupActivityKinds, planGroupActivity, useMyOpenCases } from './api/group-activities';
import { peopleKeys } from './api/keys';
import { SensitiveHints } from './diary/SensitiveHints';

type People = NonNullable<ReturnType<typeof useMyOpenCases>['data']>;

/** An activity of many people, ahead: an appointment for each. */
export function PlanGroupActivityPage() {
  const { t } = useTranslation('beneficiaries');
  const people = useMyOpenCases();
  return (
    <Page title={t('groups.plan')} width="form" back={{ to: '/beneficiaries/group-activities', label: t('groups.title') }}>
      <Loaded query={people}>{(found) => (found.length > 0 ? <PlanForm people={found} /> : <EmptyState icon="user" title={t('groups.nobody')} />)}</Loaded>
    </Page>
  );
}

const schema = z.object({
  kind: choice.required(groupActivityKinds),
  on: day.required(),
  at: z.string().min(1),
  until: z.string().min(1),
  title: text.required(120),
  place: text.optional(200),
  caseIds: z.array(z.string()).min(1),
  tellPeople: z.boolean(),
});
type Input = z.input<typeof schema>;

function PlanForm({ people }: { people: People }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: { kind: '', on: '', at: '', until: '', title: '', place: '', caseIds: [], tellPeople: false },
    serverNames: { userId: 'caseIds', note: 'title' },
    submit: (values) => planGroupActivity(values),
    onDone: (_, { caseIds }) => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      void queries.invalidateQueries({ queryKey: todayKey });
      toast.done(t('groups.plannedDone', { count: caseIds.length }));
      void navigate('/beneficiaries/group-activities', { replace: true });
    },
  });
  return (
    <Form form={form} submitLabel={t('groups.planAction')} onCancel={() => void navigate('/beneficiaries/group-activities')} note={t('groups.planNote')}>
      <SelectField name="kind" label={t('groups.kind')} required options={groupActivityKinds.map((value) => ({ value, label: t(`groupKind.${value}`) }))} />
      <TextField name="title" label={t('groups.what')} help={t('groups.titleHelp')} required autoComplete="off" />
      <SensitiveHints name="title" />
      <FieldRow>
        <DateField name="on" label={t('appointments.on')} required min={today()} />
        <TextField name="at" label={t('groups.from')} help={t('appointments.atHelp')} required width="short" inputMode="numeric" autoComplete="off" />
        <TextField name="until" label={t('groups.until')} help={t('groups.untilHelp')} required width="short" inputMode="numeric" autoComplete="off" />
      </FieldRow>
      <TextField name="place" label={t('appointments.place')} autoComplete="off" />
      <CheckGroup name="caseIds" label={t('groups.whoIsExpected')} required options={people.map((one) => ({ value: one.id, label: one.displayName }))} />
      <CheckField name="tellPeople" label={t('groups.tell')} help={t('groups.tellHelp')} />
    </Form>
  );
}
