import { useNavigate } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { amount, DateField, day, Form, NumberField, text, TextArea, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { SectionCard } from '../../../components/SectionCard';
import { Loaded } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { today } from '../../../lib/format';
import { referralKeys } from '../api/keys';
import { criteria, declareCriteria, useCriteria, type Criteria } from '../api/waiting-list';

const points = amount.optional({ min: 0, max: 100 });
const schema = z.object({
  validFrom: day.required(),
  note: text.required(1000),
  points: z.object({ urgent: points, soon: points, minorChildren: points, singleParent: points, noIncome: points, longUnemployed: points, young: points, eachMonthWaiting: points }),
});
type Input = z.input<typeof schema>;
type Output = z.output<typeof schema>;

/** Criteria are declared whole and from a day on: the form begins with those that hold. */
export function CriteriaPage() {
  const { t } = useTranslation('referrals');
  const query = useCriteria();
  return (
    <Page title={t('waiting.criteria')} width="form" subtitle={t('waiting.criteriaText')} back={{ to: '/beneficiaries/waiting-list', label: t('waiting.nav') }}>
      <Loaded query={query}>
        {(declared) => (
          <>
            <CriteriaForm last={declared[0]} />
            {declared.length > 0 && <Declared all={declared} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function CriteriaForm({ last }: { last: Criteria | undefined }) {
  const { t } = useTranslation('referrals');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const toast = useToast();
  const known = (criterion: (typeof criteria)[number]) => {
    const item = last?.items.find((one) => one.criterion === criterion);
    return item ? Number(item.points) : null;
  };
  const form = useApiForm<Input, Output>({
    schema,
    defaultValues: { validFrom: today(), note: '', points: Object.fromEntries(criteria.map((criterion) => [criterion, known(criterion)])) as Input['points'] },
    submit: ({ points: given, ...values }) =>
      declareCriteria({ ...values, items: criteria.flatMap((criterion) => (given[criterion] ? [{ criterion, points: given[criterion] }] : [])) }),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: referralKeys.all });
      toast.done(t('waiting.declared'));
      void navigate('/beneficiaries/waiting-list');
    },
  });
  return (
    <Form form={form} submitLabel={t('waiting.declare')} onCancel={() => void navigate('/beneficiaries/waiting-list')}>
      <SectionCard title={t('waiting.pointsOf')} note={t('waiting.pointsNote')}>
        {criteria.map((criterion) => (
          <NumberField key={criterion} name={`points.${criterion}`} label={t(`criterion.${criterion}`)} help={t(`criterionHelp.${criterion}`)} />
        ))}
      </SectionCard>
      <SectionCard title={t('waiting.validity')}>
        <DateField name="validFrom" label={t('waiting.validFrom')} required min={today()} />
        <TextArea name="note" label={t('waiting.note')} help={t('waiting.noteHelp')} required rows={3} />
      </SectionCard>
    </Form>
  );
}

function Declared({ all }: { all: Criteria[] }) {
  const { t } = useTranslation('referrals');
  return (
    <SectionCard title={t('waiting.history')}>
      <ul className="rows">
        {all.map((one) => (
          <li key={one.id}>
            <div>
              <b>
                {t('waiting.validFrom')} <DateText value={one.validFrom} />
              </b>
              <div>{one.items.map((item) => `${t(`criterion.${item.criterion}`)} ${Number(item.points)}`).join(' · ')}</div>
              <div className="hint">
                {one.note}
                {one.declaredBy && ` · ${one.declaredBy}`}
              </div>
            </div>
          </li>
        ))}
      </ul>
    </SectionCard>
  );
}
