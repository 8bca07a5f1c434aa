import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryOf } from '../../api/types';
import { FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { Form, TextArea, TextField, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { SectionCard } from '../../components/SectionCard';
import { useSectors } from '../../components/sectors';
import { useToast } from '../../components/Toast';
import { number } from '../../lib/format';
import { createCampaign } from './api/campaigns';
import { useCompanyCount } from './api/company';
import { callKeys } from './api/keys';
import { campaignSchema } from './campaign-form';

const flags = ['hasAvailability', 'staleAvailability', 'contactDue', 'unreached'] as const;
const notFilters = ['sort', 'cursor', 'limit', 'total', 'archived'];

/** A filter of the company list becomes a list that operators share. Whoever comes from that list brings its filters along. */
export function NewCampaignPage() {
  const { t } = useTranslation('call-list');
  const navigate = useNavigate();
  const toast = useToast();
  const queries = useQueryClient();
  const sectors = useSectors();
  const [search] = useSearchParams();
  const [filters, setFilters] = useState<Record<string, string>>(() => Object.fromEntries([...search].filter(([name, value]) => value && !notFilters.includes(name))));
  const set = (part: Record<string, string | undefined>) => setFilters((all) => Object.fromEntries(Object.entries({ ...all, ...part }).filter((entry): entry is [string, string] => !!entry[1])));
  const count = useCompanyCount(filters as QueryOf<'listCompanies'>).data;
  const shown = flags.find((flag) => filters[flag] === 'true');
  const others = Object.keys(filters).filter((name) => !['q', 'sector', 'province', ...flags].includes(name));
  const form = useApiForm({
    schema: campaignSchema,
    defaultValues: { name: '', goal: '' },
    submit: (values) => createCampaign({ ...values, filter: new URLSearchParams(filters).toString(), companyIds: null }),
    onDone: (created) => {
      void queries.invalidateQueries({ queryKey: callKeys.campaigns });
      toast.done(t('campaign.created', { count: created.companies, n: number(created.companies) }));
      void navigate(`/companies/campaigns/${created.id}`);
    },
  });
  return (
    <Page title={t('campaign.new')} width="form" back={{ to: '/companies/campaigns', label: t('campaign.nav') }}>
      <SectionCard title={t('campaign.who')}>
        <ListBar>
          <SearchBox label={t('campaign.search')} value={filters.q ?? ''} onChange={(q) => set({ q })} />
          <FilterSelect label={t('common:sector')} value={filters.sector} options={sectors.options} onChange={(sector) => set({ sector })} />
          <FilterSelect
            label={t('campaign.show')}
            value={shown}
            options={flags.map((flag) => ({ value: flag, label: t(`campaign.flag.${flag}`) }))}
            onChange={(value) => set({ ...Object.fromEntries(flags.map((flag) => [flag, undefined])), ...(value ? { [value]: 'true' } : {}) })}
          />
        </ListBar>
        {others.length > 0 && <p className="muted">{t('campaign.otherFilters', { count: others.length })}</p>}
        <p role="status">{count !== undefined && t('campaign.found', { count, n: number(count) })}</p>
      </SectionCard>
      <Form form={form} submitLabel={t('campaign.start')} onCancel={() => void navigate('/companies/campaigns')}>
        <TextField name="name" label={t('campaign.name')} required autoComplete="off" />
        <TextArea name="goal" label={t('campaign.goal')} help={t('campaign.goalHelp')} rows={3} />
      </Form>
    </Page>
  );
}
