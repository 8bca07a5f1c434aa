import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../components/Button';
import { DateField, Form, RadioGroup, TextArea, TextField, choice, day, text, useApiForm } from '../../components/form';
import { Notice, Timeline } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { EmptyState, ErrorState, Skeleton } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText, RelativeDate } from '../../components/values';
import { longDate } from '../../lib/format';
import { logContact, useContacts, useNextContactProposals } from './api/contacts';
import type { Company } from './api/companies';
import { companyKeys } from './api/keys';

const channels = ['call', 'visit', 'mail', 'meeting'] as const;
const outcomes = ['reached', 'noAnswer', 'callBack', 'available', 'notNow', 'never', 'wrongNumber'] as const;

/** The story of the contacts, the latest first, and the form that adds one. */
export function ContactsSection({ company, mayWrite, logging, onLogging }: { company: Company; mayWrite: boolean; logging: boolean; onLogging: (open: boolean) => void }) {
  const { t } = useTranslation('companies');
  const query = useContacts(company.id);
  const contacts = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <SectionCard
      title={t('contact.title')}
      actions={
        mayWrite &&
        !logging && (
          <Button look="plain" small icon="plus" onClick={() => onLogging(true)}>
            {t('contact.add')}
          </Button>
        )
      }
    >
      {company.unreachedInARow >= 3 && <Notice tone="warn">{t('contact.unreached', { count: company.unreachedInARow })}</Notice>}
      {company.nextContactOn && (
        <p>
          {t('nextContact')}: <strong><RelativeDate value={company.nextContactOn} due /></strong>
        </p>
      )}
      {logging && <NewContact company={company} onClose={() => onLogging(false)} />}
      {query.isPending ? (
        <Skeleton lines={4} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : contacts.length === 0 ? (
        !logging && <EmptyState icon="telephone" title={t('contact.none')} text={t('contact.noneText')} />
      ) : (
        <Timeline
          entries={contacts.map((contact) => ({
            key: contact.id,
            title: `${t(`contact.channel.${contact.channel}`)}: ${t(`contact.outcome.${contact.outcome}`)}`,
            when: <RelativeDate value={contact.contactedAt} />,
            by: [contact.contactedByName, contact.spokeWith && t('contact.with', { name: contact.spokeWith })].filter(Boolean).join(' · '),
            text: (
              <>
                {contact.note && <span className="pre-line">{contact.note}</span>}
                {contact.nextContactOn && (
                  <div className="muted">
                    {t('nextContact')}: <DateText value={contact.nextContactOn} short />
                  </div>
                )}
              </>
            ),
          }))}
        />
      )}
      {query.hasNextPage && (
        <Button look="quiet" small busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('contact.more')}
        </Button>
      )}
    </SectionCard>
  );
}

const schema = z.object({ channel: choice.required(channels), outcome: choice.required(outcomes), spokeWith: text.optional(120), note: text.optional(4000), nextContactOn: day.optional() });

function NewContact({ company, onClose }: { company: Company; onClose: () => void }) {
  const { t } = useTranslation('companies');
  const queries = useQueryClient();
  const toast = useToast();
  const proposals = useNextContactProposals();
  const proposedFor = (outcome: string) => proposals?.find((one) => one.outcome === outcome)?.nextContactOn;
  const form = useApiForm({
    schema,
    defaultValues: { channel: 'call', outcome: '', spokeWith: '', note: '', nextContactOn: '' },
    // Left empty, the proposed day is the one that the help text promises.
    submit: (values) => logContact(company.id, { ...values, nextContactOn: values.nextContactOn ?? proposedFor(values.outcome) ?? null, campaignId: null }),
    onDone: () => {
      void queries.invalidateQueries({ queryKey: companyKeys.all });
      toast.done(t('contact.saved'));
      onClose();
    },
  });
  const proposed = proposedFor(form.form.watch('outcome'));
  return (
    <Form form={form} submitLabel={t('contact.save')} onCancel={onClose} label={t('contact.log')}>
      <RadioGroup name="channel" label={t('contact.channelLabel')} required segmented options={channels.map((value) => ({ value, label: t(`contact.channel.${value}`) }))} />
      <RadioGroup name="outcome" label={t('contact.outcomeLabel')} required options={outcomes.map((value) => ({ value, label: t(`contact.outcome.${value}`) }))} />
      <TextField name="spokeWith" label={t('contact.spokeWith')} autoComplete="off" />
      <TextArea name="note" label={t('contact.note')} rows={3} />
      <DateField name="nextContactOn" label={t('nextContact')} help={proposed ? t('contact.proposed', { date: longDate(proposed) }) : t('contact.nextHelp')} />
    </Form>
  );
}
