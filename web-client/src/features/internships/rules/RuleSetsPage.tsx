import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { Button, ButtonLink } from '../../../components/Button';
import { useConfirm } from '../../../components/ConfirmDialog';
import { FilterSelect, ListBar } from '../../../components/filters';
import { Page } from '../../../components/Page';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { StatusChip, type Tone } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { useListState } from '../../../components/useListState';
import { KeyValue } from '../../../components/values';
import { longDate, money, number } from '../../../lib/format';
import { deleteRuleSet, useRefreshRules, useRuleSets, type RuleSet } from '../api/rule-sets';
import { kinds, ToVerify } from '../words';
import { EffectsDialog } from './EffectsDialog';
import { VerifyDialog } from './VerifyDialog';

/** The figures by which the rules decide: each with its act, and with a mark where no act confirmed it yet. Past versions are a filter away. */
export function RuleSetsPage() {
  const { t } = useTranslation('internships');
  const sets = useRuleSets();
  const mayWrite = useRight('internship-rules:write');
  const state = useListState({ filters: ['region', 'kind', 'versions'] });
  return (
    <Page
      title={t('rules.nav')}
      subtitle={t('rules.intro')}
      actions={
        mayWrite && (
          <ButtonLink look="fill" icon="plus" to="/internship-rules/new">
            {t('rules.new')}
          </ButtonLink>
        )
      }
    >
      <Loaded query={sets}>
        {({ items }) => {
          const shown = items.filter(
            (set) =>
              (!state.filters.region || set.region === state.filters.region) &&
              (!state.filters.kind || set.kind === state.filters.kind) &&
              (state.filters.versions === 'past' ? set.standing === 'past' : set.standing !== 'past'),
          );
          const regions = [...new Set(items.map((set) => set.region))];
          return (
            <>
              <Notice title={t('toVerify')} tone="warn">
                {t('rules.toVerifyText')}
              </Notice>
              <ListBar>
                <FilterSelect label={t('region')} value={state.filters.region} options={regions.map((value) => ({ value, label: regionName(value, t('rules.national')) }))} onChange={(value) => state.setFilter('region', value)} />
                <FilterSelect label={t('kindLabel')} value={state.filters.kind} options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(value) => state.setFilter('kind', value)} />
                <FilterSelect label={t('rules.versions')} value={state.filters.versions} options={[{ value: 'past', label: t('rules.pastVersions') }]} onChange={(value) => state.setFilter('versions', value)} />
              </ListBar>
              {shown.length === 0 && <EmptyState icon="list" title={t('rules.none')} text={t('rules.noneText')} />}
              {shown.map((set) => (
                <SetCard key={set.id} set={set} mayWrite={mayWrite} />
              ))}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

export const regionName = (region: string, national: string) => (region === 'Italia' ? national : region);

const tones: Record<NonNullable<RuleSet['standing']>, Tone> = { past: 'neutral', inForce: 'ok', future: 'blue' };

function SetCard({ set, mayWrite }: { set: RuleSet; mayWrite: boolean }) {
  const { t } = useTranslation('internships');
  const [dialog, setDialog] = useState<'effects' | 'verify' | null>(null);
  const mark = (figure: string) => set.toVerify?.includes(figure) && <ToVerify />;
  const months = (value: number | null) => (value === null ? t('rules.notSet') : t('rules.months', { count: value }));
  const line = (label: string, value: string, figure?: string) => ({
    label,
    value: (
      <>
        {value} {figure && mark(figure)}
      </>
    ),
  });
  const named = `${regionName(set.region, t('rules.national'))} · ${t(`kind.${set.kind}`)}`;
  // Several versions of the same region stand below each other: each is called by its first day.
  const title = set.standing === 'inForce' ? named : `${named} · ${t('rules.from', { from: longDate(set.validFrom) })}`;
  const suspension = (days: number | null) => (days === null ? t('rules.anyLength') : t('rules.fromDays', { count: days }));
  return (
    <SectionCard
      title={title}
      note={
        <>
          {set.standing && <StatusChip tone={tones[set.standing]}>{t(`rules.standing.${set.standing}`)}</StatusChip>} {mark('act')}
        </>
      }
    >
      <KeyValue
        items={[
          line(t('rules.act'), set.act, 'act'),
          line(t('rules.validity'), set.validTo ? t('rules.fromTo', { from: longDate(set.validFrom), to: longDate(set.validTo) }) : t('rules.from', { from: longDate(set.validFrom) }), 'validFrom'),
          line(t('rules.maximum'), durations(set, months, t), 'maxMonths'),
          line(t('rules.minimum'), set.minMonths === null ? t('rules.notSet') : set.minMonthsSeasonal === null ? months(set.minMonths) : t('rules.minimumOf', { months: months(set.minMonths), seasonal: months(set.minMonthsSeasonal) }), 'minMonths'),
          line(t('weeklyHours'), t('rules.atMost', { value: number(set.maxWeeklyHours) }), 'maxWeeklyHours'),
          line(t('rules.quota'), quota(set, t), 'outsideQuota'),
          line(t('hostTutor'), set.hostTutorMax === null ? t('rules.notSet') : t('rules.interns', { count: set.hostTutorMax }), 'hostTutorMax'),
          line(t('promoterTutor'), set.promoterTutorMax === null ? t('rules.notSet') : t('rules.interns', { count: set.promoterTutorMax }), 'promoterTutorMax'),
          !!set.workRelationMonths && line(t('rules.workRelation'), t('rules.workRelationOf', { months: months(set.workRelationMonths) }), 'workRelationMonths'),
          !!set.caseManagerRequired && line(t('caseManager'), t('rules.caseManagerAsked'), 'caseManagerRequired'),
          line(t('rules.suspensions'), t('rules.suspensionsOf', { illness: suspension(set.suspensionIllnessDays ?? null), closure: suspension(set.suspensionClosureDays ?? null) }), 'suspensions'),
          line(t('allowance'), allowance(set, t), 'allowances'),
          set.fullPresencePercent !== null && line(t('rules.presence'), t('rules.presenceFrom', { percent: set.fullPresencePercent }), 'fullPresencePercent'),
          !!set.note && line(t('rules.note'), set.note),
        ]}
      />
      <div className="row-actions">
        {set.standing === 'future' && (
          <Button look="quiet" small onClick={() => setDialog('effects')} aria-label={t('rules.effectsOf', { name: title })}>
            {t('rules.effects')}
          </Button>
        )}
        {mayWrite && <Writing set={set} title={title} onVerify={() => setDialog('verify')} />}
      </div>
      {dialog === 'effects' && <EffectsDialog set={set} title={title} onClose={() => setDialog(null)} />}
      {dialog === 'verify' && <VerifyDialog set={set} onClose={() => setDialog(null)} />}
    </SectionCard>
  );
}

/** What the administrator does: a version in force is followed by a new one, one to come is corrected. */
function Writing({ set, title, onVerify }: { set: RuleSet; title: string; onVerify: () => void }) {
  const { t } = useTranslation('internships');
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefreshRules();
  const remove = async () => {
    if (!(await confirm({ title: t('rules.removeTitle', { name: title }), text: t('rules.removeText'), action: t('rules.remove'), danger: true }))) return;
    try {
      await deleteRuleSet(set.id, set.version);
      await refresh();
      toast.done(t('rules.removed'));
    } catch (error) {
      toast.failed(error);
    }
  };
  return (
    <>
      {set.standing === 'future' ? (
        <>
          <ButtonLink look="quiet" small icon="pencil" to={`/internship-rules/${set.id}`} aria-label={t('rules.correctOf', { name: title })}>
            {t('rules.correct')}
          </ButtonLink>
          <Button look="quiet" small icon="delete" onClick={() => void remove()} aria-label={t('rules.removeOf', { name: title })}>
            {t('rules.remove')}
          </Button>
        </>
      ) : (
        <ButtonLink look="quiet" small icon="plus" to={`/internship-rules/new?from=${set.id}`} aria-label={t('rules.newVersionOf', { name: title })}>
          {t('rules.newVersion')}
        </ButtonLink>
      )}
      {(set.toVerify?.length ?? 0) > 0 && (
        <Button look="quiet" small icon="check" onClick={onVerify} aria-label={t('rules.verifyOf', { name: title })}>
          {t('rules.verify')}
        </Button>
      )}
    </>
  );
}

type Translate = ReturnType<typeof useTranslation<'internships'>>['t'];

function durations(set: RuleSet, months: (value: number | null) => string, t: Translate): string {
  return [
    months(set.maxMonths),
    set.maxMonthsDisadvantaged !== null && t('rules.disadvantaged', { months: months(set.maxMonthsDisadvantaged) }),
    set.maxMonthsDisability !== null && t('rules.disability', { months: months(set.maxMonthsDisability) }),
    set.attestationExtends && (set.maxMonthsAttested === null ? t('rules.attested') : t('rules.attestedUpTo', { months: months(set.maxMonthsAttested) })),
  ]
    .filter(Boolean)
    .join('; ');
}

function quota(set: RuleSet, t: Translate): string {
  if (set.outsideQuota) return t('rules.outsideQuota');
  return [t('rules.quotaOf', { small: set.quotaSmall, medium: set.quotaMedium, percent: set.quotaPercent }), set.disabilityOutsideQuota && t('rules.disabilityOutside'), set.disadvantagedOutsideQuota && t('rules.disadvantagedOutside')]
    .filter(Boolean)
    .join('; ');
}

function allowance(set: RuleSet, t: Translate): string {
  const steps = (set.allowances ?? []).map((step) => {
    const amount = step.centsWithMeals !== null && step.centsWithMeals !== step.cents ? t('rules.withMeals', { amount: money(step.cents), meals: money(step.centsWithMeals) }) : money(step.cents);
    return step.reachedAt === 0 ? amount : t(`rules.basis.${step.basis}`, { amount, at: step.reachedAt });
  });
  return [
    steps.length > 0 ? steps.join('; ') : t('rules.byProject'),
    set.usualAllowanceCents !== null && t('rules.usual', { amount: money(set.usualAllowanceCents) }),
    set.maxAllowanceCents !== null && t('rules.atMost', { value: money(set.maxAllowanceCents) }),
  ]
    .filter(Boolean)
    .join('; ');
}
