import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { DocumentFileField } from '../../../components/documents';
import { choice, DateField, day, file, Form, RadioGroup, SelectField, text, useApiForm } from '../../../components/form';
import { SectionCard } from '../../../components/SectionCard';
import { EmptyState, Loaded } from '../../../components/states';
import { StatusChip } from '../../../components/StatusChip';
import { useToast } from '../../../components/Toast';
import { dateTime, longDate, monthName, today } from '../../../lib/format';
import { keepSignedPaper, makePaper, paperAddress, usePapers, useRefreshPapers, type Paper, type PaperKind, type PaperList, type PaperOwner } from '../api/papers';

/** The papers that came out of here: as Word, as PDF, signed; and those that no longer say what is true. */
export function PapersSection({ owner, mayWrite }: { owner: PaperOwner; mayWrite: boolean }) {
  const { t } = useTranslation('internships');
  const query = usePapers(owner);
  const ofConvention = 'conventionId' in owner;
  const refresh = useRefreshPapers();
  const toast = useToast();
  const [making, setMaking] = useState(false);
  const [signing, setSigning] = useState<Paper | null>(null);
  const [busy, setBusy] = useState(false);
  const nameOf = (kind: PaperKind, month: string) => (month ? t('papers.ofMonth', { name: t(`papers.kind.${kind}`), month: monthName(month) }) : t(`papers.kind.${kind}`));
  const make = (kind: PaperKind, month: string) => {
    setBusy(true);
    toast.after(
      makePaper({ internshipId: null, conventionId: null, ...owner, kind, month: month || null }).then(refresh).finally(() => setBusy(false)),
      t('papers.made', { name: nameOf(kind, month) }),
    );
  };
  const toMake = query.data?.toMake ?? [];
  const only = toMake.length === 1 && toMake[0]!.months.length === 0 ? toMake[0]! : null;
  return (
    <SectionCard
      title={t('papers.title')}
      actions={
        mayWrite &&
        toMake.length > 0 && (
          <Button look="plain" icon="file" busy={busy} onClick={() => (only ? make(only.kind, '') : setMaking(true))}>
            {t('papers.make')}
          </Button>
        )
      }
    >
      <Loaded query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon="file" title={t('papers.none')} text={t(ofConvention ? 'papers.noneOfConvention' : 'papers.noneText')} />
          ) : (
            <ul className="rows">
              {items.map((paper) => {
                const name = nameOf(paper.kind, paper.month);
                return (
                  <li key={paper.id} className="row0">
                    <div className="row0-main">
                      <b>{name}</b> <span className="muted">{t('papers.version', { number: paper.number })}</span>{' '}
                      {paper.signedOn && <StatusChip tone="ok">{t('signature.signedOn', { on: longDate(paper.signedOn) })}</StatusChip>}{' '}
                      {paper.isLast && !paper.isCurrent && <StatusChip tone="warn">{t('papers.changed')}</StatusChip>}
                      <div className="muted">
                        {dateTime(paper.madeAt)}
                        {paper.madeBy && `, ${paper.madeBy}`}
                      </div>
                      {paper.signatures.map((one) => (
                        <div key={`${one.signer} ${one.signedOn} ${one.hash}`} className="muted">
                          {t('papers.signedBy', { who: [t(`signature.signer.${one.signer}`), one.name].filter(Boolean).join(', '), on: longDate(one.signedOn), how: t(`signature.how.${one.how}`) })}
                        </div>
                      ))}
                      <div className="paper-files">
                        <a href={paperAddress(paper.id, 'docx')} download aria-label={`${name}, Word`}>
                          Word
                        </a>
                        <a href={paperAddress(paper.id, 'pdf')} download aria-label={`${name}, PDF`}>
                          PDF
                        </a>
                        {paper.signedOn && (
                          <a href={paperAddress(paper.id, 'signed')} download aria-label={t('papers.signedOf', { name })}>
                            {t('papers.signed')}
                          </a>
                        )}
                      </div>
                    </div>
                    {mayWrite && (
                      <div className="row-actions">
                        {paper.isLast && !paper.isCurrent && (
                          <Button look="plain" small icon="refresh" busy={busy} aria-label={t('papers.againOf', { name })} onClick={() => make(paper.kind, paper.month)}>
                            {t('papers.again')}
                          </Button>
                        )}
                        {!paper.signedOn && (
                          <Button look="plain" small icon="upload" aria-label={t('papers.keepOf', { name })} onClick={() => setSigning(paper)}>
                            {t('papers.keep')}
                          </Button>
                        )}
                      </div>
                    )}
                  </li>
                );
              })}
            </ul>
          )
        }
      </Loaded>
      {making && (
        <MakeDialog
          list={query.data!}
          onMake={(kind, month) => {
            setMaking(false);
            make(kind, month);
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {signing && <SignedDialog paper={signing} name={nameOf(signing.kind, signing.month)} onClose={() => setSigning(null)} />}
    </SectionCard>
  );
}

function MakeDialog({ list, onMake, onClose }: { list: PaperList; onMake: (kind: PaperKind, month: string) => void; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const kinds = list.toMake.map((paper) => paper.kind);
  const schema = z.object({ kind: choice.required(kinds), month: text.optional(7) }).superRefine(({ kind, month }, context) => {
    if (!month && list.toMake.some((paper) => paper.kind === kind && paper.months.length > 0)) context.addIssue({ code: 'custom', path: ['month'], input: '' });
  });
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { kind: kinds[0] ?? '', month: '' },
    guard: false,
    submit: async ({ kind, month }) => onMake(kind, list.toMake.find((paper) => paper.kind === kind)?.months.length ? (month ?? '') : ''),
  });
  const kind = form.form.watch('kind');
  const months = list.toMake.find((paper) => paper.kind === kind)?.months ?? [];
  return (
    <Dialog open title={t('papers.make')} onClose={onClose}>
      <p>{t('papers.makeText')}</p>
      <Form form={form} submitLabel={t('papers.make')} onCancel={onClose} keptNote={false}>
        <RadioGroup name="kind" label={t('papers.which')} required options={kinds.map((value) => ({ value, label: t(`papers.kind.${value}`) }))} />
        {months.length > 0 && <SelectField name="month" label={t('papers.month')} required options={months.map((value) => ({ value, label: monthName(value) }))} />}
      </Form>
    </Dialog>
  );
}

const signedSchema = z.object({ signedOn: day.required(), file: file.required() });

function SignedDialog({ paper, name, onClose }: { paper: Paper; name: string; onClose: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefreshPapers();
  const form = useApiForm<z.input<typeof signedSchema>, z.output<typeof signedSchema>>({
    schema: signedSchema,
    defaultValues: { signedOn: today(), file: null },
    guard: false,
    submit: async (values) => {
      await keepSignedPaper(paper.id, values.signedOn, values.file);
    },
    onDone: async () => {
      await refresh();
      toast.done(t('papers.kept'));
      onClose();
    },
  });
  return (
    <Dialog open title={t('papers.keep')} onClose={onClose}>
      <p>{t('papers.keepText', { name, number: paper.number })}</p>
      <Form form={form} submitLabel={t('papers.keepAction')} onCancel={onClose}>
        <DateField name="signedOn" label={t('papers.signedDay')} required max={today()} />
        <DocumentFileField label={t('papers.file')} />
      </Form>
    </Dialog>
  );
}
