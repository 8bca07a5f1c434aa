import { useWatch } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { todayKey } from '../../api/today';
import { CheckGroup, choice, DateField, day, FieldRow, Form, SelectField, text, TextArea, TextField, useApiForm, TimeField, time } from '../../components/form';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { EmptyState, Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { today } from '../../lib/format';
import { groupActivityKinds, recordGroupActivity, useMyOpenCases, usePlannedActivity, type PlannedActivity } from './api/group-activities';
import { peopleKeys } from './api/keys';
import { SensitiveHints } from './diary/SensitiveHints';
import { useDraftStore } from './api/drafts';

type People = NonNullable<ReturnType<typeof useMyOpenCases>['data']>;

export function GroupActivityFormPage() {
  const { t } = useTranslation('beneficiaries');
  const people = useMyOpenCases();
  const [search] = useSearchParams();
  const plannedId = search.get('planned');
  const planned = usePlannedActivity(plannedId);
  if (plannedId)
    return (
      <Page title={t('groups.record')} width="form" back={{ to: '/beneficiaries/group-activities', label: t('groups.title') }}>
        <Loaded query={planned}>{(plan) => <Loaded query={people}>{(found) => <PlannedForm people={found} planned={plan} />}</Loaded>}</Loaded>
      </Page>
    );
  return (
    <Page title={t('groups.record')} width="form" back={{ to: '/beneficiaries/group-activities', label: t('groups.title') }}>
      <Loaded query={people}>{(found) => (found.length > 0 ? <UnplannedForm people={found} /> : <EmptyState icon="user" title={t('groups.nobody')} />)}</Loaded>
    </Page>
  );
}

const schema = z.object({
  kind: choice.required(groupActivityKinds),
  on: day.required(),
  at: time.optional(),
  title: text.required(120),
  text: text.required(7000),
  chosen: z.array(z.string()).min(1),
  absent: z.array(z.string()),
});
type Input = z.input<typeof schema>;

/** What is half written is kept until the next time. */
function UnplannedForm({ people }: { people: People }) {
  return <ActivityForm people={people} keep={useDraftStore('groupActivity')} />;
}

/** Day, title and who was expected come from the plan. */
function PlannedForm({ people, planned }: { people: People; planned: PlannedActivity }) {
  const { t } = useTranslation('beneficiaries');
  if (planned.state !== 'planned') return <EmptyState icon="calendar" title={t('groups.settled')} />;
  return <ActivityForm people={people} planned={planned} />;
}

function ActivityForm({ people, planned, keep }: { people: People; planned?: PlannedActivity; keep?: ReturnType<typeof useDraftStore> }) {
  const { t } = useTranslation('beneficiaries');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: {
      kind: planned?.kind ?? '',
      on: planned?.on ?? today(),
      at: planned?.at ?? '',
      title: planned?.title ?? '',
      text: '',
      chosen: planned?.expected.filter((one) => one.waits).map((one) => one.caseId) ?? [],
      absent: [],
    },
    keep,
    serverNames: { participants: 'chosen' },
    submit: ({ chosen, absent, ...values }) => recordGroupActivity({ ...values, participants: chosen.map((caseId) => ({ caseId, present: !absent.includes(caseId) })), plannedId: planned?.id ?? null }),
    onDone: (_, { chosen }) => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      void queries.invalidateQueries({ queryKey: todayKey });
      toast.done(t('groups.recorded', { count: chosen.length }));
      void navigate('/beneficiaries/group-activities', { replace: true });
    },
  });
  const kept = planned?.expected.filter((one) => one.onlyKept) ?? [];
  return (
    <Form form={form} submitLabel={t('groups.sign')} onCancel={() => void navigate('/beneficiaries/group-activities')} note={t(planned ? 'groups.foreverPlanned' : 'groups.forever')}>
      <SelectField name="kind" label={t('groups.kind')} required options={groupActivityKinds.map((value) => ({ value, label: t(`groupKind.${value}`) }))} />
      <FieldRow>
        <DateField name="on" label={t('diary.on')} required max={today()} />
        <TimeField name="at" label={t('diary.at')} help={t('diary.atHelp')} width="short" />
      </FieldRow>
      <TextField name="title" label={t('groups.what')} required autoComplete="off" />
      <TextArea name="text" label={t('diary.text')} help={t('groups.textHelp')} required rows={6} />
      <SensitiveHints name="text" />
      {kept.length > 0 && <Notice title={t('groups.onlyKept', { names: kept.map((one) => one.displayName).join(', ') })}>{t('groups.onlyKeptText')}</Notice>}
      {planned && Number(planned.elsewhere) > 0 && <Notice title={t('groups.elsewhere', { count: Number(planned.elsewhere) })}>{t('groups.elsewhereRecorded')}</Notice>}
      <CheckGroup name="chosen" label={t('groups.who')} required options={people.map((one) => ({ value: one.id, label: one.displayName }))} />
      <Absent people={people} />
    </Form>
  );
}

/** Whoever was expected was there, unless it is said here. */
function Absent({ people }: { people: People }) {
  const { t } = useTranslation('beneficiaries');
  const chosen = useWatch<Input, 'chosen'>({ name: 'chosen' });
  const expected = people.filter((one) => chosen.includes(one.id));
  if (expected.length === 0) return null;
  return <CheckGroup name="absent" label={t('groups.whoWasAbsent')} options={expected.map((one) => ({ value: one.id, label: one.displayName }))} />;
}
