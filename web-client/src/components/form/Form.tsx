import { useEffect, useRef, type ReactNode } from 'react';
import { FormProvider, useFormState, type FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { BrokenRules } from '../BrokenRules';
import { Button } from '../Button';
import { Notice } from '../parts';
import { describeError } from '../states';
import { FieldRegistryContext } from './registry';
import { StaleEditDialog } from './StaleEditDialog';
import type { ApiForm } from './useApiForm';

interface FormProps<Input extends FieldValues> {
  form: ApiForm<Input>;
  submitLabel: string;
  /** Said while it is being sent: "Salvataggio in corso". */
  busyLabel?: string;
  /** Another way to send it, such as keeping a draft: first in the row, so that Enter in a field chooses it. */
  extra?: ReactNode;
  /** The step that follows, beside the button that saves. */
  next?: ReactNode;
  onCancel?: () => void;
  cancelLabel?: string;
  /** Shown beside the buttons. */
  note?: ReactNode;
  label?: string;
  /** False where there is no work to lose, such as a password. */
  keptNote?: boolean;
  children: ReactNode;
}

/** One column of fields with a summary of the errors on top and the buttons below. Saving is never disabled: it explains. */
export function Form<Input extends FieldValues>({ form, submitLabel, busyLabel, extra, next, onCancel, cancelLabel, note, label, keptNote = true, children }: FormProps<Input>) {
  const { t } = useTranslation('common');
  return (
    <FormProvider {...(form.form as never as Parameters<typeof FormProvider>[0])}>
      <FieldRegistryContext value={form.registry}>
        <form noValidate className="form0" aria-label={label} onSubmit={(event) => void form.onSubmit(event)}>
          <ErrorSummary form={form} keptNote={keptNote} />
          {form.resume && (
            <Notice>
              {t('form.offered')}{' '}
              <Button small look="quiet" onClick={form.resume}>
                {t('form.resume')}
              </Button>{' '}
              <Button small look="quiet" onClick={form.forget}>
                {t('form.forget')}
              </Button>
            </Notice>
          )}
          {form.resumed && (
            <Notice>
              {t('form.resumed')}{' '}
              <Button small look="quiet" onClick={form.startAgain}>
                {t('form.startAgain')}
              </Button>
            </Notice>
          )}
          {children}
          <div className="form-foot">
            {extra}
            <Button type="submit" look="fill" busy={form.isSubmitting}>
              {form.isSubmitting ? (busyLabel ?? t('saving')) : submitLabel}
            </Button>
            {next}
            {onCancel && (
              <Button look="quiet" onClick={onCancel}>
                {cancelLabel ?? t('cancel')}
              </Button>
            )}
            {note && <span className="hint">{note}</span>}
          </div>
        </form>
        <StaleEditDialog form={form} />
      </FieldRegistryContext>
    </FormProvider>
  );
}

function ErrorSummary<Input extends FieldValues>({ form, keptNote }: { form: ApiForm<Input>; keptNote: boolean }) {
  const { t } = useTranslation('common');
  const box = useRef<HTMLDivElement>(null);
  const { errors } = useFormState({ control: form.form.control });
  // In the order of the screen, which is the order in which the fields announced themselves.
  const order = [...form.registry.keys()];
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const lines = flatten(errors as Record<string, unknown>)
    .sort((a, b) => place(a.name) - place(b.name))
    .map(({ name, message }) => ({ name, message, field: form.registry.get(name) }));
  const refusal = form.refusal ? describeError(form.refusal, t) : null;

  // The errors may be drawn a moment after the failure is counted: whoever pressed the button at the foot of a long page would see nothing happen.
  const told = useRef(0);
  useEffect(() => {
    if (form.failures <= told.current || !box.current) return;
    told.current = form.failures;
    box.current.focus();
  });

  if (form.failures === 0 || (lines.length === 0 && !refusal)) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <strong>{refusal ? refusal.title : t('form.errors', { count: lines.length })}</strong>
      {refusal?.text && <p>{refusal.text}</p>}
      <BrokenRules error={form.refusal} />
      {refusal && keptNote && <p className="kept">{t('form.kept')}</p>}
      {(lines.length > 0 || form.looseErrors.length > 0) && (
        <ul>
          {lines.map(({ name, message, field }) => (
            <li key={name}>
              {field ? (
                <a
                  href={`#${field.id}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(field.id)?.focus();
                  }}
                >
                  {field.label}: {message}
                </a>
              ) : (
                message
              )}
            </li>
          ))}
          {form.looseErrors.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function flatten(errors: Record<string, unknown>, prefix = ''): { name: string; message: string }[] {
  return Object.entries(errors).flatMap(([key, error]) => {
    if (!error || typeof error !== 'object' || key === 'ref') return [];
    const name = prefix + key;
    const { message } = error as { message?: unknown };
    return typeof message === 'string' && message ? [{ name, message }] : flatten(error as Record<string, unknown>, `${name}.`);
  });
}
