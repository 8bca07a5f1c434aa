import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { CheckField, DateField, day, Form, RadioGroup, TextArea, TextField, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { ErrorState, Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { longDate, today } from '../../../lib/format';
import { useInternship, useRefresh, type Internship } from '../api/internships';
import { changeVisit, discardVisit, recordVisit, useMonitoring, type Monitoring, type Visit, type VisitKind, type VisitSheet } from '../api/monitoring';
import { VisitText } from './MonitoringSection';

const attendances = ['regular', 'someAbsences', 'manyAbsences'] as const;
const levels = ['notYet', 'withHelp', 'alone', 'helpsOthers'] as const;
const conditions = ['good', 'toWatch', 'serious'] as const;

/** `:visit` is a kind, whose draft is gone on with or begun, or the id of a sheet. */
export function VisitPage() {
  const { id = '', visit = '' } = useParams();
  const { t } = useTranslation('internships');
  const internship = useInternship(id);
  const monitoring = useMonitoring(id);
  const error = internship.error ?? monitoring.error;
  if (internship.data && monitoring.data) {
    const found = monitoring.data.visits.find((one) => one.id === visit || (one.kind === visit && one.state === 'draft'));
    const kind: VisitKind | undefined = found?.kind ?? (visit === 'visit' || visit === 'interview' ? visit : undefined);
    return (
      <Page
        title={kind ? t(`monitoring.sheet.${kind}`) : t('monitoring.title')}
        width="form"
        back={{ to: `/internships/${id}`, label: t('backToInternship') }}
        subtitle={`${internship.data.personName} · ${internship.data.companyName}`}
      >
        {!kind ? (
          <Notice tone="warn" title={t('visit.missing')} />
        ) : found?.state === 'done' ? (
          <SectionCard title={longDate(found.heldOn)}>
            <VisitText visit={found} />
          </SectionCard>
        ) : (
          <Sheet key={found?.id ?? kind} internship={internship.data} monitoring={monitoring.data} kind={kind} draft={found} />
        )}
      </Page>
    );
  }
  return (
    <Page title={t('monitoring.title')} back={{ to: `/internships/${id}`, label: t('backToInternship') }}>
      {error ? <ErrorState error={error} onRetry={() => void monitoring.refetch()} /> : <Skeleton lines={10} />}
    </Page>
  );
}

const written = z.string();
const schema = z.object({
  heldOn: day.required(),
  sheet: z.object({
    tutorPresent: z.boolean(),
    attendance: written,
    skills: z.array(z.object({ objective: written, level: written, note: written })),
    relations: written,
    relationsNote: written,
    safety: written,
    safetyNote: written,
    difficulties: written,
    nextSteps: written,
  }),
});
type Values = z.input<typeof schema>;

function valuesOf(objectives: string[], draft: Visit | undefined): Values {
  const sheet = draft?.sheet;
  const known = [...objectives, ...(sheet?.skills ?? []).map((one) => one.objective).filter((one) => !objectives.includes(one))];
  return {
    heldOn: draft?.heldOn ?? today(),
    sheet: {
      tutorPresent: sheet?.tutorPresent ?? false,
      attendance: sheet?.attendance ?? '',
      skills: known.map((objective) => {
        const one = sheet?.skills?.find((skill) => skill.objective === objective);
        return { objective, level: one?.level ?? '', note: one?.note ?? '' };
      }),
      relations: sheet?.relations ?? '',
      relationsNote: sheet?.relationsNote ?? '',
      safety: sheet?.safety ?? '',
      safetyNote: sheet?.safetyNote ?? '',
      difficulties: sheet?.difficulties ?? '',
      nextSteps: sheet?.nextSteps ?? '',
    },
  };
}

function sheetOf({ sheet }: Values): VisitSheet {
  const or = <T extends string>(value: string) => (value.trim() || null) as T | null;
  return {
    tutorPresent: sheet.tutorPresent,
    attendance: or<NonNullable<VisitSheet['attendance']>>(sheet.attendance),
    skills: sheet.skills.filter((one) => one.level || one.note.trim()).map((one) => ({ objective: one.objective, level: or(one.level), note: or(one.note) })),
    relations: or<NonNullable<VisitSheet['relations']>>(sheet.relations),
    relationsNote: or(sheet.relationsNote),
    safety: or<NonNullable<VisitSheet['safety']>>(sheet.safety),
    safetyNote: or(sheet.safetyNote),
    difficulties: or(sheet.difficulties),
    nextSteps: or(sheet.nextSteps),
  };
}

/** One column for a phone: choices under the thumb, texts only where something is to be said. The draft lies with the service, not in the browser. */
function Sheet({ internship, monitoring, kind, draft }: { internship: Internship; monitoring: Monitoring; kind: VisitKind; draft: Visit | undefined }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const confirm = useConfirm();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const done = useRef(true);
  const back = `/internships/${internship.id}`;
  const values = valuesOf(monitoring.objectives, draft);
  const form = useApiForm<Values, z.output<typeof schema>>({
    schema,
    defaultValues: values,
    version: draft?.version,
    submit: (all, version) => {
      const body = { heldOn: all.heldOn, done: done.current, sheet: sheetOf(all) };
      return draft ? changeVisit(internship.id, draft.id, version!, body) : recordVisit(internship.id, { ...body, kind });
    },
    onDone: async () => {
      toast.done(done.current ? t('visit.done') : t('visit.kept'));
      await refresh();
      void navigate(back);
    },
  });
  const send = (whole: boolean) => {
    done.current = whole;
    void form.onSubmit();
  };
  const discard = async () => {
    if (draft && (await confirm({ title: t('visit.discardTitle'), text: t('visit.discardText'), action: t('visit.discard'), danger: true })))
      toast.after(
        discardVisit(internship.id, draft.id).then(async () => {
          form.form.reset(form.form.getValues());
          await refresh();
          void navigate(back);
        }),
        t('visit.discarded'),
      );
  };
  return (
    <Form
      form={{
        ...form,
        onSubmit: (event) => {
          done.current = true;
          return form.onSubmit(event);
        },
      }}
      submitLabel={t('visit.finish')}
      label={t(`monitoring.sheet.${kind}`)}
      note={t('visit.doneNote')}
      onCancel={() => void navigate(back)}
      extra={<Button onClick={() => send(false)}>{t('visit.keep')}</Button>}
    >
      <DateField name="heldOn" label={t('visit.heldOn')} required />
      {kind === 'visit' && <CheckField name="sheet.tutorPresent" label={t('visit.tutorPresent')} />}
      <RadioGroup segmented name="sheet.attendance" label={t('visit.attendanceLabel')} required options={attendances.map((value) => ({ value, label: t(`visit.attendance.${value}`) }))} />
      {values.sheet.skills.length > 0 && (
        <fieldset className="field">
          <legend className="f">{t('visit.skills')}</legend>
          <div className="hint">{t('visit.skillsHelp')}</div>
          {values.sheet.skills.map((one, place) => (
            <div key={one.objective} className="visit-skill">
              <RadioGroup segmented name={`sheet.skills.${place}.level`} label={one.objective} options={levels.map((value) => ({ value, label: t(`visit.level.${value}`) }))} />
              <TextField name={`sheet.skills.${place}.note`} label={t('visit.skillNote')} aria-label={t('visit.skillNoteOf', { objective: one.objective })} maxLength={1000} />
            </div>
          ))}
        </fieldset>
      )}
      <RadioGroup segmented name="sheet.relations" label={t('visit.relations')} required options={conditions.map((value) => ({ value, label: t(`visit.condition.${value}`) }))} />
      <TextArea name="sheet.relationsNote" label={t('visit.relationsNote')} rows={2} maxLength={4000} />
      <RadioGroup segmented name="sheet.safety" label={t('visit.safety')} required options={conditions.map((value) => ({ value, label: t(`visit.safetyCondition.${value}`) }))} />
      <TextArea name="sheet.safetyNote" label={t('visit.safetyNote')} help={t('visit.safetyHelp')} rows={2} maxLength={4000} />
      <TextArea name="sheet.difficulties" label={t('visit.difficulties')} rows={3} maxLength={4000} />
      <TextArea name="sheet.nextSteps" label={t('visit.nextSteps')} rows={3} maxLength={4000} />
      {draft && (
        <Button look="plain" icon="delete" onClick={() => void discard()}>
          {t('visit.discard')}
        </Button>
      )}
    </Form>
  );
}
