import { useState } from 'react';
import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Form, TextArea, text, useApiForm } from '../../components/form';
import { useConfirm } from '../../components/ConfirmDialog';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { Notice } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { Loaded } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText, KeyValue } from '../../components/values';
import { number } from '../../lib/format';
import * as z from 'zod';
import { useDecideOpportunity, useOpportunity, type Opportunity } from './api/opportunities';
import { OpportunityChip } from './OpportunityChip';
import { Written } from './Written';

export function OpportunityPage() {
  const { t } = useTranslation('bulletin');
  const { id = '' } = useParams();
  const query = useOpportunity(id);
  const opportunity = query.data;
  return (
    <Page
      title={opportunity?.title ?? t('opportunities.one')}
      status={opportunity && <OpportunityChip state={opportunity.state} />}
      subtitle={opportunity?.organiser}
      back={{ to: '/opportunities', label: t('opportunities.title') }}
      actions={opportunity && <Actions opportunity={opportunity} />}
    >
      <Loaded query={query}>{(loaded) => <Record opportunity={loaded} />}</Loaded>
    </Page>
  );
}

function Record({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation('bulletin');
  return (
    <>
      {opportunity.state === 'proposed' && <Notice tone="warn" title={t('opportunities.toReview')}>{t('opportunities.toReviewText', { source: opportunity.source ?? t('unknownSource') })}</Notice>}
      {opportunity.reason && <Notice tone="late" title={t('opportunities.rejectedFor')}>{opportunity.reason}</Notice>}
      <SectionCard title={t('opportunities.asPublished')}>
        <Facts opportunity={opportunity} />
        <Written html={opportunity.descriptionHtml} />
        {opportunity.requirementsHtml && (
          <>
            <h3>{t('field.requirements')}</h3>
            <Written html={opportunity.requirementsHtml} />
          </>
        )}
      </SectionCard>
      <SectionCard title={t('opportunities.origin')}>
        <KeyValue
          items={[
            { label: t('field.source'), value: opportunity.source ?? t('unknownSource') },
            opportunity.externalReference && { label: t('field.externalReference'), value: opportunity.externalReference },
            { label: t('field.createdAt'), value: <DateText value={opportunity.createdAt} /> },
            opportunity.publishedAt && { label: t('field.publishedAt'), value: <DateText value={opportunity.publishedAt} /> },
          ].map((item) => item || null)}
        />
      </SectionCard>
    </>
  );
}

function Facts({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation('bulletin');
  const facts: [string, string | null | undefined][] = [
    [t('field.kind'), t(`kind.${opportunity.kind}`)],
    [t('field.municipality'), opportunity.municipality ?? t('anywhere')],
    [t('field.contractType'), opportunity.contractType],
    [t('field.hours'), opportunity.hours],
    [t('field.positions'), opportunity.positions ? number(opportunity.positions) : null],
    [t('field.applyUrl'), opportunity.applyUrl],
    [t('field.applyEmail'), opportunity.applyEmail],
    [t('field.applyPhone'), opportunity.applyPhone],
  ];
  return (
    <KeyValue
      items={[
        ...facts.filter(([, value]) => value).map(([label, value]) => ({ label, value })),
        { label: t('field.deadline'), value: opportunity.deadline ? <DateText value={opportunity.deadline} /> : t('noDeadline') },
      ]}
    />
  );
}

function Actions({ opportunity }: { opportunity: Opportunity }) {
  const { t } = useTranslation('bulletin');
  const mayReview = useRight('opportunities:review');
  const decide = useDecideOpportunity(opportunity.id);
  const toast = useToast();
  const confirm = useConfirm();
  const [rejecting, setRejecting] = useState(false);
  const publish = () => toast.after(decide.mutateAsync({ to: 'publication' }), t('opportunities.published'));
  const withdraw = async () => {
    if (!(await confirm({ title: t('opportunities.withdrawTitle', { title: opportunity.title }), text: t('opportunities.withdrawText'), action: t('opportunities.withdraw'), danger: true }))) return;
    toast.after(decide.mutateAsync({ to: 'withdrawal' }), t('opportunities.withdrawn'));
  };
  if (!mayReview) return null;
  const open = ['draft', 'proposed', 'published'].includes(opportunity.state);
  return (
    <>
      {opportunity.state !== 'published' && (
        <Button look="fill" busy={decide.isPending} onClick={publish}>
          {t('opportunities.publish')}
        </Button>
      )}
      <Menu
        label={t('actions')}
        items={[
          { label: t('edit'), icon: 'pencil', to: `/opportunities/${opportunity.id}/edit` },
          opportunity.state === 'published' && { label: t('opportunities.seePublic'), icon: 'external-link', to: `/offers/${opportunity.id}` },
          opportunity.state === 'proposed' && { label: t('opportunities.reject'), icon: 'close', danger: true, onSelect: () => setRejecting(true) },
          open && { label: t('opportunities.withdraw'), icon: 'restore', danger: true, onSelect: () => void withdraw() },
        ]}
      />
      {rejecting && <RejectDialog id={opportunity.id} onClose={() => setRejecting(false)} />}
    </>
  );
}

function RejectDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation('bulletin');
  const toast = useToast();
  const decide = useDecideOpportunity(id);
  const form = useApiForm({
    schema: z.object({ reason: text.required(500) }),
    defaultValues: { reason: '' },
    submit: ({ reason }) => decide.mutateAsync({ to: 'rejection', reason }),
    onDone: () => {
      toast.done(t('opportunities.rejected'));
      onClose();
    },
    guard: false,
  });
  return (
    <Dialog open title={t('opportunities.reject')} onClose={onClose}>
      <Form form={form} submitLabel={t('opportunities.reject')} onCancel={onClose}>
        <TextArea name="reason" label={t('field.reason')} help={t('opportunities.reasonHelp')} required rows={3} data-first-focus />
      </Form>
    </Dialog>
  );
}
