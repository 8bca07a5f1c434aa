import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/Button';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState } from '../../../components/states';
import { DateText } from '../../../components/values';
import { daysFromToday } from '../../../lib/format';
import type { Plan, PlanAction, PlanObjective, PlanStep } from '../api/plans';
import { StepChip } from './PlanChip';
import { StepDialog } from './StepDialog';

/** What the plan says, to be read, followed and printed. */
export function PlanBody({ plan, mayWrite }: { plan: Plan; mayWrite: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const [writing, setWriting] = useState<PlanAction | null>(null);
  const names = new Map(plan.names.map((one) => [one.id, one.name]));
  const steps = new Map(plan.steps.map((step) => [step.actionId, step]));
  if (plan.content.needs.length === 0 && !plan.content.wishes) return <EmptyState icon="list" title={t('plans.emptyPlan')} />;
  return (
    <>
      {plan.content.wishes && (
        <SectionCard title={t('plans.wishes')}>
          <p className="pre-line">{plan.content.wishes}</p>
        </SectionCard>
      )}
      {plan.content.needs.map((need, index) => (
        <SectionCard key={need.id} title={t('plans.needNumber', { number: index + 1 })} note={t(`plans.area.${need.area}`)}>
          <p className="pre-line">{need.text}</p>
          {need.objectives.map((objective, second) => (
            <Objective key={objective.id} at={`${index + 1}.${second + 1}`} objective={objective} names={names} steps={steps} onWrite={mayWrite ? setWriting : undefined} />
          ))}
        </SectionCard>
      ))}
      {writing && <StepDialog plan={plan} action={writing} step={steps.get(writing.id)} onClose={() => setWriting(null)} />}
    </>
  );
}

function Objective({ at, objective, names, steps, onWrite }: {
  at: string;
  objective: PlanObjective;
  names: Map<string, string | null>;
  steps: Map<string, PlanStep>;
  onWrite?: (action: PlanAction) => void;
}) {
  const { t } = useTranslation('beneficiaries');
  return (
    <div className="plan-objective">
      <h3>{t('plans.objectiveNumber', { number: at })}</h3>
      <p className="pre-line">{objective.text}</p>
      <p className="hint">
        {t('plans.measure')}: {objective.measure} · {t('plans.dueOn')} <DateText value={objective.dueOn} />
      </p>
      <ul className="rows">
        {objective.actions.map((action) => (
          <Action key={action.id} action={action} step={steps.get(action.id)} who={whoOf(action, names, t('plans.thePerson'))} onWrite={onWrite} />
        ))}
      </ul>
    </div>
  );
}

function Action({ action, step, who, onWrite }: { action: PlanAction; step: PlanStep | undefined; who: string; onWrite?: (action: PlanAction) => void }) {
  const { t } = useTranslation('beneficiaries');
  const state = step?.state ?? 'notStarted';
  const late = !!action.dueOn && daysFromToday(action.dueOn) < 0 && state !== 'done' && state !== 'dropped';
  return (
    <li>
      <div>
        <b>{t(`plans.kind.${action.kind}`)}</b> <StepChip state={state} />
        <div className="pre-line">{action.text}</div>
        <div className="hint">
          {who} · {t('plans.dueOn')}{' '}
          <span className={late ? 'late' : undefined}>
            <DateText value={action.dueOn} />
            {late && ` (${t('plans.late')})`}
          </span>
          {action.times && ` · ${t('plans.timesOf', { count: Number(step?.count ?? 0), times: Number(action.times) })}`}
        </div>
        {step && step.source !== 'none' && (
          <div className="hint">
            {t(`plans.source.${step.source}`)}
            {step.chosen && ` (${t('plans.chosen')})`}
            {step.label && `: ${step.label}`}
            {step.on && (
              <>
                , <DateText value={step.on} />
              </>
            )}
            {step.note && `. ${step.note}`}
          </div>
        )}
      </div>
      {onWrite && (
        <Button small look="quiet" className="no-print" onClick={() => onWrite(action)} aria-label={t('plans.writeStepOf', { action: action.text })}>
          {t('plans.writeStep')}
        </Button>
      )}
    </li>
  );
}

function whoOf(action: PlanAction, names: Map<string, string | null>, person: string): string {
  if (action.by === 'person') return person;
  return (action.by === 'member' ? (action.userId ? names.get(action.userId) : null) : action.who) ?? '–';
}
