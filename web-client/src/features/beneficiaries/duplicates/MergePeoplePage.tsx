import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import * as z from 'zod';
import { todayKey } from '../../../api/today';
import { Button } from '../../../components/Button';
import { Form, RadioGroup, text, TextArea, useApiForm } from '../../../components/form';
import { Page } from '../../../components/Page';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { ErrorState, Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { DateText } from '../../../components/values';
import { longDate } from '../../../lib/format';
import { mergePeople, useComparison, type Comparison, type ComparedField } from '../api/duplicates';
import { peopleKeys } from '../api/keys';
import { useFieldWords } from './field-words';
import { Reasons } from './PairRow';

/** Two records side by side: which one remains, and which values it takes from the other. */
export function MergePeoplePage() {
  const { t } = useTranslation('beneficiaries');
  const { firstId = '', secondId = '' } = useParams();
  const [swapped, setSwapped] = useState(false);
  const compared = useComparison(swapped ? secondId : firstId, swapped ? firstId : secondId);
  return (
    <Page title={t('merging.title')} subtitle={t('merging.text')} back={{ to: '/beneficiaries/duplicates', label: t('duplicates.title') }} width="wide">
      {compared.data ? (
        <Compared key={compared.data.survivor.id} compared={compared.data} onSwap={() => setSwapped(!swapped)} />
      ) : compared.error ? (
        <ErrorState error={compared.error} onRetry={() => void compared.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Page>
  );
}

const schema = z.object({ goesOn: z.string(), reason: text.required(1000) });

function Compared({ compared, onSwap }: { compared: Comparison; onSwap: () => void }) {
  const { t } = useTranslation('beneficiaries');
  const words = useFieldWords();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const { survivor, absorbed, openCases } = compared;
  const running = openCases.filter((one) => one.mustGoOn);
  const nameOf = (personId: string) => (personId === survivor.id ? survivor : absorbed).displayName;
  const told = compared.fields.filter((field) => field.same !== null);
  const different = told.filter((field) => !field.same);
  const same = told.filter((field) => field.same && field.survivorWritten);
  const [take, setTake] = useState(() => different.filter((field) => field.suggested).map((field) => field.code));
  const choose = (code: string, other: boolean) => setTake(other ? [...take.filter((one) => one !== code), code] : take.filter((one) => one !== code));
  const form = useApiForm({
    schema,
    defaultValues: { goesOn: openCases.find((one) => !one.endsByDefault)?.id ?? '', reason: '' },
    submit: async ({ goesOn, reason }) => {
      try {
        return await mergePeople(compared, take, openCases.find((one) => one.id !== goesOn)?.id ?? null, reason);
      } catch (error) {
        // Somebody may have written meanwhile: what is chosen stays, what is compared is read again.
        void queries.invalidateQueries({ queryKey: peopleKeys.comparison(survivor.id, absorbed.id) });
        throw error;
      }
    },
    onDone: (merged) => {
      void queries.invalidateQueries({ queryKey: peopleKeys.all });
      void queries.invalidateQueries({ queryKey: todayKey });
      toast.done(t('merging.done', { day: longDate(merged.canBeUndoneUntil) }));
      void navigate(`/beneficiaries/${survivor.id}#merges`);
    },
  });
  const possible = compared.obstacles.length === 0;
  return (
    <>
      {compared.obstacles.map((obstacle) => (
        <Notice key={obstacle.code} tone="warn" title={t('merging.notPossible')}>
          {obstacle.message}
        </Notice>
      ))}
      {compared.reasons.length > 0 && <Reasons pair={compared} />}
      {compared.becomesRestricted && <Notice title={t('merging.restricted')}>{t('merging.restrictedText')}</Notice>}
      {!compared.choosesMasked && <Notice title={t('merging.masked')}>{t('merging.maskedText')}</Notice>}
      <SectionCard
        title={t('merging.choose')}
        actions={
          <Button look="plain" small icon="exchange-circle" onClick={onSwap}>
            {t('merging.swap')}
          </Button>
        }
      >
        <div className="table-scroll">
          <table className="merge merge-people" aria-label={t('merging.choose')}>
            <thead>
              <tr>
                <td />
                {[survivor, absorbed].map((record) => (
                  <th key={record.id} scope="col">
                    {record.displayName}
                    <div className="muted">{t(record === survivor ? 'merging.remains' : 'merging.becomesPart')}</div>
                    <div className="muted">
                      {t('duplicates.registeredOn')} <DateText value={record.registeredOn} short /> · {t('merging.cases', { count: record.cases })}
                    </div>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {different.map((field) => (
                <tr key={field.code}>
                  <th scope="row">{words.name(field.code)}</th>
                  {[false, true].map((other) => (
                    <td key={String(other)}>
                      <label>
                        <input type="radio" name={field.code} checked={take.includes(field.code) === other} disabled={!possible} onChange={() => choose(field.code, other)} />
                        <span>
                          <span className="visually-hidden">{words.name(field.code)}: </span>
                          <Shown field={field} other={other} />
                        </span>
                      </label>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {same.length > 0 && (
          <p className="muted">
            {t('merging.same')}: {same.map((field) => words.name(field.code)).join(', ')}.
          </p>
        )}
        <p>{t('merging.all', { absorbed: absorbed.displayName, survivor: survivor.displayName })}</p>
        {possible && (
          <Form form={form} submitLabel={t('merging.now')}>
            {openCases.length > 0 && (
              <RadioGroup
                name="goesOn"
                label={t('merging.goesOn')}
                help={t(running.length > 0 ? 'merging.goesOnRunning' : 'merging.goesOnHelp')}
                options={(running.length > 0 ? running : openCases).map((one) => ({
                  value: one.id,
                  label: t('merging.caseOf', { person: nameOf(one.personId), day: longDate(one.openedOn), name: one.managerName ?? t('team.unknown') }),
                }))}
              />
            )}
            <TextArea name="reason" label={t('merging.reason')} help={t('merging.reasonHelp')} required rows={3} />
          </Form>
        )}
      </SectionCard>
    </>
  );
}

function Shown({ field, other }: { field: ComparedField; other: boolean }) {
  const { t } = useTranslation('beneficiaries');
  const words = useFieldWords();
  const written = other ? field.absorbedWritten : field.survivorWritten;
  const value = other ? field.absorbed : field.survivor;
  if (!written) return <span className="muted">{t('merging.nothing')}</span>;
  if (!value) return <>{t('masked')}</>;
  return <>{words.value(field.code, value)}</>;
}
