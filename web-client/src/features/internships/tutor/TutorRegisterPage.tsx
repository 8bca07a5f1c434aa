import { useEffect, useState } from 'react';
import { FormProvider, useForm, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import * as z from 'zod';
import { Button } from '../../../components/Button';
import { Form, text, TextField, useApiForm } from '../../../components/form';
import { useField } from '../../../components/form/Field';
import { Notice } from '../../../components/parts';
import { SectionCard } from '../../../components/SectionCard';
import { useToast } from '../../../components/Toast';
import { capital } from '../../../lib/capital';
import { classes } from '../../../lib/classes';
import { fullDate, longDate, monthName, today } from '../../../lib/format';
import type { RegisterDay, RegisterSheet } from '../api/registers';
import { readTutorRegister, saveTutorRegister, useSignTutorRegister, useTutorRegister, type TutorRegister } from '../api/tutors';
import { writeHours } from '../attendance/hours';
import { RegisterTotals } from '../attendance/RegisterGrid';
import { absenceName, hoursName, schemaOf, tutorAbsences, valuesOf, writtenOf, type SheetValues } from '../attendance/sheet';
import { LinkedPage, useRegisterWords } from '../LinkedPage';

/** For the host's tutor: no account, on a phone. One month, day by day, then the signature. */
export function TutorRegisterPage() {
  const { t } = useTranslation('internships');
  const { code = '' } = useParams();
  return (
    <LinkedPage title={t('tutorPage.title')} said={useRegisterWords()} query={useTutorRegister(code)}>
      {(record, onSigned) => <Register record={record} code={code} onSigned={onSigned} />}
    </LinkedPage>
  );
}

function Register({ record, code, onSigned }: { record: TutorRegister; code: string; onSigned: () => void }) {
  const { t } = useTranslation('internships');
  const { sheet } = record;
  const [version, setVersion] = useState<number | string>(sheet.version);
  const [dirty, setDirty] = useState(false);
  return (
    <>
      <p className="sub">
        <b>
          {capital(monthName(sheet.month))} · {record.personName}
        </b>
        <br />
        {record.companyName}
      </p>
      {sheet.state === 'closed' ? (
        <Notice tone="ok" title={t('tutorPage.closedTitle')}>
          {t('tutorPage.closedText')}
        </Notice>
      ) : sheet.state === 'toSign' ? (
        <>
          <Notice tone="blue" title={t('tutorPage.toSign')} />
          <LockedDays sheet={sheet} />
        </>
      ) : (
        <>
          <p>{t('tutorPage.lead', { service: record.serviceName, until: longDate(record.expiresAt) })}</p>
          <WritableDays code={code} sheet={sheet} version={version} onSaved={setVersion} onDirty={setDirty} />
        </>
      )}
      {sheet.state !== 'closed' && (
        <SectionCard title={t('tutorPage.signTitle')}>
          {sheet.mayBeSigned ? (
            dirty ? (
              <p>{t('register.saveFirst')}</p>
            ) : (
              <SignForm code={code} version={version} onSigned={onSigned} />
            )
          ) : (
            <p>{t('tutorPage.signLater', { on: longDate(sheet.days.at(-1)!.day) })}</p>
          )}
        </SectionCard>
      )}
    </>
  );
}

function WritableDays({ code, sheet, version, onSaved, onDirty }: { code: string; sheet: RegisterSheet; version: number | string; onSaved: (version: number | string) => void; onDirty: (dirty: boolean) => void }) {
  const { t } = useTranslation('internships');
  const toast = useToast();
  const form = useApiForm<SheetValues, SheetValues, { version: number | string }>({
    schema: schemaOf(sheet.days),
    defaultValues: valuesOf(sheet),
    version,
    submit: (values, readAt) => saveTutorRegister(code, readAt!, writtenOf(sheet.days, values)),
    reload: async () => {
      const now = await readTutorRegister(code);
      return { values: valuesOf(now.sheet), version: now.sheet.version };
    },
    onDone: (saved) => {
      onSaved(saved.version);
      toast.done(t('tutorPage.saved'));
    },
  });
  const { isDirty } = form.form.formState;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  const fill = () => {
    const values = form.form.getValues();
    const empty = sheet.days.filter((day) => day.usualMinutes > 0 && day.day <= today() && !values[hoursName(day.day)] && !values[absenceName(day.day)]);
    for (const day of empty) form.form.setValue(hoursName(day.day), writeHours(day.usualMinutes), { shouldDirty: true });
    toast.done(empty.length > 0 ? t('register.copied', { count: empty.length }) : t('register.nothingToCopy'));
  };
  return (
    <>
      <p className="hint">{t('tutorPage.help')}</p>
      <Button icon="copy" onClick={fill}>
        {t('tutorPage.fill')}
      </Button>
      <Form form={form} submitLabel={t('tutorPage.save')} label={t('tutorPage.title')}>
        <ul className="tutor-days">
          {sheet.days.map((day) => (
            <Day key={day.day} day={day} />
          ))}
        </ul>
        <RegisterTotals sheet={sheet} />
      </Form>
    </>
  );
}

function Day({ day }: { day: RegisterDay }) {
  const { t } = useTranslation('internships');
  const { register, setValue } = useFormContext<SheetValues>();
  const name = fullDate(day.day);
  const hours = useField({ name: hoursName(day.day), label: t('register.hoursOf', { day: name }) });
  const absence = useField({ name: absenceName(day.day), label: t('register.absenceOf', { day: name }) }, (value) => (value ? t(`absence.${String(value)}`) : ''));
  const set = (field: string) => setValue(field, '', { shouldDirty: true });
  const hoursField = register(hoursName(day.day), { onChange: (event: { target: { value: string } }) => event.target.value && set(absenceName(day.day)) });
  const absenceField = register(absenceName(day.day), { onChange: (event: { target: { value: string } }) => event.target.value && set(hoursName(day.day)) });
  return (
    <li className={classes('tutor-day', day.usualMinutes === 0 && 'free', hours.error && 'wrong')}>
      <DayName day={day} />
      {day.isSuspended ? (
        <em>{t('register.suspended')}</em>
      ) : (
        <>
          <input
            {...hoursField}
            {...hours.access}
            className="f0"
            autoComplete="off"
            aria-label={t('register.hoursOf', { day: name })}
            placeholder={day.usualMinutes === 0 || day.day > today() ? '' : writeHours(day.usualMinutes)}
            onFocus={(event) => event.currentTarget.select()}
          />
          <select {...absenceField} {...absence.access} className="f0" aria-label={t('register.absenceOf', { day: name })}>
            <option value="">{t('tutorPage.none')}</option>
            {tutorAbsences.map((one) => (
              <option key={one} value={one}>
                {t(`absence.${one}`)}
              </option>
            ))}
          </select>
          {hours.error && (
            <span className="field-error" id={`${hours.id}-error`}>
              {hours.error}
            </span>
          )}
        </>
      )}
    </li>
  );
}

function DayName({ day }: { day: RegisterDay }) {
  return (
    <span className="tutor-day-name">
      {fullDate(day.day).split(' ').slice(0, 2).join(' ')}
      {day.holiday && <small>{day.holiday}</small>}
    </span>
  );
}

/** The hours as they stand, to be read only. */
export function LockedDays({ sheet }: { sheet: RegisterSheet }) {
  const { t } = useTranslation('internships');
  const form = useForm<SheetValues>({ defaultValues: valuesOf(sheet) });
  return (
    <FormProvider {...form}>
      <ul className="tutor-days">
        {sheet.days.map((day) => (
          <li key={day.day} className={classes('tutor-day', day.usualMinutes === 0 && 'free')}>
            <DayName day={day} />
            <span>{day.minutes === null ? '' : writeHours(day.minutes)}</span>
            <span>{day.isSuspended ? t('register.suspended') : day.absence && t(`absence.${day.absence}`)}</span>
          </li>
        ))}
      </ul>
      <RegisterTotals sheet={sheet} />
    </FormProvider>
  );
}

const schema = z.object({ name: text.required(120) });

function SignForm({ code, version, onSigned }: { code: string; version: number | string; onSigned: () => void }) {
  const { t } = useTranslation('internships');
  const sign = useSignTutorRegister();
  const form = useApiForm<z.input<typeof schema>, z.output<typeof schema>>({
    schema,
    defaultValues: { name: '' },
    submit: ({ name }) => sign.mutateAsync({ code, name, version }),
    guard: false,
    onDone: onSigned,
  });
  return (
    <>
      <p>{t('tutorPage.signText')}</p>
      <Form form={form} submitLabel={t('tutorPage.sign')} keptNote={false}>
        <TextField name="name" label={t('tutorPage.name')} required maxLength={120} autoComplete="name" />
      </Form>
    </>
  );
}
