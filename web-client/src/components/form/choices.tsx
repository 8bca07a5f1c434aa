import { useEffect, type ReactNode } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { classes } from '../../lib/classes';
import { FieldError, FieldFrame, RequiredMark, useField, type FieldProps } from './Field';

export interface Choice {
  value: string;
  label: string;
  help?: ReactNode;
}

const labelOf = (options: Choice[]) => (value: unknown) => options.find((option) => option.value === value)?.label ?? String(value);

export function SelectField(props: FieldProps & { options: Choice[]; emptyLabel?: string }) {
  const { name, label, help, required, width = 'half', options, emptyLabel } = props;
  const { t } = useTranslation('common');
  const { id, error, access } = useField(props, labelOf(options));
  const { register, getValues } = useFormContext();
  // What was chosen before its option came from the server would otherwise be kept but not shown.
  const known = options.map((option) => option.value).join(' ');
  useEffect(() => {
    const [select, value] = [document.getElementById(id) as HTMLSelectElement | null, getValues(name) as unknown];
    if (select && typeof value === 'string' && select.value !== value) select.value = value;
  }, [known, id, name, getValues]);
  return (
    <FieldFrame {...{ id, error, name, label, help, required, width }}>
      <select {...register(name)} {...access} className="f0">
        <option value="">{emptyLabel ?? t('choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export function CheckField(props: FieldProps) {
  const { name, label, help, required } = props;
  const { t } = useTranslation('common');
  const { id, error, access } = useField(props, (value) => t(value ? 'yes' : 'no'));
  const { register } = useFormContext();
  return (
    <div className={classes('field', 'check-field', error && 'wrong')}>
      <label htmlFor={id}>
        <input type="checkbox" {...register(name)} {...access} />
        <span>
          {label}
          <RequiredMark required={required} />
        </span>
      </label>
      {help && (
        <div className="hint" id={`${id}-help`}>
          {help}
        </div>
      )}
      <FieldError id={id} error={error} />
    </div>
  );
}

/** Several of a few: the value is a list. */
export function CheckGroup(props: FieldProps & { options: Choice[] }) {
  const { name, label, help, required, options } = props;
  const { id, error } = useField(props, (value) => (value as string[]).map(labelOf(options)).join(', '));
  const { field } = useController({ name });
  const chosen = (field.value ?? []) as string[];
  return (
    <FieldFrame group {...{ id, error, name, label, help, required }}>
      <div className="choices">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onBlur={field.onBlur}
              onChange={(event) => field.onChange(event.target.checked ? [...chosen, option.value] : chosen.filter((value) => value !== option.value))}
            />
            <span>
              {option.label}
              {option.help && <small>{option.help}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}

/** One of a few, all in sight. `segmented` draws them as buttons side by side; `keys` shows the number that chooses each. */
export function RadioGroup(props: FieldProps & { options: Choice[]; segmented?: boolean; keys?: boolean }) {
  const { name, label, help, required, options, segmented, keys } = props;
  const { id, error } = useField(props, labelOf(options));
  const { register } = useFormContext();
  const scale = options.every((option) => option.label.length <= 2);
  return (
    <FieldFrame group {...{ id, error, name, label, help, required }}>
      <div className={segmented ? (scale ? 'seg scale' : 'seg') : 'choices'}>
        {options.map((option, index) => (
          <label key={option.value}>
            <input type="radio" value={option.value} {...register(name)} className={segmented ? 'visually-hidden' : undefined} />
            {keys && <kbd aria-hidden="true">{index + 1}</kbd>}
            <span>
              {option.label}
              {option.help && <small>{option.help}</small>}
            </span>
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}
