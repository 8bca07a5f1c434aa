import { useTranslation } from 'react-i18next';
import { FilterSelect, ListBar } from '../../components/filters';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useListState } from '../../components/useListState';
import { KeyValue } from '../../components/values';
import { longDate, money, number } from '../../lib/format';
import { useRuleSets, type RuleSet } from './api/rule-sets';
import { kinds, ToVerify } from './words';

/** The figures by which the rules decide: each with its act, and with a mark where no act confirmed it yet. */
export function RuleSetsPage() {
  const { t } = useTranslation('internships');
  const sets = useRuleSets();
  const state = useListState({ filters: ['region', 'kind'] });
  return (
    <Page title={t('rules.nav')} subtitle={t('rules.intro')} back={{ to: '/internships', label: t('nav') }}>
      <Loaded query={sets}>
        {({ items }) => {
          const shown = items.filter((set) => (!state.filters.region || set.region === state.filters.region) && (!state.filters.kind || set.kind === state.filters.kind));
          const regions = [...new Set(items.map((set) => set.region))];
          return (
            <>
              <Notice title={t('toVerify')} tone="warn">
                {t('rules.toVerifyText')}
              </Notice>
              <ListBar>
                <FilterSelect label={t('region')} value={state.filters.region} options={regions.map((value) => ({ value, label: regionName(value, t('rules.national')) }))} onChange={(value) => state.setFilter('region', value)} />
                <FilterSelect label={t('kindLabel')} value={state.filters.kind} options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} onChange={(value) => state.setFilter('kind', value)} />
              </ListBar>
              {shown.map((set) => (
                <SetCard key={set.id} set={set} />
              ))}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

const regionName = (region: string, national: string) => (region === 'Italia' ? national : region);

function SetCard({ set }: { set: RuleSet }) {
  const { t } = useTranslation('internships');
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
  return (
    <SectionCard title={`${regionName(set.region, t('rules.national'))} · ${t(`kind.${set.kind}`)}`} note={mark('act')}>
      <KeyValue
        items={[
          line(t('rules.act'), set.act, 'act'),
          line(t('rules.validity'), set.validTo ? t('rules.fromTo', { from: longDate(set.validFrom), to: longDate(set.validTo) }) : t('rules.from', { from: longDate(set.validFrom) }), 'validFrom'),
          line(t('rules.maximum'), durations(set, months, t), 'maxMonths'),
          line(t('rules.minimum'), set.minMonths === null ? t('rules.notSet') : t('rules.minimumOf', { months: months(set.minMonths), seasonal: months(set.minMonthsSeasonal) }), 'minMonths'),
          line(t('weeklyHours'), t('rules.atMost', { value: number(set.maxWeeklyHours) }), 'maxWeeklyHours'),
          line(t('rules.quota'), quota(set, t), 'outsideQuota'),
          line(t('hostTutor'), set.hostTutorMax === null ? t('rules.notSet') : t('rules.interns', { count: set.hostTutorMax }), 'hostTutorMax'),
          line(t('promoterTutor'), set.promoterTutorMax === null ? t('rules.notSet') : t('rules.interns', { count: set.promoterTutorMax }), 'promoterTutorMax'),
          line(t('allowance'), allowance(set, t), 'allowances'),
          set.fullPresencePercent !== null && line(t('rules.presence'), t('rules.presenceFrom', { percent: set.fullPresencePercent }), 'fullPresencePercent'),
          !!set.note && line(t('rules.note'), set.note),
        ]}
      />
    </SectionCard>
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
