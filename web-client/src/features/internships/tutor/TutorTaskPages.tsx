import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { UseQueryResult } from '@tanstack/react-query';
import * as z from 'zod';
import { choice, Form, RadioGroup, text, TextField, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { KeyValue } from '../../../components/values';
import type { ResponseBody } from '../../../api/types';
import { longDate } from '../../../lib/format';
import { useAnswerHiring, useEvaluateByLink, useTutorEvaluation, useTutorHiring } from '../api/closing';
import { EvaluationFields, evaluationSchema, evaluationSheet, evaluationValues, type EvaluationOutput, type EvaluationValues } from '../closing/evaluation-fields';
import { hiringAnswers, JobFields } from '../closing/HiringSection';
import { LinkedPage } from '../LinkedPage';
import { contracts } from '../words';

type Question = ResponseBody<'readTutorEvaluation'>;

/** What the tutor's pages have in common: whose internship it is. */
function TaskPage({ title, lead, query, children }: { title: string; lead: (service: string) => string; query: UseQueryResult<Question>; children: (question: Question, onDone: () => void) => ReactNode }) {
  const { t } = useTranslation('internships');
  const said = { goneTitle: t('tutorPage.goneTitle'), goneText: t('tutorTask.goneText'), doneTitle: t('tutorTask.done'), doneText: t('tutorTask.doneText') };
  return (
    <LinkedPage title={title} said={said} query={query}>
      {(question, onDone) => (
        <>
          <p className="sub">{lead(question.serviceName)}</p>
          <SectionCard title={t('internship')}>
            <KeyValue
              items={[
                { label: t('person'), value: question.personName },
                { label: t('company'), value: question.companyName },
                { label: t('tutorTask.period'), value: `${longDate(question.startsOn)} – ${longDate(question.endsOn)}` },
              ]}
            />
          </SectionCard>
          {children(question, onDone)}
        </>
      )}
    </LinkedPage>
  );
}

/** For the host's tutor: no account, on a phone. */
export function TutorEvaluationPage() {
  const { t } = useTranslation('internships');
  const { code = '' } = useParams();
  const query = useTutorEvaluation(code);
  const stage = query.data?.stage;
  return (
    <TaskPage title={t(stage ? `evaluation.stage.${stage}` : 'tutorTask.evaluation')} lead={(service) => t(stage ? `tutorTask.lead.${stage}` : 'tutorTask.evaluationLead', { service })} query={query}>
      {(question, onDone) => <EvaluationForm question={question} code={code} onDone={onDone} />}
    </TaskPage>
  );
}

const signedEvaluation = evaluationSchema.extend({ name: text.required(120) });

function EvaluationForm({ question, code, onDone }: { question: Question; code: string; onDone: () => void }) {
  const { t } = useTranslation('internships');
  const evaluate = useEvaluateByLink();
  const form = useApiForm<EvaluationValues & { name: string }, EvaluationOutput & { name: string }>({
    schema: signedEvaluation,
    defaultValues: { ...evaluationValues(question), name: '' },
    submit: (values) => evaluate.mutateAsync({ code, name: values.name, sheet: evaluationSheet(values) }),
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('tutorTask.send')} label={t(question.stage ? `evaluation.stage.${question.stage}` : 'tutorTask.evaluation')}>
      <EvaluationFields asked={question} hires />
      <TextField name="name" label={t('tutorPage.name')} required maxLength={120} autoComplete="name" />
    </Form>
  );
}

export function TutorHiringPage() {
  const { t } = useTranslation('internships');
  const { code = '' } = useParams();
  return (
    <TaskPage title={t('tutorTask.hiring')} lead={(service) => t('tutorTask.hiringLead', { service })} query={useTutorHiring(code)}>
      {(_, onDone) => <HiringForm code={code} onDone={onDone} />}
    </TaskPage>
  );
}

const written = z.string();
const hiringSchema = z.object({ answer: choice.required(hiringAnswers), contract: choice.optional(contracts), hiredOn: written, untilOn: written, name: text.required(120) });
type HiringValues = z.input<typeof hiringSchema>;

function HiringForm({ code, onDone }: { code: string; onDone: () => void }) {
  const { t } = useTranslation('internships');
  const tell = useAnswerHiring();
  const form = useApiForm<HiringValues, z.output<typeof hiringSchema>>({
    schema: hiringSchema,
    defaultValues: { answer: '', contract: '', hiredOn: '', untilOn: '', name: '' },
    submit: (values) => {
      const hired = values.answer === 'hired';
      return tell.mutateAsync({
        code,
        name: values.name,
        answer: values.answer,
        contract: hired ? values.contract : null,
        hiredOn: hired ? values.hiredOn || null : null,
        untilOn: hired ? values.untilOn || null : null,
      });
    },
    guard: false,
    onDone,
  });
  return (
    <Form form={form} submitLabel={t('tutorTask.send')} label={t('tutorTask.hiring')}>
      <RadioGroup name="answer" label={t('hiring.answerLabel')} required options={hiringAnswers.map((value) => ({ value, label: t(`hiring.answer.${value}`) }))} />
      <JobFields />
      <TextField name="name" label={t('tutorPage.name')} required maxLength={120} autoComplete="name" />
    </Form>
  );
}
