import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { todayKey } from '../../api/today';
import { CheckField, CheckGroup, choice, DateField, day, FieldRow, Form, SelectField, text, TextField, useApiForm, TimeField, time } from '../../components/form';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { EmptyState, Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { today } from '../../lib/format';
import { changePlannedActivity, groupActivityKinds, planGroupActivity, readPlannedActivity, useMyOpenCases, usePlannedActivity, type PlannedActivity } from './api/group-activities';
import { peopleKeys } from './api/keys';
import { SensitiveHints } from './diary/SensitiveHints';

type People = NonNullable<ReturnType<typeof useMyOpenCases>['data']>;

const list = '/beneficiaries/group-activities';

/** An activity of many people, ahead: an appointment for each. With `?planned=` one that is planned already, to be moved or corrected. */
export function PlanGroupActivityPage() {
  const { t } = useTranslation('beneficiaries');
  const id = useSearchParams()[0].get('planned');
  const people = useMyOpenCases(!id);
  const planned = usePlannedActivity(id);
  return (
    <Page title={t(id ? 'groups.changeTitle' : 'groups.plan')} width="form" back={{ to: list, label: t('groups.title') }}>
      {id ? (
        <Loaded query={planned}>{(found) => <ChangeForm planned={found} />}</Loaded>
      ) : (
        <Loaded query={people}>{(found) => (found.length > 0 ? <PlanForm people={found} /> : <EmptyState icon="user" title={t('groups.nobody')} />)}</Loaded>
      )}
    </Page>
  );
}

const what = z.object({
  kind: choice.required(groupActivityKinds),
  on: day.required(),
  at: time.required(),
  until: time.required(),
  title: text.required(120),
  place: text.optional(200),
});
const schema = what.extend({ caseIds: z.array(z.string()).min(1), tellPeople: z.boolean() });
type What = z.input<typeof what>;
type Input = z.input<typeof schema>;

function useDone() {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  return (text: string) => {
    void queries.invalidateQueries({ queryKey: peopleKeys.all });
    void queries.invalidateQueries({ queryKey: todayKey });
    toast.done(text);
    void navigate(list, { replace: true });
  };
}

function PlanForm({ people }: { people: People }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const done = useDone();
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: { kind: '', on: '', at: '', until: '', title: '', place: '', caseIds: [], tellPeople: false },
    serverNames: { userId: 'caseIds', note: 'title' },
    submit: (values) => planGroupActivity(values),
    onDone: (_, { caseIds }) => done(t('groups.plannedDone', { count: caseIds.length })),
  });
  return (
    <Form form={form} submitLabel={t('groups.planAction')} onCancel={() => void navigate(list)} note={t('groups.planNote')}>
      <WhatFields />
      <CheckGroup name="caseIds" label={t('groups.whoIsExpected')} required options={people.map((one) => ({ value: one.id, label: one.displayName }))} />
      <CheckField name="tellPeople" label={t('groups.tell')} help={t('groups.tellHelp')} />
    </Form>
  );
}

const valuesOf = (planned: PlannedActivity): What => ({ kind: planned.kind ?? '', on: planned.on, at: planned.at, until: planned.until, title: planned.title, place: planned.place ?? '' });

/** Who is expected stays: each of their appointments follows. */
function ChangeForm({ planned }: { planned: PlannedActivity }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const done = useDone();
  const form = useApiForm<What, z.output<typeof what>>({
    schema: what,
    defaultValues: valuesOf(planned),
    serverNames: { userId: 'on', note: 'title' },
    version: planned.version,
    submit: (values, version) => changePlannedActivity(planned.id, version ?? planned.version, values),
    reload: async () => readPlannedActivity(planned.id).then((now) => ({ values: valuesOf(now), version: now.version })),
    onDone: () => done(t('groups.changed', { count: waiting.length + elsewhere })),
  });
  const waiting = planned.expected.filter((one) => one.waits || one.onlyKept);
  const elsewhere = Number(planned.elsewhere);
  return (
    <Form form={form} submitLabel={t('groups.changeAction')} onCancel={() => void navigate(list)} note={t('groups.changeNote')}>
      <WhatFields />
      <p>
        {t('groups.expected')}: {waiting.map((one) => one.displayName).join(', ') || t('groups.noneOfMine')}
      </p>
      {elsewhere > 0 && <Notice title={t('groups.elsewhere', { count: elsewhere })}>{t('groups.elsewhereText')}</Notice>}
    </Form>
  );
}

function WhatFields() {
  const { t } = useTranslation('beneficiaries');
  return (
    <>
      <SelectField name="kind" label={t('groups.kind')} required options={groupActivityKinds.map((value) => ({ value, label: t(`groupKind.${value}`) }))} />
      <TextField name="title" label={t('groups.what')} help={t('groups.titleHelp')} required autoComplete="off" />
      <SensitiveHints name="title" />
      <FieldRow>
        <DateField name="on" label={t('appointments.on')} required min={today()} />
        <TimeField name="at" label={t('groups.from')} help={t('appointments.atHelp')} required width="short" />
        <TimeField name="until" label={t('groups.until')} help={t('groups.untilHelp')} required width="short" />
      </FieldRow>
      <TextField name="place" label={t('appointments.place')} autoComplete="off" />
    </>
  );
}
