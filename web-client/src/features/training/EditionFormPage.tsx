import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useWatch } from 'react-hook-form';
import * as z from 'zod';
import { CheckField, DateField, FieldRow, Form, MunicipalityField, NumberField, SelectField, TextField, amount, choice, day, text, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { useMe } from '../../api/session';
import { useCourse } from './api/courses';
import { editionStates, readEdition, useChangeEdition, useCreateEdition, useEdition, useTrainers, useTrainingProgrammes, type Edition } from './api/editions';

const schema = z.object({
  code: text.required(40),
  trainerId: text.optional(36),
  municipality: text.required(120),
  address: text.optional(200),
  startsOn: day.required(),
  endsOn: day.required(),
  places: amount.required({ min: 1, max: 500 }),
  hasJob: z.boolean(),
  guaranteedJob: z.object({ employer: z.string().trim().max(200), positions: amount.optional({ min: 1, max: 500 }) }),
  programme: text.optional(200),
  programmeId: text.optional(36),
  state: choice.required(editionStates),
});

type Values = z.input<typeof schema>;

const valuesOf = (edition?: Edition, trainerId?: string): Values => ({
  code: edition?.code ?? '',
  trainerId: (edition ? edition.trainerId : trainerId) ?? '',
  municipality: edition?.place.municipalityIstat ?? '',
  address: edition?.place.address ?? '',
  startsOn: edition?.startsOn ?? '',
  endsOn: edition?.endsOn ?? '',
  places: edition?.places ?? 20,
  hasJob: !!edition?.guaranteedJob,
  guaranteedJob: { employer: edition?.guaranteedJob?.employer ?? '', positions: edition?.guaranteedJob?.positions ?? null },
  programme: edition?.programme ?? '',
  programmeId: edition?.programmeId ?? '',
  state: edition?.state ?? 'planned',
});

/** The two fields of the job are sent only when there is one; what is missing in them the API says at the field. */
const bodyOf = ({ hasJob, guaranteedJob, ...rest }: z.output<typeof schema>) => ({
  ...rest,
  guaranteedJob: hasJob ? { employer: guaranteedJob.employer, positions: guaranteedJob.positions ?? 0 } : null,
});

export function NewEditionPage() {
  const { t } = useTranslation('training');
  const { courseId = '' } = useParams();
  const course = useCourse(courseId);
  return (
    <Page title={t('edition.add')} width="form" subtitle={course.data?.title} back={{ to: `/training/courses/${courseId}`, label: course.data?.title ?? t('course.one') }}>
      <EditionForm courseId={courseId} />
    </Page>
  );
}

export function EditEditionPage() {
  const { t } = useTranslation('training');
  const { editionId = '' } = useParams();
  const query = useEdition(editionId);
  return (
    <Page title={t('edition.edit')} width="form" subtitle={query.data && `${query.data.courseTitle} · ${query.data.code}`} back={{ to: `/training/editions/${editionId}`, label: query.data?.code ?? t('edition.one') }}>
      <Loaded query={query}>{(edition) => <EditionForm courseId={edition.courseId} edition={edition} />}</Loaded>
    </Page>
  );
}

function EditionForm({ courseId, edition }: { courseId: string; edition?: Edition }) {
  const { t } = useTranslation('training');
  const navigate = useNavigate();
  const toast = useToast();
  const { data: me } = useMe();
  const trainers = useTrainers();
  const programmes = useTrainingProgrammes().data?.items ?? [];
  const create = useCreateEdition();
  const change = useChangeEdition(edition?.id ?? '');
  const form = useApiForm({
    schema,
    defaultValues: valuesOf(edition, me?.roles.includes('trainer') ? me.id : undefined),
    version: edition?.version,
    reload: edition && (async () => readEdition(edition.id).then((now) => ({ values: valuesOf(now), version: now.version }))),
    submit: async (values, version) => {
      if (!edition) return (await create.mutateAsync({ courseId, ...bodyOf(values) })).id;
      await change.mutateAsync({ version: version ?? 0, form: bodyOf(values) });
      return edition.id;
    },
    onDone: (id) => {
      toast.done(t('saved'));
      void navigate(`/training/editions/${id}`, { replace: true });
    },
  });
  const known = trainers.data?.items ?? [];
  // A trainer whose account was closed stays in what was planned with them.
  const options = edition?.trainerId && !known.some((one) => one.id === edition.trainerId) ? [...known, { id: edition.trainerId, displayName: edition.trainerName ?? '' }] : known;
  const states = edition ? editionStates : editionStates.filter((state) => state !== 'ended' && state !== 'cancelled');
  return (
    <div className="card0 padded">
      <Form form={form} submitLabel={t(edition ? 'save' : 'edition.add')} onCancel={() => void navigate(-1)}>
        <TextField name="code" label={t('edition.code')} help={t('edition.codeHelp')} required width="short" autoFocus={!edition} />
        <FieldRow>
          <DateField name="startsOn" label={t('edition.startsOn')} required />
          <DateField name="endsOn" label={t('edition.endsOn')} required />
          <NumberField name="places" label={t('edition.places')} required />
        </FieldRow>
        <MunicipalityField name="municipality" label={t('edition.municipality')} required />
        <TextField name="address" label={t('edition.address')} />
        <SelectField name="trainerId" label={t('edition.trainer')} emptyLabel={t('toAssign')} options={options.map((one) => ({ value: one.id, label: one.displayName }))} />
        <SelectField name="programmeId" label={t('edition.payer')} help={t('edition.payerHelp')} emptyLabel={t('edition.noPayer')} options={programmes.map((one) => ({ value: one.id, label: one.name }))} />
        <TextField name="programme" label={t('edition.programme')} help={t('edition.programmeHelp')} />
        <CheckField name="hasJob" label={t('edition.hasJob')} />
        <Job />
        <SelectField name="state" label={t('edition.state')} required options={states.map((value) => ({ value, label: t(`editionState.${value}`) }))} />
      </Form>
    </div>
  );
}

function Job() {
  const { t } = useTranslation('training');
  if (!(useWatch({ name: 'hasJob' }) as boolean)) return null;
  return (
    <FieldRow>
      <TextField name="guaranteedJob.employer" label={t('edition.employer')} required />
      <NumberField name="guaranteedJob.positions" label={t('edition.positions')} required />
    </FieldRow>
  );
}
