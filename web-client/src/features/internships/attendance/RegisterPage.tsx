import { useRef, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useLocation, useNavigate, useParams } from 'react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRight } from '../../../api/session';
import { Button, ButtonLink } from '../../../components/Button';
import { Form, useApiForm } from '../../../components/form';
import { Menu } from '../../../components/Menu';
import { Page } from '../../../components/Page';
import { Notice, Timeline } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { ErrorState, Skeleton } from '../../../components/states';
import { useToast } from '../../../components/Toast';
import { capital } from '../../../lib/capital';
import { dateTime, monthName, today } from '../../../lib/format';
import { useRefresh } from '../api/internships';
import { internshipKeys } from '../api/keys';
import { formerScanAddress, readRegister, saveRegister, scanAddress, useNextRegister, useRegister, type RegisterRecord, type RegisterSheet } from '../api/registers';
import { writeHours } from './hours';
import { RegisterGrid, RegisterTotals } from './RegisterGrid';
import { PaperDialog, ReopenDialog, SignDialog } from './RegisterDialogs';
import { RegisterChip } from './RegisterChip';
import { InternLinkSection } from './InternLinkSection';
import { TutorLinkSection } from './TutorLinkSection';
import { absenceName, hoursName, schemaOf, valuesOf, writtenOf, type SheetValues } from './sheet';

export function RegisterPage() {
  const { id = '', month = '' } = useParams();
  const { t } = useTranslation('internships');
  const register = useRegister(id, month);
  if (register.data) return <Register key={`${month} ${register.data.sheet.state}`} id={id} record={register.data} />;
  return (
    <Page title={t('register.title')} back={{ to: `/internships/${id}`, label: t('backToInternship') }}>
      {register.error ? <ErrorState error={register.error} onRetry={() => void register.refetch()} /> : <Skeleton lines={10} />}
    </Page>
  );
}

function Register({ id, record }: { id: string; record: RegisterRecord }) {
  const { t } = useTranslation('internships');
  const { sheet } = record;
  const mayWrite = useRight('internships:write');
  const [dialog, setDialog] = useState<'sign' | 'paper' | 'reopen' | null>(null);
  const close = () => setDialog(null);
  const { search } = useLocation();
  const next = useNextRegister(sheet.month, id, !search.includes('in=all'));
  const to = (month: string) => `/internships/${id}/attendance/${month}`;
  return (
    <Page
      title={capital(monthName(sheet.month))}
      documentTitle={t('register.title')}
      back={{ to: `/internships/${id}`, label: t('backToInternship') }}
      status={<RegisterChip state={sheet.state} />}
      subtitle={`${record.personName} · ${record.companyName}`}
      actions={
        <>
          {sheet.previous && (
            <ButtonLink look="quiet" icon="chevron-left" to={to(sheet.previous)}>
              {capital(monthName(sheet.previous))}
            </ButtonLink>
          )}
          {sheet.next && `${sheet.next}-01` <= today() && (
            <ButtonLink look="quiet" icon="chevron-right" to={to(sheet.next)}>
              {capital(monthName(sheet.next))}
            </ButtonLink>
          )}
          {next.data && (
            <ButtonLink look={sheet.state === 'closed' ? 'fill' : 'quiet'} icon="chevron-right" to={`/internships/${next.data.internshipId}/attendance/${sheet.month}${search}`}>
              {t('monthRegisters.next')}
            </ButtonLink>
          )}
          {mayWrite && sheet.state === 'toSign' && (
            <Button look="fill" icon="check" onClick={() => setDialog('sign')}>
              {t('register.sign.action')}
            </Button>
          )}
          <Menu
            label={t('otherActions')}
            items={[
              { label: t('register.print.action'), icon: 'print', onSelect: () => window.print() },
              mayWrite && sheet.state !== 'closed' && sheet.mayBeSigned && { label: t('register.paper.action'), icon: 'upload', onSelect: () => setDialog('paper') },
              mayWrite && sheet.state !== 'open' && { label: t('register.reopen.action'), icon: 'unlocked', onSelect: () => setDialog('reopen') },
            ]}
          />
        </>
      }
    >
      <Signatures id={id} sheet={sheet} />
      <div className="card0 register-card">{mayWrite && sheet.state === 'open' ? <WritableSheet id={id} sheet={sheet} onSign={() => setDialog('sign')} /> : <ReadSheet sheet={sheet} />}</div>
      {sheet.writtenBy === 'tutor' && <p className="muted">{t('register.byTutor')}</p>}
      <PaperSignatures sheet={sheet} />
      {sheet.state !== 'closed' && !sheet.tutor && `${sheet.month}-01` <= today() && <TutorLinkSection id={id} month={sheet.month} mayWrite={mayWrite} />}
      {mayWrite && sheet.state !== 'closed' && !sheet.intern && sheet.mayBeSigned && <InternLinkSection id={id} month={sheet.month} />}
      {sheet.reopenings.length > 0 && (
        <SectionCard title={t('register.reopenings')}>
          <Timeline entries={sheet.reopenings.map((one) => ({ key: one.id, title: t('register.reopened'), when: dateTime(one.at), by: one.by, text: <FormerReason id={id} month={sheet.month} reopening={one} /> }))} />
        </SectionCard>
      )}
      {dialog === 'sign' && <SignDialog id={id} sheet={sheet} onClose={close} />}
      {dialog === 'paper' && <PaperDialog id={id} sheet={sheet} onClose={close} />}
      {dialog === 'reopen' && <ReopenDialog id={id} sheet={sheet} onClose={close} />}
    </Page>
  );
}

/** Why it was reopened, and the sheet that was signed before, which is kept. */
function FormerReason({ id, month, reopening }: { id: string; month: string; reopening: RegisterSheet['reopenings'][number] }) {
  const { t } = useTranslation('internships');
  return (
    <>
      {reopening.reason}
      {reopening.hasScan && (
        <>
          {' · '}
          <a href={formerScanAddress(id, month, reopening.id)} download>
            {t('register.formerScan')}
          </a>
        </>
      )}
    </>
  );
}

/** Two lines to sign on, only on paper. */
function PaperSignatures({ sheet }: { sheet: RegisterSheet }) {
  const { t } = useTranslation('internships');
  return (
    <div className="paper-signatures">
      <p>{t('register.print.tutor', { name: sheet.hostTutor })}</p>
      <p>{t('register.print.intern')}</p>
      <p>{t('register.print.date')}</p>
    </div>
  );
}

function Signatures({ id, sheet }: { id: string; sheet: RegisterSheet }) {
  const { t } = useTranslation('internships');
  if (sheet.state === 'open') return null;
  const line = (who: 'tutor' | 'intern') => {
    const signature = sheet[who];
    if (!signature) return t(`register.missing.${who}`, { name: sheet.hostTutor });
    if (who === 'tutor' && signature.how === 'link') return t('register.signed.tutorLink', { name: signature.name ?? sheet.hostTutor, at: dateTime(signature.at) });
    if (who === 'intern' && signature.how === 'link') return t('register.signed.internLink', { name: signature.name ?? '', at: dateTime(signature.at) });
    return t(`register.signed.${who}`, { name: sheet.hostTutor, at: dateTime(signature.at) });
  };
  const digest = (signature: RegisterSheet['tutor']) => signature?.digest && <span title={signature.digest}> · {t('signature.hash', { hash: signature.digest.slice(0, 8) })}</span>;
  const other = !!sheet.tutor?.isOfOtherDays || !!sheet.intern?.isOfOtherDays;
  return (
    <Notice tone={other ? 'late' : sheet.state === 'closed' ? 'ok' : 'warn'} title={other ? t('register.otherDays') : t(`register.notice.${sheet.state}`)}>
      {other && <p>{t('register.otherDaysText')}</p>}
      {line('tutor')}
      {digest(sheet.tutor)}
      <br />
      {line('intern')}
      {digest(sheet.intern)}
      {sheet.hasScan && (
        <>
          <br />
          <a href={scanAddress(id, sheet.month)} download>
            {t('register.paper.open')}
          </a>
        </>
      )}
    </Notice>
  );
}

/** The cells of who may not write, or of a month that is signed. */
function ReadSheet({ sheet }: { sheet: RegisterSheet }) {
  const form = useForm<SheetValues>({ defaultValues: valuesOf(sheet) });
  return (
    <FormProvider {...form}>
      <RegisterGrid sheet={sheet} locked />
      <RegisterTotals sheet={sheet} />
    </FormProvider>
  );
}

function WritableSheet({ id, sheet, onSign }: { id: string; sheet: RegisterSheet; onSign: () => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const refresh = useRefresh();
  const queries = useQueryClient();
  const navigate = useNavigate();
  // The version that these cells were read or saved at: what others save in the meantime must be found by the save, not skipped by a refetch.
  const [version, setVersion] = useState<number | string>(sheet.version);
  // What is signed is what is saved: hours that are not saved yet are saved on the way.
  const signs = useRef(false);
  const form = useApiForm<SheetValues, SheetValues, { version: number | string }>({
    schema: schemaOf(sheet.days),
    defaultValues: valuesOf(sheet),
    version,
    submit: (values, readAt) => saveRegister(id, sheet.month, readAt!, writtenOf(sheet.days, values)),
    reload: async () => {
      const now = await readRegister(id, sheet.month);
      return { values: valuesOf(now.sheet), version: now.sheet.version };
    },
    onDone: async (saved) => {
      setVersion(saved.version);
      toast.done(t('register.saved'));
      await queries.invalidateQueries({ queryKey: internshipKeys.register(id, sheet.month) });
      void refresh();
      if (signs.current) onSign();
    },
  });
  const { getValues, setValue, formState } = form.form;
  const copyUsualWeek = () => {
    const values = getValues();
    const empty = sheet.days.filter((day) => day.usualMinutes > 0 && day.day <= today() && !values[hoursName(day.day)] && !values[absenceName(day.day)]);
    for (const day of empty) setValue(hoursName(day.day), writeHours(day.usualMinutes), { shouldDirty: true });
    toast.done(empty.length > 0 ? t('register.copied', { count: empty.length }) : t('register.nothingToCopy'));
  };
  const saveAndSign = async () => {
    if (!formState.isDirty && sheet.version > 0) return onSign();
    signs.current = true;
    await form.onSubmit();
    signs.current = false;
  };
  return (
    <>
      <div className="register-bar">
        <Button icon="copy" onClick={copyUsualWeek}>
          {t('register.copy')}
        </Button>
        <span className="hint">{t('register.help')}</span>
      </div>
      <Form
        form={form}
        submitLabel={t('register.save')}
        next={
          sheet.mayBeSigned && (
            <Button icon="check" onClick={() => void saveAndSign()}>
              {t('register.sign.action')}
            </Button>
          )
        }
        label={t('register.title')}
        note={t('register.keys')}
        onCancel={() => void navigate(`/internships/${id}`)}
      >
        <RegisterGrid sheet={sheet} locked={false} />
        <RegisterTotals sheet={sheet} />
      </Form>
    </>
  );
}
