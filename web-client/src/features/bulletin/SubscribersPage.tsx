import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { DataTable } from '../../components/DataTable';
import { Dialog } from '../../components/Dialog';
import { FilterChips, FilterSelect, ListBar, SearchBox } from '../../components/filters';
import { DateField, day, email, Form, text, TextArea, TextField, useApiForm } from '../../components/form';
import { Page } from '../../components/Page';
import { StatusChip, type Tone } from '../../components/StatusChip';
import { useToast } from '../../components/Toast';
import { useListState } from '../../components/useListState';
import { DateText } from '../../components/values';
import { today } from '../../lib/format';
import { subscriberStates, useAddSubscriber, useSubscribers, useUnsubscribeSubscriber, type Subscriber } from './api/subscribers';

const tones: Record<Subscriber['state'], Tone> = { confirmed: 'ok', pending: 'warn', unsubscribed: 'neutral', bounced: 'late' };

export function SubscribersPage() {
  const { t } = useTranslation('bulletin');
  const state = useListState({ filters: ['state'] as const, privateText: true });
  const list = useSubscribers({ ...(state.q ? { q: state.q } : {}), ...state.filters });
  const mayWrite = useRight('bulletin:write');
  const [adding, setAdding] = useState(false);
  return (
    <Page title={t('subscribers.title')} count={list.total} back={{ to: '/bulletin', label: t('title') }} actions={mayWrite && <Button look="fill" icon="plus" onClick={() => setAdding(true)}>{t('subscribers.add')}</Button>}>
      <ListBar>
        <SearchBox label={t('subscribers.search')} value={state.q} onChange={state.setQ} />
        <FilterSelect label={t('field.state')} value={state.filters.state} onChange={(value) => state.setFilter('state', value)} options={subscriberStates.map((value) => ({ value, label: t(`subscribers.state.${value}`) }))} />
      </ListBar>
      <FilterChips text={{ name: t('subscribers.search'), value: state.q, onChange: state.setQ }} onClear={state.clear} chips={[state.filters.state ? { key: 'state', name: t('field.state'), label: t(`subscribers.state.${state.filters.state}`), onRemove: () => state.setFilter('state', undefined) } : null]} />
      <DataTable
        label={t('subscribers.title')}
        list={list}
        rowKey={(row) => row.id}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={{ title: t('subscribers.empty'), text: t('subscribers.emptyText') }}
        columns={[
          { key: 'email', header: t('field.email'), cell: (row) => row.email },
          { key: 'state', header: t('field.state'), cell: (row) => <StatusChip tone={tones[row.state]}>{t(`subscribers.state.${row.state}`)}</StatusChip> },
          { key: 'createdAt', header: t('subscribers.since'), cell: (row) => <DateText value={row.createdAt} short /> },
          { key: 'consent', header: t('subscribers.proof'), cell: (row) => <Proof subscriber={row} /> },
          { key: 'actions', header: t('actions'), cell: (row) => mayWrite && row.state === 'confirmed' && <Unsubscribe subscriber={row} /> },
        ]}
      />
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function Proof({ subscriber }: { subscriber: Subscriber }) {
  const { t } = useTranslation('bulletin');
  const known: Record<string, string> = { 'public-form': t('subscribers.source.form'), 'one-click-link': t('subscribers.source.link'), editor: t('subscribers.source.editor') };
  return <>{known[subscriber.consentSource ?? ''] ?? subscriber.consentSource ?? t('subscribers.source.none')}</>;
}

function Unsubscribe({ subscriber }: { subscriber: Subscriber }) {
  const { t } = useTranslation('bulletin');
  const end = useUnsubscribeSubscriber();
  const toast = useToast();
  const confirm = useConfirm();
  const ask = async () => {
    if (await confirm({ title: t('subscribers.endTitle', { email: subscriber.email }), text: t('subscribers.endText'), action: t('subscribers.end'), danger: true })) {
      toast.after(end.mutateAsync(subscriber.id), t('subscribers.ended'));
    }
  };
  return (
    <Button small look="plain" aria-label={t('subscribers.endOf', { email: subscriber.email })} onClick={() => void ask()}>
      {t('subscribers.end')}
    </Button>
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('bulletin');
  const add = useAddSubscriber();
  const toast = useToast();
  const form = useApiForm({
    schema: z.object({ email: email.required(), consentSource: text.required(200), consentOn: day.required(), consentText: text.required(1000) }),
    defaultValues: { email: '', consentSource: '', consentOn: today(), consentText: t('subscribers.usualText') },
    submit: (subscriber) => add.mutateAsync(subscriber),
    onDone: () => {
      toast.done(t('subscribers.added'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('subscribers.add')} onClose={onClose}>
      <Form form={form} submitLabel={t('subscribers.add')} onCancel={onClose}>
        <TextField name="email" label={t('field.email')} type="email" required autoComplete="off" data-first-focus />
        <TextField name="consentSource" label={t('subscribers.consentSource')} help={t('subscribers.consentSourceHelp')} required />
        <DateField name="consentOn" label={t('subscribers.consentOn')} required />
        <TextArea name="consentText" label={t('subscribers.consentText')} required rows={3} />
      </Form>
    </Dialog>
  );
}
