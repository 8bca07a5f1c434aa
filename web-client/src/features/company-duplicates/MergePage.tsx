import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { mergeCompanies, useCompany, type Company } from './api';
import { differs, isEmpty, isPoorer, useChoices } from './fields';

/** Two records side by side: which one remains, and which fields it takes from the other. */
export function MergePage() {
  const { t } = useTranslation('company-duplicates');
  const { firstId = '', secondId = '' } = useParams();
  const [swapped, setSwapped] = useState(false);
  const first = useCompany(firstId);
  const second = useCompany(secondId);
  const back = { to: '/companies/duplicates', label: t('title') };
  if (!first.data || !second.data) {
    return (
      <Page title={t('merge')} back={back}>
        <Loaded query={first.data ? second : first} lines={10}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  const [survivor, merged] = swapped ? [second.data, first.data] : [first.data, second.data];
  return (
    <Page title={t('merge')} subtitle={t('mergeText')} back={back} width="wide">
      {survivor.id === merged.id || survivor.archivedAt || merged.archivedAt ? (
        <Notice tone="warn" title={t('notPossible')}>
          {t(survivor.id === merged.id ? 'alreadyOne' : 'archived')}
        </Notice>
      ) : (
        <Comparison key={`${survivor.id}-${survivor.version}-${merged.version}`} survivor={survivor} merged={merged} onSwap={() => setSwapped(!swapped)} />
      )}
    </Page>
  );
}

function Comparison({ survivor, merged, onSwap }: { survivor: Company; merged: Company; onSwap: () => void }) {
  const { t } = useTranslation('company-duplicates');
  const choices = useChoices();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const confirm = useConfirm();
  const toast = useToast();
  const different = choices.filter((choice) => differs(choice, survivor, merged));
  const same = choices.filter((choice) => !differs(choice, survivor, merged) && !isEmpty(choice.show(survivor)));
  // What only the other one knows is taken, and the site or person of which it knows more, unless somebody says no.
  const [take, setTake] = useState(() => different.filter((choice) => isEmpty(choice.show(survivor)) || isPoorer(choice, survivor, merged)).map((choice) => choice.name));
  const merge = useMutation({
    mutationFn: () => mergeCompanies(survivor, merged, take),
    onSettled: () => queries.invalidateQueries({ queryKey: ['companies'] }),
    onError: toast.failed,
    onSuccess: () => {
      toast.done(t('done'));
      void navigate(`/companies/${survivor.id}`);
    },
  });
  const ask = async () => {
    if (await confirm({ title: t('askTitle', { merged: merged.name, survivor: survivor.name }), text: t('askText'), action: t('mergeNow') })) merge.mutate();
  };
  const choose = (name: string, fromMerged: boolean) => setTake(fromMerged ? [...take, name] : take.filter((other) => other !== name));
  return (
    <SectionCard
      title={t('choose')}
      actions={
        <Button look="plain" small icon="exchange-circle" onClick={onSwap}>
          {t('swap')}
        </Button>
      }
    >
      <div className="table-scroll">
        <table className="merge" aria-label={t('choose')}>
          <thead>
            <tr>
              <td />
              <th scope="col">
                {survivor.name}
                <div className="muted">{t('remains')}</div>
              </th>
              <th scope="col">
                {merged.name}
                <div className="muted">{t('becomesPart')}</div>
              </th>
            </tr>
          </thead>
          <tbody>
            {different.map((choice) => (
              <tr key={choice.name}>
                <th scope="row">{choice.label}</th>
                {[survivor, merged].map((company) => {
                  const fromMerged = company === merged;
                  const shown = choice.show(company);
                  return (
                    <td key={company.id}>
                      <label>
                        <input type="radio" name={choice.name} checked={take.includes(choice.name) === fromMerged} onChange={() => choose(choice.name, fromMerged)} />
                        <span>
                          <span className="visually-hidden">{choice.label}: </span>
                          {isEmpty(shown) ? <span className="muted">{t('empty0')}</span> : shown}
                        </span>
                      </label>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {same.length > 0 && (
        <p className="muted">
          {t('same')}: {same.map((choice) => choice.label).join(', ')}.
        </p>
      )}
      <p>{t('lists', { sites: merged.sites.length, people: merged.people.length })}</p>
      <Button look="fill" busy={merge.isPending} onClick={() => void ask()}>
        {t('mergeNow')}
      </Button>
    </SectionCard>
  );
}
