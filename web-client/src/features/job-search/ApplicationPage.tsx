import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { useRight } from '../../api/session';
import { Button } from '../../components/Button';
import { useConfirm } from '../../components/ConfirmDialog';
import { Dialog } from '../../components/Dialog';
import { choice, DateField, day, FieldRow, Form, SelectField, text, TextArea, useApiForm, TimeField, time } from '../../components/form';
import { Menu } from '../../components/Menu';
import { Page } from '../../components/Page';
import { Notice, Timeline } from '../../components/parts';
import { SectionCard } from '../../components/SectionCard';
import { ErrorState, Loaded, Skeleton } from '../../components/states';
import { useToast } from '../../components/Toast';
import { DateText, KeyValue, RelativeDate } from '../../components/values';
import { longDate, today } from '../../lib/format';
import { discardApplication, newsKinds, recordNews, sendApplication, useApplication, usePreview, type Application } from './api/applications';
import { cvAddress } from './api/cvs';
import { useRefresh } from './api/paths';
import { ApplicationChip } from './chips';

export function ApplicationPage() {
  const { t } = useTranslation('job-search');
  const { id = '' } = useParams();
  const query = useApplication(id);
  if (query.data) return <Record application={query.data} />;
  return (
    <Page title={t('application')} back={{ to: '/job-search/applications', label: t('applications.title') }}>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton lines={8} />}
    </Page>
  );
}

function Record({ application }: { application: Application }) {
  const { t } = useTranslation('job-search');
  const navigate = useNavigate();
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefresh();
  const open = useRight('beneficiaries:write') && application.pathOpen;
  const [doing, setDoing] = useState<'preview' | 'news' | null>(null);
  const draft = application.state === 'draft';
  const discard = async () => {
    if (!(await confirm({ title: t('discard.title', { name: application.employer }), text: t('discard.text'), action: t('discard.action'), danger: true }))) return;
    try {
      await discardApplication(application.id, application.version);
      void navigate(`/job-search/${application.pathId}`, { replace: true });
      await refresh();
      toast.done(t('discard.done'));
    } catch (error) {
      toast.failed(error);
    }
  };
  const reopen = () => toast.after(recordNews(application.id, application.version, { kind: 'reopened', on: today(), interviewOn: null, interviewAt: null, answerDueOn: null, note: null }).then(refresh), t('news.reopened'));
  return (
    <Page
      title={application.employer}
      documentTitle={t('application')}
      back={{ to: `/job-search/${application.pathId}`, label: application.displayName }}
      status={<ApplicationChip application={application} />}
      subtitle={[application.duty, application.displayName].join(' · ')}
      actions={
        open && (
          <>
            {draft ? (
              <Button look="fill" icon="mail" onClick={() => setDoing('preview')}>
                {t('preview.open')}
              </Button>
            ) : application.state === 'closed' ? (
              <Button icon="restore" onClick={reopen}>
                {t('news.reopen')}
              </Button>
            ) : (
              <Button look="fill" icon="note" onClick={() => setDoing('news')}>
                {t('news.action')}
              </Button>
            )}
            {draft && (
              <Menu
                label={t('otherActions')}
                items={[
                  { label: t('form.edit'), icon: 'pencil', to: `/job-search/applications/${application.id}/edit` },
                  { label: t('discard.action'), icon: 'delete', danger: true, onSelect: () => void discard() },
                ]}
              />
            )}
          </>
        )
      }
    >
      {application.mailState === 'failed' && <Notice tone="late" title={t('mail.failed')}>{t('mail.failedText')}</Notice>}
      {application.mailState === 'uncertain' && <Notice tone="warn" title={t('mail.uncertain')}>{t('mail.uncertainText')}</Notice>}
      {application.state === 'interview' && application.interviewOn && (
        <Notice title={t('interviewAt', { date: longDate(application.interviewOn), time: application.interviewAt })}>
          <RelativeDate value={application.interviewOn} />
        </Notice>
      )}
      <SectionCard title={t('about')}>
        <KeyValue
          items={[
            { label: t('form.channel'), value: t(`channel.${application.channel}`) },
            application.channel === 'email' && { label: t('form.email'), value: application.email },
            !!application.portal && { label: t('form.portal'), value: application.portal },
            !!application.place && { label: t('place'), value: application.place },
            !!application.reference && { label: t('form.reference'), value: application.reference },
            { label: t('form.appliedOn'), value: application.appliedOn && <DateText value={application.appliedOn} /> },
            application.state !== 'closed' && application.state !== 'draft' && { label: t('answerBy'), value: <RelativeDate value={application.answerDueOn} due /> },
            !!application.mailState && { label: t('mail.label'), value: t(`mailState.${application.mailState}`) },
            !!application.cvId && {
              label: t('form.cv'),
              value: (
                <a href={cvAddress(application.pathId, application.cvId, application.attachAs ?? 'pdf')} download>
                  {t('cv.download')}
                </a>
              ),
            },
            !!application.note && { label: t('form.note'), value: <span className="pre-line">{application.note}</span> },
          ]}
        />
      </SectionCard>
      {application.text && (
        <SectionCard title={t('form.text')}>
          <p className="pre-line">{application.text}</p>
        </SectionCard>
      )}
      {application.news.length > 0 && (
        <SectionCard title={t('news.title')}>
          <Timeline
            entries={application.news.map((one, index) => ({ key: String(index), title: t(`newsKind.${one.kind}`), when: <DateText value={one.on} />, by: one.writtenByName, text: one.note && <span className="pre-line">{one.note}</span> }))}
          />
        </SectionCard>
      )}
      {doing === 'preview' && <PreviewDialog application={application} onClose={() => setDoing(null)} />}
      {doing === 'news' && <NewsDialog application={application} onClose={() => setDoing(null)} />}
    </Page>
  );
}

/** The mail as it will go out: looked at, then sent, once. */
function PreviewDialog({ application, onClose }: { application: Application; onClose: () => void }) {
  const { t } = useTranslation('job-search');
  const toast = useToast();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const query = usePreview(application.id, Number(application.version), true);
  const send = async () => {
    if (busy) return;
    setBusy(true);
    try {
      await sendApplication(application.id, application.version);
      toast.done(t('preview.sent'));
      onClose();
    } catch (error) {
      toast.failed(error);
      setBusy(false);
    }
    await refresh();
  };
  return (
    <Dialog open wide title={t('preview.title')} onClose={onClose}>
      <Loaded query={query} lines={6}>
        {(mail) => (
          <>
            <KeyValue
              items={[
                { label: t('preview.from'), value: mail.from },
                { label: t('preview.replyTo'), value: mail.replyTo ?? t('preview.noMailbox') },
                { label: t('preview.to'), value: mail.to },
                { label: t('preview.subject'), value: mail.subject },
                {
                  label: t('preview.attachment'),
                  value: (
                    <a href={cvAddress(mail.pathId, mail.cvId, mail.attachment.endsWith('.docx') ? 'docx' : 'pdf')} download>
                      {mail.attachment} ({t('cv.version', { number: Number(mail.cvNumber) })})
                    </a>
                  ),
                },
              ]}
            />
            <p className="pre-line card0 padded">{mail.text}</p>
            <div className="form-foot">
              <Button look="fill" icon="mail" busy={busy} onClick={() => void send()}>
                {t('preview.send')}
              </Button>
              <Button look="quiet" onClick={onClose}>
                {t('cancel')}
              </Button>
            </div>
          </>
        )}
      </Loaded>
    </Dialog>
  );
}

const newsSchema = z
  .object({ kind: choice.required(newsKinds), on: day.required(), interviewOn: day.optional(), interviewAt: time.optional(), answerDueOn: day.optional(), note: text.optional(2000) })
  .superRefine((values, context) => {
    if (values.kind !== 'interviewPlanned') return;
    for (const name of ['interviewOn', 'interviewAt'] as const) if (!values[name]) context.addIssue({ code: 'custom', path: [name], input: '' });
  });
type NewsInput = z.input<typeof newsSchema>;

function NewsDialog({ application, onClose }: { application: Application; onClose: () => void }) {
  const { t } = useTranslation('job-search');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<NewsInput, z.output<typeof newsSchema>>({
    schema: newsSchema,
    defaultValues: { kind: '', on: today(), interviewOn: '', interviewAt: '', answerDueOn: '', note: '' },
    guard: false,
    submit: (values) => recordNews(application.id, application.version, values),
    onDone: () => {
      void refresh();
      toast.done(t('news.done'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('news.action')} onClose={onClose}>
      <Form form={form} submitLabel={t('news.save')} onCancel={onClose} keptNote={false}>
        <SelectField name="kind" label={t('news.kind')} required width="full" options={newsKinds.map((value) => ({ value, label: t(`newsKind.${value}`) }))} />
        <DateField name="on" label={t('news.on')} required max={today()} />
        <ByKind />
        <TextArea name="note" label={t('news.note')} rows={3} />
      </Form>
    </Dialog>
  );
}

function ByKind() {
  const { t } = useTranslation('job-search');
  const kind = useWatch<NewsInput, 'kind'>({ name: 'kind' });
  if (kind === 'interviewPlanned') {
    return (
      <FieldRow>
        <DateField name="interviewOn" label={t('news.interviewOn')} required />
        <TimeField name="interviewAt" label={t('news.interviewAt')} help={t('sessions.atHelp')} required width="short" />
      </FieldRow>
    );
  }
  return kind === 'answered' || kind === 'reminded' ? <DateField name="answerDueOn" label={t('form.answerDueOn')} help={t('form.answerDueHelp')} /> : null;
}
