import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button, ButtonLink } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { email, Form, TextField, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { longDate, today } from '../../../lib/format';
import { useRefresh, type Internship } from '../api/internships';
import { requestEvaluation, useEvaluations, type Evaluations, type EvaluationStage } from '../api/closing';

const stages = ['intermediate', 'final'] as const;
const authors = ['tutor', 'educator', 'person'] as const;

/** Who has evaluated, on the way and at the end, and who is missing. */
export function EvaluationsSection({ internship, mayWrite }: { internship: Internship; mayWrite: boolean }) {
  const { t } = useTranslation('internships');
  const evaluations = useEvaluations(internship.id);
  const [asking, setAsking] = useState<EvaluationStage | null>(null);
  return (
    <SectionCard title={t('evaluation.title')}>
      <Loaded query={evaluations} lines={4}>
        {(data) => (
          <>
            {stages.map((stage) => (
              <OfStage key={stage} stage={stage} all={data} id={internship.id} mayWrite={mayWrite} onAsk={() => setAsking(stage)} />
            ))}
            {asking && <AskDialog id={internship.id} stage={asking} known={data[asking].email ?? ''} onClose={() => setAsking(null)} />}
          </>
        )}
      </Loaded>
    </SectionCard>
  );
}

function OfStage({ stage, all, id, mayWrite, onAsk }: { stage: EvaluationStage; all: Evaluations; id: string; mayWrite: boolean; onAsk: () => void }) {
  const { t } = useTranslation('internships');
  const awaitedFrom = stage === 'final' ? all.finalFrom : all.intermediateFrom;
  const early = awaitedFrom !== null && today() < awaitedFrom;
  // On the way one may evaluate as soon as the internship has begun; at the end only towards it.
  const mayGive = mayWrite && !(early && stage === 'final');
  return (
    <>
      <h3>{t(`evaluation.stage.${stage}`)}</h3>
      <ul className="rows">
        {authors.map((author) => {
          const given = all.items.find((one) => one.stage === stage && one.author === author);
          const what = `${t(`evaluation.stage.${stage}`)}, ${t(`evaluation.author.${author}`)}`;
          const link = author === 'tutor' ? all[stage].link : null;
          return (
            <li key={author} className="row0">
              <div className="row0-main">
                <b>{t(`evaluation.author.${author}`)}</b>{' '}
                <StatusChip tone={given ? 'ok' : 'neutral'}>
                  {given ? t('evaluation.given', { on: longDate(given.givenOn) }) : early ? t('evaluation.notYet', { on: longDate(awaitedFrom) }) : t('evaluation.missing')}
                </StatusChip>
                {(given?.by || link) && <div className="muted">{given?.by ?? (link && t('evaluation.askedOn', { at: longDate(link.lastSentAt) }))}</div>}
              </div>
              {author === 'tutor'
                ? mayGive &&
                  !given && (
                    <Button look="plain" small icon="mail" onClick={onAsk} aria-label={t('evaluation.askOf', { what: t(`evaluation.stage.${stage}`) })}>
                      {t('evaluation.ask')}
                    </Button>
                  )
                : (mayGive || (mayWrite && given)) && (
                    <ButtonLink look="plain" small icon="pencil" to={`/internships/${id}/evaluations/${stage}/${author}`} aria-label={t('evaluation.writeOf', { what })}>
                      {given ? t('evaluation.change') : t('evaluation.write')}
                    </ButtonLink>
                  )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

const schema = z.object({ email: email.required() });

function AskDialog({ id, stage, known, onClose }: { id: string; stage: EvaluationStage; known: string; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { email: known },
    submit: (request) => requestEvaluation(id, stage, request.email),
    guard: false,
    onDone: async () => {
      await refresh();
      toast.done(t('evaluation.asked'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('evaluation.askOf', { what: t(`evaluation.stage.${stage}`) })} onClose={onClose}>
      <p>{t('evaluation.askText')}</p>
      <Form form={form} submitLabel={t('tutorLink.send')} onCancel={onClose} keptNote={false}>
        <TextField name="email" type="email" label={t('tutorLink.email')} required maxLength={254} autoComplete="off" />
      </Form>
    </Dialog>
  );
}
