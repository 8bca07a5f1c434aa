import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { Form, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { ErrorState, Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { useRefresh } from '../api/internships';
import { evaluateInternship, readEvaluations, useEvaluations, type EvaluationStage, type Evaluations, type Evaluator } from '../api/closing';
import { EvaluationFields, evaluationSchema, evaluationSheet, evaluationValues, type EvaluationOutput, type EvaluationValues } from './evaluation-fields';

/** The evaluation of the educator, or that of the person, written together. */
export function EvaluationPage() {
  const { id = '', stage = '', author = '' } = useParams();
  const { t } = useTranslation('internships');
  const evaluations = useEvaluations(id);
  const when: EvaluationStage = stage === 'final' ? 'final' : 'intermediate';
  const who: Evaluator = author === 'person' ? 'person' : 'educator';
  return (
    <Page title={t(`evaluation.stage.${when}`)} subtitle={t(`evaluation.author.${who}`)} width="form" back={{ to: `/internships/${id}`, label: t('backToInternship') }}>
      {evaluations.data ? (
        <Sheet key={`${when} ${who}`} id={id} evaluations={evaluations.data} stage={when} author={who} />
      ) : evaluations.error ? (
        <ErrorState error={evaluations.error} onRetry={() => void evaluations.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Page>
  );
}

function Sheet({ id, evaluations, stage, author }: { id: string; evaluations: Evaluations; stage: EvaluationStage; author: Evaluator }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const navigate = useNavigate();
  const of = (all: Evaluations) => all.items.find((one) => one.stage === stage && one.author === author);
  const given = of(evaluations);
  const back = `/internships/${id}`;
  const form = useApiForm<EvaluationValues, EvaluationOutput>({
    schema: evaluationSchema,
    defaultValues: evaluationValues(evaluations, given),
    version: given?.version ?? 0,
    submit: (values, version) => evaluateInternship(id, stage, author, version!, evaluationSheet(values)),
    reload: async () => {
      const now = await readEvaluations(id);
      return { values: evaluationValues(now, of(now)), version: of(now)?.version ?? 0 };
    },
    onDone: async () => {
      toast.done(t('evaluation.saved'));
      await refresh();
      void navigate(back);
    },
  });
  return (
    <Form form={form} submitLabel={t('evaluation.save')} label={t(`evaluation.stage.${stage}`)} onCancel={() => void navigate(back)}>
      {author === 'person' && <p>{t('evaluation.personHelp')}</p>}
      <EvaluationFields asked={evaluations} hires={false} />
    </Form>
  );
}
