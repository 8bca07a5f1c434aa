import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { amount, CheckField, choice, DateField, day, FieldRow, Form, NumberField, SelectField, text, TextField, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, Loaded } from '../../components/states';
import { StatusChip, type Tone } from '../../components/StatusChip';
import { useToast } from '../../components/Toast';
import { DateText } from '../../components/values';
import { today } from '../../lib/format';
import { peopleKeys } from './api/keys';
import { declareUnemploymentTerm, termsKey, unemploymentSchemes, useUnemploymentTerms, type UnemploymentTerm } from './api/unemployment-terms';

const tones: Record<UnemploymentTerm['state'], Tone> = { inForce: 'ok', future: 'blue', past: 'neutral', replaced: 'neutral' };

/** After how many months each scheme calls unemployment long: what holds today, what will, and what held. */
export function UnemploymentTermsPage() {
  const { t } = useTranslation('beneficiaries');
  const terms = useUnemploymentTerms();
  const [declaring, setDeclaring] = useState(false);
  return (
    <Page
      title={t('terms.title')}
      subtitle={t('terms.text')}
      actions={
        <Button look="fill" icon="plus" onClick={() => setDeclaring(true)}>
          {t('terms.declare')}
        </Button>
      }
    >
      <Loaded query={terms}>
        {(all) => (
          <>
            {unemploymentSchemes.map((scheme) => (
              <SectionCard key={scheme} title={t(`terms.scheme.${scheme}`)}>
                <Terms terms={all.filter((one) => one.scheme === scheme)} />
              </SectionCard>
            ))}
          </>
        )}
      </Loaded>
      {declaring && <DeclareDialog terms={terms.data ?? []} onClose={() => setDeclaring(false)} />}
    </Page>
  );
}

function Terms({ terms }: { terms: UnemploymentTerm[] }) {
  const { t } = useTranslation('beneficiaries');
  if (terms.length === 0) return <EmptyState icon="calendar" title={t('terms.none')} text={t('terms.noneText')} />;
  return (
    <ul className="rows">
      {terms.map((one) => (
        <li key={one.id}>
          <div>
            <b>{t('terms.months', { count: Number(one.months) })}</b>
            {Number(one.youngUnder) > 0 && `, ${t('terms.young', { age: Number(one.youngUnder), count: Number(one.youngMonths) })}`} <StatusChip tone={tones[one.state]}>{t(`terms.state.${one.state}`)}</StatusChip>{' '}
            {one.toVerify && <StatusChip tone="warn">{t('terms.toVerify')}</StatusChip>}
            <div className="hint">
              {t('from')} <DateText value={one.validFrom} /> · {one.source}
            </div>
            <div className="hint">
              {one.declaredByName ? (
                <>
                  {t('terms.declaredBy', { name: one.declaredByName })} <DateText value={one.declaredAt} />
                </>
              ) : (
                t('terms.shipped')
              )}
            </div>
          </div>
        </li>
      ))}
    </ul>
  );
}

const schema = z.object({
  scheme: choice.required(unemploymentSchemes),
  validFrom: day.required(),
  months: amount.required({ min: 1, max: 120 }),
  youngUnder: amount.optional({ min: 16, max: 40 }),
  youngMonths: amount.optional({ min: 1, max: 120 }),
  source: text.required(500),
  toVerify: z.boolean(),
});
type Input = z.input<typeof schema>;

function DeclareDialog({ terms, onClose }: { terms: UnemploymentTerm[]; onClose: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const queries = useQueryClient();
  const toast = useToast();
  const form = useApiForm<Input, z.output<typeof schema>>({
    schema,
    defaultValues: { scheme: '', validFrom: today(), months: null, youngUnder: null, youngMonths: null, source: '', toVerify: false },
    submit: (values) => declareUnemploymentTerm(values),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: termsKey });
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      toast.done(t('terms.declared'));
      onClose();
    },
  });
  const current = (scheme: UnemploymentTerm['scheme']) => terms.find((one) => one.scheme === scheme && one.state === 'inForce');
  return (
    <Dialog open title={t('terms.declare')} onClose={onClose}>
      <p>{t('terms.declareText')}</p>
      <Form form={form} submitLabel={t('terms.declare')} onCancel={onClose}>
        <SelectField
          name="scheme"
          label={t('terms.schemeLabel')}
          required
          width="full"
          options={unemploymentSchemes.map((value) => ({ value, label: current(value) ? `${t(`terms.scheme.${value}`)} (${t('terms.today', { count: Number(current(value)!.months) })})` : t(`terms.scheme.${value}`) }))}
        />
        <FieldRow>
          <DateField name="validFrom" label={t('terms.validFrom')} required />
          <NumberField name="months" label={t('terms.monthsLabel')} required />
        </FieldRow>
        <FieldRow>
          <NumberField name="youngUnder" label={t('terms.youngUnder')} help={t('terms.youngHelp')} />
          <NumberField name="youngMonths" label={t('terms.youngMonths')} />
        </FieldRow>
        <TextField name="source" label={t('terms.source')} help={t('terms.sourceHelp')} required autoComplete="off" />
        <CheckField name="toVerify" label={t('terms.toVerifyLabel')} help={t('terms.toVerifyHelp')} />
      </Form>
    </Dialog>
  );
}
