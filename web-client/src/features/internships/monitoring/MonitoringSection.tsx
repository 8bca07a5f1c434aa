import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import * as z from 'zod';
import { Button, ButtonLink } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { choice, DateField, day, Form, RadioGroup, text, TextArea, useApiForm } from '../../../components/form';
import { Notice, Timeline } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { KeyValue, RelativeDate } from '../../../components/values';
import { capital } from '../../../lib/capital';
import { longDate, today } from '../../../lib/format';
import { useRefresh, type Internship } from '../api/internships';
import { logExchange, useMonitoring, type Monitoring, type Visit } from '../api/monitoring';

/** What is due next, what needs a look, and what was seen. */
export function MonitoringSection({ internship, mayWrite }: { internship: Internship; mayWrite: boolean }) {
  const { t } = useTranslation('internships');
  const monitoring = useMonitoring(internship.id);
  const [logging, setLogging] = useState(false);
  return (
    <SectionCard
      title={t('monitoring.title')}
      actions={
        mayWrite && (
          <Button look="plain" icon="plus" onClick={() => setLogging(true)}>
            {t('monitoring.exchange.action')}
          </Button>
        )
      }
    >
      <Loaded query={monitoring} lines={4}>
        {(data) => <Seen internship={internship} monitoring={data} mayWrite={mayWrite} />}
      </Loaded>
      {logging && <ExchangeDialog internship={internship} onClose={() => setLogging(false)} />}
    </SectionCard>
  );
}

function Seen({ internship, monitoring, mayWrite }: { internship: Internship; monitoring: Monitoring; mayWrite: boolean }) {
  const { t } = useTranslation('internships');
  const drafts = monitoring.visits.filter((one) => one.state === 'draft');
  return (
    <>
      {monitoring.alerts.length > 0 && (
        <Notice tone="warn" title={t('monitoring.alertTitle')}>
          {monitoring.alerts.map((alert) => t(`monitoring.alert.${alert.kind}`, { number: alert.number })).join(' · ')}
        </Notice>
      )}
      {monitoring.due.length > 0 && (
        <ul className="rows">
          {monitoring.due.map((one) => (
            <li key={one.kind} className="row0">
              <div className="row0-main">
                <b>{capital(t(`monitoring.kind.${one.kind}`))}</b>{' '}
                <span className="muted">
                  {one.dueOn ? (
                    <>
                      {t('monitoring.dueOn')}: <RelativeDate value={one.dueOn} due />
                    </>
                  ) : (
                    t('monitoring.none')
                  )}
                </span>
              </div>
              {mayWrite && (
                <ButtonLink look="outline" small to={`/internships/${internship.id}/visits/${one.kind}`}>
                  {drafts.some((draft) => draft.kind === one.kind) ? t('monitoring.openDraft') : t(`monitoring.do.${one.kind}`)}
                </ButtonLink>
              )}
            </li>
          ))}
        </ul>
      )}
      {monitoring.visits.length === 0 ? (
        <EmptyState icon="calendar" title={t('monitoring.noneYet')} text={t('monitoring.noneYetText')} />
      ) : (
        <Timeline
          entries={monitoring.visits.map((one) => ({
            key: one.id,
            title: (
              <>
                <Link to={`/internships/${internship.id}/visits/${one.id}`}>{capital(t(`monitoring.kind.${one.kind}`))}</Link> {one.state === 'draft' && <StatusChip tone="neutral">{t('monitoring.draft')}</StatusChip>}
              </>
            ),
            when: longDate(one.heldOn),
            by: one.by,
            text: one.state === 'done' ? [one.sheet.attendance && t(`visit.attendance.${one.sheet.attendance}`), one.sheet.nextSteps].filter(Boolean).join(' · ') : undefined,
          }))}
        />
      )}
      <h3>{t('monitoring.exchange.title')}</h3>
      {monitoring.exchanges.length === 0 ? (
        <p className="muted">{t('monitoring.exchange.empty')}</p>
      ) : (
        <Timeline
          entries={monitoring.exchanges.map((one) => ({ key: one.id, title: capital(t(`monitoring.exchange.channel.${one.channel}`)), when: longDate(one.heldOn), by: one.by, text: one.note }))}
        />
      )}
    </>
  );
}

/** A finished sheet, to be read. */
export function VisitText({ visit }: { visit: Visit }) {
  const { t } = useTranslation('internships');
  const { sheet } = visit;
  const withNote = (value: string, note: string | null | undefined) => [value, note].filter(Boolean).join('. ');
  return (
    <KeyValue
      items={[
        !!sheet.attendance && { label: t('visit.attendanceLabel'), value: t(`visit.attendance.${sheet.attendance}`) },
        ...(sheet.skills ?? []).map((one) => ({ label: one.objective, value: withNote(one.level ? t(`visit.level.${one.level}`) : '', one.note) })),
        !!sheet.relations && { label: t('visit.relations'), value: withNote(t(`visit.condition.${sheet.relations}`), sheet.relationsNote) },
        !!sheet.safety && { label: t('visit.safety'), value: withNote(t(`visit.safetyCondition.${sheet.safety}`), sheet.safetyNote) },
        !!sheet.difficulties && { label: t('visit.difficulties'), value: sheet.difficulties },
        !!sheet.nextSteps && { label: t('visit.nextSteps'), value: sheet.nextSteps },
      ]}
    />
  );
}

const channels = ['call', 'mail', 'meeting'] as const;
const schema = z.object({ channel: choice.required(channels), heldOn: day.required(), note: text.required(4000) });

function ExchangeDialog({ internship, onClose }: { internship: Internship; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { channel: '', heldOn: today(), note: '' },
    submit: (exchange) => logExchange(internship.id, exchange),
    guard: false,
    onDone: async () => {
      await refresh();
      toast.done(t('monitoring.exchange.done'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('monitoring.exchange.action')} onClose={onClose}>
      <Form form={form} submitLabel={t('monitoring.exchange.action')} onCancel={onClose}>
        <RadioGroup segmented name="channel" label={t('monitoring.exchange.channelLabel')} required options={channels.map((value) => ({ value, label: t(`monitoring.exchange.channel.${value}`) }))} />
        <DateField name="heldOn" label={t('visit.heldOn')} required />
        <TextArea name="note" label={t('monitoring.exchange.note')} required rows={4} maxLength={4000} />
      </Form>
    </Dialog>
  );
}
