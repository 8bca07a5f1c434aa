import { useId, type ReactNode } from 'react';
import { get, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { classes } from '../../lib/classes';
import { Icon } from '../Icon';
import { useShownField } from './registry';

export interface FieldProps {
  name: string;
  label: string;
  /** Under the label, always visible: placeholders vanish when they are needed. */
  help?: ReactNode;
  required?: boolean;
  /** How much room the content needs, so that the width tells what is expected. */
  width?: 'short' | 'half' | 'full';
}

export interface FieldAccess {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

/** Label, help, error and the wiring between them and the control. */
export function useField({ name, label, help, required }: FieldProps, show?: (value: unknown) => string) {
  const id = useId();
  const { formState } = useFormContext();
  const error = (get(formState.errors, name) as { message?: string } | undefined)?.message;
  useShownField(name, { id, label, show });
  const access: FieldAccess = {
    id,
    'aria-describedby': classes(!!help && `${id}-help`, error && `${id}-error`) || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': required ? true : undefined,
  };
  return { id, error, access };
}

export function FieldFrame({ id, error, label, help, required, width = 'full', group, children }: FieldProps & { id: string; error?: string; group?: boolean; children: ReactNode }) {
  const caption = (
    <>
      {label}
      <RequiredMark required={required} />
    </>
  );
  const below = (
    <>
      {help && (
        <div className="hint" id={`${id}-help`}>
          {help}
        </div>
      )}
      {children}
      <FieldError id={id} error={error} />
    </>
  );
  if (group) {
    return (
      <fieldset className={classes('field', width, error && 'wrong')} id={id} tabIndex={-1} aria-describedby={classes(!!help && `${id}-help`, error && `${id}-error`) || undefined}>
        <legend className="f">{caption}</legend>
        {below}
      </fieldset>
    );
  }
  return (
    <div className={classes('field', width, error && 'wrong')}>
      <label className="f" htmlFor={id}>
        {caption}
      </label>
      {below}
    </div>
  );
}

export function RequiredMark({ required }: { required?: boolean }) {
  const { t } = useTranslation('common');
  if (!required) return null;
  return (
    <span className="required" title={t('form.required')}>
      <span aria-hidden="true"> *</span>
      <span className="visually-hidden"> ({t('form.required')})</span>
    </span>
  );
}

export function FieldError({ id, error }: { id: string; error?: string }) {
  if (!error) return null;
  return (
    <div className="field-error" id={`${id}-error`}>
      <Icon name="warning-circle" />
      {error}
    </div>
  );
}

/** Fields on one line where there is room. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className="field-row">{children}</div>;
}
