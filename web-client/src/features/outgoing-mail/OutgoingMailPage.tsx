import { useTranslation } from 'react-i18next';
import { Menu } from '../../components/Menu';
import { useConfirm } from '../../components/ConfirmDialog';
import { DataTable } from '../../components/DataTable';
import { FilterChips, FilterSelect, ListBar } from '../../components/filters';
import { Page } from '../../components/Page';
import { StatusChip, type Tone } from '../../components/StatusChip';
import { useToast } from '../../components/Toast';
import { useListState } from '../../components/useListState';
import { dateTime } from '../../lib/format';
import { mailStates, useOutgoingMails, useResolveMail, type Decision, type MailState, type OutgoingMail } from './api/outgoing-mails';
import { readFailure } from './failure';

const tones: Record<MailState, Tone> = { waiting: 'blue', sending: 'blue', sent: 'ok', failed: 'late', uncertain: 'warn', givenUp: 'neutral' };

/** Mails that did not leave or may have arrived, each with what can be done. Other states are a filter away. */
export function OutgoingMailPage() {
  const { t } = useTranslation('outgoing-mail');
  const state = useListState<'state'>({ filters: ['state'] });
  const chosen = mailStates.find((one) => one === state.filters.state);
  const list = useOutgoingMails({ state: chosen });
  return (
    <Page title={t('title')} subtitle={t('text')}>
      <ListBar>
        <FilterSelect label={t('state')} value={chosen} options={mailStates.map((value) => ({ value, label: t(`states.${value}`) }))} onChange={(value) => state.setFilter('state', value)} />
      </ListBar>
      <FilterChips onClear={state.clear} chips={[!!chosen && { key: 'state', label: t(`states.${chosen}`), name: t('state'), onRemove: () => state.setFilter('state', undefined) }]} />
      <DataTable
        label={t('title')}
        list={list}
        rowKey={(mail) => mail.id}
        onClearFilters={state.isFiltered ? state.clear : undefined}
        empty={chosen ? { title: t('none') } : { title: t('allWell'), text: t('allWellText') }}
        columns={[
          { key: 'subject', header: t('subject'), cell: (mail) => mail.subject ?? <span className="muted">{t('contentGone')}</span> },
          { key: 'to', header: t('to'), cell: (mail) => mail.recipient ?? <span className="muted">–</span> },
          { key: 'at', header: t('at'), cell: (mail) => <time dateTime={mail.createdAt}>{dateTime(mail.createdAt)}</time> },
          { key: 'state', header: t('state'), cell: (mail) => <StatusChip tone={tones[mail.state!]}>{t(`states.${mail.state!}`)}</StatusChip> },
          { key: 'why', header: t('why'), cell: (mail) => <Why mail={mail} /> },
          { key: 'do', header: t('do'), cell: (mail) => <Decide mail={mail} /> },
        ]}
      />
    </Page>
  );
}

function Why({ mail }: { mail: OutgoingMail }) {
  const { t } = useTranslation('outgoing-mail');
  if (mail.state === 'sent' && mail.sentAt) return <time dateTime={mail.sentAt}>{dateTime(mail.sentAt)}</time>;
  const failure = mail.failure ? readFailure(mail.failure) : undefined;
  if (!failure) return <span className="muted">{mail.failure ?? '–'}</span>;
  const text = 'reason' in failure ? t(`reason.${failure.reason}`) : [t(`stage.${failure.stage}`), failure.codes && `(${failure.codes})`].filter(Boolean).join(' ');
  return (
    <>
      {text}
      {mail.state === 'waiting' && mail.nextAttemptAt && <div className="muted">{t('next', { when: dateTime(mail.nextAttemptAt) })}</div>}
    </>
  );
}

function Decide({ mail }: { mail: OutgoingMail }) {
  const { t } = useTranslation('outgoing-mail');
  const toast = useToast();
  const confirm = useConfirm();
  const resolve = useResolveMail();
  if (mail.state !== 'failed' && mail.state !== 'uncertain') return null;
  const decide = async (decision: Decision) => {
    // Sending what may have arrived can double it: whoever decides says so twice.
    if (decision === 'resend' && mail.state === 'uncertain' && !(await confirm({ title: t('resendTitle'), text: t('resendText'), action: t('decision.resend') }))) return;
    toast.after(resolve.mutateAsync({ id: mail.id, decision }), t(`decided.${decision}`));
  };
  return (
    <Menu
      label={t('decide')}
      name={`${t('decide')}: ${mail.subject ?? t('contentGone')}`}
      buttonClass="btn0 outline small"
      items={[
        mail.subject !== null && { label: t('decision.resend'), icon: 'mail', onSelect: () => void decide('resend') },
        { label: t('decision.consideredSent'), icon: 'check', onSelect: () => void decide('consideredSent') },
        { label: t('decision.givenUp'), icon: 'close', onSelect: () => void decide('givenUp') },
      ]}
    />
  );
}
