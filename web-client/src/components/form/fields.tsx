import { useEffect, useState, type ComponentProps, type ReactNode } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { tidyTime } from '../../lib/times';
import { useTranslation } from 'react-i18next';
import { locale, longDate } from '../../lib/format';
import { IconButton } from '../Button';
import { FieldFrame, useField, type FieldProps } from './Field';

type Native<Tag extends 'input' | 'textarea'> = Omit<ComponentProps<Tag>, keyof FieldProps | 'type' | 'defaultValue' | 'value'>;

export function TextField({ type = 'text', ...props }: FieldProps & { type?: 'text' | 'email' | 'tel' | 'url' } & Native<'input'>) {
  const { name, label, help, required, width, ...native } = props;
  const { id, error, access } = useField(props);
  const { register } = useFormContext();
  return (
    <FieldFrame {...{ id, error, name, label, help, required, width }}>
      <input {...native} {...register(name)} {...access} type={type} className="f0" />
    </FieldFrame>
  );
}

export function TextArea(props: FieldProps & Native<'textarea'>) {
  const { name, label, help, required, width, rows = 4, ...native } = props;
  const { id, error, access } = useField(props);
  const { register } = useFormContext();
  return (
    <FieldFrame {...{ id, error, name, label, help, required, width }}>
      <textarea {...native} {...register(name)} {...access} rows={rows} className="f0" />
    </FieldFrame>
  );
}

/** An hour: the digits of a telephone, which have no colon, will do; it is tidied once it is left. */
export function TimeField(props: FieldProps) {
  const { name, label, help, required, width } = props;
  const { id, error, access } = useField(props);
  const { register, setValue } = useFormContext();
  const { onBlur, ...field } = register(name);
  return (
    <FieldFrame {...{ id, error, name, label, help, required, width }}>
      <input
        {...field}
        {...access}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        className="f0"
        onBlur={(event) => {
          const tidy = tidyTime(event.target.value);
          if (tidy !== event.target.value) setValue(name, tidy, { shouldDirty: true, shouldValidate: error !== undefined });
          return onBlur(event);
        }}
      />
    </FieldFrame>
  );
}

/** A day, with the browser's own calendar; its value is `2026-11-21`. */
export function DateField(props: FieldProps & Native<'input'>) {
  const { name, label, help, required, width = 'short', ...native } = props;
  const { id, error, access } = useField(props, (value) => longDate(String(value)));
  const { register } = useFormContext();
  return (
    <FieldFrame {...{ id, error, name, label, help, required, width }}>
      <input {...native} {...register(name)} {...access} type="date" className="f0" />
    </FieldFrame>
  );
}

/** Shown on request, with a word when the caps lock is on. */
export function PasswordField(props: FieldProps & Native<'input'>) {
  const { name, label, help, required, width, ...native } = props;
  const { t } = useTranslation('common');
  const { id, error, access } = useField(props, () => '••••••');
  const { register } = useFormContext();
  const [visible, setVisible] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  return (
    <FieldFrame {...{ id, error, name, label, help, required, width }}>
      <div className="with-button">
        <input {...native} {...register(name)} {...access} type={visible ? 'text' : 'password'} className="f0" spellCheck={false} autoCapitalize="none" onKeyUp={(event) => setCapsLock(event.getModifierState('CapsLock'))} />
        <IconButton icon={visible ? 'password-invisible' : 'password-visible'} label={t(visible ? 'hidePassword' : 'showPassword')} aria-pressed={visible} onClick={() => setVisible(!visible)} />
      </div>
      <div className="hint" role="status">
        {capsLock && t('capsLock')}
      </div>
    </FieldFrame>
  );
}

/**
 * A number as people write it here: comma for decimals, points allowed. The value is a number, `null` when empty, `NaN` when
 * it is not one. `scale` 100 shows euros and keeps cents.
 */
export function NumberField(props: FieldProps & Native<'input'> & { unit?: ReactNode; decimals?: number; scale?: number }) {
  const { name, label, help, required, width = 'short', unit, decimals = 0, scale = 1, ...native } = props;
  const { id, error, access } = useField(props, (value) => written(Number(value), decimals, scale));
  const { field } = useController({ name });
  const value = field.value as number | null | undefined;
  const [text, setText] = useState(() => (value === null || value === undefined ? '' : written(value, decimals, scale)));
  useEffect(() => {
    // Only what comes from outside (a reset, another version) replaces what is being typed.
    setText((typed) => (Object.is(parsed(typed, scale), value ?? null) ? typed : value === null || value === undefined ? '' : Number.isNaN(value) ? typed : written(value, decimals, scale)));
  }, [value, decimals, scale]);
  return (
    <FieldFrame {...{ id, error, name, label, help, required, width }}>
      <div className="with-unit">
        <input
          {...native}
          {...access}
          ref={field.ref}
          name={name}
          className="f0 number"
          inputMode={decimals > 0 ? 'decimal' : 'numeric'}
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            field.onChange(parsed(event.target.value, scale));
          }}
          onBlur={() => {
            field.onBlur();
            if (typeof value === 'number' && !Number.isNaN(value)) setText(written(value, decimals, scale));
          }}
        />
        {unit && <span className="unit">{unit}</span>}
      </div>
    </FieldFrame>
  );
}

/** Euros on the screen, integer cents in the value. */
export function MoneyField(props: FieldProps & Native<'input'>) {
  return <NumberField {...props} unit="€" decimals={2} scale={100} />;
}

function written(value: number, decimals: number, scale: number): string {
  return new Intl.NumberFormat(locale(), { minimumFractionDigits: scale > 1 ? decimals : 0, maximumFractionDigits: decimals, useGrouping: false }).format(value / scale);
}

/** "1.234,50" and "1234.5" are both understood: a point is a thousands separator only where three digits follow each time. */
export function parsed(text: string, scale = 1): number | null {
  const compact = text.replace(/[\s€]/g, '');
  if (compact === '') return null;
  const plain = compact.includes(',') || /^-?\d{1,3}(\.\d{3})+$/.test(compact) ? compact.replaceAll('.', '').replace(',', '.') : compact;
  if (!/^-?\d+(\.\d*)?$/.test(plain)) return Number.NaN;
  return scale === 1 ? Number(plain) : Math.round(Number(plain) * scale);
}
